"""The usual label: passphrase, Open, and the other ways in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.typing_for_me.who_types import NameRow, title_of
from app.ui.unlocking.damaged import DamagedChoices
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox


class OpenForm(QWidget):
    """Parts only; the page decides what they do. ``by_login`` offers this computer's login."""

    def __init__(self, words: Words, title: str, line: str, by_login: bool) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._by_login = by_login
        self.title = Heading(title, "title", wrap=True)
        self.line = Text(line, "small", tone="ink2")
        self.passphrase = PassphraseField(words)
        self.row = FormRow(say("cover.passphrase", "Passphrase"), self.passphrase.line, shown=self.passphrase)
        self.open = Button(say("cover.open", "Open"), kind="main")
        self.login = Button(say("cover.login", "Open with this computer’s login"))
        self.login.setVisible(by_login)
        self.trouble = Notice(kind="trouble")
        self.look_again = Button(say("cover.look_again", "Look again"), size="small")
        self.find_file = Button(say("cover.find", "Find it"), size="small")
        self._missing = Group(Row(self.look_again, self.find_file, 1, spacing=8))
        self._missing.hide()
        self.damaged = DamagedChoices(words)
        self.remember = TickBox(say("cover.remember", "Remember on this computer"))
        self.remember.setChecked(by_login)
        self.use_key = Button(say("cover.use_key", "Use the recovery key"), kind="link")
        self.another = Button(say("cover.another", "Open another journal"), kind="link")
        self.looks = Button(say("looks.title", "How it looks"), kind="link")
        self.typing = Button(title_of(words), kind="link")
        self.typist = NameRow(words)
        self.typist.hide()
        self._working = Text("", "caption")
        self._working.hide()
        self._lay_out()

    def show_facts(self, *, there: bool, place: str) -> None:
        """Say where the file should be, if it is not there."""
        if there:
            self.trouble.say("")
        else:
            self.trouble.say(
                self._words.say(
                    "cover.missing",
                    "The journal’s file is not where it was: {place}. Is the stick or disk plugged in?",
                    place=place,
                )
            )
        self._missing.setVisible(not there)

    def offer_look_again(self, *, look_again: bool) -> None:
        """Offer to look for the file again."""
        self._missing.setVisible(look_again)

    def show_damaged(self, last: str) -> None:
        """Say that the file is damaged, and what can be done."""
        self.trouble.say(self.damaged.show_choices(last))

    def set_working(self, word: str) -> None:
        """Show ``word`` in the button while it works; "" when it is done."""
        self.open.say(word or self._words.say("cover.open", "Open"))
        for part in (self.open, self.login):
            part.setEnabled(not word)
        self._working.hide()

    def say_working(self, sentence: str) -> None:
        """Say why it takes long."""
        self._working.say(sentence)
        self._working.show()

    def type_letter(self, letter: str) -> None:
        """Take a letter that was typed somewhere else on the cover."""
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.line.insert(letter)

    def ask_who_types(self) -> None:
        """Ask for the name of who types for the person; a second press takes the question away."""
        asked = self.typist.isHidden()
        self.typist.setVisible(asked)
        self.typist.show_error("")
        (self.typist.line if asked else self.typing).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typist_name(self) -> str | None:
        """Who is to type for the person, "" while there is no name yet; None where nobody does."""
        return None if self.typist.isHidden() else self.typist.name

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear the field on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.passphrase.line.clear()
            self.trouble.say("")
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        beside = Column(1, self.open)
        opening = Row(self.row, beside, spacing=12)
        opening.setStretch(0, 1)
        links = Group(FlowLayout(self.use_key, self.another, self.looks, self.typing, gap=24))
        self.setLayout(
            Column(
                self.title,
                self.line,
                opening,
                self.login,
                self._working,
                self.trouble,
                self._missing,
                self.damaged,
                self.remember,
                self.typist,
                Hairline(),
                links,
                spacing=12,
            )
        )
