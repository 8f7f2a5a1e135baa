"""What a suggestion is called, and how a kind is."""

from app.domain.derived.timeline import when_of
from app.domain.derived.timeline_rows import Told, tell_record
from app.domain.journal import Journal
from app.domain.records import (
    Allergy,
    Clinician,
    Condition,
    Contact,
    Person,
    Record,
    Symptom,
    Treatment,
)
from app.i18n import Words
from app.ui.widgets.record_row import RecordRow

_KINDS = {
    "person": "You",
    "condition": "Conditions",
    "allergy": "Allergies",
    "none known": "None that you know of",
    "treatment": "Treatments",
    "treatment change": "Changes of treatments",
    "symptom": "Symptoms",
    "symptom entry": "Readings",
    "day": "Days",
    "visit": "Visits",
    "clinician": "Clinicians",
    "event": "Events",
    "measurement": "Measurements",
    "question": "Questions",
    "decision": "Decisions",
    "plan step": "Steps of a plan",
    "note": "Notes",
    "about": "About me",
    "contact": "People",
    "safety": "For safety",
    "goal": "Goals",
    "attachment": "Files",
    "turning point": "Turning points",
}


def kind_name(kind: str, words: Words) -> str:
    """A kind of record in the plural: "Treatments"."""
    return words.say(f"bring.kind.{kind}", _KINDS.get(kind, kind.capitalize()))


def described(record: Record, journal: Journal, words: Words) -> Told:
    """A record in words; `journal` holds what it belongs to."""
    match record:
        case Condition() | Treatment() | Symptom() | Person() | Contact():
            return Told(thing=record.name)
        case Allergy():
            return Told(thing=record.substance, line=record.reaction)
        case Clinician():
            return Told(thing=record.called)
    return tell_record(journal, record, words)


def suggestion_row(record: Record, journal: Journal, words: Words, *, kept: bool) -> RecordRow:
    """A suggestion as a row: ticked or left."""
    told = described(record, journal, words)
    when = when_of(record)
    state = words.say("bring.kept", "bring in") if kept else words.say("bring.left", "leave")
    kind = kind_name(record.KIND, words)
    day = words.short_when(when) if when is not None and when.is_dated else ""
    spoken = (told.thing, told.line, kind, words.when(when) if day else "", state)
    return RecordRow(
        key=record.id,
        title=told.thing,
        note=", ".join(part for part in (told.line, kind, day) if part),
        icon="check-circle-fill" if kept else "circle",
        tone="pine" if kept else "ink3",
        pill=("kept" if kept else "plain", state),
        spoken=", ".join(part for part in spoken if part),
    )
