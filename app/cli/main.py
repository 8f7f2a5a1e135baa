"""One run of a command: what was asked, its exit code, one line for every known trouble."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.cli.parser import read
from app.cli.surroundings import Surroundings
from app.services.demo import demo_places
from app.services.errors import NoTerminal, explain, is_known
from app.services.self_test import self_test

KNOWN_TROUBLE = 1
USAGE = 2


def main(arguments: Sequence[str], around: Surroundings) -> int:
    """Carry out one command; 0 done, 1 known trouble, 2 usage, 3 kept only as a note.

    What is not known trouble is a bug and is raised.
    """
    try:
        given = read(arguments, around.session().clock.now())
    except SystemExit as told:  # argparse has said it all, help and version too
        return int(told.code or 0)
    try:
        if given.self_test:
            return _self_test(around)
        return int(given.run(around, given)) if given.command else around.open_window(around.places, None)
    except Exception as error:
        if not is_known(error):
            raise
        around.terminal.trouble(" ".join(explain(error, around.words)) + _which(error))
        return USAGE if isinstance(error, NoTerminal) else KNOWN_TROUBLE


def _which(error: Exception) -> str:
    """Which check noticed it, where one did."""
    what = getattr(error, "what", "")
    return f" ({what})" if isinstance(what, str) and what else ""


def _self_test(around: Surroundings) -> int:
    """Try the main job in a folder that is removed again; say each step."""
    with tempfile.TemporaryDirectory(prefix="told-once-") as name:
        folder = Path(name)
        session = around.make_session(demo_places(folder))
        try:
            for step in self_test(session, folder, around.words, around.show_once):
                around.terminal.say(f"Self-test: {step}")
        finally:
            session.lock(backup=False)
    around.terminal.say("Self-test: all is well")
    return 0
