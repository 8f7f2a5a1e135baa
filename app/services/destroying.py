"""Destroying for ever: what goes along with what the person chose, and when it was put in the trash."""

from collections.abc import Iterable
from datetime import datetime

from app.domain.journal import Journal
from app.domain.records import Attachment, Record, SymptomEntry, TreatmentChange
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.services.open_journal import OpenJournal

_NEEDED: dict[type[Record], str] = {SymptomEntry: "symptom", TreatmentChange: "treatment"}
"""What makes no sense without another record, and the field that names it; a decision stands by itself."""


def goes_along(journal: Journal, ids: Iterable[RecordId]) -> frozenset[RecordId]:
    """These records, what makes no sense without them, and the files that only they hold."""
    gone = frozenset(ids)
    while more := frozenset(one.id for one in journal.records.values() if _needs(one, gone)) - gone:
        gone |= more
    return gone | _files_of(journal, gone)


def destroy(journal: OpenJournal, *ids: RecordId) -> Change:
    """Destroy records for ever, with what goes along: every version, every draft, every file of theirs.

    Older backups still hold them.
    """
    return journal.forget(*goes_along(journal.snapshot, ids))


def put_there(journal: OpenJournal) -> dict[RecordId, datetime]:
    """When each record in the trash was put there."""
    return journal.last_written([record.id for record in journal.snapshot.trashed])


def _needs(record: Record, gone: frozenset[RecordId]) -> bool:
    field = _NEEDED.get(type(record))
    return field is not None and getattr(record, field) in gone


def _files_of(journal: Journal, gone: frozenset[RecordId]) -> frozenset[RecordId]:
    held = {key for one in gone if one in journal.records for key in journal.records[one].attachments}
    kept = {key for one in journal.records.values() if one.id not in gone for key in one.attachments}
    files = (key for key in held - kept if isinstance(journal.records.get(key), Attachment))
    return frozenset(RecordId(key) for key in files)
