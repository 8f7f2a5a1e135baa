"""Files beside the journal: written whole or not at all, for this person only, and really on disk.

Never used on a journal that is open: closing any handle of it drops SQLite's locks.
"""

import contextlib
import errno
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.storage.errors import (
    AlreadyThere,
    CannotWrite,
    DiskFull,
    Missing,
    NotAJournal,
    ReadOnly,
    StorageError,
)

SUFFIX = ".toldonce"
"""How the name of every journal, and of every backup, ends."""

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_PART = ".told-once-part"  # a name no other program gives: `.part` may be a download of the person's
_REPLACE_TRIES = 20
_REPLACE_PAUSE_SECONDS = 0.05
_KNOWN: dict[int, type[StorageError]] = {
    errno.ENOENT: Missing,
    errno.ENOTDIR: Missing,
    errno.ELOOP: Missing,
    errno.ENAMETOOLONG: Missing,
    errno.EISDIR: NotAJournal,
    errno.EEXIST: AlreadyThere,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
}


@contextlib.contextmanager
def known_trouble() -> Iterator[None]:
    """Turn what the operating system says into one of our own errors."""
    try:
        yield
    except OSError as error:
        raise _KNOWN.get(error.errno or 0, CannotWrite) from error


def make_folder(folder: Path) -> None:
    """Make a folder that only this person can look into, if it is not there yet."""
    with known_trouble():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def create_private(path: Path) -> None:
    """Make a new, empty file of mode 0600. Raises AlreadyThere rather than touch another."""
    with known_trouble():
        os.close(os.open(path, _NEW, PRIVATE_FILE))


def write(path: Path, data: bytes) -> None:
    """Write a whole file: mode 0600, synced, read back, then renamed into place.

    Raises AlreadyThere rather than put anything in the place of a journal.
    """
    part = path.with_name(path.name + _PART)
    with known_trouble():
        _refuse_journal(path)
        part.unlink(missing_ok=True)
        try:
            _write_new(part, data)
            _read_back(part, data)
            replace(part, path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def read(path: Path, most: int = -1) -> bytes:
    """Read a whole file that is not an open journal, or no more than its first `most` bytes."""
    with known_trouble(), path.open("rb") as file:
        return file.read(most)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Read a file that is not an open journal bit by bit, for one that is too long to hold whole."""
    with contextlib.ExitStack() as held:
        with known_trouble():
            file = held.enter_context(path.open("rb"))
        yield file


def replace(part: Path, path: Path) -> None:
    """Put a finished file in the place of another, so that a power cut leaves one or the other."""
    with known_trouble():
        sync_file(part)
        _rename(part, path)
        sync_folder(path.parent)


def delete(path: Path) -> None:
    """Delete a file, for good as far as the disk can be told."""
    with known_trouble():
        path.unlink()
        sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Wait until a file's bytes are on the disk itself."""
    handle = os.open(path, os.O_RDWR)
    try:
        _full_sync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's list of names is on the disk. Windows has no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def need_room(folder: Path, needed: int) -> None:
    """Refuse beforehand when a disk has fewer than `needed` bytes free."""
    with known_trouble():
        free = shutil.disk_usage(folder).free
    if free < needed:
        raise DiskFull(needed, free)


_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def _refuse_journal(path: Path) -> None:
    if path.exists() and path.resolve().suffix == SUFFIX:
        raise AlreadyThere


def _write_new(path: Path, data: bytes) -> None:
    handle = os.open(path, _NEW, PRIVATE_FILE)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _full_sync(handle)
    finally:
        os.close(handle)


def _read_back(path: Path, data: bytes) -> None:
    if path.read_bytes() != data:
        raise CannotWrite


def _full_sync(handle: int) -> None:
    """Sync, and on macOS ask the drive to empty its own cache too."""
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - there is no such module on Windows

        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
    else:
        os.fsync(handle)


def _rename(part: Path, path: Path) -> None:
    """Rename. On Windows a virus scanner may hold a new file for a moment, so try again there."""
    if os.name != "nt":
        part.replace(path)
        return
    for _ in range(_REPLACE_TRIES):
        with contextlib.suppress(PermissionError):
            part.replace(path)
            return
        threading.Event().wait(_REPLACE_PAUSE_SECONDS)
    part.replace(path)
