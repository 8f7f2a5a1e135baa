"""Who types, said above every page until the journal is locked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text


class TypingBar(QFrame):
    """``reads_back()`` asks for what was typed, large."""

    reads_back = Signal()

    def __init__(self, words: Words, name: str) -> None:
        super().__init__()
        self.setProperty("strip", "typing")
        self.sentence = said(words, name)
        self.setAccessibleName(self.sentence)
        self.read_back = Button(words.say("typing.read_back", "Read it back to me"), size="small")
        text = Text(self.sentence, "small")
        middle = Column(1, text, 1, spacing=0)
        row = Row(Picture("pencil-simple-line", "honeyink", 20), middle, spacing=12, margins=(24, 8, 24, 8))
        row.addWidget(self.read_back)
        row.setStretch(1, 1)
        self.setLayout(row)
        self.read_back.clicked.connect(self.reads_back)


def said(words: Words, name: str) -> str:
    """Who types, and until when."""
    return words.say(
        "typing.bar", "{name} is typing for you. Private things are out of sight until you lock.", name=name
    )
