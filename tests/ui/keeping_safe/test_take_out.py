"""Everything goes into one file, and never over another."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.desk import Desk
from app.ui.keeping_safe.take_out import TakeOutPanel
from tests.ui.desks import Heard, desk_with


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path)
    yield made
    made.leave()
    made.session.lock(backup=False)


def test_take_everything_out_writes_a_file_and_never_over_another(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = Heard()
    heard.listen(desk)
    panel = TakeOutPanel(desk, "Take everything out")
    qtbot.addWidget(panel)
    target = tmp_path / "out.json"
    panel.taking.take_to(str(target))
    assert heard.said == [("Everything is in out.json", False)]
    before = target.read_bytes()
    assert json.loads(before)
    panel.taking.take_to(str(target))
    assert target.read_bytes() == before
    assert heard.troubles
