"""When something happened: order, overlap, precision, and what may not be."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.when import (
    WORDS_LIMIT,
    PartOfDay,
    Precision,
    Season,
    When,
    at_time,
    from_to,
    in_month,
    in_season,
    in_words,
    in_year,
    last_of_month,
    on_day,
    part_of_day,
)

dates = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
years = st.integers(min_value=1900, max_value=2100)
whens = st.one_of(
    st.builds(on_day, dates, around=st.booleans()),
    st.builds(part_of_day, dates, st.sampled_from(PartOfDay)),
    st.builds(lambda day, at: at_time(datetime.combine(day, at)), dates, st.times()),
    st.builds(in_month, years, st.integers(min_value=1, max_value=12), around=st.booleans()),
    st.builds(in_season, years, st.sampled_from(Season), around=st.booleans()),
    st.builds(in_year, years, around=st.booleans()),
    st.builds(lambda day, length: from_to(day, day + timedelta(days=length)), dates, st.integers(0, 400)),
    st.builds(in_words, st.sampled_from(["before the move", "when I was small"])),
)


@given(whens, whens)
def test_overlap_is_mutual(one: When, other: When) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@given(whens, whens)
def test_two_dates_overlap_if_and_only_if_they_share_a_day(one: When, other: When) -> None:
    shared = max(one.earliest, other.earliest) <= min(one.latest, other.latest)
    assert one.overlaps(other) == shared


@given(whens, whens)
def test_what_is_certainly_over_sorts_before_what_comes_after(one: When, other: When) -> None:
    if one.latest < other.earliest:
        assert one.sort_key < other.sort_key
        assert not one.overlaps(other)


@given(st.lists(whens, max_size=12), st.randoms(use_true_random=False))
def test_order_does_not_depend_on_the_order_of_entry(moments: list[When], chance: object) -> None:
    shuffled = list(moments)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert [moment.sort_key for moment in sorted(moments, key=lambda held: held.sort_key)] == [
        moment.sort_key for moment in sorted(shuffled, key=lambda held: held.sort_key)
    ]


@given(whens)
def test_it_lies_within_its_own_days_and_its_middle_too(when: When) -> None:
    assert when.earliest <= when.latest
    assert when.within(when.earliest, when.latest) == when.is_dated
    if when.is_dated:
        assert when.earliest <= when.middle <= when.latest


@given(whens, dates, dates)
def test_within_is_overlap_with_the_days_from_one_to_the_other(when: When, one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert when.within(first, last) == (when.is_dated and when.overlaps(from_to(first, last)))


@given(whens)
def test_only_a_single_known_day_is_a_day(when: When) -> None:
    assert (when.day is None) == (not when.is_dated or when.around or when.first != when.last)
    if when.day is not None:
        assert not when.is_fuzzy


@given(whens)
def test_a_fuzzy_date_never_turns_into_one_exact_day(when: When) -> None:
    if when.is_fuzzy:
        assert when.day is None


@given(dates)
def test_the_last_of_a_month_is_followed_by_a_first(day: date) -> None:
    last = last_of_month(day)
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + timedelta(days=1)).day == 1


def test_a_time_of_day_sorts_among_the_parts_of_its_day() -> None:
    day = date(2026, 5, 12)
    clock = [at_time(datetime.combine(day, time(hour))) for hour in (7, 12, 19, 23)]
    parts = [part_of_day(day, part) for part in PartOfDay]
    ordered = sorted([*reversed(parts), *reversed(clock)], key=lambda when: when.sort_key)
    assert [when.at.hour if when.at else when.part for when in ordered] == [
        PartOfDay.MORNING,
        7,
        PartOfDay.NOON,
        12,
        PartOfDay.AFTERNOON,
        PartOfDay.EVENING,
        19,
        PartOfDay.NIGHT,
        23,
    ]


def test_around_march_2019_is_the_whole_of_march_and_fuzzy() -> None:
    when = in_month(2019, 3, around=True)
    assert (when.first, when.last, when.is_fuzzy, when.day) == (
        date(2019, 3, 1),
        date(2019, 3, 31),
        True,
        None,
    )


def test_winter_runs_into_the_next_year() -> None:
    when = in_season(2023, Season.WINTER)
    assert (when.first, when.last) == (date(2023, 12, 1), date(2024, 2, 29))


def test_a_time_is_kept_to_the_minute_and_without_a_zone() -> None:
    when = at_time(datetime(2026, 5, 12, 18, 40, 59, 999, tzinfo=UTC))
    assert when.at == time(18, 40)
    assert when.at is not None
    assert when.at.tzinfo is None


def test_words_have_an_order_nobody_can_compute_and_could_be_any_day() -> None:
    when = in_words("before the move")
    assert (when.is_dated, when.earliest, when.latest) == (False, date.min, date.max)
    assert not when.within(date.min, date.max)
    assert when.overlaps(on_day(date(2026, 5, 12)))


DAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"precision": Precision.DAY}, Reason.EMPTY),
        ({"precision": Precision.DAY, "first": DAY}, Reason.EMPTY),
        ({"precision": Precision.SPAN, "first": DAY, "last": date(2026, 5, 11)}, Reason.ENDS_BEFORE_START),
        ({"precision": Precision.MINUTE, "first": DAY, "last": DAY}, Reason.CONTRADICTS),
        ({"precision": Precision.DAY, "first": DAY, "last": DAY, "at": time(9)}, Reason.CONTRADICTS),
        ({"precision": Precision.PART_OF_DAY, "first": DAY, "last": DAY}, Reason.CONTRADICTS),
        (
            {"precision": Precision.DAY, "first": DAY, "last": DAY, "part": PartOfDay.EVENING},
            Reason.CONTRADICTS,
        ),
        ({"precision": Precision.WORDS, "words": "  "}, Reason.CONTRADICTS),
        ({"precision": Precision.WORDS, "words": "once", "first": DAY, "last": DAY}, Reason.CONTRADICTS),
        ({"precision": Precision.WORDS, "words": "x" * (WORDS_LIMIT + 1)}, Reason.TOO_LONG),
        ({"precision": Precision.WORDS, "words": "half \ud800"}, Reason.NOT_TEXT),
    ],
)
def test_parts_that_contradict_each_other_are_refused(fields: dict[str, object], reason: Reason) -> None:
    with pytest.raises(InvalidRecord) as refused:
        When(**fields)  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.reason) == ("when", reason)
