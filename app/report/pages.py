"""A document laid out: which front fits, what stands on which page, and drawing it with its footers."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.domain.derived.document import (
    Asks,
    Block,
    ChartPage,
    DatedNotes,
    Document,
    Front,
    Part,
    Prose,
    Run,
    Section,
    Table,
    Thread,
    Voice,
)
from app.report import flow, style
from app.report.flow import Page, Piece
from app.report.sections import asks, blocks, chart, front, notes, prose, rows, tables
from app.report.sections.rows import Cell, Row
from app.report.tagging import Element, Pen
from app.report.typesetting import Layout, Setter, draw, draw_right

PASSES = 3  # until page numbers agree with what they refer to
LAST_LINE_ROOM = 8.0  # of the text's height that the last line needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A line of the file's table of contents, and where it leads: points from the sheet's lower edge."""

    depth: int
    words: str
    page: int
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A document in pages. `anchors`: page and top of each; `front_index`: which front was drawn."""

    pages: tuple[Page, ...]
    front_index: int
    overflows: bool  # page 1 goes on on page 2
    height: float
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)
    bookmarks: tuple[Bookmark, ...] = ()


def lay_out(document: Document, setter: Setter) -> Laid:
    """Lay the document out until the page numbers printed in it are right."""
    for _ in range(PASSES):
        laid = _once(document, setter)
        pages = {anchor: page for anchor, (page, _) in laid.anchors.items()}
        if pages == setter.pages:
            break
        setter.pages = pages
    return laid


def _once(document: Document, setter: Setter) -> Laid:
    height = style.LOWEST[document.paper] - style.TOP_MARGIN
    index, first = _front(document.fronts, setter, height)
    pieces = [*first, *_sections(document.sections, setter)]
    if document.last_line:
        pieces[-1] = replace(pieces[-1], keep=True)
        pieces.append(Piece(height=LAST_LINE_ROOM, draw=_nothing))
    pages = tuple(flow.paginate(pieces, height))
    top = style.SIZES[document.paper][1] - style.TOP_MARGIN
    return Laid(
        pages=pages,
        front_index=index,
        overflows=_overflows(pages, len(first)),
        height=height,
        anchors=dict(_anchors(pages, top)),
        bookmarks=tuple(_bookmarks(pages, top)),
    )


def _nothing(pen: Pen, left: float, top: float) -> None:
    """Draws nothing: holds the place of the last line."""


def _overflows(pages: tuple[Page, ...], count: int) -> bool:
    """Whether the front's pieces go on after page 1."""
    return len(pages[0]) < count


def _front(fronts: tuple[Front, ...], setter: Setter, height: float) -> tuple[int, list[Piece]]:
    """The fullest front that fits down to the foot of its page (document.md 12.6); else the last, flowing.

    Blank space is given up before anything that is written.
    """
    laid = [_fitted(_front_pieces(each, setter), height) for each in fronts]
    index = next((n for n, pieces in enumerate(laid) if flow.height_of(pieces) <= height), len(laid) - 1)
    each, pieces = fronts[index], laid[index]
    moved = [piece for part in each.moved for piece in pieces_of(part, setter, 2)]
    if moved and flow.height_of(pieces) <= height:
        moved[0] = replace(moved[0], starts_page=True)
    elif moved:
        pieces = _front_pieces(_once_only(each), setter)
    return index, [*pieces, *moved]


def _once_only(part: Front) -> Front:
    """A front that goes on over its page by itself: what follows there at once need not be said before."""
    following = {getattr(each, "heading", "") for each in part.moved}
    return replace(
        part, parts=tuple(each for each in part.parts if getattr(each, "heading", "") not in following)
    )


def _fitted(pieces: list[Piece], height: float) -> list[Piece]:
    """The pieces as they are, or with half the blank space between them where that makes them fit."""
    tight = [replace(piece, above=piece.above / 2) for piece in pieces]
    return tight if flow.height_of(tight) <= height < flow.height_of(pieces) else pieces


def _front_pieces(part: Front, setter: Setter) -> list[Piece]:
    pieces = front.band(part.band, setter)
    if part.top.heading:
        pieces.append(front.top_zone(part.top, setter))
    for each in part.parts:
        pieces += pieces_of(each, setter, 2)
    return pieces


def _sections(sections: tuple[Section, ...], setter: Setter) -> Iterator[Piece]:
    titled = False
    for section in sections:
        titled = titled or bool(section.title)
        pieces = [*_title(section, setter)]
        for part in section.parts:
            pieces += pieces_of(part, setter, 3 if titled else 2)
        if pieces:
            pieces[0] = replace(
                pieces[0],
                starts_page=section.new_page,
                anchor=section.anchor or pieces[0].anchor,
                above=0.0 if section.new_page else pieces[0].above,
            )
        yield from pieces


def _title(section: Section, setter: Setter) -> Iterator[Piece]:
    if section.title:
        run = Run(text=section.title, voice=Voice.WORDS, bold=True)
        cell = Cell(
            left=0, layout=setter.lay((run,), style.TITLE, style.TEXT_WIDTH), element=Element(kind="H2")
        )
        row = Row(cells=(cell,), above=0.8, below=0.0 if section.lead else 3.4)
        yield replace(rows.piece(row), keep=True, above=10.0, bookmark=(0, section.title))
    if section.lead:
        layout = setter.lay((rows.small(section.lead),), style.SMALL, style.TEXT_WIDTH)
        cell = Cell(left=0, layout=layout, element=Element(kind="P"))
        yield replace(rows.piece(Row(cells=(cell,), below=5.6)), keep=True)


def pieces_of(part: Part, setter: Setter, level: int) -> list[Piece]:
    """A part as pieces; its headings are of a level."""
    match part:
        case Block() | Thread():
            return blocks.either(part, setter, level)
        case Table():
            return tables.table(part, setter, level)
        case Asks():
            return asks.asks(part, setter, level)
        case Prose():
            return prose.prose(part, setter, level)
        case DatedNotes():
            return notes.notes(part, setter, level)
        case ChartPage():
            return chart.chart(part, setter, level)


def _anchors(pages: tuple[Page, ...], top: float) -> Iterator[tuple[str, tuple[int, float]]]:
    for number, page in enumerate(pages, 1):
        for placed in page:
            if placed.piece.anchor:
                yield placed.piece.anchor, (number, top - placed.down)


def _bookmarks(pages: tuple[Page, ...], top: float) -> Iterator[Bookmark]:
    for number, page in enumerate(pages, 1):
        for placed in page:
            if placed.piece.bookmark is not None:
                depth, words = placed.piece.bookmark
                yield Bookmark(depth=depth, words=words, page=number, top=top - placed.down)


def draw_pages(document: Document, laid: Laid, pen: Pen, setter: Setter) -> None:
    """Draw every page with its footer."""
    width, height = style.SIZES[document.paper]
    left = (width - style.TEXT_WIDTH) / 2
    for number, page in enumerate(laid.pages, 1):
        for placed in page:
            placed.piece.draw(pen, left, height - style.TOP_MARGIN - placed.down)
        if number == len(laid.pages) and document.last_line:
            _last_line(document.last_line, pen, setter, left)
        with pen.artifact("Pagination", "Footer"):
            _footer(document, laid, pen, setter, left)
        pen.end_page()


def _footer(document: Document, laid: Laid, pen: Pen, setter: Setter, left: float) -> None:
    style.rule(pen.canvas, left, style.FOOTER_RULE, style.TEXT_WIDTH)
    words = setter.words
    text = document.front_footer if pen.page == 1 else document.footer
    if pen.page == 1 and laid.overflows:
        text = words.say("footer.continues", "continues on page 2")
    page = words.say("footer.page", "page {n} of {total}", n=pen.page, total=len(laid.pages))
    top = style.FOOTER_BASELINE + style.SMALL.size
    number = setter.lay((rows.small(page),), style.SMALL, style.TEXT_WIDTH)
    room = style.TEXT_WIDTH - number.width - 10
    said = _one_line(text, setter, room)
    draw(pen, said, left, top, Element(kind="P"))
    draw_right(pen, number, left + style.TEXT_WIDTH, top, Element(kind="P"))


def _one_line(text: str, setter: Setter, room: float) -> Layout:
    """A footer that is too long is cut in its first part, the name: what stands behind it stays."""
    name, dot, rest = text.partition(" · ")
    said = setter.lay((rows.small(text),), style.SMALL, room)
    while len(said.lines) > 1 and name:
        name = name[:-1]
        said = setter.lay((rows.small(f"{name.rstrip()}…{dot}{rest}"),), style.SMALL, room)
    return said.cut(1)[0]


def _last_line(text: str, pen: Pen, setter: Setter, left: float) -> None:
    """One line above the footer of the last page."""
    layout = setter.lay((rows.small(text),), style.SMALL, style.TEXT_WIDTH)
    draw(pen, layout.cut(1)[0], left, style.FOOTER_RULE + 5.0 + style.SMALL.size, Element(kind="P"))
