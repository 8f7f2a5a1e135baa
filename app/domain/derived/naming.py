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
from app.domain.wording import Counted, Wording

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
    return words.count(*_KINDS[kind], count)


_KINDS: dict[type[Record], Counted] = {
    Person: Counted("kind.person", "{n} name", "{n} names"),
    AboutMe: Counted("kind.about", "{n} thing about me", "{n} things about me"),
    Goal: Counted("kind.goal", "{n} goal", "{n} goals"),
    Contact: Counted("kind.contact", "{n} contact", "{n} contacts"),
    Condition: Counted("kind.condition", "{n} condition", "{n} conditions"),
    Allergy: Counted("kind.allergy", "{n} allergy", "{n} allergies"),
    NoneKnown: Counted("kind.none known", "{n} answer", "{n} answers"),
    SafetyFact: Counted("kind.safety", "{n} safety fact", "{n} safety facts"),
    TurningPoint: Counted("kind.turning point", "{n} line of my story", "{n} lines of my story"),
    Note: Counted("kind.note", "{n} note", "{n} notes"),
    Term: Counted("kind.term", "{n} word explained", "{n} words explained"),
    Symptom: Counted("kind.symptom", "{n} symptom", "{n} symptoms"),
    SymptomEntry: Counted("kind.symptom entry", "{n} reading", "{n} readings"),
    Day: Counted("kind.day", "{n} day", "{n} days"),
    Treatment: Counted("kind.treatment", "{n} treatment", "{n} treatments"),
    TreatmentChange: Counted("kind.treatment change", "{n} treatment change", "{n} treatment changes"),
    Question: Counted("kind.question", "{n} question", "{n} questions"),
    Visit: Counted("kind.visit", "{n} visit", "{n} visits"),
    Decision: Counted("kind.decision", "{n} decision", "{n} decisions"),
    PlanStep: Counted("kind.plan step", "{n} plan step", "{n} plan steps"),
    Clinician: Counted("kind.clinician", "{n} clinician", "{n} clinicians"),
    WorkingAgreement: Counted("kind.agreement", "{n} working agreement", "{n} working agreements"),
    ResetConversation: Counted(
        "kind.reset conversation", "{n} reset conversation", "{n} reset conversations"
    ),
    Handoff: Counted("kind.handoff", "{n} handoff", "{n} handoffs"),
    SecondOpinion: Counted("kind.second opinion", "{n} second opinion", "{n} second opinions"),
    EndingCare: Counted("kind.ending care", "{n} list for ending care", "{n} lists for ending care"),
    ShareRecord: Counted("kind.share record", "{n} share record", "{n} share records"),
    Event: Counted("kind.event", "{n} event", "{n} events"),
    Measurement: Counted("kind.measurement", "{n} measurement", "{n} measurements"),
    Attachment: Counted("kind.attachment", "{n} photo or file", "{n} photos and files"),
}
