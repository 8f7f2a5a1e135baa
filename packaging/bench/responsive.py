"""How long what a person does holds up the window, in a journal of many records with some of everything.

Argument: how many records. Each action is done ten times; its figure is the median of the longest stretch in
which the window answered to nothing. Work that goes on beside the window is waited for, and not counted.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import journals
from measure import report
from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.services.sample import sample_files, sample_journal
from app.ui import application
from app.ui.main_window import MainWindow
from app.ui.tabs import PAGES
from app.ui.theme.look import Look
from app.ui.told_once import ToldOnce

TIMES = 10
BUSY = 0.002  # seconds: below, nothing happened
QUIET = 0.3  # seconds: the quick line is read 80 ms behind, pages are drawn 250 ms behind
LINE = "knee 5 worse on stairs"
Action = Callable[[], object]


def main(records: int) -> None:
    """Measure every action; the slowest is what the table shows, all of them go to standard error."""
    app = application.make(sys.argv[:1], Look(theme="day"))
    with tempfile.TemporaryDirectory() as name:
        told_once = opened(Path(name), records)
        figures: dict[str, float] = {}
        for what, act in actions(told_once.window):
            figures[what] = held_up(act)
            sys.stderr.write(f"{figures[what] * 1000:8.1f} ms  {what}\n")
        told_once.window.close()
    app.quit()
    slowest = max(figures, key=lambda what: figures[what])
    report(ours=figures[slowest], bare=0.1)


def opened(folder: Path, records: int) -> ToldOnce:
    """The window on a journal of that many readings, with the sample journal's records beside them."""
    path = journals.make(folder, records)
    keeper = journals.session(folder)
    keeper.unlock(path, journals.PASSPHRASE)
    keeper.journal.record(*(one for one in sample_journal() if one.KIND != "person"), files=sample_files())
    told_once = ToldOnce(keeper, Words())
    told_once.window.resize(1366, 768)
    told_once.show_journal()
    told_once.window.show()
    settle()
    return told_once


def actions(window: MainWindow) -> Iterator[tuple[str, Action]]:
    """What a person does, named: the pages, the quick line, undo, the cover."""
    for key, english, *_ in PAGES:
        yield f"{english}, opened", Opening(window, key)
        yield f"{english}, opened after something was written", OpeningStale(window, key)
    yield "Today, opened for the quick line", window.open_quick_line
    yield "a letter typed in the quick line", Typing(window)
    yield "a line saved", Saving(window)
    yield "undone", window.undo
    yield "covered or uncovered", window.toggle_cover


class Opening:
    """Goes to one page, from Today."""

    def __init__(self, window: MainWindow, key: str) -> None:
        self._window, self._key = window, key

    def __call__(self) -> None:
        """Go."""
        self._window.go_to(self._key)


class OpeningStale(Opening):
    """The same once the journal has changed, which every page then shows."""

    def __init__(self, window: MainWindow, key: str) -> None:
        super().__init__(window, key)
        self._saving = Saving(window)

    def prepare(self) -> None:
        """Write a line, from the first page."""
        self._saving.prepare()
        self._saving()


class Typing:
    """Types one letter after the other of a line."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._letters = window, iter(LINE * TIMES)

    def __call__(self) -> None:
        """Type the next letter."""
        focused = self._window.focusWidget()
        QTest.keyClicks(focused or self._window, next(self._letters))


class Saving:
    """Saves the line that was typed before."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def prepare(self) -> None:
        """Type the line."""
        self._window.open_quick_line()
        QTest.keyClicks(self._focused(), LINE)

    def __call__(self) -> None:
        """Save it."""
        QTest.keyClick(self._focused(), Qt.Key.Key_Return)

    def _focused(self) -> QWidget:
        return self._window.focusWidget() or self._window


def held_up(act: Action) -> float:
    """The median of the longest stretch without an answer, in seconds."""
    return statistics.median(longest(act) for _ in range(TIMES))


def longest(act: Action) -> float:
    """Do it once, with everything that follows in the window; the longest stretch that took."""
    prepare = getattr(act, "prepare", None)
    if prepare is not None:
        prepare()
        settle()
    begun = time.perf_counter()
    act()
    QCoreApplication.processEvents()
    return max(time.perf_counter() - begun, settle())


def settle() -> float:
    """Let everything follow, timers and workers too; the longest stretch in which the window was busy."""
    most, quiet_since = 0.0, time.perf_counter()
    while time.perf_counter() - quiet_since < QUIET:
        idle = QThreadPool.globalInstance().waitForDone(1)
        begun = time.perf_counter()
        QCoreApplication.processEvents()
        now = time.perf_counter()
        most = max(most, now - begun)
        if not idle or now - begun > BUSY:
            quiet_since = now
    return most


if __name__ == "__main__":
    main(int(sys.argv[1]))
