"""About me: the person's words are changed where they stand; the facts beside them are never guessed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import (
    AboutMe,
    Allergy,
    Condition,
    Contact,
    Event,
    Goal,
    NoneKnown,
    Record,
    SafetyFact,
)
from app.domain.records.events import EventKind
from app.domain.records.person import ConditionStatus, GoalState, SafetyAnswer, SafetyTopic, Topic
from app.domain.records.record import PRIVATE, Mark, RecordId
from app.services.sample import sample_journal
from app.ui.about.in_place import InPlaceRow
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.pages.about_me import AboutMePage
from app.ui.widgets.form import FormRow
from app.ui.widgets.record_list import RecordList
from tests.ui.access import name_of, unnamed
from tests.ui.desks import EVENING, Heard, desk_with
from tests.ui.hands import click, press, write

Key = Qt.Key
Make = Callable[..., AboutMePage]


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot) -> Iterator[Make]:
    desks: list[Desk] = []

    def page_on(*records: Record, width: int = 1366) -> AboutMePage:
        desk = desk_with(tmp_path / str(len(desks)), *records)
        desks.append(desk)
        page = AboutMePage(desk)
        qtbot.addWidget(page)
        page.resize(width, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.first_focus().setFocus()
        return page

    yield page_on
    for desk in desks:
        desk.leave()
        desk.session.lock(backup=False)


def about(topic: Topic, text: str, **parts: object) -> AboutMe:
    return AboutMe(id=RecordId(topic), written=EVENING, topic=topic, text=text, **parts)  # type: ignore[arg-type]


def push(page: AboutMePage, words: str) -> None:
    click(next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()))


def row(page: AboutMePage, topic: str) -> InPlaceRow:
    return next(one for one in (page.story.row, *page.rows) if one.line.key == topic)


def form(page: AboutMePage) -> Editor:
    assert page._editor is not None
    return page._editor


def focused(page: AboutMePage) -> QWidget:
    found = page.focusWidget()
    assert found is not None
    return found


def titles(page: AboutMePage, name: str) -> list[str]:
    lists = page.findChildren(RecordList)
    return [one.title for one in next(found for found in lists if found.accessibleName() == name).rows]


def test_an_empty_page_asks_its_questions(make: Make) -> None:
    page = make()
    assert row(page, Topic.MATTERS).line.question == "What would you least want to lose?"
    assert name_of(page.story.row) == "My story, Begin anywhere. “It started when …”"
    assert [one.line.title for one in page.rows] == [
        "What matters to me",
        "What I hope for",
        "What I fear",
        "What I won’t trade",
        "How to talk with me",
        "What is hard",
        "What helps on a bad day",
        "Who to involve",
    ]
    assert list(unnamed(page)) == []


def test_the_sample_has_names_everywhere(make: Make) -> None:
    page = make(*sample_journal())
    assert list(unnamed(page)) == []
    assert name_of(row(page, Topic.FEAR)).endswith("private")


def test_enter_changes_a_row_where_it_stands_and_ctrl_enter_saves(make: Make) -> None:
    page = make(about(Topic.MATTERS, "Driving."))
    heard = Heard()
    heard.listen(page.desk)
    press(page.story.row, Key.Key_Down)
    matters = row(page, Topic.MATTERS)
    assert page.focusWidget() is matters
    press(matters, Key.Key_Return)
    write(focused(page), "Holding a pencil. ")
    press(focused(page), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (changed,) = page.desk.snapshot.of(AboutMe)
    assert "Holding a pencil." in changed.text
    assert heard.said == [("Saved: What matters to me", True)]
    assert page.focusWidget() is matters
    page.desk.journal.undo()
    assert matters.line.text == "Driving."


def test_esc_puts_the_old_words_back_and_that_can_be_undone(make: Make) -> None:
    page = make(about(Topic.MATTERS, "Driving."))
    heard = Heard()
    heard.listen(page.desk)
    page.open_topic(Topic.MATTERS)
    write(focused(page), "Only this: ")
    press(focused(page), Key.Key_Escape)
    assert page._editor is None
    assert page.desk.snapshot.of(AboutMe)[0].text == "Driving."
    ((said, (word, undo)),) = heard.offered
    assert (said, word) == ("The old words are back", "Undo")
    undo()
    assert "Only this:" in form(page)._fields[0].box.value


def test_going_elsewhere_saves_what_was_typed(make: Make, qtbot: QtBot) -> None:
    page = make()
    page.open_topic(Topic.HOPE)
    write(focused(page), "A month without a bad day.")
    page._edit.setFocus()
    qtbot.waitUntil(lambda: page._editor is None)
    assert [one.text for one in page.desk.snapshot.of(AboutMe)] == ["A month without a bad day."]
    assert page.focusWidget() is page._edit


def test_a_click_opens_and_a_lock_keeps_what_is_typed(make: Make) -> None:
    page = make()
    click(row(page, Topic.TALK))
    write(focused(page), "Numbers sec")
    page.leave()
    assert "Numbers sec" in page.desk.journal.drafts()["about:talk"]


def test_what_one_fears_is_private_until_said_otherwise(make: Make) -> None:
    page = make()
    page.open_topic(Topic.FEAR)
    write(focused(page), "The next flare")
    form(page).save()
    (fear,) = page.desk.snapshot.of(AboutMe)
    assert (fear.topic, fear.sharing.mark) == (Topic.FEAR, Mark.PRIVATE)
    assert row(page, Topic.FEAR).line.marked == "private"


def test_what_is_hard_has_a_reason(make: Make) -> None:
    page = make(about(Topic.HARD, "Mornings.", because="I care for my mother"))
    assert row(page, Topic.HARD).line.text == "Mornings.\nBecause: I care for my mother"


def test_a_story_longer_than_half_a_page_ends_on_paper_where_the_person_says(make: Make) -> None:
    long = "It began in my knees. " * 60 + "And it goes on."
    page = make(about(Topic.STORY, long))
    assert page.story.length.words.startswith("304 words. Longer than half a page.")
    stops = page.story._stops
    assert stops.isVisible()
    stops.setCurrentIndex(1)
    stops.activated.emit(1)
    (story,) = page.desk.snapshot.of(AboutMe)
    assert long[: story.printed].endswith("knees.")
    assert len(long[: story.printed].split()) == 250
    page.desk.journal.undo()
    assert page.desk.snapshot.of(AboutMe)[0].printed == 0


def test_a_short_story_says_its_length_and_asks_for_no_full_stop(make: Make) -> None:
    page = make(about(Topic.STORY, "It started with my knees"))
    assert page.story.length.words == "5 words. Half a page is plenty."
    assert not page.story._stops.isVisible()


def test_a_new_condition_is_not_confirmed_by_being_written(make: Make) -> None:
    page = make()
    push(page, "Add a condition")
    write(form(page).first_focus(), "Lupus")
    assert next(field.box.value for field in form(page)._fields if field.name == "status") is None
    form(page).save()
    assert [(one.name, one.status) for one in page.desk.snapshot.of(Condition)] == [
        ("Lupus", ConditionStatus.SUSPECTED)
    ]


def test_what_i_wonder_about_stands_apart_from_what_i_was_told(make: Make) -> None:
    page = make(
        Condition(id=RecordId("a"), written=EVENING, name="Arthritis"),
        Condition(id=RecordId("b"), written=EVENING, name="Dry eyes", wondering=True),
    )
    assert titles(page, "Conditions") == ["Arthritis", "I wonder about", "Dry eyes"]


def test_allergies_stand_apart_from_what_i_do_not_tolerate(make: Make) -> None:
    page = make(
        Allergy(id=RecordId("a"), written=EVENING, substance="Penicillin", reaction="rash"),
        Allergy(id=RecordId("b"), written=EVENING, substance="Milk", intolerance=True),
    )
    assert titles(page, "Allergies") == ["Penicillin: rash", "I don’t tolerate", "Milk"]


def test_none_that_i_know_of_is_an_answer_and_can_be_taken_back(make: Make) -> None:
    page = make()
    push(page, "I have none that I know of")
    assert titles(page, "Allergies") == ["None that I know of"]
    push(page, "I am not sure any more")
    assert titles(page, "Allergies") == []
    assert page.desk.snapshot.of(NoneKnown) == ()


def test_a_safety_fact_is_not_answered_by_opening_it(make: Make) -> None:
    page = make()
    assert titles(page, "For safety")[1] == "Smoking: Not written"
    page.facts.safety.emit(SafetyTopic.SMOKING)
    form(page).save()
    assert page.desk.snapshot.of(SafetyFact) == ()
    answer = form(page)._rows["answer"]
    assert isinstance(answer, FormRow)
    assert answer.error
    form(page)._fields[0].box.take_draft("no")
    form(page).save()
    assert [one.answer for one in page.desk.snapshot.of(SafetyFact)] == [SafetyAnswer.NO]
    assert titles(page, "For safety")[1] == "Smoking: No"


def test_rather_not_say_keeps_a_safety_fact_private(make: Make) -> None:
    page = make(
        SafetyFact(id=RecordId("s"), written=EVENING, topic=SafetyTopic.SMOKING, answer=SafetyAnswer.YES)
    )
    page.facts.safety.emit(SafetyTopic.SMOKING)
    next(field for field in form(page)._fields if field.name == "kept").box.take_draft("yes")
    form(page).save()
    (kept,) = page.desk.snapshot.of(SafetyFact)
    assert kept.sharing == PRIVATE


def test_whom_they_may_talk_to_is_one_tick_and_undone(make: Make) -> None:
    page = make(Contact(id=RecordId("t"), written=EVENING, name="Tomás", phone="020", call_first=True))
    page.facts.talk.emit("t", True)
    (contact,) = page.desk.snapshot.of(Contact)
    assert contact.may_be_spoken_to
    page.desk.journal.undo()
    assert not page.desk.snapshot.of(Contact)[0].may_be_spoken_to


def test_whom_to_involve_stands_with_the_person(make: Make) -> None:
    page = make(Contact(id=RecordId("t"), written=EVENING, name="Tomás", involve="He can fetch Inés."))
    involve = row(page, "involve")
    assert involve.line.text == "Tomás: He can fetch Inés."
    press(involve, Key.Key_Return)
    assert form(page).record.id == "t"


def test_a_goal_goes_on_is_reached_changed_or_let_go(make: Make) -> None:
    page = make(Goal(id=RecordId("g"), written=EVENING, text="Three days at the library"))
    assert page.goals.rows[0].spoken == "you wrote Three days at the library, going on"
    page.open_record("g")
    next(field for field in form(page)._fields if field.name == "state").box.take_draft("resting")
    form(page).save()
    assert page.desk.snapshot.of(Goal)[0].state is GoalState.RESTING
    assert page.goals.rows[0].pill == ("plain", "let go")


def test_what_changed_life_is_added_and_listed(make: Make) -> None:
    page = make()
    push(page, "Add what happened")
    write(form(page).first_focus(), "I became a mother")
    form(page).save()
    (event,) = page.desk.snapshot.of(Event)
    assert (event.event, event.title) == (EventKind.LIFE_CHANGE, "I became a mother")
    assert [one.words for one in page.events.rows] == ["I became a mother"]


def test_something_new_is_called_by_its_name_when_it_is_saved(make: Make) -> None:
    page = make()
    heard = Heard()
    heard.listen(page.desk)
    push(page, "Add an allergy")
    write(form(page).first_focus(), "Penicillin")
    form(page).save()
    assert heard.said == [("Saved: Penicillin", True)]


def test_what_is_seldom_asked_comes_when_it_is_wanted_or_written(make: Make) -> None:
    page = make(about(Topic.EXAMINATION, "A chaperone"))
    assert Topic.EXAMINATION in {one.line.key for one in page.rows}
    assert Topic.BODY not in {one.line.key for one in page.rows}
    push(page, "More about me")
    assert Topic.BODY in {one.line.key for one in page.rows}


def test_where_there_is_less_room_the_facts_open_as_a_page(make: Make) -> None:
    page = make(Condition(id=RecordId("a"), written=EVENING, name="Arthritis"), width=800)
    push(page, "The facts: 1")
    assert page.facts.isVisible()
    page.go_back()
    assert page.story.isVisible()


def test_a_record_is_opened_from_elsewhere_in_its_row(make: Make) -> None:
    page = make(about(Topic.BODY, "Cold rooms help."))
    page.open_record(Topic.BODY)
    assert form(page).record.id == str(Topic.BODY)
    kept = page.desk.snapshot.get(AboutMe, RecordId(Topic.BODY))
    assert kept is not None
    page.close_editor()
    page.desk.journal.amend(replace(kept, text="Warm ones too."))
    assert row(page, Topic.BODY).line.text == "Warm ones too."
