from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.autolock import AutoLock
from app.ui.widgets.watching import watching
from tests.ui.hands import click, press

MINUTE = 60_000


class _HandWound(QObject):
    """A timer that a test winds on."""

    timeout = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.started: list[int] = []
        self.running = False

    def start(self, milliseconds: int, /) -> None:
        self.started.append(milliseconds)
        self.running = True

    def stop(self) -> None:
        self.running = False

    def run_out(self) -> None:
        self.running = False
        self.timeout.emit()


@pytest.fixture
def timer() -> _HandWound:
    return _HandWound()


@pytest.fixture
def lock(timer: _HandWound, qtbot: QtBot) -> Iterator[AutoLock]:
    holder = QLineEdit()
    qtbot.addWidget(holder)
    made = AutoLock(holder, 15, timer)
    made.begin()
    yield made
    made.end()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


def test_it_warns_thirty_seconds_before_and_then_locks(lock: AutoLock, timer: _HandWound) -> None:
    soon, due = QSignalSpy(lock.soon), QSignalSpy(lock.due)
    assert timer.started == [15 * MINUTE - 30_000]
    timer.run_out()
    assert (soon.count(), due.count()) == (1, 0)
    assert timer.started[-1] == 30_000
    timer.run_out()
    assert due.count() == 1
    assert not timer.running


def test_any_sign_of_life_begins_the_minutes_again(
    lock: AutoLock, timer: _HandWound, field: QLineEdit
) -> None:
    before = len(timer.started)
    press(field, Qt.Key.Key_A)
    click(field)
    assert len(timer.started) > before + 1
    assert set(timer.started) == {15 * MINUTE - 30_000}
    assert field.text() == "a"
    assert lock.parent() is not None


def test_the_key_that_stays_does_nothing_else(lock: AutoLock, timer: _HandWound, field: QLineEdit) -> None:
    stayed = QSignalSpy(lock.stayed)
    timer.run_out()
    press(field, Qt.Key.Key_A)
    assert field.text() == ""
    assert stayed.count() == 1
    press(field, Qt.Key.Key_B)
    assert field.text() == "b"
    assert timer.started[-1] == 15 * MINUTE - 30_000


def test_the_stay_button_stays(lock: AutoLock, timer: _HandWound) -> None:
    stayed, due = QSignalSpy(lock.stayed), QSignalSpy(lock.due)
    timer.run_out()
    lock.stay()
    assert stayed.count() == 1
    timer.run_out()
    assert due.count() == 0


def test_no_minutes_means_never_by_itself(lock: AutoLock, timer: _HandWound, field: QLineEdit) -> None:
    lock.begin(0)
    press(field, Qt.Key.Key_A)
    assert not timer.running


def test_after_the_end_nothing_is_watched(lock: AutoLock, timer: _HandWound, field: QLineEdit) -> None:
    lock.end()
    started = len(timer.started)
    press(field, Qt.Key.Key_A)
    assert len(timer.started) == started
    assert not timer.running


@pytest.mark.usefixtures("lock")
def test_once_it_is_due_nothing_is_watched_any_more(timer: _HandWound, field: QLineEdit) -> None:
    timer.run_out()
    timer.run_out()
    started = len(timer.started)
    press(field, Qt.Key.Key_A)
    assert len(timer.started) == started
    assert field.text() == "a"


@pytest.mark.parametrize(
    "sign",
    [
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.HoverMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    ],
)
def test_hands_eyes_and_pens_all_count_as_life(lock: AutoLock, timer: _HandWound, sign: QEvent.Type) -> None:
    before = len(timer.started)
    watching().eventFilter(lock, QEvent(sign))
    assert len(timer.started) == before + 1


def test_what_the_window_does_by_itself_is_no_sign_of_life(lock: AutoLock, timer: _HandWound) -> None:
    before = len(timer.started)
    for own in (QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.UpdateRequest, QEvent.Type.LayoutRequest):
        watching().eventFilter(lock, QEvent(own))
    assert len(timer.started) == before
