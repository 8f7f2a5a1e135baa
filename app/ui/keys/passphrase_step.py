"""Choosing a passphrase: twice the same, with how hard it is to guess."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.services import passphrase
from app.services.passphrase import Strength
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.notice import Notice
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.strength_meter import StrengthMeter
from app.ui.widgets.text import Text

_MEASURE_AFTER_MS = 120


class Judge(Protocol):
    """Says how strong a passphrase is."""

    def __call__(self, text: str, /) -> Strength:
        """Return the strength of ``text``."""


class PassphraseStep(QWidget):
    """``ready()`` gives the passphrase, or "" after saying what is missing and moving there.

    ``entered`` follows Enter in the second field.
    """

    entered = Signal()

    def __init__(
        self,
        words: Words,
        *,
        title: str = "",
        judge: Judge = passphrase.strength,
        suggest: Callable[[], str] = passphrase.suggest,
    ) -> None:
        super().__init__()
        self._words = words
        self._judge = judge
        self._suggest = suggest
        self.first = PassphraseField(words)
        self.again = PassphraseField(words)
        self.meter = StrengthMeter()
        self.first_row = _row(words.say("first.passphrase", "Passphrase"), self.first)
        self.again_row = _row(words.say("first.again", "The same again"), self.again)
        self.suggest = Button(words.say("first.suggest", "Suggest five words"), icon="shuffle")
        self._measuring = QTimer(self, singleShot=True, interval=_MEASURE_AFTER_MS)
        self._connect()
        self._lay_out(title or words.say("first.choose", "Choose a passphrase"))

    def ready(self) -> str:
        """Return the passphrase where it will do; else say what is missing, and where."""
        strength = self._judge(self.first.text)
        if not strength.is_enough:
            self.first_row.show_error(self._sentence(strength))
            return ""
        if self.first.text != self.again.text:
            different = self._words.say("first.different", "These two are not the same yet.")
            self.again_row.show_error(different)
            return ""
        return self.first.text

    def first_focus(self) -> QWidget:
        """Return where the focus goes."""
        return self.first.line

    def wipe(self) -> None:
        """Empty both fields."""
        self.first.wipe()
        self.again.wipe()

    def _connect(self) -> None:
        self.first.line.textChanged.connect(self._typed)
        self.again.line.textChanged.connect(self._typed)
        self.first.entered.connect(self.again.setFocus)
        self.again.entered.connect(self.entered)
        self.suggest.clicked.connect(self._fill)
        self._measuring.timeout.connect(self._measure)

    def _lay_out(self, title: str) -> None:
        text = self._words.say(
            "first.four_words",
            "Four or five ordinary words are stronger than one clever one, and easier on a foggy day. "
            "Spaces are fine.",
        )
        warning = self._words.say(
            "first.no_reset",
            "We cannot reset it for you. Next you will get a recovery key, in case you forget.",
        )
        fields = Column(
            self.first_row, self.meter, self.again_row, Row(self.suggest, 1), Notice(warning), spacing=16
        )
        self.setLayout(
            Column(
                Heading(title, "title", wrap=True),
                Narrow(Column(Text(text, tone="ink2")), 600),
                Narrow(fields, 544),
                1,
                spacing=14,
            )
        )

    def _typed(self) -> None:
        self.first_row.show_error("", move=False)
        self.again_row.show_error("", move=False)
        self._measuring.start()

    def _measure(self) -> None:
        if not self.first.text:
            self.meter.show_strength(0, "", "")
            return
        strength = self._judge(self.first.text)
        word = self._words.say(*strength.word)
        sentence = self._sentence(strength).removeprefix(f"{word}. ").removeprefix(f"{word}: ")
        self.meter.show_strength(strength.bars, word, sentence[:1].upper() + sentence[1:])

    def _sentence(self, strength: Strength) -> str:
        return self._words.say(*strength.sentence)

    def _fill(self) -> None:
        self.first.show_text(self._suggest(), readable=True)
        self.first.setFocus()


def _row(label: str, field: PassphraseField) -> FormRow:
    row = FormRow(label, field.line, shown=field)
    field.line.setAccessibleName(label)
    return row
