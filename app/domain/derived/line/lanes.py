"""The values of the line: things with their records, in lanes, and what of a lane lies in view."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.derived.line.windows import Life, shifted
from app.domain.derived.timeline import Entry
from app.domain.derived.timeline_geometry import BinSize, TreatmentLane
from app.domain.journal import Journal
from app.domain.records.record import Record, RecordId

Span = tuple[date, date]


class Shape(StrEnum):
    """What a thing is drawn as."""

    VISIT = "visit"
    NEXT_VISIT = "next visit"
    EVENT = "event"
    EMERGENCY = "emergency"
    QUESTION = "question"
    OPEN_QUESTION = "open question"
    STEP = "step"
    OPEN_STEP = "open step"
    DECISION = "decision"
    MEASUREMENT = "measurement"
    BAD_DAY = "bad day"
    GOOD_DAY = "no symptoms"
    NOTE = "note"
    CHANGE = "change"
    READING = "reading"


class Group(StrEnum):
    """The zones of the canvas, from its top."""

    MOMENTS = "moments"
    TREATMENTS = "treatments"
    SYMPTOMS = "symptoms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One dated record on the line, `first` to `last`: the days it was on, or may have been on if `rough`.

    `late`: written down long after. `quiet`: the bar it stands on already shows it. `rank` tells whose label
    stays where there is no room for all, the lowest first.
    """

    id: RecordId
    first: date
    last: date
    shape: Shape
    rough: bool = False
    late: bool = False
    quiet: bool = False
    label: str = ""
    rank: int = 0
    severity: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it was on one day that is known."""
        return self.first == self.last and not self.rough

    @property
    def middle(self) -> date:
        """The day its mark stands on."""
        return self.first + (self.last - self.first) // 2 if self.rough else self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The readings of one stretch: `things[start:end]` of its lane.

    `middle` is that of the `numbers` readings that have one; without any it says nothing. `late`: one of them
    was written down long after.
    """

    first: date
    last: date
    start: int
    end: int
    numbers: int
    middle: float
    late: bool

    @property
    def count(self) -> int:
        """How many readings."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One row of the canvas. `things` are in order of time, `days` when each begins.

    A treatment has a `bar`. Of a symptom, `things` are the readings of one known day, `columns` put them
    together, and `wide` are all others. `attacks`: it comes in attacks, and is drawn day by day. `low`: it is
    less high than the chosen ones. `called`: a symptom's own name. `reach`: the most days any thing lasts.
    """

    key: str
    name: str
    group: Group
    things: Sequence[Thing] = ()
    days: tuple[date, ...] = ()
    reach: int = 0
    bar: TreatmentLane | None = None
    now: bool = False
    is_symptom: bool = False
    called: str = ""
    attacks: bool = False
    low: bool = False
    columns: Mapping[BinSize, tuple[Column, ...]] = field(default_factory=dict)
    wide: tuple[Thing, ...] = ()
    gaps: tuple[Span, ...] = ()

    @property
    def has_any(self) -> bool:
        """Whether anything stands in it."""
        return bool(len(self.things) or self.wide)

    def between(self, first: date, last: date) -> tuple[Thing, ...]:
        """The things of which any day is in view; of a symptom those that columns put together."""
        start = bisect_left(self.days, shifted(first, -self.reach))
        end = bisect_right(self.days, last)
        return tuple(thing for thing in self.things[start:end] if thing.last >= first)

    def wide_between(self, first: date, last: date) -> tuple[Thing, ...]:
        """The readings of several days, or of none that is known, of which any is in view."""
        return tuple(thing for thing in self.wide if thing.first <= last and first <= thing.last)

    def holds(self, first: date, last: date) -> bool:
        """Whether anything of it is in view: a thing, or a piece of its bar."""
        stretches = self.bar.stretches if self.bar else ()
        shown = any(piece.first <= last and first <= piece.last for piece in stretches)
        return shown or bool(self.between(first, last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A record and what stands on the line for it."""

    record: Record
    thing: Thing


def marks_lane(key: str, name: str, group: Group, things: Iterable[Thing]) -> Lane:
    """A lane of these things, in order of time."""
    ordered = tuple(sorted(things, key=_by_day))
    return Lane(
        key=key,
        name=name,
        group=group,
        things=ordered,
        days=tuple(thing.first for thing in ordered),
        reach=max(((thing.last - thing.first).days for thing in ordered), default=0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Everything with a date, in lanes, for one snapshot and one filter.

    `moments` are the entries with a date, newest first, but for the readings that columns put together;
    `undated` come after them in a list. `places` tell in which lane a record stands, and where: among its
    things, or behind them among its wide ones.
    """

    journal: Journal
    life: Life
    lanes: tuple[Lane, ...]
    moments: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    places: Mapping[RecordId, tuple[int, int]]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.undated or any(lane.has_any or lane.bar for lane in self.lanes))

    @property
    def count(self) -> int:
        """How many entries it holds, with a date or without."""
        return len(self.places) + len(self.undated)

    @property
    def reach(self) -> int:
        """The most days any thing lasts."""
        wide = ((thing.last - thing.first).days for lane in self.lanes for thing in lane.wide)
        return max((*(lane.reach for lane in self.lanes), *wide), default=0)

    def thing(self, key: str) -> tuple[Lane, Thing] | None:
        """A record's lane and thing; None where it is not on the line."""
        place = self.places.get(RecordId(key))
        if place is None:
            return None
        lane, at = self.lanes[place[0]], place[1]
        behind = at - len(lane.things)
        return lane, lane.things[at] if behind < 0 else lane.wide[behind]

    def lanes_in(self, first: date, last: date) -> tuple[Lane, ...]:
        """The lanes to draw: treatments only where something of them is in view."""
        return tuple(
            lane for lane in self.lanes if lane.group is not Group.TREATMENTS or lane.holds(first, last)
        )


def _by_day(thing: Thing) -> Span:
    return thing.first, thing.last
