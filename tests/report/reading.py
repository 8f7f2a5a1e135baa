"""Reads made files back, and says what a document's words are in the order they should be read."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdf
import pypdfium2
from PIL import Image

from app.domain.derived.document import (
    Asks,
    Block,
    DatedNotes,
    Document,
    Front,
    NoteMark,
    Part,
    Prose,
    Section,
    Table,
    Text,
    Thread,
    words_of,
)
from app.i18n import Words
from app.report import fonts, pages, pdf
from app.report.outlines import Outlines
from app.report.pages import Laid
from app.report.tagging import Element, Mark, Pen
from app.report.typesetting import Setter
from tests.report import maya

ACTUAL = re.compile(r"/ActualText <([0-9a-f]+)>")


def made(document: Document, outlines: Outlines | None = None) -> bytes:
    return pdf.render(document, Words(), outlines).data


def drawn(document: Document) -> tuple[Laid, Pen]:
    """The pages of a document and everything on them, before they are a file."""
    fonts.register()
    setter = Setter(words=Words())
    laid = pages.lay_out(document, setter)
    pen = Pen(pdf.new_canvas(document, io.BytesIO()))
    pages.draw_pages(document, laid, pen, setter)
    return laid, pen


def with_notes(*paragraphs: Text) -> Document:
    """A document whose only page after the first holds one note for each paragraph."""
    notes = tuple(maya.dated("12", NoteMark.NOTE, paragraph) for paragraph in paragraphs)
    part = DatedNotes(months=(maya.month("May 2026", *notes),))
    return replace(maya.document(), sections=(Section(title="Notes", parts=(part,)),))


def page_texts(data: bytes) -> list[str]:
    """What each page says, in the order it is drawn."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def picture(data: bytes, page: int, scale: float = 1.0) -> Image.Image:
    """A page as it is seen; `scale` 1 is 72 dots per inch."""
    with pypdfium2.PdfDocument(data) as opened:
        image: Image.Image = opened[page - 1].render(scale=scale).to_pil()
    return image


def decompressed(data: bytes) -> bytes:
    """Every byte of a file with nothing packed."""
    found = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        opened.save(
            found,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return found.getvalue()


def actual_texts(data: bytes) -> list[str]:
    """What stands in the pages to be read in place of what is drawn."""
    found = ACTUAL.findall(decompressed(data).decode("latin-1"))
    return [bytes.fromhex(each).decode("utf-16") for each in found]


def elements(element: Element) -> Iterator[Element]:
    """An element and everything under it, in reading order."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from elements(kid)


def marks(element: Element) -> list[Mark]:
    """All content, in reading order."""
    found: list[Mark] = []
    for kid in element.kids:
        found += marks(kid) if isinstance(kid, Element) else [kid]
    return found


def words(document: Document) -> list[str]:
    """The words of a document as they should be read, footers apart."""
    front = document.fronts[0]
    said = [*_front(front)]
    for section in document.sections:
        said += [section.title, section.lead]
        for part in section.parts:
            said += _part(part)
    return " ".join([*said, document.last_line]).split()


def _front(front: Front) -> Iterator[str]:
    yield f"{front.band.name} {front.band.kind}"
    yield from (words_of(front.band.reader), front.band.date)
    yield from map(words_of, front.band.identity)
    yield from (front.band.provenance, front.top.heading, front.top.aside)
    for number, concern in enumerate(front.top.concerns, 1):
        yield from (str(number), concern.text, concern.aside, concern.hope)
    for heading, text in front.top.margin:
        yield from (heading, text)
    for part in front.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Block() | Thread() | Prose():
            yield from _lines(part)
        case Table():
            yield from (part.heading, *part.heads)
            for row in part.rows:
                yield from (words_of(row.head), *map(words_of, row.cells))
            yield from map(words_of, part.after)
        case Asks():
            asked = (word for ask in part.asks for word in (ask.text, ask.aside))
            yield from (part.heading, part.lead, *asked, part.after)
        case DatedNotes():
            yield from _notes(part)


def _lines(part: Block | Thread | Prose) -> Iterator[str]:
    yield part.heading
    match part:
        case Block():
            yield from map(words_of, part.lines)
        case Thread():
            for day, text in part.items:
                yield from (day, words_of(text))
        case Prose():
            yield from part.paragraphs


def _notes(part: DatedNotes) -> Iterator[str]:
    for month in part.months:
        yield month.heading
        for note in month.notes:
            yield from (note.day, *map(words_of, note.paragraphs), note.provenance)
    yield part.after
