"""The made-up journal says what the pictures of the pages and of the window say."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from io import BytesIO
from statistics import median

import pytest
from PIL import Image

from app.domain.derived.gaps import gaps_between, noted_days
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    ALL_KINDS,
    AboutMe,
    Attachment,
    Clinician,
    Day,
    Decision,
    Event,
    Person,
    PlanStep,
    Question,
    Record,
    ResetConversation,
    ShareRecord,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.plans import Outcome, StepKind
from app.domain.records.questions import QuestionState
from app.domain.records.record import PRIVATE, Mark
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind, Taken
from app.domain.records.when import When
from app.services.sample import LAST_DAY, numbered, sample_files, sample_journal

ONE = timedelta(days=1)
BEGAN = date(2023, 6, 1)
ADALIMUMAB = date(2025, 6, 12)
PROPRANOLOL = date(2024, 10, 8)


@pytest.fixture(scope="module")
def maya() -> Journal:
    return journal_of(sample_journal())


def readings(maya: Journal, name: str) -> list[tuple[date, int]]:
    symptom = next(one.id for one in maya.of(Symptom) if one.name == name)
    return sorted(
        (entry.when.earliest, entry.severity)
        for entry in maya.of(SymptomEntry)
        if entry.symptom == symptom and entry.severity is not None
    )


def levels(found: Iterable[tuple[date, int]], first: date, last: date) -> list[int]:
    return [level for day, level in found if first <= day <= last]


def treatment(maya: Journal, name: str) -> Treatment:
    return next(one for one in maya.of(Treatment) if one.name == name)


def days_of_changes(maya: Journal, name: str, *kinds: ChangeKind) -> list[date]:
    own = treatment(maya, name).id
    return sorted(
        change.when.earliest
        for change in maya.of(TreatmentChange)
        if change.treatment == own and change.change in kinds and change.when
    )


def test_readings_are_those_of_page_one_and_two(maya: Journal) -> None:
    felt = Counter(
        {
            name: sum(level > 0 for _, level in readings(maya, name))
            for name in ("Knee pain", "Hand stiffness", "Fatigue", "Migraine")
        }
    )
    assert felt == {"Knee pain": 496, "Hand stiffness": 476, "Fatigue": 476, "Migraine": 102}
    assert felt.total() == 1550
    noughts = [day for day, level in readings(maya, "Migraine") if level == 0]
    assert len(noughts) == 9
    assert min(noughts) == date(2026, 4, 29)


def test_a_day_has_at_most_one_reading_of_a_symptom(maya: Journal) -> None:
    for name in ("Knee pain", "Hand stiffness", "Fatigue", "Migraine"):
        days = [day for day, _ in readings(maya, name)]
        assert len(days) == len(set(days))
        assert min(days) >= BEGAN
        assert max(days) <= LAST_DAY


def test_the_only_long_gaps_are_the_two_that_are_printed(maya: Journal) -> None:
    gaps = [(gap.first, gap.last) for gap in gaps_between(noted_days(maya), BEGAN, LAST_DAY)]
    assert gaps == [
        (date(2024, 7, 21), date(2024, 8, 18)),
        (date(2025, 12, 23), date(2026, 1, 5)),
    ]


def test_knee_pain_around_the_start_of_adalimumab(maya: Journal) -> None:
    knee = readings(maya, "Knee pain")
    before = levels(knee, ADALIMUMAB - 90 * ONE, ADALIMUMAB - ONE)
    after = levels(knee, ADALIMUMAB, ADALIMUMAB + 89 * ONE)
    assert (len(before), median(before)) == (42, 6.5)
    assert (len(after), median(after)) == (41, 4)


def test_migraine_days_around_the_start_of_propranolol(maya: Journal) -> None:
    migraine = readings(maya, "Migraine")
    first, last = PROPRANOLOL - 180 * ONE, PROPRANOLOL + 179 * ONE
    assert sum(level > 0 for level in levels(migraine, first, PROPRANOLOL - ONE)) == 24
    assert sum(level > 0 for level in levels(migraine, PROPRANOLOL, last)) == 13
    others = [
        change
        for change in maya.of(TreatmentChange)
        if change.treatment != treatment(maya, "Propranolol").id
        and change.change in {ChangeKind.STARTED, ChangeKind.DOSE, ChangeKind.STOPPED}
        and change.when
        and first <= change.when.earliest <= last
    ]
    assert len(others) == 5
    assert any(
        event.label == "part-time work" and within(event.when, first, last) for event in maya.of(Event)
    )


def within(when: When | None, first: date, last: date) -> bool:
    return when is not None and when.within(first, last)


@pytest.mark.parametrize(
    ("name", "middle_by_year"),
    [("Knee pain", [6, 5, 5, 4]), ("Migraine", [5, 3, 1, 2])],
)
def test_middle_by_year_is_that_of_the_spoken_text(
    maya: Journal, name: str, middle_by_year: list[int]
) -> None:
    found = readings(maya, name)
    if name != "Migraine":
        assert [
            median(level for day, level in found if day.year == year) for year in (2023, 2024, 2025, 2026)
        ] == middle_by_year
        return
    felt = Counter((day.year, day.month) for day, level in found if level)
    months = [
        [felt[year, month] for month in range(1, 13) if (2023, 6) <= (year, month) <= (2026, 5)]
        for year in (2023, 2024, 2025, 2026)
    ]
    assert [median(counts) for counts in months] == middle_by_year
    assert felt.most_common(1)[0][1] == 8


def test_months_with_notes_and_without_migraine(maya: Journal) -> None:
    noted = Counter((day.year, day.month) for day in noted_days(maya))
    felt = {(day.year, day.month) for day, level in readings(maya, "Migraine") if level}
    without = [month for month, days in sorted(noted.items()) if days >= 10 and month not in felt]
    assert without == [(2025, 2), (2025, 3), (2025, 10), (2025, 12), (2026, 3)]


def test_knee_pain_was_highest_and_lowest_when_the_page_says(maya: Journal) -> None:
    months: dict[tuple[int, int], list[int]] = {}
    for day, level in readings(maya, "Knee pain"):
        months.setdefault((day.year, day.month), []).append(level)
    middles = {month: median(found) for month, found in months.items() if len(found) >= 3}
    assert {max(middles.values()), min(middles.values())} == {7, 3}
    assert max(month for month, middle in middles.items() if middle == 7) == (2025, 5)
    assert max(month for month, middle in middles.items() if middle == 3) == (2026, 2)


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Knee pain", "3434.456554.5."),
        ("Hand stiffness", "4434.556544.44"),
        ("Fatigue", "5546.678765.6."),
        ("Migraine", "0000.007400.0."),
    ],
)
def test_the_last_fourteen_days_are_those_of_today(maya: Journal, name: str, cells: str) -> None:
    found = dict(readings(maya, name))
    days = [LAST_DAY - ONE * at for at in range(13, -1, -1)]
    assert "".join(str(found.get(day, ".")) for day in days) == cells


def test_bad_days_and_injections_of_the_ledger(maya: Journal) -> None:
    bad = [day.when.earliest for day in maya.of(Day) if day.day is DayKind.BAD_DAY]
    assert [day for day in bad if day > LAST_DAY - 14 * ONE] == [date(2026, 5, 6)]
    assert sum(day >= date(2026, 4, 1) for day in bad) == 5
    assert sum(date(2026, 2, 1) <= day < date(2026, 3, 1) for day in bad) == 1
    doses = days_of_changes(maya, "Adalimumab", ChangeKind.TAKEN)
    assert (doses[0], doses[-1], len(doses)) == (ADALIMUMAB, date(2026, 4, 30), 23)
    assert all((day - ADALIMUMAB).days % 14 == 0 for day in doses)


def test_every_reading_since_february_is_that_of_the_briefing(maya: Journal) -> None:
    assert len(levels(readings(maya, "Knee pain"), date(2026, 2, 12), LAST_DAY)) == 46


def test_april_is_that_of_the_dated_notes(maya: Journal) -> None:
    first, last = date(2026, 4, 1), date(2026, 4, 28)
    knee = levels(readings(maya, "Knee pain"), first, last)
    hands = levels(readings(maya, "Hand stiffness"), first, last)
    assert (len(knee), min(knee), max(knee), median(knee)) == (8, 3, 4, 4)
    assert (len(hands), min(hands), max(hands)) == (12, 3, 5)


def test_naproxen_was_paused_and_is_mostly_not_taken(maya: Journal) -> None:
    assert days_of_changes(maya, "Naproxen", ChangeKind.PAUSED) == [date(2025, 9, 11)]
    assert days_of_changes(maya, "Naproxen", ChangeKind.RESUMED) == [date(2025, 10, 20)]
    own = treatment(maya, "Naproxen").id
    really = [
        change for change in maya.of(TreatmentChange) if change.treatment == own and change.taken is not None
    ]
    assert [(change.when and change.when.day, change.taken) for change in really] == [
        (date(2026, 4, 27), Taken.SOMETIMES)
    ]


def test_twelve_treatments_of_which_six_are_taken_now(maya: Journal) -> None:
    names = {one.id: one.name for one in maya.of(Treatment)}
    stopped = {
        names[change.treatment] for change in maya.of(TreatmentChange) if change.change is ChangeKind.STOPPED
    }
    assert stopped == {
        "Sulfasalazine",
        "Methotrexate",
        "Amitriptyline",
        "Prednisolone",
        "Omega-3",
        "Ibuprofen",
    }
    assert len(names) == 12
    not_tolerated = {names[one.treatment] for one in maya.of(TreatmentChange) if one.not_tolerated}
    assert not_tolerated == {"Methotrexate", "Amitriptyline", "Naproxen", "Ibuprofen"}


def test_visits_of_the_lanes(maya: Journal) -> None:
    names = {one.id: one.called for one in maya.of(Clinician)}
    been = [visit for visit in maya.of(Visit) if visit.when and visit.when.earliest <= LAST_DAY]
    lanes = Counter(names[visit.clinician] for visit in been if visit.clinician)
    assert lanes == {"Dr Osei": 9, "Dr Lindqvist": 3, "Dr Whitlock": 2, "Dr Rahal": 1}
    a_year_ago = date(2025, 5, 13)
    assert sum(visit.when is not None and visit.when.earliest < a_year_ago for visit in been) == 9
    coming = [visit for visit in maya.of(Visit) if visit not in been]
    assert [visit.when and visit.when.day for visit in coming] == [date(2026, 5, 14)]
    assert len(coming[0].concerns) == 3
    assert len(coming[0].questions) == 3


def test_what_is_kept_back_from_dr_rahal(maya: Journal) -> None:
    rahal = next(one.id for one in maya.of(Clinician) if one.called == "Dr Rahal")
    assert sum(visit.how_it_went is not None for visit in maya.of(Visit)) == 11
    assert all(one.sharing == PRIVATE for one in maya.of(ResetConversation))
    assert len(maya.of(ResetConversation)) == 2
    assert len(maya.of(Attachment)) == 4
    kept = [one.text for one in maya.of(Question) if rahal in one.sharing.not_with]
    assert kept == ["Could the injections be closer together?"]
    private = {one.KIND for one in maya if one.sharing.mark is Mark.PRIVATE}
    assert private == {"about", "reset conversation"}


def test_open_questions_are_those_of_page_three(maya: Journal) -> None:
    rahal = next(one.id for one in maya.of(Clinician) if one.called == "Dr Rahal")
    names = {one.id: one.called for one in maya.of(Clinician)}
    shown = [
        one
        for one in maya.of(Question)
        if one.state is QuestionState.OPEN and rahal not in one.sharing.not_with
    ]
    assert {(one.text, one.must, one.times_asked) for one in shown if one.clinician in {None, rahal}} == {
        ("Is there something safer than naproxen for stiff mornings?", True, 2),
        ("Where is the eye clinic referral?", True, 1),
        ("Is vitamin D still needed?", False, 0),
        ("Who do I ring at the weekend?", False, 1),
    }
    others = Counter(names[one.clinician] for one in shown if one.clinician and one.clinician != rahal)
    assert others == {"Dr Osei": 2, "Dr Lindqvist": 1}
    asked_twice = next(one for one in shown if one.text.startswith("Should I keep taking naproxen"))
    assert asked_twice.times_asked == 2


def test_what_she_waits_for(maya: Journal) -> None:
    waiting = [
        step
        for step in maya.of(PlanStep)
        if step.outcome is Outcome.OPEN and step.step in {StepKind.REFERRAL, StepKind.TEST}
    ]
    assert {(step.text, step.by and step.by.day, step.taken and step.taken.day) for step in waiting} == {
        ("Eye clinic referral", date(2026, 5, 1), None),
        ("Adalimumab blood level", None, date(2026, 5, 12)),
    }


def test_the_decision_has_three_options(maya: Journal) -> None:
    (decision,) = maya.of(Decision)
    assert decision.when is not None
    assert decision.when.day == date(2025, 6, 5)
    assert len(decision.options) == 3


def test_who_she_is(maya: Journal) -> None:
    person = maya.person
    assert isinstance(person, Person)
    assert (person.name, person.full_name, person.record_number) == ("Maya R.", "Maya Reyes", "RC-20417")
    story = next(one.text for one in maya.of(AboutMe) if one.topic.value == "story")
    assert len(story.split()) == 83


def test_every_kind_is_there() -> None:
    assert {type(record) for record in sample_journal()} == set(ALL_KINDS)


def references(record: Record) -> set[str]:
    return set(_ids_in(record)) - {record.id}


def _ids_in(value: object) -> Iterable[str]:
    if isinstance(value, str) and len(value) == 32 and value.startswith("0" * 20):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _ids_in(item)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _ids_in(getattr(value, name))


def test_ids_differ_and_everything_pointed_to_is_there() -> None:
    records = sample_journal()
    ids = {record.id for record in records}
    assert len(ids) == len(records)
    pointed_to = {key for record in records for key in references(record)}
    assert len(pointed_to) > 40
    assert pointed_to <= ids


def test_nothing_was_written_in_a_gap_or_after_the_last_day(maya: Journal) -> None:
    for record in maya:
        day = record.written.date()
        assert BEGAN <= day <= LAST_DAY
        assert not date(2024, 7, 21) <= day <= date(2024, 8, 18)
        assert not date(2025, 12, 23) <= day <= date(2026, 1, 5)


def test_late_notes_say_so(maya: Journal) -> None:
    late = {
        type(record).KIND: (record.written.date() - when.earliest).days
        for record in maya
        if isinstance(when := getattr(record, "when", None), When)
        and when.is_dated
        and (record.written.date() - when.earliest).days > 2
        and isinstance(record, Visit | Event | SymptomEntry | TreatmentChange | Day)
    }
    assert late == {"visit": 9, "event": 78}


def test_the_same_day_tells_the_same_story() -> None:
    assert sample_journal() == sample_journal()


def test_told_on_another_day_everything_moves_with_it() -> None:
    today = date(2029, 2, 28)
    moved = journal_of(sample_journal(today))
    shift = today - LAST_DAY
    here = readings(journal_of(sample_journal()), "Knee pain")
    assert readings(moved, "Knee pain") == [(day + shift, level) for day, level in here]
    (coming,) = [one for one in moved.of(Visit) if one.when and one.when.earliest > today]
    assert coming.when is not None
    assert coming.when.earliest == today + 2 * ONE
    assert moved.person is not None
    assert moved.person.born is not None
    assert moved.person.born.day == date(1984, 10, 2)


def test_ids_can_be_handed_in() -> None:
    ids = numbered()
    ids()
    assert sample_journal(ids=ids)[0].id == f"{2:032x}"


def test_photos_are_pictures_of_the_size_their_records_say(maya: Journal) -> None:
    sizes = {str(record.id): record.size for record in maya.of(Attachment)}
    for file in sample_files():
        assert sizes.pop(file.id) == len(file.data)
        with Image.open(BytesIO(file.data)) as picture:
            assert picture.size == (160, 120)
            picture.verify()
    assert not sizes


def test_what_was_given_has_been_read(maya: Journal) -> None:
    (given,) = maya.of(ShareRecord)
    assert given.file_name == "Maya R, for Dr Rahal, 2026-01-09.pdf"
    assert given.read is not None
