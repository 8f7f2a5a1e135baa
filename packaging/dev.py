#!/usr/bin/env python3
"""Set up Told Once and do one thing with it: `python3 packaging/dev.py --help`.

Needs nothing but Python 3.11 or newer. The rest is set up once, into `.venv` and, on Debian and
Ubuntu as root, with apt-get; after that set-up is noticed as done and costs a fraction of a second.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (whoever starts this may have an older one)
    sys.exit("Told Once needs Python 3.11 or newer. This is Python " + sys.version.split()[0] + ".")

import argparse
from collections.abc import Callable
from pathlib import Path

import commands
from steps import SetUpError, say

DEMO_FOLDER = Path(".told-once", "demo")
PICTURES_FOLDER = Path(".told-once", "pictures")


def parser() -> argparse.ArgumentParser:
    """The commands, each with one line of help."""
    top = argparse.ArgumentParser(prog="packaging/dev.py", description=__doc__.splitlines()[0])
    command = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    demo = command.add_parser("demo", help="write the sample journal and its PDF, and open it")
    demo.add_argument("folder", nargs="?", type=Path, default=DEMO_FOLDER)
    demo.add_argument("--no-window", action="store_true", help="write the files only")
    command.add_parser("test", help="run every gate and every test; more words go to pytest")
    command.add_parser("run", help="open Told Once; more words go to told-once")
    pictures = command.add_parser("pictures", help="save a PNG of every screen in every theme")
    pictures.add_argument("folder", nargs="?", type=Path, default=PICTURES_FOLDER)
    pictures.add_argument("--keep", action="store_true", help="keep them as what the tests compare with")
    command.add_parser(
        "words", help="write every sentence of the app to the catalogue translators start from"
    )
    command.add_parser("bench", help="measure, each figure against a baseline of the same run")
    command.add_parser("build", help="build the packaged app and let it test itself")
    return top


def main(words: list[str]) -> int:
    """Run one command. Returns its exit code; 1 with one sentence when set-up can't be done."""
    passed = words[1:] if words[:1] in (["test"], ["run"]) else []
    wanted = parser().parse_args(words[: len(words) - len(passed)])
    does: dict[str, Callable[[], int]] = {
        "demo": lambda: commands.demo(wanted.folder, window=not wanted.no_window),
        "test": lambda: commands.test(passed),
        "run": lambda: commands.run(passed),
        "pictures": lambda: commands.pictures(wanted.folder, keep=wanted.keep),
        "words": commands.words,
        "bench": commands.bench,
        "build": commands.build,
    }
    try:
        return does[wanted.command]()
    except SetUpError as problem:
        say(str(problem), to=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
