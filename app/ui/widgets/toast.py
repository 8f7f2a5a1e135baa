"""What just happened, with Undo."""

from collections.abc import Callable
from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

STAYS_MS = 8000


class Toast(QFrame):
    """One line at the bottom. Goes after 8 s, but not while the mouse or the focus is on it.

    It stays where a screen reader may be running or the person asked for it. The focus goes back to
    where it came from once a button here has been pressed.
    """

    undo = Signal()
    gone = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("strip", "toast")
        self._text = Text("", tone="page", wrap=False)
        self._undo = Button(words.say("toast.undo", "Undo"), kind="toast", keys="Ctrl Z", size="small")
        self._offer = Button(kind="toast", size="small")
        self._offered: Callable[[], None] | None = None
        self._close = Button(
            kind="toast", icon="x", name=words.say("toast.close", "Close this message"), size="small"
        )
        row = Row(
            Picture("check", "page", 20), self._text, 1, self._offer, self._undo, self._close,
            spacing=12, margins=(18, 9, 9, 9),
        )  # fmt: skip
        self.setLayout(row)
        self._came_from: QWidget | None = None
        self._leaving = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._leaving.timeout.connect(self.hide)
        self._undo.clicked.connect(self._undone)
        self._close.clicked.connect(self._closed)
        self._offer.clicked.connect(self._take_offer)
        for button in self._buttons:
            button.installEventFilter(self)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._note_focus)
        self.hide()

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self._offer, self._undo, self._close)

    @property
    def words(self) -> str:
        """The line shown."""
        return self._text.words

    @property
    def counting(self) -> bool:
        """Whether it will go by itself."""
        return self._leaving.isActive()

    def say(
        self, sentence: str, *, undo: bool = False, offer: tuple[str, Callable[[], None]] | None = None
    ) -> None:
        """Show a line; it replaces the one before it. `offer`: a word for a button, and what it does."""
        self._text.say(sentence)
        self._offered = offer[1] if offer is not None else None
        self._offer.say(offer[0] if offer is not None else "")
        self._offer.setVisible(offer is not None)
        self._undo.setVisible(undo)
        self._close.setVisible(self._stays())
        self.setAccessibleName(sentence)
        self.adjustSize()
        self.show()
        self.raise_()
        spoken.announce(self, sentence)
        self._count()

    def show_keys(self, keys: str) -> None:
        """Show another key on Undo."""
        self._undo.keys = keys
        self._undo.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop counting under the mouse."""
        super().enterEvent(event)
        self._leaving.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        super().leaveEvent(event)
        self._count()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it went."""
        super().hideEvent(event)
        self._leaving.stop()
        self.gone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop counting while one of its buttons has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self._leaving.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._count()
        return super().eventFilter(watched, event)

    def _stays(self) -> bool:
        return themes.current().look.keep_messages or spoken.reader_may_listen()

    def _count(self) -> None:
        inside = self.underMouse() or any(b.hasFocus() for b in self._buttons)
        if self.isVisible() and not inside and not self._stays():
            self._leaving.start()

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new in self._buttons and old is not None and old not in self._buttons:
            self._came_from = old

    def _give_focus_back(self) -> None:
        came_from, self._came_from = self._came_from, None
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus()

    def _closed(self) -> None:
        self._give_focus_back()
        self.hide()

    def _take_offer(self) -> None:
        offered = self._offered
        self._give_focus_back()
        self.hide()
        if offered is not None:
            offered()

    def _undone(self) -> None:
        self._give_focus_back()
        self.hide()
        self.undo.emit()
