"""Commands about what is written: log one line, list."""

from argparse import Namespace
from datetime import date, datetime

from app.cli.journals import DONE, opened
from app.cli.keys import passphrase
from app.cli.surroundings import Surroundings
from app.domain.derived.belonging import happened, in_order_of_time
from app.domain.derived.naming import own_words
from app.domain.journal import Journal
from app.domain.quick_line import Choice, Understood, Vocabulary, What, choose, echo, parse, records
from app.domain.records import KIND_NAMES, Record
from app.domain.records.record import text_in
from app.domain.wording import Wording

ONLY_A_NOTE = 3
NOTHING_TO_WRITE = 1
_DATE_WIDTH = 28
_KIND_WIDTH = 18


def log(around: Surroundings, given: Namespace) -> int:
    """Keep one line and say what was understood of it."""
    with opened(around, given.journal, passphrase(around, given)) as session:
        journal, now = session.journal, session.clock.now()
        understood = _understood(given.line, journal.snapshot, now)
        written = records(understood, journal.snapshot, now, session.make_id)
        if written:
            journal.record(*written)
    if not written:
        nothing = "There is nothing in that line to write."
        around.terminal.trouble(around.words.say("cli.log.nothing", nothing))
        return NOTHING_TO_WRITE
    around.terminal.say(_heard(understood, around.words))
    return ONLY_A_NOTE if understood.only_a_note else DONE


def _understood(line: str, journal: Journal, now: datetime) -> Understood:
    """A treatment's name alone asks for a choice, which nobody is here to make: it is a note."""
    found = parse(line, Vocabulary.of(journal), now)
    return choose(found, Choice.A_NOTE) if found.what is What.CHOOSE else found


def _heard(understood: Understood, words: Wording) -> str:
    parts = echo(understood, words).parts
    said = " · ".join(part.text if part.sure else f"{part.text} (?)" for part in parts)
    if understood.only_a_note:
        return words.say("cli.log.note", "Kept as a note: {parts}", parts=said)
    return words.say("cli.log.understood", "Understood as: {parts}", parts=said)


def list_records(around: Surroundings, given: Namespace) -> int:
    """One line for each record: when, what kind, its words."""
    with opened(around, given.journal, passphrase(around, given)) as session:
        journal = session.journal.snapshot
    for record in in_order_of_time(chosen(journal, given.kind, given.find, given.since)):
        when = happened(record)
        day = around.words.when(when).replace("\u00a0", " ") if when is not None else ""
        around.terminal.say(f"{day:<{_DATE_WIDTH}} {record.KIND:<{_KIND_WIDTH}} {own_words(journal, record)}")
    return DONE


def chosen(journal: Journal, kind: str | None, find: str, since: date | None) -> tuple[Record, ...]:
    """The records of one kind, that hold a text, from a day on. What has no date is not from any day on."""
    held = journal.of(KIND_NAMES[kind]) if kind else tuple(journal)
    return tuple(one for one in held if _holds(journal, one, find) and _is_since(one, since))


def _holds(journal: Journal, record: Record, find: str) -> bool:
    wanted = find.casefold()
    texts = (own_words(journal, record), *text_in(record))
    return not wanted or any(wanted in text.casefold() for text in texts)


def _is_since(record: Record, since: date | None) -> bool:
    when = happened(record)
    return since is None or (when is not None and when.is_dated and when.latest >= since)
