"""What belongs to what, and when a record happened: the ties a sharing mark and a story follow."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from app.domain.journal import Journal
from app.domain.records import (
    Attachment,
    Clinician,
    Day,
    Decision,
    EndingCare,
    Event,
    Goal,
    Handoff,
    Measurement,
    Note,
    PlanStep,
    Question,
    Record,
    ResetConversation,
    SecondOpinion,
    ShareRecord,
    Symptom,
    SymptomEntry,
    Term,
    Treatment,
    TreatmentChange,
    TurningPoint,
    Visit,
    WorkingAgreement,
)
from app.domain.records.record import RecordId
from app.domain.records.when import When

_OWNER_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    Symptom: ("merged_into",),
    SymptomEntry: ("symptom",),
    Treatment: ("prescriber",),
    TreatmentChange: ("treatment", "visit", "clinician"),
    Question: ("clinician",),
    Visit: ("clinician",),
    Decision: ("visit", "clinician", "treatment"),
    PlanStep: ("visit", "clinician", "treatment"),
    WorkingAgreement: ("clinician",),
    ResetConversation: ("clinician",),
    Handoff: ("from_clinician", "to_clinician"),
    SecondOpinion: ("from_clinician", "to_clinician"),
    EndingCare: ("clinician",),
    ShareRecord: ("to_clinician", "visit"),
    Event: ("clinician", "visit"),
    Measurement: ("event", "visit"),
    Note: ("about",),
    Term: ("clinician",),
    TurningPoint: ("of",),
    Goal: ("shared_with",),
}

_MOMENT_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    SymptomEntry: ("when",),
    Day: ("when",),
    TreatmentChange: ("when",),
    Question: ("when",),
    Visit: ("when",),
    Decision: ("when",),
    PlanStep: ("settled", "taken", "asked"),
    ShareRecord: ("when",),
    Event: ("when",),
    Measurement: ("when",),
    Note: ("when",),
    Attachment: ("when",),
}

R = TypeVar("R", bound=Record)


def owners(journal: Journal, record: Record) -> tuple[Record, ...]:
    """The records this one belongs to; one of them closed closes it too."""
    keys = [key for field in _OWNER_FIELDS.get(type(record), ()) for key in _keys(getattr(record, field))]
    found = [held for key in keys if (held := journal.records.get(key)) is not None and not held.trashed]
    return tuple(found)


def sharers(journal: Journal, record: Record) -> tuple[Record, ...]:
    """The records that each bring this one along: it is closed only if all of them are.

    A question belongs to every visit it was taken to or asked in; a file to every record it hangs on.
    """
    if isinstance(record, Question):
        asked = {step.visit for step in record.life if step.visit is not None}
        visits = [visit for visit in journal.of(Visit) if visit.id in asked or record.id in visit.questions]
        return tuple(visits)
    if isinstance(record, Attachment):
        return tuple(held for held in journal if record.id in held.attachments)
    return ()


def happened(record: Record) -> When | None:
    """When a record happened, or None for records that are not of a moment, and where it is not known."""
    for field in _MOMENT_FIELDS.get(type(record), ()):
        moment: When | None = getattr(record, field)
        if moment is not None:
            return moment
    return None


def named(journal: Journal, key: RecordId | None) -> str:
    """What a table calls a clinician, or nothing."""
    clinician = journal.get(Clinician, key)
    return clinician.called if clinician is not None else ""


def in_order_of_time(records: Iterable[R]) -> tuple[R, ...]:
    """Oldest first; what has no date comes first of all; ties by when they were written, then by id."""
    return tuple(sorted(records, key=_time_key))


def _time_key(record: Record) -> tuple[object, ...]:
    when = happened(record)
    return (when is not None, when.sort_key if when else (), record.written, record.id)


def _keys(value: object) -> tuple[RecordId, ...]:
    if isinstance(value, tuple):
        return tuple(RecordId(key) for key in value)
    return (RecordId(value),) if isinstance(value, str) else ()
