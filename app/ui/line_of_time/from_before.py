"""Something from before: several rough events, one a line, before a journal existed."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.quick_line.dates import find_when
from app.domain.records import Event
from app.domain.records.when import When
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.text import Text
from app.ui.widgets.text_area import TextArea

PLACE = "timeline/from before"
"""Where the lines that are not saved yet are kept."""

_BLANKS = " \t,;:.-"


class FromBefore(QWidget):
    """``done()`` follows a save, or going back; the lines stay until they are saved."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.words.say
        self.lines = TextArea(desk.journal.drafts().get(PLACE, ""), lines=4)
        self._seen = Text("", "caption", tone="ink3")
        back = Button(say("editor.back", "Back"), kind="quiet", icon="caret-left", size="small")
        save = Button(say("editor.save", "Save"), kind="main", icon="check")
        row = FormRow(
            say("before.label", "What happened, and roughly when. One a line."),
            self.lines,
            say("before.hint", "For example: knees, around autumn 2022"),
        )
        title = Heading(say("before.title", "Something from before"), "title_small")
        column = Column(Row(back, 1), title, row, self._seen, Row(save, 1), 1, spacing=16)
        self.setLayout(column)
        back.clicked.connect(self.leave)
        save.clicked.connect(self.save)
        self.lines.textChanged.connect(self._show_seen)
        self._show_seen()

    def first_focus(self) -> QWidget:
        """The lines."""
        return self.lines

    def keep_draft(self) -> None:
        """Keep the lines, in the encrypted journal."""
        self._desk.keep_draft(PLACE, self.lines.words if self.lines.words.strip() else "")

    def leave(self) -> None:
        """Go back; the lines come back with the page."""
        self.keep_draft()
        self.done.emit()

    def save(self) -> None:
        """Keep every line as an event."""
        desk = self._desk
        read = self._read()
        said = desk.words.count("before.saved", "Saved: {n} event", "Saved: {n} events", len(read))
        change = desk.do(lambda: desk.journal.record(*self._events(read)), said) if read else None
        if change is not None:
            desk.journal.drop_draft(PLACE)
            self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter saves, Esc goes back."""
        if event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _read(self) -> list[tuple[str, When | None]]:
        lines = [line for line in self.lines.words.split("\n") if line.strip()]
        return [read_line(line, self._desk.now()) for line in lines]

    def _events(self, read: list[tuple[str, When | None]]) -> list[Event]:
        desk = self._desk
        return [Event(id=desk.new_id(), written=desk.now(), title=title, when=when) for title, when in read]

    def _show_seen(self) -> None:
        words = self._desk.words
        seen = [f"{title}: {words.when(when)}" for title, when in self._read()]
        self._seen.say(
            words.say("before.understood", "Understood as {what}", what="; ".join(seen)) if seen else ""
        )


def read_line(line: str, now: datetime) -> tuple[str, When | None]:
    """What happened and when; a line without a date is all title."""
    found = find_when(line, now, field=True)
    title = found.rest.strip(_BLANKS)
    if found.when is None or not found.when.is_dated or not title:
        return line.strip(), None
    start, end = min(found.spans)[0], max(end for _, end in found.spans)
    return title, replace(found.when, words=line[start:end].strip())
