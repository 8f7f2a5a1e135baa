"""Questions for the reader, each with a box to tick and a line to answer on."""

from dataclasses import replace

from app.domain.derived.document import Ask, Asks, Run, Text, Voice
from app.report import style
from app.report.flow import Draw, Piece
from app.report.sections import rows
from app.report.sections.rows import ABOVE, BELOW, RULE_ROOM, Cell, Row
from app.report.style import MM
from app.report.tagging import Element, Pen
from app.report.typesetting import Setter

_INDENT = 22.5
_BOX = 8.4
_LEAST_LINE = 60 * MM  # beside a question; else the line stands under it
_GAP = 11.0
_UNDER = 13.8  # from a question's last baseline to the line under it
_BETWEEN = 5.2


def asks(part: Asks, setter: Setter, level: int) -> list[Piece]:
    """The heading with its first words, a piece for each question, what is asked elsewhere."""
    label = rows.heading(setter, part.heading, level, style.TEXT_WIDTH)
    head = Row(cells=(label,), above=RULE_ROOM + ABOVE + 1.0, decoration=_rule)
    pieces = [replace(rows.piece(head), keep=True, anchor=part.anchor, bookmark=(1, part.heading))]
    if part.lead:
        pieces.append(replace(_small(setter, part.lead, above=0.0, below=3.0), keep=True))
    holder = Element(kind="L")
    pieces += [_ask(ask, setter, holder) for ask in part.asks]
    if part.after:
        pieces[-1] = replace(pieces[-1], keep=True)
        pieces.append(_small(setter, part.after, above=2.0, below=BELOW))
    return pieces


def _rule(pen: Pen, left: float, top: float, height: float) -> None:
    rows.rule(pen, left, top)
    del height


def _small(setter: Setter, text: str, *, above: float, below: float) -> Piece:
    layout = setter.lay((rows.small(text),), style.SMALL, style.TEXT_WIDTH)
    return rows.piece(
        Row(cells=(Cell(left=0, layout=layout, element=Element(kind="P")),), above=above, below=below)
    )


def _ask(ask: Ask, setter: Setter, holder: Element) -> Piece:
    """One question with its box and its line."""
    text: Text = (Run(text=ask.text, voice=Voice.WORDS, bold=ask.must),)
    if ask.aside:
        text = (*text, rows.small(f"  {ask.aside}"))
    layout = setter.lay(text, style.OWN_WORDS, style.TEXT_WIDTH - _INDENT)
    item, body = Element(kind="LI"), Element(kind="LBody")
    cell = Cell(left=_INDENT, layout=layout, element=body, inside=(holder, item))
    under = style.TEXT_WIDTH - _INDENT - layout.lines[-1].width - _GAP < _LEAST_LINE
    below = _BETWEEN + (_UNDER if under else 0.0)
    row = Row(cells=(cell,), below=below, notices=rows.notices(setter))
    x = _INDENT if under else _INDENT + layout.lines[-1].width + _GAP
    y = _BETWEEN - 1.5 if under else below + style.OWN_WORDS.leading - style.OWN_WORDS.size - 1.5
    return rows.around(
        rows.piece(row),
        before=_tick_box((holder, item), setter.words.say("mark.open", "open")),
        after=_answer_line((holder, item, body), setter.words.say("mark.space", "space to write"), x, y),
    )


def _tick_box(inside: tuple[Element, ...], says: str) -> Draw:
    def drawn(pen: Pen, left: float, top: float) -> None:
        with rows.within(pen, inside), pen.mark(Element(kind="Lbl", actual_text=says)):
            style.stroke(pen.canvas, 1.0)
            pen.canvas.rect(left + 0.5, top - style.OWN_WORDS.size - 0.6, _BOX, _BOX, stroke=1, fill=0)

    return drawn


def _answer_line(inside: tuple[Element, ...], says: str, x: float, y: float) -> Draw:
    """From x to the right edge, y above the bottom."""

    def drawn(pen: Pen, left: float, bottom: float) -> None:
        with rows.within(pen, inside), pen.mark(Element(kind="Span", actual_text=says)):
            style.rule(pen.canvas, left + x, bottom + y, style.TEXT_WIDTH - x, weight=0.5)

    return drawn
