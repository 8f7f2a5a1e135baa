"""Bringing in a file from elsewhere: look first, then accept what the person wants of it.

`look` changes nothing and needs no journal file, so it may run in a worker; `accept` is one command.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.journal import Journal
from app.domain.records import Attachment, Contact, Person, Record
from app.domain.records.record import RecordId
from app.exchange.errors import FileTooLarge, FormatUnknown
from app.exchange.formats import LARGEST_FILE, read_file
from app.exchange.found import Found
from app.exchange.json_form import Taken
from app.exchange.matching import match
from app.services.changes import Change
from app.services.clock import Clock, NewId
from app.services.open_journal import OpenJournal
from app.storage import codec, files, upcasts
from app.storage.attachments import NewAttachment
from app.storage.vault import SUFFIX

OUR_JSON = "Told Once"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What a file holds, sorted against a journal: what is new, and what is there already.

    `someone_else` is the name in the file where its birth date is not that of the journal's person: then
    nothing personal is filled in from it, and the person is asked to look twice. `earlier` are the older
    versions of what comes from our own JSON, each with when it was changed.
    """

    form: str
    title: str
    new: tuple[Record, ...]
    already: int = 0
    not_understood: tuple[tuple[str, int], ...] = ()
    not_written: tuple[str, ...] = ()
    someone_else: str = ""
    earlier: tuple[tuple[Record, str], ...] = ()
    changed: tuple[tuple[RecordId, str], ...] = ()
    files: tuple[NewAttachment, ...] = ()

    @property
    def by_kind(self) -> tuple[tuple[str, int], ...]:
        """How many new records of each kind."""
        return tuple(Counter(record.KIND for record in self.new).items())


def load_file(path: Path) -> bytes:
    """A file's bytes. Raises FileTooLarge before reading, Missing, NotAJournal for a folder, or ReadOnly.

    A journal is refused unread: opening the one that is open would drop the lock on it.
    """
    with files.known_trouble():
        if path.resolve().suffix == SUFFIX:
            raise FormatUnknown
        if path.stat().st_size > LARGEST_FILE:
            raise FileTooLarge
    return files.read(path)


def look(data: bytes, title: str, journal: Journal, clock: Clock, new_id: NewId) -> Suggestions:
    """What a file would bring. Raises an ExchangeError; changes nothing."""
    found = read_file(data, title, clock.now(), new_id)
    return _sorted(found, title, journal) if isinstance(found, Found) else _returning(found, title, journal)


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
    )


def _someone_else(records: Iterable[Record], journal: Journal) -> str:
    """The name of a person in the file who was born on another day than this journal's person."""
    mine = journal.person
    if mine is None or mine.born is None:
        return ""
    for person in records:
        if isinstance(person, Person) and person.born and not person.born.overlaps(mine.born):
            return person.name
    return ""


def _returning(taken: Taken, title: str, journal: Journal) -> Suggestions:
    """A record that is in the journal already is left as it is, whichever version is newer."""
    coming = [record for record in taken.records if RecordId(record.id) not in journal.records]
    told = [
        [(_decoded(record.kind, v.body, v.shape), v.changed) for v in record.versions] for record in coming
    ]
    wanted = {record.id for record in coming}
    attached = tuple(
        NewAttachment(id=file.id, name=file.name, media_type=file.media_type, data=file.data)
        for file in taken.attachments
        if file.id in wanted
    )
    return Suggestions(
        form=OUR_JSON,
        title=title,
        new=tuple(versions[-1][0] for versions in told if versions),
        already=len(taken.records) - len(coming),
        earlier=tuple(version for versions in told for version in versions[:-1]),
        changed=tuple((versions[-1][0].id, versions[-1][1]) for versions in told if versions),
        files=attached,
    )


def _decoded(kind: str, body: str, shape: int) -> Record:
    return codec.decode(kind, upcasts.upcast(kind, body, shape))


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
