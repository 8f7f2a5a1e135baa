"""A table from another tracker: which column is what, and the first rows as they will be."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.journal import Journal
from app.domain.records import Symptom
from app.domain.wording import Phrase
from app.services.tables import DATES, Role, Table, TableFound, guess, rows_in
from app.ui.bringing.describing import suggestion_row
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox

SHOWN, LOOKED_AT, NAMED = 5, 2_000, 10
"""Rows shown as they will be; rows looked through while choosing; lines named that are not understood."""

_ROLES = {
    Role.NOTHING: Phrase("table.role.nothing", "Leave it out"),
    Role.DATE: Phrase("table.role.date", "The date"),
    Role.MONTH_FIRST: Phrase("table.role.month first", "The date, month first"),
    Role.TIME: Phrase("table.role.time", "The time of day"),
    Role.SYMPTOM: Phrase("table.role.symptom", "The name of the symptom"),
    Role.RATING: Phrase("table.role.rating", "How bad, 0 to 10"),
    Role.NUMBER: Phrase("table.role.number", "A number to keep"),
    Role.WORDS: Phrase("table.role.words", "Words to keep"),
}


class TableStep(QWidget):
    """``chosen(roles, keep_left)`` goes on with these columns; ``left()`` goes back."""

    chosen = Signal(object, bool)
    left = Signal()

    def __init__(self, desk: Desk, table: Table, title: str) -> None:
        super().__init__()
        self._desk, self._table, self._title = desk, table, title
        say = desk.words.say
        self.back = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self.go_on = Button(say("table.go_on", "Go on"), kind="main")
        self.keep = TickBox(say("table.keep", "Keep lines that are not understood as notes"))
        names = [say(*phrase) for phrase in _ROLES.values()]
        self.pickers = [PickList(head, names) for head in table.heads]
        self.rows = [FormRow(head, picker) for head, picker in zip(table.heads, self.pickers, strict=True)]
        for picker, role in zip(self.pickers, guess(table), strict=True):
            picker.setCurrentIndex(list(_ROLES).index(role))
        self.list = RecordList(say("table.first", "The first rows, as they will be"), grows=True)
        self.trouble = Text(tone="ink2")
        self._lay_out()
        self._connect()
        self._show()

    @property
    def roles(self) -> tuple[Role, ...]:
        """What the person says each column is."""
        return tuple(list(_ROLES)[picker.currentIndex()] for picker in self.pickers)

    def first_focus(self) -> QWidget:
        """The first column."""
        return self.pickers[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on, Esc goes back."""
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        say, words = self._desk.words.say, self._desk.words
        count = words.count(
            "table.count",
            "{n} row in {title}",
            "{n} rows in {title}",
            len(self._table.lines),
            title=self._title,
        )
        column = Column(
            Row(self.back, 1),
            Heading(say("table.title", "Which column is what?"), "title_small"),
            Text(count, tone="ink2"),
            Group(FlowLayout(*map(self._with_sample, range(len(self.rows))), gap=20)),
            Heading(say("table.first", "The first rows, as they will be")),
            self.list,
            self.trouble,
            self.keep,
            Row(self.go_on, 1),
            1,
            spacing=14,
        )
        self.setLayout(column)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.go_on.clicked.connect(self._go_on)
        for picker in self.pickers:
            picker.currentIndexChanged.connect(partial(self._show))

    def _with_sample(self, place: int) -> QWidget:
        """A column's field, with a cell of it below: on one line, so that all fields stand level."""
        sample = self._sample(place)
        self.pickers[place].setAccessibleDescription(sample)
        return Group(Column(self.rows[place], Text(sample, "caption", wrap=False), spacing=4))

    def _sample(self, place: int) -> str:
        """One cell, cut so that all fields stand in line."""
        cell = next(iter(self._table.column(place)), "")
        cut = cell if len(cell) <= _CELL else f"{cell[:_CELL].rstrip()} …"
        return self._desk.words.say("table.sample", "For example: {cell}", cell=cut or "-")

    def _show(self, _index: int = 0) -> None:
        """Show the first rows as they will be, and which lines are not understood."""
        for row in self.rows:
            row.show_error("")
        if not DATES & set(self.roles):
            self.list.show_rows(())
            self.trouble.say(self._desk.words.say("table.no_date", "Say first which column is the date."))
            return
        self.list.show_rows(tuple(self._rows(self._told(SHOWN))))
        self._say_left(self._told(LOOKED_AT))

    def _told(self, most: int) -> TableFound:
        first = replace(self._table, lines=self._table.lines[:most])
        return rows_in(first, self.roles, self._title, self._desk.now(), self._desk.session.make_id)

    def _rows(self, told: TableFound) -> Iterator[RecordRow]:
        journal = Journal.holding(*told.found.records)
        for record in told.found.records:
            if not isinstance(record, Symptom):
                yield suggestion_row(record, journal, self._desk.words, kept=True)

    def _say_left(self, told: TableFound) -> None:
        words = self._desk.words
        self.keep.setVisible(bool(told.left))
        if not told.left:
            self.trouble.say("")
            return
        lines = ["", *(f"{line.number}: {line.text}" for line in told.left[:NAMED])]
        left = words.count(
            "table.left",
            "{n} line was not understood. It can be kept as a note.",
            "{n} lines were not understood. They can be kept as notes.",
            len(told.left),
        )
        self.trouble.say(left + "\n".join(lines))

    def _go_on(self) -> None:
        if DATES & set(self.roles):
            self.chosen.emit(self.roles, self.keep.isChecked() and self.keep.isVisible())
            return
        say = self._desk.words.say
        self.rows[0].show_error(say("table.no_date", "Say first which column is the date."))


_CELL = 16
