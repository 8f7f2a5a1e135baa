"""Tables: rows between hairlines, the head column in the label column, heads repeated on every page."""

from dataclasses import replace
from itertools import accumulate

from app.domain.derived.document import Row as TableRow
from app.domain.derived.document import Run, Table, Text
from app.report import style
from app.report.flow import Draw, Piece
from app.report.sections import columns, rows
from app.report.sections.columns import GUTTER
from app.report.sections.rows import BELOW, ROW_ABOVE, ROW_BELOW, Cell, Row
from app.report.style import MM, Type
from app.report.tagging import Element, Pen
from app.report.typesetting import Setter

HEAD_ABOVE, HEAD_BELOW = 3.5, 1.7


def table(part: Table, setter: Setter, level: int) -> list[Piece]:
    """A head that is repeated, a piece for each row, the lines under the table."""
    part = columns.fitted(part, setter)
    holder = Element(kind="Table")
    head = _head(part, setter, level, holder)
    again = Piece(height=head.height, draw=_again(head))
    body = [replace(_row(part, row, setter, holder), head=again) for row in part.rows]
    after = [
        _after(part, text, setter, last=number == len(part.after))
        for number, text in enumerate(part.after, 1)
    ]
    if not part.after and body:
        body[-1] = _padded(body[-1])
    first = replace(rows.piece(head), keep=True, anchor=part.anchor, bookmark=(1, part.heading))
    pieces = [first, *body, *after]
    kept = set(range(min(2, len(body)))) | ({len(body)} if after else set())
    return [replace(piece, keep=True) if number in kept else piece for number, piece in enumerate(pieces)]


def _padded(piece: Piece) -> Piece:
    return replace(piece, height=piece.height + BELOW - ROW_BELOW, trail=BELOW)


def _lefts(part: Table) -> list[float]:
    """The left edges of the columns after the first."""
    return list(accumulate((width * MM for width in part.widths[:-1]), initial=part.label_width * MM))


def _head(part: Table, setter: Setter, level: int, holder: Element) -> Row:
    """The heading of the block, then the column heads beside it; the corner is only heard."""
    over = Element(kind="TR")
    label = rows.heading(setter, part.heading, level, part.label_width * MM - GUTTER)
    corner = Element(kind="TH", scope="Column", actual_text=part.corner)
    cells = [
        label,
        Cell(left=0.0, layout=setter.lay((), style.SMALL, 1), element=corner, inside=(holder, over)),
    ]
    for left, width, text in zip(_lefts(part), part.widths, part.heads, strict=True):
        layout = setter.lay((rows.small(text),), columns.HEADS, width * MM - GUTTER)
        element = Element(kind="TH", scope="Column", actual_text="" if text else _blank(setter))
        cells.append(Cell(left=left, layout=layout, element=element, inside=(holder, over)))
    return Row(cells=tuple(cells), above=HEAD_ABOVE, below=HEAD_BELOW, decoration=_lines)


def _lines(pen: Pen, left: float, top: float, height: float) -> None:
    rows.rule(pen, left, top)
    rows.hairline(pen, left, top - height)


def _again(head: Row) -> Draw:
    """The head on a further page, where it is not read again."""

    def drawn(pen: Pen, left: float, top: float) -> None:
        with pen.artifact("Pagination"):
            head.draw(pen, left, top)

    return drawn


def _row(part: Table, row: TableRow, setter: Setter, holder: Element) -> Piece:
    inside = (holder, Element(kind="TR"))
    type_ = columns.type_of(part)
    first = _cell(
        setter, columns.labelled(row), type_, (0.0, part.label_width), Element(kind="TH", scope="Row")
    )
    others = (
        _cell(setter, text, type_, (left, width), Element(kind="TD"))
        for left, width, text in zip(_lefts(part), part.widths, row.cells, strict=True)
    )
    cells = tuple(replace(cell, inside=inside) for cell in (first, *others))
    line = _under(last=row is part.rows[-1])
    whole = Row(
        cells=cells,
        above=ROW_ABOVE,
        below=ROW_BELOW + style.HAIRLINE,
        decoration=line,
        notices=rows.notices(setter),
    )
    return rows.piece(whole)


def _cell(setter: Setter, text: Text, type_: Type, at: tuple[float, float], element: Element) -> Cell:
    """A cell at a left edge (points) and of a width (mm)."""
    left, width = at
    if not any(run.text for run in text):
        element.actual_text = _blank(setter)
    return Cell(left=left, layout=setter.lay(text, type_, width * MM - GUTTER), element=element)


def _blank(setter: Setter) -> str:
    return setter.words.say("cell.empty", "not written")


def _under(*, last: bool) -> rows.Decoration:
    def drawn(pen: Pen, left: float, top: float, height: float) -> None:
        if not last:
            rows.hairline(pen, left, top - height)

    return drawn


def _after(part: Table, text: tuple[Run, ...], setter: Setter, *, last: bool) -> Piece:
    left = part.label_width * MM
    layout = setter.lay(text, columns.type_of(part), style.TEXT_WIDTH - left)
    cell = Cell(left=left, layout=layout, element=Element(kind="P"))
    return rows.piece(Row(cells=(cell,), above=0.6, below=BELOW if last else 0.0))
