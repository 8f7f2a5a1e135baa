"""What stands in the line's place: how it starts, what the filters leave, that it is being drawn."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.layout import Column
from app.ui.widgets.text import Text


class LineStates(QWidget):
    """``add()`` asks to write down something from before, ``everything()`` to take all filters away."""

    add = Signal()
    everything = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.first = Button(say("timeline.before", "Add something from before"), kind="main", icon="plus")
        self.show_all = Button(say("timeline.everything", "Show everything"))
        self.empty = EmptyState(
            say("timeline.empty", "Your line starts here."),
            say(
                "timeline.empty.more",
                'Add the first thing you remember, even roughly: "knees, around autumn 2022".',
            ),
            (self.first,),
        )
        self.hidden = Text("", "story")
        self.working = Text(say("timeline.drawing", "Drawing…"), tone="ink3")
        self.setLayout(Column(self.working, self.empty, self.hidden, self.show_all, spacing=12))
        self.first.clicked.connect(self.add)
        self.show_all.clicked.connect(self.everything)
        self._show()

    def show_line(self) -> None:
        """Give way to the line."""
        self._show()

    def show_working(self) -> None:
        """Say that it is being drawn."""
        self._show(self.working)

    def show_empty(self) -> None:
        """Say how a line starts."""
        self._show(self.empty)

    def show_hidden(self, since: date) -> None:
        """Say that the filters leave nothing of a line that begins on a day."""
        said = "Nothing of that kind between {month} and today."
        self.hidden.say(self._words.say("timeline.hidden", said, month=self._words.month(since)))
        self._show(self.hidden, self.show_all)

    def first_focus(self) -> QWidget:
        """The way on."""
        return self.show_all if self.show_all.isVisibleTo(self) else self.first

    def _show(self, *parts: QWidget) -> None:
        for part in (self.working, self.empty, self.hidden, self.show_all):
            part.setVisible(part in parts)
        self.setVisible(bool(parts))
