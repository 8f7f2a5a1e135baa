"""The story of the chosen treatment: what happened to it, and what the person wrote."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.treatments.telling import ToldChange
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text

_DATE = 98


class StoryPanel(QWidget):
    """``opened(key)`` asks for the form of a change, ``moved(key)`` follows the chosen one."""

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._heading = Heading("", wrap=True)
        self.open = Button(words.say("treatments.open", "Open"), kind="link", size="small")
        named = words.say("story.name", "What happened")
        self.list = RecordList(named, grows=True, date=_DATE, lined=False)
        self._doses = Text("", "caption", tone="ink3")
        head = Row(self._heading, self.open, spacing=12, margins=(10, 0, 0, 0))
        head.setStretch(0, 1)
        column = Column(head, self.list, self._doses, 1, spacing=6)
        self.setLayout(column)
        self.list.opened.connect(self.opened)
        self.list.moved.connect(self.moved)

    def show_story(self, name: str, changes: tuple[ToldChange, ...], doses: str) -> None:
        """Show another treatment's life, or the same one after a change."""
        self._heading.say(name)
        open_name = self._words.say("treatments.open.name", "Open {name}", name=name)
        self.open.setAccessibleName(open_name)
        self.list.setAccessibleName(self._words.say("story.of", "What happened, {name}", name=name))
        self.list.show_rows(tuple(row_of(change) for change in changes))
        self._doses.say(doses)
        self._doses.setVisible(bool(doses))


def row_of(change: ToldChange) -> RecordRow:
    """One change as a row, the person's words in quotes."""
    return RecordRow(
        key=change.key,
        title=change.head,
        note=change.facts,
        words=f"“{change.own}”" if change.own else "",
        when=change.day.replace("\u00a0", " "),
        spoken=change.spoken,
    )
