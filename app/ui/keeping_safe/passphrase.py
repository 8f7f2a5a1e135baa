"""Passphrase and keys: changing, checking, and what this computer remembers (interface.md 11.13)."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.errors import is_known
from app.ui import background
from app.ui.desk import Desk
from app.ui.errors import sentence
from app.ui.keeping_safe.key_flows import Asking, OldAndNew, TheOneThereIs, WithBack
from app.ui.keeping_safe.panel import Panel
from app.ui.keeping_safe.section import Section
from app.ui.keys.key_check import KeyCheck
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.line_check import LineCheck
from app.ui.keys.new_key import NewKey
from app.ui.widgets.ask import Ask
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.picture import Picture
from app.ui.widgets.pile import Pile
from app.ui.widgets.text import Text


class PassphrasePanel(Panel):
    """What opens the journal. What is slow is done in a worker."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self.change = Button(say("keys_panel.change", "Change the passphrase"))
        self.check = Button(say("line_check.check", "Check it"))
        self.new = Button(say("keys_panel.new", "Make a new one"))
        self.remember = Button(say("keys_panel.remember", "Remember here"))
        self.forget = Button(say("keys_panel.forget", "Forget"))
        self.delete = Button(say("keys_panel.delete", "Delete them"), size="small")
        self._older = Notice(actions=(self.delete,))
        self._checked = Text("")
        self._fine = Group(_beside(Picture("check-circle-fill", "pine", 20), self._checked))
        self._unchecked = Notice()
        self._here = Text("")
        self._front = Column(spacing=18)
        self._pile = Pile(Group(self._front))
        self.flow: QWidget | None = None
        self._lay_out()
        self.change.clicked.connect(self.change_passphrase)
        self.check.clicked.connect(self.check_key)
        self.new.clicked.connect(self.make_new_key)
        self.delete.clicked.connect(self.ask_to_delete)
        self.remember.clicked.connect(self.remember_here)
        self.forget.clicked.connect(self.forget_here)

    def first_focus(self) -> QWidget | None:
        """The first button, or what is open in its place."""
        first = getattr(self.flow, "first_focus", None)
        found = first() if first is not None else self.change
        return found if isinstance(found, QWidget) else None

    def refresh(self) -> None:
        """Say how the keys stand."""
        words, keys = self.words, self.desk.session.keys
        checked = keys.recovery_key_checked
        if checked:
            self._checked.say(
                words.say(
                    "keys_panel.checked", "Checked on {day}", day=words.day(date.fromisoformat(checked))
                )
            )
        self._fine.setVisible(bool(checked))
        self._unchecked.say("" if checked else words.say("keys_panel.unchecked", "Not checked yet"))
        older = len(self.desk.session.backups.of_older_passphrases())
        self._older.say(
            words.count(
                "keys_panel.older",
                "{n} backup still opens with an older passphrase.",
                "{n} backups still open with an older passphrase.",
                older,
            )
            if older
            else ""
        )
        here = keys.is_remembered_here
        remembered = words.say("keys_panel.here", "Remembered: this computer’s login opens it.")
        asked = words.say("keys_panel.not_here", "Not remembered: the passphrase is asked for each time.")
        self._here.say(remembered if here else asked)
        self.remember.setVisible(not here)
        self.forget.setVisible(here)

    def go_back(self) -> bool:
        """Go back from what is open; a change that has begun goes on to its end."""
        if self.flow is None:
            return False
        if not getattr(self.flow, "is_under_way", False):
            self.show_front()
        return True

    def show_front(self) -> None:
        """Show how the keys stand again."""
        flow, self.flow = self.flow, None
        self._pile.show_only(self._pile.parts[0])
        if flow is not None:
            flow.hide()
            flow.deleteLater()
        self.refresh()
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is opened

    def change_passphrase(self) -> None:
        """Ask for the old and the new one; then comes the new recovery key."""
        step = OldAndNew(self.desk)
        self._open_flow(step, step.change)

    def make_new_key(self) -> None:
        """Ask for the passphrase, and once more before the old key stops working."""
        step = TheOneThereIs(self.desk)
        self._open_flow(step, self.desk.session.keys.make_new_recovery_key, self._confirm)

    def check_key(self) -> None:
        """Ask one line back; the key itself is only shown until it has been checked."""
        if self.desk.session.keys.recovery_key_checked:
            check = LineCheck(self.desk.words, self.desk.session.keys.check_recovery_key)
            check.right.connect(self._right)
            self._open(WithBack(self.desk, check, check.answer))
        else:
            unchecked = KeyCheck(self.desk)
            unchecked.done.connect(self.show_front)
            self._open(unchecked)

    def ask_to_delete(self) -> Ask:
        """Ask before the backups that an older passphrase opens are deleted for ever."""
        say = self.words.say
        ask = Ask(
            self,
            say("keys_panel.delete.ask", "Delete the backups of older passphrases?"),
            say(
                "keys_panel.delete.more",
                "They cannot come back. Those that open with today’s passphrase stay.",
            ),
            do=say("keys_panel.delete.do", "Delete"),
            keep=say("trash.keep", "Keep"),
        )
        ask.yes.connect(self._delete_older)
        ask.open()
        return ask

    def _delete_older(self) -> None:
        try:
            count = self.desk.session.backups.delete_older()
        except Exception as error:  # noqa: BLE001 - a bug is told of as such
            self.desk.troubled.emit(sentence(error, self.words))
        else:
            self.desk.said.emit(
                self.words.count(
                    "keys_panel.deleted", "Deleted: {n} older backup", "Deleted: {n} older backups", count
                ),
                False,
            )
        self.refresh()

    def remember_here(self) -> None:
        """Let this computer's login open it from now on."""
        said = self.words.say("keys_panel.remembered", "Remembered on this computer")
        self._ask_keystore(self.desk.session.keys.remember_here, said)

    def forget_here(self) -> None:
        """Ask for the passphrase each time from now on."""
        said = self.words.say("keys_panel.forgotten", "Forgotten on this computer")
        self._ask_keystore(self.desk.session.keys.forget_here, said)

    # Within

    def _lay_out(self) -> None:
        say = self.words.say
        opens = (
            "It opens the journal, here and on any other computer. Backups made before a change still open "
            "with the old one."
        )
        key = "It opens the journal if you forget the passphrase. Keep it on paper, away from this computer."
        means = "Whoever can use this computer as you can then open the journal, without its passphrase."
        sections = (
            Section(
                say("keys_panel.passphrase", "Your passphrase"),
                Text(say("keys_panel.opens", opens), "small", tone="ink2"),
                self._older,
                buttons=(self.change,),
            ),
            Section(
                say("keys_panel.key", "Recovery key"),
                self._fine,
                self._unchecked,
                Text(say("keys_panel.key.what", key), "small", tone="ink2"),
                buttons=(self.check, self.new),
            ),
            Section(
                say("keys_panel.computer", "On this computer"),
                self._here,
                Text(say("keys_panel.computer.means", means), "small", tone="ink2"),
                buttons=(self.remember, self.forget),
            ),
        )
        for place, section in enumerate(sections):
            if place:
                self._front.addWidget(Hairline())
            self._front.addWidget(section)
        self.body.addWidget(self._pile)
        self.body.addStretch(1)

    def _open(self, flow: QWidget) -> None:
        self.flow = flow
        left = getattr(flow, "left", None)
        if left is not None:
            left.connect(self.show_front)
        self._pile.add(flow)
        self._pile.show_only(flow)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_flow(
        self,
        step: Asking,
        change: Callable[[str], tuple[str, ...]],
        confirm: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        check = self.desk.session.keys.check_recovery_key
        made = NewKey(self.words, change, self._paper, check, first=step, confirm=confirm)
        made.finished.connect(self._changed)
        self._open(WithBack(self.desk, made, made))

    def _confirm(self, go_on: Callable[[], None]) -> None:
        say = self.words.say
        ask = Ask(
            self,
            say("keys_panel.ask", "Make a new recovery key?"),
            say("keys_panel.ask.more", "The old key will stop working. Have a pen ready."),
            do=say("keys_panel.ask.do", "Make a new key"),
            keep=say("keys_panel.ask.keep", "Keep the old one"),
        )
        ask.yes.connect(go_on)
        ask.open()

    def _paper(self, lines: tuple[str, ...]) -> KeyPaper:
        return KeyPaper(lines=lines, day=self.words.day(self.desk.today()), name=self.desk.session.path.stem)

    def _changed(self) -> None:
        self.show_front()
        said = self.words.say(
            "keys_panel.changed", "Changed. Only the new ones open the journal from now on."
        )
        self.desk.said.emit(said, False)

    def _right(self) -> None:
        self.show_front()
        self.desk.said.emit(self.words.say("key_check.checked", "Recovery key checked."), False)

    def _ask_keystore(self, ask: Callable[[], None], said: str) -> None:
        for button in (self.remember, self.forget):
            button.setEnabled(False)
        background.run(self, ask, done=partial(self._kept, said), failed=self._not_kept)

    def _kept(self, said: str, _nothing: object) -> None:
        self._rest()
        self.desk.said.emit(said, False)

    def _not_kept(self, error: Exception) -> None:
        self._rest()
        if not is_known(error):
            raise error
        self.desk.troubled.emit(sentence(error, self.words))

    def _rest(self) -> None:
        for button in (self.remember, self.forget):
            button.setEnabled(True)
        self.refresh()


def _beside(picture: QWidget, text: QWidget) -> Row:
    row = Row(picture, text, spacing=8)
    row.setStretch(1, 1)
    return row
