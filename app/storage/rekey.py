"""Change the passphrase: a new file with a new key, proved, then put in the old one's place.

Whatever happens on the way, exactly one of the two passphrases opens the journal. Who knew the old
one, or holds the old recovery key, is shut out of the new file; older backups still open with them.
"""

import contextlib
from pathlib import Path

from app.storage import copies, files
from app.storage.keys import FileKey
from app.storage.vault import Vault, open_vault


def part_beside(path: Path) -> Path:
    """Say where the new file is made."""
    return path.with_name(path.name + ".new")


def rekey(vault: Vault, key: FileKey) -> Vault:
    """Move a journal to a new key and number; give the new file, opened. Takes over `key`.

    Until the new file is proved the old one stays open and untouched: on an error before that,
    `vault` can go on being used.
    """
    path, part = vault.path, part_beside(vault.path)
    try:
        copies.copy_under_new_key(vault, part, key)
        copies.prove(part, key, copies.digest(vault))
    except BaseException:
        with contextlib.suppress(Exception):
            copies.clear(part)
        raise
    vault.close()
    files.replace(part, path)
    return open_vault(path, key)


def clear_leftover(path: Path) -> None:
    """Remove what an interrupted change left. Only after the journal itself has opened."""
    copies.clear(part_beside(path))
