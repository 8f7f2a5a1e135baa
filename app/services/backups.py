"""Backups of the open journal, made by themselves and on wish, and put back."""

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from app.domain.journal import Journal
from app.services.clock import Clock
from app.services.snapshots import snapshot_of
from app.storage import backups as copies
from app.storage import versions
from app.storage.errors import AlreadyThere, InUse, StorageError
from app.storage.keys import FileKey
from app.storage.preferences import Known, StateFile
from app.storage.vault import SUFFIX, Vault, open_vault, read_head, refuse_in_use

EVERY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFile:
    """A backup as it is listed. `opens` says whether today's passphrase opens it.

    `before` is what there was before another was put back; `made` is when the file was finished.
    """

    path: Path
    day: date
    size: int
    opens: bool
    made: datetime
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupPlace:
    """A folder backups go to. `own` is the application's own; `same_disk` is as the journal's."""

    path: Path
    own: bool
    is_there: bool
    same_disk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """How the backups stand: the last proved one, how many are kept, how many failed in a row and why."""

    last: datetime | None
    kept: int
    failed: int
    why: str = ""  # the name of the last error


class Backups:
    """The backups of one open journal."""

    def __init__(self, vault: Vault, folder: Path, state: StateFile, clock: Clock) -> None:
        self._vault = vault
        self._folder = folder
        self._state = state
        self._clock = clock

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where backups go: the application's own folder, then those the person chose."""
        return tuple(dict.fromkeys((self._folder, *map(Path, self._known().backup_folders))))

    def choose_folders(self, *folders: Path) -> None:
        """Keep backups in these places too."""
        chosen = tuple(str(folder) for folder in folders)
        self._note(lambda known: replace(known, backup_folders=chosen))

    def state(self) -> BackupState:
        """Say how the backups stand."""
        known = self._known()
        return BackupState(
            last=datetime.fromisoformat(known.backed_up) if known.backed_up else None,
            kept=len(self.found()),
            failed=known.backup_trouble,
            why=known.backup_why,
        )

    def places(self) -> tuple[BackupPlace, ...]:
        """Say of each folder whether it is there, and whether it would be lost with the journal's disk."""
        disk = _disk_of(self._vault.path)
        return tuple(
            BackupPlace(
                path=folder,
                own=folder == self._folder,
                is_there=folder.is_dir(),
                same_disk=_disk_of(folder) in {disk, None},
            )
            for folder in self.folders
        )

    def keep_in(self, folder: Path) -> Path:
        """Keep backups in this place too, once one has been made there. Raises StorageError."""
        made = self._make_in(folder)
        self.choose_folders(*self.folders[1:], folder)
        return made

    def stop_keeping_in(self, folder: Path) -> None:
        """Make no more backups in a place; those that are there stay."""
        self.choose_folders(*(one for one in self.folders[1:] if one != folder))

    def is_due(self) -> bool:
        """Say whether something has changed, and the last backup is more than a day old."""
        known = self._known()
        if known.backup_change == versions.last_change(self._vault) and known.backed_up:
            return False
        if not known.backed_up:
            return True
        return self._clock.now() - datetime.fromisoformat(known.backed_up) > EVERY

    def make_if_due(self) -> Path | None:
        """Back up if it is due. Trouble is counted, never raised: it must not stop a lock."""
        try:
            return self.make() if self.is_due() else None
        except StorageError as error:
            why = type(error).__name__
            with contextlib.suppress(StorageError):
                self._note(
                    lambda known: replace(known, backup_trouble=known.backup_trouble + 1, backup_why=why)
                )
            return None

    def make(self, *, before: bool = False) -> Path:
        """Back up now, in every folder; give the first. Raises StorageError if none could be made.

        A chosen folder that is not there (an unplugged stick) is passed over. `before` is for one that is
        made because another is put back: it is never thinned out.
        """
        first = self._make_in(self._folder, before=before)
        for folder in self.folders[1:]:
            with contextlib.suppress(StorageError):
                self._make_in(folder)
        moment, change = self._clock.now().isoformat(), versions.last_change(self._vault)
        self._note(
            lambda known: replace(
                known,
                backed_up=moment,
                backup_change=change,
                backup_trouble=0,
                backup_why="",
            ),
        )
        return first

    def make_at(self, path: Path) -> None:
        """Write one proved backup to a file of the person's choice.

        It may take the place of an older backup of this journal. Raises AlreadyThere rather than
        take the place of anything else, the open journal itself and a newer copy of it included.
        """
        if path.exists() and (not self._is_mine(path) or self._is_behind(path)):
            raise AlreadyThere
        copies.write_proved(self._vault, path)

    def found(self) -> tuple[BackupFile, ...]:
        """List the backups of this journal in all folders, the newest first of each."""
        return found_in(self.folders, self._vault.path, self._vault.number, self._state)

    def look_inside(self, backup: Path) -> Journal:
        """Read what a backup says, without changing it. Only for those that `opens` is true of."""
        scratch = self._folder / f"{self._vault.path.stem} looked into{SUFFIX}"
        return look_inside(backup, self._vault.key(), scratch)

    def file_at(self, path: Path) -> BackupFile:
        """Say of a file the person has chosen what is said of those in the list. Raises StorageError."""
        number = read_head(path)[0]
        found = path.stat()
        return BackupFile(
            path=path,
            day=datetime.fromtimestamp(found.st_mtime).astimezone().date(),
            size=found.st_size,
            opens=number == self._vault.number,
            made=datetime.fromtimestamp(found.st_mtime).astimezone(),
        )

    def of_older_passphrases(self) -> tuple[BackupFile, ...]:
        """List the backups that today's passphrase does not open: who knew an older one can read them."""
        return tuple(one for one in self.found() if not one.opens)

    def delete_older(self) -> int:
        """Delete those for ever; give how many. Raises StorageError where one can't be deleted."""
        older = self.of_older_passphrases()
        copies.delete(one.path for one in older)
        return len(older)

    def clear_leftovers(self) -> None:
        """Remove what an interrupted backup left behind."""
        for folder in self.folders:
            with contextlib.suppress(StorageError, OSError):
                copies.clear_leftovers(folder, self._vault.path.stem)

    def _make_in(self, folder: Path, *, before: bool = False) -> Path:
        path = copies.make(self._vault, folder, self._clock.today(), before=before)
        copies.prune(folder, self._vault.path.stem, self._is_mine)
        return path

    def _is_behind(self, path: Path) -> bool:
        """Say whether a copy that this journal's key opens has changes that the journal does not have."""
        try:
            copy = open_vault(path, self._vault.key())
        except InUse:
            raise
        except StorageError:  # damaged, or from before the passphrase was changed
            return False
        try:
            return versions.last_change(copy) > versions.last_change(self._vault)
        finally:
            copy.close()

    def _is_mine(self, path: Path) -> bool:
        return _is_of(path, self._vault.path, self._vault.number, self._state)

    def _known(self) -> Known:
        return self._state.known(self._vault.number)

    def _note(self, changed: Callable[[Known], Known]) -> None:
        self._state.note(self._vault.number, changed)


def found_in(
    folders: Iterable[Path],
    journal: Path,
    number: bytes,
    state: StateFile,
) -> tuple[BackupFile, ...]:
    """List the backups of the journal with this file and number, the newest first of each folder."""
    return tuple(
        BackupFile(
            path=backup.path,
            day=backup.day,
            size=found.st_size,
            opens=_number_of(backup.path) == number,
            made=datetime.fromtimestamp(found.st_mtime).astimezone(),
            before=backup.before,
        )
        for folder in folders
        for backup in copies.found(folder, journal.stem)
        if _is_of(backup.path, journal, number, state) and (found := backup.path.stat())
    )


def _is_of(path: Path, journal: Path, number: bytes, state: StateFile) -> bool:
    """Say whether a file of this name is this journal's: another may be called the same."""
    if path.exists() and journal.exists() and path.samefile(journal):
        return False  # and an open journal must not be opened
    mine = _number_of(path)
    journals = state.read().journals
    for _ in range(len(journals)):  # one step for each passphrase there has been
        later = journals.get(mine.hex(), Known()).replaced_by if mine and mine != number else ""
        mine = bytes.fromhex(later) or mine
    return mine == number


def _disk_of(path: Path) -> int | None:
    """The disk a file or folder is on, or that a folder would be made on; None where nothing can be told."""
    for place in (path, *path.parents):
        with contextlib.suppress(OSError):
            return place.stat().st_dev
    return None


def _number_of(path: Path) -> bytes | None:
    try:
        return read_head(path)[0]
    except StorageError:
        return None


def look_inside(backup: Path, key: FileKey, scratch: Path) -> Journal:
    """Read what a backup says, from a copy of it in `scratch` that is removed again."""
    copies.copy_closed(backup, scratch)
    try:
        vault = open_vault(scratch, key)
        try:
            return snapshot_of(versions.load(vault))
        finally:
            vault.close()
    finally:
        copies.clear(scratch)


def put_back(
    backup: Path, target: Path, key: FileKey, folder: Path, day: date, *, is_kept: bool = False
) -> None:
    """Put a backup in the place of a closed journal, once it is proved to open with `key`.

    What stands there now is first copied to `folder`, as it is, unless it `is_kept` already. Raises InUse
    where another program has it open: what is written there would be lost with the old file.
    """
    target = target.resolve()  # a link to it stays a link
    if target.exists():
        refuse_in_use(target)
        if not is_kept:
            copies.set_aside(target, folder, day)
    copies.put_back(backup, target, key)
