"""Keys by hand: another one, a conflict, the usual again; dates, clock, week and units; about."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import __version__
from app.domain.records import Record
from app.ui import actions
from app.ui.desk import Desk
from app.ui.editors.units import usual_unit
from app.ui.keeping_safe.about import AboutPanel
from app.ui.keeping_safe.keys import KeysPanel
from app.ui.keeping_safe.language import LanguagePanel
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.text import Text
from tests.ui.access import unnamed
from tests.ui.hands import click, press

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def records() -> tuple[Record, ...]:
    return ()


@pytest.fixture
def keys(desk: Desk, qtbot: QtBot) -> KeysPanel:
    made = KeysPanel(desk, "Keys")
    qtbot.addWidget(made)
    made.resize(830, 1400)
    made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.list.choose("lock")
    made.list.setFocus()
    return made


def chosen(desk: Desk) -> dict[str, tuple[str, ...]]:
    return dict(desk.session.state.look().keys)


def test_every_command_and_page_is_listed_with_its_keys(keys: KeysPanel) -> None:
    listed = {row.key: row for row in keys.list.rows}
    assert set(listed) == {act.key for act in actions.ACTS} | {
        f"page.{page}" for page in actions.PAGES_BY_KEY
    }
    assert listed["undo"].when == "Ctrl+Z"
    assert listed["redo"].spoken == "Redo, Ctrl+Shift+Z, Ctrl+Y"
    assert listed["page.keep_safe"].when == "Ctrl+,"
    assert list(unnamed(keys)) == []


def test_another_key_is_taken_by_pressing_it(keys: KeysPanel, desk: Desk) -> None:
    press(keys.list, Key.Key_Return)
    assert QApplication.focusWidget() is keys.catcher
    press(keys.catcher, Key.Key_Control)
    press(keys.catcher, Key.Key_J, CTRL)
    assert chosen(desk) == {"lock": ("Ctrl+J",)}
    row = next(row for row in keys.list.rows if row.key == "lock")
    assert (row.when, row.pill) == ("Ctrl+J", ("plain", "yours"))
    assert keys.list.hasFocus()
    click(keys.usual)
    assert chosen(desk) == {}
    assert not keys.usual.isVisible()


def test_a_key_that_means_something_else_is_refused_with_what_it_means(keys: KeysPanel, desk: Desk) -> None:
    click(keys.change)
    press(keys.catcher, Key.Key_N, CTRL)
    assert keys.trouble.words == (
        "Ctrl+N is used by: Write something down. Press another, or change that one first."
    )
    press(keys.catcher, Key.Key_C, CTRL)
    assert keys.trouble.words.startswith("Ctrl+C is used by: every window and field.")
    press(keys.catcher, Key.Key_A)
    assert keys.trouble.words == "That one types or moves. Press it with Ctrl or Alt, or an F key."
    press(keys.catcher, Key.Key_Escape)
    assert keys.list.hasFocus()
    assert chosen(desk) == {}


def test_a_usual_key_that_went_to_another_command_is_not_taken_from_it(keys: KeysPanel, desk: Desk) -> None:
    desk.prefer("", keys={"lock": ("Ctrl+J",), "cover": ("Ctrl+L",)})
    keys.refresh()
    click(keys.usual)
    assert keys.trouble.words == "Ctrl+L is used by: Cover the screen. Change that one first."
    click(keys.all_usual)
    assert chosen(desk) == {}
    assert not keys.all_usual.isVisible()


def test_only_keys_with_ctrl(keys: KeysPanel, desk: Desk, theme: Theme) -> None:
    assert actions.plain_keys_on()
    press(keys.switches["only_ctrl_keys"], Key.Key_Space)
    assert desk.session.state.look().only_ctrl_keys
    theme.wear(Look(theme="day", only_ctrl_keys=True))
    assert not actions.plain_keys_on()


def test_dates_clock_and_week(desk: Desk, qtbot: QtBot) -> None:
    panel = LanguagePanel(desk, "Language and dates")
    qtbot.addWidget(panel)
    panel.refresh()
    panel.show()
    for field, place, kept in (("date_style", 2, "month"), ("clock", 2, "12"), ("first_weekday", 3, 6)):
        pick, _ = panel.picks[field]
        assert pick.currentIndex() == 0
        assert pick.currentText().startswith("As my computer: ")
        for _ in range(place):
            press(pick, Key.Key_Down)
        assert getattr(desk.session.state.look(), field) == kept
    assert panel.picks["date_style"][0].currentText() == "May\u00a012,\u00a02026"
    assert panel.picks["clock"][0].currentText() == "6:40\u00a0pm"
    assert list(unnamed(panel)) == []


def test_a_unit_is_suggested_where_it_is_known(desk: Desk) -> None:
    desk.prefer("", weight_unit="lb")
    look = desk.session.state.look()
    assert usual_unit("Body weight", look) == "lb"
    assert usual_unit("Blood sugar, morning", look) == "mmol/L"
    assert usual_unit("Peak flow", look) == ""


def test_about_says_version_network_and_every_licence(desk: Desk, qtbot: QtBot) -> None:
    panel = AboutPanel(desk, "About Told Once")
    qtbot.addWidget(panel)
    panel.show()
    said = {text.words for text in panel.findChildren(Text)}
    assert f"Version {__version__}" in said
    assert "It has no network code. Nothing leaves this computer unless you save it somewhere." in said
    assert any(line.startswith("Qt for Python 6.") for line in said)
    for licence in panel.licences:
        press(licence.button, Key.Key_Return)
        assert len(licence.text.words) > 500
        assert licence.text.isVisible()
        press(licence.button, Key.Key_Return)
        assert not licence.text.isVisible()
    assert list(unnamed(panel)) == []
