"""Notes by date: days at the left, marks on an upright line, texts, and how late each was written."""

import re
from dataclasses import replace

from app.domain.derived.document import DatedNote, DatedNotes, NoteMark, NotesMonth, Run, Text, Voice
from app.report import style
from app.report.flow import Draw, Piece
from app.report.sections import note_marks, rows
from app.report.sections.rows import BELOW, Cell, Decoration, Row
from app.report.style import MM
from app.report.tagging import Element, Pen
from app.report.typesetting import Setter

_DAYS, _LINE, _TEXT = 46.0, 63.6, 76.5
_LONGEST_DAY = 57.0  # a span this wide still keeps clear of the mark
_TEXT_WIDTH, _ASIDE_WIDTH = 120 * MM, 26 * MM
_ABOVE, _BELOW = 1.4, 2.0
_YEAR = re.compile(r"\d{4}")


def notes(part: DatedNotes, setter: Setter, level: int) -> list[Piece]:
    """A heading for each month, repeated where it goes on, and a piece for each note."""
    pieces: list[Piece] = []
    years: set[str] = set()
    for month in part.months:
        found = _YEAR.search(month.heading)
        year = found[0] if found else ""
        pieces += _month(month, setter, level, year="" if year in years else year)
        years.add(year)
    if part.after:
        layout = setter.lay((rows.small(part.after),), style.SMALL, style.TEXT_WIDTH)
        cell = Cell(left=0, layout=layout, element=Element(kind="P"))
        pieces.append(rows.piece(Row(cells=(cell,), above=4.0, below=BELOW)))
    return pieces


def _month(month: NotesMonth, setter: Setter, level: int, *, year: str) -> list[Piece]:
    head = _heading(month.heading, setter, level)
    again = _artifact(_heading(month.continued, setter, level))
    holder = Element(kind="L")
    bodies = [replace(_note(note, setter, holder), head=again) for note in month.notes]
    if bodies:
        bodies[-1] = replace(bodies[-1], height=bodies[-1].height + 3.8, trail=_BELOW + 3.8)
    if len(bodies) > 1:
        bodies[0] = replace(bodies[0], keep=True)
    return [replace(head, keep=True, bookmark=(1, year) if year else None), *bodies]


def _heading(text: str, setter: Setter, level: int) -> Piece:
    run = Run(text=text, voice=Voice.WORDS, bold=True)
    layout = setter.lay((run,), style.MONTH, style.TEXT_WIDTH)
    cell = Cell(left=0, layout=layout, element=Element(kind=f"H{level}"))
    return rows.piece(Row(cells=(cell,), above=3.0, below=1.0, decoration=_rule))


def _rule(pen: Pen, left: float, top: float, height: float) -> None:
    rows.rule(pen, left, top)
    del height


def _artifact(piece: Piece) -> Piece:
    def drawn(pen: Pen, left: float, top: float) -> None:
        with pen.artifact("Pagination"):
            piece.draw(pen, left, top)

    return replace(piece, draw=drawn, cut=None)


def _note(note: DatedNote, setter: Setter, holder: Element) -> Piece:
    item, body = Element(kind="LI"), Element(kind="LBody")
    inside = (holder, item)
    day = setter.lay(rows.bold(note.day), style.NOTE, _LONGEST_DAY)
    fits = day.width <= _DAYS
    text = setter.lay(_joined(note.paragraphs), style.NOTE, _TEXT_WIDTH)
    cells = [
        Cell(
            left=_DAYS if fits else 0.0,
            layout=day,
            element=Element(kind="Lbl"),
            right_aligned=fits,
            inside=inside,
        ),
        Cell(left=_TEXT, layout=text, element=Element(kind="P"), inside=(*inside, body)),
    ]
    if note.provenance:
        aside = setter.lay((rows.small(note.provenance),), style.SMALL, _ASIDE_WIDTH)
        element = Element(kind="P")
        cells.append(
            Cell(
                left=style.TEXT_WIDTH,
                layout=aside,
                element=element,
                right_aligned=True,
                inside=(*inside, body),
            )
        )
    row = Row(
        cells=tuple(cells),
        above=_ABOVE,
        below=_BELOW,
        notices=rows.notices(setter),
        decoration=_thread(gap=note.mark is NoteMark.GAP),
        mark=_mark(note),
    )
    return rows.piece(row)


def _joined(paragraphs: tuple[Text, ...]) -> Text:
    """Paragraphs one under the other."""
    runs: list[Run] = []
    for text in paragraphs:
        if runs:
            runs.append(Run(text="\n"))
        runs.extend(text)
    return tuple(runs)


def _thread(*, gap: bool) -> Decoration:
    """The upright line, as long as the note; dotted where there are no notes."""

    def drawn(pen: Pen, left: float, top: float, height: float) -> None:
        style.stroke(pen.canvas, 1.0, grey=0.0 if gap else style.HAIRLINE_GREY)
        if gap:
            pen.canvas.setDash([1.0, 1.0])
        pen.canvas.line(left + _LINE, top, left + _LINE, top - height)
        pen.canvas.setDash([])

    return drawn


def _mark(note: DatedNote) -> Draw:
    def drawn(pen: Pen, left: float, top: float) -> None:
        note_marks.draw(pen.canvas, note, left + _LINE, top - _ABOVE - style.NOTE.size + 3.6)

    return drawn
