"""Backups: the same kind of file, dated in its name, and opened and checked before it counts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.storage import copies, files
from app.storage.keys import FileKey
from app.storage.vault import SUFFIX, Vault

DAILY, WEEKLY, MONTHLY = 7, 4, 12
_PART = ".part"
_BEFORE = "before"
_DATED = re.compile(
    r"(?P<name>.+) (?P<day>\d{4}-\d\d-\d\d)(?: (?P<again>\d+))?(?P<before> before)?" + re.escape(SUFFIX)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup file found in a folder. `again` counts those of one day from 1.

    `before` is one that was kept before another was put back: it is the way back, and never thinned out.
    """

    path: Path
    day: date
    again: int
    before: bool = False


def make(vault: Vault, folder: Path, day: date, *, before: bool = False) -> Path:
    """Write a backup of an open journal, prove it, and only then give it its name.

    `before` says that another is about to be put back: this one is kept until the person deletes it.

    The folder is made if need be. Raises DiskFull, ReadOnly, Damaged: then there is no new backup,
    and those that were there are untouched.
    """
    files.make_folder(folder)
    path = _free_name(folder, vault.path.stem, day, before=before)
    write_proved(vault, path)
    return path


def write_proved(vault: Vault, path: Path) -> None:
    """Write a proved copy of an open journal to a place of the person's own choice."""
    part = path.with_name(path.name + _PART)
    key = vault.key()
    try:
        with vault.alone():  # what is written meanwhile would make the two differ
            copies.copy_under_same_key(vault, part)
            expected = copies.digest(vault)
        copies.prove(part, key, expected)
        files.replace(part, path)
    except BaseException:
        copies.clear(part)
        raise
    finally:
        key.wipe()


def found(folder: Path, name: str) -> tuple[Backup, ...]:
    """List the backups of the journal called `name`, newest first."""
    try:
        paths = list(folder.iterdir())
    except OSError:  # not there, not readable, or on a stick that was pulled out
        return ()
    listed = [backup for path in paths if (backup := _read_name(path, name))]
    return tuple(sorted(listed, key=lambda one: (one.day, one.again), reverse=True))


def prune(folder: Path, name: str, is_mine: Callable[[Path], bool]) -> tuple[Path, ...]:
    """Delete what is past 7 daily, 4 weekly and 12 monthly backups; give what was deleted.

    Only files that `is_mine` says yes to: another journal may have the same name.
    """
    listed = tuple(backup for backup in found(folder, name) if is_mine(backup.path))
    keep = kept(listed)
    gone = tuple(backup.path for backup in listed if backup not in keep)
    delete(gone)
    return gone


def delete(paths: Iterable[Path]) -> None:
    """Delete backups for ever."""
    with files.known_trouble():
        for path in paths:
            path.unlink(missing_ok=True)


def kept(backups: Iterable[Backup]) -> frozenset[Backup]:
    """Choose which to keep: all of the newest day, the newest of each day, week and month, all set aside."""
    there = tuple(backups)
    aside = (one for one in there if one.before)
    usual = (one for one in there if not one.before)
    newest_first = sorted(usual, key=lambda one: (one.day, one.again), reverse=True)
    of_last_day = (one for one in newest_first if one.day == newest_first[0].day)
    return frozenset(
        (
            *aside,
            *of_last_day,
            *_newest_of_each(newest_first, lambda day: (day.toordinal(),), DAILY),
            *_newest_of_each(newest_first, lambda day: tuple(day.isocalendar()[:2]), WEEKLY),
            *_newest_of_each(newest_first, lambda day: (day.year, day.month), MONTHLY),
        ),
    )


def clear(part: Path) -> None:
    """Remove a copy that was only for looking."""
    copies.clear(part)


def clear_leftovers(folder: Path, name: str) -> None:
    """Remove what an interrupted backup left in a folder."""
    if folder.is_dir():
        for path in folder.glob("*" + SUFFIX + _PART):
            if _read_name(path.with_suffix(""), name):
                copies.clear(path)


def put_back(backup: Path, target: Path, key: FileKey) -> None:
    """Put a backup in the place of a closed journal, once it is proved to open with `key`.

    What stood in that place is replaced: back it up before.
    """
    part = target.with_name(target.name + ".back")
    copy_closed(backup, part)
    try:
        copies.check(part, key)
        copies.clear_side_file(target)  # of the old file: it must never be played into the new
        files.replace(part, target)
    except BaseException:
        copies.clear(part)
        raise


def set_aside(path: Path, folder: Path, day: date) -> Path:
    """Copy a closed journal as it is, under the name of a backup of that day that is never thinned out."""
    files.make_folder(folder)
    aside = _free_name(folder, path.stem, day, before=True)
    copy_closed(path, aside)
    return aside


def copy_closed(source: Path, part: Path) -> None:
    """Copy a closed journal, with what a crash left beside it: without that it may be half a change."""
    copies.clear(part)
    copy_file(source, part)
    beside = source.with_name(source.name + "-journal")
    if beside.exists():
        copy_file(beside, part.with_name(part.name + "-journal"))


def copy_file(source: Path, part: Path) -> None:
    """Copy a closed file byte for byte into a new private one."""
    files.make_folder(part.parent)
    copies.clear(part)
    with files.known_trouble():
        files.need_room(part.parent, source.stat().st_size)
        files.create_private(part)
        with source.open("rb") as old, part.open("wb") as new:
            while piece := old.read(1 << 20):
                new.write(piece)


def _free_name(folder: Path, name: str, day: date, *, before: bool = False) -> Path:
    ending = f" {_BEFORE}{SUFFIX}" if before else SUFFIX
    path, again = folder / f"{name} {day.isoformat()}{ending}", 1
    while path.exists():
        again += 1
        path = folder / f"{name} {day.isoformat()} {again}{ending}"
    return path


def _read_name(path: Path, name: str) -> Backup | None:
    parts = _DATED.fullmatch(path.name)
    if not parts or parts["name"] != name:
        return None
    try:
        day = date.fromisoformat(parts["day"])
    except ValueError:
        return None
    return Backup(path=path, day=day, again=int(parts["again"] or 1), before=bool(parts["before"]))


def _newest_of_each(
    newest_first: list[Backup],
    period: Callable[[date], tuple[int, ...]],
    most: int,
) -> list[Backup]:
    newest: dict[tuple[int, ...], Backup] = {}
    for backup in newest_first:
        newest.setdefault(period(backup.day), backup)
    return list(newest.values())[:most]
