import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from app.ui import background


class _Heard(QObject):
    """Remembers what came, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.steps: list[object] = []
        self.thread_of_call: object = None

    def done(self, result: object) -> None:
        self.thread_of_call = QThread.currentThread()
        self.results.append(result)

    def failed(self, error: Exception) -> None:
        self.errors.append(error)

    def stepped(self, step: object) -> None:
        self.steps.append(step)


@pytest.fixture
def heard() -> _Heard:
    return _Heard()


def _nothing_waits() -> bool:
    return QThreadPool.globalInstance().activeThreadCount() == 0


def test_the_result_comes_in_the_windows_thread(heard: _Heard, qtbot: QtBot) -> None:
    workers: list[object] = []

    def work() -> int:
        workers.append(threading.get_ident())
        return 41 + 1

    background.run(heard, work, done=heard.done, failed=heard.failed)
    qtbot.waitUntil(lambda: heard.results == [42])
    assert workers != [threading.get_ident()]
    assert heard.thread_of_call is QThread.currentThread()
    assert heard.errors == []


def test_an_error_comes_as_itself(heard: _Heard, qtbot: QtBot) -> None:
    def fail() -> None:
        raise OSError(28, "no room")

    background.run(heard, fail, done=heard.done, failed=heard.failed)
    qtbot.waitUntil(lambda: len(heard.errors) == 1)
    assert isinstance(heard.errors[0], OSError)
    assert heard.results == []


def test_steps_are_told_as_they_come(heard: _Heard, qtbot: QtBot) -> None:
    def work(tell: background.Tell) -> str:
        tell("first")
        tell("second")
        return "done"

    background.run_in_steps(heard, work, stepped=heard.stepped, done=heard.done, failed=heard.failed)
    qtbot.waitUntil(lambda: heard.results == ["done"])
    assert heard.steps == ["first", "second"]


def test_nobody_is_told_once_the_owner_is_gone(heard: _Heard, qtbot: QtBot) -> None:
    owner = QObject()
    go = threading.Event()

    def work() -> int:
        go.wait(5)
        return 1

    background.run(owner, work, done=heard.done, failed=heard.failed)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    go.set()
    qtbot.waitUntil(_nothing_waits)
    QCoreApplication.sendPostedEvents()
    assert heard.results == []


def test_what_carried_the_outcome_does_not_pile_up(heard: _Heard, qtbot: QtBot) -> None:
    for _ in range(5):
        background.run(heard, int, done=heard.done, failed=heard.failed)
    qtbot.waitUntil(lambda: len(heard.results) == 5)
    app = QCoreApplication.instance()
    assert app is not None
    letters = app.findChildren(background.Letters)
    assert len(letters) == 1
    assert letters[0]._waiting == {}
