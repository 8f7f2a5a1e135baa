"""The field of the quick line, with the rest of a known name shown behind the caret."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from app.i18n import Words
from app.ui.theme import theme as themes

_TAKING = (Qt.Key.Key_Right, Qt.Key.Key_End)


class QuickField(QLineEdit):
    """Right or End at the end of the line takes the completion; Tab never does."""

    escaped = Signal()
    focus_changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._completion = ""
        self.setProperty("look", "quick")
        self.setAccessibleName(words.say("quick.name", "Quick line"))
        self.setAccessibleDescription(words.say("quick.description", "Type what happened and press Enter"))
        self.setPlaceholderText(words.say("quick.example", "What happened? For example: headache 6"))
        self.setMaxLength(1_000_000)

    @property
    def completion(self) -> str:
        """The letters shown behind the caret; empty where they would not fit there."""
        return self._completion if self.cursorPosition() == len(self.text()) else ""

    def show_completion(self, letters: str) -> None:
        """Show the rest of a known name."""
        self._completion = letters
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the completion, clear, or type."""
        if event.key() in _TAKING and self.completion and not event.modifiers():
            self.insert(self.completion)
            self._completion = ""
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the frame."""
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, then the completion in a quiet colour."""
        super().paintEvent(event)
        if self.completion and self.hasFocus():
            theme = themes.current()
            painter = QPainter(self)
            painter.setFont(theme.font("quick"))
            painter.setPen(theme.colour("ink3"))
            caret = self.cursorRect()
            place = QRect(caret.center().x() + 1, 0, self.width() - caret.center().x(), self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.completion)
