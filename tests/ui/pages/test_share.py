"""Share: the pages as they will print, what is left out, and saving what is shown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from app.domain.records import Clinician, Question, ShareRecord
from app.domain.records.record import PRIVATE, RecordId
from app.ui.desk import Desk
from app.ui.pages.share import SharePage
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, OSEI, Heard, desk_with, some_days
from tests.ui.hands import click


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
    made._folder = tmp_path
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    drawn(made, qtbot)
    return made


def drawn(page: SharePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: not page._drawing.isActive() and page._drawn_as == page._asked > 0, timeout=30_000
    )


def pdfs(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf"))


def text_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_what_is_shown_is_what_is_saved_and_it_is_noted_once(
    page: SharePage, desk: Desk, tmp_path: Path
) -> None:
    heard = Heard()
    heard.listen(desk)
    click(page._save)
    (saved,) = pdfs(tmp_path)
    assert "Naproxen" in text_of(saved)
    assert "Could the injections be closer?" not in text_of(saved)
    assert len(desk.snapshot.of(ShareRecord)) == 1
    assert heard.said == [(f"Saved: {saved.name}", False)]


def test_what_is_private_is_said_to_be_left_out_and_can_be_put_in_for_this_once(
    page: SharePage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page.look_through.toggled.emit("why")
    drawn(page, qtbot)
    assert "This now holds 1 thing you marked private." in page.notice.words
    click(page._save)
    assert "Could the injections be closer?" in text_of(pdfs(tmp_path)[0])
    still = desk.snapshot.get(Question, RecordId("why"))
    assert still is not None
    assert still.sharing == PRIVATE


def test_a_second_save_never_overwrites_the_first(page: SharePage, tmp_path: Path, qtbot: QtBot) -> None:
    click(page._save)
    drawn(page, qtbot)
    click(page._save)
    assert len(pdfs(tmp_path)) == 2


def test_a_folder_that_is_gone_is_said_and_nothing_is_noted(
    page: SharePage, desk: Desk, tmp_path: Path
) -> None:
    page._folder = tmp_path / "a file"
    page._folder.write_text("not a folder")
    click(page._save)
    assert page.trouble.words
    assert desk.snapshot.of(ShareRecord) == ()


def test_every_page_can_be_read_by_a_screen_reader(page: SharePage) -> None:
    assert list(unnamed(page)) == []
    assert page.first_focus().isVisible()
    assert page._page_of.words.startswith("Page 1 of ")


def test_whoever_is_seen_next_is_offered_first(desk: Desk, page: SharePage, qtbot: QtBot) -> None:
    sooner = Clinician(id=RecordId("abel"), written=EVENING, name="Dr Abel")
    desk.journal.record(sooner)
    again = SharePage(desk)
    qtbot.addWidget(again)
    assert again.choice().for_clinician == OSEI
    assert page.choice().for_clinician == OSEI
