"""How long what a person does holds up the window, in a journal of many records with some of everything.

Argument: how many records. Each action is done ten times; its figure is the median of the longest stretch in
which the window answered to nothing, from the key until all is shown that follows from it: what a worker
hands over counts too, the work it does beside the window does not.
"""

import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import journals
from deeds import Deed, deeds
from measure import report
from PySide6.QtCore import QEventLoop, QObject, Qt, QThreadPool, QTimer

from app.i18n import Words
from app.services.clock import FixedClock
from app.services.sample import sample_files, sample_journal
from app.services.session import Session
from app.ui import application
from app.ui.theme.look import Look
from app.ui.told_once import ToldOnce

TIMES = 10
LONGEST = 0.1  # seconds; what a person feels as at once
BUSY = 0.008  # seconds: below, nothing happened
QUIET = 0.11  # seconds: the quick line is read 80 ms behind
MOST = 15.0  # seconds that are waited for what follows
clock = time.perf_counter
TODAY = datetime(2026, 5, 16, 9, 0, tzinfo=UTC)  # all was written days before


def main(records: int, only: str = "") -> None:
    """Measure every action; the slowest is what the table shows, all of them go to standard error."""
    app = application.make(sys.argv[:1], Look(theme="day"))
    with tempfile.TemporaryDirectory() as name:
        journals.make(Path(name), records)
        told_once, session = opened(Path(name))
        figures = measured(told_once, session, only)
        told_once.window.close()
    app.quit()
    slowest = max(figures, key=lambda what: figures[what])
    sys.stderr.write(f"The slowest: {slowest}\n")
    report(what=slowest, ours=figures[slowest], bare=LONGEST)


def opened(folder: Path) -> tuple[ToldOnce, Session]:
    """The window on the journal in a folder, with the sample journal's records beside its own."""
    keeper = journals.session(folder, FixedClock(TODAY))
    keeper.unlock(folder / "journals" / "bench.toldonce", journals.PASSPHRASE)
    keeper.journal.record(*(one for one in sample_journal() if one.KIND != "person"), files=sample_files())
    told_once = ToldOnce(keeper, Words())
    told_once.window.resize(1366, 768)
    told_once.show_journal()
    told_once.window.show()
    Stretch().longest(0.5)
    return told_once, keeper


def measured(told_once: ToldOnce, session: Session, only: str) -> dict[str, float]:
    """Every action's figure, in seconds."""
    figures: dict[str, float] = {}
    for deed in deeds(told_once.window, session):
        if only in deed.what:
            figures[deed.what] = held_up(deed)
            sys.stderr.write(f"{figures[deed.what] * 1000:8.1f} ms  {deed.what}\n")
    return figures


def held_up(deed: Deed) -> float:
    """The median of the longest stretch without an answer, in seconds."""
    taken = []
    for turn in range(TIMES):
        Stretch(deed.prepare).longest(QUIET)
        taken.append(Stretch(deed.act, turn).longest(max(QUIET, deed.behind)))
    return statistics.median(taken)


class Stretch(QObject):
    """Does one thing in an event loop until nothing follows; watches how long nothing is answered."""

    def __init__(self, act: object = None, turn: int = 0) -> None:
        super().__init__()
        self._act, self._turn = act, turn
        self._loop = QEventLoop()
        self._beat = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._tick)
        self._quiet, self._most = QUIET, 0.0
        self._begun = self._last = self._busy = 0.0

    def longest(self, quiet: float) -> float:
        """The longest stretch, in seconds, once it has been quiet for that long."""
        self._quiet = quiet
        self._begun = self._last = self._busy = clock()
        QTimer.singleShot(0, self, self._do)
        self._beat.start()
        self._loop.exec()
        self._beat.stop()
        return self._most

    def _do(self) -> None:
        if callable(self._act):
            self._act(self._turn)

    def _tick(self) -> None:
        now = clock()
        taken, self._last = now - self._last, now
        self._most = max(self._most, taken)
        if taken > BUSY or QThreadPool.globalInstance().activeThreadCount():
            self._busy = now
        if now - self._busy > self._quiet or now - self._begun > MOST:
            self._loop.quit()


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
