"""What Enter writes."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TypeVar

import pytest

from app.domain.journal import Journal
from app.domain.quick_line import Choice, Role, choose, echo, records, with_part
from app.domain.records import (
    Allergy,
    Clinician,
    Day,
    Note,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import PRIVATE, SHARED
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import Barrier, ChangeKind, TreatmentKind, Verdict, Why
from app.domain.records.visits import VisitMode
from app.domain.records.when import PartOfDay as Part
from app.domain.records.when import Precision, at_time, on_day, part_of_day
from tests.domain.quick_line.lines import ARTHRITIS, JOURNAL, NOW, WORDS, new_ids, understood

R = TypeVar("R", bound=Record)


def written(typed: str, journal: Journal = JOURNAL, now: datetime = NOW) -> tuple[Record, ...]:
    return records(understood(typed, now), journal, now, new_ids().__next__)


def one(kind: type[R], typed: str) -> R:
    (found,) = [record for record in written(typed) if isinstance(record, kind)]
    return found


def test_a_reading() -> None:
    entry = one(SymptomEntry, "kn 5")
    assert (entry.symptom, entry.severity, entry.when) == ("s1", 5, at_time(NOW))
    assert (entry.written, entry.note, entry.sharing) == (NOW, "", SHARED)


def test_a_reading_keeps_the_words_around_it() -> None:
    entry = one(SymptomEntry, "left knee 5 worse on stairs, could not open jars, lasted 2 hours")
    assert entry.where == ("left",)
    assert entry.worse_with == ("stairs",)
    assert entry.could_not == "could not open jars"
    assert entry.lasted is not None
    assert (entry.lasted.minutes, entry.lasted.words) == (120, "lasted 2 hours")


def test_a_number_beyond_the_scale_is_in_the_note() -> None:
    entry = one(SymptomEntry, "knee 14")
    assert (entry.severity, entry.note) == (None, "14")


def test_a_number_that_is_not_whole_is_kept_as_typed() -> None:
    entry = one(SymptomEntry, "fatigue 6.5")
    assert (entry.severity, entry.note) == (7, "6.5")


def test_what_stands_in_several_places_is_kept_as_the_whole_line() -> None:
    assert one(SymptomEntry, "woke with knee 5 very sore").note == "woke with knee 5 very sore"


def test_two_readings_on_one_line() -> None:
    first, second = written("knee 5, fatigue 7 yesterday evening")
    assert isinstance(first, SymptomEntry)
    assert isinstance(second, SymptomEntry)
    assert [(entry.symptom, entry.severity) for entry in (first, second)] == [("s1", 5), ("s3", 7)]
    evening = part_of_day(date(2026, 5, 11), Part.EVENING, words="yesterday evening")
    assert first.when == second.when == evening


def test_a_new_symptom_and_its_reading() -> None:
    symptom = one(Symptom, "jaw 3")
    assert (symptom.name, symptom.order) == ("jaw", 6)
    assert one(SymptomEntry, "jaw 3").symptom == symptom.id


def test_a_start_with_everything() -> None:
    change = one(TreatmentChange, "started naproxen 250 mg twice a day for knee pain")
    assert (change.treatment, change.change, change.when) == ("t1", ChangeKind.STARTED, on_day(NOW.date()))
    assert change.planned is not None
    assert (change.planned.words, change.planned.amount, change.planned.unit) == (
        "250 mg",
        Decimal(250),
        "mg",
    )
    assert change.how_often is not None
    assert change.how_often.words == "twice a day"
    assert (change.how_often.times, change.how_often.days) == (Decimal(2), 1)
    assert one(Treatment, "started naproxen 250 mg twice a day for knee pain").for_symptoms == ("s1",)


def test_a_start_for_a_condition() -> None:
    assert one(Treatment, "started naproxen for arthritis").for_conditions == (ARTHRITIS,)


def test_a_new_treatment_for_something_in_words() -> None:
    treatment = one(Treatment, "started kaftrio 2 tablets for my lungs")
    assert (treatment.name, treatment.for_words) == ("kaftrio", "lungs")


def test_planned_and_really_taken_are_apart() -> None:
    change = one(TreatmentChange, "started sertraline 25, label 50, scared")
    assert change.planned is not None
    assert change.taking is not None
    assert (change.planned.words, change.taking.words) == ("50", "25")
    assert (change.why, change.why_words) == ((Why.WORRIED,), "scared")


def test_a_known_unit_goes_with_a_number_alone() -> None:
    change = one(TreatmentChange, "reduced methotrexate to 10")
    assert change.planned is not None
    assert (change.planned.words, change.planned.amount, change.planned.unit) == ("10", Decimal(10), "mg")


def test_a_stop_keeps_why_in_the_persons_words_and_asks_whether_it_was_not_tolerated() -> None:
    line = understood("stopped methotrexate, rash")
    change = one(TreatmentChange, "stopped methotrexate, rash")
    assert (change.why, change.why_words, change.not_tolerated) == ((Why.SIDE_EFFECT,), "rash", False)
    part = line.part(Role.NOT_TOLERATED)
    assert part is not None
    (said,) = records(with_part(line, part, 1), JOURNAL, NOW, new_ids().__next__)
    assert isinstance(said, TreatmentChange)
    assert said.not_tolerated


@pytest.mark.parametrize("said", ["too sick", "couldn't tolerate it", "it made me sick"])
def test_words_that_say_it_was_too_much_are_taken_at_their_word(said: str) -> None:
    change = one(TreatmentChange, f"stopped methotrexate, {said}")
    assert (change.why, change.why_words, change.not_tolerated) == ((Why.SIDE_EFFECT,), said, True)


def test_a_medicine_taken_since_a_year_is_a_treatment_that_began_then() -> None:
    typed = "Lipitor 20 mg at night since 2019"
    new, change = one(Treatment, typed), one(TreatmentChange, typed)
    assert (new.name, change.treatment, change.change) == ("Lipitor", new.id, ChangeKind.STARTED)
    assert change.when is not None
    assert (change.when.precision, change.when.earliest) == (Precision.YEAR, date(2019, 1, 1))
    assert change.planned is not None
    assert change.how_often is not None
    assert (change.planned.words, change.how_often.words, change.note) == ("20 mg", "at night", "")


def test_since_monday_is_the_day_it_began_and_not_a_span() -> None:
    change = one(TreatmentChange, "started sertraline 25 mg since Monday")
    assert change.when is not None
    assert change.when.day == date(2026, 5, 11)


@pytest.mark.parametrize("typed", ["Lipitor 20 mg", "bread since 2019", "woke at 3, took 2 tablets daily"])
def test_less_than_a_dose_and_how_often_stays_a_note(typed: str) -> None:
    assert one(Note, typed).text == typed


def test_no_difference_is_why_and_verdict() -> None:
    change = one(TreatmentChange, "stopped amitriptyline no difference")
    assert (change.why, change.verdict) == ((Why.DID_NOT_HELP,), Verdict.NO_DIFFERENCE)


@pytest.mark.parametrize(
    ("typed", "why", "barrier"),
    [
        ("skipped methotrexate cost", Why.COST, Barrier.COST),
        ("skipped methotrexate, felt sick", Why.SIDE_EFFECT, Barrier.SIDE_EFFECTS),
        ("forgot methotrexate", Why.OTHER, Barrier.FORGETTING),
        ("missed methotrexate, ran out", Why.RAN_OUT, Barrier.COULD_NOT_GET_IT),
    ],
)
def test_a_missed_dose_has_its_reason_and_no_blame(typed: str, why: Why, barrier: Barrier) -> None:
    change = one(TreatmentChange, typed)
    assert (change.change, change.why, change.barriers) == (ChangeKind.MISSED, (why,), (barrier,))


def test_half_a_dose() -> None:
    change = one(TreatmentChange, "half of naproxen")
    assert (change.treatment, change.change, change.taken_share) == ("t1", ChangeKind.TAKEN, "half")


def test_a_switch_names_both() -> None:
    treatment = one(Treatment, "switched from naproxen to ibuprofen")
    change = one(TreatmentChange, "switched from naproxen to ibuprofen")
    assert (change.treatment, change.switched_to) == ("t1", treatment.id)
    assert treatment.treatment is TreatmentKind.FROM_THE_SHOP


def test_a_question_is_for_the_clinician_of_the_next_visit() -> None:
    question = one(Question, "? should I stop before surgery ")
    assert (question.text, question.clinician) == ("should I stop before surgery", "c1")


def test_without_a_visit_to_come_a_question_is_for_anyone() -> None:
    late = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    (question,) = written("? should I stop before surgery", now=late)
    assert isinstance(question, Question)
    assert question.clinician is None


def test_a_question_for_somebody() -> None:
    assert one(Question, "ask Dr Lindqvist: can I fly?").clinician == "c2"


def test_a_visit_to_come() -> None:
    visit = one(Visit, "visit Dr Osei 14 May 10:20")
    assert (visit.clinician, visit.mode) == ("c1", VisitMode.IN_PERSON)
    assert visit.when is not None
    assert (visit.when.day, visit.when.at) == (date(2026, 5, 14), time(10, 20))


def test_a_hospital_stay_has_two_ends() -> None:
    visit = one(Visit, "hospital from 2 to 9 May knee swollen")
    assert visit.when is not None
    assert visit.until is not None
    assert (visit.when.day, visit.until.day) == (date(2026, 5, 2), date(2026, 5, 9))
    assert (visit.mode, visit.reason) == (VisitMode.HOSPITAL, "knee swollen")


def test_a_visit_to_someone_new_adds_them() -> None:
    clinician = one(Clinician, "saw Dr Khan today")
    assert (clinician.name, one(Visit, "saw Dr Khan today").clinician) == ("Dr Khan", clinician.id)


def test_a_bad_day_and_another_one_on_the_same_day() -> None:
    (first,) = written("bad day")
    assert isinstance(first, Day)
    assert (first.day, first.when, first.times) == (DayKind.BAD_DAY, on_day(NOW.date()), (time(18, 40),))
    later = NOW.replace(hour=21)
    (second,) = written("bad day", JOURNAL.with_(first), later)
    assert isinstance(second, Day)
    assert (second.id, second.times) == (first.id, (time(18, 40), time(21, 40)))


def test_a_bad_day_at_three_counts_to_the_day_before() -> None:
    (day,) = written("bad day", now=datetime(2026, 5, 12, 3, 12, tzinfo=UTC))
    assert isinstance(day, Day)
    assert (day.when.day, day.times) == (date(2026, 5, 11), (time(3, 12),))


def test_a_day_without_symptoms_is_data() -> None:
    assert one(Day, "no symptoms today").day is DayKind.NO_SYMPTOMS


def test_as_yesterday_writes_the_last_reading_of_each_symptom_now() -> None:
    entries = written("as yesterday")
    said = [
        (entry.symptom, entry.severity, entry.when) for entry in entries if isinstance(entry, SymptomEntry)
    ]
    assert sorted(said, key=str) == [("s1", 6, at_time(NOW)), ("s3", 7, at_time(NOW))]


def test_as_yesterday_after_an_empty_day_is_kept_as_a_note() -> None:
    (note,) = written("as yesterday", Journal())
    assert isinstance(note, Note)
    assert note.text == "as yesterday"


def test_what_a_name_alone_means() -> None:
    line = understood("naproxen")
    (took,) = records(choose(line, Choice.TOOK_IT_NOW), JOURNAL, NOW, new_ids().__next__)
    assert isinstance(took, TreatmentChange)
    assert (took.change, took.when) == (ChangeKind.TAKEN, at_time(NOW))
    (note,) = records(choose(line, Choice.A_NOTE), JOURNAL, NOW, new_ids().__next__)
    assert isinstance(note, Note)
    assert (note.text, note.about) == ("naproxen", ("t1",))
    changed = choose(line, Choice.SOMETHING_CHANGED)
    assert not changed.sure


def test_what_belongs_to_something_private_is_private() -> None:
    assert one(SymptomEntry, "low mood 4").sharing == PRIVATE


def test_words_for_when_are_kept() -> None:
    change = one(TreatmentChange, "started naproxen before the move")
    assert change.when is not None
    assert (change.when.precision, change.when.words) == (Precision.WORDS, "before the move")


@pytest.mark.parametrize("typed", ["kn 5", "fa 7", "mi 4", "he 6", "ha 3"])
def test_a_known_symptom_takes_six_keys_or_fewer_after_its_first_letters(typed: str) -> None:
    letters, rest = typed[:2], typed[2:] + "\n"
    assert len(rest) <= 6
    entry = one(SymptomEntry, letters + rest.removesuffix("\n"))
    assert entry.severity == int(typed[-1])
    assert entry.symptom in JOURNAL.records


@pytest.mark.parametrize(
    ("text", "substance", "reaction", "intolerance"),
    [
        ("allergic to penicillin, rash", "Penicillin", "rash", False),
        ("can't take ibuprofen, stomach", "Ibuprofen", "stomach", True),
        ("can’t tolerate codeine: sick, dizzy", "Codeine", "sick, dizzy", True),
        ("allergy: nuts (throat closes)", "Nuts", "throat closes", False),
        ("I can't take naproxen because it makes me sick", "Naproxen", "because it makes me sick", True),
    ],
)
def test_what_must_not_be_given(text: str, substance: str, reaction: str, intolerance: bool) -> None:
    made = one(Allergy, text)
    assert (made.substance, made.reaction, made.intolerance) == (substance, reaction, intolerance)


@pytest.mark.parametrize(
    "text",
    ["can't take the stairs", "can't take it any more", "allergic to", "cannot take", "not allergic to dust"],
)
def test_what_is_nothing_to_be_kept_from_stays_a_note(text: str) -> None:
    assert one(Note, text).text == text


def test_an_allergy_can_say_since_when() -> None:
    made = one(Allergy, "allergic to penicillin since 2019, rash")
    assert made.when is not None
    assert (made.when.earliest.year, made.reaction) == (2019, "rash")


def test_an_allergy_can_be_made_an_intolerance_in_its_part() -> None:
    line = understood("allergic to penicillin, rash")
    part = line.part(Role.KEYWORD)
    assert part is not None
    changed = with_part(line, part, "intolerance")
    assert [held.text for held in echo(changed, WORDS).parts] == ["Can’t take", "Penicillin", "rash"]
    (made,) = records(changed, JOURNAL, NOW, new_ids().__next__)
    assert isinstance(made, Allergy)
    assert made.intolerance
