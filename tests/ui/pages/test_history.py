"""The earlier versions of an entry: read by keys and ears, put back, undone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app.domain.records import Note
from app.domain.records.record import RecordId
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.pages.history import HistoryPage
from app.ui.widgets.marked_text import MarkedText
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, TODAY, Heard, desk_with
from tests.ui.hands import click, press

Key = Qt.Key
NOTE = Note(id=RecordId("n"), written=EVENING, text="My left knee <b>hurt</b>.", when=on_day(TODAY))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path, NOTE)
    made.journal.amend(replace(NOTE, text="My right knee <b>hurt</b>."))
    yield made
    made.leave()
    made.session.lock(backup=False)


def page_of(desk: Desk, qtbot: QtBot, *, width: int = 1366) -> HistoryPage:
    page = HistoryPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 768)
    page.show()
    page.open_record(NOTE.id)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.setFocus()
    return page


def spoken(page: HistoryPage) -> list[str]:
    return [text.accessibleName() for text in page.findChildren(MarkedText) if text.isVisible()]


def text_now(desk: Desk) -> str:
    note = desk.snapshot.get(Note, NOTE.id)
    assert note is not None
    return note.text


def test_an_earlier_version_is_put_back_by_keys_and_undone(desk: Desk, qtbot: QtBot) -> None:
    page, heard = page_of(desk, qtbot), Heard()
    heard.listen(desk)
    assert not page.shown.button.isVisible()
    press(page.list, Key.Key_Down)
    press(page.list, Key.Key_Return)
    assert page.shown.button.hasFocus()
    press(page.shown.button, Key.Key_Space)
    assert text_now(desk) == "My left knee <b>hurt</b>."
    assert heard.said == [("Put back as it was: note: My left knee <b>hurt</b>.", True)]
    assert len(page.list.rows) == 3
    desk.journal.undo()
    assert text_now(desk) == "My right knee <b>hurt</b>."


def test_what_changed_is_spoken_and_never_read_as_markup(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    (words,) = [name for name in spoken(page) if name.startswith("Text")]
    assert words == "Text: My taken out: left, added: right, knee <b>hurt</b>."
    (shown,) = [text for text in page.findChildren(MarkedText) if "knee" in text.words]
    assert "&lt;b&gt;hurt&lt;/b&gt;" in shown.text()
    assert "<u>right</u>" in shown.text()
    assert ">left</s>" in shown.text()


def test_rows_say_when_and_what_changed(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    newest, oldest = (row.spoken.replace("\u00a0", " ") for row in page.list.rows)
    assert newest == "Changed 12 May 2026, 18:40, Text"
    assert oldest == "Written 12 May 2026, 18:40"
    assert list(unnamed(page)) == []


def test_back_asks_for_the_page_the_person_came_from(desk: Desk, qtbot: QtBot) -> None:
    page, left = page_of(desk, qtbot), QSignalSpy(desk.left)
    press(page.list, Key.Key_Escape)
    click(page.out)
    page.go_back()
    assert left.count() == 3


def test_on_a_narrow_window_back_goes_to_the_list_first(desk: Desk, qtbot: QtBot) -> None:
    page, left = page_of(desk, qtbot, width=800), QSignalSpy(desk.left)
    press(page.list, Key.Key_Down)
    press(page.list, Key.Key_Return)
    assert not page.list.isVisible()
    press(page.shown.button, Key.Key_Escape)
    assert page.list.hasFocus()
    assert left.count() == 0


def test_what_is_destroyed_meanwhile_leaves_an_empty_page(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    desk.journal.forget(NOTE.id)
    assert page.list.rows == ()
    assert page.first_focus() is page.out
    assert spoken(page) == []


def test_after_a_lock_the_same_entry_is_shown(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    assert page.form_in_view() == ("n", "")
