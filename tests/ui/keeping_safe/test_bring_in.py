"""Bring in by keys: a file, what was found, what is kept, and everything taken out again."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from pytestqt.qtbot import QtBot

from app.domain.records import Condition, Note, Person, Record, Treatment, TreatmentChange
from app.domain.records.record import RecordId
from app.domain.records.when import on_day
from app.services.exporting import take
from app.services.importing import accept
from app.ui.bringing.choosing import leave_out, take_in
from app.ui.bringing.found import FoundStep
from app.ui.desk import Desk
from app.ui.keeping_safe.bring_in import BringInPanel
from app.ui.widgets.notice import Notice
from tests.ui.access import name_of, unnamed
from tests.ui.desks import Heard, session_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

ENTRIES: list[dict[str, object]] = [
    {
        "resource": {
            "resourceType": "Condition",
            "id": "c1",
            "code": {"text": "Rheumatoid arthritis"},
            "onsetDateTime": "2019-03",
        }
    },
    {
        "resource": {
            "resourceType": "MedicationStatement",
            "id": "m1",
            "status": "active",
            "medicationCodeableConcept": {"text": "Methotrexate"},
            "effectiveDateTime": "2020-01-02",
        }
    },
    {"resource": {"resourceType": "Basic", "id": "b1"}},
]


def bundle(*entries: dict[str, object]) -> str:
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": [*entries, *ENTRIES]})


@pytest.fixture
def records() -> tuple[Record, ...]:
    return ()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> BringInPanel:
    made = BringInPanel(desk, "Bring in")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.first_focus().setFocus()
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my record.json"
    path.write_text(bundle(), "utf-8")
    return path


def look_inside(page: BringInPanel, path: Path, qtbot: QtBot) -> FoundStep:
    page.where.path.clear()
    write(page.where.path, str(path))
    press(page.where.path, Key.Key_Return)
    qtbot.waitUntil(lambda: page.found is not None, timeout=10_000)
    assert page.found is not None
    return page.found


def all_ids(desk: Desk) -> set[str]:
    return {record.id for record in desk.snapshot}


def tick_names(step: FoundStep) -> list[str]:
    return [tick.text() for tick in step._ticks.values()]


def test_looking_changes_nothing_and_tells_what_is_there(
    page: BringInPanel, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    before = all_ids(desk)
    step = look_inside(page, file, qtbot)
    assert all_ids(desk) == before
    assert "Conditions: 1 of 1" in tick_names(step)
    assert "Treatments: 1 of 1" in tick_names(step)
    assert any("not understood and stays in the file: Basic" in remark for remark in step._remarks())
    assert {"Rheumatoid arthritis", "Methotrexate"} <= {row.title for row in step.list.rows}
    assert not page.where.reading.working.at_work


def test_it_comes_in_as_one_change_and_undo_takes_all_of_it_out(
    page: BringInPanel, desk: Desk, heard: Heard, file: Path, qtbot: QtBot
) -> None:
    step = look_inside(page, file, qtbot)
    count = len(step.list.rows)
    press(step.bring, Key.Key_Space)
    assert heard.said == [(f"Brought in: {count}. Undo takes all of it out again.", True)]
    assert [one.name for one in desk.snapshot.of(Condition)] == ["Rheumatoid arthritis"]
    assert page.found is None
    assert page.where.path.text() == ""
    assert not page.where.path.isUndoAvailable()  # Ctrl+Z in it takes out what came in
    desk.journal.undo()
    assert desk.snapshot.of(Condition) == ()
    assert desk.snapshot.of(Treatment) == ()


def test_a_file_about_someone_else_asks_to_look_twice(
    page: BringInPanel, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    me = desk.snapshot.person
    assert me is not None
    desk.journal.amend(replace(me, born=on_day(date(1984, 10, 2))))
    born = {"resourceType": "Patient", "id": "p", "name": [{"text": "Bo"}], "birthDate": "1950-01-01"}
    path = tmp_path / "other.json"
    path.write_text(bundle({"resource": born}), "utf-8")
    step = look_inside(page, path, qtbot)
    notices = [one.words for one in step.findChildren(Notice)]
    assert notices == [
        "This file is about Bo, born on another day than you. Look twice before you bring it in."
    ]


def test_a_second_time_nothing_is_new(page: BringInPanel, file: Path, qtbot: QtBot) -> None:
    press(look_inside(page, file, qtbot).bring, Key.Key_Space)
    step = look_inside(page, file, qtbot)
    assert "There is nothing new in this file." in step._remarks()
    assert any(remark.startswith("Already in your journal: ") for remark in step._remarks())
    assert not step.bring.isVisible()
    assert step.first_focus() is step._back


def test_space_leaves_one_and_what_belongs_to_it(
    page: BringInPanel, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    step = look_inside(page, file, qtbot)
    whole = step.kept
    treatment = next(row.key for row in step.list.rows if row.title == "Methotrexate")
    step.list.choose(treatment)
    press(step.list, Key.Key_Space)
    row = next(row for row in step.list.rows if row.key == treatment)
    assert row.pill == ("plain", "leave")
    assert row.spoken.endswith("leave")
    assert step.kept < whole - 1
    assert step.bring.text() == f"Bring in {step.kept}"
    press(step.list, Key.Key_Return, CTRL)
    assert desk.snapshot.of(TreatmentChange) == ()
    assert [one.name for one in desk.snapshot.of(Condition)] == ["Rheumatoid arthritis"]


def test_a_whole_kind_can_be_left_and_kept_again(page: BringInPanel, file: Path, qtbot: QtBot) -> None:
    step = look_inside(page, file, qtbot)
    whole, tick = step.kept, step._ticks["treatment"]
    press(tick, Key.Key_Space)
    assert not tick.isChecked()
    assert "Changes of treatments: 0 of 1" in tick_names(step)
    press(step._ticks["treatment change"], Key.Key_Space)
    assert tick.isChecked()
    assert step.kept == whole


def test_nothing_left_to_keep_brings_nothing(
    page: BringInPanel, heard: Heard, file: Path, qtbot: QtBot
) -> None:
    step = look_inside(page, file, qtbot)
    for tick in step._ticks.values():
        if tick.isChecked():
            press(tick, Key.Key_Space)
    assert step.kept == 0
    press(step.bring, Key.Key_Space)
    assert heard.said == []
    assert page.found is step


def test_esc_leaves_without_bringing_anything(
    page: BringInPanel, desk: Desk, file: Path, qtbot: QtBot
) -> None:
    before = all_ids(desk)
    press(look_inside(page, file, qtbot), Key.Key_Escape)
    assert page.found is None
    assert all_ids(desk) == before
    assert page.where.path.text() == str(file)


@pytest.mark.parametrize(
    "given",
    [
        ("empty.json", b""),
        ("cut.json", b'{"resourceType": "Bundle", "entry": ['),
        ("other.txt", b"dear diary"),
        ("doctype.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><Bundle xmlns="http://hl7.org/fhir">&x;</Bundle>'),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_changes_nothing(
    page: BringInPanel, desk: Desk, tmp_path: Path, qtbot: QtBot, given: tuple[str, bytes]
) -> None:
    name, content = given
    before = all_ids(desk)
    (tmp_path / name).write_bytes(content)
    page.where.take_file(str(tmp_path / name))
    qtbot.waitUntil(lambda: bool(page.trouble.words), timeout=10_000)
    assert page.found is None
    assert all_ids(desk) == before
    assert not page.where.reading.working.at_work


@pytest.mark.parametrize("place", ["nowhere.json", ".", "journals/Ada.toldonce"])
def test_a_place_without_such_a_file_gets_a_sentence(
    page: BringInPanel, tmp_path: Path, qtbot: QtBot, place: str
) -> None:
    page.where.take_file(str(tmp_path / place))
    qtbot.waitUntil(lambda: bool(page.trouble.words), timeout=10_000)
    assert page.found is None


def test_without_a_file_it_says_what_is_missing(page: BringInPanel) -> None:
    click(page.where.look)
    assert page.where.row.error == "Type or choose a file first."
    assert page.focusWidget() is page.where.path


def test_a_file_can_be_dropped_on_the_page(page: BringInPanel, file: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    here, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(here.toPoint(), copy, data, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(here, copy, data, left, none))
    qtbot.waitUntil(lambda: page.found is not None, timeout=10_000)


def test_everything_taken_out_comes_into_another_journal_whole(
    page: BringInPanel, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    other = session_with(tmp_path / "other", *some_days())
    take(other.journal, tmp_path / "everything.json")
    step = look_inside(page, tmp_path / "everything.json", qtbot)
    press(step.bring, Key.Key_Space)
    theirs = {record.id: record for record in other.journal.snapshot if not isinstance(record, Person)}
    mine = {record.id: record for record in page.desk.snapshot}
    assert {key: (mine.get(key), theirs[key]) for key in theirs if mine.get(key) != theirs[key]} == {}
    assert heard.said[0][1]
    other.lock(backup=False)


def test_everything_has_a_name(page: BringInPanel, file: Path, qtbot: QtBot) -> None:
    assert list(unnamed(page)) == []
    assert name_of(page.where.path) == "File"
    step = look_inside(page, file, qtbot)
    assert list(unnamed(page)) == []
    assert name_of(step.list) == "What to keep"


def test_what_is_left_takes_along_what_makes_no_sense_alone() -> None:
    suggested: list[Record] = [record for record in some_days() if record.id in {"knee", "r1", "r2", "hand"}]
    left = leave_out(suggested, frozenset({RecordId("knee")}))
    assert left == {"knee", "r1"}
    assert take_in(suggested, left, frozenset({RecordId("r1")})) == frozenset()


def test_accepting_agrees_with_what_was_counted(
    desk: Desk, page: BringInPanel, file: Path, qtbot: QtBot
) -> None:
    step = look_inside(page, file, qtbot)
    treatment = next(record.id for record in step.suggestions.new if isinstance(record, Treatment))
    step._turn(treatment)
    change = accept(desk.journal, step.suggestions, step._left)
    assert len(change.ids) == step.kept
    assert desk.snapshot.of(Note) == ()
