"""Carries the journal's announcements into Qt."""

from PySide6.QtCore import QObject, Signal

from app.services.changes import Change, Observers


class JournalBridge(QObject):
    """One for each open journal, and as long-lived.

    Qt drops a connection when its receiver dies; a plain list of observers does not.
    ``changed`` carries the :class:`~app.services.changes.Change`.
    """

    changed = Signal(object)

    def __init__(self, observers: Observers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._observers = observers
        observers.add(self._tell)

    def close(self) -> None:
        """Hear no more; before the journal is locked."""
        self._observers.remove(self._tell)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
