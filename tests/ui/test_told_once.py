"""From first run or the cover to the open journal, and back to the cover."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.records import Day
from app.i18n import Words
from app.services.session import Session
from app.ui.pages.bad_day import BadDayPage
from app.ui.pages.first_run import FirstRun
from app.ui.pages.unlock import Unlock
from app.ui.tabs import PAGES
from app.ui.told_once import ToldOnce
from tests.services.cheap import PASSPHRASE, note, session_in


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return session_in(tmp_path)


@pytest.fixture
def told_once(session: Session, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.window.show()
    return made


def a_journal(session: Session, name: str = "Ada") -> Path:
    path = session.places.journals / f"{name}.toldonce"
    session.create(path, PASSPHRASE, name)
    return path


def test_without_a_journal_it_begins_with_first_run(told_once: ToldOnce) -> None:
    told_once.start()
    assert isinstance(told_once.window.centralWidget(), FirstRun)


def test_the_journal_opened_last_waits_under_its_cover(session: Session, told_once: ToldOnce) -> None:
    for name in ("Ada", "Bo"):
        a_journal(session, name)
        session.lock(backup=False)
    told_once.start()
    page = told_once.window.centralWidget()
    assert isinstance(page, Unlock)
    assert ">Bo<" in page.form.title.text()


def test_the_journal_that_was_named_comes_before_the_one_opened_last(
    session: Session, told_once: ToldOnce
) -> None:
    ada = a_journal(session)
    session.lock(backup=False)
    a_journal(session, "Bo")
    session.lock(backup=False)
    told_once.start(ada)
    page = told_once.window.centralWidget()
    assert isinstance(page, Unlock)
    assert ">Ada<" in page.form.title.text()


def test_another_journal_can_be_asked_for(session: Session, told_once: ToldOnce) -> None:
    ada = a_journal(session)
    session.lock(backup=False)
    told_once.start()
    told_once.show_cover(ada, "quiet")
    assert isinstance(told_once.window.centralWidget(), Unlock)


def test_every_tab_of_an_open_journal_shows_its_page(
    session: Session, told_once: ToldOnce, qtbot: QtBot
) -> None:
    a_journal(session)
    told_once.show_journal()
    shown = [told_once.window.go_to(key) for key, *_ in PAGES]
    assert all(page is not None for page in shown)
    assert len(set(map(type, shown))) == len(PAGES)
    with qtbot.waitSignal(told_once.locked, timeout=10_000):
        told_once.window.lock_by_hand()


def test_lock_covers_closes_and_tells_why(session: Session, told_once: ToldOnce, qtbot: QtBot) -> None:
    a_journal(session)
    told_once.show_journal()
    with qtbot.waitSignal(told_once.locked, timeout=10_000) as told:
        told_once.window.lock("quiet")
        assert told_once.window.view is None
    assert told.args == ["quiet"]
    assert not session.is_open


def test_closing_the_window_closes_the_journal(session: Session, told_once: ToldOnce) -> None:
    a_journal(session)
    told_once.show_journal()
    told_once.window.close()
    assert not session.is_open


def test_the_window_comes_back_where_it_was(session: Session, told_once: ToldOnce, qtbot: QtBot) -> None:
    told_once.start()
    told_once.show_window()
    told_once.window.resize(700, 555)
    told_once.window.close()
    again = ToldOnce(session, Words())
    qtbot.addWidget(again.window)
    again.start()
    again.show_window()
    assert (again.window.width(), again.window.height()) == (700, 555)


def test_undo_and_redo_name_what_they_did(session: Session, told_once: ToldOnce) -> None:
    a_journal(session)
    session.journal.record(note("n1", "a long day"), what="Wrote a note")
    told_once.show_journal()
    assert told_once.undo() == "note: a long day"
    assert told_once.redo() == "note: a long day"
    while told_once.undo():
        pass
    assert told_once.undo() == ""
    told_once.window.close()


def test_a_bug_is_told_of_in_the_window_without_its_values(told_once: ToldOnce) -> None:
    told_once.bugs(ValueError, ValueError("my secret words"), None)
    assert "ValueError" in told_once.window.toast.words
    assert "secret" not in told_once.window.toast.words


def test_a_bad_day_is_one_key_away(session: Session, told_once: ToldOnce) -> None:
    a_journal(session)
    told_once.show_journal()
    told_once.window.note_bad_day()
    assert len(session.journal.snapshot.of(Day)) == 1
    assert isinstance(told_once.window.page, BadDayPage)  # says it in place of a message
    told_once.window.close()
