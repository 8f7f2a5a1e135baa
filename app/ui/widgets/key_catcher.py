"""A field that takes the next key pressed, whatever it does elsewhere."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.theme import theme as themes

_ALONE = frozenset(
    {
        Qt.Key.Key_Control,
        Qt.Key.Key_Shift,
        Qt.Key.Key_Alt,
        Qt.Key.Key_Meta,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_unknown,
    }
)
_CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyCatcher(QWidget):
    """``caught(keys)`` follows a key in Qt's own writing; ``left()`` follows Esc.

    ``refused()`` follows a key that types or moves.
    """

    caught = Signal(str)
    refused = Signal()
    left = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)

    def event(self, event: QEvent) -> bool:
        """Keep the window's own commands from answering while a key is waited for."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key; Tab and Shift+Tab still go on, Esc goes back."""
        key = Qt.Key(event.key())
        if key in _ALONE:
            return
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif event.modifiers() & _CHORD or Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35:
            self.caught.emit(QKeySequence(event.keyCombination()).toString())
        else:
            self.refused.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that it waits."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it does not wait any more."""
        super().focusOutEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a field's size."""
        return QSize(themes.current().px(420), themes.current().size("field"))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(themes.current().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a field with the words in it."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(2) if self.hasFocus() else theme.border
        painter.setPen(QPen(theme.colour("pine" if self.hasFocus() else "edge"), width))
        painter.setBrush(theme.colour("raised"))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, theme.radius("field"), theme.radius("field"))
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("ink2"))
        place = self.rect().adjusted(theme.px(13), 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words)
