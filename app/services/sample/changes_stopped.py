"""What happened to each treatment that was tried and stopped, and why it was."""

from app.domain.records import Record, TreatmentChange
from app.domain.records.treatments import (
    Again,
    ChangeKind,
    Decided,
    Verdict,
    Why,
)
from app.services.sample.change_forms import A_DAY, NIGHT, WEEKLY, mg, new_dose, started
from app.services.sample.telling import Telling


def changes_stopped(tell: Telling) -> tuple[Record, ...]:
    """Every change of the six that were stopped."""
    return (
        *_sulfasalazine(tell),
        *_methotrexate(tell),
        *_amitriptyline(tell),
        *_prednisolone(tell),
        *_omega_3(tell),
        *_ibuprofen(tell),
    )


def _sulfasalazine(tell: Telling) -> tuple[TreatmentChange, ...]:
    return (
        started(tell, "Sulfasalazine", "2024-10-22", mg("1", "g"), A_DAY, by="Osei", at_visit=True),
        new_dose(tell, "Sulfasalazine", "2024-11-19", mg("2", "g"), A_DAY, by="Osei", at_visit=False),
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
        started(tell, "Methotrexate", "2023-12-05", mg("10"), WEEKLY, by="Osei"),
        new_dose(tell, "Methotrexate", "2024-03-12", mg("15"), WEEKLY, by="Osei"),
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
        started(tell, "Amitriptyline", "2024-03-05", mg("10"), NIGHT, by="Whitlock"),
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
        started(tell, "Prednisolone", "2023-11-22", mg("15"), A_DAY, by="Osei", at_visit=True),
        new_dose(tell, "Prednisolone", "2023-12-20", mg("10"), A_DAY, by="Osei", at_visit=False),
        new_dose(tell, "Prednisolone", "2024-01-09", mg("5"), A_DAY, by="Osei", at_visit=False),
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
        started(tell, "Omega-3", "2023-08-04", mg("1", "g"), A_DAY),
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
        started(tell, "Ibuprofen", "2023-06-01", mg("400"), None),
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
