"""What Maya takes or does for it, by name. The story of each is in `changes`."""

from app.domain.records import Record, Treatment
from app.domain.records.treatments import Route, TreatmentKind
from app.services.sample.telling import Telling


def treatments(tell: Telling) -> tuple[Record, ...]:
    """Six that she takes now and six that were tried and stopped, in the order of the pages."""
    return (*_for_arthritis(tell), *_for_migraine(tell), *_her_own(tell))


def _for_arthritis(tell: Telling) -> tuple[Treatment, ...]:
    return (
        _adalimumab(tell),
        _naproxen(tell),
        _sulfasalazine(tell),
        _methotrexate(tell),
        _prednisolone(tell),
    )


def _adalimumab(tell: Telling) -> Treatment:
    osei = tell.clinician("Osei")
    arthritis = (tell.condition("arthritis"),)
    return Treatment(
        id=tell.treatment("Adalimumab"),
        written=tell.wrote("2025-06-12"),
        name="Adalimumab",
        route=Route.INJECTION,
        form="injection",
        for_conditions=arthritis,
        for_symptoms=(tell.symptom("Knee pain"), tell.symptom("Hand stiffness")),
        prescriber=osei,
        main=True,
        dose_every_days=14,
        works_in_my_life="Evenings only. Inés asleep.",
        fit_to_life="After supper, with the news.",
        order=0,
    )


def _naproxen(tell: Telling) -> Treatment:
    osei = tell.clinician("Osei")
    arthritis = (tell.condition("arthritis"),)
    return Treatment(
        id=tell.treatment("Naproxen"),
        written=tell.wrote("2024-01-16"),
        name="Naproxen",
        route=Route.MOUTH,
        for_conditions=arthritis,
        for_symptoms=(tell.symptom("Knee pain"), tell.symptom("Hand stiffness")),
        prescriber=osei,
        order=1,
    )


def _sulfasalazine(tell: Telling) -> Treatment:
    osei = tell.clinician("Osei")
    arthritis = (tell.condition("arthritis"),)
    return Treatment(
        id=tell.treatment("Sulfasalazine"),
        written=tell.wrote("2024-10-22"),
        name="Sulfasalazine",
        route=Route.MOUTH,
        for_conditions=arthritis,
        prescriber=osei,
        order=6,
    )


def _methotrexate(tell: Telling) -> Treatment:
    osei = tell.clinician("Osei")
    arthritis = (tell.condition("arthritis"),)
    return Treatment(
        id=tell.treatment("Methotrexate"),
        written=tell.wrote("2023-12-05"),
        name="Methotrexate",
        route=Route.MOUTH,
        for_conditions=arthritis,
        prescriber=osei,
        order=7,
    )


def _prednisolone(tell: Telling) -> Treatment:
    osei = tell.clinician("Osei")
    arthritis = (tell.condition("arthritis"),)
    return Treatment(
        id=tell.treatment("Prednisolone"),
        written=tell.wrote("2023-11-22"),
        name="Prednisolone",
        route=Route.MOUTH,
        for_conditions=arthritis,
        prescriber=osei,
        order=9,
    )


def _for_migraine(tell: Telling) -> tuple[Treatment, ...]:
    return (_propranolol(tell), _sumatriptan(tell), _magnesium(tell), _amitriptyline(tell))


def _propranolol(tell: Telling) -> Treatment:
    migraine = (tell.condition("migraine"),)
    return Treatment(
        id=tell.treatment("Propranolol"),
        written=tell.wrote("2024-10-08"),
        name="Propranolol",
        route=Route.MOUTH,
        for_conditions=migraine,
        for_symptoms=(tell.symptom("Migraine"),),
        prescriber=tell.clinician("Lindqvist"),
        order=2,
    )


def _sumatriptan(tell: Telling) -> Treatment:
    migraine = (tell.condition("migraine"),)
    return Treatment(
        id=tell.treatment("Sumatriptan"),
        written=tell.wrote("2023-10-11"),
        name="Sumatriptan",
        route=Route.MOUTH,
        for_conditions=migraine,
        for_symptoms=(tell.symptom("Migraine"),),
        prescriber=tell.clinician("Rahal"),
        order=3,
    )


def _magnesium(tell: Telling) -> Treatment:
    migraine = (tell.condition("migraine"),)
    return Treatment(
        id=tell.treatment("Magnesium"),
        written=tell.wrote("2024-05-06"),
        name="Magnesium",
        treatment=TreatmentKind.SUPPLEMENT,
        route=Route.MOUTH,
        for_conditions=migraine,
        my_choice=True,
        order=4,
    )


def _amitriptyline(tell: Telling) -> Treatment:
    migraine = (tell.condition("migraine"),)
    return Treatment(
        id=tell.treatment("Amitriptyline"),
        written=tell.wrote("2024-03-05"),
        name="Amitriptyline",
        route=Route.MOUTH,
        for_conditions=migraine,
        prescriber=tell.clinician("Whitlock"),
        order=8,
    )


def _her_own(tell: Telling) -> tuple[Treatment, ...]:
    return (
        Treatment(
            id=tell.treatment("Hand therapy"),
            written=tell.wrote("2025-06-30"),
            name="Hand therapy",
            treatment=TreatmentKind.THERAPY,
            for_words="hands",
            prescriber_name="Jo Barnes",
            order=5,
        ),
        Treatment(
            id=tell.treatment("Omega-3"),
            written=tell.wrote("2023-08-04"),
            name="Omega-3",
            treatment=TreatmentKind.SUPPLEMENT,
            route=Route.MOUTH,
            for_words="joints",
            my_choice=True,
            order=10,
        ),
        Treatment(
            id=tell.treatment("Ibuprofen"),
            written=tell.wrote("2023-06-01"),
            name="Ibuprofen",
            treatment=TreatmentKind.FROM_THE_SHOP,
            route=Route.MOUTH,
            for_words="knees",
            my_choice=True,
            order=11,
        ),
    )
