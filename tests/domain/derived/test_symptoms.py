"""What the Symptoms page shows of Maya's journal, and of small ones."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from app.domain.derived.readings import readings_of
from app.domain.derived.symptoms.calendar import calendar_of
from app.domain.derived.symptoms.heading import anchors_words, since_words
from app.domain.derived.symptoms.kept import Kept, kept_readings, six_months_before, with_readings
from app.domain.derived.symptoms.listing import SymptomLine, symptom_lines
from app.domain.derived.symptoms.spans import Zoom, heading_of, spans_of
from app.domain.derived.symptoms.tallies import earlier_words, part_of, tallies_of
from app.domain.derived.symptoms.written import written_of
from app.domain.derived.timeline_geometry import BinSize
from app.domain.journal import Journal
from app.domain.records import Record, Symptom, SymptomEntry
from app.domain.records.record import PRIVATE, RecordId, SymptomId
from app.domain.records.symptoms import Anchor, Impact
from app.domain.records.when import PartOfDay, When, at_time, from_to, in_month, on_day, part_of_day
from app.i18n import NB, Words
from app.services.sample import sample_journal

TODAY = date(2026, 5, 12)
WORDS = Words()
MAYA = Journal.holding(*sample_journal())
KNEE = SymptomId(RecordId("knee"))
MOMENT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)


def kept_of(name: str) -> Kept:
    return next(kept for kept in kept_readings(MAYA).values() if kept.symptom.name == name)


def symptom(**parts: object) -> Symptom:
    return Symptom(id=KNEE, written=MOMENT, name="Knee", **parts)  # type: ignore[arg-type]


def entry(key: str, when: When, severity: int | None = 5, **parts: object) -> SymptomEntry:
    return SymptomEntry(
        id=RecordId(key),
        written=MOMENT,
        symptom=KNEE,
        when=when,
        severity=severity,
        **parts,  # type: ignore[arg-type]
    )


def knee(*records: Record) -> Kept:
    return kept_readings(Journal.holding(symptom(), *records))[KNEE]


def lines_of(journal: Journal) -> tuple[SymptomLine, ...]:
    return symptom_lines(with_readings(journal), TODAY, WORDS)


def line(*records: Record) -> SymptomLine:
    (found,) = lines_of(Journal.holding(symptom(), *records))
    return found


def plain(text: str) -> str:
    return text.replace(NB, " ")


def test_the_list_is_the_picture_s() -> None:
    lines = lines_of(MAYA)
    assert [(one.name, plain(one.last)) for one in lines] == [
        ("Knee pain", "5 yesterday"),
        ("Hand stiffness", "4 today"),
        ("Fatigue", "6 yesterday"),
        ("Migraine", "7 May"),  # it comes in attacks: the last day it was there, not the noughts since
    ]
    assert lines[0].spoken == "Knee pain, 5 yesterday"
    assert len(lines[0].weeks) == 27


@pytest.mark.parametrize(
    ("when", "severity", "said"),
    [
        (on_day(TODAY), 3, "3 today"),
        (on_day(TODAY - timedelta(days=1)), None, "yesterday"),
        (on_day(TODAY - timedelta(days=4)), 3, "3, 8 May"),
        (on_day(TODAY - timedelta(days=400)), 3, "3, 7 Apr 2025"),
        (in_month(2026, 3), 3, ""),
        (on_day(TODAY + timedelta(days=1)), 3, ""),
    ],
)
def test_the_last_reading_in_words(when: When, severity: int | None, said: str) -> None:
    assert plain(line(entry("one", when, severity)).last) == said


def test_of_two_readings_of_one_day_the_higher_is_told() -> None:
    assert line(entry("a", on_day(TODAY), 3), entry("b", at_time(MOMENT), 6)).last == "6 today"


def test_a_private_one_no_longer_tracked_comes_last_and_says_so() -> None:
    other = Symptom(id=RecordId("a"), written=MOMENT, name="Ankle", retired=True, sharing=PRIVATE)
    lines = lines_of(Journal.holding(symptom(order=9), other))
    assert [one.name for one in lines] == ["Knee", "Ankle"]
    assert lines[1].spoken == "Ankle, nothing written yet, not tracked any more, private"


def test_the_calendar_is_the_picture_s() -> None:
    calendar = calendar_of(kept_of("Knee pain"), TODAY, WORDS)
    mondays = [week[0].severity if week[0] else None for week in calendar.weeks]
    assert len(mondays) == 27
    assert mondays[3:6] == [2, 2, 3]
    assert mondays[-2:] == [4, 5]
    assert [(at, plain(name)) for at, name in calendar.months] == [
        (3, "Dec"),
        (8, "Jan 2026"),
        (12, "Feb"),
        (16, "Mar"),
        (21, "Apr"),
        (25, "May"),
    ]


def test_the_week_begins_where_the_person_s_does() -> None:
    calendar = calendar_of(kept_of("Knee pain"), TODAY, Words(first_weekday=6))
    assert calendar.weekdays[:2] == ("Sun", "Mon")
    last = calendar.weeks[-1]
    assert [day.severity for day in last if day is not None] == [None, 5, None]


def test_what_did_not_change_is_not_worked_out_again() -> None:
    before = with_readings(MAYA)
    knee_id = kept_of("Knee pain").symptom.id
    after = with_readings(MAYA.with_(replace(entry("new", on_day(TODAY)), symptom=SymptomId(knee_id))))
    anew = [key for key in after if after[key][1] is not before[key][1]]
    assert anew == [knee_id]
    assert after[knee_id][1].entries == before[knee_id][1].entries + 1


def test_days_are_spoken_with_what_changes_first() -> None:
    calendar = calendar_of(kept_of("Knee pain"), TODAY, WORDS)
    monday, tuesday, *rest = calendar.weeks[-1]
    assert monday is not None
    assert tuesday is not None
    assert plain(monday.spoken) == "5 of 10, Monday 11 May 2026"
    assert plain(tuesday.spoken) == "nothing written, Tuesday 12 May 2026"
    assert tuesday.today
    assert rest == [None] * 5  # still to come


def test_a_day_shows_its_highest_reading_and_says_how_many() -> None:
    found = calendar_of(knee(entry("a", on_day(TODAY), 3), entry("b", on_day(TODAY), 6)), TODAY, WORDS)
    today = found.weeks[-1][1]
    assert today is not None
    assert (today.severity, today.entries) == (6, ("b", "a"))
    assert plain(today.spoken) == "6 of 10, Tuesday 12 May 2026, the highest of 2 readings"


def test_what_was_only_noted_is_noted_and_a_span_stands_on_each_of_its_days() -> None:
    span = entry("a", from_to(date(2026, 5, 4), date(2026, 5, 6)), None)
    week = calendar_of(knee(span), TODAY, WORDS).weeks[-2]
    assert [day.count for day in week if day is not None] == [1, 1, 1, 0, 0, 0, 0]
    assert week[0] is not None
    assert plain(week[0].spoken) == "noted, Monday 4 May 2026"


def test_the_tallies_are_the_picture_s() -> None:
    tallies = tallies_of(kept_of("Knee pain"), six_months_before(TODAY), TODAY, WORDS)
    assert [(one.name, one.said) for one in tallies.worse] == [
        ("stairs", "14 times"),
        ("cold, wet days", "9 times"),
        ("long days standing", "6 times"),
    ]
    assert [(one.name, one.times) for one in tallies.helps] == [
        ("warm bath", 11),
        ("naproxen", 8),
        ("keeping it moving", 5),
    ]


def test_one_word_in_two_spellings_is_counted_once_and_only_for_six_months() -> None:
    readings = (
        entry("a", on_day(TODAY), worse_with=("Stairs", "rain")),
        entry("b", on_day(TODAY), worse_with=("stairs ",)),
        entry("c", on_day(TODAY), worse_with=("stairs",)),
        entry("old", on_day(date(2025, 11, 12)), worse_with=("stairs", "snow")),
    )
    tallies = tallies_of(knee(*readings), six_months_before(TODAY), TODAY, WORDS)
    assert [(one.name, one.said) for one in tallies.worse] == [("stairs", "3 times"), ("rain", "1 time")]
    assert earlier_words(readings, "worse_with") == ("stairs", "rain", "snow")


def test_times_of_day_and_impact_come_in_their_own_order() -> None:
    readings = (
        entry("a", part_of_day(TODAY, PartOfDay.NIGHT), impact=Impact.EVERYTHING),
        entry("b", at_time(MOMENT), impact=Impact.NONE),
        entry("c", at_time(MOMENT), impact=Impact.EVERYTHING),
        entry("d", on_day(TODAY)),
    )
    tallies = tallies_of(knee(*readings), six_months_before(TODAY), TODAY, WORDS)
    assert [(one.name, one.times) for one in tallies.part_of_day] == [("in the morning", 2), ("at night", 1)]
    assert [(one.name, one.times) for one in tallies.kept_from] == [("none", 1), ("everything", 2)]


@pytest.mark.parametrize(
    ("at", "part"),
    [
        (time(4, 59), PartOfDay.NIGHT),
        (time(5), PartOfDay.MORNING),
        (time(12), PartOfDay.NOON),
        (time(13), PartOfDay.AFTERNOON),
        (time(18), PartOfDay.EVENING),
        (time(22), PartOfDay.NIGHT),
    ],
)
def test_a_time_lies_in_its_part_of_the_day(at: time, part: PartOfDay) -> None:
    assert part_of(at_time(datetime.combine(TODAY, at))) is part


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 5, 12), date(2025, 11, 13)),
        (date(2026, 8, 31), date(2026, 3, 1)),
        (date(2026, 12, 31), date(2026, 7, 1)),
        (date(2026, 7, 1), date(2026, 1, 2)),
    ],
)
def test_six_months_are_six_months(today: date, first: date) -> None:
    assert six_months_before(today) == first


def test_what_was_written_is_the_picture_s_newest_first() -> None:
    written, count = written_of(kept_of("Knee pain"), TODAY, WORDS, every=False, most=4)
    assert [(plain(one.when), one.severity, one.words, one.impact) for one in written] == [
        ("Mon 11 May", 5, "Stairs at work, twice. Slower coming down.", "some things"),
        ("Fri 8 May", 5, "Could not kneel at the low shelf.", "some things"),
        ("Thu 7 May", 5, "Better than yesterday.", "a little"),
        ("Wed 6 May", 6, "Bad day. Left work at noon.", "most things"),
    ]
    assert count > 4
    assert plain(written[2].spoken) == (
        "5 of 10, Thursday 7 May 2026, it kept you from a little, you wrote Better than yesterday."
    )


def test_every_reading_is_there_on_request_roughly_dated_ones_too() -> None:
    rough = entry("rough", in_month(2019, 3, around=True), None, impact=Impact.NONE, sharing=PRIVATE)
    written, count = written_of(knee(rough, entry("a", on_day(TODAY))), TODAY, WORDS, every=True, most=9)
    assert count == 2
    assert [plain(one.when) for one in written] == ["Tue 12 May", "about Mar 2019"]
    assert plain(written[1].spoken) == "noted, about March 2019, it kept you from nothing, private"


def test_a_year_is_told_by_weeks_and_all_of_it_by_months() -> None:
    readings = next(held for held in readings_of(MAYA) if held.symptom.name == "Knee pain")
    year = spans_of(readings, Zoom.WEEKS, TODAY, WORDS)
    assert (year.size, len(year.columns)) == (BinSize.WEEK, 53)
    whole = spans_of(readings, Zoom.YEARS, TODAY, WORDS)
    assert (whole.size, len(whole.columns)) == (BinSize.MONTH, 36)
    assert [name for _, name in whole.ticks] == ["2023", "2024", "2025", "2026"]
    assert plain(whole.columns[0].spoken) == "middle reading 5 of 10, June 2023, 15 readings"
    assert whole.summary == "496 readings"


def test_a_column_without_a_reading_says_so() -> None:
    journal = Journal.holding(symptom(), entry("a", on_day(date(2026, 3, 2))), entry("b", on_day(TODAY), 3))
    (readings,) = readings_of(journal)
    spans = spans_of(readings, Zoom.YEARS, TODAY, WORDS)
    assert [plain(one.spoken) for one in spans.columns] == [
        "5 of 10, March 2026, 1 reading",
        "nothing written, April 2026",
        "3 of 10, May 2026, 1 reading",
    ]
    assert spans.summary == "2 readings, 1 column without one"


def test_what_comes_in_attacks_is_told_by_days() -> None:
    readings = next(held for held in readings_of(MAYA) if held.symptom.name == "Migraine")
    spans = spans_of(readings, Zoom.YEARS, TODAY, WORDS)
    assert spans.most_days == 8
    assert plain(spans.columns[0].spoken) == "7 days with it, June 2023"
    assert "no day with it written, November 2024" not in {plain(one.spoken) for one in spans.columns}
    assert "no day with it written, February 2025" in {plain(one.spoken) for one in spans.columns}
    assert heading_of(Zoom.YEARS, spans, WORDS) == "Days with it, month by month"
    assert heading_of(Zoom.DAYS, spans, WORDS) == "Six months, day by day"


def test_beside_the_name_stands_since_when_and_what_it_belongs_to() -> None:
    assert (
        plain(since_words(kept_of("Knee pain").symptom, MAYA, WORDS)) == "since about October 2022, arthritis"
    )
    assert since_words(replace(symptom(), retired=True), MAYA, WORDS) == "not tracked any more"


def test_the_person_s_own_meaning_of_a_number_is_said_lowest_first() -> None:
    own = symptom(
        anchors=(Anchor(severity=8, words="bed."), Anchor(severity=6, words="can work, can't drive"))
    )
    assert anchors_words(own, WORDS) == "My 6 is: can work, can't drive. My 8 is: bed."
    assert anchors_words(symptom(), WORDS) == ""
