"""Change the passphrase: a new file with a new key, proved, then put in the old one's place.

Whatever happens on the way, exactly one of the two passphrases opens the journal. Who knew the old
one, or holds the old recovery key, is shut out of the new file; older backups still open with them.
"""

import contextlib
from pathlib import Path

from app.storage import copies, files
from app.storage.errors import StorageError
from app.storage.keys import FileKey
from app.storage.vault import Vault, open_vault


def part_beside(path: Path) -> Path:
    """Say where the new file is made."""
    return path.with_name(path.name + ".new")


def rekey(vault: Vault, key: FileKey) -> None:
    """Move an open journal to a new key and number. Takes over `key`; `vault` goes on being used.

    The old file stays until the new one is proved. On an error, `vault` has the old file open.
    """
    part = part_beside(vault.path)
    try:
        copies.copy_under_new_key(vault, part, key)
        copies.prove(part, key, copies.digest(vault))
        _swap(vault, part, key)
    except BaseException:
        with contextlib.suppress(StorageError):
            copies.clear(part)
        raise


def _swap(vault: Vault, part: Path, key: FileKey) -> None:
    old = vault.key()
    vault.close()
    try:
        files.replace(part, vault.path)
        opened = open_vault(vault.path, key)
    except BaseException:
        vault.take_over(open_vault(vault.path, old))
        raise
    old.wipe()
    vault.take_over(opened)


def clear_leftover(path: Path) -> None:
    """Remove what an interrupted change left. Only after the journal itself has opened."""
    copies.clear(part_beside(path))
