"""A PDF of a few hundred bytes that would fill the memory: drawings that draw drawings, ten times each.

PDFium reads such a page whole before it draws anything, and can't be stopped. So what a page would come to is
added up first, from how often each drawing is named in the one around it.
"""

import io
import re
import zlib
from itertools import islice

import pikepdf
from pikepdf import Name

from app.report.errors import CannotDraw

MOST = 64 * 1024 * 1024
"""Bytes of drawing that the first pages may come to; a scanned page has a hundred, a map a few millions."""

_LARGEST_STREAM = 32 * 1024 * 1024
_DEEPEST = 24
_DRAWS = re.compile(rb"\b(?:Do|scn|SCN)\b")
_BY_ITSELF = 512  # bytes that one more drawing costs, however short


def refuse_endless(data: bytes, most: int) -> None:
    """Raise CannotDraw where the first `most` pages would take more than any honest page, or are broken."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            total = sum(_page(page.obj) for page in islice(pdf.pages, most))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, AttributeError, zlib.error):
        raise CannotDraw("a kept file") from None
    if total > MOST:
        raise CannotDraw("a kept file")


def _page(page: pikepdf.Object) -> int:
    return _Weights(_held_above(page)).of(page.get(Name.Contents), _held_above(page), 0)


def _held_above(page: pikepdf.Object) -> pikepdf.Object | None:
    """What a page may name: its own, or that of the nearest group of pages around it."""
    for _ in range(_DEEPEST):
        if Name.Resources in page or Name.Parent not in page:
            break
        page = page.Parent
    return page.get(Name.Resources)


class _Weights:
    """What each drawing of one page comes to; one without a list of its own names what the page does."""

    def __init__(self, usual: pikepdf.Object | None) -> None:
        self._usual = usual
        self._known: dict[tuple[int, int], int] = {}

    def of(self, content: pikepdf.Object | None, named: pikepdf.Object | None, depth: int) -> int:
        """Its own bytes, and for each time it names another, the heaviest it could be."""
        if depth > _DEEPEST:
            return MOST + 1
        own = b"\n".join(_bytes_of(stream) for stream in _streams(content))
        within = max((self._drawing(one, depth) for one in _drawings_in(named)), default=0)
        return len(own) + len(_DRAWS.findall(own)) * within

    def _drawing(self, drawing: pikepdf.Object, depth: int) -> int:
        key = drawing.objgen
        if key not in self._known:
            self._known[key] = MOST + 1  # PDFium does not get out of one that draws itself twice
            weight = self.of(drawing, drawing.get(Name.Resources, self._usual), depth + 1)
            self._known[key] = min(weight + _BY_ITSELF, MOST + 1)
        return self._known[key]


def _drawings_in(named: pikepdf.Object | None) -> list[pikepdf.Object]:
    """The forms and patterns that may be named; a photo is no drawing."""
    if not isinstance(named, pikepdf.Dictionary):
        return []
    found: list[pikepdf.Object] = []
    for group in (named.get(Name.XObject), named.get(Name.Pattern)):
        if isinstance(group, pikepdf.Dictionary):
            found += [one for one in group.values() if isinstance(one, pikepdf.Stream)]
    return [one for one in found if one.get(Name.Subtype) != Name.Image]


def _streams(content: pikepdf.Object | None) -> list[pikepdf.Object]:
    held = list(content) if isinstance(content, pikepdf.Array) else [content]
    return [one for one in held if isinstance(one, pikepdf.Stream)]


def _bytes_of(stream: pikepdf.Object) -> bytes:
    """What a stream holds, unpacked no further than is any use. Raises CannotDraw beyond that."""
    raw = stream.read_raw_bytes()
    packed = stream.get(Name.Filter)
    names = list(packed) if isinstance(packed, pikepdf.Array) else [packed]
    if names == [Name.FlateDecode]:
        unpacked = zlib.decompressobj().decompress(raw, _LARGEST_STREAM)
    elif names.count(Name.FlateDecode) > 1:
        raise CannotDraw("a kept file")
    else:
        unpacked = stream.read_bytes() if packed is not None else raw
    if len(unpacked) >= _LARGEST_STREAM:
        raise CannotDraw("a kept file")
    return unpacked
