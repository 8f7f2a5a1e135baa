"""What opening is busy with, told from the worker, and a way to stop it between two steps."""

import threading
from collections.abc import Callable

from app.storage.errors import Cancelled
from app.storage.vault import Step

__all__ = ["Cancelled", "Progress", "Step"]


class Progress:
    """Hand one to `Session.unlock` and the like as `announce`; each call is made in the worker.

    Deriving a key and checking the pages can't be stopped half-way: `cancel` takes effect at the
    next step, which then raises Cancelled, and the file is closed again.
    """

    def __init__(self, tell: Callable[[Step], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stop before the next step. May be called from any thread."""
        self._cancelled.set()

    def __call__(self, step: Step) -> None:
        """Tell a step, unless it was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        self._tell(step)
