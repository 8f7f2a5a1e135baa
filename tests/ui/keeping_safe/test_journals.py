"""Journals: going to another, making one, deleting the open one after its name is typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.keeping_safe.journals import JournalsPanel
from tests.services.cheap import PASSPHRASE
from tests.ui.access import unnamed
from tests.ui.desks import desk_with
from tests.ui.hands import click, press, write

Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path)
    session = made.session
    made.leave()
    session.lock(backup=False)
    session.create(tmp_path / "journals" / "Ben.toldonce", PASSPHRASE, "Ben")
    desk = Desk(session, made.words)
    yield desk
    desk.leave()
    session.lock(backup=False)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> JournalsPanel:
    made = JournalsPanel(desk, "Journals")
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_open_one_stands_first_and_says_so(panel: JournalsPanel) -> None:
    assert [row.title for row in panel.list.rows] == ["Ben", "Ada"]
    assert panel.list.rows[0].spoken.startswith("Ben, open now, last changed ")
    assert list(unnamed(panel)) == []


def test_another_is_opened_by_keys(panel: JournalsPanel, desk: Desk, tmp_path: Path) -> None:
    asked = QSignalSpy(desk.leaving)
    panel.list.setFocus()
    panel.list.choose(panel.list.rows[0].key)
    assert not panel.open.isVisible()
    press(panel.list, Key.Key_Down)
    press(panel.list, Key.Key_Return)
    press(panel.open, Key.Key_Space)
    assert asked.at(0) == ["switch", str(tmp_path / "journals" / "Ada.toldonce")]


def test_a_new_one_and_closing_this_one_are_asked_for(panel: JournalsPanel, desk: Desk) -> None:
    asked = QSignalSpy(desk.leaving)
    click(panel.new)
    click(panel.shut)
    assert [asked.at(0), asked.at(1)] == [["new", ""], ["you", ""]]


def test_deleting_asks_for_the_name_and_says_what_stays(panel: JournalsPanel, desk: Desk) -> None:
    asked = QSignalSpy(desk.leaving)
    ask = panel.ask_to_delete()
    assert "The backups stay in " in ask.accessibleDescription()
    assert ask.focusWidget() is ask.line
    write(ask.line, "Ada")
    click(ask.do)
    assert ask.row.error == "That is not its name. Nothing is deleted."
    assert asked.count() == 0
    ask.line.setText("Ben")
    click(ask.do)
    assert asked.at(0) == ["delete", ""]
