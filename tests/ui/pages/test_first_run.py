from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.records.when import Precision, When
from app.i18n import Words
from app.services.session import Session
from app.ui.pages.first_run import (
    COMPUTER,
    LOOKS,
    PASSPHRASE,
    PUT_BACK,
    RECOVERY,
    WELCOME,
    WHOSE,
    FirstRun,
)
from app.ui.starting.making import make_journal
from app.ui.starting.whose_step import Whose
from app.ui.theme.theme import Theme
from tests.services.cheap import PASSPHRASE as WORDS
from tests.services.cheap import session_in
from tests.ui.access import name_of, unnamed
from tests.ui.hands import click, press, write

Key = Qt.Key
BORN = When(precision=Precision.DAY, first=date(1984, 10, 2), last=date(1984, 10, 2))


def _read(text: str) -> tuple[When | None, str]:
    return (BORN, "2 October 1984") if text == "2 october 1984" else (None, "")


def _second(_lines: Sequence[int]) -> int:
    return 2


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return session_in(tmp_path)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> FirstRun:
    made = FirstRun(session, Words(), _read, choose_line=_second)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def _choose_passphrase(page: FirstRun) -> None:
    page.go_to(WHOSE)
    page.whose.name.setText("  Maya / R. ")
    page.go_on()
    write(page.passphrase.first.line, WORDS)
    write(page.passphrase.again.line, WORDS)


def _make(page: FirstRun, qtbot: QtBot) -> None:
    _choose_passphrase(page)
    page.go_on()
    qtbot.waitUntil(lambda: page.step == RECOVERY, timeout=20_000)


def test_a_journal_is_made_by_keys_alone(page: FirstRun, session: Session, qtbot: QtBot) -> None:
    opened = QSignalSpy(page.opened)
    press(page.welcome.start_button, Key.Key_Space)
    write(page.whose.name, "Maya R.")
    write(page.whose.born.line, "2 october 1984")
    press(page.whose.name, Key.Key_Return)
    assert page.step == PASSPHRASE
    write(page.passphrase.first.line, WORDS)
    press(page.passphrase.first.line, Key.Key_Return)
    write(page.passphrase.again.line, WORDS)
    press(page.passphrase.again.line, Key.Key_Return)
    assert page.working.at_work
    qtbot.waitUntil(lambda: page.step == RECOVERY, timeout=20_000)
    assert page.recovery is not None
    second = page.recovery.box.lines[1].text()
    write(page.recovery.answer, second.lower().replace("-", " "))
    press(page.recovery.answer, Key.Key_Return)
    assert page.step == COMPUTER
    press(page.next, Key.Key_Space)
    qtbot.waitUntil(lambda: opened.count() == 1, timeout=20_000)
    person = session.journal.snapshot.person
    assert person is not None
    assert (person.name, person.born) == ("Maya R.", BORN)
    assert session.keys.recovery_key_checked


def test_the_name_is_kept_byte_for_byte_whatever_is_in_it(
    page: FirstRun, session: Session, qtbot: QtBot
) -> None:
    _make(page, qtbot)
    person = session.journal.snapshot.person
    assert person is not None
    assert person.name == "  Maya / R. "
    assert session.path.parent == session.places.journals


def test_a_name_is_needed(page: FirstRun) -> None:
    page.go_to(WHOSE)
    write(page.whose.name, "   ")
    press(page.whose.name, Key.Key_Return)
    assert page.step == WHOSE
    assert page.whose.name_row.error == "A name is needed, so that the journal can be told from others."


def test_someone_cared_for_is_told_how_words_are_kept_apart(page: FirstRun) -> None:
    page.go_to(WHOSE)
    click(page.whose.other)
    assert page.whose._apart.isVisible()
    page.whose.name.setText("Ana")
    answers = page.whose.ready()
    assert answers is not None
    assert answers.for_another


@pytest.mark.parametrize(
    ("first", "again", "error"),
    [
        ("short", "short", "Too short. Try four words."),
        ("password1234", "password1234", "Easy to guess: this is a common phrase."),
    ],
)
def test_next_is_never_dead_but_says_what_is_missing(
    page: FirstRun, first: str, again: str, error: str
) -> None:
    page.go_to(PASSPHRASE)
    write(page.passphrase.first.line, first)
    write(page.passphrase.again.line, again)
    assert page.next.isEnabled()
    page.go_on()
    assert page.step == PASSPHRASE
    assert page.passphrase.first_row.error == error
    assert page.passphrase.first.text == first


def test_the_two_must_be_the_same(page: FirstRun) -> None:
    page.go_to(PASSPHRASE)
    write(page.passphrase.first.line, WORDS)
    write(page.passphrase.again.line, "something else")
    page.go_on()
    assert page.passphrase.again_row.error == "These two are not the same yet."
    write(page.passphrase.again.line, "!")
    assert page.passphrase.again_row.error == ""


def test_the_meter_follows_what_is_typed(page: FirstRun, qtbot: QtBot) -> None:
    page.go_to(PASSPHRASE)
    write(page.passphrase.first.line, "short")
    qtbot.waitUntil(lambda: page.passphrase.meter.said == "Too short. Try four words.", timeout=20_000)
    write(page.passphrase.first.line, " kettle harbour ladder nine")
    qtbot.waitUntil(lambda: page.passphrase.meter.said == "Strong. Very hard to guess.", timeout=20_000)


def test_five_words_are_suggested_and_shown(page: FirstRun) -> None:
    page.go_to(PASSPHRASE)
    click(page.passphrase.suggest)
    assert len(page.passphrase.first.text.split()) == 5
    assert page.passphrase.first.eye.isChecked()


def test_the_recovery_key_can_wait(page: FirstRun, session: Session, qtbot: QtBot) -> None:
    _make(page, qtbot)
    click(page.later)
    assert page.step == COMPUTER
    assert page.steps._said.words.startswith("All right. Today will keep it waiting for you.")
    assert not session.keys.recovery_key_checked


def test_esc_loses_nothing_at_the_passphrase_or_the_key(page: FirstRun, qtbot: QtBot) -> None:
    _choose_passphrase(page)
    press(page, Key.Key_Escape)
    assert page.step == PASSPHRASE
    page.go_on()
    qtbot.waitUntil(lambda: page.step == RECOVERY, timeout=20_000)
    for key, modifiers in (
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ):
        press(page, key, modifiers)
    assert page.step == RECOVERY
    assert not page.back.isVisible()


def test_back_goes_one_step_back(page: FirstRun) -> None:
    page.go_to(WHOSE)
    page.whose.name.setText("Maya")
    page.go_on()
    click(page.back)
    assert page.step == WHOSE
    press(page, Key.Key_Escape)
    assert page.step == WELCOME
    press(page, Key.Key_Escape)
    assert page.step == WELCOME


def test_exactly_one_button_is_filled_at_every_step(page: FirstRun, qtbot: QtBot) -> None:
    from app.ui.widgets.button import Button  # noqa: PLC0415 - only here

    def filled() -> list[str]:
        return [b.text() for b in page.findChildren(Button) if b.isVisible() and b.kind == "main"]

    assert filled() == ["Start a journal"]
    _choose_passphrase(page)
    assert filled() == ["Next"]
    page.go_on()
    qtbot.waitUntil(lambda: page.step == RECOVERY, timeout=20_000)
    assert filled() == ["Print the key"]
    page.go_to(COMPUTER)
    assert filled() == ["Open my journal"]
    page.go_to(PUT_BACK)
    assert filled() == ["Put this back"]


def test_the_choices_for_this_computer_are_carried_out(
    page: FirstRun, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    opened = QSignalSpy(page.opened)
    _make(page, qtbot)
    click(page.later)
    qtbot.waitUntil(page.computer.with_login.isEnabled, timeout=20_000)
    page.computer.with_login.setChecked(True)
    page.computer.minutes.setCurrentIndex(0)
    page.computer.folder.setText(str(tmp_path / "stick"))
    click(page.next)
    qtbot.waitUntil(lambda: opened.count() == 1, timeout=20_000)
    assert session.keys.is_remembered_here
    assert session.state.look().lock_minutes == 1
    assert tmp_path / "stick" in session.backups.folders


def test_without_a_key_store_the_login_is_grey_and_says_why(page: FirstRun) -> None:
    page.go_to(COMPUTER)
    page.computer.allow_login(possible=False)
    assert not page.computer.with_login.isEnabled()
    reason = "This computer has no key store that Told Once can use."
    assert page.computer.with_login.toolTip() == reason
    assert page.computer._login_note.words == reason


def test_trouble_is_said_and_nothing_is_lost(page: FirstRun, session: Session, qtbot: QtBot) -> None:
    session.places.journals.parent.mkdir(parents=True, exist_ok=True)
    session.places.journals.write_text("a file where the folder should be", "utf-8")
    _choose_passphrase(page)
    page.go_on()
    qtbot.waitUntil(page.trouble.isVisible, timeout=20_000)
    assert page.step == PASSPHRASE
    assert page.passphrase.first.text == WORDS
    assert page.next.isEnabled()


def test_a_backup_is_put_back_and_opened(
    page: FirstRun, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.create(session.free_path("Old"), WORDS, "Maya")
    backup = session.backups.make()
    session.lock(backup=False)
    session.places.journals.joinpath("Old.toldonce").unlink()
    opened = QSignalSpy(page.opened)
    click(page.welcome.backup_button)
    click(page.put_back.button)
    assert page.put_back.file_row.error == "Choose the backup first."
    page.put_back.file.setText(str(backup))
    click(page.put_back.button)
    assert page.put_back.passphrase_row.error == "Type its passphrase first."
    write(page.put_back.passphrase.line, WORDS)
    press(page.put_back.passphrase.line, Key.Key_Return)
    qtbot.waitUntil(lambda: opened.count() == 1, timeout=20_000)
    assert session.is_open
    assert tmp_path in session.path.parents


def test_how_it_looks_is_reached_from_the_first_page(page: FirstRun, session: Session, theme: Theme) -> None:
    click(page.welcome.looks_button)
    assert page.step == LOOKS
    click(page.looks.themes.choices["dusk"])
    assert theme.name == "dusk"
    page.looks.text_size.setCurrentIndex(3)
    page.looks.text_size.activated.emit(3)
    assert theme.look.text_size == 125
    assert session.state.look().theme == "dusk"
    press(page.looks.back, Key.Key_Space)
    assert page.step == WELCOME


def test_a_file_can_be_opened_instead(page: FirstRun, tmp_path: Path) -> None:
    chosen = QSignalSpy(page.open_file)
    page._take_file(str(tmp_path / "Maya.toldonce"))
    assert chosen.at(0) == [tmp_path / "Maya.toldonce"]


@pytest.mark.parametrize("step", [WELCOME, WHOSE, PASSPHRASE, COMPUTER, PUT_BACK, LOOKS])
def test_every_step_has_names_and_a_place_for_the_focus(page: FirstRun, step: int) -> None:
    page.go_to(step)
    assert list(unnamed(page)) == []
    assert isinstance(page.focusWidget(), QWidget)
    assert name_of(page.steps.steps) == "Steps"


def test_whoever_shows_the_page_can_put_the_focus_into_its_step(page: FirstRun) -> None:
    assert page.first_focus() is page.welcome.start_button
    page.go_to(WHOSE)
    assert page.first_focus() is page.whose.me


@pytest.mark.parametrize("another", [True, False])
def test_for_whom_the_journal_is_stays_in_it(session: Session, another: bool) -> None:
    make_journal(session, Whose(name="Ana", born=None, for_another=another), WORDS)
    person = session.journal.snapshot.person
    assert person is not None
    assert person.for_another is another
    session.lock(backup=False)
