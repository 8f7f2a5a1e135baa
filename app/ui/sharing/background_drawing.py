"""Drawing a document in a worker: what it takes along, and what it comes back with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from app.domain.derived.choice import Choice
from app.domain.derived.leave_out import may_be_left_out
from app.domain.derived.sharing import kept_from
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.i18n import Words
from app.services import sharing
from app.services.sharing import Drawn, PagePicture
from app.ui import background
from app.ui.outlines import QtOutlines

_DRAW_AFTER_MS = 150
_SCALE = 2.0  # pixels to the point: sharp at the largest zoom of the preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A drawn document with the pictures of its pages.

    `kept` is how much is kept from its reader by name, `in_it` what may be left out of it for this once.
    """

    drawn: Drawn
    images: tuple[QImage, ...]
    texts: tuple[str, ...]
    kept: int
    in_it: tuple[tuple[RecordId, str, str], ...]


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
    images = tuple(as_image(page) for page in pages)
    reader = wanted.choice.for_clinician
    return Shown(
        drawn=drawn,
        images=images,
        texts=tuple(page.words for page in pages),
        kept=len(kept_from(wanted.snapshot, reader)) if reader is not None else 0,
        in_it=may_be_left_out(wanted.snapshot, wanted.choice, words),
    )


def as_image(page: PagePicture) -> QImage:
    """A page's picture for Qt, with pixels of its own."""
    form = QImage.Format.Format_RGB32
    return QImage(page.pixels, page.width, page.height, page.stride, form).copy()


class Drawing(QObject):
    """Draws what `wanted()` gives, a moment after the last `ask`. A later one overtakes an earlier one.

    `begun` comes before the work, then `drawn(Shown)` or `failed(Exception)`.
    """

    begun = Signal()
    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, words: Words, wanted: Callable[[], Wanted | None]) -> None:
        super().__init__(parent)
        self._words, self._wanted = words, wanted
        self._number = self._done = 0
        self._waiting = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self._waiting.timeout.connect(self._begin)

    @property
    def is_current(self) -> bool:
        """Whether what was drawn last is what is wanted now: only that is ever saved or printed."""
        return not self._waiting.isActive() and self._done == self._number > 0

    def ask(self) -> None:
        """Draw again soon."""
        self._waiting.start()

    def _begin(self) -> None:
        wanted, words = self._wanted(), self._words
        if wanted is None:
            return
        self._number += 1
        number = self._number

        def work() -> tuple[int, Shown]:
            return number, draw(wanted, words)

        self.begun.emit()
        background.run(self, work, done=self._take, failed=self._tell)

    def _take(self, result: tuple[int, Shown]) -> None:
        number, shown = result
        if number == self._number:
            self._done = number
            self.drawn.emit(shown)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(error)
