"""What is under the mouse: marks answer within 24 x 24 px, the nearest first; columns and bars as drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from app.domain.derived.line.in_view import column_size, columns_between
from app.domain.derived.line.lanes import Column, Group, Thing
from app.ui.line_of_time.readings import places_of
from app.ui.line_of_time.scene import Row, Scene

REACH = 12.0
"""Half of the 24 px a mark answers within."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What was hit: things of one lane, and the column they are in if they are in one."""

    row: Row
    things: tuple[Thing, ...]
    column: Column | None = None


def hit_at(scene: Scene, at: QPointF) -> Hit | None:
    """What lies at a place, in px below the axis before any scrolling; None for nothing."""
    best = min(_near(scene, at), key=_distance, default=None)
    if best is not None:
        return best[1]
    row = scene.row_at(at.y())
    if row is None or not scene.left <= at.x() <= scene.right:
        return None
    if row.lane.is_symptom:
        return _column_at(scene, row, at.x())
    return _bar_at(scene, row, at.x()) if row.lane.group is Group.TREATMENTS else None


def _near(scene: Scene, at: QPointF) -> Iterator[tuple[float, Hit]]:
    """Marks and changes within reach, each with how far it is."""
    reach = REACH * scene.scale
    for row in scene.rows:
        if abs(row.middle - at.y()) > max(reach, row.height / 2) or row.lane.is_symptom:
            continue
        for x, things in _marks(scene, row):
            across, down = abs(x - at.x()), abs(row.middle - at.y())
            if across <= reach and down <= reach:
                yield across + down, Hit(row=row, things=things)


def _marks(scene: Scene, row: Row) -> Iterator[tuple[float, tuple[Thing, ...]]]:
    if row.lane.group is Group.TREATMENTS:
        for thing in row.lane.between(scene.window.first, scene.window.last):
            yield scene.middle_of(thing), (thing,)
    else:
        for x, crowd in scene.crowds_in(row):
            yield x, crowd.members


def _distance(found: tuple[float, Hit]) -> float:
    return found[0]


def _column_at(scene: Scene, row: Row, x: float) -> Hit | None:
    size = column_size(row.lane, scene.window.zoom)
    first, last = scene.window.first, scene.window.last
    if size is None:
        near = [
            (abs((left + right) / 2 - x), thing)
            for thing, left, right in places_of(row.lane.between(first, last), scene)
            if left - REACH <= x <= right + REACH
        ]
        return Hit(row=row, things=(min(near, key=_first)[1],)) if near else None
    day = scene.day_at(x)
    column = next(iter(columns_between(row.lane, size, day, day)), None)
    if column is None and row.lane.attacks:
        reach = round(REACH * scene.scale / scene.day_width)
        around = columns_between(row.lane, size, scene.day_at(x - REACH), scene.day_at(x + REACH))
        column = min(around, key=lambda held: abs((held.first - day).days), default=None) if reach else None
    if column is None:
        wide = list(row.lane.wide_between(day, day))
        return Hit(row=row, things=(wide[0],)) if wide else None
    return Hit(row=row, things=tuple(row.lane.things[column.start : column.end]), column=column)


def _first(found: tuple[float, Thing]) -> float:
    return found[0]


def _bar_at(scene: Scene, row: Row, x: float) -> Hit | None:
    """On a bar: the change this piece of it began with."""
    day = scene.day_at(x)
    stretches = row.lane.bar.stretches if row.lane.bar else ()
    if not any(piece.first <= day <= piece.last for piece in stretches):
        return None
    before = [thing for thing in row.lane.things if thing.first <= day]
    shown = [thing for thing in before if thing.quiet] or before
    return Hit(row=row, things=(shown[-1],)) if shown else None
