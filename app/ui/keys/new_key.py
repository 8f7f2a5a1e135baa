"""After the recovery key: a new passphrase, and the new recovery key that comes with it."""

import random
from collections.abc import Callable
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui import background, errors
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.passphrase_step import PassphraseStep
from app.ui.keys.recovery_step import Check, RecoveryStep
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.pile import Pile
from app.ui.widgets.working import Working

Change = Callable[[str], tuple[str, ...]]
MakePaper = Callable[[tuple[str, ...]], KeyPaper]


class FirstStep(Protocol):
    """What is asked before a new key is made: a new passphrase, or the one there is."""

    entered: SignalInstance

    def ready(self) -> str:
        """The passphrase; "" after saying what is missing."""

    def first_focus(self) -> QWidget:
        """Where the focus goes."""

    def wipe(self) -> None:
        """Empty what was typed."""


class NewKey(QWidget):
    """``change`` takes the passphrase and gives the new key's lines; it runs in a worker.

    ``confirm(go_on)`` may ask before; it calls ``go_on`` for yes.
    """

    finished = Signal()

    def __init__(
        self,
        words: Words,
        change: Change,
        paper: MakePaper,
        check: Check,
        *,
        first: FirstStep | None = None,
        confirm: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._change = change
        self._paper = paper
        self._check = check
        self.recovery: RecoveryStep | None = None
        title = say("recover.new", "Choose a new passphrase")
        self.passphrase: FirstStep = first or PassphraseStep(words, title=title)
        self._confirm = confirm
        self.next = Button(say("first.next", "Next"), kind="main")
        self.later = Button(say("first.later", "Do this later"), kind="quiet")
        self.later.hide()
        self.trouble = Notice(kind="trouble")
        working = "Moving your journal to the new passphrase. This takes a moment."
        self.working = Working(say("recover.working", working))
        self.pile = Pile(cast("QWidget", self.passphrase))
        self.next.clicked.connect(self.go_on)
        self.later.clicked.connect(self.finished)
        self.passphrase.entered.connect(self.go_on)
        foot = Row(1, self.later, self.next, spacing=12)
        self.setLayout(Column(self.pile, self.trouble, self.working, foot, spacing=12))

    def first_focus(self) -> QWidget:
        """Return where the focus goes."""
        return self.recovery.first_focus() if self.recovery is not None else self.passphrase.first_focus()

    def go_on(self) -> None:
        """Change the passphrase, or finish once a line of the new key was typed back."""
        if self.recovery is None:
            new = self.passphrase.ready()
            if new and self._confirm is not None:
                self._confirm(partial(self._begin, new))
            elif new:
                self._begin(new)
        elif self.recovery.ready():
            self.finished.emit()

    def _begin(self, passphrase: str) -> None:
        self.trouble.say("")
        self.working.begin()
        self.next.setEnabled(False)
        work = partial(self._change, passphrase)
        background.run(self, work, done=self._changed, failed=self._failed)

    def _changed(self, lines: tuple[str, ...]) -> None:
        self.passphrase.wipe()
        self.working.end()
        self.next.setEnabled(True)
        self.next.set_kind("plain")
        self.later.show()
        choose = random.SystemRandom().choice
        self.recovery = RecoveryStep(self._words, self._paper(lines), self._check, choose)
        self.recovery.entered.connect(self.go_on)
        self.pile.add(self.recovery)
        self.pile.show_only(self.recovery)
        self.recovery.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self.working.end()
        self.next.setEnabled(True)
        self.trouble.say(errors.sentence(error, self._words))
