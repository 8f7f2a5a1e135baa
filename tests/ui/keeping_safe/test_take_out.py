"""Everything goes into one file in each form, and never over another."""

import io
import json
import stat
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.records import Note, Record
from app.domain.records.record import PRIVATE, RecordId
from app.ui.desk import Desk
from app.ui.keeping_safe.take_out import ENCRYPTED, WAYS, TakeOutPanel, Way
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, Heard

NOTE = Note(id=RecordId("n"), written=EVENING, text="open words")


@pytest.fixture
def records() -> tuple[Record, ...]:
    return (NOTE, replace(NOTE, id=RecordId("p"), text="mine alone", sharing=PRIVATE))


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> TakeOutPanel:
    made = TakeOutPanel(desk, "Take everything out")
    qtbot.addWidget(made)
    made.show()
    return made


def take(panel: TakeOutPanel, key: str, path: Path, qtbot: QtBot) -> bytes:
    panel.take_to(key, str(path))
    qtbot.waitUntil(lambda: not panel.working.at_work, timeout=20_000)
    return path.read_bytes()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.key)
def test_each_form_lands_whole_where_it_was_wanted_for_this_person_only(
    way: Way, panel: TakeOutPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    key = way.key
    target = tmp_path / "out" / "file"
    target.parent.mkdir()
    data = take(panel, key, target, qtbot)
    assert data
    assert panel.done.words == "Everything is in file"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [one.name for one in target.parent.iterdir()] == ["file"]
    assert (b"open words" in data) is (key in {"json", "fhir"})


def test_it_is_never_written_over_another(
    panel: TakeOutPanel, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    heard = Heard()
    heard.listen(desk)
    target = tmp_path / "out.json"
    before = take(panel, "json", target, qtbot)
    assert json.loads(before)
    for key in ("json", "csv", "fhir", ENCRYPTED):
        assert take(panel, key, target, qtbot) == before
    assert len(heard.troubles) == 4


def test_private_things_go_to_another_system_only_when_ticked(
    panel: TakeOutPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    assert b"mine alone" not in take(panel, "fhir", tmp_path / "one", qtbot)
    panel.private.setChecked(True)
    assert b"mine alone" in take(panel, "fhir", tmp_path / "two", qtbot)


def test_tables_hold_what_is_private_too(panel: TakeOutPanel, qtbot: QtBot, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(take(panel, "csv", tmp_path / "t.zip", qtbot))) as zipped:
        assert "mine alone" in zipped.read("note.csv").decode("utf-8-sig")


def test_everything_has_a_name(panel: TakeOutPanel) -> None:
    assert list(unnamed(panel)) == []
    assert panel.first_focus() is panel.buttons["json"]
