"""Who is typing? A name, and what then goes out of sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.records.text import NAME_LIMIT
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.over import Over
from app.ui.widgets.text import Text


class NameRow(FormRow):
    """The field for the name, on the cover and here."""

    def __init__(self, words: Words) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(NAME_LIMIT)
        super().__init__(words.say("typing.who", "Who is typing?"), self.line, explanation(words))

    @property
    def name(self) -> str:
        """The name, empty for none."""
        return " ".join(self.line.text().split())


class WhoTypes(Over):
    """``begun(name)`` follows Begin."""

    begun = Signal(str)

    def __init__(self, words: Words, parent: QWidget) -> None:
        title = title_of(words)
        super().__init__(title, parent, width=560, height=400)
        self._words = words
        self.row = NameRow(words)
        self.begin = Button(words.say("typing.begin", "Begin"), kind="main")
        self.leave = Button(words.say("typing.leave", "Not now"), kind="quiet")
        self.setLayout(
            Column(
                Heading(title, "title_small", wrap=True),
                Text(told(words)),
                self.row,
                Group(FlowLayout(self.begin, self.leave, gap=12)),
                1,
                spacing=16,
                margins=(28, 24, 28, 24),
            )
        )
        self.begin.clicked.connect(self.answer)
        self.leave.clicked.connect(self.finish)

    def first_focus(self) -> QWidget:
        """The name."""
        return self.row.line

    def answer(self) -> None:
        """Begin, once there is a name."""
        name = self.row.name
        if not name:
            self.row.show_error(missing(self._words))
            self.row.line.setFocus()
            return
        self.close()
        self.begun.emit(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answer()
        else:
            super().keyPressEvent(event)


def title_of(words: Words) -> str:
    """What it is called in menus and on the cover."""
    return words.say("action.typing", "Someone is typing for me")


def told(words: Words) -> str:
    """What happens then."""
    return words.say(
        "typing.told",
        "Private things, Share and Keep safe go out of sight until the journal is locked.",
    )


def explanation(words: Words) -> str:
    """What the name is for."""
    return words.say("typing.why", "What is written then says so, as in: typed by Ana, for me.")


def missing(words: Words) -> str:
    """What to do where there is no name."""
    return words.say("typing.missing", "Type a name first. Any name will do.")
