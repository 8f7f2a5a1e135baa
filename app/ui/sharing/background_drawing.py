"""Drawing a document in a worker: what it takes along, and what it comes back with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QImage

from app.domain.derived.choice import Choice
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.i18n import Words
from app.services import sharing
from app.services.sharing import Drawn
from app.ui.outlines import QtOutlines

_SCALE = 2.0  # pixels to the point: sharp at the largest zoom of the preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A drawn document with the pictures of its pages."""

    drawn: Drawn
    images: tuple[QImage, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """All that a worker needs to draw one document."""

    snapshot: Journal
    changed: Mapping[RecordId, date]
    choice: Choice
    today: date
    password: str


def draw(wanted: Wanted, words: Words) -> Shown:
    """Draw one document and the pictures of its pages. Raises CannotDraw."""
    built = sharing.prepare(wanted.snapshot, wanted.choice, wanted.today, words, wanted.changed)
    drawn = sharing.draw(wanted.choice, built, words, QtOutlines(), password=wanted.password)
    pages = sharing.pictures(drawn, scale=_SCALE, password=wanted.password)
    images = tuple(
        QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
        for page in pages
    )
    return Shown(drawn=drawn, images=images, texts=tuple(page.words for page in pages))
