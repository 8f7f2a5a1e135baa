"""Where the PDF goes, the button that saves it, and what became of the last one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text


class ShareFoot(QWidget):
    """`save`, `elsewhere`, `folder` and `delete` follow the buttons; `see` is the way to the pages."""

    save = Signal()
    elsewhere = Signal()
    folder = Signal()
    delete = Signal()

    def __init__(self, words: Words, see: Button) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.button = Button(say("share.save", "Save the PDF"), kind="main", icon="file-pdf", size="big")
        again = Button(say("share.another", "Choose another place"), size="small")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.another = Button(say("share.elsewhere", "Another place"), kind="link", size="small")
        self._place = Text("", "small", tone="ink2")
        self._show = Button(say("share.show_folder", "Show in folder"), size="small")
        self._delete = Button(say("share.delete", "Delete the file"), size="small")
        self.trouble = Notice(kind="trouble", actions=(again,))
        self.saved = Notice(actions=(self._show, self._delete))
        plain = "The PDF is not encrypted unless you give it a password. Told Once notes that you shared it."
        place = Row(self._place, self.another, spacing=12)
        place.setStretch(0, 1)
        self.setLayout(
            Column(
                self.trouble, self.saved, self.button, Row(see, 1), place,
                Text(say("share.plain", plain), "caption", tone="ink3"),
                spacing=8, margins=(40, 8, 28, 12),
            )
        )  # fmt: skip
        self.button.clicked.connect(self.save)
        again.clicked.connect(self.elsewhere)
        self.another.clicked.connect(self.elsewhere)
        self._show.clicked.connect(self.folder)
        self._delete.clicked.connect(self.delete)

    def show_reader(self, whom: str) -> None:
        """Say on the button whom it is for."""
        words = self._words.say("share.save", "Save the PDF")
        if whom:
            words = self._words.say("share.save_for", "Save the PDF for {name}", name=whom)
        self.button.say(words)
        self.button.setAccessibleName(words)

    def show_place(self, folder: str) -> None:
        """Say where it goes."""
        self._place.say(self._words.say("share.where", "It goes to {folder}.", folder=folder))
