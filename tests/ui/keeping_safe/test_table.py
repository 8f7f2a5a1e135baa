"""A table from another tracker: its columns chosen by keys, its lines not understood kept as notes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records import Note, Record, SymptomEntry
from app.ui.bringing.found import FoundStep
from app.ui.bringing.table import TableStep
from app.ui.desk import Desk
from app.ui.keeping_safe.bring_in import BringInPanel
from tests.ui.access import unnamed
from tests.ui.hands import click, press

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TEXT = "date,pain,mood\n2026-05-10,6,bad\n2026-05-11,4,meh\n2026-05-12,14,good\n"


@pytest.fixture
def records() -> tuple[Record, ...]:
    return ()


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot, tmp_path: Path) -> BringInPanel:
    made = BringInPanel(desk, "Bring in")
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    path = tmp_path / "tracker.csv"
    path.write_text(TEXT, "utf-8")
    made.look_inside(path)
    qtbot.waitUntil(lambda: isinstance(made.step, TableStep), timeout=10_000)
    return made


def table(panel: BringInPanel) -> TableStep:
    assert isinstance(panel.step, TableStep)
    return panel.step


def found(panel: BringInPanel, qtbot: QtBot) -> FoundStep:
    qtbot.waitUntil(lambda: panel.found is not None, timeout=10_000)
    assert panel.found is not None
    return panel.found


def choose(panel: BringInPanel, place: int, words: str) -> None:
    picker = table(panel).pickers[place]
    picker.setCurrentIndex(picker.findText(words))


def test_the_first_rows_show_as_they_will_be(panel: BringInPanel) -> None:
    assert table(panel).pickers[1].currentText() == "How bad, 0 to 10"
    first = table(panel).list.rows[0]
    assert first.spoken.replace("\u00a0", " ").startswith("pain 6, mood: bad, Readings, 10 May 2026")
    assert list(unnamed(panel)) == []


def test_columns_are_chosen_and_everything_comes_in_and_goes_out_again(
    panel: BringInPanel, desk: Desk, qtbot: QtBot
) -> None:
    choose(panel, 1, "A number to keep")
    assert table(panel).trouble.words == ""
    choose(panel, 1, "How bad, 0 to 10")
    assert "4: 2026-05-12, 14, good" in table(panel).trouble.words
    click(table(panel).keep)
    press(table(panel), Key.Key_Return, CTRL)
    press(found(panel, qtbot), Key.Key_Return, CTRL)
    entries = desk.snapshot.of(SymptomEntry)
    assert sorted(one.severity or 0 for one in entries) == [4, 6]
    assert "2026-05-12, 14, good" in [note.text for note in desk.snapshot.of(Note)]
    desk.journal.undo()
    assert desk.snapshot.of(SymptomEntry) == ()


def test_without_a_date_it_says_what_is_missing(panel: BringInPanel) -> None:
    choose(panel, 0, "Leave it out")
    assert table(panel).trouble.words == "Say first which column is the date."
    click(table(panel).go_on)
    assert table(panel).rows[0].error == "Say first which column is the date."
    assert panel.found is None


def test_esc_leaves_and_nothing_is_kept(panel: BringInPanel, desk: Desk) -> None:
    before = desk.snapshot
    press(table(panel), Key.Key_Escape)
    assert panel.step is None
    assert panel.where.isVisible()
    assert desk.snapshot == before
