"""The names over the canvas: days near by, months further off, years from far away."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.derived.bins import start_of
from app.domain.derived.line.windows import Window, Zoom
from app.domain.derived.timeline_geometry import BinSize, Tick
from app.domain.wording import Wording

_YEAR_ROOM = 3.4  # heights of their type that a year's figures and a blank need
_STEPS = (1, 2, 5, 10, 20, 50)


def ticks_in(window: Window, words: Wording, room: float) -> tuple[Tick, ...]:
    """A line for each day, week, month or year, and its name; `room` is the width in heights of their type.

    The year stands at every New Year, and at the left edge for the year the window begins in.
    """
    found = tuple(_years(window, room)) if window.zoom is Zoom.LIFE else tuple(_within(window, words))
    starts_named = any(tick.year and (tick.day - window.first).days < window.days // 12 for tick in found)
    if starts_named:
        return found
    return (Tick(day=window.first, label=str(window.first.year), year=True), *found)


def _years(window: Window, room: float) -> Iterator[Tick]:
    count = window.last.year - window.first.year + 1
    step = next((step for step in _STEPS if count / step * _YEAR_ROOM <= room), _STEPS[-1])
    for year in range(window.first.year, window.last.year + 1):
        if year % step == 0 and date(year, 1, 1) >= window.first:
            yield Tick(day=date(year, 1, 1), label=str(year), year=True)


def _within(window: Window, words: Wording) -> Iterator[Tick]:
    for day in _days(window):
        if (day.month, day.day) == (1, 1):
            yield Tick(day=day, label=str(day.year), year=True)
        else:
            yield Tick(day=day, label=_name(day, window.zoom, words))


def _days(window: Window) -> Iterator[date]:
    """The days that have a line."""
    if window.zoom in {Zoom.WEEK, Zoom.MONTH}:
        step = 1 if window.zoom is Zoom.WEEK else 7
        day = window.first if step == 1 else start_of(window.first, BinSize.WEEK)
        while day <= window.last:
            if day >= window.first:
                yield day
            day += timedelta(days=step)
        return
    months = 3 if window.zoom is Zoom.THREE_YEARS else 1
    day = date(window.first.year, (window.first.month - 1) // months * months + 1, 1)
    while day <= window.last:
        if day >= window.first:
            yield day
        day = date(day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1, 1)


def _name(day: date, zoom: Zoom, words: Wording) -> str:
    if zoom is Zoom.WEEK:
        return f"{words.short_weekday(day)} {day.day}"
    if zoom is Zoom.MONTH:
        return words.day_in_year(day)
    return words.short_month(day).replace("\u00a0", " ").partition(" ")[0]
