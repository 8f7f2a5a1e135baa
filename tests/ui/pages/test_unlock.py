from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.keys.passphrase_step import PassphraseStep
from app.ui.pages.unlock import Unlock
from tests.services.cheap import OTHER, PASSPHRASE, session_in
from tests.ui.access import name_of, unnamed
from tests.ui.hands import click, press, write

Key = Qt.Key
WRONG = "That passphrase did not open the journal. Nothing is lost. Try again, or use the recovery key."
WAIT = 20_000


class _Closed:
    """A locked journal and its recovery key."""

    def __init__(self, folder: Path) -> None:
        self.session = session_in(folder)
        self.path = self.session.free_path("Maya’s journal")
        self.session.create(self.path, PASSPHRASE, "Maya")
        self.lines = self.session.keys.recovery_key()
        self.session.lock(backup=False)


@pytest.fixture
def closed(tmp_path: Path) -> _Closed:
    return _Closed(tmp_path)


def _page(closed: _Closed, qtbot: QtBot, why: str = "") -> Unlock:
    page = Unlock(closed.session, closed.path, Words(), why=why)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


@pytest.fixture
def page(closed: _Closed, qtbot: QtBot) -> Unlock:
    return _page(closed, qtbot)


def test_the_passphrase_opens_by_enter(page: Unlock, closed: _Closed, qtbot: QtBot) -> None:
    opened = QSignalSpy(page.opened)
    write(page.form.passphrase.line, PASSPHRASE)
    press(page.form.passphrase.line, Key.Key_Return)
    assert page.form.open.text() == "Opening…"
    qtbot.waitUntil(lambda: opened.count() == 1, timeout=WAIT)
    assert closed.session.is_open
    assert page.form.passphrase.text == ""


def test_a_wrong_one_stays_in_the_field_selected(page: Unlock, closed: _Closed, qtbot: QtBot) -> None:
    write(page.form.passphrase.line, "not the one at all")
    click(page.form.open)
    qtbot.waitUntil(lambda: page.form.trouble.words == WRONG, timeout=WAIT)
    assert page.form.passphrase.line.selectedText() != ""
    assert page.form.passphrase.text == "not the one at all"
    assert page.form.open.text() == "Open"
    assert page.form.open.isEnabled()
    assert not closed.session.is_open


def test_open_is_never_dead_but_says_what_is_missing(page: Unlock) -> None:
    click(page.form.open)
    assert page.form.trouble.words == "Type the passphrase first."


def test_letters_typed_anywhere_go_to_the_field(page: Unlock) -> None:
    press(page.form.use_key, Key.Key_K)
    write(page, "ettle")
    assert page.form.passphrase.text == "kettle"
    press(page.form, Key.Key_Escape)
    assert page.form.passphrase.text == ""


def test_tab_goes_field_eye_open_remember_links(page: Unlock) -> None:
    from app.ui.tab_order import stops_in  # noqa: PLC0415 - only here

    names = [name_of(stop) for stop in stops_in(page)]
    assert names == [
        "Passphrase",
        "Show",
        "Open",
        "Remember on this computer",
        "Use the recovery key",
        "Open another journal",
        "How it looks",
        "Someone is typing for me",
        "Bad day",
    ]


@pytest.mark.parametrize(
    ("why", "line"),
    [
        ("", "Welcome back."),
        ("you", "Locked by you."),
        ("quiet", "Locked after 15 quiet minutes. Your words are safe."),
        ("computer", "Locked with the computer. Your words are safe."),
    ],
)
def test_the_cover_says_how_it_came_to_be_locked(closed: _Closed, qtbot: QtBot, why: str, line: str) -> None:
    assert _page(closed, qtbot, why).form.line.words == line


def test_after_a_crash_it_says_from_when_the_last_words_are(tmp_path: Path, qtbot: QtBot) -> None:
    closed = _Closed(tmp_path)
    closed.session.unlock(closed.path, PASSPHRASE)
    crashed = session_in(tmp_path)
    page = Unlock(crashed, closed.path, Words())
    qtbot.addWidget(page)
    assert page.form.line.words.startswith("It closed by itself last time. Nothing is lost: your last words")
    closed.session.lock(backup=False)


def test_the_name_on_the_cover_can_be_hidden(closed: _Closed, qtbot: QtBot) -> None:
    from dataclasses import replace  # noqa: PLC0415 - only here

    state = closed.session.state
    assert _page(closed, qtbot).form.title.words == "Maya’s journal"
    state.set_look(replace(state.look(), hide_name=True))
    assert _page(closed, qtbot).form.title.words == "Your journal"


def test_remember_lets_the_login_open_it_the_next_time(page: Unlock, closed: _Closed, qtbot: QtBot) -> None:
    opened = QSignalSpy(page.opened)
    assert not page.form.login.isVisible()
    click(page.form.remember)
    write(page.form.passphrase.line, PASSPHRASE)
    click(page.form.open)
    qtbot.waitUntil(lambda: opened.count() == 1, timeout=WAIT)
    closed.session.lock(backup=False)
    again = _page(closed, qtbot)
    opened_again = QSignalSpy(again.opened)
    click(again.form.login)
    qtbot.waitUntil(lambda: opened_again.count() == 1, timeout=WAIT)
    assert closed.session.is_open


def test_the_recovery_key_opens_and_a_new_passphrase_and_key_follow(
    page: Unlock, closed: _Closed, qtbot: QtBot
) -> None:
    opened = QSignalSpy(page.opened)
    click(page.form.use_key)
    for field, line in zip(page.recover.fields.fields, closed.lines, strict=True):
        field.setText(line.lower())
    press(page.recover.fields.fields[5], Key.Key_Return)
    qtbot.waitUntil(lambda: page.new_key is not None, timeout=WAIT)
    new_key = page.new_key
    assert new_key is not None
    assert isinstance(new_key.passphrase, PassphraseStep)
    write(new_key.passphrase.first.line, OTHER)
    write(new_key.passphrase.again.line, OTHER)
    click(new_key.next)
    qtbot.waitUntil(lambda: new_key.recovery is not None, timeout=WAIT)
    recovery = new_key.recovery
    assert recovery is not None
    write(recovery.answer, recovery.box.lines[recovery.asked - 1].text())
    press(recovery.answer, Key.Key_Return)
    assert opened.count() == 1
    closed.session.lock(backup=False)
    closed.session.unlock(closed.path, OTHER)
    closed.session.lock(backup=False)


def test_a_mistyped_line_of_the_recovery_key_is_named(page: Unlock, closed: _Closed, qtbot: QtBot) -> None:
    click(page.form.use_key)
    for field, line in zip(page.recover.fields.fields, closed.lines, strict=True):
        field.setText(line)
    wrong = closed.lines[2]
    page.recover.fields.fields[2].setText(("A" if wrong[0] != "A" else "B") + wrong[1:])
    click(page.recover.open)
    qtbot.waitUntil(lambda: "Line 3 is different." in page.recover.trouble.words, timeout=WAIT)
    click(page.recover.back)
    assert page.form.isVisible()


def test_a_missing_file_is_said_with_ways_on(closed: _Closed, qtbot: QtBot) -> None:
    kept = closed.path.read_bytes()
    closed.path.unlink()
    page = _page(closed, qtbot)
    assert page.form.trouble.words.startswith("The journal’s file is not where it was:")
    assert page.form.look_again.isVisible()
    closed.path.write_bytes(kept)
    click(page.form.look_again)
    assert page.form.trouble.words == ""
    assert not page.form.look_again.isVisible()


def test_a_bad_day_can_be_noted_on_the_cover(page: Unlock, closed: _Closed, qtbot: QtBot) -> None:
    click(page.bad_day)
    noted = "Bad day noted. You can close the lid."
    qtbot.waitUntil(lambda: page.form.line.words == noted, timeout=WAIT)
    closed.session.unlock(closed.path, PASSPHRASE)
    assert len(closed.session.welcome.bad_days) == 1
    closed.session.lock(backup=False)


def test_another_journal_can_be_chosen(page: Unlock, tmp_path: Path) -> None:
    chosen = QSignalSpy(page.another)
    page._take_file(str(tmp_path / "Ana.toldonce"))
    assert chosen.at(0) == [tmp_path / "Ana.toldonce"]


def test_how_it_looks_is_on_the_cover(page: Unlock) -> None:
    click(page.form.looks)
    assert page.looks.isVisible()
    click(page.looks.back)
    assert page.form.isVisible()


def test_it_says_when_opening_takes_long(page: Unlock) -> None:
    page._still_opening()
    assert page.form._working.words == "Still opening. Large journals take a little longer."


def test_everything_on_the_cover_has_a_name(page: Unlock) -> None:
    for part in (page.form, page.recover, page.looks):
        page.pile.show_only(part)
        assert list(unnamed(page)) == []
    assert page.first_focus() is page.form.passphrase.line
    assert isinstance(page.first_focus(), QLineEdit)


def damage(path: Path) -> None:
    """Turn one bit over in the middle of the file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def backed_up(closed: _Closed) -> None:
    closed.session.unlock(closed.path, PASSPHRASE)
    closed.session.backups.make()
    closed.session.lock(backup=False)


def test_a_damaged_file_offers_its_last_good_backup_which_is_looked_into_first(
    page: Unlock, closed: _Closed, qtbot: QtBot
) -> None:
    backed_up(closed)
    damage(closed.path)
    opened = QSignalSpy(page.opened)
    write(page.form.passphrase.line, PASSPHRASE)
    click(page.form.open)
    qtbot.waitUntil(page.form.damaged.isVisible, timeout=WAIT)
    assert page.form.trouble.words == (
        "The file has been changed or damaged. The last good backup is from 12\u00a0May\u00a02026."
    )
    click(page.form.damaged.what_happened)
    assert page.form.damaged.why.isVisible()
    click(page.form.damaged.that_backup)
    backup = page.ways.backups
    qtbot.waitUntil(backup.put_back.isVisible, timeout=WAIT)
    assert backup.said.words == "Maya’s journal, 12\u00a0May\u00a02026, 0 entries."
    click(backup.put_back)
    qtbot.waitUntil(lambda: opened.count() == 1, timeout=WAIT)
    assert closed.session.is_open
    assert closed.session.path == closed.path
    closed.session.lock(backup=False)


def test_a_damaged_file_without_a_backup_says_so_and_what_can_be_read_is_copied(
    page: Unlock, closed: _Closed, qtbot: QtBot
) -> None:
    damage(closed.path)
    before = closed.path.read_bytes()
    another = QSignalSpy(page.another)
    write(page.form.passphrase.line, PASSPHRASE)
    click(page.form.open)
    qtbot.waitUntil(page.form.damaged.isVisible, timeout=WAIT)
    assert page.form.trouble.words.endswith("No backup of it was found on this computer.")
    assert not page.form.damaged.that_backup.isVisible()
    click(page.form.damaged.rescue)
    qtbot.waitUntil(lambda: another.count() == 1 or bool(page.form.trouble.words), timeout=WAIT)
    assert closed.path.read_bytes() == before


def test_neither_passphrase_nor_key_is_told_straight(page: Unlock, closed: _Closed, qtbot: QtBot) -> None:
    backed_up(closed)
    wanted = QSignalSpy(page.new_journal)
    click(page.form.use_key)
    press(page.recover.neither, Key.Key_Return)
    assert page.ways.neither.isVisible()
    assert not page.ways.neither.login.isVisible()
    assert list(unnamed(page)) == []
    click(page.ways.neither.backup)
    assert page.ways.backups.which.count() == 1
    write(page.ways.backups.passphrase.line, "not the one at all")
    press(page.ways.backups.passphrase.line, Key.Key_Return)
    qtbot.waitUntil(lambda: page.ways.backups.trouble.words == WRONG, timeout=WAIT)
    assert not page.ways.backups.put_back.isVisible()
    assert list(unnamed(page)) == []
    click(page.ways.backups.back)
    click(page.form.use_key)
    click(page.recover.neither)
    before = closed.path.read_bytes()
    click(page.ways.neither.new)
    assert wanted.count() == 1
    assert closed.path.read_bytes() == before
