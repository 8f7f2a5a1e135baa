# ruff: noqa: N818 - named for what a person would call it, as every known error here is
"""One sentence and one next step for everything known that can go wrong.

Each package has a base class for its errors; a test walks all of them and fails for one without a
row here. Anything else is a bug: it gets the sentence that says so, and never its message.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.wording import Wording
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
"""What happened and that nothing is lost; what to do next. Parts stand in braces."""

SAID: Mapping[type[Exception], Said] = MappingProxyType(
    {
        storage.WrongKey: (
            "That passphrase did not open the journal. Nothing is lost.",
            "Try again, or use the recovery key.",
        ),
        storage.WrongRecoveryKey: (
            "That recovery key does not open this journal. Nothing is lost.",
            "It may be from before the passphrase was changed. Look for a newer one.",
        ),
        storage.NewerFile: (
            "This was made by a newer Told Once. Nothing is lost.",
            "Open it with the newer one.",
        ),
        storage.Damaged: (
            "The file has been changed or damaged.",
            "Open the last good backup.",
        ),
        storage.KeyRightFileDamaged: (
            "The passphrase is right, but the file has been changed or damaged.",
            "Open the last good backup.",
        ),
        storage.NotAJournal: (
            "This is not a Told Once journal.",
            "Choose a file whose name ends in .toldonce.",
        ),
        storage.Missing: (
            "The journal's file is not where it was.",
            "Is the stick or disk plugged in?",
        ),
        storage.AlreadyThere: (
            "There is a file of that name already. It was left as it is.",
            "Choose another name.",
        ),
        storage.InUse: (
            "The journal is open in another window.",
            "Close it there, then try again.",
        ),
        storage.ReadOnly: (
            "Nothing can be written there. What you wrote is still on the screen.",
            "Choose a place that can be written to, or make this one so.",
        ),
        storage.DiskFull: (
            "The disk is full. What you wrote is still on the screen.",
            "Make some room, then try again.",
        ),
        storage.CannotWrite: (
            "The disk would not take it. What you wrote is still on the screen.",
            "Look whether the disk or stick is in place and has room, then try again.",
        ),
        storage.NotEnoughMemory: (
            "There is not enough memory free to make the key. Nothing is lost.",
            "Close other programs, then try again.",
        ),
        storage.UnsafeSettings: (
            "This computer's SQLCipher can't keep a journal safely. Nothing was opened.",
            "Install Told Once again, with the parts that come with it.",
        ),
        storage.CannotKeep: (
            "One of the characters is only half there, so it can't be kept.",
            "Delete the character that looks like a box and type it again.",
        ),
        storage.TooLarge: (
            "This file is larger than {limit} MB.",
            "Make it smaller, or keep it beside the journal.",
        ),
        storage.MistypedRecoveryKey: (
            "Line {lines} is different.",
            "Look again at your paper: 15 letters and numbers.",
        ),
        storage.RecoveryKeyLength: (
            "A recovery key has 90 letters and numbers. There are {count} here.",
            "Look again at your paper: six lines of 15.",
        ),
        storage.NoKeystore: (
            "This computer has no key store that Told Once can use.",
            "Type the passphrase.",
        ),
        storage.Cancelled: (
            "Stopped. Nothing has changed.",
            "Try again whenever you like.",
        ),
        CannotUndo: (
            "This can't be undone any more: it has been changed since.",
            "Open it and change it by hand. Its earlier versions are there.",
        ),
        NothingOpen: (
            "No journal is open.",
            "Open one first.",
        ),
        TooEasy: (
            "That passphrase is too easy to guess.",
            "Try four or five ordinary words.",
        ),
        NotRemembered: (
            "This journal does not open with this computer's login.",
            "Type the passphrase.",
        ),
        NoTerminal: (
            "There is no terminal to type on.",
            "Give --passphrase-file PATH, or - for standard input; likewise the other keys.",
        ),
        NotTheSame: (
            "The two passphrases are not the same. Nothing has changed.",
            "Type them again.",
        ),
        SelfTestFailed: (
            "The self-test did not get through.",
            "Install Told Once again, with the parts that come with it.",
        ),
        NoSecret: (
            "There is no passphrase or recovery key to be read there.",
            "Put it on the first line of the file.",
        ),
        NotTheDemo: (
            "There is a journal of that name which is not the demo. It was left as it is.",
            "Choose another folder.",
        ),
        CannotAttach: (
            "This is not a file that can be kept inside the journal. Nothing has changed.",
            "Choose a photo or an ordinary file.",
        ),
        NoPlaceForAFile: (
            "A file can't be put there. Nothing has changed.",
            "Give a file's name in a folder that is there.",
        ),
        exchange.FileTooLarge: (
            "This file is too large to bring in. Nothing has changed.",
            "Ask for a smaller part of it, such as one year.",
        ),
        exchange.FileEmpty: (
            "There is nothing in this file. Nothing has changed.",
            "Save it again where it came from.",
        ),
        exchange.FileCutShort: (
            "This file breaks off or is not whole. Nothing has changed.",
            "Save it again where it came from.",
        ),
        exchange.FileHostile: (
            "This file is built in a way that can do harm, so it was not read. Nothing has changed.",
            "Ask where it came from for another copy.",
        ),
        exchange.FormatUnknown: (
            "This is not a kind of file that Told Once can read. Nothing has changed.",
            "Look for a file called FHIR, C-CDA, CSV, Apple Health or Told Once.",
        ),
        exchange.NotHealthData: (
            "This file could not be read as Apple Health. Nothing has changed.",
            "It looks like a ZIP without export.xml. Unpack it and choose the file inside.",
        ),
        exchange.ZipLocked: (
            "This ZIP asks for a password, so it was not read. Nothing has changed.",
            "Unpack it first, then choose the file inside.",
        ),
        exchange.FormatOlder: (
            "This file is of an older kind of FHIR, whose words mean other things. Nothing has changed.",
            "Ask for FHIR R4.",
        ),
        exchange.FormatNewer: (
            "This file was written by a newer Told Once. Nothing has changed.",
            "Bring it in with the newer one.",
        ),
        report.CannotDraw: (
            "The pages could not be made. Your journal is safe.",
            "Try again. If it happens twice, leave that part out.",
        ),
    },
)

BASES = (storage.StorageError, ServiceError, exchange.ExchangeError, report.ReportError)
"""A package's base class is never raised itself."""

REASONS: Mapping[Reason, Said] = MappingProxyType(
    {
        Reason.EMPTY: ("Nothing is written here yet.", "A word or two is enough."),
        Reason.TOO_LONG: ("This is longer than what fits here.", "Make it shorter."),
        Reason.TOO_MANY: ("These are more than fit here.", "Take some out."),
        Reason.OUT_OF_RANGE: ("This number can't be right here.", "Look at it again."),
        Reason.CONTRADICTS: ("These two don't go together.", "Change one of them."),
        Reason.ENDS_BEFORE_START: ("It ends before it begins.", "Change one of the dates."),
        Reason.NOT_TEXT: (
            "One of the characters is only half there, so it can't be kept.",
            "Delete the character that looks like a box and type it again.",
        ),
    },
)

UNKNOWN: Said = (
    "Something went wrong in Told Once. Your journal is safe.",
    "Close it and open it again. If it comes back, tell us what you were doing.",
)


def is_known(error: BaseException) -> bool:
    """Say whether an error is one with a sentence of its own."""
    return isinstance(error, InvalidRecord) or type(error) in SAID


def is_damaged(error: BaseException) -> bool:
    """Say whether a journal's file is damaged, whatever is known of its passphrase."""
    return isinstance(error, storage.Damaged | storage.KeyRightFileDamaged)


def explain(error: BaseException, words: Wording) -> Said:
    """Give the sentence and the next step for an error, in the language of `words`."""
    key, (sentence, next_step) = _row(error)
    parts = _parts(error, words)
    return words.say(key, sentence, **parts), words.say(f"{key}.next", next_step, **parts)


def _row(error: BaseException) -> tuple[str, Said]:
    if isinstance(error, InvalidRecord):
        return f"error.field.{error.reason.name.lower()}", REASONS[error.reason]
    for kind in type(error).__mro__:
        if kind in SAID:
            return f"error.{kind.__name__}", SAID[kind]
    return "error.unknown", UNKNOWN


def _parts(error: BaseException, words: Wording) -> dict[str, object]:
    """Give the figures that a sentence names. Never anything the person wrote."""
    if isinstance(error, storage.TooLarge):
        return {"limit": words.number(error.limit // _MEGABYTE)}
    if isinstance(error, storage.MistypedRecoveryKey):
        return {"lines": words.listing(tuple(map(str, error.lines)))}
    if isinstance(error, storage.RecoveryKeyLength):
        return {"count": words.number(error.count)}
    return {}
