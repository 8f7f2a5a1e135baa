"""Find: by year, by kind, from when to when, with whom, in the trash."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.records import Day, Note, ResetConversation, Visit
from app.domain.records.record import RecordId
from app.domain.records.symptoms import DayKind
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.pages.find import AT_ONCE, FindPage
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, OSEI, TODAY, Heard, desk_with, some_days
from tests.ui.hands import click, press, write

LAST_YEAR = TODAY.replace(year=2025)


def notes() -> Iterator[Note | Visit]:
    yield Note(id=RecordId("new"), written=EVENING, text="The umbrella helped", when=on_day(TODAY))
    yield Note(id=RecordId("old"), written=EVENING, text="Lost the umbrella", when=on_day(LAST_YEAR))
    yield Visit(
        id=RecordId("seen"),
        written=EVENING,
        clinician=OSEI,
        when=on_day(LAST_YEAR),
        heard="An umbrella",
    )
    yield Note(id=RecordId("gone"), written=EVENING, text="An umbrella in the trash", trashed=True)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path, *some_days(), *notes())
    made.pages = frozenset({"questions", "timeline"})
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[FindPage]:
    made = FindPage(desk)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(made)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def found(page: FindPage) -> list[str]:
    return [row.found.key if row.found else row.spoken for row in page.list.rows]


def test_what_is_found_stands_under_its_year_the_newest_first(page: FindPage) -> None:
    write(page.narrowing.field, "umbrella")
    assert found(page) == ["2026", "new", "2025", "old", "seen"]
    assert page.detail.title.text() == "3 places"
    assert page.list.rows[1].spoken == "Note, 12\u00a0May\u00a02026, you wrote The umbrella helped"


def test_nothing_typed_says_what_may_be_typed(page: FindPage) -> None:
    assert page._empty.isVisible()
    assert page.list.rows == ()
    write(page.narrowing.field, "umbrella")
    assert not page._empty.isVisible()


def test_kinds_days_and_people_narrow_it(page: FindPage, qtbot: QtBot) -> None:
    write(page.narrowing.field, "umbrella")
    visits = next(chip for chip in page.narrowing.chips if chip.text() == "Visits")
    click(visits)
    assert found(page) == ["2025", "seen"]
    click(visits)
    page.narrowing.whom.setCurrentIndex(1)
    assert found(page) == ["2025", "seen"]
    page.narrowing.whom.setCurrentIndex(0)
    page.narrowing.first.show_text("1 January 2026")
    qtbot.waitUntil(lambda: found(page) == ["2026", "new"])
    page.narrowing.first.show_text("")
    page.narrowing.last.show_text("31 December 2025")
    qtbot.waitUntil(lambda: found(page) == ["2025", "old", "seen"])


def test_the_trash_is_looked_in_only_when_asked(page: FindPage) -> None:
    write(page.narrowing.field, "umbrella")
    assert "gone" not in found(page)
    click(page.narrowing.trash)
    assert "gone" in found(page)


def test_the_keys_go_from_the_words_to_what_was_found_and_open_it(page: FindPage, desk: Desk) -> None:
    heard = Heard()
    heard.listen(desk)
    pointed: list[tuple[str, str]] = []
    desk.pointed.connect(lambda where, what: pointed.append((where, what)))
    write(page.narrowing.field, "umbrella")
    press(page.narrowing.field, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    press(page.list, Qt.Key.Key_Return)
    press(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard.wanted == [("timeline", "new")]
    assert pointed == [("timeline", "new")]


def test_a_slip_is_said_and_a_click_looks_for_what_was_meant(page: FindPage) -> None:
    write(page.narrowing.field, "umbrela")
    press(page.narrowing.field, Qt.Key.Key_X)
    assert page._said.words == 'Nothing found for "umbrelax". Did you mean umbrella?'
    click(page._meant)
    assert page.narrowing.field.text() == "umbrella"
    assert not page._said.isVisible()


def test_what_is_nowhere_can_be_written_as_a_note_and_undone(page: FindPage, desk: Desk) -> None:
    write(page.narrowing.field, "xylophone")
    assert page._said.words == 'Nothing found for "xylophone".'
    click(page._note)
    assert found(page)[1:] != []
    desk.journal.undo()
    assert page.list.rows == ()


def test_more_than_fit_at_once_wait_behind_a_button(page: FindPage, desk: Desk) -> None:
    desk.journal.record(
        *(Note(id=RecordId(f"m{n}"), written=EVENING, text="marmot") for n in range(AT_ONCE + 5))
    )
    write(page.narrowing.field, "marmot")
    assert len([row for row in page.list.rows if row.found]) == AT_ONCE
    click(page._more)
    assert len([row for row in page.list.rows if row.found]) == AT_ONCE + 5
    assert not page._more.isVisible()


def test_a_slash_goes_back_to_the_words(page: FindPage) -> None:
    write(page.narrowing.field, "umbrella")
    press(page.narrowing.field, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Slash)
    assert page.narrowing.field.hasFocus()
    assert page.narrowing.field.selectedText() == "umbrella"


def test_what_has_no_form_is_shown_as_it_was_written(page: FindPage, desk: Desk) -> None:
    heard = Heard()
    heard.listen(desk)
    desk.journal.record(
        ResetConversation(id=RecordId("reset"), written=EVENING, clinician=OSEI, worried="zebra")
    )
    desk.journal.record(
        Day(id=RecordId("bad"), written=EVENING, day=DayKind.BAD_DAY, when=on_day(TODAY), note="zebu")
    )
    for word, opened in (("zebra", ("history", "reset")), ("zebu", ("timeline", "bad"))):
        page.narrowing.field.setText(word)
        press(page.narrowing.field, Qt.Key.Key_Down)
        press(page.list, Qt.Key.Key_Return)
        assert heard.wanted[-1] == opened


def test_everything_has_a_name(page: FindPage) -> None:
    write(page.narrowing.field, "umbrella")
    assert list(unnamed(page)) == []
