"""What a command works with: the terminal, the places of this computer, and a way to open the window."""

import getpass
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from app.domain.derived.document import Paper
from app.i18n import Words
from app.services.errors import NoSecret, NoTerminal
from app.services.secret_file import first_lines
from app.services.session import Session
from app.storage.locations import Locations

_CONTROL = dict.fromkeys((*range(32), *range(127, 160)), "�")


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a command speaks and listens."""

    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    stdout: TextIO = field(default_factory=lambda: sys.stdout)
    stderr: TextIO = field(default_factory=lambda: sys.stderr)

    def say(self, line: str = "") -> None:
        """One line for whoever reads or uses the result."""
        self.stdout.write(f"{plain(line)}\n")

    def trouble(self, line: str) -> None:
        """One line about what went wrong."""
        self.stderr.write(f"{plain(line)}\n")

    def next_secret(self, lines: int = 1) -> str:
        """What stands on the next line, or lines, of standard input. Raises NoSecret."""
        return first_lines("".join(self.stdin.readline() for _ in range(lines)), lines)

    def ask_secret(self, prompt: str) -> str:
        """Ask on the terminal, without showing what is typed. Raises NoTerminal."""
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                typed = getpass.getpass(f"{prompt}: ", self.stderr)
            except (getpass.GetPassWarning, EOFError):
                raise NoTerminal from None
        if not typed:
            raise NoSecret
        return typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Everything a command needs from outside, so that a test can hand it in.

    `open_window` opens the window on a journal with these places and returns an exit code; `show_once` opens
    one and closes it again, for the self-test, or is None where there is no screen of any kind.
    """

    terminal: Terminal
    words: Words
    places: Locations
    paper: Paper
    make_session: Callable[[Locations], Session]
    open_window: Callable[[Locations, Path | None], int]
    show_once: Callable[[Session], None] | None

    def session(self) -> Session:
        """A session in the usual places."""
        return self.make_session(self.places)


def plain(text: str) -> str:
    """A line a terminal takes as text: whatever could steer it is shown as a sign."""
    return text.replace("\r\n", "\n").replace("\n", " / ").translate(_CONTROL)
