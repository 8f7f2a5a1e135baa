"""What a document leaves out and why, and looking through it."""

from collections.abc import Collection
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.gate import Reason
from app.domain.derived.left_out import LeftOut, LeftOutItem
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.picture import Picture
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text

_ICONS = {
    Reason.PRIVATE: "eye-slash",
    Reason.NOT_FOR_THEM: "user-minus",
    Reason.PAPER_TRAVELS: "user-minus",
    Reason.UNTICKED: "image",
    Reason.TAKEN_OUT: "minus",
    Reason.BEFORE: "clock-counter-clockwise",
}


class LeftOutList(QWidget):
    """One line for each kind of thing that is left out: how many, what, why."""

    look_through = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._through = Button(say("left_out.look", "Look through it"), kind="link")
        self._rows = Column(spacing=10)
        self._nothing = Text(say("left_out.nothing", "Nothing is left out."), tone="ink2")
        heading = Heading(say("left_out.title", "Left out"))
        self.setLayout(Column(Row(heading, 1, self._through), self._nothing, self._rows, spacing=8))
        self._through.clicked.connect(self.look_through)

    def first_focus(self) -> QWidget:
        """The way to look through it."""
        return self._through

    def show_left_out(self, found: LeftOut) -> None:
        """Show what is left out."""
        clear(self._rows)
        for row in found.rows:
            self._rows.addWidget(ReasonLine(_ICONS[row.reason], row.what, row.why))
        self._nothing.setVisible(not found.rows)
        self._through.setVisible(bool(found.items or found.private_in))


class ReasonLine(QWidget):
    """An icon, how many of what in a heavier weight, and why."""

    def __init__(self, icon: str, what: str, why: str) -> None:
        super().__init__()
        picture = Column(Picture(icon, "ink2", 18), 1, margins=(0, 2, 0, 0))
        row = Row(picture, _Reason(what, why), spacing=10)
        row.setStretch(1, 1)
        self.setLayout(row)


class _Reason(Text):
    """The first words in a heavier weight and in ink, the reason behind them."""

    def __init__(self, what: str, why: str) -> None:
        self._what, self._why = what, why
        super().__init__(f"{what} {why}", tone="ink2")

    def _markup(self) -> str:
        ink = themes.current().colour("ink").name()
        return f'<span style="font-weight:600; color:{ink}">{escape(self._what)}</span> {escape(self._why)}'


def clear(rows: Column) -> None:
    """Take every widget out of a column."""
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class LookThrough(QWidget):
    """Every left-out thing; Enter puts one in for this once, and again takes it out.

    Below them, to shorten the first page: what is in now and may be left out for this once.
    """

    done = Signal()
    toggled = Signal(str)
    taken = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        back = Button(say("left_out.back", "Back"), kind="quiet", icon="caret-left", size="small")
        explain = "Enter puts a thing in for this once. Its mark stays as it is."
        self._list = RecordList(say("left_out.title", "Left out"), grows=True)
        self._in_it = RecordList(say("left_out.in_it", "In it now"), grows=True)
        taking = "Enter leaves a thing out for this once. It stays in the journal."
        self._taking = Column(
            Heading(say("left_out.in_it", "In it now")), Text(say("left_out.taking", taking), tone="ink2"),
            self._in_it, spacing=10, margins=(0, 14, 0, 0),
        )  # fmt: skip
        self._nothing = Text(say("left_out.nothing", "Nothing is left out."), tone="ink2")
        self.setLayout(
            Column(
                Row(back, 1), Heading(say("left_out.title", "Left out"), "title_small"),
                Text(say("left_out.explain", explain), tone="ink2"), self._nothing, self._list,
                self._taking, 1,
                spacing=14, margins=(30, 24, 18, 24),
            )
        )  # fmt: skip
        back.clicked.connect(self.done)
        self._list.opened.connect(self.toggled)
        self._in_it.opened.connect(self.taken)

    def first_focus(self) -> QWidget:
        """The list, or what is in the document where nothing is left out."""
        return self._list if self._list.rows else self._in_it

    def focus_on_in_it(self) -> QWidget:
        """What may be left out."""
        return self._in_it if self._in_it.rows else self._list

    def show_left_out(self, found: LeftOut, put_in: Collection[RecordId]) -> None:
        """Show what can be put in."""
        inside = tuple(self._row(item, inside=True) for item in found.private_in if item.put_in in put_in)
        out = tuple(self._row(item, inside=False) for item in found.items if item.can_be_put_in)
        self._list.show_rows(inside + out)
        self._nothing.setVisible(not self._list.rows)

    def show_in_it(self, rows: tuple[tuple[RecordId, str, str], ...]) -> None:
        """Show what may be left out: id, kind, and first words."""
        self._in_it.show_rows(
            tuple(
                RecordRow(
                    key=key, title=kind, words=said, spoken=", ".join(part for part in (kind, said) if part)
                )
                for key, kind, said in rows
            )
        )

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
