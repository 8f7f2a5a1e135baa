"""Share: the pages as they will print, what is left out, and saving what is shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6 import QtPrintSupport
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from pytestqt.qtbot import QtBot

from app.domain.records import Clinician, Question, ShareRecord, Treatment
from app.domain.records.record import PRIVATE, Mark, RecordId, Sharing
from app.services.clock import FixedClock
from app.ui.desk import Desk
from app.ui.pages.share import SharePage
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, OSEI, Heard, desk_with, some_days
from tests.ui.hands import click, press

Key = Qt.Key


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path, *some_days())
    question = made.snapshot.get(Question, RecordId("why"))
    assert question is not None
    made.journal.amend(replace(question, sharing=PRIVATE))
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> SharePage:
    made = SharePage(desk)
    made.saving.folder = tmp_path
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    drawn(made, qtbot)
    return made


def drawn(page: SharePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.drawing.is_current, timeout=30_000)


def pdfs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"))


def text_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_what_is_shown_is_what_is_saved_and_it_is_noted_once(
    page: SharePage, desk: Desk, tmp_path: Path
) -> None:
    heard = Heard()
    heard.listen(desk)
    click(page.foot.button)
    (saved,) = pdfs(tmp_path)
    assert "Naproxen" in text_of(saved)
    assert "Could the injections be closer?" not in text_of(saved)
    assert len(desk.snapshot.of(ShareRecord)) == 1
    assert [(said, word) for said, (word, _) in heard.offered] == [(f"Saved: {saved.name}", "Show in folder")]
    assert page.foot.saved.words == f"Saved: {saved.name}"


def test_what_is_private_is_said_to_be_left_out_and_can_be_put_in_for_this_once(
    page: SharePage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page.look_through.toggled.emit("why")
    drawn(page, qtbot)
    assert "This now holds 1 thing you marked private: question" in page.private.words
    click(page.foot.button)
    assert "Could the injections be closer?" in text_of(pdfs(tmp_path)[0])
    still = desk.snapshot.get(Question, RecordId("why"))
    assert still is not None
    assert still.sharing == PRIVATE


def test_a_second_save_never_overwrites_the_first(page: SharePage, tmp_path: Path, qtbot: QtBot) -> None:
    click(page.foot.button)
    drawn(page, qtbot)
    click(page.foot.button)
    assert len(pdfs(tmp_path)) == 2


def test_a_folder_that_is_gone_is_said_and_nothing_is_noted(
    page: SharePage, desk: Desk, tmp_path: Path
) -> None:
    page.saving.folder = tmp_path / "a file"
    page.saving.folder.write_text("not a folder")
    click(page.foot.button)
    assert page.foot.trouble.words
    assert desk.snapshot.of(ShareRecord) == ()


def test_every_page_can_be_read_by_a_screen_reader(page: SharePage) -> None:
    assert list(unnamed(page)) == []
    assert page.first_focus().isVisible()
    assert page.bar.page_of.words.startswith("Page 1 of ")


def test_whoever_is_seen_next_is_offered_first(desk: Desk, page: SharePage, qtbot: QtBot) -> None:
    sooner = Clinician(id=RecordId("abel"), written=EVENING, name="Dr Abel")
    desk.journal.record(sooner)
    again = SharePage(desk)
    qtbot.addWidget(again)
    assert again.choice().for_clinician == OSEI
    assert page.choice().for_clinician == OSEI


def test_undo_passes_by_what_was_given_and_the_file_can_be_deleted(
    page: SharePage, desk: Desk, tmp_path: Path
) -> None:
    assert desk.journal.undoable is not None
    before = desk.journal.undoable.number
    click(page.foot.button)
    assert desk.journal.undoable.number == before
    page.saving.delete_file()
    assert pdfs(tmp_path) == []
    assert len(desk.snapshot.of(ShareRecord)) == 1
    assert page.foot.saved.words == ""


def test_what_is_private_can_be_taken_out_again_in_one_press(
    page: SharePage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.look_through.toggled.emit("why")
    drawn(page, qtbot)
    click(page._take_out)
    drawn(page, qtbot)
    assert page.private.words == ""
    press(page.form.first_focus(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Could the injections be closer?" not in text_of(pdfs(tmp_path)[0])


def test_something_can_be_left_out_for_this_once_and_comes_back(page: SharePage, qtbot: QtBot) -> None:
    page.look_through.taken.emit("naproxen")
    drawn(page, qtbot)
    assert page.choice().taken_out == {"naproxen"}
    assert any("took it out" in row.why for row in page._shown.drawn.built.left_out.rows)  # type: ignore[union-attr]
    page.look_through.toggled.emit("naproxen")
    assert page.choice().taken_out == frozenset()


def test_what_was_given_is_listed_and_its_pages_are_made_again_as_they_were(
    page: SharePage, desk: Desk, qtbot: QtBot
) -> None:
    click(page.foot.button)
    clock = desk.session.clock
    assert isinstance(clock, FixedClock)
    clock.moment += timedelta(days=30)
    treatment = desk.snapshot.get(Treatment, RecordId("naproxen"))
    assert treatment is not None
    desk.journal.amend(replace(treatment, name="Something else"))
    desk.journal.record(Question(id=RecordId("later"), written=desk.now(), text="Not there then?"))
    drawn(page, qtbot)
    click(page._open)
    (row,) = page.given.list.rows
    assert row.spoken.startswith("Dr Osei, 12\u00a0May\u00a02026")
    click(page.given.show_it)
    drawn(page, qtbot)
    assert page.given.same.words == "These are exactly the pages they have."
    assert "Something else" not in "".join(page._shown.texts)  # type: ignore[union-attr]
    page.go_back()
    drawn(page, qtbot)
    assert "Something else" in "".join(page._shown.texts)  # type: ignore[union-attr]


def test_that_they_have_read_it_is_noted_and_undone(page: SharePage, desk: Desk) -> None:
    click(page.foot.button)
    click(page._open)
    page.given._when.show_text("10 May")
    page.given._keep.click()
    (given,) = desk.snapshot.of(ShareRecord)
    assert given.read is not None
    assert given.read.day == date(2026, 5, 10)
    assert page.given.list.rows[0].note.endswith("They read it on 10\u00a0May\u00a02026")
    desk.journal.undo()
    assert desk.snapshot.of(ShareRecord)[0].read is None


def test_a_password_of_ones_own_is_asked_twice_and_never_cut(
    page: SharePage, tmp_path: Path, qtbot: QtBot
) -> None:
    password = page.form.password
    click(password.ask)
    assert len(password.password.split()) == 4
    click(password._own)
    click(page.foot.button)
    assert password.first_row.error == "Type a password, or take the four words."
    password.first.show_text("ä" * 64)
    click(page.foot.button)
    assert "127 bytes" in password.first_row.error
    password.first.show_text("long enough")
    password.again.show_text("long enoug")
    click(page.foot.button)
    assert password.again_row.error == "These two are not the same yet."
    password.again.show_text("long enough")
    drawn(page, qtbot)
    click(page.foot.button)
    reader = PdfReader(pdfs(tmp_path)[0])
    assert reader.is_encrypted
    assert reader.decrypt("long enough")


def test_for_someone_else_by_name_and_from_a_date(page: SharePage, qtbot: QtBot) -> None:
    form = page.form
    form._for.setCurrentIndex(form._for.count() - 1)
    form._someone.setText("my sister")
    form._from.setCurrentIndex(form._starts.index("a date"))
    form._since.show_text("1 May 2026")
    choice = page.choice()
    assert (choice.for_clinician, choice.someone_else, choice.since) == (None, "my sister", date(2026, 5, 1))
    assert page.foot.button.text() == "Save the PDF for my sister"
    drawn(page, qtbot)


def test_what_is_kept_from_the_reader_is_said_on_the_screen_and_not_on_paper(
    page: SharePage, desk: Desk, qtbot: QtBot
) -> None:
    question = desk.snapshot.get(Question, RecordId("why"))
    assert question is not None
    desk.journal.amend(replace(question, sharing=Sharing(mark=Mark.NOT_WITH, not_with=(OSEI,))))
    drawn(page, qtbot)
    assert page.bar.kept.words == "1 kept from Dr Osei"
    assert "kept from" not in "".join(page._shown.texts)  # type: ignore[union-attr]


def test_page_keys_turn_the_pages_from_anywhere(page: SharePage) -> None:
    press(page.form.first_focus(), Key.Key_PageDown)
    assert page.preview.page == 2
    press(page.form.first_focus(), Key.Key_PageUp)
    assert page.preview.page == 1


def test_an_empty_journal_says_so_kindly(tmp_path: Path, qtbot: QtBot) -> None:
    desk = desk_with(tmp_path / "empty")
    empty = SharePage(desk)
    qtbot.addWidget(empty)
    empty.resize(1366, 768)
    empty.show()
    assert empty._empty.isVisible()
    drawn(empty, qtbot)
    empty._open_given()
    assert empty.given.list.rows == ()
    desk.leave()
    desk.session.lock(backup=False)


def test_leaving_the_page_forgets_the_password(page: SharePage) -> None:
    click(page.form.password.ask)
    assert page.form.password.password
    page.leave()
    assert not page.form.password.password


def test_paper_gets_the_same_pages_as_fine_as_the_printer_is(
    page: SharePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ToAFile(QPrintDialog):
        """A person who prints into a file."""

        def exec(self) -> int:
            self.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            self.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
            return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QtPrintSupport, "QPrintDialog", ToAFile)
    press(page.form.first_focus(), Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    printed = PdfReader(tmp_path / "printed.pdf")
    assert page._shown is not None
    assert len(printed.pages) == len(page._shown.images)
    assert printed.pages[0].images[0].image is not None
    assert printed.pages[0].images[0].image.width > page._shown.images[0].width()
