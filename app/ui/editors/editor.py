"""A form for one record, in the page: it can be left half done, and nothing typed in it is lost."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypedDict

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from app.domain.derived.naming import first_words
from app.domain.derived.today_written import typed_by
from app.domain.records import Record
from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import Sharing
from app.services.errors import explain
from app.ui.desk import Desk
from app.ui.editors.boxes import Box, sharing_box
from app.ui.tab_order import stops_in
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Form, FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text

_WIDTH = 680  # the longest good line of text (interface.md 2.4)
_DRAFT_AFTER_MS = 1000  # a second after the last key (vault.md 2.7) …
_DRAFT_AT_LEAST_MS = 5000  # … and at least every five (architecture.md 12.11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A record's field in a form: which, its label and hint, and the box that holds it.

    `own_label`: the box says its label itself (a tick box). `tucked`: how it went, which is out of sight
    until it is asked for where the person wants that (Keep safe, Locking). `get` and `put` are for what is
    not simply a field of the record: how to read it from the record, and how to put it back.
    """

    name: str
    label: str
    box: Box[Any]
    hint: str = ""
    own_label: bool = False
    tucked: bool = False
    get: Callable[[Any], Any] | None = None
    put: Callable[[Any, Any], Any] | None = None


_SHARING = "sharing"
"""Who may see it, among the fields of a draft."""

UNNAMED = "?"
"""Stands for the name of a new record until the person gives one; never shown and never saved."""


BEFORE, AFTER, ANSWER, CHANGE = "before:", "after:", "answer:", "change:"
"""Before an id: its visit is prepared, or written up; its question is answered; its treatment changed."""

DOORS = (BEFORE, AFTER, ANSWER)
"""Those that also name where the form's draft is kept."""


class Start(TypedDict):
    """How a form starts: where its draft is kept, and which field is empty."""

    place: str
    blank: str


def new_one(blank: str, kind: type[Record], *, new: bool) -> Start:
    """How the form of a new record starts; an old one starts as it is."""
    return Start(place=f"new {kind.KIND}", blank=blank) if new else Start(place="", blank="")


class Editor(QWidget):
    """Shows a record's fields, keeps a draft of what is typed, and saves all of it at once.

    `done` follows a save or leaving; what was typed and not saved waits as a draft under `place`, which a
    record that is not in the journal yet shares with the next new one of its kind. `blank` names the field
    that starts empty in a new record.
    """

    done = Signal()

    def __init__(
        self,
        desk: Desk,
        title: str,
        record: Record,
        fields: Sequence[Field],
        *,
        said: str,
        place: str = "",
        blank: str = "",
    ) -> None:
        super().__init__()
        self._desk, self.record, self._fields, self._said = desk, record, tuple(fields), said
        self._blank = blank
        self._place = place or f"{record.KIND}:{record.id}"
        self._sharing = sharing_box(desk.words, desk.clinicians(), record.sharing)
        self._rows = {field.name: self._row(field) for field in fields}
        self._build(title)
        for field in self._fields:
            field.box.show("" if field.name == blank else self._get(field))
        self._take_draft()
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._drafting_late = QTimer(self, singleShot=True, interval=_DRAFT_AT_LEAST_MS)
        for timer in (self._drafting, self._drafting_late):
            timer.timeout.connect(self.keep_draft)
        for box in (*(field.box for field in self._fields), self._sharing):
            box.changed.connect(self._typed)

    def first_focus(self) -> QWidget:
        """The first field."""
        return self._fields[0].box.widget

    @property
    def door(self) -> str:
        """What opens this form again, where a record has several; else nothing."""
        return self._place if self._place.startswith(DOORS) else ""

    @property
    def touched(self) -> bool:
        """Whether anything differs from the record."""
        return any(field.box.touched for field in self._fields) or self._sharing.touched

    def save(self) -> None:
        """Record what stands in the form; a field that is refused says why and takes the focus."""
        self._form.clear_errors()
        try:
            record = self._changed()
        except InvalidRecord as refused:
            self._refuse(refused)
            return
        beside = self._beside(record)
        change = self._desk.do(lambda: self._desk.journal.record(record, *beside), self._saved(record))
        if change is not None:
            self.record = record
            self._stop()
            self._desk.keep_draft(self._place, "")
            self.done.emit()

    def _beside(self, _record: Record) -> tuple[Record, ...]:
        """Other records that are saved with the form's own, in the same command."""
        return tuple(one for field in self._fields for one in field.box.beside())

    def _fitting(self) -> tuple[Field, ...]:
        """The fields that are shown: what stands in any other is not saved."""
        return self._fields

    def _saved(self, record: Record) -> str:
        """What the message says: something new by the name it was just given."""
        name = getattr(record, self._blank) if self._blank else ""
        if not name:
            return self._said
        return self._desk.words.say("editor.saved", "Saved: {name}", name=first_words(str(name)))

    def leave(self) -> None:
        """Go back. What was typed stays as a draft and comes back here."""
        self.keep_draft()
        self.done.emit()

    def throw_away(self) -> None:
        """Forget what was typed and go back."""
        self._stop()
        for field in self._fields:
            field.box.forget()
        self._desk.keep_draft(self._place, "")
        self.done.emit()

    def keep_draft(self) -> None:
        """Keep what stands in the form, in the encrypted journal."""
        self._stop()
        texts = {field.name: field.box.draft() for field in self._fields if field.box.touched}
        if self._sharing.touched:
            texts[_SHARING] = self._sharing.draft()
        self._desk.keep_draft(self._place, json.dumps(texts, ensure_ascii=False) if texts else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves from inside a text; Esc goes back."""
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def renew(self) -> None:
        """Take the record as the journal has it now: a command beside the form changed it."""
        self.record = self._desk.snapshot.records.get(self.record.id, self.record)

    @property
    def sharing(self) -> Box[Sharing]:
        """Who may see it, as it stands in the form."""
        return self._sharing

    def add_above_save(self, part: QWidget) -> None:
        """Put something between the fields and Save that changes what is saved."""
        self._contents.insertWidget(self._contents.count() - 2, part)

    def add_below(self, part: QWidget) -> None:
        """Put something below the form that is no field of the record, such as what is done with it whole."""
        self._column.insertWidget(self._column.count() - 1, part)

    def _build(self, title: str) -> None:
        say = self._desk.words.say
        back = Button(say("editor.back", "Back"), kind="quiet", icon="caret-left", size="small")
        save = Button(say("editor.save", "Save"), kind="main", icon="check")
        forget = Button(say("editor.forget", "Leave it as it was"), kind="quiet")
        self._form = Form(*self._rows_in_sight())
        caption = Text(
            say(
                "editor.kept", "What you type here is kept as you type. Enter on Save puts it in the journal."
            ),
            "caption",
            tone="ink3",
        )
        buttons = Row(Group(FlowLayout(save, forget, gap=12)), self._sharing.widget, spacing=12)
        buttons.setStretch(0, 1)
        head = Column(Heading(title, "title_small", wrap=True), spacing=4)
        if self.record.typed_by:
            head.addWidget(Text(typed_by(self.record, self._desk.words), "caption"))
        self._contents = Column(Row(back, 1), head, self._form, buttons, caption, spacing=16)
        self._column = Column(Narrow(self._contents, _WIDTH), 1, spacing=0)
        self.setLayout(self._column)
        back.clicked.connect(self.leave)
        save.clicked.connect(self.save)
        forget.clicked.connect(self.throw_away)

    def _row(self, field: Field) -> QWidget:
        if field.own_label:
            return field.box.widget
        return FormRow(field.label, field.box.widget, field.hint)

    def _get(self, field: Field) -> Any:  # noqa: ANN401 - the value of any field
        return field.get(self.record) if field.get is not None else getattr(self.record, field.name)

    def _changed(self) -> Record:
        record = replace(self.record, sharing=self._sharing.value)
        fitting = self._fitting()
        plain = {field.name: field.box.value for field in fitting if field.put is None}
        record = replace(record, **plain)
        for field in fitting:
            if field.put is not None and field.box.touched:
                record = field.put(record, field.box.value)
        return record

    def _refuse(self, refused: InvalidRecord) -> None:
        sentence = " ".join(explain(refused, self._desk.words))
        row = self._rows.get(refused.field)
        if isinstance(row, FormRow):
            row.show_error(sentence)
        else:
            self._desk.troubled.emit(sentence)

    def _rows_in_sight(self) -> list[QWidget]:
        """The rows, with a button in front of those that are out of sight."""
        rows: list[QWidget] = list(self._rows.values())
        tucked = [self._rows[field.name] for field in self._fields if field.tucked]
        if not tucked or not self._desk.session.state.look().hide_how_it_went:
            return rows
        show = Button(self._desk.words.say("editor.show_felt", "Show how it went"), icon="eye", size="small")
        holder = Group(Row(show, 1))
        for row in tucked:
            row.hide()
        show.clicked.connect(partial(_bring_out, holder, tucked))
        rows.insert(rows.index(tucked[0]), holder)
        return rows

    def _typed(self) -> None:
        self._drafting.start()
        if not self._drafting_late.isActive():
            self._drafting_late.start()

    def _stop(self) -> None:
        self._drafting.stop()
        self._drafting_late.stop()

    def _take_draft(self) -> None:
        kept = self._desk.journal.drafts().get(self._place)
        texts = json.loads(kept) if kept else {}
        for field in self._fields:
            if field.name in texts:
                field.box.take_draft(texts[field.name])
        if _SHARING in texts:
            self._sharing.take_draft(texts[_SHARING])


def _bring_out(holder: QWidget, rows: Sequence[QWidget]) -> None:
    """Show rows that were out of sight, with the focus on the first."""
    for row in rows:
        row.show()
    first = next(stops_in(rows[0]), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
    holder.hide()
