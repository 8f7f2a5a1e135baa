"""What was written about a symptom: what has words first, and on request every reading."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.symptoms.kept import Kept
from app.domain.derived.symptoms.written import written_of
from app.i18n import Words
from app.ui.symptoms.written_list import WrittenList
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline
from app.ui.widgets.text import Text

_FIRST = 8
_MORE = 50


class WrittenPanel(QWidget):
    """``opened(key)`` follows Enter or a click on a reading, ``trashed(key)`` Delete."""

    opened = Signal(str)
    trashed = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        heading = words.say("symptoms.written", "What you wrote")
        self._words = words
        self._kept: Kept | None = None
        self._today = date.min
        self._every = False
        self._most = _FIRST
        self.listed = WrittenList(heading)
        self._nothing = Text(words.say("symptoms.no_words", "Nothing written about it yet."), tone="ink2")
        self._all = Button("", kind="quiet", size="small")
        self._earlier = Button(
            words.say("timeline.earlier", "Show earlier"), kind="quiet", icon="caret-down", size="small"
        )
        buttons = Group(FlowLayout(self._earlier, self._all, gap=8))
        head = Column(Heading(heading), Hairline(), spacing=2)
        self.setLayout(Column(head, self._nothing, self.listed, buttons, spacing=0))
        self.listed.opened.connect(self.opened)
        self.listed.trashed.connect(self.trashed)
        self._all.clicked.connect(self._turn)
        self._earlier.clicked.connect(self._show_earlier)

    def start_over(self) -> None:
        """Show the first few of another symptom."""
        self._every, self._most = False, _FIRST

    def show_kept(self, kept: Kept, today: date) -> None:
        """Show the readings of a symptom."""
        self._kept, self._today = kept, today
        self._show()

    def _show(self) -> None:
        kept, words = self._kept, self._words
        if kept is None:
            return
        written, count = written_of(kept, self._today, words, every=self._every, most=self._most)
        self.listed.show_written(written)
        self.listed.setVisible(bool(written))
        self._nothing.setVisible(not written)
        self._earlier.setVisible(count > len(written))
        every = words.count(
            "symptoms.every",
            "Show {n} reading, with and without words",
            "Show all {n} readings, with and without words",
            len(kept.entries),
        )
        self._all.say(words.say("symptoms.only_words", "Show only what has words") if self._every else every)
        self._all.setVisible(bool(kept.entries) and (self._every or count < len(kept.entries)))

    def _turn(self) -> None:
        self._every, self._most = not self._every, _FIRST
        self._show()
        if self.listed.rows:
            self.listed.choose(self.listed.rows[0].key)

    def _show_earlier(self) -> None:
        """Show more; the focus goes to the first of them."""
        first = len(self.listed.rows)
        self._most += _MORE
        self._show()
        if len(self.listed.rows) > first:
            self.listed.choose(self.listed.rows[first].key)
            self.listed.setFocus()
