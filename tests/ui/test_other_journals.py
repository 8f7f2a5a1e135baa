"""From one journal to another: the open one is closed in good order before the next cover is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.services.session import Session
from app.ui.other_journals import DELETE, NEW, SWITCH
from app.ui.pages.first_run import FirstRun
from app.ui.pages.unlock import Unlock
from app.ui.told_once import ToldOnce
from tests.services.cheap import PASSPHRASE, session_in

WAIT = 10_000


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = session_in(tmp_path)
    for name in ("Ada", "Ben & Co"):
        made.lock(backup=False)
        made.create(tmp_path / "journals" / f"{name}.toldonce", PASSPHRASE, name)
    yield made
    made.lock(backup=False)


@pytest.fixture
def told_once(session: Session, qtbot: QtBot) -> ToldOnce:
    made = ToldOnce(session, Words())
    qtbot.addWidget(made.window)
    made.show_journal()
    return made


def actions(told_once: ToldOnce) -> list[QAction]:
    menu = QMenu(told_once.window)
    told_once.window.journal_menu.emit(menu)
    return [action for action in menu.actions() if not action.isSeparator()]


def test_the_menu_at_the_rails_foot_leads_to_the_others(told_once: ToldOnce) -> None:
    assert [action.text() for action in actions(told_once)] == ["Open Ada", "New journal", "Close this one"]


def test_whoever_types_for_the_person_is_led_to_no_other_journal(
    told_once: ToldOnce, session: Session
) -> None:
    session.journal.begin_helping("Ana")
    assert [action.text() for action in actions(told_once)] == ["Close this one"]


def test_going_to_another_locks_this_one_and_names_the_next(
    told_once: ToldOnce, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(told_once.locked, timeout=WAIT) as told:
        actions(told_once)[0].trigger()
    assert told.args == [SWITCH]
    assert not session.is_open
    assert told_once.others.next == tmp_path / "journals" / "Ada.toldonce"
    told_once.start(told_once.others.next, SWITCH)
    cover = told_once.window.centralWidget()
    assert isinstance(cover, Unlock)
    assert cover.form.accessibleName() or cover.isVisibleTo(told_once.window)


def test_a_new_journal_begins_at_the_first_step(told_once: ToldOnce, qtbot: QtBot) -> None:
    with qtbot.waitSignal(told_once.locked, timeout=WAIT) as told:
        actions(told_once)[1].trigger()
    assert told.args == [NEW]
    assert told_once.others.next is None
    told_once.start(None, NEW)
    assert isinstance(told_once.window.centralWidget(), FirstRun)


def test_deleting_leaves_a_backup_and_nothing_else(
    told_once: ToldOnce, session: Session, qtbot: QtBot
) -> None:
    gone = session.path
    with qtbot.waitSignal(told_once.locked, timeout=WAIT):
        told_once.others.leave(DELETE)
    assert not gone.exists()
    assert [cover.name for cover in session.covers()] == ["Ada"]
    assert len(session.backups_of(gone)) == 1
    told_once.start(None, DELETE)
    assert isinstance(told_once.window.centralWidget(), Unlock)


def test_without_a_last_backup_nothing_is_deleted(
    told_once: ToldOnce, session: Session, qtbot: QtBot
) -> None:
    path, backups = session.path, session.places.backups
    backups.write_text("a file where the folder should be")
    told_once.others.leave(DELETE)
    qtbot.waitUntil(lambda: told_once.window.view is not None, timeout=WAIT)
    assert path.exists()
    assert session.is_open
