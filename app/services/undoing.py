"""What can be taken back: today's commands in their order, and what the journal said before each.

It only looks and remembers; the open journal writes. What was taken back stays among the earlier versions.
"""

from dataclasses import replace
from datetime import date

from app.domain.journal import Journal
from app.domain.records.record import Record, RecordId
from app.services.errors import CannotUndo
from app.services.snapshots import record_of
from app.storage import versions
from app.storage.vault import Vault
from app.storage.versions import ChangeRow, Version

GIVEN = "Gave a document"
LASTING = frozenset({GIVEN})
"""Commands that undo passes by: what was handed over stays so, and the note of it stays true."""

REACH = 500
"""How many commands back anything is looked for."""


class Undoing:
    """Two stacks of commands: those of today that undo would take back, and those it has."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._done: list[ChangeRow] = []
        self._taken_back: list[ChangeRow] = []

    @property
    def last(self) -> ChangeRow | None:
        """The command that undo would take back, of today's."""
        return self._done[-1] if self._done else None

    @property
    def last_taken_back(self) -> ChangeRow | None:
        """The change that redo would take back in its turn."""
        return self._taken_back[-1] if self._taken_back else None

    def did(self, row: ChangeRow) -> None:
        """Remember a new command: nothing can be done again after it."""
        if row.what not in LASTING:
            self._done = [*self._done, row][-REACH:]
            self._taken_back.clear()

    def undid(self, by: ChangeRow) -> None:
        """Remember that the last command was taken back by another change."""
        self._done.pop()
        self._taken_back.append(by)

    def redid(self, by: ChangeRow) -> None:
        """Remember that what was taken back last was done again by another change."""
        self._taken_back.pop()
        self._done.append(by)

    def find(self, today: date) -> None:
        """Find today's commands in the file: a lock starts the program afresh."""
        self._done.clear()
        self._taken_back.clear()
        recent = versions.last_changes(self._vault, REACH)
        rows = [row for row in reversed(recent) if row.at.startswith(today.isoformat())]
        first = rows[0].number if rows else 0
        standing = versions.changes_with_versions(self._vault, first) if rows else frozenset()
        for row in rows:
            if row.number in standing and row.what not in LASTING:
                self._stack(row)

    def before(self, change: int, now: Journal) -> tuple[Record, ...]:
        """Give the records of a change as they were before it: a new one goes to the trash.

        Raises CannotUndo where something has changed one of them since, or nothing is left of the change.
        """
        first: dict[str, Version] = {}
        last: dict[str, Version] = {}
        for version in versions.versions_of_change(self._vault, change):
            first.setdefault(version.record, version)
            last[version.record] = version
        if not last or any(now.records.get(RecordId(key)) != record_of(one) for key, one in last.items()):
            raise CannotUndo
        return tuple(self._before(first[key], record_of(last[key])) for key in first)

    def _before(self, version: Version, now: Record) -> Record:
        earlier = versions.version(self._vault, version.record, version.number - 1)
        return replace(now, trashed=True) if earlier is None else record_of(earlier)

    def _stack(self, row: ChangeRow) -> None:
        if row.undoes is None:
            self.did(row)
        elif self._done and self._done[-1].number == row.undoes:
            self.undid(row)
        elif self._taken_back and self._taken_back[-1].number == row.undoes:
            self.redid(row)


def plain_name(what: str) -> str:
    """Give a command's own name, without the *undid* and *did again* before it."""
    for before in ("Undid: ", "Did again: "):
        what = what.removeprefix(before)
    return what
