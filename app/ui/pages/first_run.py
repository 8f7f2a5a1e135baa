"""Making a journal that only this person can open, in about three minutes."""

import random
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

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
from app.ui.starting.step_frame import StepFrame
from app.ui.starting.welcome import Welcome
from app.ui.starting.whose_step import Whose, WhoseStep
from app.ui.widgets import spoken
from app.ui.widgets.when_field import ReadWhen

WELCOME, WHOSE, PASSPHRASE, RECOVERY, COMPUTER, PUT_BACK, LOOKS = range(7)


class FirstRun(StepFrame):
    """Welcome, whose journal, passphrase, recovery key, this computer. Each is made when reached.

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
        super().__init__(words)
        self._session = session
        self._words = words
        self._read_when = read_when
        self._choose_line = choose_line or random.SystemRandom().choice
        self._whose: Whose | None = None
        self.recovery: RecoveryStep | None = None
        self.step = WELCOME
        self.setAccessibleName("Told Once")
        self.back.clicked.connect(self.go_back)
        self.later.clicked.connect(self._do_later)
        self.next.clicked.connect(self.go_on)
        self.go_to(WELCOME)

    # The steps

    @cached_property
    def welcome(self) -> Welcome:
        """The first thing anyone sees."""
        made = Welcome(self._words)
        made.start.connect(self._start)
        made.open_journal.connect(self._choose_journal)
        made.put_back.connect(self._open_put_back)
        made.looks.connect(self._open_looks)
        return made

    @cached_property
    def whose(self) -> WhoseStep:
        """Step 1."""
        made = WhoseStep(self._words, self._read_when)
        made.entered.connect(self.go_on)
        return made

    @cached_property
    def passphrase(self) -> PassphraseStep:
        """Step 2."""
        made = PassphraseStep(self._words)
        made.entered.connect(self.go_on)
        return made

    @cached_property
    def computer(self) -> ComputerStep:
        """Step 4."""
        return ComputerStep(self._words, self._session.places.backups)

    @cached_property
    def put_back(self) -> PutBackStep:
        """Putting a backup back, instead of making a journal."""
        made = PutBackStep(self._words)
        made.wanted.connect(self._put_back)
        return made

    @cached_property
    def looks(self) -> LooksPanel:
        """How it looks."""
        made = LooksPanel(self._words, partial(keep_look, self._session))
        made.closed.connect(self.go_back)
        return made

    def _stage(self, step: int) -> QWidget:
        names = ("welcome", "whose", "passphrase", "recovery", "computer", "put_back", "looks")
        stage = getattr(self, names[step])
        return stage if isinstance(stage, QWidget) else self.passphrase

    # Going from step to step

    def go_to(self, step: int) -> None:
        """Show a step, with the focus on its first field."""
        self.step = step
        self.trouble.say("")
        self.back.setVisible(step in {WHOSE, PASSPHRASE, COMPUTER, PUT_BACK})
        self.later.setVisible(step == RECOVERY)
        self.next.setVisible(step in {WHOSE, PASSPHRASE, RECOVERY, COMPUTER})
        self.next.set_kind("plain" if step == RECOVERY else "main")
        finish = self._words.say("first.open", "Open my journal")
        self.next.say(finish if step == COMPUTER else self._words.say("first.next", "Next"))
        self.show_stage(self._stage(step), step if step <= COMPUTER else WELCOME)

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
        self.go_to(RECOVERY)

    def _do_later(self) -> None:
        later = (
            "All right. Today will keep it waiting for you. Until then a forgotten passphrase "
            "cannot be helped."
        )
        self._open_computer()
        said = self._words.say("first.later.said", later)
        self.tell(said)
        spoken.announce(self, said)

    def _open_computer(self) -> None:
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
        self.set_working(works=True)
        self._enable_put_back(on=False)
        background.run(self, function, done=done, failed=self._failed)

    def _rest(self) -> None:
        self.set_working(works=False)
        self._enable_put_back(on=True)

    def _enable_put_back(self, *, on: bool) -> None:
        if "put_back" in self.__dict__:
            self.put_back.button.setEnabled(on)

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.trouble.say(errors.sentence(error, self._words))
