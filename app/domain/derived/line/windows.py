"""How much of a life is in view: six zooms, and a window of days that moves over it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.derived.timeline_geometry import ONE_DAY, BinSize

_SHORTEST_LIFE = 28  # days
_MARGIN_SHARE = 100  # of a window lies after today, so that what comes next shows
_LEAST_MARGIN = 2


class Zoom(StrEnum):
    """How long a stretch is in view, from near to far."""

    WEEK = "week"
    MONTH = "month"
    THREE_MONTHS = "3 months"
    YEAR = "year"
    THREE_YEARS = "3 years"
    LIFE = "life"

    @property
    def nearer(self) -> "Zoom":
        """The next shorter one; the shortest stays."""
        return _ZOOMS[max(_ZOOMS.index(self) - 1, 0)]

    @property
    def farther(self) -> "Zoom":
        """The next longer one; the longest stays."""
        return _ZOOMS[min(_ZOOMS.index(self) + 1, len(_ZOOMS) - 1)]

    @property
    def column(self) -> BinSize | None:
        """What one column of a symptom holds; None where each reading has its own."""
        return _COLUMNS.get(self)

    @property
    def gathered(self) -> BinSize | None:
        """How long the list puts readings together for; None where each has its own row."""
        return _GATHERED.get(self)


_ZOOMS = tuple(Zoom)
_DAYS = {Zoom.WEEK: 7, Zoom.MONTH: 31, Zoom.THREE_MONTHS: 92, Zoom.YEAR: 366, Zoom.THREE_YEARS: 1106}
_COLUMNS = {
    Zoom.THREE_MONTHS: BinSize.DAY,
    Zoom.YEAR: BinSize.WEEK,
    Zoom.THREE_YEARS: BinSize.WEEK,
    Zoom.LIFE: BinSize.MONTH,
}
_GATHERED = _COLUMNS | {Zoom.THREE_YEARS: BinSize.MONTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """From the first day anything is dated to the last; `today` lies within."""

    first: date
    today: date
    last: date


def life_of(first: date, today: date, last: date) -> Life:
    """A life that begins with a year, or so recently that there is no year to it yet."""
    start = min(date(first.year, 1, 1), today - timedelta(days=_SHORTEST_LIFE))
    if (today - first).days < _DAYS[Zoom.YEAR]:
        start = min(first, today - timedelta(days=_SHORTEST_LIFE))
    margin = timedelta(days=max(_LEAST_MARGIN, (today - start).days // _MARGIN_SHARE))
    return Life(first=start, today=today, last=max(today, last) + margin)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days in view, both inclusive."""

    zoom: Zoom
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def holds(self, day: date) -> bool:
        """Whether a day is in view."""
        return self.first <= day <= self.last


def window_at_today(zoom: Zoom, life: Life) -> Window:
    """The window that ends just after today."""
    if zoom is Zoom.LIFE:
        return Window(zoom=zoom, first=life.first, last=life.last)
    days = _DAYS[zoom]
    last = life.today + timedelta(days=max(_LEAST_MARGIN, days // _MARGIN_SHARE))
    return Window(zoom=zoom, first=last - timedelta(days=days - 1), last=last)


def window_around(zoom: Zoom, day: date, life: Life, *, share: float = 0.5) -> Window:
    """The window in which `day` lies at `share` of its width, as far as the life goes."""
    days = window_at_today(zoom, life).days
    first = shifted(day, -int(days * share))
    return _kept(zoom, first, days, life)


def panned(window: Window, days: int, life: Life) -> Window:
    """The same window so many days later, or earlier."""
    return _kept(window.zoom, shifted(window.first, days), window.days, life)


def zoomed(window: Window, zoom: Zoom, life: Life, *, at: date | None = None) -> Window:
    """Another zoom: around `at` where it is in view, else keeping today, else the middle."""
    if at is not None and window.holds(at):
        return window_around(zoom, at, life, share=(at - window.first).days / window.days)
    if window.holds(life.today):
        return window_at_today(zoom, life)
    return window_around(zoom, window.first + (window.last - window.first) // 2, life)


def showing(window: Window, first: date, last: date, life: Life) -> Window:
    """The same window, moved no more than needed to show one of these days well inside it."""
    edge = max(window.days // 12, 0)
    inside = window.first + timedelta(days=edge), window.last - timedelta(days=edge)
    if first <= inside[1] and last >= inside[0]:
        return window
    return window_around(window.zoom, first + (last - first) // 2, life)


def shifted(day: date, days: int) -> date:
    """A day so many days later, as far as the calendar goes."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def _kept(zoom: Zoom, first: date, days: int, life: Life) -> Window:
    """No further back than the life, or than the window at today; no further on than its last day."""
    today = window_at_today(zoom, life)
    last = min(shifted(first, days - 1), max(life.last, today.last))
    start = max(shifted(last, 1 - days), min(life.first, today.first))
    return Window(zoom=zoom, first=start, last=shifted(start, days) - ONE_DAY)
