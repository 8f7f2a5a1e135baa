"""One line of the recovery key, asked back from the paper."""

import random

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.keys.recovery_step import Check, Choose
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text

_LINES = 6


class LineCheck(QWidget):
    """``right()`` follows the line typed as it stands on the paper. The key itself is not shown."""

    right = Signal()

    def __init__(self, words: Words, check: Check, choose: Choose | None = None) -> None:
        super().__init__()
        say = words.say
        self._words, self._check = words, check
        self.asked = (choose or random.SystemRandom().choice)(range(1, _LINES + 1))
        self.answer = Line(width=260)
        self.answer.setProperty("look", "key")
        self.row = FormRow(say("recovery.line", "Line {n}", n=self.asked), self.answer)
        self.done = Button(say("line_check.check", "Check it"), kind="main")
        ask = Text(say("recovery.ask", "From your paper, type line {n}.", n=self.asked))
        form = Narrow(Column(ask, self.row, Row(self.done, 1), spacing=12), 544)
        self.setLayout(
            Column(Heading(say("recovery.check", "Check that you have it"), wrap=True), form, spacing=12)
        )
        self.answer.returnPressed.connect(self.check)
        self.done.clicked.connect(self.check)

    def check(self) -> None:
        """Say whether it is right."""
        typed = self.answer.text()
        if not typed.strip():
            self.row.show_error(self._words.say("recovery.first", "Type line {n} first.", n=self.asked))
        elif self._check(self.asked, typed):
            self.row.show_error("", move=False)
            self.right.emit()
        else:
            different = "Line {n} is different. Look again at your paper: 15 letters and numbers."
            self.row.show_error(self._words.say("recovery.different", different, n=self.asked))
