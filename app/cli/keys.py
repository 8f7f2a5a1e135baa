"""Passphrases and recovery keys: typed on the terminal or read from a file, never an argument."""

from argparse import Namespace
from pathlib import Path

from app.cli.surroundings import Surroundings
from app.services.errors import NotTheSame
from app.services.secret_file import read_secret

STANDARD_INPUT = "-"
KEY_LINES = 6


def passphrase(around: Surroundings, given: Namespace) -> str:
    """The passphrase a journal is opened with."""
    if given.passphrase_file:
        return _read(around, given.passphrase_file)
    return around.terminal.ask_secret(around.words.say("cli.passphrase", "Passphrase"))


def new_passphrase(around: Surroundings, where: str) -> str:
    """A new passphrase from a file, or typed twice. Raises NotTheSame."""
    if where:
        return _read(around, where)
    words = around.words
    typed = around.terminal.ask_secret(words.say("cli.new_passphrase", "New passphrase"))
    if around.terminal.ask_secret(words.say("cli.again", "The same again")) != typed:
        raise NotTheSame
    return typed


def recovery_key(around: Surroundings, where: str) -> str:
    """The six lines of the recovery key."""
    if where:
        return _read(around, where, KEY_LINES)
    return around.terminal.ask_secret(around.words.say("cli.recovery_key", "Recovery key"))


def show_recovery_key(around: Surroundings, lines: tuple[str, ...]) -> None:
    """Print a new recovery key. It is shown here once."""
    say = around.words.say
    around.terminal.say(say("cli.key.head", "Recovery key. Write it on paper; it is shown here once:"))
    for line in lines:
        around.terminal.say(f"  {line}")


def _read(around: Surroundings, where: str, lines: int = 1) -> str:
    if where == STANDARD_INPUT:
        return around.terminal.next_secret(lines)
    return read_secret(Path(where), lines)
