"""Bringing a file in, leaving parts of it, taking everything out and bringing it back elsewhere."""

import io
import itertools
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.domain.derived.choice import Choice
from app.domain.records import (
    Allergy,
    Attachment,
    Condition,
    Contact,
    Measurement,
    Note,
    Person,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
)
from app.domain.records.record import AttachmentId, RecordId
from app.domain.records.when import on_day
from app.exchange.errors import FileCutShort, FileTooLarge, FormatNewer, FormatUnknown
from app.i18n import Words
from app.services import exporting, importing, sharing
from app.services.clock import FixedClock
from app.services.open_journal import OpenJournal
from app.storage.errors import AlreadyThere, Missing, NotAJournal
from app.storage.versions import load
from tests.exchange.reading import ALL, FILES, IPS_JSON
from tests.exchange.test_apple_health import export, record, zipped
from tests.storage.cheap import new_vault

NOW = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)


@pytest.fixture
def open_journal(tmp_path: Path) -> Iterator[OpenJournal]:
    yield from _journal(tmp_path / "one.toldonce")


@pytest.fixture
def other_journal(tmp_path: Path) -> Iterator[OpenJournal]:
    yield from _journal(tmp_path / "other.toldonce")


def _journal(path: Path) -> Iterator[OpenJournal]:
    vault = new_vault(path)
    yield OpenJournal(vault, load(vault), FixedClock(NOW))
    vault.close()


@pytest.fixture
def counted() -> "itertools.count[int]":
    return itertools.count()


def _look(name: str, journal: OpenJournal, counted: "itertools.count[int]") -> importing.Suggestions:
    data = (FILES / name).read_bytes()
    return importing.look(data, name, journal.snapshot, FixedClock(NOW), lambda: f"id{next(counted)}")


@pytest.mark.parametrize("name", ALL)
def test_looking_changes_nothing_and_accepting_twice_adds_once(
    name: str, open_journal: OpenJournal, counted: "itertools.count[int]"
) -> None:
    before = open_journal.snapshot
    suggestions = _look(name, open_journal, counted)
    assert open_journal.snapshot == before
    importing.accept(open_journal, suggestions)
    assert {record.id for record in suggestions.new} <= set(open_journal.snapshot.records)
    again = _look(name, open_journal, counted)
    assert again.new == ()
    assert again.already == len(suggestions.new) + suggestions.already


def test_an_import_is_undone_as_one(open_journal: OpenJournal, counted: "itertools.count[int]") -> None:
    importing.accept(open_journal, _look(IPS_JSON, open_journal, counted))
    open_journal.undo()
    assert not open_journal.snapshot.of(Allergy)


def test_what_is_left_takes_along_what_makes_no_sense_without_it(
    open_journal: OpenJournal, counted: "itertools.count[int]"
) -> None:
    suggestions = _look(IPS_JSON, open_journal, counted)
    treatment = next(record.id for record in suggestions.new if isinstance(record, Treatment))
    importing.accept(open_journal, suggestions, leave={treatment})
    assert not open_journal.snapshot.of(TreatmentChange)
    assert len(open_journal.snapshot.of(Allergy)) == 1


def test_everything_goes_out_and_comes_back_with_its_history(
    open_journal: OpenJournal, other_journal: OpenJournal, tmp_path: Path, counted: "itertools.count[int]"
) -> None:
    note = Note(id=RecordId("n"), written=NOW, text="first\u0000words \u202eodd")
    open_journal.record(note)
    open_journal.amend(replace(note, text="second words"))
    photo = Attachment(
        id=AttachmentId(RecordId("p")), written=NOW, name="a.png", media_type="image/png", size=3
    )
    open_journal.attach(photo, b"\x00\x01\x02")
    out = tmp_path / "all.json"
    exporting.take(open_journal, out)
    clock = FixedClock(NOW)
    back = importing.look(
        out.read_bytes(), "all.json", other_journal.snapshot, clock, lambda: str(next(counted))
    )
    importing.accept(other_journal, back)
    assert other_journal.snapshot.records == open_journal.snapshot.records
    texts = [earlier.record for earlier in other_journal.history(RecordId("n"))]
    assert [note.text for note in texts if isinstance(note, Note)] == [
        "first\u0000words \u202eodd",
        "second words",
    ]
    assert other_journal.history(RecordId("n")) != ()
    kept = other_journal.attachment(AttachmentId(RecordId("p")))
    assert kept is not None
    assert kept.data == b"\x00\x01\x02"
    assert importing.look(out.read_bytes(), "x", other_journal.snapshot, clock, str).new == ()
    other_journal.undo()
    assert not other_journal.snapshot.of(Note)


def test_the_journal_taken_out_is_readable_by_the_person_alone_and_never_written_over(
    open_journal: OpenJournal, tmp_path: Path
) -> None:
    open_journal.record(Person(id=RecordId("me"), written=NOW, name="Maya R."))
    out = tmp_path / "all.json"
    exporting.take(open_journal, out)
    assert out.stat().st_mode & 0o777 == 0o600
    assert json.loads(out.read_bytes())["records"][0]["versions"][0]["body"]["name"] == "Maya R."
    with pytest.raises(AlreadyThere):
        exporting.take(open_journal, out)


def test_a_path_that_is_no_readable_file_has_its_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Missing):
        importing.load_file(tmp_path / "none")
    with pytest.raises(NotAJournal):
        importing.load_file(tmp_path)
    journal = tmp_path / "one.toldonce"
    journal.touch()
    (tmp_path / "a-way-to-it").symlink_to(journal)
    for path in (journal, tmp_path / "a-way-to-it"):
        with pytest.raises(FormatUnknown):
            importing.load_file(path)
    large = tmp_path / "large"
    large.write_bytes(b"x" * 11)
    monkeypatch.setattr(importing, "LARGEST_FILE", 10)
    with pytest.raises(FileTooLarge):
        importing.load_file(large)


def test_a_file_about_someone_else_fills_nothing_personal_in(
    open_journal: OpenJournal, counted: "itertools.count[int]"
) -> None:
    mine = Person(id=RecordId("me"), written=NOW, name="Maya R.", born=on_day(date(1984, 10, 2)))
    open_journal.record(mine)
    suggestions = _look(IPS_JSON, open_journal, counted)
    assert suggestions.someone_else == "Martha DeLarosa"
    assert not [record for record in suggestions.new if isinstance(record, Person | Contact)]
    importing.accept(open_journal, suggestions)
    assert open_journal.snapshot.person == mine


@pytest.mark.parametrize("name", ALL)
def test_the_paper_shows_every_problem_allergy_and_medicine_of_a_file(
    name: str, open_journal: OpenJournal, counted: "itertools.count[int]"
) -> None:
    importing.accept(open_journal, _look(name, open_journal, counted))
    snapshot = open_journal.snapshot
    built = sharing.prepare(snapshot, Choice(), date(2026, 5, 12), Words())
    drawn = sharing.draw(Choice(), built, Words())
    pages = PdfReader(io.BytesIO(drawn.rendered.data)).pages
    text = _letters("".join(page.extract_text() for page in pages))
    told = [condition.name for condition in snapshot.of(Condition)]
    told += [allergy.substance for allergy in snapshot.of(Allergy)]
    told += [treatment.name for treatment in snapshot.of(Treatment)]
    assert [each for each in told if _letters(each) not in text] == []


def _letters(text: str) -> str:
    """Letters and digits alone: lines break anywhere on paper."""
    return "".join(filter(str.isalnum, text)).casefold()


def _returned(**changes: object) -> bytes:
    version: dict[str, object] = {
        "written": "2026-05-12T09:00:00+00:00",
        "changed": "2026-05-12T09:00:00+00:00",
        "shape": 1,
        "body": {"id": "n", "written": "2026-05-12T09:00:00+00:00", "text": "from elsewhere"},
    }
    record: dict[str, object] = {"id": "n", "kind": "note", "versions": [version]}
    whole: dict[str, object] = {
        "format": "told-once",
        "schema_version": 1,
        "records": [record],
        "attachments": [],
    }
    parts: tuple[dict[str, object], ...] = (whole, record, version)
    for part in parts:
        part.update({name: value for name, value in changes.items() if name in part})
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"changed": "yesterday"}, FileCutShort),
        ({"changed": "2026-05-12"}, FileCutShort),
        ({"id": "another"}, FileCutShort),
        ({"id": "a\x1b[31m"}, FileCutShort),
        ({"versions": []}, FileCutShort),
        ({"body": {"id": "n"}}, FileCutShort),
        ({"shape": 0}, FileCutShort),
        ({"shape": 99}, FormatNewer),
        ({"kind": "something later"}, FormatNewer),
        (
            {"attachments": [{"id": "f", "name": "", "media_type": "", "base64": ""}] * 2},
            FileCutShort,
        ),
    ],
)
def test_a_journal_that_was_edited_outside_is_looked_at_before_it_is_believed(
    open_journal: OpenJournal, changes: dict[str, object], error: type[Exception]
) -> None:
    mine = Note(id=RecordId("mine"), written=NOW, text="my own words")
    open_journal.record(mine)
    assert len(importing.look(_returned(), "x", open_journal.snapshot, FixedClock(NOW), str).new) == 1
    with pytest.raises(error):
        importing.look(_returned(**changes), "x", open_journal.snapshot, FixedClock(NOW), str)


def test_a_record_never_comes_back_under_the_name_of_another(open_journal: OpenJournal) -> None:
    mine = Note(id=RecordId("n"), written=NOW, text="my own words")
    open_journal.record(mine)
    with pytest.raises(FileCutShort):
        importing.look(_returned(id="z"), "x", open_journal.snapshot, FixedClock(NOW), str)
    importing.accept(
        open_journal, importing.look(_returned(), "x", open_journal.snapshot, FixedClock(NOW), str)
    )
    assert open_journal.snapshot.records[mine.id] == mine


def test_a_journal_that_comes_back_into_a_new_one_fills_its_person_and_adds_none(
    open_journal: OpenJournal, other_journal: OpenJournal
) -> None:
    hers = Person(id=RecordId("0"), written=NOW, name="Maya R.", born=on_day(date(1984, 10, 2)))
    open_journal.record(hers, Note(id=RecordId("n"), written=NOW, text="a note"))
    data = exporting.everything_as_json(open_journal)
    other_journal.record(Person(id=RecordId("me"), written=NOW, name="Maya"))
    clock = FixedClock(NOW)
    importing.accept(other_journal, importing.look(data, "x", other_journal.snapshot, clock, str))
    assert [person.id for person in other_journal.snapshot.of(Person)] == ["me"]
    assert other_journal.snapshot.person is not None
    assert other_journal.snapshot.person.born == hers.born
    assert [earlier.number for earlier in other_journal.history(RecordId("me"))] == [1, 2]
    assert importing.look(data, "x", other_journal.snapshot, clock, str).new == ()


def test_somebody_elses_journal_fills_nothing_personal_in(
    open_journal: OpenJournal, other_journal: OpenJournal
) -> None:
    open_journal.record(
        Person(id=RecordId("0"), written=NOW, name="Ana", born=on_day(date(1960, 1, 1)), full_name="Ana B.")
    )
    mine = Person(id=RecordId("me"), written=NOW, name="Maya", born=on_day(date(1984, 10, 2)))
    other_journal.record(mine)
    data = exporting.everything_as_json(open_journal)
    found = importing.look(data, "x", other_journal.snapshot, FixedClock(NOW), str)
    assert found.someone_else == "Ana"
    assert found.new == ()


def test_what_never_ends_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(FormatUnknown):
            importing.load_file(path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(Missing):
        importing.load_file(tmp_path / "loop")


def test_a_table_comes_in_once_and_its_symptoms_are_matched_to_mine(
    open_journal: OpenJournal, counted: "itertools.count[int]"
) -> None:
    open_journal.record(Symptom(id=RecordId("knee"), written=NOW, name="Knee pain", other_names=("kn",)))
    data = b"date,symptom,severity\n2026-05-01,KN,6\n2026-05-02,Hand,3\n"

    def looked() -> importing.Suggestions:
        make_id = lambda: f"id{next(counted)}"  # noqa: E731 - one use
        return importing.look(data, "t.csv", open_journal.snapshot, FixedClock(NOW), make_id)

    first = looked()
    assert first.matched == (("KN", "Knee pain"),)
    importing.accept(open_journal, first)
    journal = open_journal.snapshot
    assert sorted(one.name for one in journal.of(Symptom)) == ["Hand", "Knee pain"]
    assert [one.severity for one in journal.of(SymptomEntry) if one.symptom == "knee"] == [6]
    again = looked()
    assert (again.new, again.already) == ((), 4)
    open_journal.undo()
    assert open_journal.snapshot.of(SymptomEntry) == ()


def test_lines_that_are_not_understood_are_named(open_journal: OpenJournal) -> None:
    data = b"date,note\n2026-05-01,x\n" + b"never,y\n" * 30
    found = importing.look(data, "t.csv", open_journal.snapshot, FixedClock(NOW), lambda: "one")
    assert found.not_understood[0] == ("line 3", 1)
    assert found.not_understood[-1] == ("lines", 10)


def test_an_export_of_apple_health_is_read_from_its_zip_and_taken_out_again(
    open_journal: OpenJournal, counted: "itertools.count[int]", tmp_path: Path
) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(export(record("StepCount", "100", unit="count"))))
    assert importing.is_health_export(path)

    def looked() -> importing.Suggestions:
        make_id = lambda: f"id{next(counted)}"  # noqa: E731 - one use
        return importing.look_at_health(path, open_journal.snapshot, FixedClock(NOW), make_id)

    importing.accept(open_journal, looked())
    (steps,) = open_journal.snapshot.of(Measurement)
    assert (steps.name, str(steps.value)) == ("Steps", "100")
    assert looked().new == ()
    open_journal.undo()
    assert open_journal.snapshot.of(Measurement) == ()


@pytest.mark.parametrize("name", ["x.toldonce", "folder", "table.csv"])
def test_nothing_else_is_taken_for_an_export(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    if name == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"PK\x03\x04" if name.endswith("toldonce") else b"date,note\n")
    assert not importing.is_health_export(path)
