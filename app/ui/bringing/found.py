"""What we found: counts by kind, each suggestion to keep or leave, and what was not understood."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.i18n import Words
from app.services.importing import Suggestions
from app.ui.bringing.choosing import leave_out, take_in
from app.ui.bringing.describing import suggestion_row
from app.ui.bringing.groups import group_name, groups_of
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.picture import Picture
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox

SHOWN = 300
"""Suggestions shown one by one; more than that are kept or left by their kind."""


class TickList(RecordList):
    """Enter, Space or a click keeps or leaves the row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space does what Enter does; Ctrl+Enter is the page's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and self.key:
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)


class FoundStep(QWidget):
    """``wanted(left)`` asks to bring in all but these ids; ``left()`` goes back."""

    wanted = Signal(object)
    left = Signal()

    def __init__(self, words: Words, suggestions: Suggestions, journal: Journal) -> None:
        super().__init__()
        self._words = words
        self.suggestions = suggestions
        self._journal = journal.with_(*suggestions.new)
        self._left: frozenset[RecordId] = frozenset()
        self._groups = groups_of(suggestions.new)
        self._ticks = {group: TickBox("") for group in self._groups}
        self.list = TickList(words.say("bring.what", "What to keep"), grows=True)
        self.bring = Button("", kind="main", icon="download-simple")
        self._lay_out()
        self._connect()
        self._show()

    def first_focus(self) -> QWidget:
        """The first kind, or the way back where nothing is new."""
        return next(iter(self._ticks.values()), self._back)

    @property
    def kept(self) -> int:
        """How many would be brought in."""
        return len(self.suggestions.new) - len(self._left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter brings in, Esc goes back."""
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._bring()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        say, found = self._words.say, self.suggestions
        self._back = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        column = Column(
            Row(self._back, 1),
            Heading(say("bring.found", "What we found"), "title_small"),
            Text(say("bring.form", "{title}: {form}", title=found.title, form=found.form), tone="ink2"),
            spacing=14,
        )
        if found.someone_else:
            column.addWidget(Notice(self._look_twice(found.someone_else)))
        for sentence in self._remarks():
            column.addWidget(Text(sentence, "small"))
        for theirs, mine in found.matched:
            column.addWidget(_Matched(theirs, mine, self._words))
        kinds = Group(FlowLayout(*self._ticks.values(), gap=20))
        what = Heading(say("bring.what", "What to keep"))
        suggested = Group(Column(what, kinds, Row(self.bring, 1), self.list, spacing=14))
        suggested.setVisible(bool(found.new))
        column.addWidget(suggested)
        column.addStretch(1)
        self.setLayout(column)

    def _look_twice(self, name: str) -> str:
        return self._words.say(
            "bring.someone_else",
            "This file is about {name}, born on another day than you. Look twice before you bring it in.",
            name=name,
        )

    def _remarks(self) -> list[str]:
        words, found = self._words, self.suggestions
        remarks = []
        if not found.new:
            remarks.append(words.say("bring.nothing", "There is nothing new in this file."))
        if found.already:
            remarks.append(
                words.say("bring.already", "Already in your journal: {n}", n=words.number(found.already))
            )
        if found.not_written:
            parts = words.listing(found.not_written)
            remarks.append(words.say("bring.not_written", "Not written in this file: {parts}.", parts=parts))
        if found.not_understood:
            remarks.append(self._not_understood())
        if len(found.new) > SHOWN:
            remarks.append(
                words.count(
                    "bring.shown", "The first {n} is listed.", "The first {n} are listed one by one.", SHOWN
                )
            )
        return remarks

    def _not_understood(self) -> str:
        words, found = self._words, self.suggestions.not_understood
        parts = "; ".join(f"{name} ({words.number(count)})" for name, count in found)
        return words.count(
            "bring.not_understood",
            "{n} thing was not understood and stays in the file: {parts}.",
            "{n} things were not understood and stay in the file: {parts}.",
            sum(count for _, count in found),
            parts=parts,
        )

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.bring.clicked.connect(self._bring)
        self.list.opened.connect(self._turn)
        for kind, tick in self._ticks.items():
            tick.clicked.connect(partial(self._turn_kind, kind))

    def _turn(self, key: str) -> None:
        chosen = frozenset({RecordId(key)})
        self._keep(chosen) if RecordId(key) in self._left else self._leave(chosen)

    def _turn_kind(self, kind: str) -> None:
        chosen = frozenset(record.id for record in self._groups[kind])
        self._keep(chosen) if self._ticks[kind].isChecked() else self._leave(chosen)

    def _keep(self, chosen: frozenset[RecordId]) -> None:
        self._left = take_in(self.suggestions.new, self._left, chosen)
        self._show()

    def _leave(self, chosen: frozenset[RecordId]) -> None:
        self._left = leave_out(self.suggestions.new, self._left | chosen)
        self._show()

    def _bring(self) -> None:
        if self.kept:
            self.wanted.emit(self._left)

    def _show(self) -> None:
        words = self._words
        for kind, tick in self._ticks.items():
            of_kind = self._groups[kind]
            kept = sum(record.id not in self._left for record in of_kind)
            tick.setText(
                words.say(
                    "bring.count",
                    "{kind}: {kept} of {n}",
                    kind=group_name(kind, words),
                    kept=words.number(kept),
                    n=words.number(len(of_kind)),
                )
            )
            tick.setChecked(kept > 0)
            tick.updateGeometry()
        self.list.show_rows(
            tuple(
                suggestion_row(record, self._journal, words, kept=record.id not in self._left)
                for record in self.suggestions.new[:SHOWN]
            )
        )
        self.bring.say(words.say("bring.in", "Bring in {n}", n=words.number(self.kept)))


class _Matched(QWidget):
    """A symptom by its name in the file, an arrow, and its name in the journal."""

    def __init__(self, theirs: str, mine: str, words: Words) -> None:
        super().__init__()
        told = words.say("bring.matched", "“{theirs}” is {mine} here", theirs=theirs, mine=mine)
        name = Text(words.say("bring.theirs", "“{theirs}”", theirs=theirs), "small", wrap=False)
        self.setAccessibleName(told)
        self.setLayout(
            Row(name, Picture("arrow-right", "ink2", 16), Text(mine, "words_small", wrap=False), 1)
        )
