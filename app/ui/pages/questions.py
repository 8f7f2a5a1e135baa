"""Questions: never losing one, and counting how often it went unanswered (interface.md 11.8)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.questions_page import QuestionRow, in_order, question_groups
from app.domain.records import Clinician, Question, Visit
from app.domain.records.questions import QuestionState
from app.domain.records.record import ClinicianId, RecordId
from app.domain.records.when import on_day
from app.services import asking
from app.services.changes import Change
from app.ui.actions import plain_keys_on
from app.ui.asking.detail import QuestionDetail
from app.ui.desk import Desk
from app.ui.editors.editor import UNNAMED, Editor
from app.ui.editors.question import question_editor
from app.ui.entry_menu import offer_menus
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chips
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.pick_chip import PickChip
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.words_delegate import WordsDelegate

_DETAIL = 400  # px at 100%
_STATES = (QuestionState.OPEN, QuestionState.ANSWERED, QuestionState.DROPPED)


class QuestionsPage(ListAndDetail):
    """What must be answered, what is good to ask, what was answered; beside it the one that is chosen."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        title = say("questions.title", "Questions")
        self.detail_page = QuestionDetail(desk)
        super().__init__(title, desk.words, self.detail_page, detail_width=_DETAIL)
        self.desk = desk
        self.list = RecordList(title, grows=True)
        self.list.setItemDelegate(WordsDelegate(self.list))
        states = [
            say("questions.open", "Open"),
            say("questions.answered", "Answered"),
            say("questions.dropped", "No longer needed"),
        ]
        self.states = Chips(say("questions.which", "Which questions"), states, frozenset(states[:1]))
        self.reader = PickChip(say("questions.reader", "For whom"))
        self._readers: list[ClinicianId | None] = [None]
        self._empty = EmptyState(
            say("questions.empty", "No questions waiting."),
            say(
                "questions.empty.more",
                "They come at 3 in the morning. Type ? and the question in the quick line.",
            ),
        )
        self._good_ones = Button(
            say("starters.title", "Good ones to start from"), icon="lightbulb", size="small"
        )
        self._add = Button(say("questions.add", "Question"), icon="plus", size="small")
        self.starters = self.detail_page.starters
        self._lay_out()
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list if self.list.rows else self._add

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._offer_readers()
        snapshot, words = self.desk.snapshot, self.desk.words
        chosen = [state for state, chip in zip(_STATES, self.states.chips, strict=True) if chip.isChecked()]
        reader = self._readers[max(self.reader.currentIndex(), 0)]
        rows: list[RecordRow] = []
        for group in question_groups(snapshot, self.desk.today(), words, states=chosen, reader=reader):
            rows.append(RecordRow(title=group.heading, heading=True, count=str(len(group.rows))))
            rows += [_row(row) for row in group.rows]
        self.list.show_rows(tuple(rows))
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._add.set_kind("plain" if rows else "main")
        self.starters.show_taken(frozenset(question.text for question in snapshot.of(Question)))
        self.detail_page.show_question(self.list.key)

    def open_record(self, key: str) -> None:
        """Open the form of a question."""
        self.point_at(key)
        super().open_record(key)

    def point_at(self, key: str) -> None:
        """Choose a question and bring it into view, whatever is filtered out now."""
        question = self.desk.snapshot.get(Question, RecordId(key))
        if question is None:
            return
        self.detail_page.show_starters(on=False)
        self.states.chips[_STATES.index(question.state)].setChecked(True)
        if question.clinician not in {None, self._readers[self.reader.currentIndex()]}:
            self.reader.setCurrentIndex(0)
        self.list.choose(key)
        self.detail_page.show_question(self.list.key)
        self.show_detail()

    def go_back(self) -> None:
        """Go back from a form, else from the good ones, else to the list."""
        if self.starters.isVisible() and self.detail_page.form_in_view() == ("", ""):
            self._leave_starters()
        else:
            super().go_back()

    def refold(self) -> None:
        """Arrange the page; where list and detail take turns, the detail's own way back is enough."""
        super().refold()
        self.detail_page.starters.back.setVisible(not self.one_at_a_time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """M: must or good to ask; A: answer; D: no longer needed; Esc: back to the list."""
        acts = {
            Qt.Key.Key_M: self.detail_page.switch_must,
            Qt.Key.Key_A: self.detail_page.answer,
            Qt.Key.Key_D: self.detail_page.drop,
        }
        act = acts.get(Qt.Key(event.key()))
        busy = self.starters.isVisible() or self.detail_page.form_in_view() != ("", "")
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier and plain_keys_on()
        if act is not None and plain and not busy:
            act()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
            if not busy:
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def add(self) -> None:
        """Open the form for a new question."""
        self._write("", "")

    def add_starter(self, text: str, situation: str) -> None:
        """Write down one of the good ones as it is."""
        new = self._new(text, situation)
        said = self.desk.words.say("question.saved", "Saved: question")
        self.desk.do(lambda: self.desk.journal.record(new), said)

    def _lay_out(self) -> None:
        self.add_action(self._good_ones)
        self.add_action(self._add)
        filters = FlowLayout(self.states, self.reader, gap=24)
        self.column.addLayout(Column(Group(filters), margins=(14, 0, 14, 0)))
        self.column.addLayout(Column(self._empty, margins=(14, 0, 14, 0)))
        self.column.addWidget(self.list)

    def _connect(self) -> None:
        self.list.moved.connect(self.detail_page.show_question)
        self.list.opened.connect(self.show_detail)
        self.list.entered.connect(self._go_to_detail)
        self.list.trashed.connect(self._trash)
        offer_menus(self.desk, self.list, self.point_at, change=self.open_record, orders=True)
        self.list.ordered.connect(self._order)
        self.states.changed.connect(self.refresh)
        self.reader.activated.connect(self.refresh)
        self._add.clicked.connect(self.add)
        self._good_ones.clicked.connect(self._open_starters)
        self.starters.added.connect(self.add_starter)
        self.starters.changing.connect(self._write)
        self.starters.left.connect(self._leave_starters)
        self.back.clicked.connect(self._leave_starters_for_list)
        self.detail_page.ordered.connect(self._order_chosen)
        self.desk.changed.connect(self._note_change)

    def _write(self, text: str, situation: str) -> None:
        """Open the form of a new question, with words to start from."""
        editor = question_editor(self.desk, self._new(text, situation), new=not text)
        editor.done.connect(partial(self._choose_new, editor))
        came_from = self.focusWidget()
        self.detail_page.show_starters(on=False)
        self.show_detail()
        self.detail_page.edit(editor)
        self.detail_page.go_back_to(came_from)

    def _choose_new(self, editor: Editor) -> None:
        if editor.record.id in self.desk.snapshot.records:
            self.refresh()
            self.point_at(editor.record.id)

    def _new(self, text: str, situation: str) -> Question:
        return Question(
            id=self.desk.new_id(),
            written=self.desk.now(),
            text=text or UNNAMED,
            when=on_day(self.desk.today()),
            situation=situation,
        )

    def _go_to_detail(self) -> None:
        self.show_detail()
        self.detail_page.first_focus().setFocus(Qt.FocusReason.TabFocusReason)

    def _open_starters(self) -> None:
        self.detail_page.close_editor()
        self.detail_page.show_starters(on=True)
        self.show_detail()
        self.starters.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_starters(self) -> None:
        self.detail_page.show_starters(on=False)
        self.show_list()
        self._good_ones.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_starters_for_list(self) -> None:
        self.detail_page.show_starters(on=False)

    def _order(self, key: str, by: int) -> None:
        """Move an open question among those of its group."""
        asks = in_order(self.desk.snapshot, self.desk.today())
        one = next((found for found in asks if key in found.merged), None)
        group = [found for found in asks if one is not None and found.must is one.must]
        if one is None:
            return
        place = group.index(one)
        to = max(0, min(place + by, len(group) - 1))
        if to != place:
            group.insert(to, group.pop(place))
            said = self.desk.words.say("list.moved", "Moved")
            self.desk.do(lambda: asking.put_in_order(self.desk.journal, group), said)
            self.list.choose(key)

    def _order_chosen(self, by: int) -> None:
        self._order(self.list.key, by)

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)

    def _offer_readers(self) -> None:
        say, names = self.desk.words.say, self.desk.clinicians()
        chosen = self._readers[max(self.reader.currentIndex(), 0)]
        self._readers = [None, *names]
        called = [say("question.anyone", "anyone"), *names.values()]
        items = [say("questions.for", "For {name}", name=name) for name in called]
        self.reader.show_items(items, self._readers.index(chosen) if chosen in self._readers else 0)

    def _note_change(self, change: Change) -> None:
        if change.concerns(Question, Clinician, Visit):
            self.refresh()


def _row(row: QuestionRow) -> RecordRow:
    return RecordRow(
        key=row.key,
        words=row.text,
        when=row.whom,
        pill=row.pill[:2] if row.pill else None,
        icon=row.pill[2] if row.pill else "",
        private=row.marked,
        mark="eye-slash" if row.private else "user-minus",
        spoken=row.spoken,
    )
