"""A backup in the place of a journal that is damaged, or whose passphrase is lost: a look inside first."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.journal import Journal
from app.domain.records import Person
from app.i18n import Words
from app.services.backups import BackupFile
from app.services.session import Session
from app.ui import background, errors
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text
from app.ui.widgets.working import Working


class BackupForm(QWidget):
    """``opened`` follows once a backup stands in the journal's place and is open."""

    opened = Signal()

    def __init__(self, session: Session, path: Path, words: Words) -> None:
        super().__init__()
        say = words.say
        self._session, self._path, self._words = session, path, words
        self._backups: tuple[BackupFile, ...] = ()
        self._read: tuple[BackupFile, str] | None = None
        self.back = Button(say("page.back", "Back"), icon="caret-left", kind="quiet", size="small")
        self.which = PickList(say("put_back.file", "The backup"))
        self.passphrase = PassphraseField(words)
        label = say("put_back.passphrase", "Its passphrase")
        self.row = FormRow(label, self.passphrase.line, shown=self.passphrase)
        self.look = Button(say("bring.look", "Look inside"))
        self.said = Text("")
        self.put_back = Button(say("put_back.button", "Put this back"), kind="main")
        self.trouble = Notice(kind="trouble")
        self.working = Working(say("copies.looking", "Looking inside…"))
        kept = say("cover.backup.kept", "The file that is there now is kept beside the backups.")
        self._found = Group(Column(self.said, Text(kept, "caption"), Row(self.put_back, 1), spacing=8))
        self._found.hide()
        self._none = Text(say("cover.backup.none", "No backup of it was found on this computer."))
        self._ask = Group(
            Column(FormRow(self.which.accessibleName(), self.which), self.row, Row(self.look, 1), spacing=10)
        )
        title = Heading(say("welcome.backup", "Put a backup back"), "title_small", wrap=True)
        parts = (title, self._none, self._ask, self.working, self.trouble, self._found)
        self.setLayout(Column(Row(self.back, 1), *parts, spacing=10))
        self.which.activated.connect(self._forget)
        self.look.clicked.connect(self.look_inside)
        self.passphrase.entered.connect(self.look_inside)
        self.put_back.clicked.connect(self.put_it_back)

    def first_focus(self) -> QWidget:
        """The passphrase, or the way back where there is no backup."""
        return self.passphrase.line if self._backups else self.back

    def show_backups(self, passphrase: str = "") -> None:
        """List what there is, the newest first; with a passphrase, look into that at once."""
        found = self._session.backups_of(self._path)
        self._backups = tuple(sorted(found, key=lambda one: one.made, reverse=True))
        self.which.clear()
        self.which.addItems([self._words.day(one.day) for one in self._backups])
        self._none.setVisible(not self._backups)
        self._ask.setVisible(bool(self._backups))
        self._forget()
        if passphrase and self._backups:
            self.passphrase.line.setText(passphrase)
            self.look_inside()

    def look_inside(self) -> None:
        """Read the chosen one, in a worker; only looks."""
        typed = self.passphrase.text
        if not typed:
            missing = self._words.say("put_back.no_passphrase", "Type its passphrase first.")
            self.row.show_error(missing)
            return
        self.row.show_error("", move=False)
        chosen = self._backups[max(self.which.currentIndex(), 0)]
        self._begin()
        work = partial(self._session.look_inside, chosen.path, typed)
        background.run(self, work, done=partial(self._show, chosen, typed), failed=self._failed)

    def put_it_back(self) -> None:
        """Put what was looked into in the journal's place, and open it."""
        if self._read is not None:
            self._begin()
            work = partial(_put_back_and_open, self._session, self._read[0].path, self._path, self._read[1])
            background.run(self, work, done=self._is_open, failed=self._failed)

    def _show(self, chosen: BackupFile, typed: str, inside: Journal) -> None:
        self._rest()
        words, person = self._words, inside.person
        count = sum(1 for record in inside if not isinstance(record, Person))
        entries = words.count("copies.entries", "{n} entry", "{n} entries", count)
        named = "{name}’s journal, {day}, {entries}."
        name = person.name if person is not None else ""
        self.said.say(
            words.say("copies.inside", named, name=name, day=words.day(chosen.day), entries=entries)
        )
        self._read = (chosen, typed)
        self._found.show()
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_open(self, _nothing: object) -> None:
        self._rest()
        self.passphrase.wipe()
        self.opened.emit()

    def _failed(self, error: Exception) -> None:
        self._rest()
        self.trouble.say(errors.sentence(error, self._words))
        self.passphrase.line.selectAll()
        self.passphrase.setFocus()

    def _forget(self) -> None:
        self._read = None
        self._found.hide()
        self.trouble.say("")

    def _begin(self) -> None:
        self.trouble.say("")
        self.working.begin()
        for button in (self.look, self.put_back):
            button.setEnabled(False)

    def _rest(self) -> None:
        self.working.end()
        for button in (self.look, self.put_back):
            button.setEnabled(True)


def _put_back_and_open(session: Session, backup: Path, path: Path, passphrase: str) -> None:
    session.put_back(backup, path, passphrase)
    session.unlock(path, passphrase)
