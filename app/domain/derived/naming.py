"""What a record is called in a list: its own words, and the word for its kind."""

from app.domain.derived.belonging import named
from app.domain.journal import Journal
from app.domain.records import (
    AboutMe,
    Allergy,
    Attachment,
    Clinician,
    Condition,
    Contact,
    Day,
    Decision,
    EndingCare,
    Event,
    Goal,
    Handoff,
    Measurement,
    NoneKnown,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    ResetConversation,
    SafetyFact,
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
from app.domain.records.treatments import ChangeKind
from app.domain.wording import Wording

_OWN_WORDS: dict[type[Record], tuple[str, ...]] = {
    Person: ("name",),
    AboutMe: ("text",),
    Goal: ("text",),
    Contact: ("name", "tie"),
    Condition: ("name", "detail"),
    Allergy: ("substance", "reaction"),
    NoneKnown: ("of",),
    SafetyFact: ("topic", "words"),
    TurningPoint: ("text",),
    Note: ("text",),
    Term: ("their_word", "my_words"),
    Symptom: ("name",),
    SymptomEntry: ("severity", "could_not", "note"),
    Day: ("day", "note"),
    Treatment: ("name",),
    TreatmentChange: ("change", "why_words", "noticed", "note"),
    Question: ("text",),
    Visit: ("reason", "main_thing", "heard"),
    Decision: ("about", "chosen"),
    PlanStep: ("text",),
    Clinician: ("name", "specialty"),
    ResetConversation: ("understood", "worried", "would_like"),
    Handoff: ("why",),
    SecondOpinion: ("want_to_know",),
    EndingCare: ("why_words",),
    ShareRecord: ("document", "to_whom"),
    WorkingAgreement: ("mine", "theirs"),
    Event: ("title", "outcome"),
    Measurement: ("name", "value", "unit", "words"),
    Attachment: ("caption", "name"),
}


def _as_text(value: object) -> str:
    """A field's words; a dose that was not taken is skipped, as it is everywhere a person reads it."""
    if value is ChangeKind.MISSED:
        return "skipped"
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)


def own_words(journal: Journal, record: Record) -> str:
    """The words a person would know a record by, its symptom's, treatment's or clinician's name in front."""
    parts = [_belongs_to(journal, record)]
    for field in _OWN_WORDS.get(type(record), ()):
        value = getattr(record, field)
        parts.append(_as_text(value))
    return " ".join(part for part in parts if part)


def _belongs_to(journal: Journal, record: Record) -> str:
    match record:
        case SymptomEntry():
            symptom = journal.symptom(record.symptom)
            return symptom.name if symptom else ""
        case TreatmentChange():
            treatment = journal.treatment(record.treatment)
            return treatment.name if treatment else ""
        case Visit() | ResetConversation() | EndingCare() | WorkingAgreement():
            return named(journal, record.clinician)
    return ""


def first_words(text: str, most: int = 8) -> str:
    """The first words of a text, with a mark where there are more."""
    found = text.split(maxsplit=most)
    return " ".join(found) if len(found) <= most else " ".join(found[:most]) + " …"


def kind_name(kind: type[Record], count: int, words: Wording) -> str:
    """How many of a kind, in words: "11 notes", "1 question"."""
    one, many = _KINDS[kind]
    return words.count(f"kind.{kind.KIND}", one, many, count)


_KINDS: dict[type[Record], tuple[str, str]] = {
    Person: ("{n} name", "{n} names"),
    AboutMe: ("{n} thing about me", "{n} things about me"),
    Goal: ("{n} goal", "{n} goals"),
    Contact: ("{n} contact", "{n} contacts"),
    Condition: ("{n} condition", "{n} conditions"),
    Allergy: ("{n} allergy", "{n} allergies"),
    NoneKnown: ("{n} answer", "{n} answers"),
    SafetyFact: ("{n} safety fact", "{n} safety facts"),
    TurningPoint: ("{n} line of my story", "{n} lines of my story"),
    Note: ("{n} note", "{n} notes"),
    Term: ("{n} word explained", "{n} words explained"),
    Symptom: ("{n} symptom", "{n} symptoms"),
    SymptomEntry: ("{n} reading", "{n} readings"),
    Day: ("{n} day", "{n} days"),
    Treatment: ("{n} treatment", "{n} treatments"),
    TreatmentChange: ("{n} treatment change", "{n} treatment changes"),
    Question: ("{n} question", "{n} questions"),
    Visit: ("{n} visit", "{n} visits"),
    Decision: ("{n} decision", "{n} decisions"),
    PlanStep: ("{n} plan step", "{n} plan steps"),
    Clinician: ("{n} clinician", "{n} clinicians"),
    WorkingAgreement: ("{n} working agreement", "{n} working agreements"),
    ResetConversation: ("{n} reset conversation", "{n} reset conversations"),
    Handoff: ("{n} handoff", "{n} handoffs"),
    SecondOpinion: ("{n} second opinion", "{n} second opinions"),
    EndingCare: ("{n} list for ending care", "{n} lists for ending care"),
    ShareRecord: ("{n} share record", "{n} share records"),
    Event: ("{n} event", "{n} events"),
    Measurement: ("{n} measurement", "{n} measurements"),
    Attachment: ("{n} photo or file", "{n} photos and files"),
}
