"""Three that must be answered fill a visit: which of them may give way?"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame

from app.domain.derived.naming import first_words
from app.domain.derived.questions_open import OpenQuestion
from app.i18n import Words
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text


class SwapNotice(QFrame):
    """`swapped(key)`: this one is good to ask now; `left`: all stays as it is."""

    swapped = Signal(str)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._text = Text("")
        self._choices = Column(spacing=6)
        self._leave = Button(words.say("questions.leave", "Leave it as it is"), kind="quiet", size="small")
        self.setProperty("strip", "gentle")
        self.setLayout(
            Column(self._text, self._choices, Row(self._leave, 1), spacing=8, margins=(14, 12, 14, 10))
        )
        self._leave.clicked.connect(self._go)
        self.hide()

    def offer(self, full: tuple[OpenQuestion, ...], whom: str) -> None:
        """Say why a fourth has no room, and offer each of the three in exchange."""
        sentence = self._words.say(
            "questions.full",
            "Three that must be answered is what fits in one visit with {name}. "
            "Which of these may be good to ask instead?",
            name=whom,
        )
        self._text.say(sentence)
        self.setAccessibleName(sentence)
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        buttons = [self._button(one) for one in full]
        for button in buttons:
            self._choices.addLayout(Row(button, 1))
        self.show()
        spoken.announce(self, sentence, at_once=True)
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves all as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self._go()
        else:
            super().keyPressEvent(event)

    def _button(self, one: OpenQuestion) -> Button:
        button = Button(first_words(one.text, 5), size="small", name=one.text)
        button.clicked.connect(partial(self._choose, one.merged[-1]))
        return button

    def _choose(self, key: str) -> None:
        self.swapped.emit(key)

    def _go(self) -> None:
        self.hide()
        self.left.emit()
