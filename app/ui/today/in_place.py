"""Something written today, changed where it stands: its words, its number, its time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTextEdit

from app.domain.records import (
    Allergy,
    Day,
    Event,
    Note,
    Question,
    Record,
    SymptomEntry,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import RecordId
from app.ui.desk import Desk
from app.ui.editors.boxes import scale_box, when_box, words_box
from app.ui.editors.editor import Editor, Field
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Form
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.text import Text

_WORDS: dict[type[Record], str] = {
    SymptomEntry: "note",
    TreatmentChange: "note",
    Question: "text",
    Visit: "reason",
    Day: "note",
    Note: "text",
    Event: "note",
    Allergy: "reaction",
}
"""The field that holds the person's words, by kind."""


class InPlace(Editor):
    """A small form in the list. Esc puts everything back; ``wholes()`` asks for the whole form."""

    wholes = Signal()

    def __init__(self, desk: Desk, title: str, record: Record, fields: Sequence[Field]) -> None:
        said = desk.words.say("in_place.saved", "Changed.")
        super().__init__(desk, title, record, fields, said=said, place=f"in place:{record.id}")

    def leave(self) -> None:
        """Put everything back as it was."""
        self.throw_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, but from inside the words, where it begins a line."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not isinstance(self.focusWidget(), QTextEdit):
            self.save()
        else:
            super().keyPressEvent(event)

    def _build(self, title: str) -> None:
        say = self._desk.words.say
        save = Button(say("editor.save", "Save"), icon="check", size="small")
        back = Button(say("editor.forget", "Leave it as it was"), kind="quiet", keys="Esc", size="small")
        whole = Button(say("in_place.whole", "Everything about it"), kind="quiet", size="small")
        self._form = Form(*self._rows_in_sight())
        buttons = Row(Group(FlowLayout(save, back, whole, gap=8)), self._sharing.widget, spacing=12)
        buttons.setStretch(0, 1)
        self.setLayout(
            Column(Text(title, "body_strong"), self._form, buttons, spacing=10, margins=(10, 10, 10, 14))
        )
        save.clicked.connect(self.save)
        back.clicked.connect(self.throw_away)
        whole.clicked.connect(self.wholes)


def in_place(desk: Desk, key: str, title: str) -> InPlace | None:
    """The small form of a record; None for a kind that has only its whole form."""
    record = desk.snapshot.get(Record, RecordId(key))
    words = _WORDS.get(type(record)) if record is not None else None
    if record is None or words is None:
        return None
    say = desk.words.say
    fields = [Field(name=words, label=say("in_place.words", "In your words"), box=words_box(lines=2))]
    if isinstance(record, SymptomEntry):
        how_bad = say("scale.name", "How bad, 0 to 10")
        fields.append(Field(name="severity", label=how_bad, box=scale_box(desk.words, how_bad)))
    read = desk.read_when_ahead if isinstance(record, Visit) else desk.read_when
    fields.append(Field(name="when", label=say("part.when", "When"), box=when_box(desk.words, read)))
    return InPlace(desk, title, record, fields)
