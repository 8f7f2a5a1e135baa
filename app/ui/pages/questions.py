"""Questions: never losing one, and counting how often it went unanswered (interface.md 11.8)."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.derived.questions_open import OpenQuestion, open_questions
from app.domain.records import Clinician, Question, Visit
from app.domain.records.questions import QuestionState, QuestionStep, Step
from app.domain.records.record import RecordId
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import UNNAMED
from app.ui.editors.question import answer_editor, question_editor
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Group
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow

_LATELY = 8  # answered questions shown


class QuestionsPage(EditingPage):
    """What must be answered, what is good to ask, what was answered lately."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(desk, say("questions.title", "Questions"), (Question, Visit, Clinician))
        self._list = RecordList(say("questions.title", "Questions"), grows=True)
        self._empty = EmptyState(
            say("questions.empty", "No questions waiting."),
            say(
                "questions.empty.more",
                "They come at 3 in the morning. Type ? and the question in the quick line.",
            ),
        )
        self._add = Button(say("questions.add", "Question"), kind="main", icon="plus")
        self._answer = Button(say("questions.answer", "I have an answer"), icon="check")
        self._change = Button(say("questions.change", "Change"), icon="pencil-simple")
        self._drop = Button(say("questions.drop", "No longer needed"), kind="quiet")
        self._arrange()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The list."""
        return self._list if self._list.rows else self._add

    def refresh(self) -> None:
        """Show what the journal says now."""
        rows = _rows(self.desk)
        self._list.show_rows(rows)
        self._empty.setVisible(not rows)
        for shown in (self._list, self._answer, self._change, self._drop):
            shown.setVisible(bool(rows))

    def _arrange(self) -> None:
        self.add_action(self._add)
        self.main.addWidget(self._empty)
        self.main.addWidget(Group(FlowLayout(self._answer, self._change, self._drop, gap=12)))
        self.main.addWidget(self._list)
        self.main.addStretch(1)
        self._list.opened.connect(self.open_record)
        self._list.trashed.connect(self._trash)
        self._add.clicked.connect(self.add)
        self._answer.clicked.connect(self.answer)
        self._change.clicked.connect(self._open_chosen)
        self._drop.clicked.connect(self.drop)

    def add(self) -> None:
        """Open the form for a new question."""
        today = on_day(self.desk.today())
        new = Question(id=self.desk.new_id(), written=self.desk.now(), text=UNNAMED, when=today)
        self.edit(question_editor(self.desk, new, new=True))

    def answer(self) -> None:
        """Write down the answer to the chosen question."""
        question = self._chosen()
        if question is not None:
            self.edit(answer_editor(self.desk, question))

    def drop(self) -> None:
        """Put the chosen question aside as no longer needed."""
        question = self._chosen()
        if question is not None:
            dropped = with_step(self.desk, question, Step.DROPPED)
            said = self.desk.words.say(
                "questions.dropped", "No longer needed: the question is kept, not asked"
            )
            self.desk.do(lambda: self.desk.journal.record(dropped), said)

    def _open_chosen(self) -> None:
        self.open_record(self._list.key)

    def _chosen(self) -> Question | None:
        return self.desk.snapshot.get(Question, RecordId(self._list.key))

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)


def with_step(desk: Desk, question: Question, step: Step) -> Question:
    """The question with one more step in its life, today."""
    taken = QuestionStep(step=step, when=on_day(desk.today()), clinician=question.clinician)
    return replace(question, life=(*question.life, taken))


def _rows(desk: Desk) -> tuple[RecordRow, ...]:
    waiting = open_questions(desk.snapshot, desk.today())
    must = [_open_row(desk, question) for question in waiting if question.must]
    good = [_open_row(desk, question) for question in waiting if not question.must]
    lately = [_answered_row(desk, question) for question in _lately(desk)]
    say = desk.words.say
    groups = (
        (say("questions.must", "Must be answered"), must),
        (say("questions.good", "Good to ask"), good),
        (say("questions.lately", "Lately answered"), lately),
    )
    rows: list[RecordRow] = []
    for heading, group in groups:
        if group:
            rows += [RecordRow(title=heading, heading=True), *group]
    return tuple(rows)


def _open_row(desk: Desk, question: OpenQuestion) -> RecordRow:
    words = desk.words
    clinician = desk.snapshot.clinician(question.clinician)
    whom = clinician.called if clinician is not None else words.say("question.anyone", "anyone")
    note = words.say("question.for", "for {name}", name=whom)
    asked = times_asked(desk, question.times_asked)
    pill = ("waiting" if question.times_asked > 1 else "plain", asked) if asked else None
    wrote = words.say("spoken.wrote", "you wrote {words}", words=question.text)
    spoken = ", ".join(part for part in (wrote, note, asked) if part)
    icon = "chat-circle-text"
    return RecordRow(
        key=question.merged[-1], words=question.text, note=note, icon=icon, pill=pill, spoken=spoken
    )


def times_asked(desk: Desk, times: int) -> str:
    """Asked once, asked twice, asked 3 times; nothing for a question not asked yet."""
    say = desk.words.say
    if times > 2:  # noqa: PLR2004 - once and twice have words of their own
        return say("questions.asked_often", "asked {n} times", n=times)
    return {0: "", 1: say("question.once", "asked once"), 2: say("question.twice", "asked twice")}[times]


def _lately(desk: Desk) -> list[Question]:
    answered = [q for q in desk.snapshot.of(Question) if q.state is QuestionState.ANSWERED]
    answered.sort(key=_answered_on, reverse=True)
    return answered[:_LATELY]


def _answered_on(question: Question) -> tuple[object, ...]:
    when = question.life[-1].when
    return when.sort_key if when is not None else ()


def _answered_row(desk: Desk, question: Question) -> RecordRow:
    step = question.life[-1]
    answer = step.answer or step.said
    pill = ("kept", desk.words.say("question.understood", "answered"))
    spoken = desk.words.say(
        "question.spoken", "you asked {text}, answered: {answer}", text=question.text, answer=answer
    )
    return RecordRow(
        key=question.id, words=question.text, note=answer, icon="check-circle", pill=pill, spoken=spoken
    )
