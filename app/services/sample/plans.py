"""What was promised, by whom, and what became of it; and what to call for."""

from app.domain.records import PlanStep, Record
from app.domain.records.plans import Outcome, PlanPart, StepKind, Sure, Who
from app.domain.records.record import Source
from app.services.sample.telling import Telling

_FEBRUARY = "2026-02-12"


def plans(tell: Telling) -> tuple[Record, ...]:
    """The steps of both sides."""
    return (*_asked_of_them(tell), *_mine(tell), *_call_if(tell))


def _asked_of_them(tell: Telling) -> tuple[PlanStep, ...]:
    return (_referral(tell), _nurse_call(tell), _blood_level(tell))


def _referral(tell: Telling) -> PlanStep:
    osei = tell.clinician("Osei")
    february = tell.visit(_FEBRUARY)
    return PlanStep(
        id=tell.id("step eye clinic"),
        written=tell.wrote(_FEBRUARY),
        text="Eye clinic referral",
        step=StepKind.REFERRAL,
        who=Who.CLINICIAN,
        clinician=osei,
        visit=february,
        asked=tell.on(_FEBRUARY),
        by=tell.on("2026-05-01"),
        sure=Sure.SURE,
        order=0,
    )


def _nurse_call(tell: Telling) -> PlanStep:
    osei = tell.clinician("Osei")
    february = tell.visit(_FEBRUARY)
    return PlanStep(
        id=tell.id("step nurse call"),
        written=tell.wrote("2026-03-03"),
        text="Nurse call about the rash",
        step=StepKind.CALL,
        who=Who.SOMEONE_ELSE,
        clinician=osei,
        who_words="clinic",
        visit=february,
        settled=tell.on("2026-03-03"),
        outcome=Outcome.DONE,
        order=1,
    )


def _blood_level(tell: Telling) -> PlanStep:
    osei = tell.clinician("Osei")
    return PlanStep(
        id=tell.id("step adalimumab level"),
        written=tell.wrote("2026-05-12 09:40"),
        text="Adalimumab blood level",
        step=StepKind.TEST,
        who=Who.CLINICIAN,
        clinician=osei,
        treatment=tell.treatment("Adalimumab"),
        asked=tell.on(_FEBRUARY),
        taken=tell.on("2026-05-12"),
        order=2,
    )


def _mine(tell: Telling) -> tuple[PlanStep, ...]:
    return (
        PlanStep(
            id=tell.id("step note injections"),
            written=tell.wrote("2026-05-01"),
            text="Note each injection day",
            who=Who.ME,
            visit=tell.visit(_FEBRUARY),
            treatment=tell.treatment("Adalimumab"),
            settled=tell.on("2026-04-30"),
            outcome=Outcome.DONE,
            workable=True,
            order=3,
        ),
        PlanStep(
            id=tell.id("step blood test"),
            written=tell.wrote(_FEBRUARY),
            text="Blood test before the visit",
            who=Who.ME,
            visit=tell.visit(_FEBRUARY),
            by=tell.on("2026-05-12"),
            settled=tell.on("2026-05-12"),
            outcome=Outcome.DONE,
            first_small_step="Ring for a morning slot.",
            order=4,
        ),
    )


def _call_if(tell: Telling) -> tuple[PlanStep, ...]:
    return (
        PlanStep(
            id=tell.id("call if stools"),
            written=tell.wrote("2025-09-11"),
            text="Black stools, or pain that wakes me",
            part=PlanPart.CALL_IF,
            clinician=tell.clinician("Osei"),
            visit=tell.visit("2025-09-11"),
            call_whom="the nurse line, same day",
            phone="020 7946 0177",
        ),
        PlanStep(
            id=tell.id("call if headache"),
            written=tell.wrote("2024-10-08"),
            text="a headache is sudden and the worst ever, or with weakness, confusion or fever",
            part=PlanPart.CALL_IF,
            clinician=tell.clinician("Lindqvist"),
            visit=tell.visit("2024-10-08"),
            call_whom="999",
            phone="999",
        ),
        PlanStep(
            id=tell.id("call if fever"),
            written=tell.wrote("2025-06-12"),
            text="Fever with the injection due",
            part=PlanPart.CALL_IF,
            treatment=tell.treatment("Adalimumab"),
            call_whom="wait, and call first",
            source=Source(title="clinic leaflet"),
        ),
    )
