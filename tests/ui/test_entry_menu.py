"""The menu of an entry: the same in every list, by keys and by mouse, each choice undoable."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from app.domain.records import Clinician, Note
from app.domain.records.record import PRIVATE, Mark, RecordId
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.entry_menu import EntryMenus, menu_of, offer_menus
from app.ui.entry_panels import TagPanel, WhenPanel, known_tags
from app.ui.pages.about_me import AboutMePage
from app.ui.pages.care_team import CareTeamPage
from app.ui.pages.questions import QuestionsPage
from app.ui.pages.timeline import TimelinePage
from app.ui.pages.today import TodayPage
from app.ui.pages.visits import VisitsPage
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.row_menu import RowMenuButton
from tests.ui.access import name_of, unnamed
from tests.ui.desks import EVENING, TODAY, Heard, desk_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
NOTE = RecordId("note")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    note = Note(id=NOTE, written=EVENING, text="Slept well", when=on_day(TODAY), tags=("sleep",))
    other = Note(id=RecordId("other"), written=EVENING, text="Not so well", tags=("sleep", "night"))
    made = desk_with(tmp_path, *some_days(), note, other)
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Iterator[RecordList]:
    """A list of two notes with its menus, in a window."""
    made = RecordList("Notes", grows=True)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(made)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.show_rows((RecordRow(key=NOTE, title="Slept well"), RecordRow(key="other", title="Not so well")))
    offer_menus(desk, made, made.opened.emit, orders=True)
    made.setFocus()
    yield made
    window.close()


def ask_by_key(shown: RecordList) -> QMenu:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), shown.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(shown, event)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(menu: QMenu, text: str) -> None:
    action = next(one for one in menu.actions() if one.text() == text)
    menu.hide()
    action.trigger()


def note(desk: Desk) -> Note:
    found = desk.snapshot.get(Note, NOTE)
    assert found is not None
    return found


def test_the_menu_key_offers_everything_in_the_same_order(shown: RecordList) -> None:
    menu = ask_by_key(shown)
    assert [action.text() for action in menu.actions() if action.text()] == [
        *("Open", "Change", "Change when", "Sharing", "Add a tag", "Copy the words", "See earlier versions"),
        *("Move up", "Move down", "Move to trash"),
    ]
    menu.close()


def test_open_and_order_are_the_lists_own(shown: RecordList) -> None:
    opened, ordered = QSignalSpy(shown.opened), QSignalSpy(shown.ordered)
    choose(ask_by_key(shown), "Open")
    choose(ask_by_key(shown), "Move down")
    assert opened.at(0) == [NOTE]
    assert ordered.at(0) == [NOTE, 1]


def test_what_has_no_order_and_no_date_offers_neither(desk: Desk, shown: RecordList) -> None:
    menu = menu_of(desk, RecordId("osei"), shown, open_record=print, change=print)
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert "Change when" not in texts
    assert "Move up" not in texts
    assert menu_of(desk, RecordId("nowhere"), shown, open_record=print, change=print) is None
    assert desk.snapshot.get(Clinician, RecordId("osei")) is not None


def test_the_day_is_changed_in_words_and_undone(desk: Desk, heard: Heard, shown: RecordList) -> None:
    choose(ask_by_key(shown), "Change when")
    panel = shown.window().findChild(WhenPanel)
    assert panel is not None
    assert list(unnamed(panel)) == []
    field = QApplication.focusWidget()
    assert field is not None
    press(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(field, "6 May")
    press(field, Key.Key_Return)
    assert not panel.isVisible()
    when = note(desk).when
    assert when is not None
    assert when.day == TODAY.replace(day=6)
    assert heard.said[-1] == ("Changed when: 6\u00a0May\u00a02026", True)
    assert shown.hasFocus()
    desk.journal.undo()
    assert note(desk).when == on_day(TODAY)


def test_a_date_that_must_be_there_says_so_and_stays_open(desk: Desk, shown: RecordList) -> None:
    shown.show_rows((RecordRow(key="r1", title="Knee pain"),))
    shown.choose("r1")
    choose(ask_by_key(shown), "Change when")
    panel = shown.window().findChild(WhenPanel)
    assert panel is not None
    field = QApplication.focusWidget()
    assert field is not None
    press(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(field, Key.Key_Backspace)
    press(field, Key.Key_Return)
    assert panel.isVisible()
    assert panel.row.error == "Nothing is written here yet. A word or two is enough."
    press(field, Key.Key_Escape)
    assert not panel.isVisible()
    assert len(desk.journal.history(RecordId("r1"))) == 1


def test_tags_are_chosen_typed_and_taken_off(desk: Desk, heard: Heard, shown: RecordList) -> None:
    assert known_tags(desk) == ["sleep", "night"]
    choose(ask_by_key(shown), "Add a tag")
    panel = shown.window().findChild(TagPanel)
    assert panel is not None
    assert [(chip.text(), chip.isChecked()) for chip in panel.chips] == [("sleep", True), ("night", False)]
    click(panel.chips[0])
    click(panel.chips[1])
    write(panel.line, "holiday")
    press(panel.line, Key.Key_Return)
    assert note(desk).tags == ("night", "holiday")
    assert heard.said[-1] == ("Tags: night and holiday", True)
    desk.journal.undo()
    assert note(desk).tags == ("sleep",)


def test_sharing_is_one_of_the_marks_own_choices(desk: Desk, heard: Heard, shown: RecordList) -> None:
    menu = ask_by_key(shown)
    sharing = next(action.menu() for action in menu.actions() if action.text() == "Sharing")
    assert isinstance(sharing, QMenu)
    private = next(one for one in sharing.actions() if one.text() == "Private, never in a document")
    assert [one.text() for one in sharing.actions() if one.isChecked()] == ["May be shared"]
    private.trigger()
    menu.close()
    assert note(desk).sharing == PRIVATE
    assert heard.said[-1] == ("Sharing: private", True)
    desk.journal.undo()
    assert note(desk).sharing.mark is Mark.SHARED


def test_copied_words_are_marked_for_clipboard_managers(shown: RecordList) -> None:
    choose(ask_by_key(shown), "Copy the words")
    data = QGuiApplication.clipboard().mimeData()
    assert sorted(data.text().split("\n")) == ["Slept well", "sleep"]
    assert data.hasFormat("x-kde-passwordManagerHint")
    QGuiApplication.clipboard().clear()


def test_earlier_versions_and_the_trash(desk: Desk, heard: Heard, shown: RecordList) -> None:
    choose(ask_by_key(shown), "See earlier versions")
    assert heard.wanted == [("history", NOTE)]
    choose(ask_by_key(shown), "Move to trash")
    assert desk.snapshot.get(Note, NOTE) is None
    desk.journal.undo()
    assert desk.snapshot.get(Note, NOTE) is not None


def test_three_dots_stand_at_the_chosen_row_for_the_mouse(shown: RecordList) -> None:
    dots = shown.findChild(RowMenuButton)
    assert dots is not None
    assert name_of(dots) == "More about this entry"
    press(shown, Key.Key_Down)
    assert dots.isVisible()
    assert shown.visualRect(shown.currentIndex()).contains(dots.geometry().center())
    click(dots)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Open"
    menu.close()


@pytest.mark.parametrize(
    "make", [TodayPage, QuestionsPage, VisitsPage, CareTeamPage, AboutMePage, TimelinePage]
)
def test_every_page_that_lists_entries_has_it(desk: Desk, make: type[Any], qtbot: QtBot) -> None:
    page = make(desk)
    qtbot.addWidget(page)
    assert any(page.findChildren(EntryMenus))
