"""What a document leaves out and why, and looking through it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.left_out import LeftOut, LeftOutItem
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text


class LeftOutList(QWidget):
    """One line for each kind of thing that is left out: how many, what, why."""

    look_through = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self._through = Button(say("left_out.look", "Look through it"), kind="link")
        self._rows = Column(spacing=8)
        self._nothing = Text(say("left_out.nothing", "Nothing is left out."), tone="ink2")
        heading = Heading(say("left_out.title", "Left out"))
        self.setLayout(Column(Row(heading, 1, self._through), self._nothing, self._rows, spacing=8))
        self._through.clicked.connect(self.look_through)

    def first_focus(self) -> QWidget:
        """The way to look through it."""
        return self._through

    def show_left_out(self, found: LeftOut) -> None:
        """Show what is left out."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row in found.rows:
            self._rows.addWidget(Text(row.sentence))
        self._nothing.setVisible(not found.rows)
        self._through.setVisible(bool(found.items))


class LookThrough(QWidget):
    """Every left-out thing; Enter puts one in for this once, and again takes it out."""

    done = Signal()
    toggled = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        back = Button(say("left_out.back", "Back"), kind="quiet", icon="caret-left", size="small")
        explain = "Enter puts a thing in for this once. Its mark stays as it is."
        self._list = RecordList(say("left_out.title", "Left out"), grows=True)
        self.setLayout(
            Column(
                Row(back, 1), Heading(say("left_out.title", "Left out"), "title_small"),
                Text(say("left_out.explain", explain), tone="ink2"), self._list, 1,
                spacing=14, margins=(40, 24, 28, 24),
            )
        )  # fmt: skip
        back.clicked.connect(self.done)
        self._list.opened.connect(self.toggled)

    def first_focus(self) -> QWidget:
        """The list."""
        return self._list

    def show_left_out(self, found: LeftOut, put_in: Collection[RecordId]) -> None:
        """Show what can be put in."""
        inside = tuple(self._row(item, inside=True) for item in found.private_in if item.put_in in put_in)
        out = tuple(self._row(item, inside=False) for item in found.items if item.can_be_put_in)
        self._list.show_rows(inside + out)

    def _row(self, item: LeftOutItem, *, inside: bool) -> RecordRow:
        now = self._words.say("left_out.inside", "in this time") if inside else ""
        spoken = ", ".join(part for part in (item.kind, item.day, item.first_words, item.why, now) if part)
        return RecordRow(
            key=item.put_in,
            title=item.kind,
            value=item.day,
            words=item.first_words,
            note=item.why,
            pill=("kept", now) if inside else None,
            spoken=spoken,
        )
