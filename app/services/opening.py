"""The steps behind making, opening, checking and rescuing a journal's file. Run them in a worker.

Each is a function of what it is handed; `app.services.session` holds the result.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.clock import Clock
from app.services.keys import note_new_key
from app.services.open_journal import OpenJournal
from app.services.snapshots import record_of
from app.storage import files, migrations, rekey, salvage, versions
from app.storage import vault as vaults
from app.storage.attachments import check_attachments
from app.storage.errors import StorageError
from app.storage.keys import FileKey
from app.storage.vault import Announce, Step, Vault

if TYPE_CHECKING:
    from app.domain.records import Person

_UNSAFE_IN_NAMES = '<>:"/\\|?*'
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
_NAME_BYTES = 120  # leaves room for a date and an ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file that is open and has passed every check."""

    vault: Vault
    journal: OpenJournal
    change: int
    brought_up_to_date: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a full check has read: everything in it is as it was written."""

    records: int
    versions: int
    changes: int
    attachments: int


def free_path(folder: Path, name: str) -> Path:
    """Choose a file in `folder` for a new journal that is called `name`, whatever is in the name."""
    plain = "".join("-" if c in _UNSAFE_IN_NAMES or not c.isprintable() else c for c in name)
    stem = plain.encode(errors="ignore")[:_NAME_BYTES].decode(errors="ignore").strip(" .")
    if not stem or stem.upper() in _DEVICES:
        stem = f"Journal {stem}".strip()
    path, again = folder / f"{stem}{vaults.SUFFIX}", 1
    while path.exists():
        again += 1
        path = folder / f"{stem} {again}{vaults.SUFFIX}"
    return path


def make_steps(path: Path, key: FileKey, person: "Person", clock: Clock) -> Opened:
    """Make a new file for a person. Takes over `key`. On any trouble there is no file."""
    files.make_folder(path.parent)
    vault = vaults.create(path, key)
    try:
        migrations.start(vault)
        note_new_key(vault, clock)
        journal = OpenJournal(vault, versions.load(vault), clock)
        journal.record(person, what="Started the journal")
        return Opened(vault=vault, journal=journal, change=versions.last_change(vault))
    except BaseException:
        vault.close()
        path.unlink(missing_ok=True)
        raise


def open_steps(
    path: Path,
    key: FileKey,
    *,
    known_check: bytes,
    backup_first: Callable[[Vault], None],
    clock: Clock,
    announce: Announce,
) -> Opened:
    """Open a file, check it, bring it up to date and read it. Takes over `key`.

    On any trouble, and when `announce` raises Cancelled, the file is closed again.
    """
    vault = vaults.open_vault(path, key, known_check=known_check, announce=announce)
    try:
        migrated = migrations.migrate(vault, backup_first, announce=announce)
        announce(Step.READING)
        loaded = versions.load(vault)
        journal = OpenJournal(vault, loaded, clock)
    except BaseException:
        vault.close()
        raise
    with contextlib.suppress(StorageError):
        rekey.clear_leftover(vault.path)
    return Opened(
        vault=vault,
        journal=journal,
        change=loaded.change,
        brought_up_to_date=migrated,
    )


def rescue_steps(damaged: Path, key: FileKey, target: Path, new: FileKey, clock: Clock) -> int:
    """Copy what can be read of a damaged file into a new one; give how many records came over.

    Takes over both keys. On any trouble there is no new file.
    """
    files.make_folder(target.parent)
    into = vaults.create(target, new)
    try:
        migrations.start(into)
        note_new_key(into, clock)
        at = clock.now().isoformat()
        return salvage.salvage(damaged, key, into, at=at, what="Copied from a damaged journal")
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    finally:
        into.close()


def check_steps(vault: Vault) -> Checked:
    """Check everything: every page, seal and link, every version of every record, every file."""
    vaults.check_pages(vault, thorough=True)
    loaded = versions.load(vault)
    count = 0
    for record in loaded.newest:
        for version, _ in versions.history(vault, record.record):
            record_of(version)
            count += 1
    return Checked(
        records=len(loaded.newest),
        versions=count,
        changes=loaded.change,
        attachments=check_attachments(vault),
    )
