"""Moving and zooming the timeline over 100,000 records, its list and whole life with it.

Against the same number of plain rectangles, filled one by one at the same size and scale. Every step is the
whole of it: window, lanes, list in words and laid out, strip, and the paint.
"""

import statistics
import sys
import time
from itertools import pairwise
from types import SimpleNamespace
from typing import cast

import journals
from measure import report, seconds
from PySide6.QtCore import QCoreApplication, QEventLoop, QRectF, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.domain.derived.line.in_view import column_size
from app.domain.derived.line.lanes import Line
from app.domain.derived.line.windows import Zoom
from app.domain.derived.timeline import EVERYTHING
from app.domain.journal import Journal
from app.i18n import Words
from app.ui import application
from app.ui.desk import Desk
from app.ui.line_of_time.line_view import LineView
from app.ui.line_of_time.maker import LineMaker
from app.ui.theme.look import Look

RECORDS = 100_000
ROUNDS = 12
PANS = 8  # at each zoom
PERCENT = 100


def main() -> None:
    """Measure every zoom in turn, over and over, moving back in time at each."""
    app = application.make(sys.argv[:1], Look(theme="day"))
    words = Words()
    records = (*journals.symptoms(), *(journals.entry(number) for number in range(RECORDS)))
    journal = Journal({record.id: record for record in records})
    view = LineView(words, "Timeline", QWidget())
    view.resize(1120, 620)
    view.show()
    waiting = opening(view, journal, words)
    line = view.line
    if line is None:
        raise RuntimeError("No line was drawn up.")
    steps = [taken for _ in range(ROUNDS) for zoom in Zoom for taken in moving(view, zoom)]
    middle, slowest = statistics.median(steps), statistics.quantiles(steps, n=PERCENT)[-1]
    bare = statistics.median(seconds(lambda: rectangles(view, most_columns(line))) for _ in range(PERCENT))
    report(ours=middle, slowest=slowest, bare=bare, waiting=waiting)
    view.close()
    app.quit()


def opening(view: LineView, journal: Journal, words: Words) -> float:
    """The longest the window's thread is busy at a time, from asking for the line until it is painted."""
    desk = SimpleNamespace(snapshot=journal, words=words, today=lambda: journals.LAST_DAY)
    maker = LineMaker(cast("Desk", desk), view)
    loop, ticks = QEventLoop(), [time.perf_counter()]
    beat = QTimer(interval=1)
    beat.timeout.connect(lambda: ticks.append(time.perf_counter()))
    maker.made.connect(view.show_line)
    maker.made.connect(lambda _line: QTimer.singleShot(300, loop.quit))
    beat.start()
    maker.make(EVERYTHING, ())
    loop.exec()
    beat.stop()
    return max(later - sooner for sooner, later in pairwise(ticks))


def moving(view: LineView, zoom: Zoom) -> list[float]:
    """A zoom, and a few moves at it."""
    taken = [step(view, lambda: view.show_zoom(zoom))]
    taken += [step(view, lambda: view.canvas.pan(-0.25)) for _ in range(PANS)]
    return taken


def step(view: LineView, act: object) -> float:
    """One step, with everything it changes painted."""
    return seconds(act) + seconds(lambda: painted(view))  # type: ignore[arg-type]


def painted(view: LineView) -> None:
    """Lay out and paint all of it, now."""
    QCoreApplication.sendPostedEvents()
    view.grab()


def most_columns(line: Line) -> int:
    """How many columns the widest window of weeks holds: the most that one step paints."""
    lanes = [lane for lane in line.lanes if lane.is_symptom]
    sizes = [column_size(lane, Zoom.THREE_YEARS) for lane in lanes]
    return sum(3 * 53 if size is not None else 0 for size in sizes)


def rectangles(view: LineView, count: int) -> None:
    """As many plain rectangles, one by one."""
    pixmap = QPixmap(view.canvas.size())
    painter = QPainter(pixmap)
    colour = view.palette().color(view.foregroundRole())
    for at in range(count):
        painter.fillRect(QRectF(at % 600, at % 500, 3, 40), colour)
    painter.end()


if __name__ == "__main__":
    main()
