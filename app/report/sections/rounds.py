"""By day since the dose: a small picture of one symptom over the days of a round (document.md 12.2)."""

from dataclasses import dataclass

from app.domain.derived.document import Run
from app.domain.derived.timeline_geometry import RoundDay, RoundsPicture
from app.report import style
from app.report.chart_signs import MIDDLE_SHARE, SPREAD_SHARE, Area, middle, spread
from app.report.flow import Piece
from app.report.sections import rows
from app.report.tagging import Element, Pen
from app.report.timeline_sheet import FIGURES, LABEL, one_line
from app.report.typesetting import Layout, Setter, draw, draw_right

_LEAST = 47.0  # of the lane and its figures
FEW = 3
_ABOVE = 5.0
_TEXT_WIDTH = 146.0
_FIELD = (196.0, 454.0)
_TEXT_TOP = 4.0
_TOP, _LANE, _HIGHEST = 6.0, 24.0, 10
_DAY_LINE, _COUNT_LINE = 31.0, 39.5  # tops of the figures under the lane
_WIDEST_DAY = 20.0
_FIGURES_ROOM = 14.0  # clear of the axis' own figures


def rounds_piece(part: RoundsPicture, setter: Setter) -> Piece:
    """The picture with its words in the label column; printed where page 2 has room for it."""
    text = (Run(text=f"{part.heading}. ", bold=True), Run(text=part.sentence))
    said = setter.lay(text, LABEL, _TEXT_WIDTH)
    height = max(_LEAST, _TEXT_TOP + said.height)

    def drawn(pen: Pen, left: float, top: float) -> None:
        box = (left, top - height, left + style.TEXT_WIDTH, top)
        figure = Element(kind="Figure", alt=part.alt, box=box)
        with pen.mark(figure):
            draw(pen, said, left, top - _TEXT_TOP, figure)
            _draw(_Place(pen=pen, setter=setter, part=part, left=left, top=top, figure=figure))

    return Piece(height=height, draw=drawn, above=_ABOVE, spare=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The picture at a place on a page."""

    pen: Pen
    setter: Setter
    part: RoundsPicture
    left: float
    top: float
    figure: Element

    @property
    def slot(self) -> float:
        """How wide a day is."""
        return min(_WIDEST_DAY, (_FIELD[1] - _FIELD[0]) / self.part.every)

    def x(self, day: int) -> float:
        """The middle of a day."""
        return self.left + _FIELD[0] + (day + 0.5) * self.slot

    def y(self, value: float) -> float:
        """A reading's height."""
        return self.top - _TOP - _LANE + value * _LANE / _HIGHEST


def _draw(place: _Place) -> None:
    rows.rule(place.pen, place.left, place.top)
    _draw_axis(place)
    for held in place.part.days:
        _draw_day(place, held)
    right = place.left + _FIELD[0] - _FIGURES_ROOM
    _figure(place, place.part.days_label, right, _DAY_LINE)
    _figure(place, place.part.counts_label, right, _COUNT_LINE)


def _draw_axis(place: _Place) -> None:
    right = place.x(place.part.every - 1) + place.slot / 2
    for value in (0, 5, _HIGHEST):
        y = place.y(value)
        weight, grey = (0.6, 0.0) if value == 0 else (0.4, style.GRID_GREY)
        left = place.left + _FIELD[0]
        style.rule(place.pen.canvas, left, y, right - left, weight=weight, grey=grey)
        _figure(place, place.setter.words.number(value), left - 3.0, place.top - y - 5.2)
    style.stroke(place.pen.canvas, 0.6)


def _draw_day(place: _Place, held: RoundDay) -> None:
    x, half = place.x(held.day), place.slot / 2
    if held.lowest < held.highest:
        wide = half * SPREAD_SHARE
        spread(place.pen.canvas, Area(x - wide, place.y(held.lowest), x + wide, place.y(held.highest)))
    wide = half * MIDDLE_SHARE
    middle(place.pen.canvas, x - wide, x + wide, place.y(held.middle), few=held.count < FEW)
    for number, down in ((held.day, _DAY_LINE), (held.count, _COUNT_LINE)):
        layout = _line(place, place.setter.words.number(number))
        if layout.width < place.slot:
            _figure(place, place.setter.words.number(number), x + layout.width / 2, down)


def _line(place: _Place, text: str) -> Layout:
    return one_line(place.setter, text, FIGURES, style.TEXT_WIDTH)


def _figure(place: _Place, text: str, right: float, down: float) -> None:
    draw_right(place.pen, _line(place, text), right, place.top - down, place.figure)
