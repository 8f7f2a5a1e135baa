"""The other journals on this computer: going to one, making one, closing or deleting the open one.

The open journal is always locked in good order first; the fresh process that follows shows the next cover.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.i18n import Words
from app.services.cover import Cover
from app.services.session import Session

SWITCH, NEW, DELETE = "switch", "new", "delete"
"""Why a journal is locked, beside "you", "quiet" and "computer"."""

_IN_MENU = 5


class OtherJournals(QObject):
    """``leaving(why)`` asks for the open journal to be locked; ``next`` is the journal to show after that."""

    leaving = Signal(str)

    def __init__(self, session: Session, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._words = session, words
        self.next: Path | None = None

    def leave(self, why: str, path: str = "") -> None:
        """Lock for one of the reasons above, and show the cover of `path` after it."""
        self.next = Path(path) if path else None
        self.leaving.emit(why)

    def close(self, why: str) -> None:
        """Close the open journal, or delete it; in a worker, since a backup is made. Raises StorageError."""
        if why == DELETE:
            self._session.delete()
        else:
            self._session.lock()

    def add_to(self, menu: QMenu) -> None:
        """Add the other journals, a new one, and closing this one.

        Whoever types for the person has no business in other journals.
        """
        say = self._words.say
        menu.addSeparator()
        if not (self._session.is_open and self._session.journal.helping is not None):
            for cover in self._others():
                words = say("journals.go_to", "Open {name}", name=cover.name)
                self._action(menu, words, partial(self.leave, SWITCH, str(cover.path)))
            self._action(menu, say("journals.new", "New journal"), partial(self.leave, NEW))
        self._action(menu, say("journals.close", "Close this one"), partial(self.leave, "you"))

    def _others(self) -> list[Cover]:
        found = self._session.covers()
        return [cover for cover in found if cover.is_there and not self._is_open(cover.path)][:_IN_MENU]

    def _is_open(self, path: Path) -> bool:
        return self._session.is_open and path == self._session.path

    def _action(self, menu: QMenu, words: str, wanted: "partial[None]") -> None:
        action = QAction(words.replace("&", "&&"), menu)
        action.triggered.connect(partial(_call, wanted))
        menu.addAction(action)


def _call(wanted: "partial[None]", _checked: bool = False) -> None:
    wanted()
