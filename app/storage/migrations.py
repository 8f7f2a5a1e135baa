"""Bring an older file's tables up to date, one numbered step and one transaction at a time."""

import importlib.resources
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from app.storage.errors import NewerFile
from app.storage.vault import Announce, Step, Vault, quiet

_NAME = re.compile(r"(\d{4})_\w+\.sql")
Steps = Mapping[int, str]
"""The SQL of each step by the `user_version` that it leads to."""


@cache
def shipped_steps() -> Steps:
    """Read the steps in resources/migrations."""
    found = {}
    for file in importlib.resources.files("resources").joinpath("migrations").iterdir():
        if name := _NAME.fullmatch(file.name):
            found[int(name[1])] = file.read_text(encoding="utf-8")
    return dict(sorted(found.items()))


def version_of(vault: Vault) -> int:
    """Read which step a file has reached."""
    return int(vault.rows("PRAGMA user_version")[0][0])


def start(vault: Vault, steps: Steps | None = None) -> None:
    """Make a new file's tables, all in one transaction: a file is empty or whole."""
    steps = shipped_steps() if steps is None else steps
    with vault.transaction():
        for number in steps:
            _take(vault, number, steps[number])


def migrate(
    vault: Vault,
    copy_first: Callable[[Vault], object],
    *,
    steps: Steps | None = None,
    announce: Announce = quiet,
) -> bool:
    """Take the steps a file still lacks; say whether there were any.

    `copy_first` makes a verified backup and is called once before the first step. Raises
    NewerFile, without touching the file, when it has reached a step this program does not know.
    """
    steps = shipped_steps() if steps is None else steps
    reached = version_of(vault)
    if reached not in steps:
        raise NewerFile
    ahead = [number for number in steps if number > reached]
    if not ahead:
        return False
    announce(Step.BRINGING_UP_TO_DATE)
    copy_first(vault)
    for number in ahead:
        with vault.transaction():
            _take(vault, number, steps[number])
    return True


def _take(vault: Vault, number: int, sql: str) -> None:
    """Carry out one step. Statement by statement: running them as one script commits too early."""
    for statement in statements(sql):
        vault.run(statement)
    vault.run(f"PRAGMA user_version = {number:d}")


def statements(sql: str) -> Iterator[str]:
    """Cut SQL into its statements, leaving semicolons in comments and strings alone."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        yield pending.strip()
