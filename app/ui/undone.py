"""Undo and redo, and what the message says was undone or done again."""

from app.domain.derived.in_short import in_short
from app.domain.journal import Journal
from app.i18n import Words
from app.services.changes import Change
from app.services.errors import CannotUndo
from app.services.open_journal import OpenJournal

_BEFORE = ("Undid: ", "Did again: ")
_PLAIN = ("Wrote ", "Changed ", "Noted ")


def undo(journal: OpenJournal, words: Words) -> str:
    """Take back the last change and return its name, "" where there is none."""
    before = journal.seen  # in the words of whoever types: never a name that is out of their sight
    try:
        return name_of(journal.undo(), before, words)
    except CannotUndo:
        return ""


def redo(journal: OpenJournal, words: Words) -> str:
    """Do again what was last undone and return its name, "" where there is none."""
    try:
        change = journal.redo()
    except CannotUndo:
        return ""
    return name_of(change, journal.seen, words)


def name_of(change: Change, journal: Journal, words: Words) -> str:
    """Name the thing itself ("knee pain 5 of 10"); what went to the trash or came back says that too.

    A command with a name of its own, such as bringing a file in, keeps it.
    """
    own = _own_name(change.what)
    records = [journal.records[key] for key in change.ids if key in journal.records]
    thing = in_short(journal, sorted(records, key=lambda one: (one.written, one.id)), words)
    if not thing:
        return own
    if own.startswith(_PLAIN):
        return thing
    if own.startswith("Put ") and own.endswith(" in the trash"):
        return words.say("undone.trash", "{thing}, put in the trash", thing=thing)
    return words.say("undone.back", "{thing}, put back", thing=thing) if own.startswith("Put ") else own


def _own_name(what: str) -> str:
    """Give a command's own name, without the *undid* or *did again* the journal puts before it."""
    for before in _BEFORE:
        what = what.removeprefix(before)
    return what
