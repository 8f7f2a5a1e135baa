"""The list of the span in view: entries one by one, and readings put together where they are many."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import groupby

from app.domain.derived.line.in_view import columns_between
from app.domain.derived.line.lanes import Column, Lane, Line
from app.domain.derived.line.readings import Readings
from app.domain.derived.line.windows import Window, Zoom, shifted
from app.domain.derived.timeline import Entry, RowKind, order_of
from app.domain.derived.timeline_geometry import BinSize
from app.domain.records import SymptomEntry
from app.domain.records.record import RecordId

_PREFIX = "readings:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The readings of one day, week or month, by lane."""

    first: date
    last: date
    parts: tuple[tuple[Lane, Column], ...]

    @property
    def key(self) -> str:
        """What its row is known by."""
        return f"{_PREFIX}{self.first.isoformat()}"

    @property
    def ids(self) -> frozenset[RecordId]:
        """The readings it stands for."""
        return frozenset(
            thing.id for lane, column in self.parts for thing in lane.things[column.start : column.end]
        )


Row = Entry | Gathered


def rows_in(line: Line, window: Window, *, each: bool = False) -> Iterator[Row]:
    """What the list shows, newest first. With `each`, every reading has a row of its own at any zoom.

    Lazy: whoever shows the first hundred pays for no more.
    """
    size = None if each else window.zoom.gathered
    if size is None:
        yield from merge(_moments(line, window), *_readings(line, window), key=order_of, reverse=True)
    else:
        both: tuple[Iterator[Row], Iterator[Row]] = (_moments(line, window), _gathered(line, window, size))
        yield from merge(*both, key=_newest_first)
    if window.zoom is Zoom.LIFE:
        yield from line.undated


def gathered_day(key: str) -> date | None:
    """The first day of the readings a row stands for; None for any other row."""
    return date.fromisoformat(key.removeprefix(_PREFIX)) if key.startswith(_PREFIX) else None


def key_for(line: Line, window: Window, record: RecordId, *, each: bool = False) -> str:
    """The row in which a record stands in this window: its own, or the one its reading is put into."""
    size = None if each else window.zoom.gathered
    found = line.thing(record)
    if size is None or found is None:
        return record
    lane, thing = found
    columns = columns_between(lane, size, thing.first, thing.first) if lane.is_symptom else ()
    return f"{_PREFIX}{columns[0].first.isoformat()}" if columns and thing.is_exact else record


def _moments(line: Line, window: Window) -> Iterator[Entry]:
    start = bisect_left(line.moments, -window.last.toordinal(), key=_backwards)
    first = shifted(window.first, -line.reach)
    end = bisect_right(line.moments, -first.toordinal(), key=_backwards)
    for entry in line.moments[start:end]:
        found = line.thing(entry.record.id)
        if found is not None and found[1].last >= window.first:
            yield entry


def _readings(line: Line, window: Window) -> Iterator[Iterator[Entry]]:
    """Those of each symptom that columns put together, newest first."""
    for lane in line.lanes:
        if isinstance(lane.things, Readings):
            start = bisect_left(lane.days, window.first)
            held = lane.things[start : bisect_right(lane.days, window.last)]
            yield map(_entry, reversed(held.records))


def _entry(record: SymptomEntry) -> Entry:
    return Entry(kind=RowKind.SYMPTOMS, when=record.when, record=record)


def _gathered(line: Line, window: Window, size: BinSize) -> Iterator[Gathered]:
    """Newest first; the columns of all symptoms that begin on the same day are one row."""
    lanes = [lane for lane in line.lanes if lane.is_symptom]
    held = [_columns(lane, at, size, window) for at, lane in enumerate(lanes)]
    for first, group in groupby(merge(*held, key=_by_start), key=_start):
        parts = tuple((lanes[at], column) for _, at, column in group)
        yield Gathered(first=first, last=parts[0][1].last, parts=parts)


def _columns(lane: Lane, at: int, size: BinSize, window: Window) -> Iterator[tuple[date, int, Column]]:
    """A symptom's columns, newest first, each with its first day and its lane's place."""
    for column in reversed(columns_between(lane, size, window.first, window.last)):
        yield column.first, at, column


def _newest_first(row: Row) -> tuple[int, int]:
    """By first day; what was put together stands below everything else of its stretch."""
    if isinstance(row, Gathered):
        return (-row.first.toordinal(), 1)
    return (_backwards(row), 0)


def _backwards(entry: Entry) -> int:
    return -entry.when.earliest.toordinal() if entry.when is not None else 0


def _start(held: tuple[date, int, Column]) -> date:
    return held[0]


def _by_start(held: tuple[date, int, Column]) -> tuple[int, int]:
    return -held[0].toordinal(), held[1]
