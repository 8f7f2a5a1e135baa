"""The person's own words at length."""

from dataclasses import replace

from app.domain.derived.document import Prose, Run, Voice
from app.report import style
from app.report.flow import Piece
from app.report.sections import rows
from app.report.sections.rows import ABOVE, BELOW, RULE_ROOM, Cell, Row
from app.report.tagging import Element, Pen
from app.report.typesetting import Setter

_BETWEEN = 5.0


def prose(part: Prose, setter: Setter, level: int) -> list[Piece]:
    """A piece for each paragraph; it may go on over a page, two lines at least on either side."""
    label = rows.heading(setter, part.heading, level, style.LABEL_WIDTH)

    def headed(pen: Pen, left: float, top: float) -> None:
        rows.rule(pen, left, top)
        label.draw(pen, left, top - RULE_ROOM - ABOVE)

    pieces = [_paragraph(text, setter, first=not number) for number, text in enumerate(part.paragraphs)]
    if not pieces:
        return []
    pieces[0] = replace(rows.around(pieces[0], before=headed), anchor=part.anchor, bookmark=(1, part.heading))
    short = label.layout.height - sum(piece.height for piece in pieces)
    pieces[-1] = replace(pieces[-1], height=pieces[-1].height + BELOW - _BETWEEN + max(0.0, short))
    return pieces


def _paragraph(text: str, setter: Setter, *, first: bool) -> Piece:
    run = Run(text=text, voice=Voice.WORDS)
    layout = setter.lay((run,), style.PROSE, style.FIELD_WIDTH)
    cell = Cell(left=style.FIELD_LEFT, layout=layout, element=Element(kind="P"))
    above = RULE_ROOM + ABOVE if first else 0.0
    return rows.piece(Row(cells=(cell,), above=above, below=_BETWEEN), loose=True)
