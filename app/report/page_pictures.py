"""A finished PDF as pictures of its pages: what is seen before saving is what will be printed."""

import threading
from dataclasses import dataclass
from itertools import islice

import pypdfium2

from app.report.endless import refuse_endless
from app.report.errors import CannotDraw

_ONE_AT_A_TIME = threading.Lock()  # PDFium may not be called from two threads at once


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """One page: pixels as rows of blue, green, red and an unused byte, and the page's words."""

    width: int
    height: int
    stride: int
    pixels: bytes
    words: str


def page_pictures(
    data: bytes, *, scale: float, password: str = "", only: int | None = None
) -> tuple[PagePicture, ...]:
    """Every page of a PDF, `scale` pixels to the point; or `only` one of them, counted from 0."""
    with _ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(data, password=password or None)
        try:
            pages = pdf if only is None else (pdf[only],)
            return tuple(_picture(page, scale) for page in pages)
        finally:
            pdf.close()


def first_pages(data: bytes, *, most: int, widest: int) -> tuple[PagePicture, ...]:
    """The first pages of anybody's PDF, no side longer than `widest` pixels. Raises CannotDraw."""
    refuse_endless(data, most)
    with _ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(data)
            try:
                return tuple(_picture(page, widest / max(*page.get_size(), 1)) for page in islice(pdf, most))
            finally:
                pdf.close()
        except pypdfium2.PdfiumError:
            raise CannotDraw("a kept file") from None


def _picture(page: pypdfium2.PdfPage, scale: float) -> PagePicture:
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
    text = page.get_textpage()
    picture = PagePicture(
        width=bitmap.width,
        height=bitmap.height,
        stride=bitmap.stride,
        pixels=bytes(bitmap.buffer),
        words=text.get_text_bounded(),
    )
    text.close()
    bitmap.close()
    page.close()
    return picture
