"""What someone typed for the person, large: right, or to be changed (interface.md 14.9)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.derived.read_back import ReadLine, read_back
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.opening import has_form
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.own_words import OwnWords
from app.ui.widgets.pill import Pill
from app.ui.widgets.text import Text


class ReadBackPage(EditingPage):
    """Each thing with `Right` and `Change`. What is right says so, and can still be changed."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(desk, say("typing.read_back", "Read it back to me"), ())
        self._lines: tuple[ReadLine, ...] = ()
        self.out = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self.out.clicked.connect(desk.left)
        self._empty = EmptyState(
            say("read_back.empty", "Nothing is typed yet."),
            say("read_back.empty.more", "What is written from now on can be read back here."),
        )
        self._list = Group(Column())
        self._right: list[Button] = []
        self.main.addLayout(Row(self.out, 1))
        self.main.addWidget(self._empty)
        self.main.addWidget(self._list)
        self.main.addStretch(1)
        self.refresh()

    def first_focus(self) -> QWidget:
        """The first answer there is to give."""
        return next(iter(self._right), self.out)

    def refresh(self) -> None:
        """Show what was typed today."""
        desk, helping = self.desk, self.desk.journal.helping
        right: frozenset[RecordId] = frozenset()
        self._lines = ()
        if helping is not None:
            self._lines = read_back(desk.snapshot, helping.name, helping.wrote, desk.now(), desk.words)
            right = helping.right
        self._right = []
        column = Column(spacing=20)
        for place, line in enumerate(self._lines):
            if place:
                column.addWidget(Hairline())
            column.addWidget(self._line(line, right=line.record in right))
        new = Group(column)
        self.main.replaceWidget(self._list, new)
        self._list.hide()
        self._list.deleteLater()
        self._list = new
        self._empty.setVisible(not self._lines)

    def go_back(self) -> None:
        """Go back from the form, else to where the person was."""
        if self._editor is not None:
            super().go_back()
        else:
            self.desk.left.emit()

    def _line(self, line: ReadLine, *, right: bool) -> QWidget:
        words = self.desk.words
        thing = Text(line.thing, "room_answer")
        thing.setAccessibleName(line.spoken)
        told = Column(thing, spacing=6)
        if line.words:
            told.addWidget(OwnWords(line.words, words, voice="room_answer", quoted=True))
        return Group(Column(told, Group(FlowLayout(*self._answers(line, right=right), gap=12)), spacing=12))

    def _answers(self, line: ReadLine, *, right: bool) -> list[QWidget]:
        say = self.desk.words.say
        given: list[QWidget] = []
        if right:
            given.append(Pill(say("read_back.is_right", "right"), "kept"))
        else:
            text = say("read_back.right", "Right")
            answer = Button(text, icon="check", size="big", name=f"{text}, {line.thing}")
            answer.clicked.connect(partial(self._say_right, line.record))
            self._right.append(answer)
            given.append(answer)
        if has_form(self.desk, line.record):
            text = say("read_back.change", "Change")
            change = Button(text, icon="pencil-simple", size="big", name=f"{text}, {line.thing}")
            change.clicked.connect(partial(self._change, line.record))
            given.append(change)
        return given

    def _say_right(self, key: RecordId, _checked: object = None) -> None:
        helping = self.desk.journal.helping
        if helping is not None:
            helping.say_right(key)
            self.refresh()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, key: RecordId, _checked: object = None) -> None:
        self.open_record(key)

    def _note_change(self, change: Change) -> None:
        super()._note_change(change)
        if self._editor is None:
            self.refresh()
