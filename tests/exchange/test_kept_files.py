"""The kept real files: every problem, allergy and medicine in them comes in, with its own words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.journal import Journal
from app.domain.records import (
    Allergy,
    Clinician,
    Condition,
    Contact,
    Event,
    Measurement,
    NoneKnown,
    Note,
    Person,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.person import Badness, ConditionStatus
from app.domain.records.treatments import ChangeKind, Route, TreatmentKind
from app.domain.records.when import Precision, in_month, in_year
from app.exchange.matching import match
from tests.exchange.reading import ALL, CCD, CERNER, IPS_JSON, IPS_XML, NO_INFORMATION, of, read_kept


def test_the_full_summary_gives_every_problem_allergy_and_medicine() -> None:
    found = read_kept(CCD)
    assert sorted(c.name for c in of(Condition, found)) == ["Angina", "Chest pain", "Pneumonia", "Pneumonia"]
    assert {a.substance: a.reaction for a in of(Allergy, found)} == {
        "Penicillin": "Nausea",
        "codeine": "Wheezing",
    }
    medicines = [t for t in of(Treatment, found) if t.treatment is TreatmentKind.PRESCRIBED]
    assert [t.name for t in medicines] == [
        "albuterol 0.09 MG/ACTUAT [Proventil]",
        "atenolol 25 MG Oral Tablet",
    ]
    assert medicines[0].route is Route.BREATHED_IN
    assert medicines[0].for_words == "Asthma"


def test_the_worst_severity_told_of_an_allergy_counts() -> None:
    penicillin = next(a for a in of(Allergy, read_kept(CCD)) if a.substance == "Penicillin")
    assert penicillin.badness is Badness.BAD  # its reaction was mild, the allergy "moderate to severe"


def test_the_person_a_visit_and_the_clinicians_come_in() -> None:
    found = read_kept(CCD)
    (person,) = of(Person, found)
    assert (person.name, person.born and person.born.first and person.born.first.isoformat()) == (
        "Eve Betterhalf",
        "1975-05-01",
    )
    (visit,) = of(Visit, found)
    assert (visit.reason, visit.place) == ("Pneumonia", "Good Health Urgent Care")
    assert {c.name for c in of(Clinician, found)} == {"Patricia Primary", "Harold Hippocrates"}


def test_a_blood_pressure_keeps_its_two_numbers_together() -> None:
    pressures = [m for m in of(Measurement, read_kept(CCD)) if m.name == "Blood pressure"]
    assert [(m.value, m.second) for m in pressures] == [
        (Decimal(132), Decimal(88)),
        (Decimal(128), Decimal(80)),
    ]


def test_a_result_keeps_its_reference_range() -> None:
    haemoglobin = next(m for m in of(Measurement, read_kept(CCD)) if m.name == "Hemoglobin")
    assert (haemoglobin.value, haemoglobin.unit) == (Decimal("13.2"), "g/dL")
    assert (haemoglobin.low, haemoglobin.high) == (Decimal("12.0"), Decimal("15.5"))


def test_what_is_not_understood_is_named_and_counted() -> None:
    names = dict(read_kept(CCD).not_understood)
    assert names["FAMILY HISTORY"] == 1
    assert names["IMMUNIZATIONS"] == 2  # two that were refused
    assert "PROBLEMS" not in names


def test_a_name_hidden_behind_question_marks_is_read_from_the_words_it_points_at() -> None:
    found = read_kept(CERNER)
    names = [t.name for t in of(Treatment, found)]
    assert len(names) == 6
    assert "lisinopril 10 mg oral tablet" in names
    assert not any("?" in name for name in names)
    assert len(of(Condition, found)) == 5


def test_a_medicine_that_ended_has_its_end() -> None:
    found = read_kept(CERNER)
    stopped = {c.treatment for c in of(TreatmentChange, found) if c.change is ChangeKind.STOPPED}
    ended = {t.name for t in of(Treatment, found) if t.id in stopped}
    assert ended == {"lisinopril 10 mg oral tablet", "lisinopril"}


@pytest.mark.parametrize("name", [IPS_XML, IPS_JSON])
def test_fhir_in_xml_and_json_say_the_same(name: str) -> None:
    found = read_kept(name)
    (person,) = of(Person, found)
    assert person.name == "Martha DeLarosa"
    assert of(Contact, found)[0].name == "Martha Mum"
    flushing = of(Condition, found)[0]
    assert (flushing.name, flushing.onset) == ("Menopausal flushing", in_year(2015))
    (allergy,) = of(Allergy, found)
    assert allergy.substance.startswith("Substance with penicillin structure")
    started = of(TreatmentChange, found)[0]
    assert started.when == in_month(2015, 3)
    assert started.planned is not None
    assert started.planned.words == "1 tablet"


def test_a_cancer_in_remission_is_over_and_its_dates_keep_their_precision() -> None:
    cancer = of(Condition, read_kept(IPS_XML))[1]
    assert cancer.status is ConditionStatus.RESOLVED
    assert cancer.onset is not None
    assert cancer.onset.precision is Precision.MONTH


def test_no_known_food_allergy_is_not_an_allergy_and_not_none_at_all() -> None:
    found = read_kept(IPS_XML)
    assert len(of(Allergy, found)) == 1
    assert [note.text for note in of(Note, found)] == ["no known food allergies"]
    assert not of(NoneKnown, found)


def test_no_information_is_nothing_written() -> None:
    found = read_kept(NO_INFORMATION)
    assert found.not_written == ("Conditions", "Allergies", "Medicines")
    assert not of(Condition, found)
    assert not of(Allergy, found)
    assert not of(Treatment, found)
    assert not of(NoneKnown, found)
    assert [event.title for event in of(Event, found)] == ["Influenza, seasonal, injectable"] * 2


@pytest.mark.parametrize("name", ALL)
def test_every_record_names_its_file_and_its_own_words(name: str) -> None:
    for record in read_kept(name).records:
        assert record.source is not None
        assert record.source.title == name
        assert record.source.code


@pytest.mark.parametrize("name", ALL)
def test_a_second_import_of_the_same_file_adds_nothing(name: str) -> None:
    journal = Journal().with_(*match(read_kept(name).records, Journal()).new)
    again = match(read_kept(name, first_id=10_000).records, journal)
    assert again.new == ()


def test_what_was_thrown_away_stays_away() -> None:
    new = match(read_kept(IPS_JSON).records, Journal()).new

    journal = Journal().with_(*(replace(record, trashed=True) for record in new))
    assert match(read_kept(IPS_JSON, first_id=10_000).records, journal).new == ()
