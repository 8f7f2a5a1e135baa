"""Change the passphrase: a new file with a new key, proved, then put in the old one's place.

Whatever happens on the way, exactly one of the two passphrases opens the journal. Who knew the old
one, or holds the old recovery key, is shut out of the new file; older backups still open with them.
"""

import contextlib
from pathlib import Path

from app.storage import copies, files
from app.storage.errors import StorageError
from app.storage.keys import FileKey
from app.storage.vault import Vault, open_vault, read_number


def part_beside(path: Path) -> Path:
    """Say where the new file is made."""
    return path.with_name(path.name + ".new")


def rekey(vault: Vault, key: FileKey) -> None:
    """Move an open journal to a new key and number. Takes over `key`; `vault` goes on being used.

    The old file stays until the new one is proved. On a StorageError, `vault` has the old file open.
    Once the new file stands in its place the change is done, whatever trouble comes after.
    """
    part = part_beside(vault.path)
    try:
        with vault.alone():  # what is written meanwhile would be lost with the old file
            copies.copy_under_new_key(vault, part, key)
            copies.prove(part, key, copies.digest(vault))
            _swap(vault, part, key)
    except BaseException as trouble:
        with contextlib.suppress(StorageError):
            copies.clear(part)
        if vault.number == key.number and isinstance(trouble, StorageError):
            return
        raise


def _swap(vault: Vault, part: Path, key: FileKey) -> None:
    old = vault.key()
    vault.close()
    try:
        files.replace(part, vault.path)
    finally:
        _go_on_with(vault, old, key)


def _go_on_with(vault: Vault, *keys: FileKey) -> None:
    """Open what stands there now. Its number says which of the two it is, whatever happened before."""
    number = read_number(vault.path)
    for key in keys:
        if key.number == number:
            vault.take_over(open_vault(vault.path, key))
        else:
            key.wipe()


def clear_leftover(path: Path) -> None:
    """Remove what an interrupted change left. Only after the journal itself has opened."""
    copies.clear(part_beside(path))
