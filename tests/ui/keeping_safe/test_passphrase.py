"""Passphrase and keys by hand: changing, checking, a new key, and what this computer remembers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.records import Record
from app.ui.desk import Desk
from app.ui.keeping_safe.key_flows import Asking, OldAndNew, WithBack
from app.ui.keeping_safe.passphrase import PassphrasePanel
from app.ui.keys.key_check import KeyCheck
from app.ui.keys.line_check import LineCheck
from app.ui.keys.new_key import NewKey
from app.ui.widgets.ask import Ask
from tests.services.cheap import OTHER, PASSPHRASE, note
from tests.ui.access import unnamed
from tests.ui.desks import Heard
from tests.ui.hands import click, press, write

Key = Qt.Key
WAIT = 20_000


@pytest.fixture
def records() -> tuple[Record, ...]:
    return ()


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> PassphrasePanel:
    made = PassphrasePanel(desk, "Passphrase and keys")
    qtbot.addWidget(made)
    made.resize(830, 900)
    made.refresh()
    made.show()
    return made


def flow_of(panel: PassphrasePanel) -> NewKey:
    assert isinstance(panel.flow, WithBack)
    inner = panel.flow._inner
    assert isinstance(inner, NewKey)
    return inner


def is_at_front(panel: PassphrasePanel) -> bool:
    return panel.flow is None


def is_remembered(desk: Desk) -> bool:
    return desk.session.keys.is_remembered_here


def check_back(flow: NewKey, qtbot: QtBot) -> None:
    """Type the line that is asked for, from the key that is shown."""
    qtbot.waitUntil(lambda: flow.recovery is not None, timeout=WAIT)
    recovery = flow.recovery
    assert recovery is not None
    write(recovery.answer, recovery.box.lines[recovery.asked - 1].text())
    press(recovery.answer, Key.Key_Return)


def test_the_passphrase_is_changed_by_keys_and_drafts_live_on(
    panel: PassphrasePanel, desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    desk.journal.save_draft("today/line", "half a sentence")
    before = desk.session.keys.recovery_key()
    press(panel.change, Key.Key_Return)
    flow = flow_of(panel)
    step = flow.passphrase
    assert isinstance(step, OldAndNew)
    write(step.old.line, PASSPHRASE)
    press(step.old.line, Key.Key_Return)
    for field in (step.new.first, step.new.again):
        write(field.line, OTHER)
    press(step.new.again.line, Key.Key_Return)
    desk.journal.record(note("a", "written while the key was being made"))
    check_back(flow, qtbot)
    assert is_at_front(panel)
    assert heard.said[-1] == ("Changed. Only the new ones open the journal from now on.", False)
    assert desk.session.keys.is_passphrase(OTHER)
    assert desk.session.keys.recovery_key_checked
    assert desk.session.keys._lines() != before
    assert desk.journal.drafts()["today/line"] == "half a sentence"
    path = desk.session.path
    desk.session.lock(backup=False)
    assert "a" in desk.session.unlock(path, OTHER).snapshot.records


def test_a_wrong_old_passphrase_changes_nothing(panel: PassphrasePanel, desk: Desk, qtbot: QtBot) -> None:
    click(panel.change)
    flow = flow_of(panel)
    step = flow.passphrase
    assert isinstance(step, OldAndNew)
    click(flow.next)
    assert step.old_row.error == "Type the passphrase first."
    write(step.old.line, "not this one at all")
    for field in (step.new.first, step.new.again):
        write(field.line, OTHER)
    click(flow.next)
    qtbot.waitUntil(lambda: bool(flow.trouble.words), timeout=WAIT)
    assert flow.trouble.words.startswith("That passphrase did not open the journal.")
    assert step.new.first.text == OTHER
    assert desk.session.keys.is_passphrase(PASSPHRASE)
    assert panel.go_back()
    assert is_at_front(panel)
    assert panel.change.isVisible()


def test_the_new_key_that_is_shown_once_cannot_be_left_by_a_slip(
    panel: PassphrasePanel, desk: Desk, qtbot: QtBot
) -> None:
    click(panel.change)
    flow = flow_of(panel)
    step = flow.passphrase
    assert isinstance(step, OldAndNew)
    write(step.old.line, PASSPHRASE)
    for field in (step.new.first, step.new.again):
        write(field.line, OTHER)
    click(flow.next)
    qtbot.waitUntil(lambda: flow.recovery is not None, timeout=WAIT)
    assert panel.go_back()
    assert not is_at_front(panel)
    click(flow.later)
    assert is_at_front(panel)
    assert panel._unchecked.words == "Not checked yet"
    assert desk.session.keys.is_passphrase(OTHER)


def test_a_new_recovery_key_is_asked_twice_and_the_old_one_stops_working(
    panel: PassphrasePanel, desk: Desk, qtbot: QtBot
) -> None:
    old = desk.session.keys.recovery_key()
    click(panel.new)
    flow = flow_of(panel)
    assert isinstance(flow.passphrase, Asking)
    write(flow.passphrase.old.line, PASSPHRASE)
    press(flow.passphrase.old.line, Key.Key_Return)
    ask = panel.findChild(Ask)
    assert ask is not None
    texts = [button.text() for button in ask.findChildren(QPushButton)]
    assert "Make a new key" in texts
    assert "Keep the old one" in texts
    assert desk.session.keys.recovery_key() == old
    ask.yes.emit()
    check_back(flow, qtbot)
    assert desk.session.keys.is_passphrase(PASSPHRASE)
    assert not desk.session.keys.check_recovery_key(1, old[0])
    ask.close()


def test_an_unchecked_key_is_shown_and_asked_back_a_checked_one_only_asked(
    panel: PassphrasePanel, desk: Desk, heard: Heard
) -> None:
    lines = desk.session.keys.recovery_key()
    click(panel.check)
    assert isinstance(panel.flow, KeyCheck)
    write(panel.flow.step.answer, lines[panel.flow.step.asked - 1])
    press(panel.flow.step.answer, Key.Key_Return)
    assert heard.said[-1] == ("Recovery key checked.", False)
    assert panel._checked.words == "Checked on 12\u00a0May\u00a02026"
    click(panel.check)
    assert isinstance(panel.flow, WithBack)
    check = panel.flow._inner
    assert isinstance(check, LineCheck)
    press(check.answer, Key.Key_Return)
    assert check.row.error == f"Type line {check.asked} first."
    write(check.answer, "AAAAA")
    press(check.answer, Key.Key_Return)
    assert check.row.error.startswith(f"Line {check.asked} is different.")
    check.answer.clear()
    write(check.answer, lines[check.asked - 1].lower())
    press(check.answer, Key.Key_Return)
    assert is_at_front(panel)


def test_remembered_here_and_forgotten_again(
    panel: PassphrasePanel, desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    assert panel.remember.isVisible()
    assert not panel.forget.isVisible()
    click(panel.remember)
    qtbot.waitUntil(panel.forget.isVisible, timeout=WAIT)
    assert is_remembered(desk)
    click(panel.forget)
    qtbot.waitUntil(panel.remember.isVisible, timeout=WAIT)
    assert not is_remembered(desk)
    assert [said for said, _ in heard.said] == ["Remembered on this computer", "Forgotten on this computer"]


@pytest.mark.parametrize(
    "opens",
    [PassphrasePanel.change_passphrase, PassphrasePanel.check_key, PassphrasePanel.make_new_key],
)
def test_nothing_that_opens_is_without_a_name(
    panel: PassphrasePanel, opens: Callable[[PassphrasePanel], None]
) -> None:
    opens(panel)
    assert list(unnamed(panel)) == []


def test_backups_of_older_passphrases_are_named_and_deleted_only_when_asked_twice(
    panel: PassphrasePanel, desk: Desk, heard: Heard
) -> None:
    desk.session.backups.make()
    desk.session.keys.change_passphrase(OTHER, PASSPHRASE)
    desk.session.backups.make()
    panel.refresh()
    assert panel._older.words == "2 backups still open with an older passphrase."
    ask = panel.ask_to_delete()
    assert len(desk.session.backups.found()) == 3
    ask.yes.emit()
    ask.close()
    assert [one.opens for one in desk.session.backups.found()] == [True]
    assert heard.said[-1] == ("Deleted: 2 older backups", False)
    assert panel._older.words == ""
