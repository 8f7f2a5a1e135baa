"""Where everything on the canvas stands: rows from the top, days from the left. Numbers only, no painting."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QRectF

from app.domain.derived.line.crowds import Crowd, crowds_between, crowds_of, place_of
from app.domain.derived.line.lanes import Group, Lane, Line, Thing
from app.domain.derived.line.ticks import ticks_in
from app.domain.derived.line.windows import Window
from app.domain.derived.timeline_geometry import ONE_DAY, BinSize, Panel
from app.i18n import Words

AXIS = 30.0
NAMES, NAMES_NARROW = 138.0, 104.0
EDGE = 8.0  # how far the band of what is chosen reaches past names and plot
_CAPTION = 24.0
_MARKS, _BAR, _LOW, _COLUMNS = 27.0, 21.4, 41.0, 73.5
_COLUMN_ROOM = 57.0
_LOW_ROOM = 27.0
_LABEL_ROOM = 13.0  # px at 100%: the height of the type of the axis
_NARROW = 560.0
_BESIDE = 60.0  # px a crowd may reach past its middle


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One lane on the canvas, from `top` down, in px below the axis before any scrolling."""

    lane: Lane
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.top + self.height / 2


@dataclass(slots=True, kw_only=True)
class Crowds:
    """The marks of each lane at each width of a day: the same while the window moves."""

    scale: float
    held: dict[tuple[str, float], tuple[Crowd, ...]] = field(default_factory=dict)

    def of(self, lane: Lane, day_width: float) -> tuple[Crowd, ...]:
        """A lane's marks, worked out when they are first asked for."""
        key = (lane.key, day_width)
        if key not in self.held:
            if len(self.held) > _MOST_HELD:
                self.held.clear()
            self.held[key] = crowds_of(lane.things, day_width, scale=self.scale)
        return self.held[key]


_MOST_HELD = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One line in one window, on a canvas of one size. `left` and `width` are those of the plot, in px."""

    line: Line
    window: Window
    panel: Panel
    left: float
    width: float
    scale: float
    rows: tuple[Row, ...]
    captions: dict[Group, float]
    height: float
    crowds: Crowds

    @property
    def day_width(self) -> float:
        """Px of one day."""
        return self.width / self.window.days

    @property
    def right(self) -> float:
        """The plot's right edge."""
        return self.left + self.width

    def x_of(self, day: date) -> float:
        """Where a day begins."""
        return self.left + self.panel.share(day) * self.width

    def middle_of(self, thing: Thing) -> float:
        """Where a thing's mark stands, kept inside the plot while any day of it is in view."""
        x = self.left + place_of(thing, self.day_width) - self.window.first.toordinal() * self.day_width
        return min(max(x, self.left), self.right) if self.shows(thing) else x

    def shows(self, thing: Thing) -> bool:
        """Whether any day of it is in view."""
        return thing.first <= self.window.last and self.window.first <= thing.last

    def sides_of(self, first: date, last: date) -> tuple[float, float]:
        """From where to where these days are, cut at the plot's edges."""
        left = max(self.x_of(first), self.left)
        return left, min(self.x_of(last) + self.day_width, self.right)

    def day_at(self, x: float) -> date:
        """The day at a place, the first or last in view beyond the edges."""
        days = int((x - self.left) / self.day_width)
        return self.window.first + ONE_DAY * min(max(days, 0), self.window.days - 1)

    def crowds_in(self, row: Row) -> Iterator[tuple[float, Crowd]]:
        """The marks of a lane that are in view, and where."""
        width = self.day_width
        start = self.window.first.toordinal() * width
        found = crowds_between(self.crowds.of(row.lane, width), start - _BESIDE, start + self.width + _BESIDE)
        for crowd in found:
            if any(self.shows(thing) for thing in crowd.members):
                yield min(max(crowd.at - start + self.left, self.left), self.right), crowd

    def spread_in(self, row: Row) -> Iterator[Thing]:
        """The things of several days of which any is in view: their days are drawn, beside their mark."""
        for thing in row.lane.between(self.window.first, self.window.last):
            if thing.first != thing.last:
                yield thing

    def plot_of(self, row: Row) -> QRectF:
        """The part of a row in which its bar or its columns stand."""
        if not row.lane.is_symptom:
            return QRectF(self.left, row.top, self.width, row.height)
        room = (_LOW_ROOM if row.lane.low else _COLUMN_ROOM) * self.scale
        return QRectF(self.left, row.top + row.height - room - self.scale, self.width, room)

    def row_of(self, key: str) -> Row | None:
        """The row of the lane in which a record stands."""
        found = self.line.thing(key)
        if found is None:
            return None
        return next((row for row in self.rows if row.lane.key == found[0].key), None)

    def row_at(self, y: float) -> Row | None:
        """The row at a height."""
        return next((row for row in self.rows if row.top <= y < row.top + row.height), None)


def scene_of(line: Line, window: Window, width: float, crowds: Crowds, words: Words) -> Scene:
    """Arrange a line on a canvas `width` px wide."""
    scale = crowds.scale
    names = (NAMES if width / scale >= _NARROW else NAMES_NARROW) * scale
    plot = max(width - names - EDGE * scale, 1.0)
    rows, captions, height = _rows(line, window, scale)
    panel = Panel(
        first=window.first,
        last=window.last,
        heading="",
        bins=window.zoom.column or BinSize.DAY,
        caption="",
        ticks=ticks_in(window, words, plot / (_LABEL_ROOM * scale)),
    )
    return Scene(
        line=line,
        window=window,
        panel=panel,
        left=names,
        width=plot,
        scale=scale,
        rows=rows,
        captions=captions,
        height=height,
        crowds=crowds,
    )


def _rows(line: Line, window: Window, scale: float) -> tuple[tuple[Row, ...], dict[Group, float], float]:
    rows: list[Row] = []
    captions: dict[Group, float] = {}
    y = 0.0
    for lane in line.lanes_in(window.first, window.last):
        if lane.group not in captions:
            captions[lane.group] = y
            y += _CAPTION * scale
        height = _height(lane) * scale
        rows.append(Row(lane=lane, top=y, height=height))
        y += height
    return tuple(rows), captions, y + EDGE * scale


def _height(lane: Lane) -> float:
    if lane.is_symptom:
        return _LOW if lane.low else _COLUMNS
    return _BAR if lane.group is Group.TREATMENTS else _MARKS
