"""Readings sorted into the columns of a picture, in one pass over them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from statistics import median

from app.domain.derived.timeline_geometry import ONE_DAY, Bin, BinSize, DaysBin

MONTHS_UP_TO = 6  # years of a whole story drawn month by month (document.md 8)
QUARTERS_UP_TO = 18
NOTES_FOR_A_ZERO = 10  # days with notes a month needs before "none of it" is a finding

_DAYS_IN_YEAR = 365.25
_MONTHS_OF = {BinSize.MONTH: 1, BinSize.QUARTER: 3, BinSize.YEAR: 12}

Span = tuple[date, date]


def bin_size_for(first: date, last: date) -> BinSize:
    """Months up to 6 years, quarters up to 18, years beyond (never narrower than 2.6 pt on paper)."""
    years = ((last - first).days + 1) / _DAYS_IN_YEAR
    if years <= MONTHS_UP_TO:
        return BinSize.MONTH
    return BinSize.QUARTER if years <= QUARTERS_UP_TO else BinSize.YEAR


def columns(first: date, last: date, size: BinSize, *, monday_first: bool = True) -> tuple[Span, ...]:
    """The columns that cover `first` to `last`, whole weeks or months cut at both edges."""
    starts = [start_of(first, size, monday_first=monday_first)]
    while (following := _next_start(starts[-1], size)) <= last:
        starts.append(following)
    ends = [start - ONE_DAY for start in starts[1:]] + [last]
    return tuple((max(first, start), end) for start, end in zip(starts, ends, strict=True))


def start_of(day: date, size: BinSize, *, monday_first: bool = True) -> date:
    """The first day of the column `day` lies in."""
    match size:
        case BinSize.DAY:
            return day
        case BinSize.WEEK:
            into = day.weekday() if monday_first else (day.weekday() + 1) % 7
            return day - timedelta(days=into)
    months = _MONTHS_OF[size]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def bin_readings(readings: Iterable[tuple[date, int]], spans: tuple[Span, ...]) -> tuple[Bin, ...]:
    """Lowest, middle and highest of each column; columns without a reading are left out."""
    starts = [span[0] for span in spans]
    held: dict[int, list[int]] = {}
    for day, severity in readings:
        at = bisect_right(starts, day) - 1
        if at >= 0 and day <= spans[at][1]:
            held.setdefault(at, []).append(severity)
    return tuple(_bin(spans[at], held[at]) for at in sorted(held))


def bin_days(
    days: frozenset[date],
    noted: frozenset[date],
    spans: tuple[Span, ...],
    *,
    never_zero: frozenset[date] = frozenset(),
) -> tuple[DaysBin, ...]:
    """Days with it in each column; a column with neither days nor a true zero is left out.

    A column that holds one of `never_zero` never says zero: something that is left out lies there.
    """
    having = _count(days, spans)
    notes = _count(noted, spans)
    blocked = _count(never_zero, spans)
    bins = (
        DaysBin(
            first=span[0],
            last=span[1],
            days=having.get(at, 0),
            zero=at not in having and at not in blocked and notes.get(at, 0) >= NOTES_FOR_A_ZERO,
        )
        for at, span in enumerate(spans)
    )
    return tuple(held for held in bins if held.days or held.zero)


def middle_of(values: Iterable[float]) -> float:
    """The middle value (median); the mean of the two middle ones of an even number."""
    return float(median(values))


def _count(days: frozenset[date], spans: tuple[Span, ...]) -> Mapping[int, int]:
    starts = [span[0] for span in spans]
    counted: dict[int, int] = {}
    for day in days:
        at = bisect_right(starts, day) - 1
        if at >= 0 and day <= spans[at][1]:
            counted[at] = counted.get(at, 0) + 1
    return counted


def _bin(span: Span, values: list[int]) -> Bin:
    return Bin(
        first=span[0],
        last=span[1],
        lowest=min(values),
        middle=middle_of(values),
        highest=max(values),
        count=len(values),
        zero=0 in values,
    )


def _next_start(start: date, size: BinSize) -> date:
    if size is BinSize.DAY:
        return start + ONE_DAY
    if size is BinSize.WEEK:
        return start + timedelta(days=7)
    month = start.month - 1 + _MONTHS_OF[size]
    return date(start.year + month // 12, month % 12 + 1, 1)
