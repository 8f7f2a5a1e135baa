"""Dates as people say them, read on Tuesday 12 May 2026 at 18:40."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quick_line import day_it_counts_to, read_when, when_words
from app.domain.records.when import (
    PartOfDay,
    Precision,
    Season,
    When,
    at_time,
    from_to,
    in_month,
    in_season,
    in_year,
    on_day,
    part_of_day,
)
from tests.domain.quick_line.lines import NOW, WORDS


def day(number: int, month: int = 5, year: int = 2026) -> date:
    return date(year, month, number)


def clock(on: date, hour: int, minute: int = 0, until: time | None = None) -> When:
    return at_time(datetime.combine(on, time(hour, minute)), until=until)


READ = (
    ("now", at_time(NOW)),
    ("2 hours ago", clock(day(12), 16, 40)),
    ("today", on_day(day(12))),
    ("yesterday", on_day(day(11))),
    ("the day before yesterday", on_day(day(10))),
    ("yesterday evening", part_of_day(day(11), PartOfDay.EVENING)),
    ("last night", part_of_day(day(11), PartOfDay.NIGHT)),
    ("in the night", part_of_day(day(11), PartOfDay.NIGHT)),
    ("Monday night", part_of_day(day(11), PartOfDay.NIGHT)),
    ("this morning", part_of_day(day(12), PartOfDay.MORNING)),
    ("11 May in the evening", part_of_day(day(11), PartOfDay.EVENING)),
    ("3 days ago", on_day(day(9))),
    ("since Sunday", from_to(day(10), day(12))),
    ("on Wednesday", on_day(day(6))),
    ("6 May", on_day(day(6))),
    ("on 14 May", on_day(day(14, 5, 2025))),
    ("May 6, 2025", on_day(day(6, 5, 2025))),
    ("6 May 2025", on_day(day(6, 5, 2025))),
    ("2026-05-06", on_day(day(6))),
    ("6/5/2026", on_day(day(6))),
    ("at 14:30", clock(day(12), 14, 30)),
    ("6 May 10:20", clock(day(6), 10, 20)),
    ("2pm", clock(day(12), 14)),
    ("since 3am", clock(day(12), 3)),
    ("2-4pm", clock(day(12), 14, until=time(16))),
    ("from 2 to 4 pm yesterday", clock(day(11), 14, until=time(16))),
    ("20:15", clock(day(11), 20, 15)),
    ("from 2 to 9 May", from_to(day(2), day(9))),
    ("28 April to 3 May", from_to(day(28, 4), day(3))),
    ("28 December to 3 January", from_to(day(28, 12, 2025), day(3, 1))),
    ("last week", from_to(day(4), day(10))),
    ("last month", in_month(2026, 4)),
    ("last year", in_year(2025)),
    ("March 2019", in_month(2019, 3)),
    ("around March 2019", in_month(2019, 3, around=True)),
    ("in March", in_month(2026, 3)),
    ("in September", in_month(2025, 9)),
    ("about 2006", in_year(2006, around=True)),
    ("early 2019", in_year(2019, around=True)),
    ("since 2019", in_year(2019)),
    ("autumn 2022", in_season(2022, Season.AUTUMN)),
    ("spring 2021", in_season(2021, Season.SPRING)),
    ("fall 2021", in_season(2021, Season.AUTUMN)),
    ("last summer", in_season(2025, Season.SUMMER)),
    ("about three years ago", in_year(2023, around=True)),
    ("5 months ago", in_month(2025, 12, around=True)),
)
AHEAD = (
    ("14 May", on_day(day(14))),
    ("10 May", on_day(day(10))),
    ("Thursday", on_day(day(14))),
    ("next Tuesday", on_day(day(19))),
    ("tomorrow at 9:15", clock(day(13), 9, 15)),
    ("in 2 weeks", on_day(day(26))),
    ("next month", in_month(2026, 6)),
)


def without_words(when: When | None) -> tuple[object, ...]:
    assert when is not None
    return (when.precision, when.first, when.last, when.at, when.until, when.part, when.season, when.around)


@pytest.mark.parametrize(("typed", "meant"), READ)
def test_past_dates(typed: str, meant: When) -> None:
    read = read_when(typed, NOW)
    assert without_words(read.when) == without_words(meant)
    assert read.when is not None
    assert read.when.words == typed


@pytest.mark.parametrize(("typed", "meant"), AHEAD)
def test_dates_to_come(typed: str, meant: When) -> None:
    assert without_words(read_when(typed, NOW, ahead=True).when) == without_words(meant)


@pytest.mark.parametrize("typed", ["before the move", "31 February", "when I was ten", "7 pm or so, I think"])
def test_what_has_no_date_stays_words(typed: str) -> None:
    read = read_when(typed, NOW)
    assert read.when is not None
    assert (read.when.precision, read.when.words, read.sure) == (Precision.WORDS, typed, False)


@pytest.mark.parametrize("typed", ["on Tuesday", "14/5", "20:15"])
def test_what_could_be_meant_otherwise_is_not_sure(typed: str) -> None:
    assert not read_when(typed, NOW).sure


def test_an_empty_field_has_no_date() -> None:
    assert read_when("  ", NOW).when is None


def test_midnight_to_five_belongs_to_the_night_before() -> None:
    early = datetime(2026, 5, 12, 2, 30, tzinfo=UTC)
    assert day_it_counts_to(early) == day(11)
    assert day_it_counts_to(early.replace(hour=5)) == day(12)
    today = read_when("today", early)
    assert today.when is not None
    assert (today.when.day, today.sure) == (day(11), False)
    assert without_words(read_when("in the night", early).when) == without_words(
        part_of_day(day(11), PartOfDay.NIGHT)
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("6 May", "Wednesday 6 May"),
        ("around March 2019", "about March 2019"),
        ("autumn 2022", "autumn 2022"),
        ("from 2 to 9 May", "2–9 May 2026"),
        ("yesterday evening", "yesterday evening"),
        ("6 May 2025", "Tuesday 6 May 2025"),
        ("before the move", "before the move"),
    ],
)
def test_how_a_field_says_what_it_understood(typed: str, said: str) -> None:
    when = read_when(typed, NOW).when
    assert when is not None
    assert when_words(when, NOW, WORDS).replace("\u00a0", " ") == said


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2026, 5, 12)))
def test_every_past_day_can_be_typed_in_full(on: date) -> None:
    typed = WORDS.day(on).replace("\u00a0", " ")
    for words in (typed, f"on {typed}", on.isoformat()):
        read = read_when(words, NOW)
        assert read.when is not None
        assert read.when.day == on


@given(st.integers(min_value=1, max_value=400))
def test_any_number_of_days_ago(days: int) -> None:
    read = read_when(f"{days} days ago", NOW)
    assert read.when is not None
    assert read.when.day == NOW.date() - timedelta(days=days)
