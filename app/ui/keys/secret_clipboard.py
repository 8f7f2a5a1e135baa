"""Copying a secret: marked as one, and gone after a minute."""

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

STAYS_MS = 60_000
_MARKS = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("ExcludeClipboardContentFromMonitorProcessing", b"1"),
    ("org.nspasteboard.ConcealedType", b""),
)


def marked(text: str) -> QMimeData:
    """A text for the clipboard that asks clipboard managers to keep no history of it."""
    data = QMimeData()
    data.setText(text)
    for kind, mark in _MARKS:
        data.setData(kind, mark)
    return data


def copy_quietly(text: str) -> None:
    """Copy a person's words; they stay until something else is copied."""
    QGuiApplication.clipboard().setMimeData(marked(text))


class SecretClipboard(QObject):
    """Puts one secret at a time on the clipboard and takes it off again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held = ""
        self._leaving = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._leaving.timeout.connect(self.clear)

    @classmethod
    def current(cls) -> "SecretClipboard":
        """Return the application's own: it outlives the page a secret was copied from."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("There is no application yet.")
        return app.findChild(cls) or cls(app)

    def copy(self, secret: str) -> None:
        """Copy as plain words, asking clipboard managers to keep no history of it."""
        QGuiApplication.clipboard().setMimeData(marked(secret))
        self._held = secret
        self._leaving.start()

    def clear(self) -> None:
        """Empty the clipboard, unless something else has been copied since."""
        self._leaving.stop()
        clipboard = QGuiApplication.clipboard()
        if self._held and clipboard.text() == self._held:
            clipboard.clear()
        self._held = ""
