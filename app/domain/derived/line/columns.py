"""Readings put together by day, week and month: worked out once for a snapshot, painted by slices."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from app.domain.derived.bins import middle_of, start_of
from app.domain.derived.line.lanes import Column, Span
from app.domain.derived.line.readings import Readings, is_late
from app.domain.derived.timeline_geometry import ONE_DAY, BinSize
from app.domain.records import SymptomEntry

KEPT = (BinSize.WEEK, BinSize.MONTH)
"""The sizes that are worked out beforehand; of days few are ever in view."""

_GAP = 14  # days without a reading from which a gap is shown


def columns_of(readings: Readings, *, monday_first: bool) -> dict[BinSize, tuple[Column, ...]]:
    """The columns of each kept size."""
    return {size: tuple(_columns(readings.records, size, 0, monday_first=monday_first)) for size in KEPT}


def days_in(readings: Readings, start: int) -> tuple[Column, ...]:
    """The columns of single days; `start` is where these readings begin in their lane."""
    return tuple(_columns(readings.records, BinSize.DAY, start, monday_first=True))


def gaps_of(days: Sequence[date], today: date) -> tuple[Span, ...]:
    """The stretches of more than two weeks in which nothing was written, up to today; `days` in order."""
    past = [day for day in days if day <= today]
    if not past:
        return ()
    return tuple(
        (before + ONE_DAY, after - ONE_DAY)
        for before, after in pairwise((*past, today + ONE_DAY))
        if (after - before).days > _GAP
    )


def _columns(
    records: tuple[SymptomEntry, ...], size: BinSize, shift: int, *, monday_first: bool
) -> Iterator[Column]:
    start, span = 0, None
    for at, record in enumerate(records):
        day = record.when.earliest
        if span is not None and day <= span[1]:
            continue
        if span is not None:
            yield _column(records[start:at], shift + start, span)
        start, span = at, _span(day, size, monday_first=monday_first)
    if span is not None:
        yield _column(records[start:], shift + start, span)


def _span(day: date, size: BinSize, *, monday_first: bool) -> Span:
    first = start_of(day, size, monday_first=monday_first)
    if size is BinSize.DAY:
        return first, first
    if size is BinSize.WEEK:
        return first, first + timedelta(days=6)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - ONE_DAY


def _column(records: tuple[SymptomEntry, ...], start: int, span: Span) -> Column:
    numbers = [record.severity for record in records if record.severity is not None]
    middle = float(numbers[0]) if len(numbers) == 1 else middle_of(numbers) if numbers else 0.0
    return Column(
        first=span[0],
        last=span[1],
        start=start,
        end=start + len(records),
        numbers=len(numbers),
        middle=middle,
        late=any(is_late(record) for record in records),
    )
