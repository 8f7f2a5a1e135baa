"""Draws up the line of the newest snapshot: at once in a small journal, in a worker in a large one."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.derived.line.drawing_up import draw_up
from app.domain.derived.line.lanes import Line
from app.domain.derived.timeline import TimelineFilter
from app.domain.records.record import SymptomId
from app.ui import background
from app.ui.desk import Desk

AT_ONCE = 3_000
"""Records that are drawn up in the time of a key press."""

_SAY_AFTER_MS = 400
_SUNDAY = 6


class LineMaker(QObject):
    """``made(line)`` follows every request, or the last of several; ``working()`` where it takes its time."""

    made = Signal(object)
    working = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self._waiting: tuple[TimelineFilter, tuple[SymptomId, ...]] | None = None
        self._slow = QTimer(self, singleShot=True, interval=_SAY_AFTER_MS)
        self._slow.timeout.connect(self.working)

    @property
    def busy(self) -> bool:
        """Whether a line is still being drawn up."""
        return self._busy

    def make(self, shown: TimelineFilter, symptoms: tuple[SymptomId, ...]) -> None:
        """Draw up the line of what the journal says now."""
        journal = self._desk.snapshot
        work = partial(
            draw_up,
            journal,
            self._desk.today(),
            self._desk.words,
            shown,
            symptoms=symptoms,
            monday_first=self._desk.words.first_weekday != _SUNDAY,
        )
        if len(journal) <= AT_ONCE:
            self._waiting = None
            self.made.emit(work())
            return
        self._waiting = (shown, symptoms)
        if not self._busy:
            self._busy = True
            self._waiting = None
            self._slow.start()
            background.run(self, work, done=self._done, failed=self._failed)

    def _done(self, line: Line) -> None:
        self._rest()
        if self._waiting is None:
            self.made.emit(line)
        else:
            self.make(*self._waiting)

    def _failed(self, error: Exception) -> None:
        """What goes wrong in drawing up is a bug, and told of like any other."""
        self._rest()
        raise error

    def _rest(self) -> None:
        self._busy = False
        self._slow.stop()
