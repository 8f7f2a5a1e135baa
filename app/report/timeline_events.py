"""Events on paper: marks with their labels in stairs, the same words in both panels (document.md 8)."""

from app.domain.derived.chart.event_labels import Crowd, Label, gather, numbered
from app.domain.derived.chart.events import position_of
from app.domain.derived.timeline_geometry import EventMark
from app.report import style
from app.report.chart_signs import DIAMOND, Area, diamond, hollow_diamond, kept
from app.report.timeline_sheet import FIGURES, HEADS, Field, Sheet, draw_span, one_line, text_at

_FIRST_ROW, _ROW = 10.6, 9.6  # baselines of the labels' rows under the axis
_MARK_DOWN = 40.0


def draw_events(sheet: Sheet) -> None:
    """Marks with their labels in stairs."""
    if not sheet.picture.events:
        return

    def measure(text: str) -> float:
        return one_line(sheet.setter, text, FIGURES, style.TEXT_WIDTH).width / FIGURES.size

    for field in sheet.fields:
        inside = [mark for mark in sheet.picture.events if field.panel.holds(mark.first, mark.last)]
        room = field.width / FIGURES.size
        crowds = gather(tuple(position_of(mark, field.panel) * room for mark in inside))
        for mark in inside:
            draw_span(sheet, field, mark.first, mark.last, _mark_y(sheet))
        labelled = tuple((crowd.at, _label(inside, crowd)) for crowd in crowds)
        labels, _ = numbered(labelled, room, measure)
        for label in labels:
            _draw_label(sheet, field, label)
        for crowd in crowds:
            _draw_mark(sheet, field, crowd, hollow=any(inside[at].hollow for at in crowd.members))


def _label(inside: list[EventMark], crowd: Crowd) -> str:
    return inside[crowd.members[0]].label if crowd.count == 1 else f"×{crowd.count}"


def _mark_y(sheet: Sheet) -> float:
    return sheet.y(HEADS + _MARK_DOWN)


def _draw_label(sheet: Sheet, field: Field, label: Label) -> None:
    scale = FIGURES.size
    baseline = sheet.y(HEADS + _FIRST_ROW + label.row * _ROW)
    x = field.left + label.at * scale
    with kept(sheet.pen.canvas):
        style.stroke(sheet.pen.canvas, 0.4)
        sheet.pen.canvas.line(x, baseline + FIGURES.size - 2.0, x, _mark_y(sheet) + DIAMOND)
    text_at(sheet, label.text, field.left + label.left * scale, baseline, FIGURES)


def _draw_mark(sheet: Sheet, field: Field, crowd: Crowd, *, hollow: bool) -> None:
    x, y = field.left + crowd.at * FIGURES.size, _mark_y(sheet)
    sheet.drawn.append(Area(x - DIAMOND, y - DIAMOND, x + DIAMOND, y + DIAMOND))
    if hollow:
        hollow_diamond(sheet.pen.canvas, x, y)
    else:
        diamond(sheet.pen.canvas, x, y)
