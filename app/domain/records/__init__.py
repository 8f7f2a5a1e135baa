"""What is recorded: one module per word of the product, and the table of all kinds.

A kind is loaded when it is first asked for: the locked cover needs none, and its first paint does not wait.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.records.care_team import (
        Clinician,
        EndingCare,
        Handoff,
        ResetConversation,
        SecondOpinion,
        ShareRecord,
        WorkingAgreement,
    )
    from app.domain.records.events import Attachment, Event, Measurement
    from app.domain.records.kinds import ALL_KINDS, KIND_NAMES
    from app.domain.records.notes import Note, Term, TurningPoint
    from app.domain.records.person import (
        AboutMe,
        Allergy,
        Condition,
        Contact,
        Goal,
        NoneKnown,
        Person,
        SafetyFact,
    )
    from app.domain.records.plans import PlanStep
    from app.domain.records.questions import Question
    from app.domain.records.record import Record
    from app.domain.records.symptoms import Day, Symptom, SymptomEntry
    from app.domain.records.treatments import Treatment, TreatmentChange
    from app.domain.records.visits import Decision, Visit

__all__ = [
    "ALL_KINDS",
    "KIND_NAMES",
    "AboutMe",
    "Allergy",
    "Attachment",
    "Clinician",
    "Condition",
    "Contact",
    "Day",
    "Decision",
    "EndingCare",
    "Event",
    "Goal",
    "Handoff",
    "Measurement",
    "NoneKnown",
    "Note",
    "Person",
    "PlanStep",
    "Question",
    "Record",
    "ResetConversation",
    "SafetyFact",
    "SecondOpinion",
    "ShareRecord",
    "Symptom",
    "SymptomEntry",
    "Term",
    "Treatment",
    "TreatmentChange",
    "TurningPoint",
    "Visit",
    "WorkingAgreement",
]

_HOMES: dict[str, tuple[str, ...]] = {
    "care_team": (
        "Clinician",
        "EndingCare",
        "Handoff",
        "ResetConversation",
        "SecondOpinion",
        "ShareRecord",
        "WorkingAgreement",
    ),
    "events": ("Attachment", "Event", "Measurement"),
    "kinds": ("ALL_KINDS", "KIND_NAMES"),
    "notes": ("Note", "Term", "TurningPoint"),
    "person": ("AboutMe", "Allergy", "Condition", "Contact", "Goal", "NoneKnown", "Person", "SafetyFact"),
    "plans": ("PlanStep",),
    "questions": ("Question",),
    "record": ("Record",),
    "symptoms": ("Day", "Symptom", "SymptomEntry"),
    "treatments": ("Treatment", "TreatmentChange"),
    "visits": ("Decision", "Visit"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load what is asked for by name, once. Raises AttributeError for what is no kind."""
    if name not in _HOME_OF:
        raise AttributeError(name)
    found: object = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    globals()[name] = found
    return found
