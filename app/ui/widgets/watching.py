"""One look at every event of the application, for all who watch the whole of it.

Making a page sends thousands of events, and a filter in Python takes a few millionths of a second for each
of them: one filter for all who watch takes a quarter of what four took.
"""

from collections.abc import Callable, Collection
from types import MethodType
from typing import cast
from weakref import WeakMethod

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

Watcher = Callable[[QObject, QEvent], bool]
"""Is given what an event is for, and the event; True swallows it."""


class Watching(QObject):
    """The event filter of the application. A watcher is a method, and is forgotten with its object."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._by_kind: dict[QEvent.Type, list[WeakMethod[Watcher]]] = {}
        app.installEventFilter(self)

    def add(self, watcher: Watcher, kinds: Collection[QEvent.Type]) -> None:
        """Let it see every event of these kinds from now on, before those that watch already; once."""
        self.remove(watcher)
        for kind in kinds:
            self._by_kind.setdefault(kind, []).insert(0, WeakMethod(cast("MethodType", watcher)))

    def remove(self, watcher: Watcher) -> None:
        """Let it see nothing more."""
        for kind, watchers in self._by_kind.items():
            self._by_kind[kind] = [one for one in watchers if one() not in {None, watcher}]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show an event to those who watch for its kind, the newest first, until one swallows it."""
        for one in self._by_kind.get(event.type(), ()):
            watcher = one()
            if watcher is not None and shiboken6.isValid(_owner(watcher)) and watcher(watched, event):
                return True
        return False


def _owner(watcher: Watcher) -> object:
    """Whose method it is."""
    return cast("MethodType", watcher).__self__


def watching() -> Watching:
    """Give the one of the running application."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There is no application yet.")
    return app.findChild(Watching, options=Qt.FindChildOption.FindDirectChildrenOnly) or Watching(app)
