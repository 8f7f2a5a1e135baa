"""A field for a passphrase, with an eye and a note about Caps Lock."""

import sys
from ctypes import CDLL

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.eye_button import EyeButton
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text


class PassphraseField(QWidget):
    """``line`` takes the words; paste and password managers are welcome."""

    entered = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.line = _Line()
        self.eye = EyeButton(words)
        self.eye.setParent(self.line)
        self.line.eye = self.eye
        caps = Text(words.say("passphrase.caps", "Caps Lock is on"), "small", wrap=False)
        self.caps_note = QWidget()
        self.caps_note.setLayout(Row(Picture("arrow-fat-line-up", "ink", 16), caps, 1, spacing=8))
        self.caps_note.hide()
        self.setLayout(Column(self.line, self.caps_note, spacing=6))
        self.setFocusProxy(self.line)
        QWidget.setTabOrder(self.line, self.eye)
        self.eye.toggled.connect(self._show_letters)
        self.line.returnPressed.connect(self.entered)
        self.line.caps_seen.connect(self.caps_note.setVisible)

    @property
    def text(self) -> str:
        """What was typed, as typed."""
        return self.line.text()

    def show_text(self, text: str, *, readable: bool = False) -> None:
        """Put words in, and show them where they are a suggestion."""
        self.line.setText(text)
        if readable:
            self.eye.setChecked(True)

    def wipe(self) -> None:
        """Empty the field and forget what could be undone in it."""
        self.line.clear()
        self.line.setText("")
        self.eye.setChecked(False)

    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.line.setEchoMode(mode.Normal if shown else mode.Password)


class _Line(QLineEdit):
    """A password line with room for the eye, that notices Caps Lock."""

    caps_seen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.eye: EyeButton | None = None
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hint = Qt.InputMethodHint
        self.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText | hint.ImhNoAutoUppercase)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the end of the line."""
        super().resizeEvent(event)
        if self.eye is not None:
            side = self.eye.sizeHint()
            gap = (self.height() - side.height()) // 2
            self.setTextMargins(0, 0, side.width(), 0)
            self.eye.setGeometry(
                self.width() - side.width() - themes.current().px(6), gap, side.width(), side.height()
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; and look whether Caps Lock is on."""
        super().keyPressEvent(event)
        self.caps_seen.emit(caps_lock_on(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave all events as they are."""
        return super().eventFilter(watched, event)


def caps_lock_on(event: QKeyEvent) -> bool:
    """Tell from a typed letter, or on Windows from the system, whether Caps Lock is on."""
    if sys.platform == "win32":
        return bool(CDLL("user32").GetKeyState(0x14) & 1)
    letter = event.text()
    if len(letter) != 1 or letter.lower() == letter.upper():
        return False
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return letter.isupper() != shift
