"""Readings in columns: every one counted once, in one pass, in the column its day lies in."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.bins import bin_days, bin_readings, bin_size_for, columns, start_of
from app.domain.derived.timeline_geometry import BinSize

FIRST, LAST = date(2023, 6, 14), date(2026, 5, 12)
DAYS = st.dates(date(2023, 1, 1), date(2026, 12, 31))
SIZES = st.sampled_from(list(BinSize))
ONE = timedelta(days=1)


@given(first=DAYS, length=st.integers(0, 1200), size=SIZES, monday=st.booleans())
def test_columns_cover_every_day_once(first: date, length: int, size: BinSize, monday: bool) -> None:
    last = first + timedelta(days=length)
    spans = columns(first, last, size, monday_first=monday)
    assert (spans[0][0], spans[-1][1]) == (first, last)
    assert all(before[1] + ONE == after[0] for before, after in pairwise(spans))
    assert all(start <= end for start, end in spans)


@given(readings=st.lists(st.tuples(DAYS, st.integers(0, 10)), max_size=60), size=SIZES)
def test_each_reading_inside_is_counted_once(readings: list[tuple[date, int]], size: BinSize) -> None:
    bins = bin_readings(readings, columns(FIRST, LAST, size))
    inside = [held for held in readings if FIRST <= held[0] <= LAST]
    assert sum(held.count for held in bins) == len(inside)
    counted = Counter(max(FIRST, start_of(day, size)) for day, _ in inside)
    assert {held.first: held.count for held in bins} == dict(counted)
    assert all(held.lowest <= held.middle <= held.highest for held in bins)
    assert all(held.zero == (held.lowest == 0) for held in bins)


@given(readings=st.lists(st.tuples(DAYS, st.integers(0, 10)), max_size=40))
def test_the_order_of_readings_does_not_matter(readings: list[tuple[date, int]]) -> None:
    spans = columns(FIRST, LAST, BinSize.MONTH)
    assert bin_readings(readings, spans) == bin_readings(reversed(readings), spans)


def test_weeks_begin_where_the_person_begins_them() -> None:
    wednesday = date(2026, 5, 6)
    assert start_of(wednesday, BinSize.WEEK) == date(2026, 5, 4)
    assert start_of(wednesday, BinSize.WEEK, monday_first=False) == date(2026, 5, 3)


def test_the_middle_is_the_median_and_columns_without_a_reading_are_absent() -> None:
    days = [(date(2024, 1, 3), 2), (date(2024, 1, 9), 8), (date(2024, 1, 9), 3), (date(2024, 3, 1), 0)]
    january, march = bin_readings(days, columns(date(2024, 1, 1), date(2024, 3, 31), BinSize.MONTH))
    assert (january.lowest, january.middle, january.highest, january.count) == (2, 3, 8, 3)
    assert (march.first, march.zero) == (date(2024, 3, 1), True)


def test_a_long_story_has_wider_columns() -> None:
    sizes = [bin_size_for(LAST - timedelta(days=365 * years), LAST) for years in (1, 5, 7, 17, 19, 60)]
    month, quarter, year = BinSize.MONTH, BinSize.QUARTER, BinSize.YEAR
    assert sizes == [month, month, quarter, quarter, year, year]


def test_a_month_says_zero_only_with_notes_on_ten_days_and_nothing_hidden_in_it() -> None:
    spans = columns(date(2024, 1, 1), date(2024, 4, 30), BinSize.MONTH)
    noted = {date(2024, month, day) for month in (1, 2, 3) for day in range(1, 11)} | {date(2024, 4, 1)}
    felt = {date(2024, 1, 5), date(2024, 1, 6)}
    bins = bin_days(frozenset(felt), frozenset(noted), spans, never_zero=frozenset({date(2024, 3, 20)}))
    assert [(held.first.month, held.days, held.zero) for held in bins] == [(1, 2, False), (2, 0, True)]


def test_a_hundred_thousand_readings_are_walked_once() -> None:
    walked = 0

    def readings() -> object:
        nonlocal walked
        for at in range(100_000):
            walked += 1
            yield FIRST + timedelta(days=at % 1000), at % 11

    bins = bin_readings(readings(), columns(FIRST, LAST, BinSize.WEEK))  # type: ignore[arg-type]
    assert walked == 100_000
    assert sum(held.count for held in bins) == 100_000
