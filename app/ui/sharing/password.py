"""A password for the PDF: four words that are offered, or one's own typed twice (document.md 10.8)."""

import secrets

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.services.passphrase import strength
from app.services.passphrase import words as plain_words
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.strength_meter import StrengthMeter
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox

OFFERED = 4  # plain words
LONGEST = 127  # bytes: a PDF reads no more of a password
_MEASURE_AFTER_MS = 120


class PasswordChoice(QWidget):
    """`password` is what opens the file, empty for none; `trouble` what is still to be done about it."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._offered = ""
        self.ask = TickBox(say("share.password", "Ask for a password to open it"))
        self._shown = Text("", "words")
        self._other = Button(say("share.other_words", "Other words"), kind="link", size="small")
        self._own = Button(say("share.own_password", "A password of my own"), kind="link", size="small")
        self._back = Button(say("share.four_words", "Four words instead"), kind="link", size="small")
        self.first, self.again = PassphraseField(words), PassphraseField(words)
        self.first_row = self._row(say("share.password.own", "Your own password"), self.first)
        self.again_row = self._row(say("first.again", "The same again"), self.again)
        self._meter = StrengthMeter()
        self._measuring = QTimer(self, singleShot=True, interval=_MEASURE_AFTER_MS)
        tell = "Tell it to them another way than the file, for example by phone. It is shown only here."
        self._lay_out(Text(say("share.tell", tell), "caption", tone="ink3"))
        self._connect()
        self._arrange()

    @property
    def password(self) -> str:
        """What opens the file; empty for none, and while one's own is not ready."""
        if not self.ask.isChecked():
            return ""
        return ("" if self.trouble else self.first.text) if self._is_own else self._offered

    @property
    def trouble(self) -> str:
        """What is still missing, as a sentence; empty where the file can be saved."""
        if not self.ask.isChecked() or not self._is_own:
            return ""
        say, text = self._words.say, self.first.text
        if not text:
            return say("share.password.empty", "Type a password, or take the four words.")
        if len(text.encode()) > LONGEST:
            long = "A PDF reads only the first {n} bytes of a password. This one has {has}. Shorten it."
            return say("share.password.long", long, n=LONGEST, has=len(text.encode()))
        if text != self.again.text:
            return say("first.different", "These two are not the same yet.")
        return ""

    def show_trouble(self) -> None:
        """Say at the field what is missing, and move there."""
        same = self.trouble == self._words.say("first.different", "These two are not the same yet.")
        (self.again_row if same else self.first_row).show_error(self.trouble)

    def forget(self) -> None:
        """Forget the words: they are never kept."""
        self._offered = ""
        self.first.wipe()
        self.again.wipe()

    @property
    def _is_own(self) -> bool:
        return self._own.property("chosen") is True

    def _lay_out(self, tell: Text) -> None:
        offered = Column(self._shown, Row(self._other, self._own, 1, spacing=16), spacing=4)
        own = Column(self.first_row, self._meter, self.again_row, Row(self._back, 1), spacing=8)
        self._four, self._two = Group(offered), Group(own)
        self._more = Group(Column(self._four, self._two, tell, spacing=6, margins=(32, 0, 0, 4)))
        self.setLayout(Column(self.ask, self._more, spacing=2))

    def _connect(self) -> None:
        self.ask.toggled.connect(self._asked)
        self._other.clicked.connect(self._offer)
        self._own.clicked.connect(self._take_own)
        self._back.clicked.connect(self._take_four)
        self._measuring.timeout.connect(self._measure)
        for field in (self.first, self.again):
            field.line.textChanged.connect(self._typed)

    def _row(self, label: str, field: PassphraseField) -> FormRow:
        row = FormRow(label, field.line, shown=field)
        field.line.setAccessibleName(label)
        return row

    def _arrange(self) -> None:
        self._more.setVisible(self.ask.isChecked())
        self._four.setVisible(not self._is_own)
        self._two.setVisible(self._is_own)

    def _asked(self, on: bool) -> None:
        if on and not self._offered:
            self._offer()
            return
        self._arrange()
        self.changed.emit()

    def _offer(self) -> None:
        self._offered = " ".join(secrets.choice(plain_words()) for _ in range(OFFERED))
        self._shown.say(self._offered)
        self._arrange()
        self.changed.emit()

    def _take_own(self) -> None:
        self._choose(own=True)
        self.first.setFocus()

    def _take_four(self) -> None:
        self._choose(own=False)
        self._other.setFocus()

    def _choose(self, *, own: bool) -> None:
        self._own.setProperty("chosen", own)
        self._arrange()
        self.changed.emit()

    def _typed(self) -> None:
        self.first_row.show_error("", move=False)
        self.again_row.show_error("", move=False)
        self._measuring.start()
        self.changed.emit()

    def _measure(self) -> None:
        if not self.first.text:
            self._meter.show_strength(0, "", "")
            return
        found = strength(self.first.text)
        word = self._words.say(*found.word)
        self._meter.show_strength(found.bars, word, "")
