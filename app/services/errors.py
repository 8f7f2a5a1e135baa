# ruff: noqa: N818 - named for what a person would call it, as every known error here is
"""One sentence and one next step for everything known that can go wrong.

Each package has a base class for its errors; a test walks all of them and fails for one without a
row here. Anything else is a bug: it gets the sentence that says so, and never its message.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.wording import Phrase, Wording
from app.exchange import errors as exchange
from app.report import errors as report
from app.storage import errors as storage

_MEGABYTE = 1024 * 1024


class ServiceError(Exception):
    """A command that can't be carried out. Nothing has changed."""


class CannotUndo(ServiceError):
    """There is nothing to take back, or its records have been changed since."""


class NothingOpen(ServiceError):
    """No journal is open."""


class TooEasy(ServiceError):
    """A passphrase that is too short or too easy to guess."""


class NotRemembered(ServiceError):
    """This journal does not open with this computer's login."""


class NoTerminal(ServiceError):
    """A secret was to be typed, and there is no terminal to type it on."""


class NotTheSame(ServiceError):
    """The two passphrases typed are not the same."""


class SelfTestFailed(ServiceError):
    """A step of the self-test did not do what it must. `what` names the step."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NoSecret(ServiceError):
    """There is no passphrase or recovery key where one was to be read."""


class NotTheDemo(ServiceError):
    """The demo would have to write over a journal that is somebody's own."""


class CannotAttach(ServiceError):
    """A journal, a folder or a pipe was to be kept as a file inside the journal."""


class NoPlaceForAFile(ServiceError):
    """There is no such folder, or a folder stands where the file would go."""


Said = tuple[str, str]
"""What happened and that nothing is lost; what to do next."""

Row = tuple[Phrase, Phrase]
"""The same as it stands in the catalogues, with parts in braces."""

SAID: Mapping[type[Exception], Row] = MappingProxyType(
    {
        storage.WrongKey: (
            Phrase("error.WrongKey", "That passphrase did not open the journal. Nothing is lost."),
            Phrase("error.WrongKey.next", "Try again, or use the recovery key."),
        ),
        storage.WrongRecoveryKey: (
            Phrase(
                "error.WrongRecoveryKey", "That recovery key does not open this journal. Nothing is lost."
            ),
            Phrase(
                "error.WrongRecoveryKey.next",
                "It may be from before the passphrase was changed. Look for a newer one.",
            ),
        ),
        storage.NewerFile: (
            Phrase("error.NewerFile", "This was made by a newer Told Once. Nothing is lost."),
            Phrase("error.NewerFile.next", "Open it with the newer one."),
        ),
        storage.Damaged: (
            Phrase("error.Damaged", "The file has been changed or damaged."),
            Phrase("error.Damaged.next", "Open the last good backup."),
        ),
        storage.KeyRightFileDamaged: (
            Phrase(
                "error.KeyRightFileDamaged",
                "The passphrase is right, but the file has been changed or damaged.",
            ),
            Phrase("error.KeyRightFileDamaged.next", "Open the last good backup."),
        ),
        storage.NotAJournal: (
            Phrase("error.NotAJournal", "This is not a Told Once journal."),
            Phrase("error.NotAJournal.next", "Choose a file whose name ends in .toldonce."),
        ),
        storage.Missing: (
            Phrase("error.Missing", "The journal's file is not where it was."),
            Phrase("error.Missing.next", "Is the stick or disk plugged in?"),
        ),
        storage.AlreadyThere: (
            Phrase("error.AlreadyThere", "There is a file of that name already. It was left as it is."),
            Phrase("error.AlreadyThere.next", "Choose another name."),
        ),
        storage.InUse: (
            Phrase("error.InUse", "The journal is open in another window."),
            Phrase("error.InUse.next", "Close it there, then try again."),
        ),
        storage.ReadOnly: (
            Phrase("error.ReadOnly", "Nothing can be written there. What you wrote is still on the screen."),
            Phrase("error.ReadOnly.next", "Choose a place that can be written to, or make this one so."),
        ),
        storage.DiskFull: (
            Phrase("error.DiskFull", "The disk is full. What you wrote is still on the screen."),
            Phrase("error.DiskFull.next", "Make some room, then try again."),
        ),
        storage.CannotWrite: (
            Phrase("error.CannotWrite", "The disk would not take it. What you wrote is still on the screen."),
            Phrase(
                "error.CannotWrite.next",
                "Look whether the disk or stick is in place and has room, then try again.",
            ),
        ),
        storage.NotEnoughMemory: (
            Phrase(
                "error.NotEnoughMemory", "There is not enough memory free to make the key. Nothing is lost."
            ),
            Phrase("error.NotEnoughMemory.next", "Close other programs, then try again."),
        ),
        storage.UnsafeSettings: (
            Phrase(
                "error.UnsafeSettings",
                "This computer's SQLCipher can't keep a journal safely. Nothing was opened.",
            ),
            Phrase("error.UnsafeSettings.next", "Install Told Once again, with the parts that come with it."),
        ),
        storage.CannotKeep: (
            Phrase("error.CannotKeep", "One of the characters is only half there, so it can't be kept."),
            Phrase("error.CannotKeep.next", "Delete the character that looks like a box and type it again."),
        ),
        storage.TooLarge: (
            Phrase("error.TooLarge", "This file is larger than {limit} MB."),
            Phrase("error.TooLarge.next", "Make it smaller, or keep it beside the journal."),
        ),
        storage.MistypedRecoveryKey: (
            Phrase("error.MistypedRecoveryKey", "Line {lines} is different."),
            Phrase("error.MistypedRecoveryKey.next", "Look again at your paper: 15 letters and numbers."),
        ),
        storage.RecoveryKeyLength: (
            Phrase(
                "error.RecoveryKeyLength",
                "A recovery key has 90 letters and numbers. There are {count} here.",
            ),
            Phrase("error.RecoveryKeyLength.next", "Look again at your paper: six lines of 15."),
        ),
        storage.NoKeystore: (
            Phrase("error.NoKeystore", "This computer has no key store that Told Once can use."),
            Phrase("error.NoKeystore.next", "Type the passphrase."),
        ),
        storage.Cancelled: (
            Phrase("error.Cancelled", "Stopped. Nothing has changed."),
            Phrase("error.Cancelled.next", "Try again whenever you like."),
        ),
        CannotUndo: (
            Phrase("error.CannotUndo", "This can't be undone any more: it has been changed since."),
            Phrase("error.CannotUndo.next", "Open it and change it by hand. Its earlier versions are there."),
        ),
        NothingOpen: (
            Phrase("error.NothingOpen", "No journal is open."),
            Phrase("error.NothingOpen.next", "Open one first."),
        ),
        TooEasy: (
            Phrase("error.TooEasy", "That passphrase is too easy to guess."),
            Phrase("error.TooEasy.next", "Try four or five ordinary words."),
        ),
        NotRemembered: (
            Phrase("error.NotRemembered", "This journal does not open with this computer's login."),
            Phrase("error.NotRemembered.next", "Type the passphrase."),
        ),
        NoTerminal: (
            Phrase("error.NoTerminal", "There is no terminal to type on."),
            Phrase(
                "error.NoTerminal.next",
                "Give --passphrase-file PATH, or - for standard input; likewise the other keys.",
            ),
        ),
        NotTheSame: (
            Phrase("error.NotTheSame", "The two passphrases are not the same. Nothing has changed."),
            Phrase("error.NotTheSame.next", "Type them again."),
        ),
        SelfTestFailed: (
            Phrase("error.SelfTestFailed", "The self-test did not get through."),
            Phrase("error.SelfTestFailed.next", "Install Told Once again, with the parts that come with it."),
        ),
        NoSecret: (
            Phrase("error.NoSecret", "There is no passphrase or recovery key to be read there."),
            Phrase("error.NoSecret.next", "Put it on the first line of the file."),
        ),
        NotTheDemo: (
            Phrase(
                "error.NotTheDemo",
                "There is a journal of that name which is not the demo. It was left as it is.",
            ),
            Phrase("error.NotTheDemo.next", "Choose another folder."),
        ),
        CannotAttach: (
            Phrase(
                "error.CannotAttach",
                "This is not a file that can be kept inside the journal. Nothing has changed.",
            ),
            Phrase("error.CannotAttach.next", "Choose a photo or an ordinary file."),
        ),
        NoPlaceForAFile: (
            Phrase("error.NoPlaceForAFile", "A file can't be put there. Nothing has changed."),
            Phrase("error.NoPlaceForAFile.next", "Give a file's name in a folder that is there."),
        ),
        exchange.FileTooLarge: (
            Phrase("error.FileTooLarge", "This file is too large to bring in. Nothing has changed."),
            Phrase("error.FileTooLarge.next", "Ask for a smaller part of it, such as one year."),
        ),
        exchange.FileEmpty: (
            Phrase("error.FileEmpty", "There is nothing in this file. Nothing has changed."),
            Phrase("error.FileEmpty.next", "Save it again where it came from."),
        ),
        exchange.FileCutShort: (
            Phrase("error.FileCutShort", "This file breaks off or is not whole. Nothing has changed."),
            Phrase("error.FileCutShort.next", "Save it again where it came from."),
        ),
        exchange.FileHostile: (
            Phrase(
                "error.FileHostile",
                "This file is built in a way that can do harm, so it was not read. Nothing has changed.",
            ),
            Phrase("error.FileHostile.next", "Ask where it came from for another copy."),
        ),
        exchange.FormatUnknown: (
            Phrase(
                "error.FormatUnknown",
                "This is not a kind of file that Told Once can read. Nothing has changed.",
            ),
            Phrase(
                "error.FormatUnknown.next",
                "Look for a file called FHIR, C-CDA, CSV, Apple Health or Told Once.",
            ),
        ),
        exchange.NotHealthData: (
            Phrase(
                "error.NotHealthData", "This file could not be read as Apple Health. Nothing has changed."
            ),
            Phrase(
                "error.NotHealthData.next",
                "It looks like a ZIP without export.xml. Unpack it and choose the file inside.",
            ),
        ),
        exchange.ZipLocked: (
            Phrase(
                "error.ZipLocked", "This ZIP asks for a password, so it was not read. Nothing has changed."
            ),
            Phrase("error.ZipLocked.next", "Unpack it first, then choose the file inside."),
        ),
        exchange.FormatOlder: (
            Phrase(
                "error.FormatOlder",
                "This file is of an older kind of FHIR, whose words mean other things. Nothing has changed.",
            ),
            Phrase("error.FormatOlder.next", "Ask for FHIR R4."),
        ),
        exchange.FormatNewer: (
            Phrase("error.FormatNewer", "This file was written by a newer Told Once. Nothing has changed."),
            Phrase("error.FormatNewer.next", "Bring it in with the newer one."),
        ),
        report.CannotDraw: (
            Phrase("error.CannotDraw", "The pages could not be made. Your journal is safe."),
            Phrase("error.CannotDraw.next", "Try again. If it happens twice, leave that part out."),
        ),
    },
)

BASES = (storage.StorageError, ServiceError, exchange.ExchangeError, report.ReportError)
"""A package's base class is never raised itself."""

REASONS: Mapping[Reason, Row] = MappingProxyType(
    {
        Reason.EMPTY: (
            Phrase("error.field.empty", "Nothing is written here yet."),
            Phrase("error.field.empty.next", "A word or two is enough."),
        ),
        Reason.TOO_LONG: (
            Phrase("error.field.too_long", "This is longer than what fits here."),
            Phrase("error.field.too_long.next", "Make it shorter."),
        ),
        Reason.TOO_MANY: (
            Phrase("error.field.too_many", "These are more than fit here."),
            Phrase("error.field.too_many.next", "Take some out."),
        ),
        Reason.OUT_OF_RANGE: (
            Phrase("error.field.out_of_range", "This number can't be right here."),
            Phrase("error.field.out_of_range.next", "Look at it again."),
        ),
        Reason.CONTRADICTS: (
            Phrase("error.field.contradicts", "These two don't go together."),
            Phrase("error.field.contradicts.next", "Change one of them."),
        ),
        Reason.ENDS_BEFORE_START: (
            Phrase("error.field.ends_before_start", "It ends before it begins."),
            Phrase("error.field.ends_before_start.next", "Change one of the dates."),
        ),
        Reason.NOT_TEXT: (
            Phrase("error.field.not_text", "One of the characters is only half there, so it can't be kept."),
            Phrase(
                "error.field.not_text.next", "Delete the character that looks like a box and type it again."
            ),
        ),
    },
)

UNKNOWN: Row = (
    Phrase("error.unknown", "Something went wrong in Told Once. Your journal is safe."),
    Phrase(
        "error.unknown.next", "Close it and open it again. If it comes back, tell us what you were doing."
    ),
)


def is_known(error: BaseException) -> bool:
    """Say whether an error is one with a sentence of its own."""
    return isinstance(error, InvalidRecord) or type(error) in SAID


def is_damaged(error: BaseException) -> bool:
    """Say whether a journal's file is damaged, whatever is known of its passphrase."""
    return isinstance(error, storage.Damaged | storage.KeyRightFileDamaged)


def explain(error: BaseException, words: Wording) -> Said:
    """Give the sentence and the next step for an error, in the language of `words`."""
    sentence, next_step = _row(error)
    parts = _parts(error, words)
    return words.say(*sentence, **parts), words.say(*next_step, **parts)


def _row(error: BaseException) -> Row:
    if isinstance(error, InvalidRecord):
        return REASONS[error.reason]
    for kind in type(error).__mro__:
        if kind in SAID:
            return SAID[kind]
    return UNKNOWN


def _parts(error: BaseException, words: Wording) -> dict[str, object]:
    """Give the figures that a sentence names. Never anything the person wrote."""
    if isinstance(error, storage.TooLarge):
        return {"limit": words.number(error.limit // _MEGABYTE)}
    if isinstance(error, storage.MistypedRecoveryKey):
        return {"lines": words.listing(tuple(map(str, error.lines)))}
    if isinstance(error, storage.RecoveryKeyLength):
        return {"count": words.number(error.count)}
    return {}
