"""Readings put together by day, week and month: worked out once for a snapshot, painted by slices."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from app.domain.derived.bins import middle_of, start_of
from app.domain.derived.line.lanes import Column, Span, Thing
from app.domain.derived.timeline_geometry import ONE_DAY, Bin, BinSize

SIZES = (BinSize.DAY, BinSize.WEEK, BinSize.MONTH)
_GAP = 14  # days without a reading from which a gap is shown


def columns_of(things: tuple[Thing, ...], *, monday_first: bool) -> dict[BinSize, tuple[Column, ...]]:
    """The columns of each size; `things` are of one day each, in order of time."""
    return {size: tuple(_columns(things, size, monday_first=monday_first)) for size in SIZES}


def gaps_of(things: tuple[Thing, ...], today: date) -> tuple[Span, ...]:
    """The stretches of more than two weeks in which nothing of it was written."""
    days = sorted({thing.first for thing in things if thing.first <= today})
    if not days:
        return ()
    return tuple(
        (before + ONE_DAY, after - ONE_DAY)
        for before, after in pairwise((*days, today + ONE_DAY))
        if (after - before).days > _GAP
    )


def _columns(things: tuple[Thing, ...], size: BinSize, *, monday_first: bool) -> Iterator[Column]:
    start, span = 0, None
    for at, thing in enumerate(things):
        if span is not None and thing.first <= span[1]:
            continue
        if span is not None:
            yield _column(things, start, at, span)
        start, span = at, _span(thing.first, size, monday_first=monday_first)
    if span is not None:
        yield _column(things, start, len(things), span)


def _span(day: date, size: BinSize, *, monday_first: bool) -> Span:
    first = start_of(day, size, monday_first=monday_first)
    if size is BinSize.DAY:
        return first, first
    if size is BinSize.WEEK:
        return first, first + timedelta(days=6)
    following = (first + timedelta(days=31)).replace(day=1)
    return first, following - ONE_DAY


def _column(things: tuple[Thing, ...], start: int, end: int, span: Span) -> Column:
    numbers = [thing.severity for thing in things[start:end] if thing.severity is not None]
    held = None
    if numbers:
        held = Bin(
            first=span[0],
            last=span[1],
            lowest=min(numbers),
            middle=middle_of(numbers),
            highest=max(numbers),
            count=len(numbers),
            zero=0 in numbers,
        )
    return Column(first=span[0], last=span[1], start=start, end=end, bin=held)
