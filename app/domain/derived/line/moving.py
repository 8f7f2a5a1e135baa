"""From one thing to the next: along a lane, and from lane to lane, by keys."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from functools import partial

from app.domain.derived.line.in_view import column_of, column_size, columns_between
from app.domain.derived.line.lanes import Lane, Line, Thing
from app.domain.derived.line.windows import Window
from app.domain.records.record import RecordId


def along(line: Line, window: Window, key: str, step: int) -> RecordId | None:
    """The thing `step` places later in the lane, by whole columns where there are such; None at the end."""
    found = line.thing(key)
    if found is None:
        return start_of(line, window)
    lane, thing = found
    stops = _stops(lane, window)
    at = bisect_left(stops, thing.first, key=_first_day)
    here = _place(lane, stops, thing, window)
    place = here + step if here is not None else at if step > 0 else at - 1
    return stops[place].id if 0 <= place < len(stops) else None


def across(line: Line, window: Window, key: str, step: int) -> RecordId | None:
    """The nearest thing in time in the next lane in view that has any; None beyond the last."""
    found = line.thing(key)
    if found is None:
        return start_of(line, window)
    lane, thing = found
    lanes = [held for held in line.lanes_in(window.first, window.last) if held.has_any or held is lane]
    place = next((at for at, held in enumerate(lanes) if held.key == lane.key), None)
    if place is None or not 0 <= place + step < len(lanes):
        return None
    return nearest(lanes[place + step], window, thing.middle.toordinal())


def start_of(line: Line, window: Window) -> RecordId | None:
    """Where the keys begin: the newest thing in view of the first lane that has one, else the nearest."""
    for lane in line.lanes_in(window.first, window.last):
        if lane.between(window.first, window.last) or lane.wide_between(window.first, window.last):
            return nearest(lane, window, min(window.last, line.life.today).toordinal())
    for lane in line.lanes:
        if lane.has_any:
            return nearest(lane, window, window.last.toordinal())
    return None


def nearest(lane: Lane, window: Window, ordinal: int) -> RecordId | None:
    """The thing of a lane nearest to a day, those in view before all others."""
    stops = _stops(lane, window)
    shown = [thing for thing in stops if thing.last >= window.first and thing.first <= window.last]
    return min(shown or stops, key=partial(_away, ordinal)).id if shown or len(stops) else None


def _away(ordinal: int, thing: Thing) -> int:
    return abs(thing.middle.toordinal() - ordinal)


def _stops(lane: Lane, window: Window) -> Sequence[Thing]:
    """Where the keys stop in a lane: every thing, or the first reading of every column."""
    size = column_size(lane, window.zoom) if lane.is_symptom else None
    if size is None:
        return lane.things if not lane.wide else sorted((*lane.things, *lane.wide), key=_first_day)
    columns = columns_between(lane, size, date.min, date.max)
    return sorted((*(lane.things[column.start] for column in columns), *lane.wide), key=_first_day)


def _place(lane: Lane, stops: Sequence[Thing], thing: Thing, window: Window) -> int | None:
    """The stop at which a thing stands: itself, or the first of the column it is put into."""
    column = column_of(lane, thing, window)
    stop = lane.things[column.start] if column is not None else thing
    at = bisect_left(stops, stop.first, key=_first_day)
    while at < len(stops) and stops[at].first == stop.first:
        if stops[at].id == stop.id:
            return at
        at += 1
    return None


def _first_day(thing: Thing) -> date:
    return thing.first
