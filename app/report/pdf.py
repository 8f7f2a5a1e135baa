"""A document as a PDF: words in, bytes out. Reads and writes no file, knows no clock and no window."""

import io
import re
from dataclasses import dataclass
from itertools import pairwise

from reportlab.pdfgen.canvas import Canvas

from app.domain.derived.document import Document
from app.domain.wording import Wording
from app.report import finishing, fonts, style
from app.report.errors import CannotDraw
from app.report.finishing import About, Attachment
from app.report.outlines import Outlines
from app.report.pages import draw_pages, lay_out
from app.report.tagging import Pen, Written
from app.report.typesetting import Setter

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_TOUCHES = 0.5  # points between two texts that are one word


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A made file, and what the person is told about it.

    `words_on_page_1` counts runs between white space that hold a letter or a digit, headings and footer
    included. `missing` names the characters no font could print. `front_index` is which of the document's
    fronts was drawn: 0 is the fullest.
    """

    data: bytes
    pages: int
    words_on_page_1: int
    missing: tuple[str, ...]
    front_index: int


def render(
    document: Document,
    words: Wording,
    outlines: Outlines | None = None,
    *,
    password: str = "",
    attachments: tuple[Attachment, ...] = (),
) -> Rendered:
    """Draw and tag a document: PDF/UA-1, and PDF/A-3a unless there is a password.

    The same input gives the same bytes (without a password). Raises CannotDraw where there is no front.
    """
    if not document.fronts:
        raise CannotDraw("a document without a first page")
    fonts.register()
    setter = Setter(words=words, outlines=outlines)
    laid = lay_out(document, setter)
    target = io.BytesIO()
    pen = Pen(new_canvas(document, target))
    draw_pages(document, laid, pen, setter)
    pen.canvas.save()
    about = About(
        title=document.title,
        name=document.name,
        language=document.language,
        day=document.day,
        password=password,
        attachments=attachments,
    )
    return Rendered(
        data=finishing.finish(target.getvalue(), pen, laid, about),
        pages=len(laid.pages),
        words_on_page_1=count_words(pen.written, 1),
        missing=tuple(sorted({fonts.name_of(each) for text in setter.missing for each in text})),
        front_index=laid.front_index,
    )


def new_canvas(document: Document, target: io.BytesIO) -> Canvas:
    """An empty canvas of the document's paper. Its first font is ours: ReportLab's would not be embedded."""
    return Canvas(
        target,
        pagesize=style.SIZES[document.paper],
        invariant=1,
        pageCompression=0,
        initialFontName=fonts.SANS,  # type: ignore[arg-type]  # the stubs say a number
        initialFontSize=style.BODY.size,
        lang=document.language,
    )


def count_words(written: list[Written], page: int) -> int:
    """The words on a page; texts that touch on one line are one word."""
    here = [each for each in written if each.page == page]
    texts = [here[0].text] if here else []
    for before, after in pairwise(here):
        touching = abs(after.box[0] - before.box[2]) < _TOUCHES and before.box[1] - after.box[1] < after.size
        texts.append(after.text if touching else f" {after.text}")
    return sum(1 for word in "".join(texts).split() if _LETTER_OR_DIGIT.search(word))
