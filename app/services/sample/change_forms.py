"""How one change of a treatment is written down, in the few forms the story needs."""

from decimal import Decimal

from app.domain.records import TreatmentChange
from app.domain.records.treatments import (
    ChangeKind,
    Decided,
    Dose,
    Frequency,
    Verdict,
)
from app.services.sample.telling import Telling

DAILY = Frequency(words="once a day", times=Decimal(1), days=1)
TWICE = Frequency(words="twice a day", times=Decimal(2), days=1)
A_DAY = Frequency(words="a day", times=Decimal(1), days=1)
NIGHT = Frequency(words="at night", times=Decimal(1), days=1)
WEEKLY = Frequency(words="a week", times=Decimal(1), days=7)
WHEN_NEEDED = Frequency(words="when needed", when_needed=True)


def mg(amount: str, unit: str = "mg") -> Dose:
    """A dose in milligrams, or another unit."""
    return Dose(words=f"{amount} {unit}", amount=Decimal(amount), unit=unit)


def started(
    tell: Telling,
    name: str,
    day: str,
    dose: Dose | None,
    how_often: Frequency | None,
    *,
    by: str = "",
    at_visit: bool = False,
    note: str = "",
) -> TreatmentChange:
    """The day a treatment began."""
    return TreatmentChange(
        id=tell.new(),
        written=tell.wrote(day),
        treatment=tell.treatment(name),
        change=ChangeKind.STARTED,
        when=tell.on(day),
        planned=dose,
        how_often=how_often,
        decided=Decided.CLINICIAN if by else Decided.ME,
        clinician=tell.clinician(by) if by else None,
        visit=tell.visit(day) if at_visit else None,
        note=note,
    )


def new_dose(
    tell: Telling, name: str, day: str, dose: Dose, how_often: Frequency, *, by: str, at_visit: bool = True
) -> TreatmentChange:
    """The day its dose changed."""
    return TreatmentChange(
        id=tell.new(),
        written=tell.wrote(day),
        treatment=tell.treatment(name),
        change=ChangeKind.DOSE,
        when=tell.on(day),
        planned=dose,
        how_often=how_often,
        decided=Decided.CLINICIAN,
        clinician=tell.clinician(by),
        visit=tell.visit(day) if at_visit else None,
    )


def so_far(
    tell: Telling, name: str, day: str, verdict: Verdict, words: str = "", *, noticed: str = ""
) -> TreatmentChange:
    """What it has done so far, in between."""
    return TreatmentChange(
        id=tell.new(),
        written=tell.wrote(day),
        treatment=tell.treatment(name),
        change=ChangeKind.NOTICED,
        when=tell.on(day),
        noticed=noticed,
        verdict=verdict,
        verdict_words=words,
    )
