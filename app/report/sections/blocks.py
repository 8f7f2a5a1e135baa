"""Blocks: a heading in the label column and lines in the field; and the thread of a story."""

from dataclasses import replace

from app.domain.derived.document import Block, Thread
from app.report import style
from app.report.flow import Draw, Piece
from app.report.sections import rows
from app.report.sections.rows import ABOVE, BELOW, RULE_ROOM, Cell, Decoration, Row
from app.report.tagging import Element, Pen
from app.report.typesetting import Layout, Setter, draw

THREAD_LINE = 15.5  # from one turn of the story to the next
_DATES, _DOT, _STORY = style.FIELD_LEFT, style.FIELD_LEFT + 78.0, style.FIELD_LEFT + 88.0


def either(part: Block | Thread, setter: Setter, level: int) -> list[Piece]:
    """A block or a thread as pieces."""
    return block(part, setter, level) if isinstance(part, Block) else thread(part, setter, level)


def block(part: Block, setter: Setter, level: int) -> list[Piece]:
    """One piece for each line; the first carries rule and heading, two lines always stay with them."""
    label = rows.heading(setter, part.heading, level, style.LABEL_WIDTH)
    holder = Element(kind="L")
    lines = []
    for text in part.lines:
        layout = setter.lay(text, style.BODY, style.FIELD_WIDTH)
        element = Element(kind="LBody" if part.listed else "P")
        inside = (holder, Element(kind="LI")) if part.listed else ()
        cell = Cell(left=style.FIELD_LEFT, layout=layout, element=element, inside=inside)
        lines.append(Row(cells=(cell,), notices=rows.notices(setter)))
    return _headed(part.heading, label, lines, reverse=part.reversed_heading, anchor=part.anchor)


def thread(part: Thread, setter: Setter, level: int) -> list[Piece]:
    """Dates, dots on an upright line, what happened."""
    label = rows.heading(setter, part.heading, level, style.LABEL_WIDTH)
    holder = Element(kind="L")
    spread = replace(style.BODY, leading=THREAD_LINE)
    lines = []
    for number, (day, text) in enumerate(part.items):
        item = Element(kind="LI")
        dated = setter.lay(rows.plain(day), spread, _DOT - _DATES - 8)
        told = setter.lay(text, spread, style.FIELD_LEFT + style.FIELD_WIDTH - _STORY)
        cells = (
            Cell(left=_DATES, layout=dated, element=Element(kind="Lbl"), inside=(holder, item)),
            Cell(left=_STORY, layout=told, element=Element(kind="LBody"), inside=(holder, item)),
        )
        lines.append(
            Row(cells=cells, decoration=_turn(first=number == 0, last=number == len(part.items) - 1))
        )
    return _headed(part.heading, label, lines, reverse=False, anchor=part.anchor)


def _turn(*, first: bool, last: bool) -> Decoration:
    """A dot, and the line down to the next one."""
    above = RULE_ROOM + ABOVE if first else 0.0

    def drawn(pen: Pen, left: float, top: float, height: float) -> None:
        x, y = left + _DOT, top - above - style.BODY.size + 3.8
        if not last:
            style.stroke(pen.canvas, 1.2, style.PINE)
            pen.canvas.line(x, y, x, y - height + above)
        style.fill(pen.canvas, style.PINE)
        pen.canvas.circle(x, y, 2.9, stroke=0, fill=1)
        style.fill(pen.canvas)

    return drawn


def _headed(title: str, label: Cell, lines: list[Row], *, reverse: bool, anchor: str) -> list[Piece]:
    """Lines with the rule and the heading over and beside the first."""
    lines[0] = replace(lines[0], above=RULE_ROOM + ABOVE)
    missing = label.layout.height - sum(row.height for row in lines) + lines[0].above
    lines[-1] = replace(lines[-1], below=BELOW + max(0.0, missing))
    pieces = [rows.piece(row) for row in lines]
    pieces[0] = replace(_beside(pieces[0], label, reverse=reverse), anchor=anchor, bookmark=(1, title))
    again = Piece(height=RULE_ROOM + ABOVE, draw=_again(label))
    for number in range(1, len(pieces)):
        pieces[number] = replace(pieces[number], head=again)
    for number in range(min(2, len(pieces) - 1)):
        pieces[number] = replace(pieces[number], keep=True)
    return pieces


def _again(label: Cell) -> Draw:
    """The rule and the heading on a further page, where the heading is not read again."""

    def drawn(pen: Pen, left: float, top: float) -> None:
        rows.rule(pen, left, top)
        with pen.artifact("Pagination"):
            label.draw(pen, left, top - RULE_ROOM - ABOVE)

    return drawn


def _beside(under: Piece, label: Cell, *, reverse: bool) -> Piece:
    """The piece with the rule over it and the heading in the label column."""

    def drawn(pen: Pen, left: float, top: float) -> None:
        rows.rule(pen, left, top)
        _label(pen, label, left, top - RULE_ROOM - ABOVE, reverse=reverse)

    return rows.around(under, before=drawn)


def _label(pen: Pen, label: Cell, left: float, top: float, *, reverse: bool) -> None:
    if not reverse:
        label.draw(pen, left, top)
        return
    reversed_label(pen, label.layout, left, top, label.element)


def reversed_label(pen: Pen, layout: Layout, left: float, top: float, element: Element) -> None:
    """White on black: kept for Allergies and for the chosen word of How I am now."""
    height = layout.height + 1.5
    with pen.artifact():
        style.fill(pen.canvas)
        pen.canvas.rect(left, top - height + 1.2, layout.width + 10, height, stroke=0, fill=1)
    style.fill(pen.canvas, grey=1.0)
    draw(pen, layout, left + 5, top, element)
    style.fill(pen.canvas)
