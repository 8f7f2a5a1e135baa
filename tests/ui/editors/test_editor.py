"""Forms: what is not touched comes back to the byte, nothing typed is lost, what is refused says why."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Clinician, Note, Question, Record, ResetConversation, SymptomEntry, Visit
from app.domain.records.record import PRIVATE, Mark, RecordId
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.editors.care import clinician_editor
from app.ui.editors.editor import UNNAMED, Editor
from app.ui.editors.opening import editor_of
from app.ui.editors.question import answer_editor, question_editor
from app.ui.editors.visit import after_editor, before_editor
from app.ui.widgets.form import FormRow
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.text_area import TextArea
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, OSEI, Heard, desk_with
from tests.ui.hands import press, write

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SAMPLE = sample_journal()
ODD = "  two  spaces\ttab \u202eright to left\u202c 👩‍🚀 e\u0301 \u0007 end \n"


def one_of_each() -> Iterator[Record]:
    """A few records of each kind that the sample has, with all their fields in use somewhere."""
    for kind in sorted({type(record) for record in SAMPLE}, key=lambda kind: kind.KIND):
        yield from islice((record for record in SAMPLE if type(record) is kind), 8)


def shown(editor: Editor | None, qtbot: QtBot) -> Editor:
    assert editor is not None
    qtbot.addWidget(editor)
    editor.resize(900, 1200)
    editor.show()
    return editor


def open_form(desk: Desk, key: str, qtbot: QtBot) -> Editor:
    return shown(editor_of(desk, RecordId(key)), qtbot)


def field(editor: Editor, label: str) -> QWidget:
    return next(
        one
        for kind in (QLineEdit, TextArea, SeverityScale)
        for one in editor.findChildren(kind)
        if one.accessibleName() == label
    )


def test_a_form_that_is_not_touched_gives_back_the_same_record_of_every_kind(
    tmp_path: Path, qtbot: QtBot
) -> None:
    desk = desk_with(tmp_path, *SAMPLE)
    opened = set()
    for record in one_of_each():
        editor = editor_of(desk, record.id)
        if editor is not None:
            shown(editor, qtbot)
            assert not editor.touched
            assert editor._changed() == editor.record
            assert list(unnamed(editor)) == []
            opened.add(record.KIND)
    assert opened >= {
        "visit",
        "question",
        "treatment change",
        "symptom entry",
        "clinician",
        "allergy",
        "about",
    }


def test_what_is_typed_is_kept_byte_for_byte(desk: Desk, qtbot: QtBot) -> None:
    editor = open_form(desk, "r1", qtbot)
    area = field(editor, "In my words")
    assert isinstance(area, TextArea)
    area.setPlainText(ODD)
    editor.save()
    saved = desk.snapshot.get(SymptomEntry, RecordId("r1"))
    assert saved is not None
    assert saved.note == ODD


def test_ctrl_enter_saves_and_says_so_and_undo_takes_it_back(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    editor = open_form(desk, "r1", qtbot)
    done = QSignalSpy(editor.done)
    area = field(editor, "In my words")
    write(area, "Stairs.")
    press(area, Key.Key_Return, CTRL)
    assert done.count() == 1
    assert heard.said == [("Saved: Knee pain", True)]
    desk.journal.undo()
    entry = desk.snapshot.get(SymptomEntry, RecordId("r1"))
    assert entry is not None
    assert entry.note == ""


def test_esc_leaves_and_what_was_typed_comes_back(desk: Desk, qtbot: QtBot) -> None:
    editor = open_form(desk, "r1", qtbot)
    write(field(editor, "In my words"), "Half a sen")
    press(editor, Key.Key_Escape)
    entry = desk.snapshot.get(SymptomEntry, RecordId("r1"))
    assert entry is not None
    assert entry.note == ""
    again = open_form(desk, "r1", qtbot)
    area = field(again, "In my words")
    assert isinstance(area, TextArea)
    assert area.words == "Half a sen"
    again.save()
    assert desk.journal.drafts() == {}


def test_typing_is_kept_by_itself_within_a_second_or_so(desk: Desk, qtbot: QtBot) -> None:
    editor = open_form(desk, "r1", qtbot)
    write(field(editor, "In my words"), "Half")
    qtbot.waitUntil(lambda: bool(desk.journal.drafts()), timeout=3000)
    assert json.loads(desk.journal.drafts()["symptom entry:r1"]) == {"note": "Half"}


def test_leave_it_as_it_was_forgets_the_draft(desk: Desk, qtbot: QtBot) -> None:
    editor = open_form(desk, "r1", qtbot)
    write(field(editor, "In my words"), "Half")
    editor.keep_draft()
    editor.throw_away()
    assert desk.journal.drafts() == {}


def test_a_date_that_is_not_understood_stays_in_the_field(desk: Desk, qtbot: QtBot) -> None:
    editor = open_form(desk, "thursday", qtbot)
    when = next(row.box.widget for row in editor._fields if row.name == "when")
    line = when.focusProxy()
    assert isinstance(line, QLineEdit)
    line.setText("before the move")
    editor.save()
    saved = desk.snapshot.get(Visit, RecordId("thursday"))
    assert saved is not None
    assert saved.when is not None
    assert saved.when.words == "before the move"


def test_without_its_one_word_a_record_is_refused_and_the_field_says_so(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    new = Clinician(id=RecordId("new"), written=EVENING, name=UNNAMED)
    editor = shown(clinician_editor(desk, new, new=True), qtbot)
    line = editor.first_focus()
    assert isinstance(line, QLineEdit)
    assert line.text() == ""
    editor.save()
    assert desk.snapshot.get(Clinician, RecordId("new")) is None
    row = editor._rows["name"]
    assert isinstance(row, FormRow)
    assert row.error
    assert heard.said == []
    write(line, "Dr Lindqvist")
    editor.save()
    assert desk.snapshot.get(Clinician, RecordId("new")) is not None


def test_a_draft_of_something_new_waits_for_the_next_new_one(desk: Desk, qtbot: QtBot) -> None:
    def new_form(key: str) -> Editor:
        new = Question(id=RecordId(key), written=EVENING, text=UNNAMED)
        return shown(question_editor(desk, new, new=True), qtbot)

    first = new_form("one")
    write(first.first_focus(), "Why now")
    first.leave()
    second = new_form("two")
    second.save()
    saved = desk.snapshot.get(Question, RecordId("two"))
    assert saved is not None
    assert saved.text == "Why now"


def test_a_mark_of_privacy_stays_through_a_change(desk: Desk, qtbot: QtBot) -> None:
    entry = desk.snapshot.get(SymptomEntry, RecordId("r1"))
    assert entry is not None
    desk.journal.amend(replace(entry, sharing=PRIVATE))
    editor = open_form(desk, "r1", qtbot)
    write(field(editor, "In my words"), "Mine.")
    editor.save()
    saved = desk.snapshot.get(SymptomEntry, RecordId("r1"))
    assert saved is not None
    assert (saved.note, saved.sharing.mark) == ("Mine.", Mark.PRIVATE)


def test_before_and_after_a_visit_are_kept_apart(desk: Desk, qtbot: QtBot) -> None:
    visit = desk.snapshot.get(Visit, RecordId("last"))
    assert visit is not None
    before = shown(before_editor(desk, visit), qtbot)
    write(before.first_focus(), "The injection fades")
    before.save()
    visit = desk.snapshot.get(Visit, RecordId("last"))
    assert visit is not None
    after = shown(after_editor(desk, visit), qtbot)
    write(after.first_focus(), "Keep going")
    after.save()
    saved = desk.snapshot.get(Visit, RecordId("last"))
    assert saved is not None
    assert saved.concerns[0].text == "The injection fades"
    assert saved.heard == "Keep going"


def test_an_answer_ends_a_question(desk: Desk, qtbot: QtBot) -> None:
    question = desk.snapshot.get(Question, RecordId("why"))
    assert question is not None
    editor = shown(answer_editor(desk, question), qtbot)
    write(editor.first_focus(), "Every ten days is fine")
    editor.save()
    saved = desk.snapshot.get(Question, RecordId("why"))
    assert saved is not None
    assert saved.life[-1].answer == "Every ten days is fine"


def test_a_megabyte_can_be_pasted_into_a_note(desk: Desk, qtbot: QtBot) -> None:
    text = "a day like any other. " * 50_000
    desk.journal.record(Note(id=RecordId("note"), written=EVENING, text="short"))
    editor = open_form(desk, "note", qtbot)
    area = editor.first_focus()
    assert isinstance(area, TextArea)
    area.setPlainText(text)
    editor.save()
    saved = desk.snapshot.get(Note, RecordId("note"))
    assert saved is not None
    assert saved.text == text


def test_what_has_no_form_or_is_not_there_opens_none(desk: Desk) -> None:
    key = RecordId("reset")
    desk.journal.record(ResetConversation(id=key, written=EVENING, clinician=OSEI, worried="Not heard"))
    assert editor_of(desk, key) is None
    assert editor_of(desk, RecordId("nowhere")) is None
