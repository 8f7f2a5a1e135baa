"""A finished PDF as pictures of its pages: what is seen before saving is what will be printed."""

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """One page: pixels as rows of blue, green, red and an unused byte, and the page's words."""

    width: int
    height: int
    stride: int
    pixels: bytes
    words: str


def page_pictures(data: bytes, *, scale: float, password: str = "") -> tuple[PagePicture, ...]:
    """Every page of a PDF, `scale` pixels to the point."""
    pdf = pypdfium2.PdfDocument(data, password=password or None)
    try:
        return tuple(_picture(page, scale) for page in pdf)
    finally:
        pdf.close()


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
