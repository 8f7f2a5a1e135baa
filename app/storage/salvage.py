"""Copy what can still be read out of a damaged file. The file itself is never written to."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.storage.attachments import NewAttachment
from app.storage.errors import Damaged, StorageError
from app.storage.keys import FileKey
from app.storage.seals import seal_attachment, seal_version
from app.storage.vault import Vault, connect_unchecked
from app.storage.versions import Body, append

_VERSIONS = "SELECT record, number, kind, written, body, seal FROM version ORDER BY record {0}, number {0}"
_KEYS = "SELECT record, number FROM version INDEXED BY version_by_change ORDER BY change {0}"
_ONE = "SELECT record, number, kind, written, body, seal FROM version WHERE record = ? AND number = ?"
_ATTACHMENTS = "SELECT id, name, media_type, bytes, seal FROM attachment ORDER BY id {0}"

Row = tuple[Any, ...]
Connect = Callable[[], Vault]


def salvage(damaged: Path, key: FileKey, into: Vault, *, at: str, what: str) -> int:
    """Write every version whose seal is right into a new journal; give how many records there are.

    Takes over `key`. Raises Damaged when nothing at all can be read, WrongKey when the key is not
    the file's or its first page is damaged.
    """

    def connect() -> Vault:
        return connect_unchecked(damaged, key.copy())

    try:
        versions = _versions(connect)
        files = {row[0]: row for row in _from_both_ends(connect, _ATTACHMENTS) if _is_whole(row)}
    finally:
        key.wipe()
    if not versions:
        raise Damaged("nothing readable")
    with into.transaction():
        append(
            into,
            at=at,
            what=what,
            bodies=[_body(versions[key]) for key in sorted(versions)],
            attachments=[_attachment(row) for row in files.values()],
        )
    return len({record for record, _ in versions})


def _versions(connect: Connect) -> dict[tuple[str, int], Row]:
    """Read the table from both ends, then what lies between damaged pages row by row."""
    rows = {row[:2]: row for row in _from_both_ends(connect, _VERSIONS) if _is_right(row)}
    missing = {key for key in _from_both_ends(connect, _KEYS) if key not in rows}
    for key in missing:
        rows.update({row[:2]: row for row in _until_damage(connect, _ONE, key) if _is_right(row)})
    return rows


def _from_both_ends(connect: Connect, question: str) -> Iterator[Row]:
    for order in ("ASC", "DESC"):
        yield from _until_damage(connect, question.format(order))


def _until_damage(connect: Connect, question: str, values: Row = ()) -> Iterator[Row]:
    """Read until a damaged page. SQLCipher then reads no more, so each question connects anew."""
    source = connect()
    try:
        with contextlib.suppress(StorageError):
            yield from source.each(question, values)
    finally:
        source.close()


def _body(row: Row) -> Body:
    return Body(record=row[0], kind=row[2], written=row[3], text=row[4])


def _attachment(row: Row) -> NewAttachment:
    return NewAttachment(id=row[0], name=row[1], media_type=row[2], data=row[3])


def _is_right(row: tuple[Any, ...]) -> bool:
    try:
        return bool(seal_version(*row[:5]) == row[5])
    except (AttributeError, TypeError):  # a damaged row may hold anything
        return False


def _is_whole(row: tuple[Any, ...]) -> bool:
    try:
        return bool(seal_attachment(*row[:4]) == row[4])
    except (AttributeError, TypeError):
        return False
