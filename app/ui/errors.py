"""Saying what went wrong: a sentence and a next step, never anything the person wrote."""

import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from app import __version__
from app.i18n import Words
from app.services.errors import explain, is_known
from app.ui.widgets.notice import Notice


def sentence(error: BaseException, words: Words) -> str:
    """Say what happened and what to do next; for a bug also where, without any message or value."""
    said, next_step = explain(error, words)
    parts = [said, next_step]
    if not is_known(error):
        parts.append(where(error))
    return " ".join(part for part in parts if part)


def show(notice: Notice, error: BaseException, words: Words) -> None:
    """Show the sentence in a strip on the page, and say it at once."""
    notice.say(sentence(error, words))


def where(error: BaseException) -> str:
    """Return version, kind of error and its place in our own code."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/app/" in frame.filename.replace("\\", "/")]
    place = ""
    if ours:
        file = ours[-1].filename.replace("\\", "/").rsplit("/app/", 1)[-1]
        place = f", app/{file} {ours[-1].lineno}"
    return f"({__version__}, {type(error).__name__}{place})"


class BugHook(QObject):
    """Stands in for ``sys.excepthook``: tells the window of a bug instead of printing its values."""

    met = Signal(object)

    def __call__(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Tell of a bug; Ctrl+C in a terminal is none."""
        if isinstance(error, Exception):
            self.met.emit(error)
