"""Every field a person would read has words of its own, in every kind of record."""

from dataclasses import fields, replace
from decimal import Decimal

from app.domain.derived.in_full import UNSAID, in_full
from app.domain.journal import Journal
from app.domain.records import KIND_NAMES, Note, Record, SymptomEntry
from app.domain.records.record import Mark, RecordId, Sharing, SymptomId, text_in
from app.domain.records.treatments import ChangeKind, Dose
from app.i18n import NB, Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import change, clinician, make, on, who

WORDS = Words()


def told(record: Record, *others: Record) -> dict[str, str]:
    lines = in_full(record, Journal.holding(record, *others), WORDS)
    return {line.label: line.text for line in lines if line.text}


def test_no_word_a_person_wrote_is_left_unsaid() -> None:
    journal = Journal.holding(*sample_journal())
    kinds = set()
    for record in journal.records.values():
        lines = in_full(record, journal, WORDS)
        shown = "\n".join(line.text for line in lines).replace(NB, " ")
        said = [getattr(record, f.name) for f in fields(record) if f.name not in UNSAID]
        for text in text_in(tuple(said)):
            assert text in journal.records or text in shown, (record.KIND, text)
        kinds.add(type(record))
    assert kinds == set(KIND_NAMES.values())


def test_an_id_is_said_by_its_name() -> None:
    osei = clinician("osei", name="Dr Ama Osei", short="Dr Osei")
    reading = make(SymptomEntry, "r", symptom=SymptomId(RecordId("gone")), when=on("2026-05-01"), severity=4)
    stopped = change("naproxen", ChangeKind.STOPPED, "2026-05-01", clinician=who("osei"))
    assert told(stopped, osei)["Clinician"] == "Dr Osei"
    assert told(reading)["How bad, 0 to 10"] == "4"


def test_a_dose_a_mark_and_a_kind_are_in_plain_words() -> None:
    started = change("x", ChangeKind.STARTED, planned=Dose(amount=Decimal(25), unit="mg"))
    assert told(started)["Planned dose"] == f"25{NB}mg"
    assert told(started)["What changed"] == "started"
    kept = replace(make(Note, "n", text="x"), sharing=Sharing(mark=Mark.NOT_WITH, not_with=(who("osei"),)))
    assert told(kept, clinician("osei"))["Who may see it"] == "not with Dr Osei"


def test_what_was_never_filled_in_says_nothing() -> None:
    assert set(told(make(Note, "n", text="Only this."))) == {"Text"}
    assert "Typed by" in told(make(Note, "n", text="x", typed_by="Ana"))
