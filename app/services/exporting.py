"""Taking everything out, so that nobody is locked in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from app.domain.derived.choice import Choice
from app.domain.derived.gate import gate_for
from app.domain.records import Attachment
from app.domain.records.record import AttachmentId, RecordId
from app.domain.wording import Wording
from app.exchange.csv_out import write_tables
from app.exchange.fhir_out import write_fhir
from app.exchange.json_form import TakenFile, TakenRecord, TakenVersion, write_json
from app.services.open_journal import OpenJournal
from app.storage import codec, files, upcasts
from app.storage.errors import AlreadyThere


def everything_as_json(journal: OpenJournal) -> bytes:
    """Every record with every version, the trash too, and every file, as JSON."""
    records = [_taken(journal, key, record.KIND) for key, record in sorted(journal.snapshot.records.items())]
    return write_json(records, _files(journal))


def _taken(journal: OpenJournal, key: RecordId, kind: str) -> TakenRecord:
    versions = tuple(
        TakenVersion(
            written=earlier.record.written.isoformat(),
            changed=earlier.written.isoformat(),
            shape=upcasts.SHAPE,
            body=codec.encode(earlier.record),
        )
        for earlier in journal.history(key)
    )
    return TakenRecord(id=key, kind=kind, versions=versions)


def _files(journal: OpenJournal) -> list[TakenFile]:
    taken = []
    for record in journal.snapshot.records.values():
        kept = journal.attachment(AttachmentId(record.id)) if isinstance(record, Attachment) else None
        if kept is not None:
            file = TakenFile(id=kept.id, name=kept.name, media_type=kept.media_type, data=kept.data)
            taken.append(file)
    return taken


def everything_as_tables(journal: OpenJournal) -> bytes:
    """The newest version of every record, the trash too, as CSV tables in a ZIP, and every file."""
    return write_tables(journal.snapshot, _files(journal))


def everything_as_fhir(journal: OpenJournal, words: Wording, now: datetime, *, private: bool) -> bytes:
    """What another system can read: a FHIR R4 Bundle, with what is kept private only where it is wanted."""
    snapshot = journal.snapshot
    gate = gate_for(snapshot, Choice())
    closed = frozenset() if private else frozenset(one.id for one in snapshot if gate.closes(one))
    whose = snapshot.person
    left_out = closed - {whose.id} if whose is not None else closed
    return write_fhir(snapshot, words, now, _files(journal), left_out)


def take(journal: OpenJournal, path: Path) -> int:
    """Write everything as JSON to a new file in the clear, readable by the person alone; give its bytes.

    Raises AlreadyThere, ReadOnly, DiskFull or CannotWrite, and leaves nothing half written.
    """
    return _write_new(path, partial(everything_as_json, journal))


def take_tables(journal: OpenJournal, path: Path) -> int:
    """The same as tables."""
    return _write_new(path, partial(everything_as_tables, journal))


def take_fhir(journal: OpenJournal, path: Path, words: Wording, now: datetime, *, private: bool) -> int:
    """The same for another system."""
    return _write_new(path, partial(everything_as_fhir, journal, words, now, private=private))


def _write_new(path: Path, made: Callable[[], bytes]) -> int:
    if path.exists():
        raise AlreadyThere
    data = made()
    files.write(path, data)
    return len(data)
