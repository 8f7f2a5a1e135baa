"""A bad day in the whole window: one key from anywhere, Dusk and back, the lock, and the cover."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from app.domain.derived.today_page import Answer
from app.domain.records import Day
from app.i18n import Words
from app.services.clock import FixedClock
from app.services.session import Session
from app.storage.preferences import Look as Kept
from app.ui.journal_view import JournalView
from app.ui.pages.bad_day import BadDayPage
from app.ui.pages.today import TodayPage
from app.ui.pages.unlock import Unlock
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.told_once import ToldOnce
from app.ui.widgets.rail import Rail
from tests.services.cheap import PASSPHRASE
from tests.ui.desks import session_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
WAIT = 20_000


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = session_with(tmp_path, *some_days())
    yield made
    made.lock(backup=False)


@pytest.fixture
def told_once(session: Session, theme: Theme, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.activateWindow()
    made.show_journal()
    assert theme.name == "day"
    return made


def page_of(told_once: ToldOnce) -> BadDayPage:
    page = told_once.window.page
    assert isinstance(page, BadDayPage)
    return page


def days(session: Session) -> list[Day]:
    return [day for day in session.journal.snapshot.of(Day) if day.when.day == session.clock.today()]


@pytest.mark.parametrize(
    "key", [(Key.Key_F8, Qt.KeyboardModifier.NoModifier), (Key.Key_B, CTRL)], ids=["F8", "Ctrl+B"]
)
@pytest.mark.parametrize("tab", ["today", "timeline", "about_me"])
def test_one_key_saves_and_the_page_takes_the_window_over(
    session: Session, told_once: ToldOnce, theme: Theme, tab: str, key: tuple[Key, Qt.KeyboardModifier]
) -> None:
    page = told_once.window.go_to(tab)
    assert page is not None
    press(told_once.window.focusWidget() or page, *key)
    assert len(days(session)) == 1
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    assert page_of(told_once).rest.hasFocus()
    assert told_once.window.findChildren(Rail) == []
    assert (theme.name, theme.moves) == ("dusk", False)
    assert theme.look.theme == "day"
    assert not told_once.window.toast.isVisible()


def test_escape_leads_to_today_as_it_usually_looks(told_once: ToldOnce, theme: Theme) -> None:
    told_once.window.go_to("timeline")
    told_once.window.note_bad_day()
    press(page_of(told_once).rest, Key.Key_Escape)
    assert isinstance(told_once.window.page, TodayPage)
    assert isinstance(told_once.window.centralWidget(), JournalView)
    assert theme.name == "day"


def test_words_on_the_quick_line_are_there_again_afterwards(told_once: ToldOnce) -> None:
    page = told_once.window.go_to("today")
    assert isinstance(page, TodayPage)
    write(page.first_focus(), "knee 5 wor")
    press(page.first_focus(), Key.Key_F8)
    press(page_of(told_once).rest, Key.Key_Escape)
    again = told_once.window.page
    assert isinstance(again, TodayPage)
    assert again._line.line.text == "knee 5 wor"


def test_the_button_of_today_and_the_line_open_it_too(session: Session, told_once: ToldOnce) -> None:
    page = told_once.window.go_to("today")
    assert isinstance(page, TodayPage)
    click(page._bad_day)
    press(page_of(told_once).rest, Key.Key_Escape)
    page = told_once.window.page
    assert isinstance(page, TodayPage)
    write(page.first_focus(), "bad")
    press(page.first_focus(), Key.Key_Return)
    assert isinstance(told_once.window.page, BadDayPage)
    assert len(days(session)) == 1


def test_again_on_the_same_day_adds_a_time_and_keeps_what_is_picked(
    session: Session, told_once: ToldOnce
) -> None:
    told_once.window.note_bad_day()
    page = page_of(told_once)
    write(page.rest, "1")
    clock = session.clock
    assert isinstance(clock, FixedClock)
    clock.moment += timedelta(minutes=30)
    press(page.rest, Key.Key_F8)
    assert page_of(told_once) is page
    assert page.symptoms[0].isChecked()
    assert [len(day.times) for day in days(session)] == [2]
    assert told_once.window.toast.words == "Bad day noted."


def test_undo_takes_back_the_day_and_leads_to_today(session: Session, told_once: ToldOnce) -> None:
    told_once.window.note_bad_day()
    click(page_of(told_once).undo)
    assert days(session) == []
    assert isinstance(told_once.window.page, TodayPage)
    assert told_once.window.toast.words == "Undone: bad day"


def test_lock_and_rest_locks_under_the_usual_cover(
    session: Session, told_once: ToldOnce, theme: Theme, qtbot: QtBot
) -> None:
    told_once.window.note_bad_day()
    with qtbot.waitSignal(told_once.locked, timeout=WAIT) as told:
        press(page_of(told_once).rest, Key.Key_Return)
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        assert told_once.window.findChildren(BadDayPage) == []
        assert theme.name == "day"
    assert told.args == ["you"]
    assert not session.is_open


def test_the_window_is_not_dimmed_for_who_wants_it_so(
    session: Session, told_once: ToldOnce, theme: Theme
) -> None:
    session.state.set_look(replace(Kept(), dim_on_bad_day=False))
    told_once.window.note_bad_day()
    assert (theme.name, theme.moves) == ("day", False)


@pytest.mark.parametrize("name", ["contrast-dark", "contrast-light", "dusk"])
def test_high_contrast_and_dusk_stay_as_they_are(told_once: ToldOnce, theme: Theme, name: str) -> None:
    theme.wear(Look(theme=name))
    told_once.window.note_bad_day()
    assert theme.name == name


def test_a_larger_text_set_on_a_bad_day_does_not_keep_the_dusk(
    session: Session, told_once: ToldOnce, theme: Theme
) -> None:
    told_once.window.note_bad_day()
    press(page_of(told_once).rest, Key.Key_Plus, CTRL)
    assert theme.name == "dusk"
    press(page_of(told_once).rest, Key.Key_Escape)
    assert (theme.name, theme.look.text_size) == ("day", 110)
    assert session.state.look().theme != "dusk"


def test_covered_it_is_noted_and_nothing_is_shown(session: Session, told_once: ToldOnce) -> None:
    told_once.window.toggle_cover()
    press(told_once.window, Key.Key_F8)
    assert len(days(session)) == 1
    assert told_once.window.is_covered
    assert told_once.window.toast.words == "Bad day noted."


def test_the_page_comes_back_from_under_the_cover(told_once: ToldOnce, theme: Theme) -> None:
    told_once.window.note_bad_day()
    press(page_of(told_once).rest, Key.Key_F9)
    assert told_once.window.is_covered
    assert theme.name == "day"
    press(told_once.window, Key.Key_F9)
    assert page_of(told_once).rest.hasFocus()
    assert theme.name == "dusk"


def test_a_tab_by_its_key_leads_out(told_once: ToldOnce, theme: Theme) -> None:
    told_once.window.note_bad_day()
    press(page_of(told_once).rest, Key.Key_1, CTRL)
    assert isinstance(told_once.window.page, TodayPage)
    assert theme.name == "day"


def test_while_it_locks_the_cover_keeps_it_and_asks_whose_it_was(
    session: Session, told_once: ToldOnce, qtbot: QtBot
) -> None:
    path = session.path
    with qtbot.waitSignal(told_once.locked, timeout=WAIT):
        told_once.window.lock_by_hand()
        press(told_once.window, Key.Key_F8)
    session.unlock(path, PASSPHRASE)
    assert len(session.welcome.bad_days) == 1


def test_on_the_locked_cover_it_is_the_same_key(session: Session, told_once: ToldOnce, qtbot: QtBot) -> None:
    path = session.path
    with qtbot.waitSignal(told_once.locked, timeout=WAIT):
        told_once.window.lock_by_hand()
    told_once.show_cover(path, "you")
    cover = told_once.window.centralWidget()
    assert isinstance(cover, Unlock)
    press(cover.first_focus(), Key.Key_F8)
    noted = "Bad day noted. You can close the lid."
    qtbot.waitUntil(lambda: cover.form.line.words == noted, timeout=WAIT)
    session.unlock(path, PASSPHRASE)
    assert len(session.welcome.bad_days) == 1


def test_the_quiet_minutes_do_not_swallow_it(session: Session, told_once: ToldOnce) -> None:
    told_once.window.autolock._time_is_up()
    assert told_once.window.bar.isVisible()
    press(told_once.window.focusWidget() or told_once.window, Key.Key_F8)
    assert len(days(session)) == 1
    assert not told_once.window.bar.isVisible()


def test_what_was_put_aside_is_undone_by_the_same_key(told_once: ToldOnce) -> None:
    page = told_once.window.go_to("today")
    assert isinstance(page, TodayPage)
    assert page._page is not None
    before = [moment.key for moment in page._page.moments]
    page._answer(before[0], Answer.NEVER_MIND)
    assert [moment.key for moment in page._page.moments] == before[1:]
    press(page.first_focus(), Key.Key_Z, CTRL)
    assert [moment.key for moment in page._page.moments] == before
    assert told_once.window.toast.words.startswith("Undone: ")
