"""Taking everything out, so that nobody is locked in."""

from pathlib import Path

from app.domain.records import Attachment
from app.domain.records.record import AttachmentId, RecordId
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


def take(journal: OpenJournal, path: Path) -> int:
    """Write everything to a new file in the clear, readable by the person alone; give its bytes.

    Raises AlreadyThere, ReadOnly, DiskFull or CannotWrite, and leaves nothing half written.
    """
    if path.exists():
        raise AlreadyThere
    data = everything_as_json(journal)
    files.write(path, data)
    return len(data)
