"""Keep all of this from Dr X: one tick, what it covers in numbers, and one truth with the sharing mark."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.derived.sharing import kept_from
from app.domain.records import Clinician, Record, Visit
from app.domain.records.record import PRIVATE, ClinicianId, Mark, RecordId, Sharing
from app.ui.desk import Desk
from app.ui.editors.care import clinician_editor
from app.ui.editors.editor import Editor
from app.ui.editors.keep_from import KeepFrom
from app.ui.editors.visit import visit_editor
from app.ui.widgets.sharing_mark import SharingMark
from app.ui.widgets.text import Text
from tests.ui.access import name_of
from tests.ui.desks import EVENING, OSEI, some_days
from tests.ui.hands import click, press

RAHAL = ClinicianId(RecordId("rahal"))


@pytest.fixture
def records() -> tuple[Record, ...]:
    return (*some_days(), Clinician(id=RAHAL, written=EVENING, name="Dr Rahal"))


def shown(editor: Editor, qtbot: QtBot) -> KeepFrom:
    qtbot.addWidget(editor)
    editor.show()
    found = editor.findChild(KeepFrom)
    assert found is not None
    return found


def of_osei(desk: Desk) -> Editor:
    osei = desk.snapshot.clinician(OSEI)
    assert osei is not None
    return clinician_editor(desk, osei)


def test_one_tick_on_a_clinician_keeps_all_that_belongs_to_them(desk: Desk, qtbot: QtBot) -> None:
    editor = of_osei(desk)
    keep = shown(editor, qtbot)
    assert [name_of(tick) for tick in keep.ticks.values()] == ["Keep all of this from Dr Rahal"]
    (covers,) = [one.words for one in keep.findChildren(Text) if one.words.startswith("A tick covers")]
    assert "2 visits" in covers
    assert "1 question" in covers
    press(keep.ticks[RAHAL], Qt.Key.Key_Space)
    editor.save()
    assert {"osei", "thursday", "last", "why"} <= {one.id for one in kept_from(desk.snapshot, RAHAL)}
    desk.journal.undo()
    assert kept_from(desk.snapshot, RAHAL) == ()


def test_the_tick_and_the_sharing_mark_say_the_same(desk: Desk, qtbot: QtBot) -> None:
    editor = of_osei(desk)
    keep = shown(editor, qtbot)
    mark = editor.sharing.widget
    assert isinstance(mark, SharingMark)
    click(keep.ticks[RAHAL])
    assert mark.sharing == Sharing(mark=Mark.NOT_WITH, not_with=(RAHAL,))
    mark.choose(PRIVATE)
    assert not keep.ticks[RAHAL].isVisible()
    mark.choose(Sharing())
    assert keep.ticks[RAHAL].isVisible()
    assert not keep.ticks[RAHAL].isChecked()


def test_a_visit_can_be_kept_from_each_clinician(desk: Desk, qtbot: QtBot) -> None:
    visit = desk.snapshot.get(Visit, RecordId("last"))
    assert visit is not None
    editor = visit_editor(desk, visit)
    keep = shown(editor, qtbot)
    assert set(keep.ticks) == {OSEI, RAHAL}
    click(keep.ticks[OSEI])
    editor.save()
    kept = desk.snapshot.get(Visit, RecordId("last"))
    assert kept is not None
    assert kept.sharing.not_with == (OSEI,)


def test_a_tick_is_kept_as_a_draft(desk: Desk, qtbot: QtBot) -> None:
    editor = of_osei(desk)
    keep = shown(editor, qtbot)
    click(keep.ticks[RAHAL])
    editor.leave()
    again = shown(of_osei(desk), qtbot)
    assert again.ticks[RAHAL].isChecked()
