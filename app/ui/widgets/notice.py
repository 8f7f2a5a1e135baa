"""A strip that says one thing, with what to do about it at its end."""

from PySide6.QtWidgets import QFrame

from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text


class Notice(QFrame):
    """``kind`` is "gentle" or "trouble". One or two sentences and its actions; never a box."""

    def __init__(self, sentence: str = "", *, kind: str = "gentle", actions: tuple[Button, ...] = ()) -> None:
        super().__init__()
        self.kind = kind
        self._text = Text(sentence)
        tone, icon = ("honeyink", "info") if kind == "gentle" else ("brick", "warning")
        row = Row(
            Column(Picture(icon, tone, 20), 1), self._body(actions), spacing=10, margins=(16, 12, 16, 12)
        )
        row.setStretch(1, 1)
        self.setLayout(row)
        self.setProperty("strip", kind)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    @property
    def words(self) -> str:
        """The sentence shown, empty for none."""
        return self._text.words

    def say(self, sentence: str) -> None:
        """Show a sentence, at once for trouble; "" takes the strip away."""
        self._text.say(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            spoken.announce(self, sentence, at_once=self.kind == "trouble")

    def _body(self, actions: tuple[Button, ...]) -> Column:
        body = Column(self._text, spacing=10)
        if actions:
            body.addWidget(Group(FlowLayout(*actions, gap=8)))
        return body
