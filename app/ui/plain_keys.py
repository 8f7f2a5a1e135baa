"""Single letters, digits and signs, turned off everywhere where the person wants only keys with Ctrl."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.actions import plain_keys_on
from app.ui.widgets.watching import watching

_CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class PlainKeys(QObject):
    """Watches the whole application for one window, so that no page can forget to ask.

    What takes text gets everything; Space, Enter, Esc, Tab, arrows and F-keys always work. A cover without
    an open journal takes letters too: they go to its passphrase.
    """

    watching = False  # of the class: Python may take an object apart before Qt takes its filter away

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        watching().add(self._see, {QEvent.Type.KeyPress})

    def _see(self, watched: QObject, event: QEvent) -> bool:
        """Swallow a plain key where nothing takes text."""
        if not self.watching or plain_keys_on():
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        takes_text = watched.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        elsewhere = watched.window() is not self._window
        return not (takes_text or elsewhere) and _is_plain(event)


def _is_plain(event: QKeyEvent) -> bool:
    typed = event.text()
    return bool(typed) and typed.isprintable() and not typed.isspace() and not event.modifiers() & _CHORD
