"""The table of all kinds of record."""

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

ALL_KINDS: tuple[type[Record], ...] = (
    Person,
    AboutMe,
    Goal,
    Contact,
    Condition,
    Allergy,
    NoneKnown,
    SafetyFact,
    TurningPoint,
    Note,
    Term,
    Symptom,
    SymptomEntry,
    Day,
    Treatment,
    TreatmentChange,
    Question,
    Visit,
    Decision,
    PlanStep,
    Clinician,
    WorkingAgreement,
    ResetConversation,
    Handoff,
    SecondOpinion,
    EndingCare,
    ShareRecord,
    Event,
    Measurement,
    Attachment,
)

KIND_NAMES: dict[str, type[Record]] = {kind.KIND: kind for kind in ALL_KINDS}
