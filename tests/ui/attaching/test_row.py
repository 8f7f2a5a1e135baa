"""Photos and files in a form: nothing is lost, nothing lies about outside the journal."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.records import Attachment, Note, SymptomEntry
from app.domain.records.record import PRIVATE, SHARED, AttachmentId, RecordId
from app.services import attaching
from app.services.sample import sample_files
from app.ui.attaching.form import Shown
from app.ui.attaching.looking import Looking, copy_to
from app.ui.attaching.row import AttachmentRow
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.editors.opening import editor_of
from tests.ui.access import name_of, unnamed
from tests.ui.desks import EVENING, Heard, only
from tests.ui.hands import click, press, write

PNG = sample_files()[0].data
READING = RecordId("r1")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "rash.png"
    path.write_bytes(PNG)
    return path


def form(desk: Desk, qtbot: QtBot, key: RecordId = READING) -> tuple[Editor, AttachmentRow]:
    editor = editor_of(desk, key)
    assert editor is not None
    qtbot.addWidget(editor)
    editor.resize(900, 1400)
    editor.show()
    row = editor.findChild(AttachmentRow)
    assert row is not None
    return editor, row


def added(row: AttachmentRow, path: Path, qtbot: QtBot) -> None:
    count = len(row.lines)
    row.add(path)
    qtbot.waitUntil(lambda: len(row.lines) == count + 1)


def files(desk: Desk) -> tuple[Attachment, ...]:
    return desk.snapshot.of(Attachment)


def reading(desk: Desk) -> SymptomEntry:
    found = desk.snapshot.get(SymptomEntry, READING)
    assert found is not None
    return found


def test_a_photo_is_kept_at_once_described_and_saved_with_the_reading(
    desk: Desk, heard: Heard, photo: Path, qtbot: QtBot
) -> None:
    editor, row = form(desk, qtbot)
    added(row, photo, qtbot)
    assert heard.said == [("Kept in the journal: rash.png", True)]
    assert editor.focusWidget() is row.lines[0].caption
    write(row.lines[0].caption, "The knee, swollen")
    editor.save()
    (file,) = files(desk)
    assert (file.caption, file.sharing, file.photo) == ("The knee, swollen", PRIVATE, True)
    assert reading(desk).attachments == (file.id,)
    assert attaching.bytes_of(desk.journal, file.id) == PNG
    desk.journal.undo()
    assert reading(desk).attachments == ()


def test_what_was_added_comes_back_after_a_lock_with_its_words_and_its_mark(
    desk: Desk, photo: Path, qtbot: QtBot
) -> None:
    editor, row = form(desk, qtbot)
    added(row, photo, qtbot)
    write(row.lines[0].caption, "The knee")
    row.lines[0].mark.choose(SHARED)
    editor.keep_draft()
    _, again = form(desk, qtbot)
    (line,) = again.lines
    assert (line.caption.text(), line.sharing) == ("The knee", SHARED)
    assert reading(desk).attachments == ()


def test_a_form_thrown_away_puts_what_was_added_into_the_trash(
    desk: Desk, heard: Heard, photo: Path, qtbot: QtBot
) -> None:
    editor, row = form(desk, qtbot)
    added(row, photo, qtbot)
    editor.throw_away()
    assert files(desk) == ()
    assert heard.said[-1] == ("1 file put in the trash", True)
    desk.journal.undo()
    assert len(files(desk)) == 1


def test_a_file_taken_out_goes_to_the_trash_with_the_save_unless_another_record_names_it(
    desk: Desk, photo: Path, qtbot: QtBot
) -> None:
    editor, row = form(desk, qtbot)
    added(row, photo, qtbot)
    editor.save()
    key = AttachmentId(files(desk)[0].id)
    note = Note(id=RecordId("n"), written=EVENING, text="See the photo", attachments=(key,))
    desk.journal.record(note)
    for record, left in ((READING, 1), (RecordId("n"), 0)):
        editor, row = form(desk, qtbot, record)
        click(row.lines[0].remove)
        assert row.keys() == ()
        editor.save()
        assert len(files(desk)) == left


def test_undo_while_the_form_is_open_takes_the_file_out_and_redo_brings_it_back(
    desk: Desk, photo: Path, qtbot: QtBot
) -> None:
    _, row = form(desk, qtbot)
    added(row, photo, qtbot)
    write(row.lines[0].caption, "Knee")
    desk.journal.undo()
    assert row.lines == []
    desk.journal.redo()
    assert [line.caption.text() for line in row.lines] == ["Knee"]


def test_too_large_says_so_in_place_and_keeps_nothing(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(attaching.LARGEST + 1)
    _, row = form(desk, qtbot)
    row.add(film)
    qtbot.waitUntil(lambda: bool(row.trouble.words))
    assert (
        row.trouble.words == "This file is larger than 50 MB. Make it smaller, or keep it beside the journal."
    )
    assert files(desk) == ()


def test_a_copied_picture_and_dropped_files_are_taken(desk: Desk, photo: Path, qtbot: QtBot) -> None:
    _, row = form(desk, qtbot)
    press(row.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "There is no photo or file to paste." in row.trouble.words
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    press(row.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [line.attachment.media_type for line in row.lines] == ["image/png"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    none = Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    row.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, left, none))
    qtbot.waitUntil(lambda: len(row.lines) == 2)
    QGuiApplication.clipboard().clear()


def test_everything_has_a_name_and_the_keys_reach_it(desk: Desk, photo: Path, qtbot: QtBot) -> None:
    editor, row = form(desk, qtbot)
    added(row, photo, qtbot)
    assert list(unnamed(editor)) == []
    line = row.lines[0]
    assert name_of(line.look) == "Look at rash.png"
    assert name_of(line.remove) == "Take rash.png out"
    assert name_of(line.caption) == "What rash.png shows"
    qtbot.waitUntil(lambda: line.thumb.has_picture)


def test_a_photo_is_looked_at_over_the_page_and_esc_goes_back(desk: Desk, photo: Path, qtbot: QtBot) -> None:
    editor, row = form(desk, qtbot)
    added(row, photo, qtbot)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(editor)
    window.resize(1200, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    row.lines[0].look.setFocus()
    press(row.lines[0].look, Qt.Key.Key_Return)
    shown = window.findChild(Looking)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pages.page == 1)
    assert shown.accessibleName() == "rash.png"
    press(shown.close_button, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is row.lines[0].look


def test_a_text_is_shown_and_what_can_not_be_shown_says_so(desk: Desk, qtbot: QtBot) -> None:
    kept = {}
    for name, data in (("letter.txt", b"Dear Ada"), ("scan.heic", b"\0\0\0\x18ftypheic" + bytes(40))):
        file = attaching.described(name, data, desk.session.clock, desk.session.make_id)
        desk.journal.attach(file, data)
        kept[name] = file
    window = QMainWindow()
    qtbot.addWidget(window)
    letter = Looking(desk, kept["letter.txt"], window)
    assert letter.text.words == "Dear Ada"
    scan = Looking(desk, kept["scan.heic"], window)
    qtbot.waitUntil(lambda: "can't be shown here" in scan.sentence.words)


def test_a_copy_says_that_it_is_not_encrypted(
    desk: Desk, heard: Heard, photo: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    _, row = form(desk, qtbot)
    added(row, photo, qtbot)
    copy_to(desk, row.lines[0].attachment, str(tmp_path / "copy.png"))
    assert heard.said[-1] == ("Saved a copy. It is not encrypted: copy.png", False)
    assert (tmp_path / "copy.png").read_bytes() == PNG
    copy_to(desk, row.lines[0].attachment, str(tmp_path / "no" / "copy.png"))
    assert heard.troubles == [
        "A file can't be put there. Nothing has changed. Give a file's name in a folder that is there."
    ]


def test_a_photo_has_a_form_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    file = attaching.described("rash.png", PNG, desk.session.clock, desk.session.make_id)
    desk.journal.attach(file, PNG)
    editor = editor_of(desk, file.id)
    assert editor is not None
    qtbot.addWidget(editor)
    editor.show()
    shown = editor.findChild(Shown)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.thumb.has_picture)
    assert not editor.touched
    write(editor.first_focus(), "The knee")
    editor.save()
    saved = only(desk.journal, Attachment)
    assert isinstance(saved, Attachment)
    assert saved.caption == "The knee"
