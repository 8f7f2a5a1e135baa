"""The columns of a lane that are in view, at the size each zoom has."""

from bisect import bisect_left, bisect_right
from datetime import date

from app.domain.derived.line.columns import days_in
from app.domain.derived.line.lanes import Column, Lane, Thing
from app.domain.derived.line.readings import Readings
from app.domain.derived.line.windows import Window, Zoom
from app.domain.derived.timeline_geometry import BinSize, DaysBin


def column_size(lane: Lane, zoom: Zoom) -> BinSize | None:
    """What one column of a lane holds; what comes in attacks is drawn day by day up to three years."""
    size = zoom.column
    if lane.attacks and size is BinSize.WEEK:
        return BinSize.DAY
    return size


def columns_between(lane: Lane, size: BinSize, first: date, last: date) -> tuple[Column, ...]:
    """The columns of which any day is in view."""
    if size is BinSize.DAY and isinstance(lane.things, Readings):
        start = bisect_left(lane.days, first)
        return days_in(lane.things[start : bisect_right(lane.days, last)], start)
    held = lane.columns.get(size, ())
    return held[bisect_left(held, first, key=_last_day) : bisect_right(held, last, key=_first_day)]


def column_of(lane: Lane, thing: Thing, window: Window) -> Column | None:
    """The column a thing is put into in this window; None where it stands by itself."""
    size = column_size(lane, window.zoom) if lane.is_symptom and thing.is_exact else None
    if size is None:
        return None
    return next(iter(columns_between(lane, size, thing.first, thing.first)), None)


def days_with(lane: Lane, columns: tuple[Column, ...]) -> tuple[DaysBin, ...]:
    """On how many days of each column it was there: what comes in attacks is counted, over a long time."""
    held = (
        (column, {thing.first for thing in lane.things[column.start : column.end] if thing.severity != 0})
        for column in columns
    )
    return tuple(
        DaysBin(first=column.first, last=column.last, days=len(days), zero=not days) for column, days in held
    )


def _first_day(column: Column) -> date:
    return column.first


def _last_day(column: Column) -> date:
    return column.last
