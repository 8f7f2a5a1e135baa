"""Every measurement, each in a process of its own, as one table for `tests/README.md`."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import journals

from tests.e2e.desktop import screen

HERE = Path(__file__).parent
SIZES = (1_500, 20_000, 100_000)
STARTS = 7
MILLISECOND = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table. Times in seconds, peaks in megabytes; `at_most` is the ratio to reach."""

    what: str
    against: str
    ours: float
    baseline: float
    peak: float
    at_most: float | None = None

    def line(self) -> str:
        """The row as Markdown."""
        ratio = self.ours / self.baseline
        aim = "" if self.at_most is None else f"≤ {self.at_most:g}"
        kept = "" if self.at_most is None else ("yes" if ratio <= self.at_most else "**no**")
        times = f"{self.ours / MILLISECOND:.1f} | {self.baseline / MILLISECOND:.1f}"
        return f"| {self.what} | {self.against} | {times} | {ratio:.2f} | {aim} | {kept} | {self.peak:.0f} |"


def set_stage(stage: ExitStack) -> None:
    """A screen of the bench's own where there are such, a home with a journal in it, and compiled modules."""
    home = Path(stage.enter_context(TemporaryDirectory()))
    if sys.platform == "linux":
        stage.enter_context(screen(os.environ))
        os.environ["QT_QPA_PLATFORM"] = "xcb"
    os.environ["TOLD_ONCE_HOME"] = str(home)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    journals.make(home, 20)


def measured(script: str, *words: str) -> dict[str, float]:
    """Run one script of the bench; what it reports."""
    asked = [sys.executable, str(HERE / script), *words]
    done = subprocess.run(asked, stdout=subprocess.PIPE, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def started(what: str) -> dict[str, float]:
    """The median start of one kind of window, after one that warms the disk's cache."""
    runs = [measured("first_paint.py", what, str(time.monotonic())) for _ in range(STARTS + 1)][1:]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def starting() -> Row:
    """Process start to first paint."""
    ours, empty = started("app"), started("empty")
    return Row(
        what="process start to first paint",
        against="an empty PySide6 window",
        ours=ours["taken"],
        baseline=empty["taken"],
        at_most=2.5,
        peak=ours["peak"],
    )


def unlocking(records: int) -> Iterator[Row]:
    """Unlocking at one size, beyond the key derivation and in all."""
    figures = measured("unlock.py", str(records))
    yield Row(
        what=f"unlock beyond the key derivation, {records:,} records",
        against="a bare open, both checks, read, decode",
        ours=figures["ours"],
        baseline=figures["bare"],
        at_most=2,
        peak=figures["peak"],
    )
    yield Row(
        what=f"unlock to Today painted, {records:,} records",
        against="Argon2id alone",
        ours=figures["argon"] + figures["ours"] + figures["painted"],
        baseline=figures["argon"],
        peak=figures["peak"],
    )


def compared(what: str, against: str, figures: dict[str, float], at_most: float | None = None) -> Row:
    """A row of a script that reports "ours" and "bare"."""
    return Row(
        what=what,
        against=against,
        ours=figures["ours"],
        baseline=figures["bare"],
        at_most=at_most,
        peak=figures["peak"],
    )


def moving_in_time() -> Iterator[Row]:
    """The timeline over 100,000 records: a step, the slowest of a hundred, and opening it."""
    figures = measured("timeline.py")
    peak = figures["peak"]
    step = "a zoom or a move of the timeline with its list, 100,000 records"
    yield compared(step, "as many plain rectangles", figures)
    yield Row(
        what="the same",
        against="one frame at 60 Hz",
        ours=figures["ours"],
        baseline=1 / 60,
        at_most=1,
        peak=peak,
    )
    yield Row(
        what="the slowest of a hundred of them",
        against="three frames",
        ours=figures["slowest"],
        baseline=3 / 60,
        at_most=1,
        peak=peak,
    )
    yield Row(
        what="the longest the window waits while the timeline opens, 100,000 records",
        against="100 milliseconds",
        ours=figures["waiting"],
        baseline=0.1,
        at_most=1,
        peak=peak,
    )


def rows() -> Iterator[Row]:
    """The whole table."""
    yield starting()
    for records in SIZES:
        yield from unlocking(records)
    yield compared("saving one entry", "one bare SQLCipher commit, DELETE and EXTRA", measured("save.py"), 4)
    yield compared("find in 20,000 records", "a scan of a list of the same strings", measured("find.py"))
    yield from moving_in_time()
    pdf = measured("pdf.py")
    yield compared("new-clinician PDF, three years", "ReportLab drawing the same pages untagged", pdf, 2.5)
    yield Row(
        what="the same from the journal, the first time",
        against="2 seconds",
        ours=pdf["first"],
        baseline=2,
        at_most=1,
        peak=pdf["peak"],
    )


def main() -> None:
    """Print the table row by row, so that a long run shows that it goes on."""
    with ExitStack() as stage:
        set_stage(stage)
        print_table()


def print_table() -> None:
    """One row after another."""
    print(f"On {os.cpu_count()} processors, Python {sys.version.split()[0]}.\n")
    print("| what | against | ms | baseline ms | ratio | to reach | reached | peak MB |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for row in rows():
        print(row.line(), flush=True)


if __name__ == "__main__":
    main()
