"""The legend under the timeline: at most three lines, only what is on the page (document.md 8)."""

from dataclasses import dataclass

from app.domain.derived.document import LegendEntry
from app.domain.derived.timeline_geometry import Sign
from app.report import chart_signs as signs
from app.report import style
from app.report.chart_signs import Area
from app.report.flow import Piece
from app.report.sections import rows
from app.report.tagging import Element, Pen
from app.report.timeline_sheet import LABEL, one_line
from app.report.typesetting import Layout, Setter, draw

MOST_LINES = 3
_LINE, _ABOVE, _RULE_ABOVE = 12.4, 4.0, 3.0
_SIGN_GAP, _ENTRY_GAP = 3.2, 7.0
_SWATCH, _SWATCH_HEIGHT = 13.0, 7.0
_WIDTHS = {
    Sign.WHEN_NEEDED: 23.0,
    Sign.PAUSED: 11.0,
    Sign.STILL: 4.5,
    Sign.STOPPED: 1.8,
    Sign.VISIT: 6.0,
    Sign.NEXT_VISIT: 6.0,
    Sign.EVENT: 7.2,
    Sign.EMERGENCY: 8.8,
    Sign.PROCEDURE: 7.2,
    Sign.DASHED: 15.0,
    Sign.SPREAD: 5.5,
    Sign.FEW: 6.5,
    Sign.ZERO: 9.0,
    Sign.LARGER: 12.0,
}
# What gives way first where even three lines are too few.
_SPARED = (Sign.SOFT, Sign.LARGER, Sign.FEW, Sign.EVENT, Sign.VISIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    entry: LegendEntry
    word: Layout
    left: float
    line: int


def legend_piece(entries: tuple[LegendEntry, ...], setter: Setter) -> list[Piece]:
    """The legend under its rule; nothing where there is nothing to explain."""
    if not entries:
        return []
    placed = _within_lines(list(entries), setter)
    lines = placed[-1].line + 1

    def drawn(pen: Pen, left: float, top: float) -> None:
        rows.rule(pen, left, top)
        with pen.inside(Element(kind="L")):
            for item in placed:
                _draw(pen, item, left, top - _ABOVE - item.line * _LINE)

    return [Piece(height=_ABOVE + lines * _LINE, draw=drawn, above=_RULE_ABOVE, keep=True)]


def _within_lines(entries: list[LegendEntry], setter: Setter) -> list[_Placed]:
    placed = _flow(entries, setter)
    spared = iter(_SPARED)
    while placed[-1].line >= MOST_LINES:
        sign = next(spared, entries[-1].sign)
        entries = [entry for entry in entries if entry.sign != sign]
        placed = _flow(entries, setter)
    return placed


def _flow(entries: list[LegendEntry], setter: Setter) -> list[_Placed]:
    placed: list[_Placed] = []
    left, line = 0.0, 0
    for entry in entries:
        sign = _width(entry)
        word = one_line(setter, entry.word, LABEL, style.TEXT_WIDTH - sign - _SIGN_GAP)
        width = sign + _SIGN_GAP + word.width
        if left and left + width > style.TEXT_WIDTH:
            left, line = 0.0, line + 1
        placed.append(_Placed(entry=entry, word=word, left=left, line=line))
        left += width + _ENTRY_GAP
    return placed


def _width(entry: LegendEntry) -> float:
    return _WIDTHS.get(Sign(entry.sign), _SWATCH)


def _draw(pen: Pen, item: _Placed, left: float, top: float) -> None:
    x, baseline = left + item.left, top - LABEL.size
    with pen.artifact():
        _draw_sign(pen, Sign(item.entry.sign), x, baseline)
    body = Element(kind="LBody")
    with pen.inside(Element(kind="LI")):
        draw(pen, item.word, x + _width(item.entry) + _SIGN_GAP, top, body)


def _draw_sign(pen: Pen, sign: Sign, x: float, baseline: float) -> None:
    """The sign as it is in the picture, on the line of its word."""
    canvas = pen.canvas
    middle = baseline + 3.1
    swatch = Area(x, middle - _SWATCH_HEIGHT / 2, x + _SWATCH, middle + _SWATCH_HEIGHT / 2)
    match sign:
        case Sign.WHEN_NEEDED:
            signs.blocks(canvas, Sign.PRESCRIBED, Area(x, swatch.bottom, x + 23.0, swatch.top))
        case Sign.MOSTLY_NOT | Sign.SOFT:
            signs.hollow(canvas, swatch)
        case Sign.PAUSED:
            signs.paused(canvas, x - 1.2, x + 11.0, baseline)
        case Sign.STILL:
            signs.arrow(canvas, x, Area(0, middle - 4.4, 0, middle + 4.4))
        case Sign.STOPPED:
            signs.cap(canvas, x, middle - signs.FULL_HEIGHT / 2)
        case Sign.LARGER:
            signs.heavy(canvas, x, x + 12.0, middle)
        case Sign.DASHED:
            _flat_dashes(pen, x, middle)
        case _:
            _draw_mark(pen, sign, x, middle, swatch)


def _flat_dashes(pen: Pen, x: float, y: float) -> None:
    with signs.kept(pen.canvas):
        style.stroke(pen.canvas, 0.7)
        pen.canvas.setDash([2, 2])
        pen.canvas.line(x, y, x + 15.0, y)


def _draw_mark(pen: Pen, sign: Sign, x: float, middle: float, swatch: Area) -> None:
    canvas = pen.canvas
    match sign:
        case Sign.VISIT:
            signs.dot(canvas, x + 3.0, middle)
        case Sign.NEXT_VISIT:
            signs.ring(canvas, x + 3.0, middle)
        case Sign.EVENT | Sign.PROCEDURE:
            signs.diamond(canvas, x + 3.6, middle)
        case Sign.EMERGENCY:
            signs.hollow_diamond(canvas, x + 4.4, middle)
        case Sign.SPREAD:
            signs.spread(canvas, Area(x + 1.0, middle - 4.6, x + 4.4, middle + 4.6))
            signs.middle(canvas, x, x + 5.4, middle, few=False)
        case Sign.FEW:
            signs.middle(canvas, x, x + 6.5, middle, few=True)
        case Sign.ZERO:
            style.rule(canvas, x, middle, 9.0, weight=0.6)
            signs.zero(canvas, x + 4.5, middle)
        case _:
            signs.bar(canvas, sign, swatch)
