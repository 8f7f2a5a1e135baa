import sys

from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from app import __version__
from app.domain.records.invalid import InvalidRecord, Reason
from app.i18n import Words
from app.services.changes import Change, Observers
from app.services.errors import TooEasy
from app.ui import errors
from app.ui.bridge import JournalBridge
from app.ui.looks import keep_look, kept_look
from app.ui.theme.look import Look
from app.ui.widgets.notice import Notice
from tests.services.cheap import session_in


def _caught(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_known_error_gets_its_sentence_and_next_step(qtbot: QtBot) -> None:
    notice = Notice(kind="trouble")
    qtbot.addWidget(notice)
    errors.show(notice, TooEasy(), Words())
    assert notice.words == "That passphrase is too easy to guess. Try four or five ordinary words."
    assert errors.sentence(InvalidRecord("name", Reason.EMPTY), Words()).startswith(
        "Nothing is written here yet."
    )


def test_a_bug_is_told_without_its_message() -> None:
    said = errors.sentence(_caught(ValueError("my secret words")), Words())
    assert said.startswith("Something went wrong in Told Once. Your journal is safe.")
    assert "secret" not in said
    assert __version__ in said
    assert "ValueError" in said


def test_a_bug_names_its_place_in_our_own_code() -> None:
    try:
        Words().say("x", "{missing}", other="my secret words")
    except KeyError as error:
        said = errors.where(error)
        assert "app/i18n.py" in said
        assert "secret" not in said
    else:
        raise AssertionError


def test_the_hook_tells_of_a_bug_and_prints_nothing(qtbot: QtBot) -> None:
    hook = errors.BugHook()
    error = ValueError("my secret words")
    with qtbot.waitSignal(hook.met) as met:
        hook(ValueError, error, None)
    assert met.args == [error]
    assert sys.excepthook is not hook


def test_changes_of_the_journal_come_as_a_signal_until_the_bridge_is_closed() -> None:
    observers = Observers()
    bridge = JournalBridge(observers)
    spy = QSignalSpy(bridge.changed)
    change = Change(number=1, kinds=frozenset(), ids=frozenset(), what="Wrote a note")
    observers.announce(change)
    bridge.close()
    observers.announce(change)
    assert [spy.at(n) for n in range(spy.count())] == [[change]]


def test_the_look_is_kept_on_the_computer(tmp_path: object) -> None:
    from pathlib import Path  # noqa: PLC0415 - for the check below only

    assert isinstance(tmp_path, Path)
    session = session_in(tmp_path)
    assert kept_look(session) == Look(text_size=0)  # not chosen yet: as the computer's own
    look = Look(theme="dusk", text_size=150, keep_still=True, keys_for="left")
    keep_look(session, look)
    assert kept_look(session) == look
    assert session.state.look().lock_minutes == 15
