"""Where passphrase and key do not help: a backup, what can be read of a damaged file, or a new journal."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.i18n import Words
from app.services.session import Session
from app.ui import background
from app.ui.unlocking.open_form import OpenForm
from app.ui.widgets.pile import Pile

if TYPE_CHECKING:
    from app.ui.unlocking.backup_form import BackupForm
    from app.ui.unlocking.neither_form import NeitherForm


class OtherWays(QObject):
    """Puts its forms on the label's pile when they are asked for.

    ``opened`` follows when a backup stands in the file's place and is open, ``rescued(path)`` when what can
    be read was copied, ``begun(word)`` and ``failed(error)`` what is worked at meanwhile. ``by_login``,
    ``new_journal``, ``to_form`` and ``to_key`` are the buttons that lead elsewhere.
    """

    opened = Signal()
    rescued = Signal(object)
    begun = Signal(str)
    failed = Signal(object)
    by_login = Signal()
    new_journal = Signal()
    to_form = Signal()
    to_key = Signal()

    def __init__(self, session: Session, path: Path, words: Words, form: OpenForm, pile: Pile) -> None:
        super().__init__(pile)
        self._session, self._path, self._words = session, path, words
        self._form, self._pile = form, pile
        form.damaged.that_backup.clicked.connect(self.show_that_backup)
        form.damaged.rescue.clicked.connect(self.rescue)

    @cached_property
    def neither(self) -> "NeitherForm":
        """What is left without passphrase and key; made when asked for."""
        from app.ui.unlocking.neither_form import NeitherForm  # noqa: PLC0415 - the cover does without it

        made = NeitherForm(self._words, by_login=self._session.cover(self._path).opens_with_login)
        made.back.clicked.connect(self.to_key)
        made.login.clicked.connect(self.by_login)
        made.backup.clicked.connect(self.show_backups)
        made.new.clicked.connect(self.new_journal)
        self._pile.add(made)
        return made

    @cached_property
    def backups(self) -> "BackupForm":
        """A backup in the place of this file; made when asked for."""
        from app.ui.unlocking.backup_form import BackupForm  # noqa: PLC0415 - as above

        made = BackupForm(self._session, self._path, self._words)
        made.back.clicked.connect(self.to_form)
        made.opened.connect(self.opened)
        self._pile.add(made)
        return made

    def show_neither(self) -> None:
        """Tell what can still be tried, and what can't."""
        self._pile.show_only(self.neither)
        self.neither.back.setFocus()

    def show_backups(self) -> None:
        """Ask for a backup and its passphrase."""
        self._show_backups("")

    def show_that_backup(self) -> None:
        """Look into the newest backup, with the passphrase that was typed."""
        self._show_backups(self._form.passphrase.text)

    def tell_damaged(self) -> None:
        """Say that the file is damaged, and what can be done about it."""
        found = [one for one in self._session.backups_of(self._path) if one.opens]
        newest = max(found, key=lambda one: one.made, default=None)
        self._form.show_damaged(self._words.day(newest.day) if newest is not None else "")

    def rescue(self) -> None:
        """Copy what can be read of a damaged file into a new one."""
        target = self._session.free_path(self._path.stem)
        work = partial(self._session.rescue, self._path, target, self._form.passphrase.text)
        self.begun.emit(self._words.say("cover.rescuing", "Copying…"))
        background.run(self, work, done=partial(self._rescued, target), failed=self.failed.emit)

    def _rescued(self, target: Path, _count: int) -> None:
        self.rescued.emit(target)

    def _show_backups(self, passphrase: str) -> None:
        self.backups.show_backups(passphrase)
        self._pile.show_only(self.backups)
        self.backups.first_focus().setFocus()
