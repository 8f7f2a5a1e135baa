"""Ctrl+Z in a field: typing first, then the journal."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QTextEdit

from app.ui.widgets.watching import watching

_KEY = QKeySequence.StandardKey


class UndoFirst(QObject):
    """Fields keep Ctrl+Z to themselves even with nothing to undo; this hands it on then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        watching().add(self._see, {QEvent.Type.ShortcutOverride})

    def _see(self, watched: QObject, event: QEvent) -> bool:
        """Let the window's command have the key where the field has no use for it."""
        if isinstance(event, QKeyEvent):
            useless = _useless(watched, event)
            if useless:
                event.ignore()
            return useless
        return False


def _useless(field: QObject, event: QKeyEvent) -> bool:
    undo, redo = event.matches(_KEY.Undo), event.matches(_KEY.Redo)
    if isinstance(field, QLineEdit):
        return (undo and not field.isUndoAvailable()) or (redo and not field.isRedoAvailable())
    if isinstance(field, QTextEdit):
        document = field.document()
        return (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable())
    return False
