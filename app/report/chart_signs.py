"""The signs of the timeline as they are drawn on paper, each from a point on (document.md 3.2 and 8).

Patterns are clipped lines and dots, not tiling patterns, so that every printer draws them. All lengths are
points; y grows upward. Told apart by shape and pattern, never by colour alone.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from app.domain.derived.timeline_geometry import Sign
from app.report import style

FULL_HEIGHT = 9.6  # of a bar at a treatment's highest dose
LOWEST_HEIGHT = 3.6
NARROWEST = 2.0
BLOCK, BLOCK_GAP, BLOCK_HEIGHT = 5.0, 4.0, 5.6  # of what is taken when needed
ARROW = 4.5
CAP_WIDTH, CAP_HEIGHT = 1.8, 11.6
OUTLINE, MOSTLY_NOT_OUTLINE = 0.6, 0.9
DIAMOND, DOT, RING = 3.6, 3.0, 2.6
MIDDLE_HEIGHT, MIDDLE_SHARE, SPREAD_SHARE = 2.1, 0.92, 0.56
ZERO_TICK, ZERO_WIDTH = 4.4, 1.2
_STRIPES = {Sign.DEVICE: (0.6, 4.0), Sign.FROM_THE_SHOP: (1.5, 4.0)}
_UPRIGHT, _LYING = (1.1, 3.0), (0.8, 2.4)
_DOTS, _DOT_GRID = 0.95, 3.2


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


@contextmanager
def kept(canvas: Canvas) -> Iterator[None]:
    """What is set meanwhile is forgotten afterwards."""
    canvas.saveState()
    try:
        yield
    finally:
        canvas.restoreState()


def bar(canvas: Canvas, kind: Sign, area: Area) -> None:
    """A stretch in its kind's pattern."""
    if kind is Sign.PRESCRIBED:
        _solid(canvas, area)
        return
    blank(canvas, area)
    with kept(canvas):
        path = canvas.beginPath()
        path.rect(area.left, area.bottom, area.width, area.height)
        canvas.clipPath(path, stroke=0, fill=0)
        _hatch(canvas, kind, area)
    outline(canvas, area, OUTLINE)


def _solid(canvas: Canvas, area: Area) -> None:
    with kept(canvas):
        style.fill(canvas, style.PINE)
        canvas.rect(area.left, area.bottom, area.width, area.height, stroke=0, fill=1)


def blank(canvas: Canvas, area: Area) -> None:
    """White, so that the grid does not show through."""
    with kept(canvas):
        style.fill(canvas, grey=1.0)
        canvas.rect(area.left, area.bottom, area.width, area.height, stroke=0, fill=1)


def hollow(canvas: Canvas, area: Area) -> None:
    """Mostly not taken, or a date that is not exact: white with an edge."""
    blank(canvas, area)
    outline(canvas, area, MOSTLY_NOT_OUTLINE)


def outline(canvas: Canvas, area: Area, weight: float) -> None:
    """An edge that stays inside the area."""
    with kept(canvas):
        style.stroke(canvas, weight, style.PINE)
        inset = weight / 2
        width, height = max(0.1, area.width - weight), max(0.1, area.height - weight)
        canvas.rect(area.left + inset, area.bottom + inset, width, height, stroke=1, fill=0)


def _hatch(canvas: Canvas, kind: Sign, area: Area) -> None:
    style.fill(canvas, style.PINE)
    match kind:
        case Sign.SUPPLEMENT:
            _dotted(canvas, area)
        case Sign.THERAPY:
            _lines(canvas, area, _UPRIGHT, upright=True)
        case Sign.LIFESTYLE:
            _lines(canvas, area, _LYING, upright=False)
        case Sign.DEVICE:
            _slanted(canvas, area, *_STRIPES[Sign.DEVICE], up=True)
            _slanted(canvas, area, *_STRIPES[Sign.DEVICE], up=False)
        case _:
            _slanted(canvas, area, *_STRIPES[Sign.FROM_THE_SHOP], up=True)


def _dotted(canvas: Canvas, area: Area) -> None:
    rows, columns = int(area.height / _DOT_GRID) + 1, int(area.width / _DOT_GRID) + 1
    for row in range(rows):
        for column in range(columns):
            x = area.left + (column + 0.5) * _DOT_GRID
            canvas.circle(x, area.bottom + (row + 0.5) * _DOT_GRID, _DOTS, stroke=0, fill=1)


def _lines(canvas: Canvas, area: Area, every: tuple[float, float], *, upright: bool) -> None:
    weight, step = every
    style.stroke(canvas, weight, style.PINE)
    length = area.width if upright else area.height
    for at in range(int(length / step) + 1):
        place = (at + 0.5) * step
        if upright:
            canvas.line(area.left + place, area.bottom, area.left + place, area.top)
        else:
            canvas.line(area.left, area.bottom + place, area.right, area.bottom + place)


def _slanted(canvas: Canvas, area: Area, weight: float, step: float, *, up: bool) -> None:
    """Lines at 45 degrees, `step` apart measured across them."""
    style.stroke(canvas, weight, style.PINE)
    along = step * math.sqrt(2)
    for at in range(int((area.width + area.height) / along) + 2):
        x = area.left - area.height + at * along
        low, high = (area.bottom, area.top) if up else (area.top, area.bottom)
        canvas.line(x, low, x + area.height, high)


def blocks(canvas: Canvas, kind: Sign, area: Area) -> None:
    """Taken when needed: the kind's own pattern, broken."""
    middle = (area.bottom + area.top) / 2
    x = area.left
    while x < area.right - 0.5:
        end = min(x + BLOCK, area.right)
        bar(canvas, kind, Area(x, middle - BLOCK_HEIGHT / 2, end, middle + BLOCK_HEIGHT / 2))
        x += BLOCK + BLOCK_GAP


def paused(canvas: Canvas, left: float, right: float, y: float) -> None:
    """A dotted line on the baseline."""
    with kept(canvas):
        style.stroke(canvas, 1.0)
        canvas.setDash([1.2, 1.8])
        canvas.line(left + 1.2, y + 0.5, right - 0.6, y + 0.5)


def arrow(canvas: Canvas, x: float, area: Area) -> None:
    """Still taking: a black arrow head that points past the end."""
    _shape(canvas, ((x, area.bottom), (x, area.top), (x + ARROW, (area.bottom + area.top) / 2)))


def cap(canvas: Canvas, x: float, baseline: float) -> None:
    """Stopped: a black upright end."""
    bottom = baseline - (CAP_HEIGHT - FULL_HEIGHT) / 2
    with kept(canvas):
        style.fill(canvas)
        canvas.rect(x, bottom, CAP_WIDTH, CAP_HEIGHT, stroke=0, fill=1)


def diamond(canvas: Canvas, x: float, y: float, *, size: float = DIAMOND) -> None:
    """An event."""
    _shape(canvas, ((x - size, y), (x, y + size), (x + size, y), (x, y - size)))


def hollow_diamond(canvas: Canvas, x: float, y: float) -> None:
    """An emergency or a hospital stay: a larger diamond, white with a plus."""
    size = DIAMOND + 0.8
    with kept(canvas):
        style.stroke(canvas, 1.1)
        style.fill(canvas, grey=1.0)
        path = canvas.beginPath()
        path.moveTo(x - size, y)
        for corner_x, corner_y in ((x, y + size), (x + size, y), (x, y - size)):
            path.lineTo(corner_x, corner_y)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
        canvas.line(x - 1.7, y, x + 1.7, y)
        canvas.line(x, y - 1.7, x, y + 1.7)


def dot(canvas: Canvas, x: float, y: float) -> None:
    """A visit."""
    with kept(canvas):
        style.fill(canvas)
        canvas.circle(x, y, DOT, stroke=0, fill=1)


def ring(canvas: Canvas, x: float, y: float) -> None:
    """The next visit."""
    with kept(canvas):
        style.stroke(canvas, 1.2)
        canvas.circle(x, y, RING, stroke=1, fill=0)


def span(canvas: Canvas, left: float, right: float, y: float) -> None:
    """A date that is not exact: a bar over its whole span."""
    with kept(canvas):
        style.stroke(canvas, 0.7)
        style.fill(canvas, grey=1.0)
        canvas.rect(left, y - 1.5, max(NARROWEST, right - left), 3.0, stroke=1, fill=1)


def spread(canvas: Canvas, area: Area) -> None:
    """From the lowest to the highest reading, always outlined."""
    with kept(canvas):
        style.fill(canvas, style.PLUM_PALE)
        style.stroke(canvas, 0.3, style.PLUM_OUTLINE)
        canvas.rect(area.left, area.bottom, area.width, area.height, stroke=1, fill=1)


def middle(canvas: Canvas, left: float, right: float, y: float, *, few: bool) -> None:
    """The middle reading; white with an outline where there were fewer than three."""
    with kept(canvas):
        if few:
            style.stroke(canvas, 0.5, style.PLUM)
            style.fill(canvas, grey=1.0)
            canvas.rect(
                left + 0.25, y - MIDDLE_HEIGHT / 2 + 0.25, right - left - 0.5, MIDDLE_HEIGHT - 0.5, 1, 1
            )
        else:
            style.fill(canvas, style.PLUM)
            canvas.rect(left, y - MIDDLE_HEIGHT / 2, right - left, MIDDLE_HEIGHT, stroke=0, fill=1)


def zero(canvas: Canvas, x: float, y: float) -> None:
    """A written 0: an upright tick across the baseline."""
    with kept(canvas):
        style.fill(canvas)
        canvas.rect(x - ZERO_WIDTH / 2, y - ZERO_TICK / 2, ZERO_WIDTH, ZERO_TICK, stroke=0, fill=1)


def count_bar(canvas: Canvas, area: Area) -> None:
    """Days with it in one month."""
    with kept(canvas):
        style.fill(canvas, style.PLUM)
        canvas.rect(area.left, area.bottom, area.width, area.height, stroke=0, fill=1)


def dashed(canvas: Canvas, x: float, top: float, bottom: float) -> None:
    """An upright dashed line."""
    with kept(canvas):
        style.stroke(canvas, 0.7)
        canvas.setDash([2, 2])
        canvas.line(x, top, x, bottom)


def heavy(canvas: Canvas, left: float, right: float, y: float) -> None:
    """The part of the axis that is drawn larger beside it."""
    style.rule(canvas, left, y, right - left, weight=1.4)


def _shape(canvas: Canvas, corners: tuple[tuple[float, float], ...]) -> None:
    with kept(canvas):
        style.fill(canvas)
        path = canvas.beginPath()
        path.moveTo(*corners[0])
        for corner in corners[1:]:
            path.lineTo(*corner)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
