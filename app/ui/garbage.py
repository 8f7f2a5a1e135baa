"""Python's cyclic garbage collection, kept on the window's thread.

Left alone, it runs in whichever thread makes the most objects. A worker that draws a document would then
destroy widgets that only a cycle still held, in a thread where Qt forbids it. So it is switched off, and a
timer of the window's thread collects by Python's own thresholds.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1000


class GarbageCollection(QObject):
    """Collects in the thread it lives in, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that has passed its threshold."""
        counts = gc.get_count()
        due = [age for age, most in enumerate(self._thresholds) if counts[age] > most]
        if due:
            gc.collect(due[-1])


def spare_what_is_there() -> None:
    """Leave everything there is now out of every later collection, for as long as the process lives.

    Called when a journal has been read: its records are no garbage before the lock, which ends the process,
    and looking at a hundred thousand of them would hold up the window for a fifth of a second (measured).
    """
    gc.collect()
    gc.freeze()
