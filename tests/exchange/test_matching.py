"""The same fact is kept once; references follow to the one that is kept."""

from dataclasses import replace

from app.domain.journal import Journal
from app.domain.records import Clinician, Person, Treatment, TreatmentChange, Visit
from app.domain.records.record import ClinicianId, RecordId, Source
from app.domain.records.when import in_year
from app.exchange.matching import match, with_ids
from tests.exchange.reading import CERNER, IPS_JSON, NOW, of, read_kept


def test_a_typed_treatment_of_the_same_name_takes_the_imported_changes() -> None:
    mine = Treatment(id=RecordId("mine"), written=NOW, name="ASPIRIN")
    new = match(read_kept(CERNER).records, Journal.holding(mine)).new
    assert "aspirin" not in [record.name for record in new if isinstance(record, Treatment)]
    assert "mine" in [record.treatment for record in new if isinstance(record, TreatmentChange)]


def test_what_was_typed_and_thrown_away_stays_away() -> None:
    mine = Treatment(id=RecordId("mine"), written=NOW, name="ASPIRIN")
    theirs = replace(mine, id=RecordId("theirs"), name="aspirin")
    thrown_away = Journal.holding(replace(mine, trashed=True))
    assert match([theirs], Journal()).new == (theirs,)
    assert match([theirs], thrown_away).new == ()


def test_a_visit_follows_to_the_clinician_who_is_there_already() -> None:
    mine = Clinician(id=RecordId("mine"), written=NOW, name="Dr Ama Osei")
    theirs = replace(mine, id=RecordId("theirs"))
    visit = Visit(id=RecordId("v"), written=NOW, clinician=ClinicianId(RecordId("theirs")))
    matched = match([theirs, visit], Journal.holding(mine))
    assert matched.new == (replace(visit, clinician=ClinicianId(RecordId("mine"))),)
    assert [record.id for record in matched.already] == ["theirs"]


def test_the_person_is_filled_in_and_never_overwritten() -> None:
    mine = Person(id=RecordId("me"), written=NOW, name="Martha", phone="123")
    new = match(read_kept(IPS_JSON).records, Journal.holding(mine)).new
    (person,) = [record for record in new if isinstance(record, Person)]
    assert (person.id, person.name, person.phone) == ("me", "Martha", "123")
    assert person.born is not None
    assert person.born.first is not None
    assert person.born.first.year == 1972


def test_two_courses_of_one_medicine_stay_two() -> None:
    names = [t.name for t in of(Treatment, read_kept(CERNER)) if t.name.lower().startswith("lisinopril")]
    new = match(read_kept(CERNER).records, Journal()).new
    assert len([r for r in new if isinstance(r, Treatment) and r.name in names]) == len(names)


def test_a_number_of_the_file_that_stands_for_something_else_now_is_something_new() -> None:
    source = Source(title="Hospital", code="MedicationRequest/7")
    mine = Treatment(id=RecordId("mine"), written=NOW, name="Naproxen", source=source)
    theirs = replace(mine, id=RecordId("theirs"), name="Sertraline")
    assert match([theirs], Journal.holding(mine)).new == (theirs,)


def test_ids_are_replaced_wherever_they_stand() -> None:
    visit = Visit(
        id=RecordId("v"), written=NOW, when=in_year(2020), clinician=ClinicianId(RecordId("a")), reason="a b"
    )
    assert with_ids(visit, {"a": "b"}) == replace(visit, clinician=ClinicianId(RecordId("b")))
