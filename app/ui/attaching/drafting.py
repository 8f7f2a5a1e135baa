"""The files of a form as plain values: what a draft keeps of them, and what a save changes."""

import json
from dataclasses import dataclass, replace

from app.domain.journal import Journal
from app.domain.records import Attachment, Record
from app.domain.records.record import AttachmentId, ClinicianId, Mark, RecordId, Sharing


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A file in a form: which, what it shows, and who may see it."""

    key: AttachmentId
    caption: str
    sharing: Sharing


def listed(journal: Journal, keys: tuple[AttachmentId, ...]) -> tuple[Listed, ...]:
    """The files of these ids as the journal has them; what is in the trash is left out."""
    found = [(key, journal.get(Attachment, key)) for key in keys]
    return tuple(
        Listed(key=key, caption=file.caption, sharing=file.sharing) for key, file in found if file is not None
    )


def as_text(files: tuple[Listed, ...]) -> str:
    """Files as a draft keeps them; an empty text for none."""
    rows = [[one.key, one.caption, one.sharing.mark, *one.sharing.not_with] for one in files]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def from_text(text: str) -> tuple[Listed, ...]:
    """Files as a draft kept them."""
    return tuple(
        Listed(
            key=AttachmentId(RecordId(key)),
            caption=caption,
            sharing=Sharing(mark=Mark(mark), not_with=tuple(ClinicianId(RecordId(one)) for one in not_with)),
        )
        for key, caption, mark, *not_with in (json.loads(text) if text else [])
    )


def saved_beside(journal: Journal, record: Record, files: tuple[Listed, ...]) -> tuple[Record, ...]:
    """What changes with the record: files described anew; into the trash, those nothing names now."""
    changed: list[Record] = []
    for one in files:
        file = journal.get(Attachment, one.key)
        if file is not None:
            changed.append(replace(file, caption=one.caption, sharing=one.sharing))
    kept = {one.key for one in files}
    out = tuple(key for key in record.attachments if key not in kept)
    changed += [
        replace(file, trashed=True)
        for key in alone(journal, record, out)
        if (file := journal.get(Attachment, key)) is not None
    ]
    return tuple(one for one in changed if journal.records[one.id] != one)


def alone(journal: Journal, record: Record, keys: tuple[AttachmentId, ...]) -> tuple[AttachmentId, ...]:
    """Those of `keys` that no record but this one names."""
    named = {key for held in journal if held.id != record.id for key in held.attachments}
    return tuple(key for key in keys if key not in named)
