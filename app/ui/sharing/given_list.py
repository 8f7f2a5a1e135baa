"""What was given before, and one of them: to whom, when, what was in it and what was not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.given_before import Given, given_before
from app.domain.journal import Journal
from app.domain.records.when import When
from app.i18n import Words
from app.ui.sharing.left_out import ReasonLine, clear
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text
from app.ui.widgets.when_field import ReadWhen, WhenField


class GivenBefore(QWidget):
    """`shown(key)`: make its pages again; `read(key, when)`: they have read it then."""

    done = Signal()
    shown = Signal(str)
    read = Signal(str, object)

    def __init__(self, words: Words, read_when: ReadWhen) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._given: dict[str, Given] = {}
        back = Button(say("left_out.back", "Back"), kind="quiet", icon="caret-left", size="small")
        title = say("given.title", "Given before")
        self.list = RecordList(title, grows=True, beside=True)
        self._empty = EmptyState(
            say("given.empty", "Nothing was given to anyone yet."),
            say("given.empty.more", "What you save for someone is noted here, with what was left out of it."),
        )
        self._what = Text("", "body_strong")
        self._file = Text("", "small", tone="ink2")
        self._left_out_heading = Heading(say("left_out.title", "Left out"))
        self._left_out = Column(spacing=8)
        self._when = WhenField(words, read_when)
        self.show_it = Button(say("given.show", "Show what they have"), icon="eye")
        self._keep = Button(say("given.read", "They have read it"), icon="check")
        self.same = Text("", "small", tone="ink2")
        self._one = Group(
            Column(
                self._what, self._file, Row(self.show_it, 1), self.same,
                self._left_out_heading, self._left_out,
                FormRow(say("given.read.when", "When they read it, as far as you know"), self._when),
                Row(self._keep, 1), spacing=10, margins=(0, 10, 0, 0),
            )
        )  # fmt: skip
        self.setLayout(
            Column(
                Row(back, 1), Heading(title, "title_small"), self._empty, self.list, self._one, 1,
                spacing=12, margins=(30, 24, 18, 24),
            )
        )  # fmt: skip
        back.clicked.connect(self.done)
        self.list.moved.connect(self._show_one)
        self.list.opened.connect(self.shown)
        self.show_it.clicked.connect(self._ask_to_show)
        self._keep.clicked.connect(self._tell_read)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def show_journal(self, journal: Journal) -> None:
        """Show what was given until now."""
        found = given_before(journal, self._words)
        self._given = {given.key: given for given in found}
        self.list.show_rows(tuple(_row(given) for given in found))
        for part in (self.list, self._one):
            part.setVisible(bool(found))
        self._empty.setVisible(not found)
        if found and not self.list.key:
            self.list.choose(found[0].key)
        self._show_one(self.list.key)

    def say_same(self, sentence: str) -> None:
        """Say how far the pages that are shown are the ones that were given."""
        self.same.say(sentence)
        self.same.setVisible(bool(sentence))

    def _show_one(self, key: str) -> None:
        given = self._given.get(key)
        if given is None:
            return
        self.say_same("")
        self._what.say(given.what)
        self._file.say(given.file)
        self._file.setVisible(bool(given.file))
        clear(self._left_out)
        for what, why in given.left_out:
            self._left_out.addWidget(ReasonLine("minus", what, why))
        self._left_out_heading.setVisible(bool(given.left_out))
        self._when.show_text("")

    def _ask_to_show(self) -> None:
        self.shown.emit(self.list.key)

    def _tell_read(self) -> None:
        when: When | None = self._when.when
        self.read.emit(self.list.key, when)


def _row(given: Given) -> RecordRow:
    note = ". ".join(part for part in (given.when, given.read, given.marked) if part)
    return RecordRow(
        key=given.key,
        title=given.whom,
        note=note,
        icon="paper-plane-tilt",
        spoken=given.spoken,
    )
