"""Keep safe: the list of panels, the one in view, and the ways between them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records import Record
from app.ui.desk import Desk
from app.ui.keeping_safe.panels import PANELS
from app.ui.pages.keep_safe import KeepSafePage
from tests.ui.access import name_of, unnamed
from tests.ui.hands import press

Key = Qt.Key
Show = Callable[[int], KeepSafePage]


@pytest.fixture
def records() -> tuple[Record, ...]:
    return ()


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    def shown(width: int) -> KeepSafePage:
        made = KeepSafePage(desk)
        qtbot.addWidget(made)
        made.resize(width, 768)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.first_focus().setFocus()
        return made

    return shown


def test_it_opens_on_the_list_with_the_backups_beside_it(show: Show) -> None:
    page = show(1366)
    assert page.list.hasFocus()
    assert name_of(page.list) == "Keep safe"
    assert page.detail.title.words == "Backups"
    assert page.panel.isVisible()


def test_arrows_show_each_panel_enter_goes_into_it_and_esc_comes_back(show: Show) -> None:
    page = show(1366)
    for row in PANELS[1:]:
        press(page.list, Key.Key_Down)
        assert page.detail.title.words == row.phrase.english
        assert page.list.hasFocus()
    page.list.choose("backups")
    press(page.list, Key.Key_Return)
    inside = page.focusWidget()
    assert inside is not None
    assert page.panel.isAncestorOf(inside)
    press(inside, Key.Key_Escape)
    assert page.list.hasFocus()


def test_a_narrow_window_shows_list_and_panel_in_turn(show: Show) -> None:
    page = show(800)
    assert page.list.isVisible()
    assert not page.panel.isVisible()
    press(page.list, Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    page.go_back()
    assert page.list.hasFocus()


@pytest.mark.parametrize("row", PANELS, ids=[row.key for row in PANELS])
def test_every_panel_opens_by_its_key_and_nothing_in_it_is_without_a_name(show: Show, row: object) -> None:
    page = show(1366)
    key = row.key  # type: ignore[attr-defined]
    page.point_at(key)
    assert page.list.key == key
    assert page.form_in_view() == (key, "")
    assert list(unnamed(page)) == []


def test_a_key_that_is_none_changes_nothing(show: Show) -> None:
    page = show(1366)
    page.point_at("nothing of the kind")
    assert page.list.key == "backups"


def test_letters_in_the_list_do_not_search(show: Show) -> None:
    page = show(1366)
    press(page.list, Key.Key_A)
    assert page.list.key == "backups"
