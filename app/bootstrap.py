"""The one place that knows every layer: it makes what the window and the commands are handed."""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.i18n import Words, load_words
from app.services.errors import SelfTestFailed
from app.services.session import Session
from app.storage.files import SUFFIX
from app.storage.hardening import harden, private_umask
from app.storage.locations import HOME, Locations, locations

if TYPE_CHECKING:
    from app.domain.derived.document import Paper

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH"})  # document.md 2
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_LOCKED = "TOLD_ONCE_LOCKED"  # why it was locked, told to the process that follows
_NEXT = "TOLD_ONCE_NEXT"  # the journal whose cover it shows, where that is another
_PAPER_VARIABLES = ("LC_ALL", "LC_PAPER", "LANG")
NO_SCREEN = (
    "There is no screen here to open a window on. `told-once --help` lists what can be done without one."
)


def main(arguments: Sequence[str]) -> int:
    """Open the window, or carry out a command; gives the exit code."""
    harden()
    private_umask()
    words = load_words("en")
    if not arguments:  # the first paint does not wait for what only commands need
        return open_window(words, locations(), None)
    if is_journal(arguments):
        return open_window(words, locations(), Path(arguments[0]).absolute())
    return _carry_out(arguments, words)


def is_journal(arguments: Sequence[str]) -> bool:
    """Whether a journal's file is all that was said, as when it was opened from a folder."""
    return len(arguments) == 1 and Path(arguments[0]).suffix == SUFFIX


def _carry_out(arguments: Sequence[str], words: Words) -> int:
    from app import cli  # noqa: PLC0415 - the window does without it

    around = cli.Surroundings(
        terminal=cli.Terminal(),
        words=words,
        places=locations(),
        paper=paper(os.environ),
        make_session=Session,
        open_window=partial(open_window, words),
        show_once=show_once,
    )
    return cli.main(arguments, around)


def paper(environment: Mapping[str, str]) -> "Paper":
    """The paper of the person's country: Letter in four of them, A4 in all others."""
    from app.domain.derived.document import Paper  # noqa: PLC0415 - the window does without it

    said = next((environment[name] for name in _PAPER_VARIABLES if environment.get(name)), "")
    country = said.split(".")[0].partition("_")[2][:2]
    return Paper.LETTER if country in _LETTER_COUNTRIES else Paper.A4


def has_platform(environment: Mapping[str, str]) -> bool:
    """Whether Qt has any screen to draw on, be it one nobody sees."""
    return not sys.platform.startswith("linux") or any(environment.get(name) for name in _SCREENS)


def open_window(words: Words, places: Locations, path: Path | None) -> int:
    """Open the window on a journal, or on what was open last; gives the exit code.

    When the journal is locked, the process starts afresh, so that nothing of it is left in memory.
    """
    if not has_platform(os.environ):
        sys.stderr.write(words.say("cli.no_screen", NO_SCREEN) + "\n")
        return 1
    why, chosen = os.environ.pop(_LOCKED, ""), os.environ.pop(_NEXT, "")
    locked, after = _run_window(Session(places), Path(chosen) if chosen else path, why)
    if locked:
        start_afresh(places, locked, after)
    return 0


def _run_window(session: Session, path: Path | None, why: str) -> tuple[str, Path | None]:
    """Show the window until it is closed or locked; gives why it was locked, if it was, and what is next."""
    from app.ui import application  # noqa: PLC0415 - commands never load Qt
    from app.ui.garbage import spare_what_is_there  # noqa: PLC0415 - as above
    from app.ui.looks import kept_look  # noqa: PLC0415 - as above
    from app.ui.speaking import words_for  # noqa: PLC0415 - as above
    from app.ui.told_once import ToldOnce  # noqa: PLC0415 - as above

    app = application.make(sys.argv[:1], kept_look(session))
    told_once = ToldOnce(session, words_for(session.state.look()))
    locked: list[str] = []
    told_once.locked.connect(locked.append)
    told_once.locked.connect(app.quit)
    told_once.opening.connect(spare_what_is_there)
    told_once.start(path, why)
    told_once.show_window()
    before, sys.excepthook = sys.excepthook, told_once.bugs
    try:
        app.exec()
    finally:
        sys.excepthook = before
    return (locked[0], told_once.others.next) if locked else ("", None)


def show_once(session: Session) -> None:
    """Open a window on the cover and close it, for the self-test; an unseen one where there is no screen."""
    if not has_platform(os.environ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - commands never load Qt

    from app.ui import application  # noqa: PLC0415 - as above
    from app.ui.looks import kept_look  # noqa: PLC0415 - as above
    from app.ui.told_once import ToldOnce  # noqa: PLC0415 - as above

    app = application.make(sys.argv[:1], kept_look(session))
    told_once = ToldOnce(session, load_words("en"))
    told_once.start()
    told_once.show_window()
    QTimer.singleShot(0, told_once.window.close)
    app.exec()
    if not told_once.window.isHidden():
        raise SelfTestFailed("open a window")


def start_afresh(places: Locations, why: str, path: Path | None = None) -> None:
    """Put a new process in the place of this one, on a locked cover. Does not return."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    environment = {**os.environ, _LOCKED: why}
    if path is not None:
        environment[_NEXT] = str(path)
    if places != locations():
        environment[HOME] = str(places.state.parent)
    os.execve(sys.executable, program, environment)  # noqa: S606 - our own program, no shell
