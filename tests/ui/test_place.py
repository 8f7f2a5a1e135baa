"""After the cover and after a lock the person is where they were."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QScrollBar, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Question, Visit
from app.domain.records.person import Topic
from app.domain.records.record import RecordId
from app.domain.records.when import on_day
from app.i18n import Words
from app.services.session import Session
from app.ui.editors.editing_page import EditingPage
from app.ui.pages.about_me import AboutMePage
from app.ui.pages.questions import QuestionsPage
from app.ui.place import Place, name_of
from app.ui.told_once import ToldOnce
from app.ui.widgets.button import Button
from tests.services.cheap import PASSPHRASE, session_in
from tests.ui.desks import EVENING
from tests.ui.hands import press, write

SEEN = Visit(id=RecordId("v"), written=EVENING, when=on_day(EVENING.date()), reason="The knee")
ASKED = Question(id=RecordId("q"), written=EVENING, text="Why is it worse at night?")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = session_in(tmp_path)
    made.create(made.places.journals / "Ada.toldonce", PASSPHRASE, "Ada")
    made.journal.record(ASKED, SEEN)
    return made


@pytest.fixture
def told_once(session: Session, qtbot: QtBot) -> ToldOnce:
    return opened(session, qtbot)


def opened(session: Session, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.show_journal()
    return made


def in_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def begin_a_question(told_once: ToldOnce) -> None:
    page = told_once.window.go_to("questions")
    assert page is not None
    add = next(one for one in page.findChildren(Button) if one.text() == "Question")
    add.setFocus()
    press(add, Qt.Key.Key_Return)
    write(in_focus(), "does it ")
    press(in_focus(), Qt.Key.Key_Left)


def words_and_caret(field: QWidget) -> tuple[str, int]:
    if isinstance(field, QLineEdit):
        return field.text(), field.cursorPosition()
    assert isinstance(field, QTextEdit)
    return field.toPlainText(), field.textCursor().position()


def test_a_lock_in_the_middle_of_a_form_brings_page_field_and_caret_back(
    session: Session, told_once: ToldOnce, qtbot: QtBot
) -> None:
    begin_a_question(told_once)
    with qtbot.waitSignal(told_once.locked, timeout=10_000):
        told_once.window.lock_by_hand()
    session.unlock(session.places.journals / "Ada.toldonce", PASSPHRASE)
    again = opened(session, qtbot)
    assert words_and_caret(in_focus()) == ("does it ", 7)
    assert again.window.view is not None
    assert again.window.view.open_key == "questions"
    again.window.close()


def test_the_cover_brings_an_open_record_back_to_its_form(told_once: ToldOnce) -> None:
    page = told_once.window.go_to("questions")
    assert isinstance(page, QuestionsPage)
    page.open_record(str(ASKED.id))
    write(in_focus(), "And ")
    name = name_of(in_focus())
    told_once.window.toggle_cover()
    told_once.window.toggle_cover()
    assert name_of(in_focus()) == name
    assert "And " in words_and_caret(in_focus())[0]
    told_once.window.close()


def test_going_elsewhere_from_the_cover_forgets_where_it_was(told_once: ToldOnce) -> None:
    told_once.window.go_to("questions")
    told_once.window.toggle_cover()
    told_once.window.go_to("visits")
    assert told_once.window.place_left is None
    told_once.window.close()


def test_the_form_of_an_answer_comes_back_and_not_the_questions_own(told_once: ToldOnce) -> None:
    page = told_once.window.go_to("questions")
    assert isinstance(page, QuestionsPage)
    page.open_record(f"answer:{ASKED.id}")
    name = name_of(in_focus())
    write(in_focus(), "Because ")
    told_once.window.toggle_cover()
    told_once.window.toggle_cover()
    assert name_of(in_focus()) == name
    again = told_once.window.page
    assert isinstance(again, QuestionsPage)
    assert again.form_in_view() == (f"answer:{ASKED.id}", "")
    told_once.window.close()


def test_the_first_words_of_the_story_are_in_sight_after_a_lock(
    session: Session, told_once: ToldOnce, qtbot: QtBot
) -> None:
    page = told_once.window.go_to("about_me")
    assert isinstance(page, AboutMePage)
    page.open_topic(Topic.STORY)
    write(in_focus(), "It started when I could not hold a cup.")
    with qtbot.waitSignal(told_once.locked, timeout=10_000):
        told_once.window.lock_by_hand()
    session.unlock(session.places.journals / "Ada.toldonce", PASSPHRASE)
    again = opened(session, qtbot)
    assert words_and_caret(in_focus()) == ("It started when I could not hold a cup.", 39)
    again.window.close()


def hopes(page: QWidget) -> list[QLineEdit]:
    return [one for one in page.findChildren(QLineEdit) if one.accessibleName() == "What you hope for on it"]


def test_of_two_fields_of_one_name_the_second_is_found_again(told_once: ToldOnce) -> None:
    page = told_once.window.go_to("visits")
    assert isinstance(page, EditingPage)
    page.open_record("before:v")
    twins = hopes(page)
    twins[1].setFocus()
    write(twins[1], "an end")
    told_once.window.toggle_cover()
    told_once.window.toggle_cover()
    assert words_and_caret(in_focus()) == ("an end", 6)
    again = told_once.window.page
    assert again is not None
    twins = [
        one for one in again.findChildren(QLineEdit) if one.accessibleName() == "What you hope for on it"
    ]
    assert in_focus() is twins[1]
    told_once.window.close()


def way_down(page: QWidget) -> QScrollBar:
    area = next(one for one in page.findChildren(QScrollArea) if one.isVisible())
    return area.verticalScrollBar()


def test_the_page_is_as_far_down_as_it_was(told_once: ToldOnce, qtbot: QtBot) -> None:
    told_once.window.resize(1024, 700)
    page = told_once.window.go_to("visits")
    assert isinstance(page, EditingPage)
    page.open_record("after:v")
    qtbot.waitUntil(lambda: way_down(page).maximum() > 300)
    way_down(page).setValue(250)
    told_once.window.toggle_cover()
    told_once.window.toggle_cover()
    shown = told_once.window.page
    assert shown is not None
    qtbot.waitUntil(lambda: way_down(shown).value() == 250)
    told_once.window.close()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"page": "today", "more": 1}', "{"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert Place.of(text) is None


def test_a_place_comes_back_as_it_was() -> None:
    place = Place(page="visits", record="v", opener="", field="Reason — “knee”", caret=3)
    assert Place.of(place.text) == place
