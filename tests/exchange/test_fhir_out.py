"""What is written for another system is valid R4, and comes back as what it was."""

import itertools
import json
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.derived.history_page import versions_shown
from app.domain.journal import Journal
from app.domain.records import (
    KIND_NAMES,
    Allergy,
    Attachment,
    Condition,
    Event,
    Measurement,
    NoneKnown,
    Note,
    Record,
    Visit,
)
from app.domain.records.events import EventKind
from app.domain.records.person import NoneOf
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.records.when import in_year
from app.exchange.csv_out import write_tables
from app.exchange.fhir_in import read_fhir
from app.exchange.fhir_nodes import from_json
from app.exchange.fhir_out import write_fhir
from app.exchange.fhir_writing import moment
from app.exchange.json_form import TakenFile
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import WRITTEN, change, make, medicine, on, person
from tests.storage.values import records_of, register

register()

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)


def written(*records: Record, left_out: frozenset[RecordId] = frozenset()) -> dict[str, Any]:
    data = write_fhir(Journal.holding(person(), *records), Words(), NOW, (), left_out)
    Bundle.model_validate_json(data)
    found: dict[str, Any] = json.loads(data)
    return found


def resources(*records: Record) -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in written(*records)["entry"]]
    return [one for one in found if one["resourceType"] != "Patient"]


def back(data: bytes) -> Counter[str]:
    ids = itertools.count()
    found = read_fhir(from_json(data), "out.json", NOW, lambda: f"new{next(ids)}")
    return Counter(record.KIND for record in found.records)


def test_the_sample_journal_is_valid_and_comes_back() -> None:
    journal = Journal.holding(*sample_journal())
    data = write_fhir(journal, Words(), NOW)
    Bundle.model_validate_json(data)
    came = back(data)
    for kind in (Condition, Allergy, Visit):
        assert came[kind.KIND] >= len(journal.of(kind))
    assert came["clinician"] == len({one.name for one in journal if one.KIND == "clinician"})  # type: ignore[attr-defined]
    assert came["contact"] == 2


@pytest.mark.parametrize("kind", list(TreatmentKind))
def test_every_kind_of_treatment_is_valid(kind: TreatmentKind) -> None:
    (one,) = resources(medicine("x", treatment=kind), change("x", ChangeKind.STARTED, "2025-01-02"))
    assert "X" in json.dumps(one)
    assert "2025-01-02" in json.dumps(one)


@pytest.mark.parametrize("kind", list(EventKind))
def test_every_kind_of_event_is_valid(kind: EventKind) -> None:
    (one,) = resources(make(Event, "e", title="It happened", event=kind, when=on("2025-01-02")))
    assert "It happened" in json.dumps(one)


@pytest.mark.parametrize("of", list(NoneOf))
def test_none_known_is_said_and_understood(of: NoneOf) -> None:
    data = write_fhir(Journal.holding(person(), make(NoneKnown, "n", of=of)), Words(), NOW)
    Bundle.model_validate_json(data)
    assert back(data)["none known"] == 1


def test_what_fhir_has_no_place_for_goes_along_in_words() -> None:
    (basic,) = resources(make(Note, "n", text="My <b>own</b> & words\x07"))
    assert basic["resourceType"] == "Basic"
    assert "My &lt;b&gt;own&lt;/b&gt; &amp; words" in basic["text"]["div"]


def test_a_stopped_medicine_says_so_with_its_changes() -> None:
    treatment = medicine("naproxen")
    started = change("naproxen", ChangeKind.STARTED, "2025-01-02")
    stopped = change("naproxen", ChangeKind.STOPPED, "2025-06-01", why_words="my stomach")
    (one,) = resources(treatment, started, stopped)
    assert one["status"] == "stopped"
    assert one["effectivePeriod"] == {"start": "2025-01-02", "end": "2025-06-01"}
    assert any("my stomach" in note["text"] for note in one["note"])


def test_what_is_left_out_and_the_trash_are_not_in_it() -> None:
    kept, private = make(Note, "k", text="kept"), make(Note, "p", text="private")
    gone = make(Note, "t", text="thrown", trashed=True)
    said = json.dumps(written(kept, private, gone, left_out=frozenset({private.id})))
    assert "kept" in said
    assert "private" not in said
    assert "thrown" not in said


def test_a_file_goes_along_with_its_bytes() -> None:
    photo = make(Attachment, "a", name="x.png", media_type="image/png", size=3)
    file = TakenFile(id="a", name="x.png", media_type="image/png", data=b"png")
    data = write_fhir(Journal.holding(person(), photo), Words(), NOW, [file])
    Bundle.model_validate_json(data)
    assert b'"cG5n"' in data


def test_a_date_is_no_more_exact_than_it_is_known() -> None:
    assert moment(on("2025-01-02"), WRITTEN) == "2025-01-02"
    assert moment(in_year(2019), WRITTEN) == "2019"
    measured = make(Measurement, "m", name="Weight", when=on("2025-01-02"))
    assert resources(measured)[0]["effectiveDateTime"] == "2025-01-02"


def test_a_file_whose_name_no_one_can_see_is_a_file_all_the_same() -> None:
    unseen = Attachment(id=RecordId("file"), written=NOW, name="\x08", media_type="image/png", size=1)
    Bundle.model_validate_json(write_fhir(Journal.holding(person(), unseen), Words(), NOW))


@pytest.mark.parametrize("kind", list(KIND_NAMES.values()), ids=lambda kind: kind.KIND)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_whatever_a_record_holds_is_valid_and_told(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records_of(kind))
    journal = Journal.holding(person(), record)
    written = write_fhir(journal, Words(), NOW)
    Bundle.model_validate_json(written)
    back(written)
    write_tables(journal)
    versions_shown([(NOW, record), (NOW, data.draw(records_of(kind)))], journal, Words())
