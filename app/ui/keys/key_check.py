"""The recovery key, once more, and asked back: for who left it for later in first run."""

import random

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.recovery_step import Choose, RecoveryStep
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row


class KeyCheck(QWidget):
    """``done()`` follows the line typed back, or going back."""

    done = Signal()

    def __init__(self, desk: Desk, choose: Choose | None = None) -> None:
        super().__init__()
        self._desk = desk
        keys, person = desk.session.keys, desk.snapshot.person
        paper = KeyPaper(
            lines=keys.recovery_key(),
            day=desk.words.day(desk.today()),
            name=person.name if person is not None else "",
        )
        pick = choose or random.SystemRandom().choice
        self.step = RecoveryStep(desk.words, paper, keys.check_recovery_key, pick)
        say = desk.words.say
        back = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        check = Button(say("key_check.done", "I have it"), kind="main", icon="check")
        self.setLayout(Column(Row(back, 1), self.step, Row(check, 1), 1, spacing=16))
        back.clicked.connect(self.done)
        check.clicked.connect(self.check)
        self.step.entered.connect(self.check)

    def first_focus(self) -> QWidget:
        """The line that is asked for."""
        return self.step.answer

    def check(self) -> None:
        """Go back once the line is right; else the step says what is missing."""
        if self.step.ready():
            self._desk.said.emit(self._desk.words.say("key_check.checked", "Recovery key checked."), False)
            self.done.emit()
        else:
            self.first_focus().setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)
