"""The locked cover: opening a journal, quickly, with stiff hands."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.i18n import Words
from app.services.errors import is_damaged, is_known
from app.services.session import Session
from app.ui import background, errors
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.new_key import NewKey
from app.ui.looks import keep_look
from app.ui.looks_panel import LooksPanel
from app.ui.typing_for_me.who_types import missing
from app.ui.unlocking.open_form import OpenForm
from app.ui.unlocking.other_ways import OtherWays
from app.ui.unlocking.recover_form import RecoverForm
from app.ui.unlocking.said import line_for, title_for
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.cover import Cover, Label
from app.ui.widgets.layout import Column
from app.ui.widgets.pile import Pile

_STILL_AFTER_MS = 3000


class Unlock(QWidget):
    """``opened`` follows when the journal is open, ``another(path)`` when a different one is chosen.

    ``new_journal`` asks for first run: this file stays as it is.

    ``why`` is how it came to be locked: "" (a usual start), "you", "quiet" or "computer".
    """

    opened = Signal()
    another = Signal(object)
    new_journal = Signal()

    def __init__(self, session: Session, path: Path, words: Words, *, why: str = "") -> None:
        super().__init__()
        self._session = session
        self._path = path
        self._words = words
        self._facts = session.cover(path)
        self.setAccessibleName("Told Once")
        look = session.state.look()
        self.form = OpenForm(
            words,
            title_for(self._facts, look, words),
            line_for(why, self._facts, look, words),
            self._facts.opens_with_login,
        )
        self.new_key: NewKey | None = None
        self.pile = Pile(self.form)
        self.ways = OtherWays(session, path, words, self.form, self.pile)
        self.bad_day = Button(words.say("cover.bad_day", "Bad day"), kind="cover", icon="moon-stars")
        self.bad_day.setVisible(self._facts.takes_bad_days)
        self._still = QTimer(self, singleShot=True, interval=_STILL_AFTER_MS)
        foot = words.say("cover.foot", "Encrypted on this computer. Nothing is sent anywhere.")
        self.cover = Cover(Label(Column(self.pile)), foot, (self.bad_day,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.cover)
        self._connect()
        self.form.show_facts(there=self._facts.is_there, place=str(path.parent))

    @cached_property
    def recover(self) -> RecoverForm:
        """The label for the recovery key; made when asked for."""
        made = RecoverForm(self._words)
        made.open.clicked.connect(self.open_with_key)
        made.fields.entered.connect(self.open_with_key)
        made.back.clicked.connect(self._show_form)
        made.neither.clicked.connect(self.ways.show_neither)
        self.pile.add(made)
        return made

    @cached_property
    def looks(self) -> LooksPanel:
        """How it looks; made when asked for."""
        made = LooksPanel(self._words, partial(keep_look, self._session))
        made.closed.connect(self._show_form)
        self.pile.add(made)
        return made

    def first_focus(self) -> QWidget:
        """Return the passphrase field."""
        return self.form.passphrase.line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send letters typed anywhere to the passphrase field."""
        typing = event.text().isprintable() and event.text() and not event.modifiers() & _CHORD
        if typing and self.pile.current is self.form:
            self.form.type_letter(event.text())
        else:
            super().keyPressEvent(event)

    # Opening

    def open_with_passphrase(self) -> None:
        """Try the passphrase; the words stay in the field if it is wrong."""
        typed = self.form.passphrase.text
        if not typed:
            self.form.trouble.say(self._words.say("cover.empty", "Type the passphrase first."))
            self.form.passphrase.setFocus()
            return
        self._work_named(partial(self._session.unlock, self._path, typed))

    def open_with_login(self) -> None:
        """Try this computer's login."""
        self._work_named(partial(self._session.unlock_with_login, self._path))

    def open_with_key(self) -> None:
        """Try the recovery key; what follows is a new passphrase."""
        work = partial(self._session.unlock_with_recovery_key, self._path, self.recover.fields.text)
        self._work(work, self._recovered)

    def _work_named(self, function: Callable[[], object]) -> None:
        """Open, once it is known who types where someone is to."""
        if self.form.typist_name == "":
            self.form.typist.show_error(missing(self._words))
        else:
            self._work(function, self._opened)

    def _work(self, function: Callable[[], object], done: Callable[[object], None]) -> None:
        opening = self._words.say("cover.opening", "Opening…")
        self._set_working(opening)
        self.form.damaged.put_away()
        spoken.announce(self, opening)
        self._still.start()
        background.run(self, function, done=done, failed=self._failed)

    def _set_working(self, word: str) -> None:
        self.form.set_working(word)
        if "recover" in self.__dict__:
            self.recover.set_working(word)

    def _rest(self) -> None:
        self._still.stop()
        self._set_working("")

    def _opened(self, _journal: object) -> None:
        if self.form.remember.isChecked() and not self._facts.opens_with_login:
            work = self._session.keys.remember_here
            background.run(self, work, done=self._finish, failed=self._finish)
        else:
            self._finish(None)

    def _finish(self, _result: object) -> None:
        self._rest()
        self.form.passphrase.wipe()
        if self.form.typist_name and self.pile.current is self.form:
            self._session.journal.begin_helping(self.form.typist_name)
        if "recover" in self.__dict__:
            self.recover.fields.wipe()
        self.opened.emit()

    def _failed(self, error: Exception) -> None:
        self._rest()
        shown = self.recover.trouble if self._recovers else self.form.trouble
        if not self._recovers:
            self.pile.show_only(self.form)
        shown.say(errors.sentence(error, self._words))
        if is_damaged(error):
            self.ways.tell_damaged()
            self._show_form()
        if self.pile.current is self.form:
            self.form.passphrase.line.selectAll()
            self.form.passphrase.setFocus()
        self.form.offer_look_again(look_again=not is_known(error) or not self._path.exists())

    @property
    def _recovers(self) -> bool:
        return "recover" in self.__dict__ and self.pile.current is self.recover

    def _still_opening(self) -> None:
        still = self._words.say("cover.still", "Still opening. Large journals take a little longer.")
        self.form.say_working(still)
        spoken.announce(self, still)

    # After the recovery key

    def _recovered(self, _journal: object) -> None:
        self._rest()
        self.bad_day.hide()
        self.new_key = NewKey(self._words, self._change, self._paper, self._session.keys.check_recovery_key)
        self.new_key.finished.connect(self._finish_new)
        self.pile.add(self.new_key)
        self.pile.show_only(self.new_key)
        self.new_key.first_focus().setFocus()

    def _change(self, passphrase: str) -> tuple[str, ...]:
        return self._session.keys.change_passphrase(passphrase)

    def _paper(self, lines: tuple[str, ...]) -> KeyPaper:
        day = self._words.day(self._session.clock.today())
        return KeyPaper(lines=lines, day=day, name=self._path.stem)

    def _finish_new(self) -> None:
        self._finish(None)

    # The rest of the label

    def _connect(self) -> None:
        self.form.open.clicked.connect(self.open_with_passphrase)
        self.form.passphrase.entered.connect(self.open_with_passphrase)
        self.form.login.clicked.connect(self.open_with_login)
        self.form.use_key.clicked.connect(self._show_recover)
        self.form.another.clicked.connect(self._choose_another)
        self.form.looks.clicked.connect(self._show_looks)
        self.form.typing.clicked.connect(self.form.ask_who_types)
        self.form.typist.line.returnPressed.connect(self.form.passphrase.setFocus)
        self.form.look_again.clicked.connect(self._look_again)
        self.form.find_file.clicked.connect(self._choose_another)
        self.ways.opened.connect(self._finish_new)
        self.ways.rescued.connect(self._show_rescued)
        self.ways.begun.connect(self._set_working)
        self.ways.failed.connect(self._failed)
        self.ways.by_login.connect(self.open_with_login)
        self.ways.new_journal.connect(self.new_journal)
        self.ways.to_form.connect(self._show_form)
        self.ways.to_key.connect(self._show_recover)
        self.bad_day.clicked.connect(self._note_bad_day)
        self._still.timeout.connect(self._still_opening)

    def _show_rescued(self, target: Path) -> None:
        self._rest()
        self.another.emit(target)

    def _show_form(self) -> None:
        self.pile.show_only(self.form)
        self.form.passphrase.setFocus()

    def _show_recover(self) -> None:
        self.pile.show_only(self.recover)
        self.recover.fields.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_looks(self) -> None:
        self.pile.show_only(self.looks)
        self.looks.back.setFocus()

    def _look_again(self) -> None:
        self._facts = self._session.cover(self._path)
        self.form.show_facts(there=self._facts.is_there, place=str(self._path.parent))

    def _choose_another(self) -> None:
        dialog = QFileDialog(self, self.form.another.text(), str(self._path.parent), "*.toldonce")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.another.emit(Path(path))

    def _note_bad_day(self) -> None:
        work = partial(self._session.note_bad_day, self._path)
        background.run(self, work, done=self._noted, failed=self._failed)

    def _noted(self, kept: bool) -> None:
        if kept:
            noted = self._words.say("cover.bad_day.noted", "Bad day noted. You can close the lid.")
            self.form.line.say(noted)
            spoken.announce(self, noted)


_CHORD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
