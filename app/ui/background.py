"""Work that takes longer than a moment, away from the window's thread."""

import contextlib
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")
Tell = Callable[[object], None]


class _Call(QObject):
    """Carries the outcome to the window's thread; belongs to whoever asked."""

    done = Signal(object)
    failed = Signal(object)
    stepped = Signal(object)


class _Runner(QRunnable):
    """Runs one function in a worker thread."""

    def __init__(self, function: Callable[[], object], call: _Call) -> None:
        super().__init__()
        self._function = function
        self._call = call

    def run(self) -> None:
        """Run it; where its owner is gone by the end, nobody is told."""
        try:
            result = self._function()
        except Exception as error:  # noqa: BLE001 - handed to whoever asked
            with contextlib.suppress(RuntimeError):
                self._call.failed.emit(error)
        else:
            with contextlib.suppress(RuntimeError):
                self._call.done.emit(result)


class _Outcome(QObject, Generic[T]):
    """Hands the outcome to the two callbacks, in the window's thread."""

    def __init__(
        self, owner: QObject, done: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(owner)
        self._done = done
        self._failed = failed

    def take(self, result: object) -> None:
        self._done(cast("T", result))
        self.deleteLater()

    def fail(self, error: object) -> None:
        self._failed(cast("Exception", error))
        self.deleteLater()


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
    call = _Call(owner)
    _start(owner, function, call, done, failed)


def run_in_steps(
    owner: QObject,
    function: Callable[[Tell], T],
    *,
    stepped: Callable[[object], None],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Like :func:`run`, for work that tells of its steps: ``function`` is given whom to tell."""
    call = _Call(owner)
    call.stepped.connect(stepped)

    def tell(step: object) -> None:
        with contextlib.suppress(RuntimeError):
            call.stepped.emit(step)

    def work() -> T:
        return function(tell)

    _start(owner, work, call, done, failed)


def _start(
    owner: QObject,
    function: Callable[[], T],
    call: _Call,
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    outcome = _Outcome(owner, done, failed)
    call.done.connect(outcome.take)
    call.failed.connect(outcome.fail)
    call.done.connect(call.deleteLater)
    call.failed.connect(call.deleteLater)
    QThreadPool.globalInstance().start(_Runner(function, call))
