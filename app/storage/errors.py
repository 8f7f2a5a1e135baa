# ruff: noqa: N818 - named for what a person would call it, as every known error here is
"""Known trouble with the journal's file and its surroundings: one class for each thing to say.

No class carries a person's words. `app.services.errors` has one sentence and one next step for each.
"""


class StorageError(Exception):
    """Something known went wrong with a file, a key or the key store. Nothing written is lost."""


class WrongKey(StorageError):
    """The passphrase, or the recovery key, does not open this file."""


class WrongRecoveryKey(WrongKey):
    """The recovery key is well formed, but it is not the one of this file."""


class NewerFile(StorageError):
    """The file, or the recovery key, was made by a newer Told Once than this one."""


class Damaged(StorageError):
    """The file does not hold what was written to it. `what` names the check that noticed."""

    def __init__(self, what: str = "structure") -> None:
        super().__init__(what)
        self.what = what


class KeyRightFileDamaged(Damaged):
    """The key is the one that opened this file before, so it is the file that is damaged."""


class NotAJournal(StorageError):
    """A folder, an empty file, or a file of another kind."""


class Missing(StorageError):
    """There is no file at that place."""


class AlreadyThere(StorageError):
    """A file of that name exists already, and nothing is ever written over it."""


class InUse(StorageError):
    """The journal is open in another program or window."""


class ReadOnly(StorageError):
    """The file, the folder or the whole disk may be read but not written."""


class DiskFull(StorageError):
    """There is no room. `needed` and `free` are bytes where they are known, else 0."""

    def __init__(self, needed: int = 0, free: int = 0) -> None:
        super().__init__(f"{needed} bytes needed, {free} free")
        self.needed = needed
        self.free = free


class CannotWrite(StorageError):
    """The disk would not take what was written, or give back what was read."""


class NotEnoughMemory(StorageError):
    """The key can't be made: that takes memory on purpose, and there is not enough of it free."""


class UnsafeSettings(StorageError):
    """SQLCipher did not take a setting that the journal's safety rests on. `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class CannotKeep(StorageError):
    """A text holds half a character (a lone surrogate), which no file can hold."""


class TooLarge(StorageError):
    """An attachment is over the limit. `size` and `limit` are bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} bytes, at most {limit}")
        self.size = size
        self.limit = limit


class MistypedRecoveryKey(StorageError):
    """One or more lines of a recovery key are not as they were printed. `lines` count from 1."""

    def __init__(self, lines: tuple[int, ...]) -> None:
        super().__init__(f"lines {lines}")
        self.lines = lines


class RecoveryKeyLength(StorageError):
    """A recovery key has too few or too many letters and numbers. `count` is how many came."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} characters")
        self.count = count


class NoKeystore(StorageError):
    """This computer has no key store that may be used, or it did not answer: a normal answer."""


class Cancelled(StorageError):
    """The person stopped it. Nothing has changed."""
