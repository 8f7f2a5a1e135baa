"""A symptom over a year by weeks, or over all of its time by months or longer, as columns."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.derived.bins import bin_readings, bin_size_for, columns
from app.domain.derived.chart.scope import year_before
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import Bin, BinSize
from app.domain.wording import Wording


class Zoom(StrEnum):
    """How closely one symptom is looked at."""

    DAYS = "days"
    WEEKS = "weeks"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanColumn:
    """One week, month or longer: its middle reading, and what is said of it."""

    held: Bin | None
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


def heading_of(zoom: Zoom, size: BinSize, words: Wording) -> str:
    """What the picture shows, as its heading."""
    if zoom is Zoom.DAYS:
        return words.say("symptoms.days", "Six months, day by day")
    if zoom is Zoom.WEEKS:
        return words.say("symptoms.weeks", "A year, week by week")
    each = {
        BinSize.MONTH: "All of it, month by month",
        BinSize.QUARTER: "All of it, quarter by quarter",
        BinSize.YEAR: "All of it, year by year",
    }
    return words.say("symptoms.years", each.get(size, each[BinSize.MONTH]))


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
    made = tuple(
        SpanColumn(
            held=held.get(start),
            first=start,
            last=end,
            name=_name(start, size, words),
            spoken=_spoken(held.get(start), _name(start, size, words), words),
        )
        for start, end in spans
    )
    return Spans(columns=made, ticks=_ticks(made, size, words), size=size, summary=_summary(made, words))


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


def _ticks(made: tuple[SpanColumn, ...], size: BinSize, words: Wording) -> tuple[tuple[int, str], ...]:
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


def _summary(made: tuple[SpanColumn, ...], words: Wording) -> str:
    """One spoken sentence for the whole picture."""
    count = sum(column.held.count for column in made if column.held is not None)
    empty = sum(column.held is None for column in made)
    said = words.count("symptoms.in_all", "{n} reading", "{n} readings", count)
    if not empty:
        return said
    return ", ".join(
        (said, words.count("symptoms.gaps", "{n} column without one", "{n} columns without one", empty))
    )
