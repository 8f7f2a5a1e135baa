"""Recent changes: by day, taken back by keys, and told plainly where that can't be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records import Note
from app.domain.records.record import RecordId
from app.services.clock import FixedClock
from app.ui.desk import Desk
from app.ui.keeping_safe.recent import AT_ONCE, RecentPanel
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, Heard, desk_with
from tests.ui.hands import click, press

Key = Qt.Key
NOTE = Note(id=RecordId("n"), written=EVENING, text="one")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path)
    clock = made.session.clock
    assert isinstance(clock, FixedClock)
    made.journal.record(NOTE)
    clock.moment = EVENING + timedelta(days=1)
    made.journal.record(replace(NOTE, id=RecordId("m"), text="other"))
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> RecentPanel:
    made = RecentPanel(desk, "Recent changes")
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def titles(panel: RecentPanel) -> list[str]:
    return [row.title.replace("\u00a0", " ") for row in panel.list.rows]


def choose(panel: RecentPanel, title: str) -> None:
    panel.list.choose(next(row.key for row in panel.list.rows if row.title == title))


def test_everything_done_stands_under_its_day_the_newest_first(panel: RecentPanel) -> None:
    assert titles(panel)[:4] == [
        "Wednesday 13 May 2026",
        "note: other",
        "Tuesday 12 May 2026",
        "note: one",
    ]
    assert list(unnamed(panel)) == []


def test_a_change_of_another_day_is_taken_back_by_keys(desk: Desk, panel: RecentPanel) -> None:
    heard = Heard()
    heard.listen(desk)
    choose(panel, "note: one")
    panel.list.setFocus()
    press(panel.list, Key.Key_Return)
    press(panel.undo, Key.Key_Space)
    assert desk.snapshot.records[NOTE.id].trashed
    assert heard.said == [("Undone: note: one", False)]
    undone = [row for row in panel.list.rows if row.pill]
    assert [row.title for row in undone] == ["note: one"]
    assert undone[0].spoken.endswith("18:40, undone")


def test_taking_it_back_is_itself_taken_back(desk: Desk, panel: RecentPanel) -> None:
    choose(panel, "note: one")
    click(panel.undo)
    panel.list.choose(panel.list.rows[1].key)
    click(panel.undo)
    assert not desk.snapshot.records[NOTE.id].trashed
    assert [row.title for row in panel.list.rows if row.pill] == ["note: one"]


def test_what_was_changed_since_says_so_and_stays(desk: Desk, panel: RecentPanel) -> None:
    heard = Heard()
    heard.listen(desk)
    before = next(row.key for row in panel.list.rows if row.title == "note: one")
    desk.journal.amend(replace(NOTE, text="two"))
    panel.list.choose(before)
    click(panel.undo)
    assert "it has been changed since" in heard.troubles[0]
    assert desk.snapshot.records[NOTE.id] == replace(NOTE, text="two")


def test_what_was_destroyed_says_that_it_cannot_come_back(desk: Desk, panel: RecentPanel) -> None:
    heard = Heard()
    heard.listen(desk)
    desk.journal.forget(NOTE.id)
    panel.list.choose(panel.list.rows[1].key)
    assert not panel.look.isVisible()
    click(panel.undo)
    assert heard.troubles == ["What was destroyed for ever can't come back. Older backups still hold it."]


def test_what_changed_can_be_seen(desk: Desk, panel: RecentPanel) -> None:
    heard = Heard()
    heard.listen(desk)
    choose(panel, "note: one")
    click(panel.look)
    assert heard.wanted == [("history", "n")]


def test_earlier_ones_come_when_asked_for(desk: Desk, panel: RecentPanel) -> None:
    assert not panel.earlier.isVisible()
    for n in range(AT_ONCE):
        desk.journal.amend(replace(NOTE, text=f"version {n}"))
    shown = len(panel.list.rows)
    assert panel.earlier.isVisible()
    click(panel.earlier)
    assert len(panel.list.rows) > shown
    assert not panel.earlier.isVisible()
