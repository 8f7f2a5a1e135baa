"""Readings near enough to have a column each: side by side within their day, in the order they were."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.domain.derived.line.lanes import Thing
from app.ui.drawing import columns
from app.ui.line_of_time.scene import Scene
from app.ui.theme.theme import Theme

_WIDEST = 16.0


def places_of(things: Iterable[Thing], scene: Scene) -> Iterator[tuple[Thing, float, float]]:
    """Each reading of one known day, and from where to where its column stands."""
    widest = _WIDEST * scene.scale
    exact = (thing for thing in things if thing.is_exact)
    for day, group in groupby(exact, key=_day):
        held = list(group)
        share = scene.day_width / len(held)
        width = min(share, widest)
        for at, thing in enumerate(held):
            middle = scene.x_of(day) + share * (at + 0.5)
            yield thing, middle - width / 2, middle + width / 2


def paint_readings(
    painter: QPainter, theme: Theme, things: Iterable[Thing], scene: Scene, area: QRectF
) -> None:
    """Paint a column for each; one without a number is a dot on the line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for thing, left, right in places_of(things, scene):
        if thing.severity is None:
            columns.paint_note_dot(painter, theme, (left + right) / 2, area)
        else:
            columns.paint_column(painter, theme, (left, right), thing.severity, area)


def _day(thing: Thing) -> date:
    return thing.first
