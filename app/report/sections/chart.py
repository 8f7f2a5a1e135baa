"""Page 2: *In words*, the timeline, its legend and its sentences (document.md 8)."""

from dataclasses import replace

from app.domain.derived.document import TREATMENTS, ChartPage, Run, plain
from app.domain.derived.document import Row as WordsRow
from app.report import style
from app.report.flow import Draw, Piece
from app.report.sections import rows
from app.report.sections.legend import legend_piece
from app.report.sections.rounds import rounds_piece
from app.report.sections.rows import Cell, Row
from app.report.tagging import Element, Pen
from app.report.timeline_picture import draw_timeline, height_of
from app.report.typesetting import Setter

_LABEL_WIDTH = style.FIELD_LEFT
_HEAD_ABOVE, _HEAD_BELOW = 1.4, 1.9
_ROW_ABOVE, _ROW_BELOW = 1.2, 1.5
_ABOVE_CHART, _ABOVE_SENTENCES = 3.0, 2.0


def chart(part: ChartPage, setter: Setter, level: int) -> list[Piece]:
    """The whole page. The picture and its legend are never cut and stay together."""
    picture = Piece(height=height_of(part.picture), draw=_drawn(part, setter), above=_ABOVE_CHART, keep=True)
    pieces = [*_words(part, setter, level), picture, *legend_piece(part.legend, setter)]
    sentences = _sentences(part, setter)
    if part.rounds is None:
        return [*pieces, sentences]
    return [*pieces, sentences, rounds_piece(part.rounds, setter)]


def _drawn(part: ChartPage, setter: Setter) -> Draw:
    def drawn(pen: Pen, left: float, top: float) -> None:
        draw_timeline(pen, setter, part.picture, (part.alt, part.spoken), (left, top))

    return drawn


def _sentences(part: ChartPage, setter: Setter) -> Piece:
    runs = tuple(run for text in part.sentences for run in _sentence(text))
    layout = setter.lay(runs, style.SMALL, style.TEXT_WIDTH)
    cell = Cell(left=0.0, layout=layout, element=Element(kind="P"))
    return replace(rows.piece(Row(cells=(cell,))), above=_ABOVE_SENTENCES)


def _sentence(text: str) -> tuple[Run, ...]:
    """A sentence and a blank; the page of the treatments is filled in where it is asked for."""
    before, page, after = text.rpartition("{page}")
    if not page:
        return (rows.small(f"{text} "),)
    return (
        rows.small(before),
        Run(text=page, small=True, page_of=TREATMENTS),
        rows.small(f"{after} "),
    )


def _words(part: ChartPage, setter: Setter, level: int) -> list[Piece]:
    """The table: dates in the label column, what happened then beside it."""
    holder = Element(kind="Table")
    first = rows.piece(_head(part, setter, level, holder))
    others = [
        rows.piece(_row(row, setter, holder, last=row is part.words_rows[-1])) for row in part.words_rows
    ]
    return [replace(piece, keep=True) for piece in (first, *others)]


def _head(part: ChartPage, setter: Setter, level: int, holder: Element) -> Row:
    """The heading, and the sentence that covers every row; the first column's word is only heard."""
    over = Element(kind="TR")
    when = setter.words.say("table.when", "When")
    corner = Element(kind="TH", scope="Column", actual_text=when)
    lead = setter.lay(plain(part.words_lead), _LEAD, style.FIELD_WIDTH)
    cells = (
        rows.heading(setter, part.words_heading, level, style.LABEL_WIDTH),
        Cell(left=0.0, layout=setter.lay((), style.WORDS_ROW, 1), element=corner, inside=(holder, over)),
        Cell(
            left=_LABEL_WIDTH,
            layout=lead,
            element=Element(kind="TH", scope="Column"),
            inside=(holder, over),
        ),
    )
    return Row(cells=cells, above=_HEAD_ABOVE, below=_HEAD_BELOW, decoration=_rule_and_hairline)


_LEAD = replace(style.WORDS_ROW, leading=style.BODY.leading)  # beside a heading of the body's size


def _row(row: WordsRow, setter: Setter, holder: Element, *, last: bool) -> Row:
    inside = (holder, Element(kind="TR"))
    head = Cell(
        left=0.0,
        layout=setter.lay(row.head, style.WORDS_ROW, _LABEL_WIDTH - 3),
        element=Element(kind="TH", scope="Row"),
        inside=inside,
    )
    said = Cell(
        left=_LABEL_WIDTH,
        layout=setter.lay(row.cells[0], style.WORDS_ROW, style.FIELD_WIDTH),
        element=Element(kind="TD"),
        inside=inside,
    )
    return Row(
        cells=(head, said),
        above=_ROW_ABOVE,
        below=_ROW_BELOW,
        decoration=None if last else _hairline,
    )


def _rule_and_hairline(pen: Pen, left: float, top: float, height: float) -> None:
    rows.rule(pen, left, top)
    rows.hairline(pen, left, top - height)


def _hairline(pen: Pen, left: float, top: float, height: float) -> None:
    rows.hairline(pen, left, top - height)
