"""Searching as letters are typed: at once in a usual journal, in a worker in a very large one."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.derived.search import Finder, Narrow, Search
from app.ui import background
from app.ui.desk import Desk

_AT_ONCE = 4_000  # records: made ready in the window's thread within 20 ms
_AS_TYPED = 30_000  # records: compared in the window's thread within 20 ms


class Searching(QObject):
    """`found(Search)` follows `look`, or `waiting()` first where it takes a moment.

    An answer to words that are no longer there is dropped.
    """

    found = Signal(object)
    waiting = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._narrow = Narrow()
        self._finder: Finder | None = None
        self._making = False
        self._wanted = ("", 0)
        desk.changed.connect(self.forget)

    def look(self, text: str, narrow: Narrow = Narrow(), most: int = 0) -> None:  # noqa: B008 - frozen
        """Look for words; at most `most` of what is found is told, all of it where that is 0."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.forget()
        self._wanted = (text, most)
        if self._finder is not None:
            self._compare(self._finder)
        elif len(self._desk.snapshot) <= _AT_ONCE:
            self._finder = Finder(self._desk.snapshot, narrow)
            self._compare(self._finder)
        else:
            self._make()

    def forget(self) -> None:
        """Make everything ready anew when it is next looked for: the journal has changed."""
        self._finder = None

    def _make(self) -> None:
        self.waiting.emit()
        if not self._making:
            self._making = True
            work = partial(Finder, self._desk.snapshot, self._narrow)
            background.run(self, work, done=self._made, failed=_raise)

    def _made(self, finder: Finder) -> None:
        self._making = False
        if finder.journal is not self._desk.snapshot or finder.narrow != self._narrow:
            self._make()
            return
        self._finder = finder
        self._compare(finder)

    def _compare(self, finder: Finder) -> None:
        text, most = self._wanted
        if finder.size <= _AS_TYPED:
            self.found.emit(finder.find(text, most))
            return
        self.waiting.emit()
        work = partial(finder.find, text, most)
        background.run(self, work, done=self._tell, failed=_raise)

    def _tell(self, search: Search) -> None:
        if search.query == self._wanted[0]:
            self.found.emit(search)


def _raise(error: Exception) -> None:
    raise error
