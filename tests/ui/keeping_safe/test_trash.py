"""The trash: put back and undone, destroyed after a question, emptied, and kind when it is empty."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records.record import RecordId
from app.ui.desk import Desk
from app.ui.keeping_safe.trash import TrashPanel
from tests.ui.access import name_of, unnamed
from tests.ui.desks import KNEE, Heard
from tests.ui.hands import click, press

Key = Qt.Key


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> TrashPanel:
    made = TrashPanel(desk, "Trash")
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.refresh()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def titles(panel: TrashPanel) -> list[str]:
    return [row.title.replace("\u00a0", " ") for row in panel.list.rows]


def test_an_empty_trash_says_so_and_nothing_can_be_pressed(panel: TrashPanel) -> None:
    assert panel.first_focus() is None
    assert not panel.put_back.isVisible()
    assert panel.ask_to_destroy() is None
    assert panel.ask_to_empty() is None


def test_a_thing_is_put_back_by_keys_alone_and_that_is_undone(desk: Desk, panel: TrashPanel) -> None:
    heard = Heard()
    heard.listen(desk)
    desk.journal.trash(RecordId("r1"))
    assert titles(panel) == ["Knee pain 4 of 10, 11 May 2026, 18:40"]
    panel.list.setFocus()
    press(panel.list, Key.Key_Return)
    press(panel.put_back, Key.Key_Space)
    assert not desk.snapshot.trashed
    assert heard.said[0][1]
    desk.journal.undo()
    assert [one.id for one in desk.snapshot.trashed] == ["r1"]
    assert len(panel.list.rows) == 1


def test_a_row_says_what_and_since_when(desk: Desk, panel: TrashPanel) -> None:
    desk.journal.trash(RecordId("why"))
    (row,) = panel.list.rows
    said = "question: Could the injections be closer?, put here 12 May 2026"
    assert row.spoken.replace("\u00a0", " ") == said
    assert list(unnamed(panel)) == []


def test_the_question_names_the_thing_and_esc_keeps_it(desk: Desk, panel: TrashPanel) -> None:
    desk.journal.trash(KNEE)
    ask = panel.ask_to_destroy()
    assert ask is not None
    assert ask.accessibleName() == "Destroy “Knee pain”?"
    assert "1 thing that belongs to it goes too." in ask.accessibleDescription()
    assert "older backups still hold it" in ask.accessibleDescription()
    assert ask.focusWidget() is ask.keep
    assert name_of(ask.do) == "Destroy"
    press(ask, Key.Key_Escape)
    assert KNEE in desk.snapshot.records


def test_destroying_forgets_it_with_what_belongs_to_it(desk: Desk, panel: TrashPanel) -> None:
    desk.journal.trash(KNEE)
    ask = panel.ask_to_destroy()
    assert ask is not None
    click(ask.do)
    assert {KNEE, RecordId("r1")}.isdisjoint(desk.snapshot.records)
    assert titles(panel) == []


def test_the_whole_trash_is_emptied_after_one_question(desk: Desk, panel: TrashPanel) -> None:
    desk.journal.trash(RecordId("why"), RecordId("bad"))
    ask = panel.ask_to_empty()
    assert ask is not None
    assert ask.accessibleName() == "Destroy all 2 things?"
    click(ask.do)
    assert desk.snapshot.trashed == ()
    assert RecordId("r1") in desk.snapshot.records


def test_what_it_says_can_be_read_before(desk: Desk, panel: TrashPanel) -> None:
    heard = Heard()
    heard.listen(desk)
    desk.journal.trash(RecordId("why"))
    click(panel.look)
    assert heard.wanted == [("history", "why")]
