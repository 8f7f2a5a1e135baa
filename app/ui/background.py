"""Work that takes longer than a moment, away from the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")
Tell = Callable[[object], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """Who waits for a piece of work, and what is called in the window's thread."""

    owner: QObject
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    stepped: Callable[[object], None] | None = None


class Letters(QObject):
    """Brings outcomes from workers to the window's thread; one for each application.

    Workers hold only a number. Whatever they would otherwise be the last to hold, a window or a
    signal's sender, is let go of in the window's thread, where Qt wants it.
    """

    came = Signal(int, str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[int, _Waiting] = {}
        self._number = 0
        self.came.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def wait(self, waiting: _Waiting) -> int:
        """Remember who waits, and give the number to answer to."""
        self._number += 1
        self._waiting[self._number] = waiting
        return self._number

    def _deliver(self, number: int, kind: str, value: object) -> None:
        """Call whoever waits, unless it is gone by now."""
        waiting = self._waiting[number] if kind == "stepped" else self._waiting.pop(number)
        if shiboken6.isValid(waiting.owner):
            call: Callable[[Any], None] | None = getattr(waiting, kind)
            if call is not None:
                call(value)


class _Runner(QRunnable):
    """Runs one function in a worker thread."""

    def __init__(self, function: Callable[[], object], letters: Letters, number: int) -> None:
        super().__init__()
        self._function = function
        self._letters = letters
        self._number = number

    def run(self) -> None:
        """Run it and send the outcome."""
        try:
            result = self._function()
        except Exception as error:  # noqa: BLE001 - handed to whoever asked
            self._letters.came.emit(self._number, "failed", error)
        else:
            self._letters.came.emit(self._number, "done", result)


def run(
    owner: QObject,
    function: Callable[[], T],
    *,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Start ``function`` in a worker; one of the two callbacks follows in the window's thread.

    Neither follows once ``owner`` is gone.
    """
    letters = _letters()
    number = letters.wait(_Waiting(owner=owner, done=done, failed=failed))
    QThreadPool.globalInstance().start(_Runner(function, letters, number))


def run_in_steps(
    owner: QObject,
    function: Callable[[Tell], T],
    *,
    stepped: Callable[[object], None],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Like :func:`run`, for work that tells of its steps: ``function`` is given whom to tell."""
    letters = _letters()
    waiting = _Waiting(owner=owner, done=done, failed=failed, stepped=stepped)
    number = letters.wait(waiting)
    tell = partial(letters.came.emit, number, "stepped")
    QThreadPool.globalInstance().start(_Runner(partial(function, tell), letters, number))


def _letters() -> Letters:
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("There is no application yet.")
    options = Qt.FindChildOption.FindDirectChildrenOnly
    return app.findChild(Letters, options=options) or Letters(app)
