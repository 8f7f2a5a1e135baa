"""Make a second file that is proved to hold the same before it counts: backups and new keys."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from app.storage import files
from app.storage.errors import Damaged
from app.storage.keys import FileKey
from app.storage.vault import PAGE_BYTES, Vault, check_pages, create, open_vault, uri_of

_ROOM = 1.2  # of the file's size, before a copy is begun
_SIDE_FILES = ("", "-journal")
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"


def digest(vault: Vault) -> bytes:
    """Hash everything a file says, row by row: two files with one digest hold the same."""
    whole = hashlib.blake2b(digest_size=32)
    _add(whole, vault.each("PRAGMA user_version"))
    for (table,) in vault.rows(_TABLES):
        whole.update(table.encode())
        _add(whole, vault.each(f'SELECT * FROM "{table}"'))  # noqa: S608 - our own tables' names
    return whole.digest()


def _add(whole: "hashlib.blake2b", rows: Iterable[tuple[object, ...]]) -> None:
    for row in rows:
        for value in row:
            data = value if isinstance(value, bytes) else repr(value).encode()
            whole.update(len(data).to_bytes(8, "big"))
            whole.update(data)


def copy_under_same_key(vault: Vault, part: Path) -> None:
    """Write a compact copy with the same key and number to a new private file."""
    _room_for(vault, part.parent)
    clear(part)
    files.create_private(part)  # SQLite would make it readable for others
    with files.known_trouble():
        place = uri_of(part.absolute())  # as a URI, since a name may begin with `file:` or be no text
    vault.run("VACUUM INTO ?", (place,))


def copy_under_new_key(vault: Vault, part: Path, key: FileKey) -> None:
    """Write a copy, page by page, with another key and number to a new private file."""
    _room_for(vault, part.parent)
    clear(part)
    other = create(part, key.copy())
    try:
        vault.copy_into(other)
    finally:
        other.close()


def prove(part: Path, key: FileKey, expected: bytes) -> None:
    """Open a finished copy afresh, check all of it, and compare what it says. Else Damaged."""
    copy = open_vault(part, key.copy())
    try:
        check_pages(copy, thorough=True)
        if digest(copy) != expected:
            raise Damaged("copy differs")
    finally:
        copy.close()


def clear(part: Path) -> None:
    """Remove what an interrupted copy left behind. It is encrypted, and worth nothing."""
    with files.known_trouble():
        for ending in _SIDE_FILES:
            part.with_name(part.name + ending).unlink(missing_ok=True)


def clear_side_file(path: Path) -> None:
    """Remove what a crash left beside a closed file that is about to be replaced."""
    with files.known_trouble():
        path.with_name(path.name + "-journal").unlink(missing_ok=True)


def _room_for(vault: Vault, folder: Path) -> None:
    size = int(vault.rows("PRAGMA page_count")[0][0]) * PAGE_BYTES
    files.need_room(folder, int(size * _ROOM))


def check(path: Path, key: FileKey) -> None:
    """Open a closed file with a copy of `key` and check every page of it."""
    vault = open_vault(path, key.copy())
    try:
        check_pages(vault, thorough=True)
    finally:
        vault.close()
