"""Backups: how they stand, in words; making, keeping, looking inside and putting back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records import Note, Record
from app.domain.records.record import RecordId
from app.i18n import Words
from app.services.backups import BackupPlace, BackupState
from app.services.clock import FixedClock
from app.ui.desk import Desk
from app.ui.keeping_safe.backups import BackupsPanel
from app.ui.keeping_safe.backups_said import not_here, state_said, stick_name, when_in_words
from app.ui.pages.keep_safe import KeepSafePage
from app.ui.told_once import ToldOnce
from tests.services.cheap import OTHER, PASSPHRASE
from tests.ui.access import unnamed
from tests.ui.desks import EVENING, Heard, session_with
from tests.ui.hands import click, press

Key = Qt.Key
HERE = BackupPlace(path=Path("/home/maya/backups"), own=True, is_there=True, same_disk=True)
RED = BackupPlace(path=Path("/media/maya/RED/Told Once"), own=False, is_there=False, same_disk=False)
FINE = BackupState(last=EVENING.replace(hour=7, minute=12), kept=14, failed=0)


def note(key: str, text: str) -> Note:
    return Note(id=RecordId(key), written=EVENING, text=text)


@pytest.fixture
def records() -> tuple[Record, ...]:
    return (note("a", "Stairs were hard"),)


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BackupsPanel:
    made = BackupsPanel(desk, "Backups")
    qtbot.addWidget(made)
    made.resize(830, 900)
    made.refresh()
    made.show()
    return made


def rested(panel: BackupsPanel) -> Callable[[], bool]:
    return lambda: not panel._busy


# In words


def test_all_is_well() -> None:
    said = state_said(FINE, (HERE,), Words(), EVENING)
    assert (said.kind, said.title) == ("fine", "Your journal is backed up")
    assert said.sentence == "Today at 07:12, opened and checked. 14 copies are kept."
    later = state_said(FINE, (HERE,), Words(), EVENING + timedelta(days=1))
    assert later.sentence.startswith("Yesterday at 07:12, ")
    assert when_in_words(EVENING, EVENING + timedelta(days=3), Words()) == "Tuesday 12\u00a0May at 18:40"
    assert when_in_words(EVENING, EVENING + timedelta(days=300), Words()) == "12\u00a0May\u00a02026 at 18:40"


def test_a_stick_that_is_away_is_named() -> None:
    said = state_said(FINE, (HERE, RED), Words(), EVENING)
    assert said.kind == "gentle"
    assert said.sentence == "The last backup is from Tuesday 12\u00a0May. The stick “RED” is not here."
    assert stick_name(Path("/home/maya/RED")) == ""
    assert stick_name(Path("/run/media/maya/RED/x")) == "RED"
    assert not_here(Path("/home/maya/Elsewhere"), Words()) == "The folder “Elsewhere” is not here."


def test_an_old_one_is_said_gently_and_none_at_all_too() -> None:
    old = state_said(FINE, (HERE,), Words(), EVENING + timedelta(days=8))
    assert (old.kind, old.sentence) == ("gentle", "The last backup is from Tuesday 12\u00a0May.")
    none = state_said(replace(FINE, last=None), (HERE,), Words(), EVENING)
    assert none.kind == "gentle"


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        ("DiskFull", "The last two backups could not be made. The disk is full."),
        ("ReadOnly", "The last two backups could not be made. Nothing can be written there."),
        ("Unheard", "The last two backups could not be made."),
    ],
)
def test_two_that_failed_are_trouble_with_the_reason(why: str, sentence: str) -> None:
    said = state_said(replace(FINE, failed=2, why=why), (HERE,), Words(), EVENING)
    assert (said.kind, said.sentence) == ("trouble", sentence)
    assert state_said(replace(FINE, failed=1), (HERE,), Words(), EVENING).kind == "fine"


# Making and keeping


def test_back_up_now_by_key(panel: BackupsPanel, heard: Heard, desk: Desk, qtbot: QtBot) -> None:
    assert panel.state_section.heading.words == "There is no backup yet"
    press(panel.now, Key.Key_Return)
    qtbot.waitUntil(rested(panel), timeout=10_000)
    assert heard.said == [("Backed up, and checked.", False)]
    assert len(desk.session.backups.found()) == 1
    assert panel.state_section.heading.words == "Your journal is backed up"
    assert list(unnamed(panel)) == []


def test_a_folder_that_is_gone_gets_a_sentence_and_changes_nothing(
    panel: BackupsPanel, heard: Heard, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_bytes(b"")
    panel.keep_in(tmp_path / "file" / "stick")
    qtbot.waitUntil(rested(panel), timeout=10_000)
    assert len(heard.troubles) == 1
    assert len(desk.session.backups.folders) == 1
    assert not panel.working.at_work


def test_another_place_is_kept_and_can_be_dropped_again(
    panel: BackupsPanel, heard: Heard, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.keep_in(tmp_path / "stick")
    qtbot.waitUntil(rested(panel), timeout=10_000)
    assert heard.said
    assert tmp_path / "stick" in desk.session.backups.folders
    panel.stop_keeping_in(tmp_path / "stick")
    assert tmp_path / "stick" not in desk.session.backups.folders
    assert list((tmp_path / "stick").iterdir())


def test_one_file_to_take_away_never_takes_the_place_of_something_else(
    panel: BackupsPanel, heard: Heard, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.make_one_file(str(tmp_path / "away.toldonce"))
    qtbot.waitUntil(rested(panel), timeout=10_000)
    assert heard.said == [("Made: away.toldonce", False)]
    other = tmp_path / "letter.toldonce"
    other.write_bytes(b"mine" * 2000)
    panel.make_one_file(str(other))
    qtbot.waitUntil(rested(panel), timeout=10_000)
    assert heard.troubles
    assert other.read_bytes() == b"mine" * 2000


# Looking inside and putting back


def test_the_copies_are_listed_and_one_is_looked_into(panel: BackupsPanel, desk: Desk, qtbot: QtBot) -> None:
    desk.session.backups.make()
    desk.journal.record(note("a", "Stairs were easier"), note("b", "Slept well"))
    press(panel.copies_button, Key.Key_Return)
    (row,) = panel.copies.list.rows
    assert "opened and checked when it was made" in row.spoken
    press(panel.copies.list, Key.Key_Return)
    inside = panel.inside
    assert inside is not None
    qtbot.waitUntil(lambda: inside.inside is not None, timeout=10_000)
    assert inside.said.words.startswith("Ada’s journal, ")
    assert inside.said.words.endswith(", 1 entry. 2 are newer than this.")
    assert {(one.title, one.pill is not None) for one in inside.list.rows} == {
        ("note: Slept well", False),
        ("note: Stairs were easier", True),
    }
    assert inside.put_back.hasFocus() or inside.first_focus() is inside.put_back
    assert list(unnamed(panel)) == []
    assert panel.go_back()
    assert panel.copies.isVisible()
    assert panel.go_back()
    assert panel.now.isVisible()
    assert not panel.go_back()


def test_a_copy_of_an_older_passphrase_asks_for_that(panel: BackupsPanel, desk: Desk, qtbot: QtBot) -> None:
    desk.session.backups.make()
    desk.session.keys.change_passphrase(OTHER, PASSPHRASE)
    panel.show_copies()
    old = next(row for row in panel.copies.list.rows if row.pill)
    assert old.pill == ("waiting", "older passphrase")
    panel.copies.list.opened.emit(old.key)
    inside = panel.inside
    assert inside is not None
    click(inside.look)
    assert inside.passphrase_row.error == "Type its passphrase first."
    inside.passphrase.line.setText("not this one at all")
    click(inside.look)
    qtbot.waitUntil(lambda: bool(inside.trouble.words), timeout=10_000)
    inside.passphrase.line.setText(PASSPHRASE)
    click(inside.look)
    qtbot.waitUntil(lambda: inside.inside is not None, timeout=10_000)


def test_a_file_that_is_no_copy_gets_a_sentence(panel: BackupsPanel, tmp_path: Path) -> None:
    (tmp_path / "letter.toldonce").write_bytes(b"dear")
    panel.show_copies()
    panel.copies.take_file(str(tmp_path / "letter.toldonce"))
    assert panel.copies.trouble.words
    assert panel.inside is None


def test_putting_back_shows_the_journal_as_it_was_then_and_undo_brings_today_back(
    tmp_path: Path, qtbot: QtBot
) -> None:
    session = session_with(tmp_path, note("a", "then"))
    place = session.backups.make()
    session.journal.record(note("a", "now"))
    told_once = ToldOnce(session, Words())
    qtbot.addWidget(told_once.window)
    told_once.window.show()
    told_once.show_journal()
    page = told_once.window.go_to("keep_safe")
    assert isinstance(page, KeepSafePage)

    def says(text: str) -> bool:
        return session.is_open and session.journal.snapshot.get(Note, RecordId("a")) == note("a", text)

    page.desk.putting_back.emit(place, "")
    assert told_once.window.view is None
    qtbot.waitUntil(lambda: told_once.window.view is not None, timeout=10_000)
    assert says("then")
    assert told_once.window.toast.words == "The backup is back in place"
    assert isinstance(told_once.window.page, KeepSafePage)
    told_once.window.undo()
    qtbot.waitUntil(lambda: told_once.window.view is not None and says("now"), timeout=10_000)


def test_a_backup_that_cannot_be_put_back_leaves_the_journal_open(tmp_path: Path, qtbot: QtBot) -> None:
    session = session_with(tmp_path, note("a", "now"))
    session.clock = FixedClock(EVENING)
    told_once = ToldOnce(session, Words())
    qtbot.addWidget(told_once.window)
    told_once.window.show()
    told_once.show_journal()
    told_once.put_back(tmp_path / "nowhere.toldonce")
    qtbot.waitUntil(lambda: told_once.window.view is not None, timeout=10_000)
    assert session.journal.snapshot.get(Note, RecordId("a")) == note("a", "now")
    assert (
        told_once.window.toast.words.startswith("The journal’s file is not") or told_once.window.toast.words
    )
