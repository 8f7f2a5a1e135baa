"""The head of page 1: the title band, the box with the concerns, the margin column beside it."""

from dataclasses import replace

from app.domain.derived.document import Band, ConcernLine, Run, Text, TopZone, Voice
from app.report import style
from app.report.flow import Piece
from app.report.sections import rows
from app.report.sections.rows import Cell, Row
from app.report.style import MM, Type
from app.report.tagging import Element, Pen
from app.report.typesetting import Layout, Setter, draw

_READER_WIDTH = 62 * MM
_BOX_WIDTH = 125 * MM
_MARGIN_RULE = _BOX_WIDTH + 5 * MM
_MARGIN_LEFT = _MARGIN_RULE + 12.8
_MARGIN_WIDTH = style.TEXT_WIDTH - _MARGIN_LEFT
_WHOSE = 8.0  # between the heading of the box and whose the concerns are
_INNER_X, _INNER_RIGHT, _INNER_TOP, _INNER_BOTTOM = 8.7, 7.0, 6.8, 4.3
_NUMBER = 16.0
_UNDER_BOX = 7.9
_NAME_KIND = replace(style.NAME, small=14.5)


def band(part: Band, setter: Setter) -> list[Piece]:
    """Name and kind, for whom and when; who the person is; where the words come from."""
    width = style.TEXT_WIDTH - (_READER_WIDTH + 6 if part.reader or part.date else 0.0)
    name: Text = (
        Run(text=part.name, voice=Voice.WORDS, bold=True),
        Run(text=f" {part.kind}", voice=Voice.WORDS, small=True),
    )
    title = Cell(left=0, layout=setter.lay(name, _NAME_KIND, width), element=Element(kind="H1"))
    pieces = [replace(_beside_title(title, part, setter), bookmark=(0, f"{part.name}, {part.kind}"))]
    pieces += [_line(setter, text, style.BODY) for text in part.identity]
    if part.provenance:
        pieces.append(_line(setter, (rows.small(part.provenance),), style.SMALL, above=3.0))
    return pieces


def _beside_title(title: Cell, part: Band, setter: Setter) -> Piece:
    """The name, and at the right, on its own lines, the reader and the date."""
    lines = [text for text in (part.reader, rows.plain(part.date)) if text]
    asides = [setter.lay(text, style.BODY, _READER_WIDTH) for text in lines]
    above = sum(aside.height for aside in asides) + 1.2
    height = max(title.layout.height, above)

    def drawn(pen: Pen, left: float, top: float) -> None:
        title.draw(pen, left, top)
        down = top
        for aside in asides:
            cell = Cell(left=style.TEXT_WIDTH, layout=aside, element=Element(kind="P"), right_aligned=True)
            cell.draw(pen, left, down)
            down -= aside.height

    return Piece(height=height + 4.0, draw=drawn)


def _line(setter: Setter, text: Text, type_: Type, above: float = 0.0) -> Piece:
    layout = setter.lay(text, type_, style.TEXT_WIDTH)
    return rows.piece(Row(cells=(Cell(left=0, layout=layout, element=Element(kind="P")),), above=above))


def top_zone(part: TopZone, setter: Setter) -> Piece:
    """The framed box and the margin column, as high as the higher of the two; the only box there is."""
    box = _box(part, setter)
    margin = _margin(part, setter)
    height = max(box.height, margin.height)

    def drawn(pen: Pen, left: float, top: float) -> None:
        with pen.artifact():
            style.stroke(pen.canvas, style.FRAME)
            pen.canvas.rect(left, top - height, _BOX_WIDTH, height, stroke=1, fill=0)
            if part.margin:
                style.stroke(pen.canvas, style.FRAME, style.HONEY)
                pen.canvas.line(left + _MARGIN_RULE, top, left + _MARGIN_RULE, top - height)
        box.draw(pen, left, top)
        margin.draw(pen, left, top)

    return Piece(height=height + _UNDER_BOX, draw=drawn, above=6.7, bookmark=(1, part.heading))


def _box(part: TopZone, setter: Setter) -> Piece:
    width = _BOX_WIDTH - _INNER_X - _INNER_RIGHT
    head = Cell(
        left=_INNER_X,
        layout=setter.lay(rows.bold(part.heading), style.BODY, width),
        element=Element(kind="H2"),
    )
    cells = (head, *_whose(part, setter, head.layout.width, width))
    pieces = [rows.piece(Row(cells=cells, above=_INNER_TOP, below=3.3))]
    holder = Element(kind="L", numbering="Decimal")
    pieces += [_concern(line, setter, n, holder) for n, line in enumerate(part.concerns, 1)]
    if part.nothing:
        layout = setter.lay(rows.plain(part.nothing), style.BODY, width)
        pieces.append(rows.piece(Row(cells=(Cell(left=_INNER_X, layout=layout, element=Element(kind="P")),))))
    return _stacked(pieces, below=_INNER_BOTTOM)


def _whose(part: TopZone, setter: Setter, used: float, width: float) -> tuple[Cell, ...]:
    """Behind the heading: whose the concerns are."""
    if not part.aside:
        return ()
    layout = setter.lay((rows.small(part.aside),), style.BODY, width - used - _WHOSE)
    return (Cell(left=_INNER_X + used + _WHOSE, layout=layout, element=Element(kind="P")),)


def _concern(line: ConcernLine, setter: Setter, number: int, holder: Element) -> Piece:
    """A big number, the concern, the hope under it."""
    width = _BOX_WIDTH - _INNER_X - _INNER_RIGHT - _NUMBER
    item, body = Element(kind="LI"), Element(kind="LBody")
    said, hope = _said(line, setter, width)
    figure = setter.lay((Run(text=str(number), voice=Voice.WORDS, bold=True),), style.CONCERN_NUMBER, _NUMBER)

    def drawn(pen: Pen, left: float, top: float) -> None:
        with pen.inside(holder), pen.inside(item):
            style.fill(pen.canvas, style.PINE)
            draw(pen, figure, left + _INNER_X, top, Element(kind="Lbl"))
            style.fill(pen.canvas)
            x = left + _INNER_X + _NUMBER
            with pen.inside(body):
                draw(pen, said, x, top - 2.2, Element(kind="P"))
                if hope is not None:
                    draw(pen, hope, x, top - 2.2 - said.height, Element(kind="P"))

    height = said.height + (hope.height if hope else 0.0) + 4.2
    return Piece(height=height, draw=drawn)


def _said(line: ConcernLine, setter: Setter, width: float) -> tuple[Layout, Layout | None]:
    """The concern and its hope; whose it is stands behind the one that has room for it, else the concern."""
    concern: Text = (Run(text=line.text, voice=Voice.WORDS, bold=True),)
    hope: Text = (Run(text=line.hope, voice=Voice.WORDS),) if line.hope else ()
    said = setter.lay(concern, style.CONCERN, width)
    hoped = setter.lay(hope, style.HOPE, width) if hope else None
    if not line.aside:
        return said, hoped
    aside = rows.small(f"  {line.aside}")
    with_aside = setter.lay((*concern, aside), style.CONCERN, width)
    hoped_with = setter.lay((*hope, aside), style.HOPE, width)
    fits_hope = hoped is not None and hoped_with.height == hoped.height
    return (said, hoped_with) if fits_hope and with_aside.height > said.height else (with_aside, hoped)


def _margin(part: TopZone, setter: Setter) -> Piece:
    """What matters, and how to talk with me: headings over own words."""
    pieces: list[Piece] = []
    for number, (heading, text) in enumerate(part.margin):
        head = setter.lay(rows.bold(heading), style.BODY, _MARGIN_WIDTH)
        said = setter.lay((Run(text=text, voice=Voice.WORDS),), style.OWN_WORDS, _MARGIN_WIDTH)
        pieces.append(_one(head, Element(kind="H2"), above=8.0 if number else 1.5))
        pieces.append(_one(said, Element(kind="P"), above=1.2))
    return _stacked(pieces, below=0.0)


def _one(layout: Layout, element: Element, above: float) -> Piece:
    return rows.piece(Row(cells=(Cell(left=_MARGIN_LEFT, layout=layout, element=element),), above=above))


def _stacked(pieces: list[Piece], below: float) -> Piece:
    """Pieces one under the other as one that is never cut."""

    def drawn(pen: Pen, left: float, top: float) -> None:
        down = top
        for piece in pieces:
            piece.draw(pen, left, down)
            down -= piece.height

    return Piece(height=sum(piece.height for piece in pieces) + below, draw=drawn)
