"""What happened to each treatment that Maya takes now: starts, doses, pauses, what was noticed."""

from datetime import date, timedelta
from decimal import Decimal

from app.domain.records import Record, TreatmentChange
from app.domain.records.person import Badness
from app.domain.records.treatments import (
    Barrier,
    ChangeKind,
    Decided,
    Frequency,
    SideEffect,
    Taken,
    Verdict,
    Why,
)
from app.services.sample.change_forms import A_DAY, DAILY, TWICE, WHEN_NEEDED, mg, new_dose, so_far, started
from app.services.sample.telling import Telling

EVERY_TWO_WEEKS = 14
_FIRST_INJECTION = date(2025, 6, 12)
_LAST_INJECTION = date(2026, 4, 30)
_NOT_WRITTEN = date(2025, 12, 25)  # it fell into the time without notes


def changes(tell: Telling) -> tuple[Record, ...]:
    """Every change of the six that are taken now."""
    return (
        *_adalimumab(tell),
        *_injection_days(tell),
        *_naproxen(tell),
        *_propranolol(tell),
        *_sumatriptan(tell),
        *_magnesium(tell),
        *_hand_therapy(tell),
    )


def injection_days() -> tuple[date, ...]:
    """The days the injection was taken and written down, in the pictures' calendar."""
    rounds = (_LAST_INJECTION - _FIRST_INJECTION).days // EVERY_TWO_WEEKS
    days = (_FIRST_INJECTION + timedelta(days=EVERY_TWO_WEEKS * at) for at in range(rounds + 1))
    return tuple(day for day in days if day != _NOT_WRITTEN)


def _adalimumab(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (_adalimumab_started(tell), _itchy_patch(tell), _fades(tell))


def _adalimumab_started(tell: Telling) -> TreatmentChange:
    return TreatmentChange(
        id=tell.id("change adalimumab started"),
        written=tell.wrote("2025-06-12"),
        treatment=tell.treatment("Adalimumab"),
        change=ChangeKind.STARTED,
        when=tell.on("2025-06-12"),
        planned=mg("40"),
        how_often=Frequency(words="every 2 weeks", times=Decimal(1), days=EVERY_TWO_WEEKS),
        decided=Decided.TOGETHER,
        clinician=tell.clinician("Osei"),
        visit=tell.visit("2025-06-05"),
        expected="Less pain by autumn.",
        note="After two others did not suit.",
    )


def _itchy_patch(tell: Telling) -> TreatmentChange:
    return TreatmentChange(
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
    )


def _fades(tell: Telling) -> TreatmentChange:
    return so_far(
        tell,
        "Adalimumab",
        "2026-04-20",
        Verdict.HELPED_A_LOT,
        "until day 10",
        noticed="Good for ten days, then it fades.",
    )


def _injection_days(tell: Telling) -> tuple[TreatmentChange, ...]:
    return tuple(
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote(f"{day} 21:10"),
            treatment=tell.treatment("Adalimumab"),
            change=ChangeKind.TAKEN,
            when=tell.on(day.isoformat()),
            planned=mg("40"),
            taken=Taken.AS_PLANNED,
        )
        for day in injection_days()
    )


def _naproxen(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        started(tell, "Naproxen", "2024-01-16", mg("250"), TWICE, by="Osei"),
        _naproxen_paused(tell),
        TreatmentChange(
            id=tell.new(),
            written=tell.wrote("2025-10-20"),
            treatment=tell.treatment("Naproxen"),
            change=ChangeKind.RESUMED,
            when=tell.on("2025-10-20"),
            planned=mg("250"),
            how_often=TWICE,
            decided=Decided.ME,
            why=(Why.PREFERENCE,),
            why_words="Mornings too stiff.",
            told_the_clinician=True,
        ),
        so_far(tell, "Naproxen", "2025-11-10", Verdict.HELPED),
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
        started(tell, "Propranolol", "2024-10-08", mg("40"), DAILY, by="Lindqvist", at_visit=True),
        new_dose(tell, "Propranolol", "2025-01-14", mg("80"), DAILY, by="Lindqvist"),
        so_far(tell, "Propranolol", "2025-10-06", Verdict.HELPED, noticed="May be making me tired"),
    )


def _sumatriptan(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        started(tell, "Sumatriptan", "2023-10-11", mg("50"), WHEN_NEEDED, by="Whitlock"),
        so_far(tell, "Sumatriptan", "2023-12-18", Verdict.HELPED),
    )


def _magnesium(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        started(tell, "Magnesium", "2024-05-06", mg("300"), A_DAY),
        so_far(tell, "Magnesium", "2024-11-04", Verdict.CANNOT_TELL),
    )


def _hand_therapy(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        started(
            tell,
            "Hand therapy",
            "2025-06-30",
            None,
            Frequency(words="weekly", times=Decimal(1), days=7),
            by="Barnes",
        ),
        so_far(tell, "Hand therapy", "2025-11-17", Verdict.HELPED),
    )
