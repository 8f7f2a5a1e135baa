"""Step 4: what this computer does by itself."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import RoundChoice

MINUTES = (1, 5, 15, 30, 60, 0)
USUAL_MINUTES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class OnThisComputer:
    """The choices: unlock with the login, minutes until it locks (0: only the lid), backups."""

    with_login: bool
    minutes: int
    backups: Path


class ComputerStep(QWidget):
    """``allow_login`` says whether this computer has a key store; until then the choice rests."""

    def __init__(self, words: Words, backups: Path) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.each_time = RoundChoice(say("computer.each_time", "Each time (safest)"))
        self.with_login = RoundChoice(
            say("computer.login", "Not on this computer: unlock with my login here")
        )
        self.each_time.setChecked(True)
        self.with_login.setEnabled(False)
        self._group = QButtonGroup(self)
        self._group.addButton(self.each_time)
        self._group.addButton(self.with_login)
        meaning = "Whoever can use this computer as you can then open the journal. You can change this later."
        self._login_note = Text(say("computer.login.meaning", meaning), "caption")
        lock = say("computer.lock", "Lock by itself after")
        self.minutes = PickList(lock, [self._minutes_words(n) for n in MINUTES])
        self.minutes.setCurrentIndex(MINUTES.index(USUAL_MINUTES))
        self.minutes_row = FormRow(lock, self.minutes)
        self.folder = Line(str(backups))
        self.choose = Button(say("computer.choose", "Choose"))
        self.choose.clicked.connect(self._choose)
        beside = Group(Row(self.folder, self.choose, spacing=8))
        self.folder_row = FormRow(say("computer.backups", "Keep backups in"), self.folder, shown=beside)
        self._lay_out()

    @property
    def choices(self) -> OnThisComputer:
        """What was chosen."""
        return OnThisComputer(
            with_login=self.with_login.isChecked(),
            minutes=MINUTES[self.minutes.currentIndex()],
            backups=Path(self.folder.text()),
        )

    def allow_login(self, possible: bool) -> None:
        """Offer the login where there is a key store; else say why not."""
        self.with_login.setEnabled(possible)
        if not possible:
            reason = self._words.say(
                "computer.no_keystore", "This computer has no key store that Told Once can use."
            )
            self._login_note.say(reason)
            self.with_login.setToolTip(reason)
            self.with_login.setAccessibleDescription(reason)

    def first_focus(self) -> QWidget:
        """Return where the focus goes."""
        return self.each_time

    def _minutes_words(self, minutes: int) -> str:
        if not minutes:
            return self._words.say("computer.lid", "when the lid closes only")
        return self._words.count("computer.minutes", "{n} minute", "{n} minutes", minutes)

    def _lay_out(self) -> None:
        say = self._words.say
        ask = say("computer.ask", "Ask for the passphrase")
        choices = Group(
            Column(Text(ask, "label"), self.each_time, self.with_login, self._login_note, spacing=6)
        )
        choices.setAccessibleName(ask)
        form = Column(choices, Row(self.minutes_row, 1), self.folder_row, spacing=18)
        title = Heading(say("computer.title", "On this computer"), "title", wrap=True)
        self.setLayout(Column(title, Narrow(form, 600), 1, spacing=18))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.choose.text(), self.folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()
