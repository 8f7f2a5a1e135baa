"""Making a journal that only this person can open, in about three minutes."""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.i18n import Words
from app.services.session import Session
from app.ui import background, errors
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.passphrase_step import PassphraseStep
from app.ui.keys.recovery_step import Choose, RecoveryStep
from app.ui.looks import keep_look
from app.ui.looks_panel import LooksPanel
from app.ui.starting.computer_step import ComputerStep
from app.ui.starting.making import make_journal, put_back_and_open, settle
from app.ui.starting.put_back_step import PutBackStep
from app.ui.starting.steps_column import StepsColumn
from app.ui.starting.welcome import Welcome
from app.ui.starting.whose_step import Whose, WhoseStep
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import scrolling
from app.ui.widgets.text import Text
from app.ui.widgets.when_field import ReadWhen
from app.ui.widgets.working import Working

WELCOME, WHOSE, PASSPHRASE, RECOVERY, COMPUTER, PUT_BACK, LOOKS = range(7)


class FirstRun(QWidget):
    """Welcome, whose journal, passphrase, recovery key, this computer.

    ``opened`` follows when the journal is open; ``open_file(path)`` when one that exists is chosen.
    """

    opened = Signal()
    open_file = Signal(object)

    def __init__(
        self,
        session: Session,
        words: Words,
        read_when: ReadWhen,
        *,
        choose_line: Choose | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._choose_line = choose_line or random.SystemRandom().choice
        self._whose: Whose | None = None
        self._frames: list[Column] = []
        self.setAccessibleName("Told Once")
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._make_parts(read_when)
        self._connect()
        self._lay_out()
        self.go_to(WELCOME)

    # Parts

    def _make_parts(self, read_when: ReadWhen) -> None:
        words, say = self._words, self._words.say
        self.welcome = Welcome(words)
        self.whose = WhoseStep(words, read_when)
        self.passphrase = PassphraseStep(words)
        self.recovery: RecoveryStep | None = None
        self.computer = ComputerStep(words, self._session.places.backups)
        self.put_back = PutBackStep(words)
        self.looks = LooksPanel(words, partial(keep_look, self._session))
        self.steps = StepsColumn(words)
        self.back = Button(say("page.back", "Back"))
        self.later = Button(say("first.later", "Do this later"), kind="quiet")
        self.next = Button(say("first.next", "Next"), kind="main")
        self.trouble = Notice(kind="trouble")
        making = "Making your journal. This takes a moment on purpose: it makes guessing slow."
        self.working = Working(say("first.making", making))

    def _connect(self) -> None:
        self.welcome.start.connect(self._start)
        self.welcome.open_journal.connect(self._choose_journal)
        self.welcome.put_back.connect(self._open_put_back)
        self.welcome.looks.connect(self._open_looks)
        self.looks.closed.connect(self.go_back)
        self.put_back.wanted.connect(self._put_back)
        self.back.clicked.connect(self.go_back)
        self.later.clicked.connect(self._do_later)
        self.next.clicked.connect(self.go_on)
        self.whose.entered.connect(self.go_on)
        self.passphrase.entered.connect(self.go_on)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self._stages: list[QWidget] = [self.welcome, self.whose, self.passphrase, QWidget(), self.computer]
        self._stages += [self.put_back, self.looks]
        for stage in self._stages:
            self.stack.addWidget(self._framed(stage))
        self._where = Text("", "caption")
        self._above = Column(self._where, margins=(24, 16, 24, 0))
        self._below = Column(self.trouble, self.working, spacing=8, margins=(72, 0, 72, 0))
        self._foot = Row(self.back, 1, self.later, self.next, spacing=12, margins=(72, 8, 142, 32))
        right = Column(self._above, self.stack, self._below, self._foot, spacing=0)
        right.setStretch(1, 1)
        row = Row(self.steps, right, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)

    def _framed(self, stage: QWidget) -> QWidget:
        """Put a step into an area that scrolls, with the edges all steps have."""
        column = Column(stage)
        self._frames.append(column)
        self._fold()
        return scrolling(Group(column))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the steps into a line where there is little room."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again after a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fold()

    def _fold(self) -> None:
        theme = themes.current()
        roomy = fold_of(self.width(), theme.scale, theme.tokens.breakpoints) >= Fold.SMALL
        side, top, right = (72, 56, 142) if roomy else (20, 12, 20)
        for column in self._frames:
            column.set_margins((side, top, side, 16))
        if hasattr(self, "_foot"):
            self.steps.setVisible(roomy)
            self._where.setVisible(not roomy)
            self._below.set_margins((side, 0, side, 0))
            self._foot.set_margins((side, 8, right, 32 if roomy else 12))

    # Going from step to step

    @property
    def step(self) -> int:
        """Which of the steps is shown."""
        return self.stack.currentIndex()

    def go_to(self, step: int) -> None:
        """Show a step, with the focus on its first field."""
        self.trouble.say("")
        self.stack.setCurrentIndex(step)
        at = step if step <= COMPUTER else WELCOME
        self.steps.show_step(at)
        self._where.say(self.steps.in_words(at))
        inner = step in {WHOSE, PASSPHRASE, RECOVERY, COMPUTER}
        self.back.setVisible(step in {WHOSE, PASSPHRASE, COMPUTER, PUT_BACK})
        self.later.setVisible(step == RECOVERY)
        self.next.setVisible(inner)
        self.next.set_kind("plain" if step == RECOVERY else "main")
        finish = self._words.say("first.open", "Open my journal")
        self.next.say(finish if step == COMPUTER else self._words.say("first.next", "Next"))
        self._focus_first()

    def _focus_first(self) -> None:
        shown = self._stages[self.step]
        focus = getattr(shown, "first_focus", None)
        target = focus() if focus is not None else shown
        if isinstance(target, QWidget):
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Go one step back; a journal that is made stays made."""
        back_to = {PASSPHRASE: WHOSE, COMPUTER: RECOVERY if self.recovery else PASSPHRASE}
        self.go_to(back_to.get(self.step, WELCOME))

    def go_on(self) -> None:
        """Go on where this step is done; else it says what is missing."""
        if self.step == WHOSE:
            self._whose = self.whose.ready()
            if self._whose is not None:
                self.go_to(PASSPHRASE)
        elif self.step == PASSPHRASE:
            passphrase = self.passphrase.ready()
            if passphrase:
                self._make(passphrase)
        elif self.step == RECOVERY and self.recovery is not None:
            if self.recovery.ready():
                self._open_computer()
        elif self.step == COMPUTER:
            self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Alt+Left; Esc does so too, but never from the passphrase or the key."""
        back = event.matches(QKeySequence.StandardKey.Back)
        escape = event.key() == Qt.Key.Key_Escape and self.step not in {PASSPHRASE, RECOVERY}
        if (back or escape) and self.step not in {WELCOME, RECOVERY}:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _start(self) -> None:
        self.go_to(WHOSE)

    def _open_put_back(self) -> None:
        self.go_to(PUT_BACK)

    def _open_looks(self) -> None:
        self.go_to(LOOKS)

    def _choose_journal(self) -> None:
        dialog = QFileDialog(self, self.welcome.open_button.text(), "", "*.toldonce")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.open_file.emit(Path(path))

    # Making the journal

    def _make(self, passphrase: str) -> None:
        if self._whose is None:
            return
        work = partial(make_journal, self._session, self._whose, passphrase)
        self._work(work, self._made)

    def _made(self, lines: tuple[str, ...]) -> None:
        self.passphrase.wipe()
        self._rest()
        paper = KeyPaper(
            lines=lines,
            day=self._words.day(self._session.clock.today()),
            name=self._whose.name if self._whose else "",
        )
        check = self._session.keys.check_recovery_key
        self.recovery = RecoveryStep(self._words, paper, check, self._choose_line)
        self.recovery.entered.connect(self.go_on)
        before = self.stack.currentIndex()
        self._stages[RECOVERY] = self.recovery
        self.stack.insertWidget(RECOVERY, self._framed(self.recovery))
        self.stack.removeWidget(self.stack.widget(RECOVERY + 1) or self.recovery)
        self.stack.setCurrentIndex(before)
        self.go_to(RECOVERY)

    def _do_later(self) -> None:
        later = (
            "All right. Today will keep it waiting for you. Until then a forgotten passphrase "
            "cannot be helped."
        )
        self._open_computer()
        said = self._words.say("first.later.said", later)
        self.steps.say(said)
        if self.steps.isHidden():
            self._where.say(said)
        spoken.announce(self, said)

    def _open_computer(self) -> None:
        if self.recovery is not None:
            self.recovery.clipboard.clear()
        self.go_to(COMPUTER)
        background.run(
            self,
            self._session.login.is_possible,
            done=self.computer.allow_login,
            failed=self._no_login,
        )

    def _no_login(self, _error: Exception) -> None:
        self.computer.allow_login(possible=False)

    def _finish(self) -> None:
        choices = self.computer.choices
        self._work(partial(settle, self._session, choices), self._settled)

    def _settled(self, _nothing: object) -> None:
        self._rest()
        self.opened.emit()

    def _put_back(self, backup: Path, passphrase: str) -> None:
        self._work(partial(put_back_and_open, self._session, backup, passphrase), self._settled)

    # Working

    def _work(self, function: Callable[[], object], done: Callable[..., None]) -> None:
        self.working.begin()
        self.next.setEnabled(False)
        self.put_back.button.setEnabled(False)
        background.run(self, function, done=done, failed=self._failed)

    def _rest(self) -> None:
        self.working.end()
        self.next.setEnabled(True)
        self.put_back.button.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.trouble.say(errors.sentence(error, self._words))
