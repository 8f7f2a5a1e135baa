"""One process from its start to its first painted window: ours, or an empty one to compare with.

Arguments: "app" or "empty", and the moment the process was started, by the monotonic clock.
"""

import os
import sys
import time

from measure import report
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget


class FirstPaint(QObject):
    """Ends the process once a window has been painted for the first time."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event through; after the first paint of a window, report and leave."""
        if event.type() == QEvent.Type.UpdateRequest and isinstance(watched, QWidget) and watched.isWindow():
            watched.event(event)
            report(taken=time.monotonic() - self._started)
            sys.stdout.flush()
            os._exit(0)
        return False


def empty() -> None:
    """The least a window takes: an application and one bare widget."""
    app = QApplication([])
    window = QWidget()
    window.resize(1200, 800)
    window.show()
    app.exec()


def ours() -> None:
    """Told Once as a person starts it."""
    from app.__main__ import main  # noqa: PLC0415 (its import is part of what is measured)

    sys.argv = ["told-once"]
    main()


def main() -> None:
    """Watch for the first paint from inside the event loop, which both start with `exec`."""
    watcher = FirstPaint(float(sys.argv[2]))
    run = QApplication.exec

    def watched_exec(*_: object) -> int:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(watcher)
        return run()

    QApplication.exec = watched_exec  # type: ignore[method-assign]
    {"app": ours, "empty": empty}[sys.argv[1]]()


if __name__ == "__main__":
    main()
