"""A symptom over a year by weeks, or over all of its time by months or longer, as columns.

Of what is there most days a column is the middle reading; of what comes in attacks, the days with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.derived.bins import bin_days, bin_readings, bin_size_for, columns
from app.domain.derived.chart.scope import year_before
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import Bin, BinSize
from app.domain.wording import Phrase, Wording


class Zoom(StrEnum):
    """How closely one symptom is looked at."""

    DAYS = "days"
    WEEKS = "weeks"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanColumn:
    """One week, month or longer: its middle reading or its days, and what is said of it."""

    held: Bin | None
    days: int
    first: date
    last: date
    name: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """All columns, with the ones that are named along the axis."""

    columns: tuple[SpanColumn, ...]
    ticks: tuple[tuple[int, str], ...]
    size: BinSize
    summary: str
    most_days: int = 0  # of a symptom that comes in attacks; a picture of middle readings has none


def heading_of(zoom: Zoom, spans: Spans, words: Wording) -> str:
    """What the picture shows, as its heading."""
    if zoom is not Zoom.DAYS and spans.most_days:
        return words.say(*_DAYS_WITH[spans.size])
    if zoom is Zoom.DAYS:
        return words.say("symptoms.days", "Six months, day by day")
    if zoom is Zoom.WEEKS:
        return words.say("symptoms.weeks", "A year, week by week")
    each = {
        BinSize.MONTH: Phrase("symptoms.years.month", "All of it, month by month"),
        BinSize.QUARTER: Phrase("symptoms.years.quarter", "All of it, quarter by quarter"),
        BinSize.YEAR: Phrase("symptoms.years.year", "All of it, year by year"),
    }
    return words.say(*each.get(spans.size, each[BinSize.MONTH]))


_DAYS_WITH = {
    BinSize.WEEK: Phrase("symptoms.days_with.week", "Days with it, week by week"),
    BinSize.MONTH: Phrase("symptoms.days_with.month", "Days with it, month by month"),
    BinSize.QUARTER: Phrase("symptoms.days_with.quarter", "Days with it, quarter by quarter"),
    BinSize.YEAR: Phrase("symptoms.days_with.year", "Days with it, year by year"),
}


def spans_of(readings: Readings, zoom: Zoom, today: date, words: Wording) -> Spans:
    """The columns of a year or of everything; a column without a reading says so and holds nothing."""
    rated = readings.rated
    first = year_before(today)
    size = BinSize.WEEK
    if zoom is Zoom.YEARS:
        first = min((day for day, _ in rated), default=first)
        size = bin_size_for(first, today)
    spans = columns(first, today, size)
    held = {one.first: one for one in bin_readings(rated, spans)}
    days = {one.first: one.days for one in bin_days(readings.days, frozenset(), spans)}
    made = []
    for start, end in spans:
        name, middle, with_it = _name(start, size, words), held.get(start), days.get(start, 0)
        attacks = readings.attack_like
        spoken = _spoken_days(with_it, name, words) if attacks else _spoken(middle, name, words)
        made.append(SpanColumn(held=middle, days=with_it, first=start, last=end, name=name, spoken=spoken))
    return Spans(
        columns=tuple(made),
        ticks=_ticks(made, size, words),
        size=size,
        summary=_summary(made, words),
        most_days=max((column.days for column in made), default=0) if readings.attack_like else 0,
    )


def _name(start: date, size: BinSize, words: Wording) -> str:
    match size:
        case BinSize.WEEK:
            return words.say("symptoms.week", "week of {day}", day=words.day(start))
        case BinSize.MONTH:
            return words.month(start)
        case BinSize.QUARTER:
            return words.say("symptoms.quarter", "the quarter from {month}", month=words.month(start))
    return str(start.year)


def _spoken(held: Bin | None, name: str, words: Wording) -> str:
    if held is None:
        return words.say("symptoms.empty_column", "nothing written, {span}", span=name)
    return words.count(
        "symptoms.column",
        "{middle} of 10, {span}, {n} reading",
        "middle reading {middle} of 10, {span}, {n} readings",
        held.count,
        middle=words.number(held.middle),
        span=name,
    )


def _spoken_days(days: int, name: str, words: Wording) -> str:
    if not days:
        return words.say("symptoms.no_day", "no day with it written, {span}", span=name)
    return words.count(
        "symptoms.with", "{n} day with it, {span}", "{n} days with it, {span}", days, span=name
    )


def _ticks(made: Sequence[SpanColumn], size: BinSize, words: Wording) -> tuple[tuple[int, str], ...]:
    """Months over a year, the first column of each year over all of it."""
    named: list[tuple[int, str]] = []
    for at, column in enumerate(made):
        before = made[at - 1].first if at else None
        day = column.first
        if size is BinSize.WEEK:
            if before is not None and before.month != day.month:
                whole = words.short_month(day)
                name = whole if day.month == 1 else whole.replace("\u00a0", " ").split(" ")[0]
                named.append((at, name))
        elif before is None or before.year != day.year:
            named.append((at, str(day.year)))
    return tuple(named)


def _summary(made: Sequence[SpanColumn], words: Wording) -> str:
    """One spoken sentence for the whole picture."""
    count = sum(column.held.count for column in made if column.held is not None)
    empty = sum(column.held is None for column in made)
    said = words.count("symptoms.in_all", "{n} reading", "{n} readings", count)
    if not empty:
        return said
    return ", ".join(
        (said, words.count("symptoms.gaps", "{n} column without one", "{n} columns without one", empty))
    )
