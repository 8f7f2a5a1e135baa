"""A journal that was taken out and comes back: every version read, and none believed unseen.

A file may have been edited, or made to do harm. What would stand in the journal for ever is looked at first:
a record may not pass itself off as another, and each version must say a moment that can be read again.
"""

from datetime import datetime

from app.domain.records import KIND_NAMES, Record
from app.domain.records.record import RecordId
from app.exchange.errors import FileCutShort, FormatNewer
from app.exchange.json_form import Taken, TakenRecord, TakenVersion
from app.storage import codec, upcasts
from app.storage.errors import StorageError

LONGEST_ID = 100  # characters; ours have 32

Told = dict[RecordId, list[tuple[Record, str]]]
"""Each record's versions, oldest first, each with the moment it was changed (ISO 8601)."""


def told_by(taken: Taken) -> Told:
    """Read everything a journal that was taken out says. Raises FileCutShort or FormatNewer."""
    told = {RecordId(record.id): _versions(record) for record in taken.records}
    files = {file.id for file in taken.attachments}
    if len(told) < len(taken.records) or len(files) < len(taken.attachments):
        raise FileCutShort("twice")
    return told


def _versions(record: TakenRecord) -> list[tuple[Record, str]]:
    if record.kind not in KIND_NAMES:
        raise FormatNewer("kind")
    if not record.versions or len(record.id) > LONGEST_ID or not record.id.isprintable():
        raise FileCutShort("record")
    return [(_decoded(record, version), _moment(version.changed)) for version in record.versions]


def _decoded(record: TakenRecord, version: TakenVersion) -> Record:
    if version.shape > upcasts.SHAPE:
        raise FormatNewer("shape")
    try:
        body = upcasts.upcast(record.kind, version.body, version.shape)
        decoded = codec.decode(record.kind, body)
    except StorageError:  # it is this file that is damaged, not the journal
        raise FileCutShort("record") from None
    if decoded.id != record.id or version.shape < 1:
        raise FileCutShort("record")
    return decoded


def _moment(changed: str) -> str:
    try:
        moment = datetime.fromisoformat(changed)
    except ValueError:
        raise FileCutShort("changed") from None
    if moment.tzinfo is None:
        raise FileCutShort("changed")
    return changed
