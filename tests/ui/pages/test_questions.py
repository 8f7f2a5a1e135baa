"""Questions: the list and its groups, one question beside it, and what becomes of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.good_questions import Situation, good_questions
from app.domain.records import Question, Record
from app.domain.records.questions import QuestionState, QuestionStep, Step, Understood
from app.domain.records.record import PRIVATE, ClinicianId, RecordId
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.pages.questions import QuestionsPage
from app.ui.widgets.text import Text
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, OSEI, TODAY, Heard, desk_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
NOBODY = ClinicianId(RecordId("nobody"))
Make = Callable[..., QuestionsPage]


def ask(key: str, text: str, **parts: object) -> Question:
    return Question(id=RecordId(key), written=EVENING, text=text, **parts)  # type: ignore[arg-type]


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot) -> Iterator[Make]:
    desks: list[Desk] = []

    def page_on(*records: Record, width: int = 1366) -> QuestionsPage:
        desk = desk_with(tmp_path / str(len(desks)), *records)
        desks.append(desk)
        page = QuestionsPage(desk)
        qtbot.addWidget(page)
        page.resize(width, 768)
        page.show()
        page.first_focus().setFocus()
        return page

    yield page_on
    for desk in desks:
        desk.leave()
        desk.session.lock(backup=False)


@pytest.fixture
def page(make: Make) -> QuestionsPage:
    return make(*some_days())


def headings(page: QuestionsPage) -> list[str]:
    return [row.title for row in page.list.rows if row.heading]


def keys(page: QuestionsPage) -> list[str]:
    return [row.key for row in page.list.rows if not row.heading]


def shown_words(page: QuestionsPage) -> list[str]:
    return [one.words for one in page.detail_page.findChildren(Text) if one.isVisible()]


def form(page: QuestionsPage) -> Editor:
    assert page.detail_page._editor is not None
    return page.detail_page._editor


def question(page: QuestionsPage, key: str) -> Question:
    found = page.desk.snapshot.get(Question, RecordId(key))
    assert found is not None
    return found


def push(page: QuestionsPage, words: str) -> None:
    buttons = page.findChildren(QPushButton)
    click(next(one for one in buttons if words in {one.text(), one.accessibleName()} and one.isVisible()))


def test_an_empty_journal_says_so_kindly_and_offers_one_thing(make: Make) -> None:
    page = make()
    assert page._empty.isVisible()
    assert page._add.kind == "main"
    assert not page.list.isVisible()
    assert list(unnamed(page)) == []


def test_the_groups_and_the_one_that_is_chosen(make: Make) -> None:
    understood = QuestionStep(step=Step.ANSWERED, answer="Yes.", understood=Understood.YES)
    page = make(
        *some_days(),
        ask("must", "Is it safe?", must=True, clinician=OSEI),
        ask("done", "Was it the tablets?", life=(understood,)),
        ask("gone", "Is it wear and tear?", life=(QuestionStep(step=Step.DROPPED),)),
    )
    assert headings(page) == ["Must be answered", "Good to ask", "Lately answered"]
    assert page.list.key == "must"
    assert "Is it safe?" in shown_words(page)
    click(page.states.chips[1])
    click(page.states.chips[2])
    assert headings(page) == ["Must be answered", "Good to ask", "Answered", "No longer needed"]
    assert keys(page) == ["must", "why", "done", "gone"]
    assert page.list.rows[-3].pill == ("kept", "I understood")
    assert list(unnamed(page)) == []


def test_a_row_is_spoken_with_how_often_it_was_asked_and_whom_it_is_for(make: Make) -> None:
    asked = (
        QuestionStep(step=Step.NOT_ANSWERED, clinician=OSEI, visit=None, said_by=""),
        QuestionStep(step=Step.ASKED, said_by="the desk"),
    )
    page = make(*some_days(), ask("twice", "Can I swim?", clinician=OSEI, life=asked, sharing=PRIVATE))
    row = next(row for row in page.list.rows if row.key == "twice")
    assert row.spoken == "you wrote Can I swim?, asked twice, for Dr Osei, private"


def test_only_what_is_for_one_clinician_or_for_anyone(make: Make) -> None:
    page = make(*some_days(), ask("any", "Who do I ring?"))
    page.reader.setCurrentIndex(1)
    page.reader.activated.emit(1)
    assert set(keys(page)) == {"why", "any"}
    page.desk.journal.record(replace(question(page, "why"), clinician=NOBODY))
    assert keys(page) == ["any"]


def test_a_question_is_written_answered_by_keys_and_what_is_not_understood_stays_open(
    page: QuestionsPage,
) -> None:
    push(page, "Question")
    write(form(page).first_focus(), "Is it safe with ibuprofen?")
    press(form(page).first_focus(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    key = page.list.key
    assert question(page, key).when.day == TODAY  # type: ignore[union-attr]
    page.list.setFocus()
    press(page.list, Key.Key_A)
    write(form(page).first_focus(), "Not together.")
    form(page)._fields[4].box.take_draft("no")
    form(page).save()
    assert question(page, key).state is QuestionState.OPEN
    assert next(row for row in page.list.rows if row.key == key).pill == ("plain", "still not clear")
    page.list.choose(key)
    press(page.list, Key.Key_A)
    form(page)._fields[4].box.take_draft("yes")
    form(page).save()
    assert question(page, key).state is QuestionState.ANSWERED
    assert "Lately answered" in headings(page)


def test_no_longer_needed_keeps_the_question_and_undo_asks_it_again(page: QuestionsPage) -> None:
    heard = Heard()
    heard.listen(page.desk)
    page.list.choose("why")
    press(page.list, Key.Key_D)
    assert question(page, "why").state is QuestionState.DROPPED
    assert heard.said == [("No longer needed: the question is kept, not asked", True)]
    page.desk.journal.undo()
    assert question(page, "why").state is QuestionState.OPEN
    press(page.list, Key.Key_D)
    page.point_at("why")
    push(page, "Ask it again")
    assert question(page, "why").state is QuestionState.OPEN


def test_three_that_must_be_answered_fit_a_visit_and_a_fourth_can_be_swapped_in(make: Make) -> None:
    three = [ask(f"m{n}", f"Question {n}?", must=True, clinician=OSEI if n else None) for n in range(3)]
    page = make(*some_days(), *three)
    page.list.choose("why")
    press(page.list, Key.Key_M)
    assert not question(page, "why").must
    swap = page.detail_page.swap
    assert swap.isVisible()
    assert "one visit with Dr Osei" in swap.accessibleName()
    press(page.detail_page.swap._leave, Key.Key_Escape)
    assert not swap.isVisible()
    press(page.list, Key.Key_M)
    push(page, "Question 1?")
    assert (question(page, "why").must, question(page, "m1").must) == (True, False)
    page.desk.journal.undo()
    assert (question(page, "why").must, question(page, "m1").must) == (False, True)


def test_another_clinicians_three_leave_room(make: Make) -> None:
    three = [ask(f"m{n}", f"Question {n}?", must=True, clinician=NOBODY) for n in range(3)]
    page = make(*some_days(), *three)
    page.list.choose("why")
    press(page.list, Key.Key_M)
    assert question(page, "why").must
    press(page.list, Key.Key_M)
    assert not question(page, "why").must


def test_alt_and_an_arrow_put_questions_in_order_and_buttons_do_too(make: Make) -> None:
    page = make(*some_days(), ask("b", "Second?"), ask("c", "Third?"))
    before = keys(page)
    page.list.choose(before[0])
    press(page.list, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert keys(page) == [before[1], before[0], before[2]]
    assert page.list.key == before[0]
    push(page, "Move down")
    assert keys(page) == [before[1], before[2], before[0]]
    page.desk.journal.undo()
    assert keys(page) == [before[1], before[0], before[2]]


def test_enter_goes_to_the_question_and_esc_back_to_the_list(page: QuestionsPage) -> None:
    press(page.list, Key.Key_Return)
    assert page.focusWidget() is page.detail_page.answer_it
    press(page.detail_page.answer_it, Key.Key_Escape)
    assert page.focusWidget() is page.list


def test_where_there_is_room_for_one_the_question_has_a_way_back(make: Make) -> None:
    page = make(*some_days(), width=800)
    press(page.list, Key.Key_Return)
    assert page.back.isVisible()
    assert not page.list.isVisible()
    page.go_back()
    assert page.list.isVisible()


def test_the_life_of_a_question_is_told(page: QuestionsPage) -> None:
    page.list.choose("why")
    words = shown_words(page)
    assert words.index("Written down") < words.index("Going with you on Thursday")
    assert any("Dr Osei" in one for one in words)


def test_whom_it_is_for_can_be_changed_and_undone(page: QuestionsPage) -> None:
    page.list.choose("why")
    page.detail_page.whom.activated.emit(0)
    assert question(page, "why").clinician is None
    page.desk.journal.undo()
    assert question(page, "why").clinician == OSEI


def test_delete_trashes_and_undo_brings_back(page: QuestionsPage) -> None:
    page.list.choose("why")
    press(page.list, Key.Key_Delete)
    assert keys(page) == []
    page.desk.journal.undo()
    assert keys(page) == ["why"]


def test_a_good_one_is_added_as_it_is_and_is_then_marked(page: QuestionsPage) -> None:
    push(page, "Good ones to start from")
    page.starters.situation.setCurrentIndex(list(Situation).index(Situation.TEST))
    first = good_questions(Situation.TEST)[0]
    page.starters.list.setFocus()
    press(page.starters.list, Key.Key_Return)
    press(page.starters.list, Key.Key_Return)
    (added,) = [one for one in page.desk.snapshot.of(Question) if one.situation]
    assert (added.text, added.situation) == (first.english, Situation.TEST)
    assert page.starters.list.rows[0].pill == ("kept", "written down")
    page.go_back()
    assert not page.starters.isVisible()
    assert keys(page)[-1] == added.id or added.id in keys(page)


def test_a_good_one_is_changed_first(page: QuestionsPage) -> None:
    push(page, "Good ones to start from")
    push(page, "Change it first")
    write(form(page).first_focus(), " Really")
    form(page).save()
    assert "Really" in question(page, page.list.key).text
    assert page.detail_page.isVisible()
    assert not page.starters.isVisible()


def test_a_form_that_is_left_keeps_what_was_typed(page: QuestionsPage) -> None:
    push(page, "Question")
    write(form(page).first_focus(), "Half a quest")
    page.leave()
    assert "Half a quest" in page.desk.journal.drafts()["new question"]


def test_another_page_can_point_at_one_that_is_filtered_out(make: Make) -> None:
    page = make(*some_days(), ask("gone", "Is it wear?", life=(QuestionStep(step=Step.DROPPED),)))
    page.point_at("gone")
    assert page.list.key == "gone"
    page.open_record("gone")
    assert page.form_in_view() == ("gone", "")
