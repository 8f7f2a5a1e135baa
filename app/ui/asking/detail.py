"""One question: whom it is for, why it matters, its life so far, and what can be done with it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.about_page import marked
from app.domain.derived.question_life import question_life
from app.domain.derived.questions_open import OpenQuestion
from app.domain.derived.questions_page import in_the_way, open_question, whom_words
from app.domain.records import Clinician, Question, Visit
from app.domain.records.questions import QuestionState
from app.domain.records.record import SHARED, ClinicianId, QuestionId, RecordId, Sharing
from app.services import asking
from app.ui.asking.life import LifeOfQuestion
from app.ui.asking.starters import Starters
from app.ui.asking.swap import SwapNotice
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.question import answer_editor, question_editor
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.own_words import OwnWords
from app.ui.widgets.pick_chip import PickChip
from app.ui.widgets.sharing_mark import SharingMark


class QuestionDetail(EditingPage):
    """What is chosen in the list. `ordered(by)` asks to move it up (-1) or down (1)."""

    ordered = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", (Question, Visit, Clinician))
        say = desk.words.say
        self._key = ""
        self.text = Heading("", "title_small", wrap=True)
        self.must = Chip(say("questions.must", "Must be answered"))
        self.whom = PickChip(say("question.whom", "For whom"))
        self._why_heading = Heading(say("question.why", "Why it matters to me"))
        self._why = Column(spacing=0)
        self._life = LifeOfQuestion()
        self.swap = SwapNotice(desk.words)
        self.answer_it = Button(say("questions.answer", "I have an answer"), kind="main")
        self.drop_it = Button(say("questions.drop", "No longer needed"))
        self.ask_again_button = Button(say("questions.again", "Ask it again"))
        self.change_it = Button(
            say("questions.change", "Change"), kind="quiet", icon="pencil-simple", size="small"
        )
        self.up = Button(say("list.up", "Move up"), kind="quiet", icon="caret-up", size="small")
        self.down = Button(say("list.down", "Move down"), kind="quiet", icon="caret-down", size="small")
        self._sharing: SharingMark | None = None
        self.starters = Starters(desk.words)
        self._seldom = FlowLayout(self.change_it, self.up, self.down, gap=4)
        self._arrange()
        self._connect()

    def first_focus(self) -> QWidget:
        """The first thing one can do."""
        return self.answer_it if self.answer_it.isVisible() else self.ask_again_button

    def show_question(self, key: str) -> None:
        """Show another question; a form that is open stays open."""
        if key != self._key:
            self.swap.hide()
        self._key = key
        if self.form_in_view() == ("", ""):
            self.refresh()

    def show_starters(self, *, on: bool) -> None:
        """Show the good questions to start from in place of the one that is chosen."""
        self.starters.setVisible(on)
        self._about.setVisible(not on)

    def refresh(self) -> None:
        """Show what the journal says of it now."""
        question = self.question
        self._chosen.setVisible(question is not None)
        if question is None:
            return
        is_open = question.state is QuestionState.OPEN
        asks = self._open
        self.text.say(asks.text if asks is not None else question.text)
        self.must.setChecked(asks is not None and asks.must)
        self._offer_whom(question)
        self._show_why(asks.why if asks is not None else question.why)
        words = self.desk.words
        self._life.show_life(question_life(self.desk.snapshot, self._same, self.desk.now(), words))
        for shown in (self.must, self.whom, self.answer_it, self.drop_it):
            shown.setVisible(is_open)
        for shown in (self.up, self.down):
            shown.setVisible(asks is not None)
        self.ask_again_button.setVisible(not is_open)
        self._show_sharing(question)

    @property
    def question(self) -> Question | None:
        """The question that is shown."""
        return self.desk.snapshot.get(Question, RecordId(self._key))

    def switch_must(self) -> None:
        """Must be answered, or good to ask. Where three fill the visit already, offer to swap."""
        asks = self._open
        if asks is None:
            return
        full = () if asks.must else in_the_way(self.desk.snapshot, asks, self.desk.today())
        self.must.setChecked(asks.must)
        if full:
            whom = whom_words(self.desk.snapshot, asks.clinician or full[0].clinician, self.desk.words)
            self.swap.offer(full, whom)
            return
        self._do_must(asks)

    def answer(self) -> None:
        """Write down the answer."""
        if self.question is not None and self.question.state is QuestionState.OPEN:
            self.edit(answer_editor(self.desk, self.question))

    def change(self) -> None:
        """Change the words of it."""
        if self.question is not None:
            self.edit(question_editor(self.desk, self.question))

    def drop(self) -> None:
        """Put it aside as no longer needed."""
        if self.question is None or self.question.state is not QuestionState.OPEN:
            return
        said = self.desk.words.say("questions.let_go", "No longer needed: the question is kept, not asked")
        keys = self._keys
        self.desk.do(lambda: asking.let_go(self.desk.journal, keys, self.desk.session.clock), said)

    def ask_again(self) -> None:
        """Open it again."""
        said = self.desk.words.say("questions.opened_again", "The question is open again")
        keys = self._keys
        self.desk.do(lambda: asking.ask_again(self.desk.journal, keys, self.desk.session.clock), said)

    def _arrange(self) -> None:
        say = self.desk.words.say
        actions = FlowLayout(self.answer_it, self.ask_again_button, self.drop_it, gap=8)
        self._chosen = Group(
            Column(
                self.text, Group(FlowLayout(self.must, self.whom, gap=8)), self.swap,
                Column(self._why_heading, self._why, spacing=4),
                Column(Heading(say("question.so_far", "So far")), self._life, spacing=8),
                Group(actions), Group(self._seldom), spacing=18,
            )
        )  # fmt: skip
        self._about = Group(Column(self._chosen))
        self.main.addWidget(self._about)
        self.main.addWidget(self.starters)
        self.main.addStretch(1)
        self.starters.hide()

    def _connect(self) -> None:
        self.must.clicked.connect(self.switch_must)
        self.whom.activated.connect(self._set_whom)
        self.swap.swapped.connect(self._swap)
        self.swap.left.connect(self.must.setFocus)
        self.answer_it.clicked.connect(self.answer)
        self.drop_it.clicked.connect(self.drop)
        self.ask_again_button.clicked.connect(self.ask_again)
        self.change_it.clicked.connect(self.change)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)

    @property
    def _open(self) -> OpenQuestion | None:
        return open_question(self.desk.snapshot, RecordId(self._key), self.desk.today())

    @property
    def _keys(self) -> tuple[QuestionId, ...]:
        asks = self._open
        return asks.merged if asks is not None else (QuestionId(RecordId(self._key)),)

    @property
    def _same(self) -> list[Question]:
        found = (self.desk.snapshot.get(Question, key) for key in self._keys)
        return [question for question in found if question is not None]

    def _show_why(self, why: str) -> None:
        while (item := self._why.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._why_heading.setVisible(bool(why))
        if why:
            self._why.addWidget(OwnWords(why, self.desk.words, quoted=True))

    def _show_sharing(self, question: Question) -> None:
        if self._sharing is not None:
            self._seldom.removeWidget(self._sharing)
            self._sharing.hide()
            self._sharing.deleteLater()
        self._sharing = SharingMark(self.desk.words, self.desk.clinicians(), question.sharing)
        self._sharing.changed.connect(self._share)
        self._seldom.addWidget(self._sharing)

    def _share(self, sharing: Sharing) -> None:
        changed = [replace(question, sharing=sharing) for question in self._same]
        said = self.desk.words.say("questions.shared", "May be shared")
        if sharing != SHARED and changed:
            said = marked(self.desk.snapshot, sharing, self.desk.words)
        self.desk.do(lambda: self.desk.journal.amend(*changed), said[:1].upper() + said[1:])

    def _offer_whom(self, question: Question) -> None:
        say, names = self.desk.words.say, self.desk.clinicians()
        self._whom_keys: list[ClinicianId | None] = [None, *names]
        called = [say("question.anyone", "anyone"), *names.values()]
        items = [say("questions.for", "For {name}", name=name) for name in called]
        there = question.clinician in self._whom_keys
        self.whom.show_items(items, self._whom_keys.index(question.clinician) if there else 0)

    def _set_whom(self, place: int) -> None:
        clinician, keys = self._whom_keys[place], self._keys
        said = self.whom.itemText(place)
        self.desk.do(lambda: asking.set_whom(self.desk.journal, keys, clinician), said)

    def _do_must(self, asks: OpenQuestion) -> None:
        say = self.desk.words.say
        must, good = say("questions.must", "Must be answered"), say("questions.good", "Good to ask")
        self.desk.do(
            lambda: asking.set_must(self.desk.journal, asks, must=not asks.must), good if asks.must else must
        )

    def _swap(self, key: str) -> None:
        asks = self._open
        goes = open_question(self.desk.snapshot, RecordId(key), self.desk.today())
        self.swap.hide()
        if asks is not None and goes is not None:
            said = self.desk.words.say("questions.swapped", "Swapped: the other one is good to ask now")
            self.desk.do(lambda: asking.swap_must(self.desk.journal, asks, goes), said)
        self.must.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_up(self) -> None:
        self.ordered.emit(-1)

    def _move_down(self) -> None:
        self.ordered.emit(1)
