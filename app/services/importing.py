"""Bringing in a file from elsewhere: look first, then accept what the person wants of it.

`look` changes nothing and needs no journal file, so it may run in a worker; `accept` is one command.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.domain.journal import Journal
from app.domain.records import Attachment, Contact, Person, Record, Symptom
from app.domain.records.record import RecordId
from app.exchange.apple_files import export_in, is_export
from app.exchange.apple_health import Tell, read_apple_health
from app.exchange.csv_in import TableFound, guess, rows_in
from app.exchange.csv_table import Table, read_table
from app.exchange.errors import FileTooLarge, FormatUnknown
from app.exchange.formats import LARGEST_FILE, read_file
from app.exchange.found import Found
from app.exchange.json_form import Taken
from app.exchange.matching import Matched, match, with_one_person
from app.services.changes import Change
from app.services.clock import Clock, NewId
from app.services.open_journal import OpenJournal
from app.services.returning import Told, told_by
from app.storage import files
from app.storage.attachments import NewAttachment
from app.storage.vault import SUFFIX

OUR_JSON = "Told Once"
_LINE, _NAMED = "line", 20


_HEAD = 4_096


def _say_nothing(_readings: int, _share: float) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What a file holds, sorted against a journal: what is new, and what is there already.

    `someone_else` is the name in the file where its birth date is not that of the journal's person: then
    nothing personal is filled in from it, and the person is asked to look twice. `matched` are symptoms by
    their name in the file and in the journal, where those are two. `earlier` are the older
    versions of what comes from our own JSON, each with when it was changed.
    """

    form: str
    title: str
    new: tuple[Record, ...]
    already: int = 0
    not_understood: tuple[tuple[str, int], ...] = ()
    not_written: tuple[str, ...] = ()
    someone_else: str = ""
    matched: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[Record, str], ...] = ()
    changed: tuple[tuple[RecordId, str], ...] = ()
    files: tuple[NewAttachment, ...] = ()

    @property
    def by_kind(self) -> tuple[tuple[str, int], ...]:
        """How many new records of each kind."""
        return tuple(Counter(record.KIND for record in self.new).items())


def load_file(path: Path) -> bytes:
    """A file's bytes. Raises FileTooLarge before reading, Missing, NotAJournal for a folder, or ReadOnly.

    A journal is refused unread: opening the one that is open would drop the lock on it. So is what is no file
    of its own, such as a pipe, which may never end.
    """
    with files.known_trouble():
        found = path.stat()
        if path.resolve().suffix == SUFFIX or not (path.is_file() or path.is_dir()):
            raise FormatUnknown
    if found.st_size > LARGEST_FILE:
        raise FileTooLarge
    return files.read(path, LARGEST_FILE + 1)  # it may grow meanwhile; `look` refuses it then


def is_health_export(path: Path) -> bool:
    """Whether a file is to be read in a stream: health data of Apple's, or a ZIP, in which it comes.

    Raises Missing or ReadOnly.
    """
    with files.known_trouble():
        if path.resolve().suffix == SUFFIX or not path.stat() or not path.is_file():
            return False
    return is_export(files.read(path, _HEAD))


def look_at_health(
    path: Path, journal: Journal, clock: Clock, new_id: NewId, tell: Tell = _say_nothing
) -> Suggestions:
    """What an export of Apple Health would bring, a line for each kind and day.

    `tell(readings, share)` is called now and then, and may raise to stop. Raises an ExchangeError.
    """
    with files.reading(path) as file:
        stream = export_in(file, path.stat().st_size)
        told = read_apple_health(stream, path.name, clock.now(), new_id, tell)
    return _sorted(told, path.name, journal)


def table_in(data: bytes) -> Table | None:
    """The table a file holds, for the person to say which column is what; None for any other format.

    Raises FileEmpty, FileCutShort, FileTooLarge or FormatUnknown for what looks like a table and is none.
    """
    start = data[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    return None if start[:1] in {b"{", b"<"} or start[:2] == b"PK" else read_table(data)


def look_at_rows(told: TableFound, title: str, journal: Journal) -> Suggestions:
    """What a table's rows would bring; the lines that were not understood are named by their number."""
    named = tuple((f"{_LINE} {line.number}", 1) for line in told.left[:_NAMED])
    more = len(told.left) - len(named)
    left = (*named, (f"{_LINE}s", more)) if more else named
    return _sorted(replace(told.found, not_understood=left), title, journal)


def look(data: bytes, title: str, journal: Journal, clock: Clock, new_id: NewId) -> Suggestions:
    """What a file would bring, a table as its columns are guessed.

    Raises an ExchangeError; changes nothing.
    """
    table = table_in(data)
    if table is not None:
        return look_at_rows(rows_in(table, guess(table), title, clock.now(), new_id), title, journal)
    found = read_file(data, title, clock.now(), new_id)
    if isinstance(found, Found):
        return _sorted(found, title, journal)
    return _returning(found, title, journal, clock.now())


def _sorted(found: Found, title: str, journal: Journal) -> Suggestions:
    stranger = _someone_else(found.records, journal)
    ours = [record for record in found.records if not (stranger and isinstance(record, Person | Contact))]
    matched = match(ours, journal)
    return Suggestions(
        form=found.form,
        title=title,
        new=matched.new,
        already=len(matched.already),
        not_understood=found.not_understood,
        not_written=found.not_written,
        someone_else=stranger,
        matched=tuple(_renamed(matched, journal)),
    )


def _renamed(matched: Matched, journal: Journal) -> Iterator[tuple[str, str]]:
    """Symptoms that the journal knows under another name."""
    for theirs, key in zip(matched.already, matched.known, strict=True):
        mine = journal.get(Symptom, key)
        if (
            isinstance(theirs, Symptom)
            and mine is not None
            and theirs.name.casefold() != mine.name.casefold()
        ):
            yield theirs.name, mine.name


def _someone_else(records: Iterable[Record], journal: Journal) -> str:
    """The name of a person in the file who was born on another day than this journal's person."""
    mine = journal.person
    if mine is None or mine.born is None:
        return ""
    for person in records:
        if isinstance(person, Person) and person.born and not person.born.overlaps(mine.born):
            return person.name
    return ""


def _returning(taken: Taken, title: str, journal: Journal, now: datetime) -> Suggestions:
    """A record that is in the journal already is left as it is, whichever version is newer.

    Its person fills what the journal's person has left empty, and never becomes a second one.
    """
    told = told_by(taken)
    coming = {key: versions for key, versions in told.items() if key not in journal.records}
    latest = [versions[-1][0] for versions in coming.values()]
    stranger = _someone_else(latest, journal)
    ours = [record for record in latest if not (stranger and isinstance(record, Person))]
    new = with_one_person(ours, journal)
    whole = {record.id for record in new if record.id in coming}
    return Suggestions(
        form=OUR_JSON,
        title=title,
        new=new,
        already=len(told) - len(coming),
        someone_else=stranger,
        earlier=tuple(one for key in coming if key in whole for one in coming[key][:-1]),
        changed=tuple((record.id, _changed(coming, record, now)) for record in new),
        files=_files(taken, {record.id for record in new if isinstance(record, Attachment)}),
    )


def _changed(coming: Told, record: Record, now: datetime) -> str:
    """When a record was changed last: the journal's person, if something is filled in, now."""
    return coming[record.id][-1][1] if record.id in coming else now.isoformat()


def _files(taken: Taken, wanted: Collection[RecordId]) -> tuple[NewAttachment, ...]:
    return tuple(
        NewAttachment(id=file.id, name=file.name, media_type=file.media_type, data=file.data)
        for file in taken.attachments
        if file.id in wanted
    )


def accept(
    journal: OpenJournal, suggestions: Suggestions, leave: Collection[RecordId] = frozenset()
) -> Change:
    """Bring in what was suggested, but for the ids in `leave` and what makes no sense without them."""
    kept = _without(suggestions.new, frozenset(leave))
    what = f"Brought in {len(kept)} things"
    if suggestions.form != OUR_JSON:
        return journal.record(*kept, what=what)
    ids = {record.id for record in kept}
    changed = dict(suggestions.changed)
    told = [version for version in suggestions.earlier if version[0].id in ids]
    told += [(record, changed[record.id]) for record in kept]
    told.sort(key=lambda version: version[0].id)  # stable: each record's versions stay oldest first
    attached = [file for file in suggestions.files if file.id in ids]
    return journal.replay(told, what=what, files=attached)


def _without(records: tuple[Record, ...], leave: frozenset[RecordId]) -> tuple[Record, ...]:
    """Leave what belongs to what is left: a change without its treatment, a reading without its symptom."""
    kept = tuple(record for record in records if record.id not in leave and not _needs(record) & leave)
    fewer = leave | ({record.id for record in records} - {record.id for record in kept})
    return kept if fewer == leave else _without(kept, fewer)


def _needs(record: Record) -> set[RecordId]:
    if isinstance(record, Attachment):
        return set()
    needed = (getattr(record, name, None) for name in ("treatment", "symptom"))
    return {RecordId(key) for key in needed if isinstance(key, str)}
