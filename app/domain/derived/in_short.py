"""What records are called in one line of a message: "knee pain 5 of 10", "naproxen stopped"."""

from collections.abc import Sequence

from app.domain.derived.naming import first_words, own_words
from app.domain.derived.today_written import change_word
from app.domain.journal import Journal
from app.domain.quick_line import dose_words, severity_words
from app.domain.records import (
    Clinician,
    Day,
    Note,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.symptoms import DayKind
from app.domain.wording import Wording

_COME_ALONG = (Symptom, Treatment, Clinician)
"""Made by the way when something is written about them."""


def in_short(journal: Journal, records: Sequence[Record], words: Wording) -> str:
    """Name what one command was about; empty where there is nothing to call it by."""
    about = [one for one in records if not isinstance(one, _COME_ALONG)] or list(records)
    names = [name for one in about if (name := _name(journal, one, words))]
    if len(names) <= 1:
        return "".join(names)
    more = "{first} and {n} more"
    return words.count("short.more", more, more, len(names) - 1, first=names[0])


def _name(journal: Journal, record: Record, words: Wording) -> str:
    if isinstance(record, SymptomEntry):
        return _entry(journal, record, words)
    if isinstance(record, TreatmentChange):
        return _change(journal, record, words)
    if isinstance(record, Day):
        bad = words.say("short.bad_day", "bad day")
        return bad if record.day is DayKind.BAD_DAY else words.say("short.no_symptoms", "no symptoms")
    own = first_words(own_words(journal, record))
    return _of_kind(record, own, words)


def _of_kind(record: Record, own: str, words: Wording) -> str:
    """Say before the person's words what they are, where they do not say it themselves."""
    match record:
        case Question():
            return words.say("short.question", "question: {words}", words=own)
        case Note():
            return words.say("short.note", "note: {words}", words=own)
        case Visit():
            return words.say("short.visit", "visit {name}", name=own).rstrip()
    return own


def _entry(journal: Journal, entry: SymptomEntry, words: Wording) -> str:
    symptom = journal.symptom(entry.symptom)
    severity = "" if entry.severity is None else severity_words(entry.severity, words)
    return " ".join(part for part in (symptom.name if symptom else "", severity) if part)


def _change(journal: Journal, change: TreatmentChange, words: Wording) -> str:
    treatment = journal.treatment(change.treatment)
    dose = change.taking or change.planned
    name = treatment.name if treatment else ""
    said = (name, change_word(change, words), dose_words(dose) if dose else "")
    return " ".join(part for part in said if part)
