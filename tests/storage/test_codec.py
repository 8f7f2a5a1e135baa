import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings

from app.domain.records import ALL_KINDS, KIND_NAMES, Note, Record, SymptomEntry
from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import in_year
from app.storage import codec
from app.storage.errors import CannotKeep, Damaged, NewerFile
from app.storage.upcasts import SHAPE, STEPS, upcast
from tests.storage import values

values.register()
WRITTEN = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.KIND)
def test_every_kind_comes_back_as_it_went_in(kind: type[Record]) -> None:
    @settings(max_examples=40)
    @given(values.records_of(kind))
    def comes_back(record: Record) -> None:
        body = codec.encode(record)
        back = codec.decode(kind.KIND, body)
        assert back == record
        assert type(back) is kind
        assert codec.encode(back) == body

    comes_back()


@given(values.TEXTS.filter(str.strip))
@example("a\0b\x1f\x7f\u2028 \ufeff\u202e right to left \U0001f469\u200d\U0001f467")
def test_text_is_kept_byte_for_byte(text: str) -> None:
    note = Note(id=RecordId("a"), written=WRITTEN, text=text)
    body = codec.encode(note)
    assert "\0" not in body
    back = codec.decode("note", body)
    assert isinstance(back, Note)
    assert back.text.encode() == text.encode()


def test_the_offset_from_utc_is_kept() -> None:
    moment = datetime.fromisoformat("2026-05-12T09:30:00+05:45")
    back = codec.decode("note", codec.encode(Note(id=RecordId("a"), written=moment, text="x")))
    assert back.written.isoformat() == moment.isoformat()


def test_empty_fields_are_left_out() -> None:
    body = codec.encode(Note(id=RecordId("a"), written=WRITTEN, text="x"))
    assert set(json.loads(body)) == {"id", "written", "text"}


def test_half_a_character_is_refused_before_anything_is_written() -> None:
    note = Note(id=RecordId("a"), written=WRITTEN, text="x")
    object.__setattr__(note, "text", "half \ud83d")
    with pytest.raises(CannotKeep):
        codec.encode(note)


def test_what_would_not_come_back_is_refused_before_anything_is_written() -> None:
    wrong = Note(id=RecordId("n"), written=WRITTEN, text="x", when="yesterday")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="would not come back"):
        codec.encode(wrong)


def test_a_date_that_a_form_emptied_is_refused() -> None:
    whole = SymptomEntry(
        id=RecordId("e"), written=WRITTEN, symptom=SymptomId(RecordId("s")), when=in_year(2026)
    )
    with pytest.raises(InvalidRecord):
        replace(whole, when=None)  # type: ignore[arg-type]


def test_a_kind_of_a_later_version_is_said_to_be_newer() -> None:
    with pytest.raises(NewerFile):
        codec.decode("hologram", "{}")


@pytest.mark.parametrize(
    "body",
    ["", "{}", "[]", "null", '{"id":"a"', '{"id":"a","written":"soon","text":"x"}', '{"id":7}'],
)
def test_a_body_that_is_none_is_damage(body: str) -> None:
    with pytest.raises(Damaged):
        codec.decode("note", body)


def test_a_record_checks_itself_on_the_way_out_too() -> None:
    body = codec.encode(Note(id=RecordId("a"), written=WRITTEN, text="x")).replace('"x"', '""')
    with pytest.raises(Damaged):
        codec.decode("note", body)


def test_kinds_have_names_of_their_own() -> None:
    assert len(KIND_NAMES) == len(ALL_KINDS)
    assert all(KIND_NAMES)


def renamed(kind: str, fields: dict[str, object]) -> dict[str, object]:
    return {"text": fields["words"]} if kind == "note" else fields


def doubled(kind: str, fields: dict[str, object]) -> dict[str, object]:
    return {**fields, "text": f"{fields['text']} {kind}"}


def test_an_older_body_takes_every_step_from_its_shape_on() -> None:
    steps = {1: renamed, 2: doubled}
    assert json.loads(upcast("note", '{"words":"x"}', 1, steps)) == {"text": "x note"}
    assert json.loads(upcast("note", '{"text":"x"}', 2, steps)) == {"text": "x note"}
    assert upcast("note", '{"text": "x"}', 3, steps) == '{"text": "x"}'


def test_a_body_that_is_none_does_not_reach_a_step() -> None:
    with pytest.raises(Damaged):
        upcast("note", "not json", 1, {1: renamed})


def test_there_is_a_step_from_every_earlier_shape() -> None:
    assert set(STEPS) == set(range(1, SHAPE))
