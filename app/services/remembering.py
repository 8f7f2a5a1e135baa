"""What state.json is told about a journal as it opens, closes and changes its key.

None of it is needed to open anything, so trouble with writing it down is passed over.
"""

import contextlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.storage import bad_day_cover, versions
from app.storage.errors import StorageError
from app.storage.preferences import Known, State, StateFile
from app.storage.vault import Vault


def opened(state: StateFile, vault: Vault, now: datetime, *, keep_change: bool = False) -> None:
    """Note that a journal is open. `keep_change` leaves what is known of a newer copy of it."""
    key, change = vault.key(), versions.last_change(vault)

    def with_opening(known: Known) -> Known:
        return replace(
            known,
            path=str(vault.path),
            opened=known.opened if keep_change else now.isoformat(),
            change=known.change if keep_change else change,
            is_open=True,
            key_check=key.check().hex(),
            cover_public=public.hex(),
        )

    with contextlib.suppress(StorageError):
        public = bad_day_cover.public_key(vault)
        state.note(vault.number, with_opening, first=vault.path)
    key.wipe()


def closed(state: StateFile, number: bytes, path: Path, change: int) -> None:
    """Note that a journal was closed in good order after `change`."""
    with contextlib.suppress(StorageError, OSError):
        size = path.stat().st_size
        state.note(
            number,
            lambda known: replace(known, change=change, size=size, is_open=False, replaced_by=""),
        )


def moved(state: StateFile, before: bytes, vault: Vault, now: datetime) -> None:
    """Carry what is known over to a journal's new number, and mark the old one as replaced."""
    with contextlib.suppress(StorageError):
        known = state.known(before)
        state.note(before, lambda _: Known(opened=known.opened, replaced_by=vault.number.hex()))
        state.note(vault.number, lambda _: replace(known, device_blob=""))
        opened(state, vault, now)


def deleted(state: StateFile, number: bytes, path: Path) -> None:
    """Forget a journal that was deleted, but for where its backups are; its login here goes too."""

    def without(held: State) -> State:
        known = held.journals.get(number.hex(), Known())
        left = Known(
            path=known.path,
            backed_up=known.backed_up,
            backup_change=known.backup_change,
            backup_folders=known.backup_folders,
        )
        recent = tuple(one for one in held.recent if one != str(path))
        return replace(held, journals={**held.journals, number.hex(): left}, recent=recent)

    with contextlib.suppress(StorageError):
        state.change(without)


def put_back(state: StateFile, number: bytes) -> None:
    """Note that an older state of a journal was put back on purpose."""
    with contextlib.suppress(StorageError):
        state.note(number, lambda known: replace(known, change=0, replaced_by=""))
