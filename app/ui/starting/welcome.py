"""The first thing anyone sees."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text


class Welcome(QWidget):
    """Start, open, put a backup back, or change how it looks."""

    start = Signal()
    open_journal = Signal()
    put_back = Signal()
    looks = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.start_button = Button(say("welcome.start", "Start a journal"), kind="main")
        self.open_button = Button(say("welcome.open", "Open a journal I have"))
        self.backup_button = Button(say("welcome.backup", "Put a backup back"))
        self.looks_button = Button(say("looks.title", "How it looks"), kind="quiet")
        self.start_button.clicked.connect(self.start)
        self.open_button.clicked.connect(self.open_journal)
        self.backup_button.clicked.connect(self.put_back)
        self.looks_button.clicked.connect(self.looks)
        buttons = (self.start_button, self.open_button, self.backup_button, self.looks_button)
        title = say("welcome.title", "Tell your story once. Bring it everywhere.")
        text = say(
            "welcome.text",
            "A journal for living with a condition. Write a line a day, or only on the bad ones. "
            "When you see someone new, it becomes a page they can read in 90 seconds.",
        )
        self.setLayout(
            Column(
                Heading(title, "title", wrap=True),
                Narrow(Column(Text(text, "story")), 640),
                Group(FlowLayout(*buttons, gap=12)),
                1,
                spacing=24,
            )
        )

    def first_focus(self) -> QWidget:
        """Return where the focus goes."""
        return self.start_button
