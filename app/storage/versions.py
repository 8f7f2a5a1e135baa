"""The append-only table: every command is one change, and every edit one more version.

Callers open the transaction: `with vault.transaction(): append(vault, ...)`.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.storage.attachments import NewAttachment, insert_attachment
from app.storage.errors import CannotKeep, Damaged
from app.storage.seals import NO_CHAIN, link, seal_version
from app.storage.upcasts import SHAPE
from app.storage.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One record as it is about to be written. `written` is ISO 8601 with its offset."""

    record: str
    kind: str
    written: str
    text: str


class Version(NamedTuple):
    """One version as it was written. `number` counts the record's versions from 1.

    A tuple, since there may be a hundred thousand of them.
    """

    record: str
    number: int
    change: int
    kind: str
    written: str
    body: str
    shape: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One command: when it was done, what it was in plain words, and which one it took back.

    `shape` is the shape of its bodies (see `upcasts`).
    """

    number: int
    at: str
    what: str
    shape: int
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The whole journal: the newest version of each record, and the number of the last change."""

    newest: tuple[Version, ...]
    change: int


def append(
    vault: Vault,
    *,
    at: str,
    what: str,
    bodies: Sequence[Body] = (),
    attachments: Sequence[NewAttachment] = (),
    undoes: int | None = None,
) -> int:
    """Write one change with its versions and attachments; give the change's number."""
    before, chain = _last(vault)
    number = before + 1
    vault.run(
        "INSERT INTO change (number, at, what, shape, undoes, chain) VALUES (?, ?, ?, ?, ?, ?)",
        (number, at, what, SHAPE, undoes, NO_CHAIN),
    )
    sealed = sorted(_insert(vault, number, body) for body in bodies)
    files = sorted((file.id, insert_attachment(vault, number, file)) for file in attachments)
    linked = link(
        chain,
        number,
        at,
        what,
        SHAPE,
        undoes,
        (seal for _, _, seal in sealed),
        (seal for _, seal in files),
    )
    vault.run("UPDATE change SET chain = ? WHERE number = ?", (linked, number))
    return number


def load(vault: Vault) -> Loaded:
    """Read the newest version of each record, after checking every seal and the whole chain."""
    links = vault.rows(_LINKS)
    shapes = {number: shape for number, _, _, shape, _, _ in links}
    newest: dict[str, tuple[Any, ...]] = {}
    by_change: defaultdict[int, list[bytes]] = defaultdict(list)
    for row in vault.each(_ALL):
        record, number, change, kind, written, body, seal = row
        if change not in shapes or seal_version(record, number, kind, written, body) != seal:
            raise Damaged("row seal")
        by_change[change].append(seal)
        newest[record] = row
    last = _check_chain(vault, links, by_change)
    return Loaded(
        newest=tuple(Version._make((*row[:6], shapes[row[2]])) for row in newest.values()),
        change=last,
    )


def history(vault: Vault, record: str) -> tuple[tuple[Version, ChangeRow], ...]:
    """Read every version of one record, oldest first, with the change each came from."""
    rows = vault.rows(f"{_JOINED} WHERE v.record = ? ORDER BY v.number", (record,))
    return tuple((_checked(row), _change(row[7:])) for row in rows)


def last_written(vault: Vault, records: Sequence[str]) -> dict[str, str]:
    """Read when the newest version of each of these records was written."""
    rows = vault.rows(
        "SELECT record, written, max(number) FROM version"  # SQLite takes both columns from one row
        " WHERE record IN (SELECT value FROM json_each(?)) GROUP BY record",
        (json.dumps(list(records)),),
    )
    return {record: written for record, written, _ in rows}


def versions_of_change(vault: Vault, change: int) -> tuple[Version, ...]:
    """Read the versions one change wrote."""
    rows = vault.rows(f"{_JOINED} WHERE v.change = ? ORDER BY v.record, v.number", (change,))
    return tuple(_checked(row) for row in rows)


def version(vault: Vault, record: str, number: int) -> Version | None:
    """Read one version, or None where there is none."""
    found = vault.rows(f"{_JOINED} WHERE v.record = ? AND v.number = ?", (record, number))
    return _checked(found[0]) if found else None


def last_changes(vault: Vault, most: int) -> tuple[ChangeRow, ...]:
    """Read the newest changes, newest first."""
    rows = vault.rows(
        "SELECT number, at, what, shape, undoes FROM change ORDER BY number DESC LIMIT ?",
        (most,),
    )
    return tuple(_change(row) for row in rows)


def change_row(vault: Vault, number: int) -> ChangeRow | None:
    """Read one change, or None where there is none."""
    rows = vault.rows("SELECT number, at, what, shape, undoes FROM change WHERE number = ?", (number,))
    return _change(rows[0]) if rows else None


def written_by(vault: Vault, first: int) -> dict[int, tuple[str, ...]]:
    """Read which records each change wrote, from number `first` on."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for change, record in vault.each(
        "SELECT DISTINCT change, record FROM version WHERE change >= ? ORDER BY change, record", (first,)
    ):
        found[change].append(record)
    return {change: tuple(records) for change, records in found.items()}


def changes_with_versions(vault: Vault, first: int) -> frozenset[int]:
    """Find which changes, from number `first` on, wrote versions that are still there."""
    rows = vault.rows("SELECT DISTINCT change FROM version WHERE change >= ?", (first,))
    return frozenset(row[0] for row in rows)


def last_change(vault: Vault) -> int:
    """Read the number of the last change: it only ever grows."""
    return _last(vault)[0]


def forget(
    vault: Vault,
    records: Sequence[str],
    *,
    attachments: Sequence[str] = (),
    at: str,
    what: str,
) -> int:
    """Delete records, all their versions and attachments, and chain what is left anew.

    What the changes that wrote them were called goes too, since it may say what they were.
    Call `compact` after the transaction, so that no page keeps what was deleted.
    """
    for record in records:
        vault.run(
            "UPDATE change SET what = ? WHERE number IN (SELECT change FROM version WHERE record = ?)",
            (what, record),
        )
        vault.run("DELETE FROM version WHERE record = ?", (record,))
    for attachment in attachments:
        vault.run("DELETE FROM attachment WHERE id = ?", (attachment,))
    _chain_anew(vault)
    return append(vault, at=at, what=what)


def compact(vault: Vault) -> None:
    """Rebuild the file without the room that deleted rows took. Outside any transaction."""
    vault.run("VACUUM")


_ALL = "SELECT record, number, change, kind, written, body, seal FROM version ORDER BY record, number"
_JOINED = (
    "SELECT v.record, v.number, v.change, v.kind, v.written, v.body, v.seal,"
    " c.number, c.at, c.what, c.shape, c.undoes"
    " FROM version v JOIN change c ON c.number = v.change"
)
_LINKS = "SELECT number, at, what, shape, undoes, chain FROM change ORDER BY number"


def _last(vault: Vault) -> tuple[int, bytes]:
    rows = vault.rows("SELECT number, chain FROM change ORDER BY number DESC LIMIT 1")
    return rows[0] if rows else (0, NO_CHAIN)


def _insert(vault: Vault, change: int, body: Body) -> tuple[bytes, int, bytes]:
    """Write one version; give its sort key and its seal."""
    number = _next_number(vault, body.record)
    try:
        seal = seal_version(body.record, number, body.kind, body.written, body.text)
    except UnicodeEncodeError:
        raise CannotKeep from None
    vault.run(
        "INSERT INTO version (record, number, change, kind, written, body, seal)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (body.record, number, change, body.kind, body.written, body.text, seal),
    )
    return body.record.encode(), number, seal


def _next_number(vault: Vault, record: str) -> int:
    found = vault.rows("SELECT max(number) FROM version WHERE record = ?", (record,))
    return int(found[0][0] or 0) + 1


def _checked(row: tuple[Any, ...]) -> Version:
    """Make a version of a joined row, if its seal is right."""
    record, number, _, kind, written, body, seal = row[:7]
    if seal_version(record, number, kind, written, body) != seal:
        raise Damaged("row seal")
    return Version._make((*row[:6], row[10]))


def _change(row: tuple[Any, ...]) -> ChangeRow:
    number, at, what, shape, undoes = row
    return ChangeRow(number=number, at=at, what=what, shape=shape, undoes=undoes)


def _attachment_seals(vault: Vault) -> dict[int, list[bytes]]:
    seals: defaultdict[int, list[bytes]] = defaultdict(list)
    for change, seal in vault.each("SELECT change, seal FROM attachment ORDER BY id"):
        seals[change].append(seal)
    return seals


def _relinked(
    vault: Vault,
    links: Sequence[tuple[Any, ...]],
    by_change: Mapping[int, list[bytes]],
) -> Iterator[tuple[int, bytes, bytes]]:
    """Recompute the chain: each change's number, its chain as stored and as it must be."""
    files = _attachment_seals(vault)
    chain = NO_CHAIN
    for number, at, what, shape, undoes, stored in links:
        mine = (by_change.get(number, ()), files.get(number, ()))
        chain = link(chain, number, at, what, shape, undoes, *mine)
        yield number, stored, chain


def _check_chain(
    vault: Vault,
    links: Sequence[tuple[Any, ...]],
    by_change: Mapping[int, list[bytes]],
) -> int:
    """Give the number of the last change, if the chain up to it is whole."""
    last = 0
    for number, stored, right in _relinked(vault, links, by_change):
        if number != last + 1 or stored != right:
            raise Damaged("chain of changes")
        last = number
    return last


def _chain_anew(vault: Vault) -> None:
    by_change: defaultdict[int, list[bytes]] = defaultdict(list)
    for change, seal in vault.each("SELECT change, seal FROM version ORDER BY record, number"):
        by_change[change].append(seal)
    again = _relinked(vault, vault.rows(_LINKS), by_change)
    vault.run_many(
        "UPDATE change SET chain = ? WHERE number = ?",
        [(right, number) for number, stored, right in again if stored != right],
    )
