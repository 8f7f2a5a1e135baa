"""Small panels for one thing about an entry: when it was, and its tags."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from app.domain.records import PlanStep, Record, Visit
from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import RecordId
from app.services.errors import explain
from app.ui.desk import Desk
from app.ui.editors.boxes import when_box
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.over import Over

_WIDTH = 520
_MOST_TAGS = 16


class EntryPanel(Over):
    """A title, what is asked, Save and Close. A value that is refused says why below its field."""

    def __init__(self, desk: Desk, title: str, key: RecordId, parent: QWidget) -> None:
        super().__init__(title, parent, width=_WIDTH, height=0)
        say = desk.words.say
        self.desk, self.key = desk, key
        self.save_button = Button(say("editor.save", "Save"), kind="main", icon="check")
        self.close_button = Button(say("keys.close", "Close"), keys="Esc", size="small")
        self._column = Column(
            Row(Heading(title, wrap=True), 1, self.close_button), spacing=14, margins=(24, 20, 24, 20)
        )
        self.setLayout(self._column)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.finish)

    def ask(self, *parts: QWidget) -> None:
        """Put what is asked below the title, and Save below that."""
        for part in parts:
            self._column.addWidget(part)
        self._column.addLayout(Row(self.save_button, 1))

    def save(self) -> None:
        """Keep what was said; each panel its own."""

    def keep(self, change: Callable[[Record], Record], row: FormRow, said: str) -> None:
        """Keep the changed record and close; stay where it is refused."""
        record = self.desk.snapshot.get(Record, self.key)
        if record is None:
            self.finish()
            return
        try:
            changed = change(record)
        except InvalidRecord as refused:
            row.show_error(" ".join(explain(refused, self.desk.words)))
            return
        if self.desk.do(partial(self.desk.journal.amend, changed), said) is not None:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves from inside a field; Esc closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        else:
            super().keyPressEvent(event)


class WhenPanel(EntryPanel):
    """When it was, in words."""

    def __init__(self, desk: Desk, record: Record, parent: QWidget) -> None:
        title = desk.words.say("any_entry.when", "Change when")
        super().__init__(desk, title, record.id, parent)
        ahead = isinstance(record, Visit | PlanStep)
        self.box = when_box(desk.words, desk.read_when_ahead if ahead else desk.read_when)
        self.box.show(getattr(record, "when", None))
        self.row = FormRow(desk.words.say("any_entry.when.label", "When"), self.box.widget)
        self.ask(self.row)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.box.widget

    def save(self) -> None:
        """Keep the new date; one that did not change is left as it is."""
        if not self.box.touched:
            self.finish()
            return
        value = self.box.value
        when = self.desk.words.when(value) if value is not None else ""
        said = self.desk.words.say("any_entry.when.saved", "Changed when: {when}", when=when)
        self.keep(_with(when=value), self.row, said)


class TagPanel(EntryPanel):
    """The tags there are, each on or off, and a new one."""

    def __init__(self, desk: Desk, record: Record, parent: QWidget) -> None:
        say = desk.words.say
        super().__init__(desk, say("any_entry.tags", "Tags"), record.id, parent)
        self._tags = record.tags
        known = [tag for tag in known_tags(desk) if tag not in record.tags][:_MOST_TAGS]
        self.chips = [Chip(tag, on=tag in record.tags) for tag in (*record.tags, *known)]
        self.line = Line(example=say("any_entry.tag.example", "For example: holiday"))
        self.row = FormRow(say("any_entry.tag", "A new tag"), self.line)
        self.ask(Group(FlowLayout(*self.chips, gap=8)), self.row)

    def first_focus(self) -> QWidget:
        """The field for a new one."""
        return self.line

    def save(self) -> None:
        """Keep the tags that are on, and the new one."""
        on = [chip.text() for chip in self.chips if chip.isChecked()]
        new = self.line.text().strip()
        tags = tuple(dict.fromkeys((*on, new) if new else on))
        if tags == self._tags:
            self.finish()
            return
        names = self.desk.words.listing(tags)
        said = self.desk.words.say("any_entry.tags.saved", "Tags: {tags}", tags=names)
        none = self.desk.words.say("any_entry.tags.none", "No tags now")
        self.keep(_with(tags=tags), self.row, said if tags else none)


def known_tags(desk: Desk) -> list[str]:
    """Every tag in the journal, those used most first."""
    counts: dict[str, int] = {}
    for record in desk.snapshot:
        for tag in record.tags:
            counts[tag] = counts.get(tag, 0) + 1
    return sorted(counts, key=lambda tag: (-counts[tag], tag))


def _with(**fields: object) -> Callable[[Record], Record]:
    def change(record: Record) -> Record:
        return replace(record, **fields)  # type: ignore[arg-type]

    return change
