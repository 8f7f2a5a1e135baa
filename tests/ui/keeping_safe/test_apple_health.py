"""A long export is read in the background, says how far it is, and can be stopped."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.records import Measurement, Record
from app.services.progress import Cancelled
from app.ui.bringing.reading import Reading
from app.ui.desk import Desk
from app.ui.keeping_safe.bring_in import BringInPanel
from app.ui.widgets.tick_box import TickBox
from tests.exchange.test_apple_health import export, record, zipped
from tests.ui.hands import click

WAIT = 20_000


@pytest.fixture
def records() -> tuple[Record, ...]:
    return ()


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BringInPanel:
    made = BringInPanel(desk, "Bring in")
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_export_comes_in_and_goes_out_again(
    panel: BringInPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(
        zipped(export(*(record("HeartRate", value, unit="count/min") for value in ("60", "70"))))
    )
    panel.look_inside(path)
    qtbot.waitUntil(lambda: panel.found is not None, timeout=WAIT)
    assert panel.found is not None
    click(panel.found.bring)
    assert [one.name for one in desk.snapshot.of(Measurement)] == ["Heart rate"]
    desk.journal.undo()
    assert desk.snapshot.of(Measurement) == ()


def test_stopping_changes_nothing_and_says_so(
    panel: BringInPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before = desk.snapshot
    path = tmp_path / "export.xml"
    path.write_bytes(export(*[record("StepCount", "1", unit="count")] * 20_000))
    panel.look_inside(path)
    panel.leave()
    qtbot.waitUntil(lambda: panel.trouble.words != "", timeout=WAIT)
    assert panel.trouble.words == "Stopped. Nothing was changed."
    assert not panel.where.reading.isVisible()
    assert desk.snapshot == before


def test_it_says_how_far_it_is_with_a_way_to_stop(desk: Desk, qtbot: QtBot) -> None:
    reading = Reading(desk.words)
    qtbot.addWidget(reading)
    reading.show()
    reading.begin()
    assert not reading.stop_button.isVisible()
    told: list[object] = []
    reading.telling(told.append)(40_000, 0.19)
    reading.show_step(told[0])
    said = "Reading… 40,000 of about 211,000 readings. You can go on writing."
    assert reading.working.words == said
    click(reading.stop_button)
    with pytest.raises(Cancelled):
        reading.telling(told.append)(45_000, 0.2)


def test_each_kind_of_reading_is_kept_or_left_by_its_name(
    panel: BringInPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "export.xml"
    rows = (record("StepCount", "100", unit="count"), record("HeartRate", "60", unit="count/min"))
    path.write_bytes(export(*rows))
    panel.look_inside(path)
    qtbot.waitUntil(lambda: panel.found is not None, timeout=WAIT)
    assert panel.found is not None
    ticks = {tick.text(): tick for tick in panel.found.findChildren(TickBox)}
    assert sorted(ticks) == ["Heart rate: 1 of 1", "Steps: 1 of 1"]
    click(ticks["Steps: 1 of 1"])
    click(panel.found.bring)
    assert [one.name for one in desk.snapshot.of(Measurement)] == ["Heart rate"]
