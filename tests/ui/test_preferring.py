"""What is chosen is used at once in the whole window, and can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records.record import RecordId
from app.i18n import Words
from app.services.session import Session
from app.ui.desk import Desk
from app.ui.pages.keep_safe import KeepSafePage
from app.ui.theme.theme import Theme
from app.ui.told_once import ToldOnce
from tests.services.cheap import note
from tests.ui.desks import session_with
from tests.ui.hands import press

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(tmp_path: Path) -> Session:
    made = session_with(tmp_path)
    made.state.set_look(made.state.look())
    return made


@pytest.fixture
def told_once(session: Session, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    made.show_journal()
    return made


def desk_of(told_once: ToldOnce) -> Desk:
    desk = told_once._desk
    assert desk is not None
    return desk


def shows_bigger(theme: Theme) -> bool:
    return theme.look.bigger_buttons


def test_a_choice_is_kept_used_at_once_and_taken_back(
    session: Session, told_once: ToldOnce, theme: Theme
) -> None:
    desk_of(told_once).prefer("Bigger buttons on", bigger_buttons=True, theme="day")
    assert shows_bigger(theme)
    assert session.state.look().bigger_buttons
    assert told_once.window.toast.words == "Bigger buttons on"
    press(told_once.window, Key.Key_Z, CTRL)
    assert told_once.window.toast.words == "Undone: Bigger buttons on"
    assert not shows_bigger(theme)
    assert not session.state.look().bigger_buttons


def test_undo_is_for_the_journal_again_once_it_has_changed(session: Session, told_once: ToldOnce) -> None:
    desk_of(told_once).prefer("Hide the name on the cover", hide_name=True)
    session.journal.record(note("a", "x"))
    told_once.window.undo()
    assert session.state.look().hide_name
    assert RecordId("a") not in {record.id for record in session.journal.snapshot}


def test_two_choices_are_taken_back_one_after_the_other(session: Session, told_once: ToldOnce) -> None:
    desk_of(told_once).prefer("one", hide_name=True)
    desk_of(told_once).prefer("two", lock_minutes=5)
    told_once.window.undo()
    assert (session.state.look().hide_name, session.state.look().lock_minutes) == (True, 15)
    told_once.window.undo()
    assert not session.state.look().hide_name


def test_another_clock_is_spoken_at_once_where_the_person_is(session: Session, told_once: ToldOnce) -> None:
    page = told_once.window.go_to("keep_safe")
    assert isinstance(page, KeepSafePage)
    page.point_at("about")
    desk_of(told_once).prefer("12 hours", clock="12", date_style="month")
    again = told_once.window.page
    assert isinstance(again, KeepSafePage)
    assert again is not page
    assert again.list.key == "about"
    assert desk_of(told_once).words.twelve_hour
    assert desk_of(told_once).words.date_style == "month"
    assert session.state.look().clock == "12"


def test_commands_take_the_keys_chosen_for_them(told_once: ToldOnce) -> None:
    desk_of(told_once).prefer("Lock now: Ctrl+J", keys={"lock": ("Ctrl+J",)})
    keys = {action.objectName(): action.shortcut().toString() for action in told_once.window.actions()}
    assert keys["lock"] == "Ctrl+J"
    view = told_once.window.view
    assert view is not None
    assert view.rail.lock_button.keys == "Ctrl J"
    assert keys["undo"] == "Ctrl+Z"
    told_once.window.undo()
    lock = told_once.window.findChild(QAction, "lock")
    assert lock is not None
    assert lock.shortcut().toString() == "Ctrl+L"


def test_a_choice_that_cannot_be_kept_is_not_used(
    session: Session, told_once: ToldOnce, theme: Theme, tmp_path: Path
) -> None:
    heard: list[str] = []
    desk_of(told_once).troubled.connect(heard.append)
    state = session.places.state
    state.unlink()
    state.mkdir()
    (state / "in the way").write_bytes(b"")
    assert not desk_of(told_once).prefer("Easier reading on", easier_reading=True)
    assert heard
    assert not theme.look.easier_reading
    assert tmp_path.exists()


def test_only_keys_with_ctrl_swallows_plain_keys_everywhere_but_in_text(told_once: ToldOnce) -> None:
    typed: list[str] = []

    class Heard(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            typed.append(event.text())

    heard, line = Heard(told_once.window), QLineEdit(told_once.window)
    for key in (Key.Key_L, Key.Key_5, Key.Key_Plus):
        press(heard, key)
    assert typed == ["l", "5", "+"]
    desk_of(told_once).prefer("Only keys with Ctrl: on", only_ctrl_keys=True, theme="day")
    for key in (Key.Key_L, Key.Key_5, Key.Key_Plus, Key.Key_Space):
        press(heard, key)
    press(line, Key.Key_L)
    assert typed == ["l", "5", "+", " "]
    assert line.text() == "l"
    told_once.window.undo()
    press(heard, Key.Key_L)
    assert typed[-1] == "l"


def test_any_page_can_point_at_a_panel_and_tab_goes_from_the_list_into_it(
    told_once: ToldOnce, qtbot: QtBot
) -> None:
    desk_of(told_once).pointed.emit("keep_safe", "locking")
    page = told_once.window.page
    assert isinstance(page, KeepSafePage)
    assert page.list.key == "locking"
    focus = told_once.window.focusWidget()
    assert focus is not None
    assert page.panel.isAncestorOf(focus)
    press(focus, Key.Key_Escape)
    qtbot.waitUntil(page.list.hasFocus)
    press(page.list, Key.Key_Tab)
    after = told_once.window.focusWidget()
    assert after is page.panel.first_focus()
    press(after, Key.Key_Comma, CTRL)
    assert page.list.hasFocus()
