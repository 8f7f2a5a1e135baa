"""Choices at the left and pages at the right; one of the two at a time where there is less room."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.layout import Row

_CHOICES_WIDTH = 385
_LOW = 560  # window height over text size: below, footers scroll with the page (interface.md 5)
_ANY_WIDTH = 16_777_215  # Qt's own largest size (QWIDGETSIZE_MAX)


class TwoSides(QWidget):
    """`low(on)` follows when the window gets too low for a footer that stays in place, or high enough again.

    `see` and `back` go from one side to the other; whoever makes the sides puts them into them.
    """

    low = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.see = Button(words.say("share.see", "See the pages"), icon="file-pdf")
        self.back = Button(words.say("share.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self._seeing = self._is_low = False
        self._folding = QTimer(self, singleShot=True, interval=0)
        self._folding.timeout.connect(self._fold)
        self.see.clicked.connect(self._see_pages)
        self.back.clicked.connect(self._go_back)

    def hold(self, choices: QWidget, pages: QWidget) -> None:
        """Take the two sides."""
        self._choices, self._pages = choices, pages
        row = Row(choices, pages, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold once Qt has come back from resizing."""
        super().resizeEvent(event)
        self._folding.start()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again after a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._folding.start()

    def _see_pages(self) -> None:
        self._seeing = True
        self._fold()
        self.back.setFocus()

    def _go_back(self) -> None:
        self._seeing = False
        self._fold()
        self.see.setFocus()

    def _fold(self) -> None:
        theme = themes.current()
        narrow = fold_of(self.window().width(), theme.scale, theme.tokens.breakpoints) < Fold.SMALL
        width = theme.px(_CHOICES_WIDTH)
        self._choices.setMinimumWidth(0 if narrow else width)
        self._choices.setMaximumWidth(_ANY_WIDTH if narrow else width)
        self._choices.setVisible(not (narrow and self._seeing))
        self._pages.setVisible(not narrow or self._seeing)
        self.see.setVisible(narrow)
        self.back.setVisible(narrow)
        low = self.window().height() / theme.scale < _LOW
        if low != self._is_low:
            self._is_low = low
            self.low.emit(low)
