"""The form of a reading: one question open, the rest a line each, earlier answers one press away."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Symptom, SymptomEntry
from app.domain.records.record import RecordId
from app.domain.records.symptoms import Anchor, Impact
from app.domain.records.when import at_time
from app.ui.desk import Desk
from app.ui.editors.folding import FoldedRow
from app.ui.editors.symptom_entry import ScaleRow, SymptomEntryEditor, symptom_entry_editor
from app.ui.editors.word_chips import WordChips
from app.ui.widgets.severity_scale import SeverityScale
from tests.ui.access import description_of, name_of, unnamed
from tests.ui.desks import EVENING, KNEE, desk_with, reading, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    earlier = (
        replace(reading("a", KNEE, 5, days_ago=3), worse_with=("stairs", "rain"), helped_by=("warm bath",)),
        replace(reading("b", KNEE, 5, days_ago=2), worse_with=("Stairs",), tags=("work",)),
        replace(reading("c", KNEE, 5, days_ago=4), worse_with=("stairs",)),
    )
    made = desk_with(tmp_path, *some_days(), *earlier)
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> SymptomEntryEditor:
    new = SymptomEntry(id=RecordId("new"), written=EVENING, symptom=KNEE, when=at_time(EVENING))
    return shown(desk, new, qtbot, new=True)


def shown(desk: Desk, entry: SymptomEntry, qtbot: QtBot, *, new: bool = False) -> SymptomEntryEditor:
    made = symptom_entry_editor(desk, entry, new=new)
    assert isinstance(made, SymptomEntryEditor)
    qtbot.addWidget(made)
    made.resize(700, 1400)
    made.show()
    return made


def row(form: SymptomEntryEditor, name: str) -> FoldedRow:
    return form._lines[name]


def saved(desk: Desk, key: str = "new") -> SymptomEntry:
    found = desk.snapshot.get(SymptomEntry, RecordId(key))
    assert found is not None
    return found


def chips(form: SymptomEntryEditor, name: str) -> WordChips:
    field = row(form, name).field
    assert isinstance(field, WordChips)
    return field


def push(form: QWidget, words: str) -> None:
    click(next(one for one in form.findChildren(QPushButton) if one.text() == words and one.isVisible()))


def test_only_how_bad_is_open_and_the_rest_is_a_line_each(form: SymptomEntryEditor) -> None:
    assert isinstance(form.first_focus(), SeverityScale)
    assert form.first_focus().isVisible()
    assert [one for one, line in form._lines.items() if line.is_open] == []
    assert list(form._lines) == [
        *("when", "lasted", "where", "worse_with", "helped_by", "tags"),
        *("impact", "could_not", "note", "attachments"),
    ]
    assert list(unnamed(form)) == []


def test_a_line_opens_and_closes_by_enter_and_says_what_is_chosen(form: SymptomEntryEditor) -> None:
    note = row(form, "note")
    assert (name_of(note.line), description_of(note.line)) == ("In my words", "Closed. Enter opens it.")
    press(note.line, Key.Key_Return)
    assert note.field.isVisible()
    assert form.focusWidget() is note.field
    assert description_of(note.line) == "Open. Enter closes it."
    write(note.field, "On the stairs.")
    press(note.line, Key.Key_Return)
    assert not note.field.isVisible()
    assert name_of(note.line) == "In my words, On the stairs."


def test_a_long_text_is_kept_whole_and_its_line_stays_short(form: SymptomEntryEditor, desk: Desk) -> None:
    text = "a day like any other. " * 10_000
    row(form, "note").field.setPlainText(text)  # type: ignore[attr-defined]
    assert len(row(form, "note").line.chosen) <= 200
    form.save()
    assert saved(desk).note == text


def test_everything_said_in_the_form_is_saved(form: SymptomEntryEditor, desk: Desk) -> None:
    scale = form.first_focus().focusProxy()
    assert scale is not None
    press(scale, Key.Key_6)
    form.open_field("lasted")
    push(form, "3 hours")
    push(form, "still going")
    form.open_field("where")
    write(row(form, "where").field.focusProxy(), "left knee")  # type: ignore[arg-type]
    press(row(form, "where").field.focusProxy(), Key.Key_Return)  # type: ignore[arg-type]
    form.open_field("worse_with")
    press(chips(form, "worse_with").first_focus(), Key.Key_Space)
    form.open_field("impact")
    impact = row(form, "impact").field.focusProxy()
    assert impact is not None
    press(impact, Key.Key_Right)
    press(impact, Key.Key_Space)
    assert row(form, "impact").line.chosen == "none"
    form.save()
    entry = saved(desk)
    assert (entry.severity, entry.where, entry.worse_with) == (6, ("left knee",), ("stairs",))
    assert entry.impact is Impact.NONE
    assert entry.lasted is not None
    assert (entry.lasted.words, entry.lasted.minutes, entry.lasted.still_going) == (
        "3 hours, still going",
        180,
        True,
    )
    desk.journal.undo()
    assert desk.snapshot.get(SymptomEntry, RecordId("new")) is None


def test_earlier_answers_are_offered_the_most_frequent_first(form: SymptomEntryEditor) -> None:
    assert [chip.text() for chip in chips(form, "worse_with")._chips] == ["stairs", "rain"]
    assert [chip.text() for chip in chips(form, "helped_by")._chips] == ["warm bath"]
    assert [chip.text() for chip in chips(form, "tags")._chips] == ["work"]


def test_a_new_answer_is_added_by_enter_and_one_not_added_yet_is_kept_too(
    form: SymptomEntryEditor, desk: Desk
) -> None:
    form.open_field("worse_with")
    worse = chips(form, "worse_with")
    write(worse.line, "cold")
    press(worse.line, Key.Key_Return)
    write(worse.line, "STAIRS")
    push(worse, "Add")  # it is there already, in another spelling
    write(worse.line, "long drives")
    assert row(form, "worse_with").line.chosen == "stairs, cold, long drives"
    form.save()
    assert saved(desk).worse_with == ("stairs", "cold", "long drives")


def test_just_note_it_empties_the_number_and_a_number_takes_it_back(
    form: SymptomEntryEditor, desk: Desk
) -> None:
    (scale,) = form.findChildren(SeverityScale)
    (beside,) = form.findChildren(ScaleRow)
    scale.pick(7)
    press(beside.note, Key.Key_Space)
    assert scale.value is None
    assert beside.note.isChecked()
    scale.pick(2)
    assert not beside.note.isChecked()
    press(beside.note, Key.Key_Space)
    form.save()
    assert saved(desk).severity is None


def test_a_reading_that_was_only_noted_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.journal.amend(replace(saved(desk, "r1"), severity=None))
    form = shown(desk, saved(desk, "r1"), qtbot)
    (beside,) = form.findChildren(ScaleRow)
    assert beside.note.isChecked()
    assert not form.touched


def test_the_person_s_own_numbers_stand_under_the_scale_and_are_spoken(desk: Desk, qtbot: QtBot) -> None:
    knee = desk.snapshot.get(Symptom, KNEE)
    assert knee is not None
    desk.journal.amend(replace(knee, anchors=(Anchor(severity=6, words="can work, can't drive"),)))
    form = shown(desk, saved(desk, "r1"), qtbot)
    (scale,) = form.findChildren(SeverityScale)
    assert description_of(scale).endswith("My 6 is: can work, can't drive.")


def test_a_half_written_reading_comes_back_with_its_lines(desk: Desk, qtbot: QtBot) -> None:
    new = SymptomEntry(id=RecordId("new"), written=EVENING, symptom=KNEE, when=at_time(EVENING))
    first = shown(desk, new, qtbot, new=True)
    first.open_field("worse_with")
    write(chips(first, "worse_with").line, "cold")
    first.leave()
    again = shown(desk, replace(new, id=RecordId("next")), qtbot, new=True)
    assert row(again, "worse_with").line.chosen == "cold"
    again.save()
    assert saved(desk, "next").worse_with == ("cold",)
    assert desk.journal.drafts() == {}


def test_what_is_refused_opens_its_line(form: SymptomEntryEditor, desk: Desk) -> None:
    form.open_field("could_not")
    row(form, "could_not").field.setText("x" * 3000)  # type: ignore[attr-defined]
    row(form, "could_not").close_row()
    form.save()
    assert row(form, "could_not").is_open
    assert row(form, "could_not").error
    assert desk.snapshot.get(SymptomEntry, RecordId("new")) is None
