"""What happened to each treatment, day by day: starts, doses, pauses, what was noticed, why it stopped."""

from datetime import date, timedelta
from decimal import Decimal

from app.domain.records import Record, TreatmentChange
from app.domain.records.person import Badness
from app.domain.records.treatments import (
    Again,
    Barrier,
    ChangeKind,
    Decided,
    Dose,
    Frequency,
    SideEffect,
    Taken,
    Verdict,
    Why,
)
from app.services.sample.telling import Telling

EVERY_TWO_WEEKS = 14
_FIRST_INJECTION = date(2025, 6, 12)
_LAST_INJECTION = date(2026, 4, 30)
_NOT_WRITTEN = date(2025, 12, 25)  # it fell into the time without notes

_DAILY = Frequency(words="once a day", times=Decimal(1), days=1)
_TWICE = Frequency(words="twice a day", times=Decimal(2), days=1)
_A_DAY = Frequency(words="a day", times=Decimal(1), days=1)
_NIGHT = Frequency(words="at night", times=Decimal(1), days=1)
_WEEKLY = Frequency(words="a week", times=Decimal(1), days=7)
_WHEN_NEEDED = Frequency(words="when needed", when_needed=True)


def changes(tell: Telling) -> tuple[Record, ...]:
    """Every change of every treatment."""
    return (
        *_adalimumab(tell),
        *_injection_days(tell),
        *_naproxen(tell),
        *_propranolol(tell),
        *_sumatriptan(tell),
        *_magnesium(tell),
        *_hand_therapy(tell),
        *_sulfasalazine(tell),
        *_methotrexate(tell),
        *_amitriptyline(tell),
        *_prednisolone(tell),
        *_omega_3(tell),
        *_ibuprofen(tell),
    )


def injection_days() -> tuple[date, ...]:
    """The days the injection was taken and written down, in the pictures' calendar."""
    rounds = (_LAST_INJECTION - _FIRST_INJECTION).days // EVERY_TWO_WEEKS
    days = (_FIRST_INJECTION + timedelta(days=EVERY_TWO_WEEKS * at) for at in range(rounds + 1))
    return tuple(day for day in days if day != _NOT_WRITTEN)


def _mg(amount: str, unit: str = "mg") -> Dose:
    return Dose(words=f"{amount} {unit}", amount=Decimal(amount), unit=unit)


def _started(
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


def _dose(
    tell: Telling, name: str, day: str, dose: Dose, how_often: Frequency, *, by: str, at_visit: bool = True
) -> TreatmentChange:
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


def _so_far(
    tell: Telling, name: str, day: str, verdict: Verdict, words: str = "", *, noticed: str = ""
) -> TreatmentChange:
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


def _adalimumab(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        TreatmentChange(
            id=tell.id("change adalimumab started"),
            written=tell.wrote("2025-06-12"),
            treatment=tell.treatment("Adalimumab"),
            change=ChangeKind.STARTED,
            when=tell.on("2025-06-12"),
            planned=_mg("40"),
            how_often=Frequency(words="every 2 weeks", times=Decimal(1), days=EVERY_TWO_WEEKS),
            decided=Decided.TOGETHER,
            clinician=tell.clinician("Osei"),
            visit=tell.visit("2025-06-05"),
            expected="Less pain by autumn.",
            note="After two others did not suit.",
        ),
        TreatmentChange(
            id=tell.id("change itchy patch"),
            written=tell.wrote("2026-03-03"),
            treatment=tell.treatment("Adalimumab"),
            change=ChangeKind.NOTICED,
            when=tell.on("2026-03-03"),
            noticed="red, itchy patch at the injection site. Gone in two days. Nurse called the same day.",
            side_effects=(
                SideEffect(
                    words="itchy patch",
                    badness=Badness.MILD,
                    when=tell.on("2026-03-03"),
                    gone_after="two days",
                    came_back=False,
                ),
            ),
            told_the_clinician=True,
            attachments=(tell.photo("patch"), tell.photo("patch gone")),
        ),
        _so_far(
            tell,
            "Adalimumab",
            "2026-04-20",
            Verdict.HELPED_A_LOT,
            "until day 10",
            noticed="Good for ten days, then it fades.",
        ),
    )


def _injection_days(tell: Telling) -> tuple[TreatmentChange, ...]:
    return tuple(
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote(f"{day} 21:10"),
            treatment=tell.treatment("Adalimumab"),
            change=ChangeKind.TAKEN,
            when=tell.on(day.isoformat()),
            planned=_mg("40"),
            taken=Taken.AS_PLANNED,
        )
        for day in injection_days()
    )


def _naproxen(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Naproxen", "2024-01-16", _mg("250"), _TWICE, by="Osei"),
        _naproxen_paused(tell),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2025-10-20"),
            treatment=tell.treatment("Naproxen"),
            change=ChangeKind.RESUMED,
            when=tell.on("2025-10-20"),
            planned=_mg("250"),
            how_often=_TWICE,
            decided=Decided.ME,
            why=(Why.PREFERENCE,),
            why_words="Mornings too stiff.",
            told_the_clinician=True,
        ),
        _so_far(tell, "Naproxen", "2025-11-10", Verdict.HELPED),
        _naproxen_mostly_not(tell),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2026-05-12 08:15"),
            treatment=tell.treatment("Naproxen"),
            change=ChangeKind.MISSED,
            when=tell.at("2026-05-12 08:15"),
            why=(Why.SIDE_EFFECT,),
            note="Stomach again.",
        ),
    )


def _naproxen_paused(tell: Telling) -> TreatmentChange:
    return TreatmentChange(
        id=tell.new(),
        written=tell.wrote("2025-09-11"),
        treatment=tell.treatment("Naproxen"),
        change=ChangeKind.PAUSED,
        when=tell.on("2025-09-11"),
        decided=Decided.CLINICIAN,
        clinician=tell.clinician("Osei"),
        visit=tell.visit("2025-09-11"),
        why=(Why.SIDE_EFFECT, Why.CLINICIANS_ADVICE),
        why_words="Stomach pain",
    )


def _naproxen_mostly_not(tell: Telling) -> TreatmentChange:
    return TreatmentChange(
        id=tell.id("change naproxen mostly not"),
        written=tell.wrote("2026-04-27"),
        treatment=tell.treatment("Naproxen"),
        change=ChangeKind.HOW_TAKEN,
        when=tell.on("2026-04-27"),
        taken=Taken.SOMETIMES,
        barriers=(Barrier.SIDE_EFFECTS,),
        decided=Decided.ME,
        why=(Why.SIDE_EFFECT,),
        why_words="stomach pain, up at 3 twice that week",
        not_tolerated=True,
        reaction="stomach pain",
        told_the_clinician=False,
    )


def _propranolol(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Propranolol", "2024-10-08", _mg("40"), _DAILY, by="Lindqvist", at_visit=True),
        _dose(tell, "Propranolol", "2025-01-14", _mg("80"), _DAILY, by="Lindqvist"),
        _so_far(tell, "Propranolol", "2025-10-06", Verdict.HELPED, noticed="May be making me tired"),
    )


def _sumatriptan(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Sumatriptan", "2023-10-11", _mg("50"), _WHEN_NEEDED, by="Whitlock"),
        _so_far(tell, "Sumatriptan", "2023-12-18", Verdict.HELPED),
    )


def _magnesium(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Magnesium", "2024-05-06", _mg("300"), _A_DAY),
        _so_far(tell, "Magnesium", "2024-11-04", Verdict.CANNOT_TELL),
    )


def _hand_therapy(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(
            tell,
            "Hand therapy",
            "2025-06-30",
            None,
            Frequency(words="weekly", times=Decimal(1), days=7),
            by="Barnes",
        ),
        _so_far(tell, "Hand therapy", "2025-11-17", Verdict.HELPED),
    )


def _sulfasalazine(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Sulfasalazine", "2024-10-22", _mg("1", "g"), _A_DAY, by="Osei", at_visit=True),
        _dose(tell, "Sulfasalazine", "2024-11-19", _mg("2", "g"), _A_DAY, by="Osei", at_visit=False),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2025-04-08"),
            treatment=tell.treatment("Sulfasalazine"),
            change=ChangeKind.STOPPED,
            when=tell.on("2025-04-08"),
            decided=Decided.TOGETHER,
            clinician=tell.clinician("Osei"),
            visit=tell.visit("2025-04-08"),
            why=(Why.DID_NOT_HELP,),
            verdict=Verdict.NO_DIFFERENCE,
            again=Again.NO,
            note="Nearly six months. Nothing changed but the tablets.",
        ),
    )


def _methotrexate(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Methotrexate", "2023-12-05", _mg("10"), _WEEKLY, by="Osei"),
        _dose(tell, "Methotrexate", "2024-03-12", _mg("15"), _WEEKLY, by="Osei"),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2024-09-17"),
            treatment=tell.treatment("Methotrexate"),
            change=ChangeKind.STOPPED,
            when=tell.on("2024-09-17"),
            decided=Decided.TOGETHER,
            clinician=tell.clinician("Osei"),
            visit=tell.visit("2024-09-17"),
            why=(Why.SIDE_EFFECT,),
            not_tolerated=True,
            reaction="sick two days a week",
            verdict=Verdict.HELPED,
            again=Again.MAYBE,
        ),
    )


def _amitriptyline(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Amitriptyline", "2024-03-05", _mg("10"), _NIGHT, by="Whitlock"),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2024-07-16"),
            treatment=tell.treatment("Amitriptyline"),
            change=ChangeKind.STOPPED,
            when=tell.on("2024-07-16"),
            decided=Decided.ME,
            why=(Why.SIDE_EFFECT,),
            not_tolerated=True,
            reaction="too sleepy to drive",
            verdict=Verdict.CANNOT_TELL,
            again=Again.NO,
        ),
    )


def _prednisolone(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Prednisolone", "2023-11-22", _mg("15"), _A_DAY, by="Osei", at_visit=True),
        _dose(tell, "Prednisolone", "2023-12-20", _mg("10"), _A_DAY, by="Osei", at_visit=False),
        _dose(tell, "Prednisolone", "2024-01-09", _mg("5"), _A_DAY, by="Osei", at_visit=False),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2024-01-31"),
            treatment=tell.treatment("Prednisolone"),
            change=ChangeKind.STOPPED,
            when=tell.on("2024-01-31"),
            decided=Decided.CLINICIAN,
            clinician=tell.clinician("Osei"),
            why_words="Short course, ended as planned",
            verdict=Verdict.HELPED_A_LOT,
            again=Again.YES,
        ),
    )


def _omega_3(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Omega-3", "2023-08-04", _mg("1", "g"), _A_DAY),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2024-02-14"),
            treatment=tell.treatment("Omega-3"),
            change=ChangeKind.STOPPED,
            when=tell.on("2024-02-14"),
            decided=Decided.ME,
            why=(Why.PREFERENCE, Why.COST),
            why_words="My choice: cost",
            verdict=Verdict.CANNOT_TELL,
        ),
    )


def _ibuprofen(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        _started(tell, "Ibuprofen", "2023-06-01", _mg("400"), None),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2023-11-22"),
            treatment=tell.treatment("Ibuprofen"),
            change=ChangeKind.STOPPED,
            when=tell.on("2023-11-22"),
            decided=Decided.TOGETHER,
            clinician=tell.clinician("Osei"),
            why=(Why.SIDE_EFFECT,),
            not_tolerated=True,
            reaction="stomach pain",
            verdict=Verdict.HELPED_A_LITTLE,
            again=Again.NO,
        ),
    )
