"""The append-only table: every command is one change, and every edit one more version.

Callers open the transaction: `with vault.transaction(): append(vault, ...)`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.storage.attachments import NewAttachment, insert_attachment
from app.storage.errors import CannotKeep, Damaged
from app.storage.seals import NO_CHAIN, link, seal_version
from app.storage.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One record as it is about to be written. `written` is ISO 8601 with its offset."""

    record: str
    kind: str
    written: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version as it was written. `number` counts the record's versions from 1."""

    record: str
    number: int
    change: int
    kind: str
    written: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One command: when it was done, what it was in plain words, and which one it took back."""

    number: int
    at: str
    what: str
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
        "INSERT INTO change (number, at, what, undoes, chain) VALUES (?, ?, ?, ?, ?)",
        (number, at, what, undoes, NO_CHAIN),
    )
    sealed = sorted(_insert(vault, number, body) for body in bodies)
    files = sorted((file.id, insert_attachment(vault, number, file)) for file in attachments)
    linked = link(
        chain,
        number,
        at,
        what,
        undoes,
        (seal for _, _, seal in sealed),
        (seal for _, seal in files),
    )
    vault.run("UPDATE change SET chain = ? WHERE number = ?", (linked, number))
    return number


def load(vault: Vault) -> Loaded:
    """Read the newest version of each record, after checking every seal and the whole chain."""
    newest: dict[str, Version] = {}
    by_change: defaultdict[int, list[bytes]] = defaultdict(list)
    for record, number, change, kind, written, body, seal in vault.each(_ALL):
        if seal_version(record, number, kind, written, body) != seal:
            raise Damaged("row seal")
        by_change[change].append(seal)
        newest[record] = Version(
            record=record,
            number=number,
            change=change,
            kind=kind,
            written=written,
            body=body,
        )
    return Loaded(newest=tuple(newest.values()), change=_check_chain(vault, by_change))


def history(vault: Vault, record: str) -> tuple[tuple[Version, ChangeRow], ...]:
    """Read every version of one record, oldest first, with the change each came from."""
    return tuple(
        (
            _checked(row[:7]),
            ChangeRow(number=row[2], at=row[7], what=row[8], undoes=row[9]),
        )
        for row in vault.rows(_HISTORY, (record,))
    )


def versions_of_change(vault: Vault, change: int) -> tuple[Version, ...]:
    """Read the versions one change wrote."""
    return tuple(_checked(row) for row in vault.rows(_OF_CHANGE, (change,)))


def version(vault: Vault, record: str, number: int) -> Version | None:
    """Read one version, or None where there is none."""
    found = vault.rows(_ONE, (record, number))
    return _checked(found[0]) if found else None


def changes_since(vault: Vault, number: int) -> tuple[ChangeRow, ...]:
    """Read the changes after `number`, oldest first."""
    rows = vault.rows(
        "SELECT number, at, what, undoes FROM change WHERE number > ? ORDER BY number",
        (number,),
    )
    return tuple(ChangeRow(number=n, at=at, what=what, undoes=u) for n, at, what, u in rows)


def last_changes(vault: Vault, most: int) -> tuple[ChangeRow, ...]:
    """Read the newest changes, newest first."""
    rows = vault.rows(
        "SELECT number, at, what, undoes FROM change ORDER BY number DESC LIMIT ?",
        (most,),
    )
    return tuple(ChangeRow(number=n, at=at, what=what, undoes=u) for n, at, what, u in rows)


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


_COLUMNS = "record, number, change, kind, written, body, seal"
_ALL = f"SELECT {_COLUMNS} FROM version ORDER BY record, number"  # noqa: S608 - constants only
_ONE = f"SELECT {_COLUMNS} FROM version WHERE record = ? AND number = ?"  # noqa: S608 - constants
_OF_CHANGE = (
    f"SELECT {_COLUMNS} FROM version WHERE change = ?"  # noqa: S608 - constants only
    " ORDER BY record, number"
)
_HISTORY = (
    "SELECT v.record, v.number, v.change, v.kind, v.written, v.body, v.seal, c.at, c.what, c.undoes"
    " FROM version v JOIN change c ON c.number = v.change WHERE v.record = ? ORDER BY v.number"
)


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


def _checked(row: tuple[str, int, int, str, str, str, bytes]) -> Version:
    record, number, change, kind, written, body, seal = row
    if seal_version(record, number, kind, written, body) != seal:
        raise Damaged("row seal")
    return Version(
        record=record,
        number=number,
        change=change,
        kind=kind,
        written=written,
        body=body,
    )


def _attachment_seals(vault: Vault) -> dict[int, list[bytes]]:
    seals: defaultdict[int, list[bytes]] = defaultdict(list)
    for change, seal in vault.each("SELECT change, seal FROM attachment ORDER BY id"):
        seals[change].append(seal)
    return seals


def _links(vault: Vault, by_change: dict[int, list[bytes]]) -> Iterator[tuple[int, bytes, bytes]]:
    """Recompute the chain: each change's number, its chain as stored and as it must be."""
    files = _attachment_seals(vault)
    chain = NO_CHAIN
    rows = vault.rows("SELECT number, at, what, undoes, chain FROM change ORDER BY number")
    for number, at, what, undoes, stored in rows:
        chain = link(
            chain,
            number,
            at,
            what,
            undoes,
            by_change.get(number, ()),
            files.get(number, ()),
        )
        yield number, stored, chain


def _check_chain(vault: Vault, by_change: dict[int, list[bytes]]) -> int:
    last = 0
    for number, stored, right in _links(vault, by_change):
        if number != last + 1 or stored != right:
            raise Damaged("chain of changes")
        last = number
    return last


def _chain_anew(vault: Vault) -> None:
    by_change: defaultdict[int, list[bytes]] = defaultdict(list)
    for change, seal in vault.each("SELECT change, seal FROM version ORDER BY record, number"):
        by_change[change].append(seal)
    vault.run_many(
        "UPDATE change SET chain = ? WHERE number = ?",
        [(right, number) for number, stored, right in _links(vault, by_change) if stored != right],
    )
