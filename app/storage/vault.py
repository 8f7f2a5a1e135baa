"""One journal's file: create it, open it with every check, write in transactions, close it.

The order of the steps is `vault.md` 2.3 and each has a reason; none may be left out:

1. Read the first 16 bytes *before* connecting. Never open the file again while it is connected:
   closing any handle of it drops SQLite's locks and another program can then write over ours.
2. Derive the key elsewhere (`keys.derive`), in a worker.
3. Connect to a file that exists (`mode=rw`), give the raw key, wipe the copy that was given.
4. Set every setting and read each one back.
5. Read once (which rolls back after a crash), take the file for us alone, then check every page's
   seal and the structure. Only after that is anything believed.
"""

import contextlib
import stat
import threading
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path, PurePath
from typing import Any

from app.storage import files
from app.storage.driver import driver, give_key
from app.storage.errors import (
    CannotKeep,
    CannotWrite,
    Damaged,
    DiskFull,
    InUse,
    KeyRightFileDamaged,
    Missing,
    NewerFile,
    NotAJournal,
    ReadOnly,
    StorageError,
    UnsafeSettings,
    WrongKey,
)
from app.storage.keys import FORMAT, KEY_BYTES, NUMBER_BYTES, FileKey, wipe

SUFFIX = files.SUFFIX
PAGE_BYTES = 4096
OLDEST_SQLITE = (3, 51, 3)
_BUSY_SECONDS = 0.25
_OTHER_KINDS = (b"SQLite format 3\0", b"%PDF", b"PK\3\4", b"\x89PNG", b"\xff\xd8\xff")

Settings = tuple[tuple[str, str, object], ...]
"""Each setting: its name, what it is set to, and what it reads as afterwards."""

SETTINGS: Settings = (
    ("locking_mode", "exclusive", "exclusive"),  # nobody else reads or writes meanwhile
    ("journal_mode", "delete", "delete"),  # never WAL: losing its side file loses entries silently
    ("synchronous", "extra", 3),  # COMMIT returns when a power cut can no longer undo it
    ("temp_store", "memory", 2),  # sorting never writes plaintext to a temporary file
    ("secure_delete", "on", 1),
    ("trusted_schema", "off", 0),
    ("cell_size_check", "on", 1),
    ("fullfsync", "on", 1),
    ("mmap_size", "0", 0),
    ("foreign_keys", "on", 1),
)


class Step(Enum):
    """What opening is busy with, for the line under the button."""

    MAKING_THE_KEY = auto()
    CHECKING_PAGES = auto()
    CHECKING_STRUCTURE = auto()
    BRINGING_UP_TO_DATE = auto()
    READING = auto()


Announce = Callable[[Step], None]
"""Told each step as it begins. It may raise `Cancelled`, which closes the file again."""


def quiet(_step: Step) -> None:
    """Announce nothing."""


class Vault:
    """The open file, its one connection and its key. Used by one thread at a time.

    Who takes several steps that must not be torn apart does so inside `alone()`: a backup or a change of
    passphrase in a worker, while the window goes on. Others wait as long as that lasts.
    """

    def __init__(self, path: Path, key: FileKey, connection: "driver.Connection") -> None:
        self.path = path
        self._key = key
        self._connection = connection
        self._one_at_a_time = threading.RLock()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep every other thread out until this is done."""
        with self._one_at_a_time:
            yield

    @property
    def number(self) -> bytes:
        """The file's first 16 bytes."""
        return self._key.number

    def key(self) -> FileKey:
        """Give a copy of the file key, to be wiped by whoever asked."""
        return self._key.copy()

    def rows(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Read every row of a question."""
        with self.alone(), known_trouble():
            return self._connection.execute(sql, values).fetchall()

    def each(self, sql: str, values: tuple[object, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Read row by row, for answers too long to hold twice."""
        with known_trouble():
            yield from self._connection.execute(sql, values)

    def run(self, sql: str, values: tuple[object, ...] = ()) -> None:
        """Carry out one statement."""
        with self.alone(), known_trouble():
            self._connection.execute(sql, values)

    def run_many(self, sql: str, values: list[tuple[object, ...]]) -> None:
        """Carry out one statement for each row of values."""
        with self.alone(), known_trouble():
            self._connection.executemany(sql, values)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything inside or nothing. When it ends without an error, it is on the disk."""
        with self.alone():
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def copy_into(self, other: "Vault") -> None:
        """Copy every page into another open file, under that file's own key."""
        try:
            self._connection.backup(other._connection)  # noqa: SLF001 - one of its own kind
        except driver.OperationalError:  # this one call gives no result code
            raise CannotWrite from None

    def take_over(self, other: "Vault") -> None:
        """Go on with the connection and key of another one, after closing this one's own."""
        self._connection, self._key = other._connection, other._key  # noqa: SLF001 - the same

    def close(self) -> None:
        """Close the file and wipe its key, once nobody is alone with it. Closing twice is harmless."""
        with self.alone():
            self._key.wipe()
            with contextlib.suppress(driver.Error):  # a disk that is gone: there is nothing left to do
                self._connection.close()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # a full disk has SQLite roll back by itself
            with contextlib.suppress(driver.Error):
                self._connection.execute("ROLLBACK")


def read_number(path: Path) -> bytes:
    """Read a closed file's first 16 bytes and refuse what can't be a journal of this format."""
    number, size = read_head(path)
    if number[0] >> 4 != FORMAT:
        raise NewerFile if size % PAGE_BYTES == 0 else NotAJournal
    return number


def read_head(path: Path) -> tuple[bytes, int]:
    """Read a closed file's first 16 bytes, whatever they say, and its size in bytes.

    Refuses folders, files too short to hold anything, and files that say they are something else.
    """
    with files.known_trouble():
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a folder, or a pipe that would keep us waiting
            raise NotAJournal
        with path.open("rb") as file:
            head = file.read(NUMBER_BYTES)
    if len(head) < NUMBER_BYTES or head.startswith(_OTHER_KINDS):
        raise NotAJournal
    return head, found.st_size


def create(path: Path, key: FileKey) -> Vault:
    """Make a new, empty file. Never in the place of another one. Takes over `key`.

    Nothing is written until the first transaction, so that a crash leaves it empty or whole.
    """
    files.create_private(path)
    try:
        vault = _connect(path, key)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    with _closing_on_trouble(vault):
        set_up(vault)
        vault.run("PRAGMA auto_vacuum = none")
        _read_back(vault, "auto_vacuum", 0)
    return vault


def open_vault(
    path: Path,
    key: FileKey,
    *,
    known_check: bytes | None = None,
    announce: Announce = quiet,
) -> Vault:
    """Open a file with its key and check all of it. Takes over `key`.

    `known_check` is the key check that `preferences` keeps: with it, a damaged first page can be
    told from a wrong passphrase. Raises any StorageError; whatever it raises, nothing was written.
    """
    right_before = known_check == key.check()
    vault = _connect(path, key)
    with _closing_on_trouble(vault):
        try:
            set_up(vault)
            _first_read(vault)
            _take_for_us_alone(vault)
        except WrongKey:
            if right_before:
                raise KeyRightFileDamaged("first page") from None
            raise
        check_pages(vault, announce)
    return vault


def connect_unchecked(path: Path, key: FileKey) -> Vault:
    """Connect to a damaged file to read what is left of it. Nothing may be written through this.

    Takes over `key`. Raises WrongKey also when the first page is damaged.
    """
    vault = _connect(path, key)
    with _closing_on_trouble(vault):
        set_up(vault)
        vault.run("PRAGMA query_only = on")
        _first_read(vault)
    return vault


def refuse_in_use(path: Path) -> None:
    """Raise InUse if another program has a closed file open. Whatever else is wrong with it is no matter."""
    anyone = FileKey(bytearray(KEY_BYTES), bytes(NUMBER_BYTES))
    try:
        connect_unchecked(path, anyone).close()
    except InUse:
        raise
    except StorageError:  # no key opens it, but the lock on it is asked for before it is read
        return


def check_pages(vault: Vault, announce: Announce = quiet, *, thorough: bool = False) -> None:
    """Check every page's seal, then the structure: each finds damage the other misses.

    Fetching all rows matters: SQLCipher hands SQLite a zeroed page in place of a damaged one, and
    the end of a long text then reads as nothing, without an error.
    """
    announce(Step.CHECKING_PAGES)
    if vault.rows("PRAGMA cipher_integrity_check"):
        raise Damaged("page seal")
    announce(Step.CHECKING_STRUCTURE)
    structure = "PRAGMA integrity_check" if thorough else "PRAGMA quick_check"
    if vault.rows(structure) != [("ok",)]:
        raise Damaged("structure")


def _connect(path: Path, key: FileKey) -> Vault:
    """Connect to a file that must exist, and give it the raw key, which is wiped on trouble."""
    try:
        with files.known_trouble():
            path = path.resolve(strict=True)  # a link to it stays a link when a new file takes its place
        return Vault(path, key, _connection(uri_of(path), key))
    except BaseException:
        key.wipe()
        raise


def uri_of(path: PurePath) -> str:
    """Write a path as SQLite wants it: a Windows share (`//server/...`) takes two more slashes."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else uri.replace("file://", "file:////", 1)


def _connection(place: str, key: FileKey) -> "driver.Connection":
    with known_trouble():
        connection = driver.connect(
            f"{place}?mode=rw",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_SECONDS,
        )
        # Before the key, or SQLCipher writes to standard error about every wrong passphrase.
        connection.execute("PRAGMA cipher_log_level = none")
        spec = key.spec()
        give_key(connection, spec)
        wipe(spec)
    return connection


def set_up(vault: Vault, settings: Settings = SETTINGS) -> None:
    """Set every setting, and go on only if each one took."""
    if not vault.rows("PRAGMA cipher_version") or driver.sqlite_version_info < OLDEST_SQLITE:
        raise UnsafeSettings("SQLCipher")
    for name, wanted, reads_as in settings:
        vault.run(f"PRAGMA {name} = {wanted}")
        _read_back(vault, name, reads_as)


def _read_back(vault: Vault, name: str, reads_as: object) -> None:
    if vault.rows(f"PRAGMA {name}") != [(reads_as,)]:
        raise UnsafeSettings(name)


def _first_read(vault: Vault) -> None:
    """Read once: a wrong key shows here, and what a crash left half written is rolled back."""
    vault.rows("SELECT count(*) FROM sqlite_master")


def _take_for_us_alone(vault: Vault) -> None:
    """Take the exclusive lock now: the setting alone would let a second program in until we write."""
    vault.run("BEGIN EXCLUSIVE")
    vault.run("COMMIT")


@contextlib.contextmanager
def _closing_on_trouble(vault: Vault) -> Iterator[None]:
    try:
        yield
    except BaseException:
        vault.close()
        raise


_BY_CODE: dict[int, type[StorageError]] = {
    driver.SQLITE_BUSY: InUse,
    driver.SQLITE_LOCKED: InUse,
    driver.SQLITE_READONLY: ReadOnly,
    driver.SQLITE_IOERR: CannotWrite,
    driver.SQLITE_CORRUPT: Damaged,
    driver.SQLITE_FULL: DiskFull,
    driver.SQLITE_CANTOPEN: Missing,
    driver.SQLITE_NOTADB: WrongKey,
}


@contextlib.contextmanager
def known_trouble() -> Iterator[None]:
    """Turn SQLite's result codes into our own errors. Anything else is a bug and stays one."""
    try:
        yield
    except driver.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the plain code
        if code not in _BY_CODE:
            raise
        raise _BY_CODE[code] from None
    except UnicodeEncodeError:
        raise CannotKeep from None
