"""Six short fields for the lines of a recovery key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.i18n import Words
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text

LINES = 6
LETTERS = 15
_WITH_DASHES = 17


class RecoveryFields(QWidget):
    """Moves on by itself after 15 letters; a whole pasted key fills all six."""

    entered = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.fields = [
            _KeyLine(words.say("key.line", "Line {n}", n=number)) for number in range(1, LINES + 1)
        ]
        column = Column(spacing=6)
        for number, field in enumerate(self.fields, 1):
            column.addLayout(Row(Text(str(number), "caption", wrap=False), field, spacing=10))
            field.filled.connect(self._move_on)
            field.pasted.connect(self._spread)
            field.returnPressed.connect(self._enter)
        self.setLayout(column)
        self.setFocusProxy(self.fields[0])

    @property
    def text(self) -> str:
        """What was typed, one line for each field."""
        return "\n".join(field.text() for field in self.fields)

    def wipe(self) -> None:
        """Empty all six."""
        for field in self.fields:
            field.clear()

    def _at(self) -> int:
        return next((n for n, field in enumerate(self.fields) if field.hasFocus()), 0)

    def _move_on(self) -> None:
        place = self._at()
        if place + 1 < LINES:
            self.fields[place + 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        empty = next((field for field in self.fields if not field.text()), None)
        if empty is None:
            self.entered.emit()
        else:
            empty.setFocus(Qt.FocusReason.TabFocusReason)

    def _spread(self, text: str) -> None:
        parts = [part for part in (letters(line) for line in text.splitlines()) if part]
        if len(parts) != LINES:
            run = letters(text)
            parts = [run[at : at + LETTERS] for at in range(0, len(run), LETTERS)]
        place = self._at()
        for field, part in zip(self.fields[place:], parts, strict=False):
            field.setText(part[-LETTERS:])
        last = min(place + len(parts), LINES) - 1
        self.fields[max(last, 0)].setFocus(Qt.FocusReason.TabFocusReason)


class _KeyLine(QLineEdit):
    """One line; small letters, spaces and dashes are welcome."""

    filled = Signal()
    pasted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("look", "key")
        self.setAccessibleName(name)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.textEdited.connect(self._edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a whole key be pasted."""
        text = QApplication.clipboard().text()
        if event.matches(QKeySequence.StandardKey.Paste) and len(letters(text)) > LETTERS:
            self.pasted.emit(text)
        else:
            super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        if len(letters(text)) == LETTERS and self.cursorPosition() == len(text):
            self.filled.emit()


def letters(text: str) -> str:
    """Return only the letters and digits of a typed line."""
    return "".join(character for character in text if character.isalnum())
