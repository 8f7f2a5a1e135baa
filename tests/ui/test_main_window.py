from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.actions import ACTS, tab_keys
from app.ui.journal_view import PageTab
from app.ui.main_window import MainWindow
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.button import Button
from app.ui.widgets.keys_panel import KeysPanel
from app.ui.widgets.page import Page
from app.ui.widgets.rail import Tab
from tests.ui.access import interface, name_of, unnamed
from tests.ui.hands import press

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SECRET = "words nobody else may read"  # noqa: S105 - what a page shows


class _Commands:
    """Remembers what the window asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.undoable = ["knee pain 5 of 10"]

    def undo(self) -> str:
        self.asked.append("undo")
        return self.undoable.pop() if self.undoable else ""

    def redo(self) -> str:
        self.asked.append("redo")
        return ""

    def bad_day(self) -> str:
        self.asked.append("bad day")
        return "Bad day noted."

    def let_type(self, name: str) -> None:
        self.asked.append(f"{name} types")

    def lock(self, why: str) -> None:
        self.asked.append(f"lock {why}")


class _Page(Page):
    """A page with one field, that remembers being left."""

    left: list[str]

    def __init__(self, key: str, left: list[str]) -> None:
        super().__init__(key, Words(), margin_title="Beside")
        self.key = key
        self.left = left
        self.line = QLineEdit()
        self.line.setAccessibleName(SECRET)
        self.body.addWidget(self.line)

    def first_focus(self) -> QWidget:
        return self.line

    def leave(self) -> None:
        self.left.append(self.key)


class _Desk:
    """A window with two tabs and everything that is heard of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.commands = _Commands()
        self.left: list[str] = []
        self.made: list[str] = []
        self.looks: list[Look] = []
        self.window = MainWindow(Words(), self.looks.append)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def open(self) -> None:
        tabs = tuple(
            PageTab(
                tab=Tab(key=key, words=key.title(), icon="pill"),
                make=partial(self._make, key),
                in_rail=key != "history",
            )
            for key in ("today", "timeline", "history")
        )
        self.window.show_journal("Maya’s journal", tabs, self.commands)

    @property
    def page(self) -> _Page:
        page = self.window.page
        assert isinstance(page, _Page)
        return page

    def _make(self, key: str) -> QWidget:
        self.made.append(key)
        return _Page(key, self.left)


@pytest.fixture
def desk(qtbot: QtBot) -> _Desk:
    made = _Desk(qtbot)
    made.open()
    return made


def _names(root: QAccessibleInterface) -> set[str]:
    names = {root.text(QAccessible.Text.Name)}
    for place in range(root.childCount()):
        child = root.child(place)
        if child is not None:
            names |= _names(child)
    return names


def _forget_deleted() -> None:
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


def test_the_title_tells_nothing(desk: _Desk) -> None:
    assert desk.window.windowTitle() == "Told Once"
    desk.window.go_to("timeline")
    assert desk.window.windowTitle() == "Told Once"


def test_pages_are_made_when_first_opened(desk: _Desk) -> None:
    opened = QSignalSpy(desk.window.page_opened)
    assert desk.made == ["today"]
    desk.window.go_to("timeline")
    desk.window.go_to("today")
    assert desk.made == ["today", "timeline"]
    assert [opened.at(n)[0] for n in range(opened.count())] == ["timeline", "today"]
    assert desk.window.focusWidget() is desk.page.line


def test_ctrl_and_a_number_opens_a_tab_and_others_do_nothing(desk: _Desk) -> None:
    press(desk.page.line, Key.Key_2, CTRL)
    assert desk.page.key == "timeline"
    press(desk.page.line, Key.Key_5, CTRL)
    assert desk.page.key == "timeline"
    line_wanted = QSignalSpy(desk.window.line_wanted)
    press(desk.page.line, Key.Key_N, CTRL)
    assert line_wanted.count() == 1
    assert desk.page.key == "timeline"


def test_undo_takes_back_typing_first_and_then_the_journal(desk: _Desk) -> None:
    line = desk.page.line
    line.insert("kn")
    press(line, Key.Key_Z, CTRL)
    assert line.text() == ""
    assert desk.commands.asked == []
    press(line, Key.Key_Z, CTRL)
    assert desk.commands.asked == ["undo"]
    assert desk.window.toast.words == "Undone: knee pain 5 of 10"
    press(line, Key.Key_Z, CTRL)
    assert desk.window.toast.words == "There is nothing to undo today."
    line.setText("")
    press(line, Key.Key_Z, CTRL | SHIFT)
    assert desk.window.toast.words == "There is nothing to do again."


def test_locking_covers_first_and_leaves_nothing_to_read(desk: _Desk) -> None:
    desk.window.go_to("timeline")
    assert SECRET in _names(interface(desk.window))
    press(desk.page.line, Key.Key_L, CTRL)
    _forget_deleted()
    assert desk.commands.asked == ["lock you"]
    assert sorted(desk.left) == ["timeline", "today"]
    assert SECRET not in _names(interface(desk.window))
    assert desk.window.view is None
    assert desk.window.findChildren(_Page) == []


def test_a_locked_window_takes_no_more_commands(desk: _Desk) -> None:
    desk.window.lock("quiet")
    for act in (
        desk.window.toggle_cover,
        desk.window.undo,
        desk.window.note_bad_day,
        desk.window.lock_by_hand,
    ):
        act()
    press(desk.window, Key.Key_2, CTRL)
    assert desk.commands.asked == ["lock quiet"]
    assert desk.window.page is None


def test_the_cover_hides_everything_and_comes_off_again(desk: _Desk) -> None:
    desk.window.go_to("timeline")
    press(desk.page.line, Key.Key_F9)
    _forget_deleted()
    assert desk.window.page is None
    assert SECRET not in _names(interface(desk.window))
    assert "Show it again" in _names(interface(desk.window))
    press(desk.window, Key.Key_F9)
    assert desk.page.key == "timeline"
    assert desk.commands.asked == []


def test_the_quiet_minutes_warn_and_then_lock(desk: _Desk) -> None:
    desk.window.autolock.soon.emit()
    assert desk.window.bar.isVisible()
    desk.window.autolock.stayed.emit()
    assert not desk.window.bar.isVisible()
    desk.window.autolock.due.emit()
    assert desk.commands.asked == ["lock quiet"]


def test_the_computer_going_to_sleep_locks(desk: _Desk) -> None:
    desk.window.lock_with_computer()
    assert desk.commands.asked == ["lock computer"]


def test_a_bad_day_is_one_key(desk: _Desk) -> None:
    press(desk.page.line, Key.Key_F8)
    assert desk.commands.asked == ["bad day"]
    assert desk.window.toast.words == "Bad day noted."


def test_text_size_is_changed_by_keys_and_kept(desk: _Desk, theme: Theme) -> None:
    press(desk.page.line, Key.Key_Plus, CTRL)
    press(desk.page.line, Key.Key_Plus, CTRL)
    press(desk.page.line, Key.Key_Minus, CTRL)
    assert theme.look.text_size == 110
    press(desk.page.line, Key.Key_0, CTRL)
    assert [look.text_size for look in desk.looks] == [110, 125, 110, 100]


def test_f6_goes_through_the_parts_of_the_window(desk: _Desk) -> None:
    desk.page.add_action(Button("Bad day"))
    desk.window.say("Saved", undo=True)
    heard = []
    for _ in range(4):
        press(desk.window.focusWidget() or desk.window, Key.Key_F6)
        heard.append(name_of(desk.window.focusWidget() or desk.window))
    assert heard == ["Bad day", "Undo", "Pages", SECRET]
    press(desk.page.line, Key.Key_F6, SHIFT)
    assert name_of(desk.window.focusWidget() or desk.window) == "Pages"


def test_tab_goes_on_as_it_is_read_with_the_header_last(desk: _Desk, qtbot: QtBot) -> None:
    desk.page.add_action(Button("First action"))
    desk.page.margin.addWidget(Button("In the margin"))
    late = QLineEdit()
    late.setAccessibleName("Made last, read first")
    desk.page.body.insertWidget(0, late)
    qtbot.waitUntil(late.isVisible)
    late.setFocus()
    heard = []
    for _ in range(6):
        press(desk.window.focusWidget() or desk.window, Key.Key_Tab)
        heard.append(name_of(desk.window.focusWidget() or desk.window))
    assert heard == [SECRET, "In the margin", "First action", "Pages", "Maya’s journal", "Lock now"]
    press(desk.window.focusWidget() or desk.window, Key.Key_Backtab)
    assert name_of(desk.window.focusWidget() or desk.window) == "Maya’s journal"


def test_saving_by_hand_is_answered(desk: _Desk) -> None:
    press(desk.page.line, Key.Key_S, CTRL)
    assert desk.window.toast.words == "It is already saved."


def test_all_keys_are_listed(desk: _Desk) -> None:
    desk.window.show_keys()
    panel = desk.window.findChildren(KeysPanel)[0]
    model = panel.table.model()
    listed = {model.index(row, 0).data() for row in range(model.rowCount())}
    assert {act.phrase.english for act in ACTS} | {"Today", "Timeline"} == listed
    press(panel.table, Key.Key_Escape)
    assert not panel.isVisible()


def test_every_command_has_a_slot_and_keys_of_its_own() -> None:
    keys = [key for act in ACTS for key in act.keys] + [tab_keys(place) for place in range(10)]
    assert len(keys) == len(set(keys))
    assert all(callable(getattr(MainWindow, act.slot)) for act in ACTS)


@pytest.mark.parametrize(("width", "rail"), [(1366, 204), (1024, 80), (700, 80)])
def test_the_rail_folds_with_the_window(desk: _Desk, qtbot: QtBot, width: int, rail: int) -> None:
    desk.window.resize(width, 700)
    view = desk.window.view
    assert view is not None
    qtbot.waitUntil(lambda: view.rail.width() == rail)


@pytest.mark.parametrize("side", ["left", "right", "both"])
def test_the_toast_stands_at_the_persons_side(desk: _Desk, theme: Theme, side: str) -> None:
    theme.wear(Look(theme="day", keys_for=side))
    desk.window.say("Saved")
    box = desk.window.toast.geometry()
    left, right = box.left(), desk.window.width() - box.right() - 1
    assert {"left": left < right, "right": right < left, "both": abs(left - right) <= 1}[side]
    assert QRect(0, 0, 1366, 768).contains(box)


def test_nothing_in_the_window_is_without_a_name(desk: _Desk) -> None:
    assert list(unnamed(desk.window)) == []


def test_closing_the_window_saves_what_is_being_typed_and_tells(desk: _Desk) -> None:
    told = QSignalSpy(desk.window.closing)
    desk.window.close()
    assert desk.left == ["today"]
    assert told.count() == 1


def test_one_widget_can_fill_the_window(qtbot: QtBot) -> None:
    desk = _Desk(qtbot)
    whole = QLineEdit()
    desk.window.show_whole(whole)
    assert desk.window.centralWidget() is whole
    assert desk.window.page is None
    assert isinstance(QApplication.instance(), QApplication)


def test_what_is_saved_is_told_at_the_foot_of_the_rail(desk: _Desk) -> None:
    desk.window.show_saving("unsaved")
    assert "Not saved yet" in _names(interface(desk.window))
    desk.window.show_saving("saved")
    assert "Saved and encrypted" in _names(interface(desk.window))


def test_the_menu_is_hidden_until_asked_for_and_holds_every_command(desk: _Desk) -> None:
    bar = desk.window.menuBar()
    assert not bar.isVisible()
    texts = {action.text() for action in bar.actions()[0].menu().actions()}  # type: ignore[attr-defined]
    assert {act.phrase.english for act in ACTS} == texts
    press(desk.page.line, Key.Key_F10)
    assert bar.isVisible()
    desk.window.findChildren(QMenu)[0].close()


def test_a_very_wide_window_keeps_its_page_readable(desk: _Desk) -> None:
    desk.window.resize(1920, 800)
    assert desk.page._contents.maximumWidth() == 1480


def test_a_page_beside_the_tabs_leads_back_to_where_the_person_was(desk: _Desk) -> None:
    desk.window.go_to("timeline")
    other = QLineEdit(desk.page)
    other.show()
    other.setFocus()
    desk.window.go_to("history")
    assert desk.page.key == "history"
    desk.window.come_back()
    assert desk.page.key == "timeline"
    assert other.hasFocus()


def test_without_a_page_to_come_back_to_it_is_the_first_tab(desk: _Desk) -> None:
    desk.window.go_to("history")
    desk.window.toggle_cover()
    desk.window.toggle_cover()
    assert desk.page.key == "history"
    desk.window.come_back()
    assert desk.page.key == "today"
