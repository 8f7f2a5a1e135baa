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
from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.widgets.record_row import RecordRow

_KINDS = {
    "person": Phrase("bring.kind.person", "You"),
    "condition": Phrase("bring.kind.condition", "Conditions"),
    "allergy": Phrase("bring.kind.allergy", "Allergies"),
    "none known": Phrase("bring.kind.none known", "None that you know of"),
    "treatment": Phrase("bring.kind.treatment", "Treatments"),
    "treatment change": Phrase("bring.kind.treatment change", "Changes of treatments"),
    "symptom": Phrase("bring.kind.symptom", "Symptoms"),
    "symptom entry": Phrase("bring.kind.symptom entry", "Readings"),
    "day": Phrase("bring.kind.day", "Days"),
    "visit": Phrase("bring.kind.visit", "Visits"),
    "clinician": Phrase("bring.kind.clinician", "Clinicians"),
    "event": Phrase("bring.kind.event", "Events"),
    "measurement": Phrase("bring.kind.measurement", "Measurements"),
    "question": Phrase("bring.kind.question", "Questions"),
    "decision": Phrase("bring.kind.decision", "Decisions"),
    "plan step": Phrase("bring.kind.plan step", "Steps of a plan"),
    "note": Phrase("bring.kind.note", "Notes"),
    "about": Phrase("bring.kind.about", "About me"),
    "contact": Phrase("bring.kind.contact", "People"),
    "safety": Phrase("bring.kind.safety", "For safety"),
    "goal": Phrase("bring.kind.goal", "Goals"),
    "attachment": Phrase("bring.kind.attachment", "Files"),
    "term": Phrase("bring.kind.term", "Words explained"),
    "agreement": Phrase("bring.kind.agreement", "How we work together"),
    "reset conversation": Phrase("bring.kind.reset conversation", "Reset conversations"),
    "handoff": Phrase("bring.kind.handoff", "Handoffs"),
    "second opinion": Phrase("bring.kind.second opinion", "Second opinions"),
    "ending care": Phrase("bring.kind.ending care", "Ending care"),
    "share record": Phrase("bring.kind.share record", "Given to someone"),
    "turning point": Phrase("bring.kind.turning point", "Turning points"),
}


def kind_name(kind: str, words: Words) -> str:
    """A kind of record in the plural: "Treatments"."""
    return words.say(*_KINDS[kind])


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
