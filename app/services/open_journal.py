"""The unlocked journal: what it says now, and the commands that change it.

Each command is one transaction, one row of `change` and one announcement. When it returns, it is on
the disk; when it raises, neither the file nor `snapshot` has changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.journal import Journal
from app.domain.records.record import AttachmentId, Record, RecordId
from app.services.changes import Change, Observers
from app.services.clock import Clock
from app.services.errors import CannotUndo
from app.services.snapshots import record_of, snapshot_of
from app.services.undoing import Undoing, plain_name
from app.storage import codec, drafts, upcasts, versions
from app.storage.attachments import NewAttachment, read_attachment
from app.storage.vault import Vault
from app.storage.versions import Body, ChangeRow, Loaded

if TYPE_CHECKING:
    from app.domain.records import Attachment
    from app.services.helping import Helping

FORGOTTEN = "Destroyed something for ever"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """One version of a record: what it said, when that was written down, and by which command."""

    record: Record
    number: int
    written: datetime
    what: str


class OpenJournal:
    """One journal while it is open. Used by one thread at a time."""

    def __init__(self, vault: Vault, loaded: Loaded, clock: Clock) -> None:
        """Read the snapshot. May take a second for a large journal: use a worker."""
        self._vault = vault
        self._clock = clock
        self.observers = Observers()
        self.snapshot = snapshot_of(loaded)
        self._prepare()
        self.helping: Helping | None = None
        self._amended = {RecordId(one.record) for one in loaded.newest if one.number > 1}
        self._undoing = Undoing(vault)
        self._undoing.find(clock.today())

    # Who types

    @property
    def seen(self) -> Journal:
        """What may be in view: everything, or nothing private while someone types for the person."""
        return self.snapshot if self.helping is None else self.helping.seen(self.snapshot)

    def begin_helping(self, name: str) -> None:
        """Let someone type for the person until the journal is locked."""
        from app.services.helping import Helping  # noqa: PLC0415 - the cover does without it

        self.helping = Helping(name, versions.last_change(self._vault))

    # What is recorded

    def record(
        self,
        *records: Record,
        what: str = "",
        files: Sequence[NewAttachment] = (),
    ) -> Change:
        """Keep records, new or changed, and the files they name, in one command.

        Records that are already there in just this form are not written again. `what` says in
        plain words what is being done; left empty, it is made from the kind.
        """
        fresh = tuple(one for one in records if self.seen.records.get(one.id) != one)
        if self.helping is not None:
            fresh = self.helping.signed(fresh, self.snapshot)
            self.helping.note(fresh)
        if not fresh and not files:
            return self._nothing(what)
        return self._write(fresh, what or self._name_of(fresh), files=files)

    def amend(self, *records: Record, what: str = "") -> Change:
        """Keep a new version of records that are there. The earlier versions stay."""
        return self.record(*records, what=what)

    def replay(
        self,
        told: Sequence[tuple[Record, str]],
        *,
        what: str,
        files: Sequence[NewAttachment] = (),
    ) -> Change:
        """Keep several versions of records, oldest first, each with the moment it was changed (ISO 8601).

        For a journal that was taken out as a file and comes back: nothing of its history is lost.
        """
        bodies = [_body(record, at) for record, at in told]
        return self._write([record for record, _ in told], what, files=files, bodies=bodies)

    def trash(self, *ids: RecordId) -> Change:
        """Put records in the trash, where they stay until destroyed."""
        return self._mark(ids, trashed=True, what="Put {} in the trash")

    def restore(self, *ids: RecordId) -> Change:
        """Take records out of the trash."""
        return self._mark(ids, trashed=False, what="Put {} back")

    def forget(self, *ids: RecordId) -> Change:
        """Destroy records for ever: every version, their drafts, and the files that nothing else names.

        Older backups still hold them.
        """
        gone = [self.snapshot.records[key] for key in ids if key in self.snapshot.records]
        left = self.snapshot.without(*ids)
        files = _files_named(gone) - _files_named(left.records.values())
        with self._vault.transaction():
            for place in drafts.drafts(self._vault):
                if not _ids_in(place).isdisjoint(ids):
                    drafts.drop_draft(self._vault, place)
            number = versions.forget(
                self._vault,
                [str(one.id) for one in gone],
                attachments=sorted(files),
                at=self._at(),
                what=FORGOTTEN,
            )
        versions.compact(self._vault)
        self.snapshot = left
        self._undoing.find(self._clock.today())
        return self._announce(number, gone, FORGOTTEN)

    def attach(self, attachment: "Attachment", data: bytes, *others: Record) -> Change:
        """Keep a file's bytes under the id of its record, with any records that name it.

        Raises TooLarge above 50 MB.
        """
        kept = NewAttachment(
            id=attachment.id,
            name=attachment.name,
            media_type=attachment.media_type,
            data=data,
        )
        return self.record(attachment, *others, files=(kept,))

    def attachment(self, key: AttachmentId) -> NewAttachment | None:
        """Read a kept file, after checking its seal; None for one that is not there, or out of sight."""
        if self.helping is not None and key not in self.seen.records:
            return None
        return read_attachment(self._vault, key)

    # What was recorded before

    @property
    def amended(self) -> frozenset[RecordId]:
        """The records that have earlier versions."""
        return frozenset(self._amended)

    def history(self, key: RecordId) -> tuple[Earlier, ...]:
        """Read every version of one record that may be seen, the oldest first."""
        return tuple(
            Earlier(
                record=record,
                number=version.number,
                written=datetime.fromisoformat(version.written),
                what=change.what,
            )
            for version, change in versions.history(self._vault, key)
            if (record := self._as_seen(record_of(version))) is not None
        )

    def last_written(self, keys: Sequence[RecordId]) -> dict[RecordId, datetime]:
        """Read when the newest version of each record was written down."""
        found = versions.last_written(self._vault, keys)
        return {RecordId(key): datetime.fromisoformat(written) for key, written in found.items()}

    def recent(self, most: int = 200) -> tuple[ChangeRow, ...]:
        """Read the last commands, the newest first."""
        return versions.last_changes(self._vault, most)

    def written_by(self, first: int) -> dict[int, tuple[RecordId, ...]]:
        """Read which records each command wrote, from number `first` on; none for what is destroyed."""
        found = versions.written_by(self._vault, first)
        return {number: tuple(RecordId(key) for key in keys) for number, keys in found.items()}

    # Undo and redo

    @property
    def undoable(self) -> ChangeRow | None:
        """The command that `undo` would take back, of today's; of who types for the person only theirs."""
        return self._theirs(self._undoing.last)

    @property
    def redoable(self) -> ChangeRow | None:
        """The command that `redo` would do again."""
        return self._theirs(self._undoing.last_taken_back)

    def undo(self) -> Change:
        """Take back the last command. What it wrote stays among the earlier versions."""
        change = self._take_back(self.undoable, "Undid: {}")
        self._undoing.undid(self.recent(1)[0])
        return change

    def redo(self) -> Change:
        """Do again what was last undone."""
        change = self._take_back(self.redoable, "Did again: {}")
        self._undoing.redid(self.recent(1)[0])
        return change

    def undo_change(self, number: int) -> Change:
        """Take back one command of any day, as long as nothing has changed its records since."""
        change = self._take_back(self._theirs(versions.change_row(self._vault, number)), "Undid: {}")
        self._undoing.find(self._clock.today())
        return change

    # Words being typed

    def save_draft(self, place: str, text: str) -> None:
        """Keep what stands in `place` until it is saved, or thrown away."""
        drafts.save_draft(self._vault, self._place(place), text, self._at())

    def drop_draft(self, place: str) -> None:
        """Forget what stood in `place`."""
        drafts.drop_draft(self._vault, self._place(place))

    def drafts(self) -> dict[str, str]:
        """Read all words not saved yet, by place: the person's own, or those of who types for them."""
        held = drafts.drafts(self._vault)
        return held if self.helping is None else self.helping.drafts(held)

    def drafts_written(self) -> dict[str, datetime]:
        """Read when the person's own words in each place were last kept."""
        if self.helping is not None:
            return {}
        return {place: datetime.fromisoformat(at) for place, at in drafts.written(self._vault).items()}

    # Within

    def _prepare(self) -> None:
        """Work out here, in the worker, what the first pages would wait for in the window's thread."""
        from app.domain.derived.readings import readings_of  # noqa: PLC0415 - the cover does without it

        self.snapshot.prepare()
        readings_of(self.snapshot)

    def _place(self, place: str) -> str:
        return place if self.helping is None else self.helping.place(place)

    def _theirs(self, row: ChangeRow | None) -> ChangeRow | None:
        hidden = self.helping is not None and row is not None and row.number <= self.helping.since
        return None if hidden else row

    def _as_seen(self, record: Record) -> Record | None:
        return record if self.helping is None else self.helping.version(record, self.snapshot)

    def _at(self) -> str:
        return self._clock.now().isoformat()

    def _write(
        self,
        records: Sequence[Record],
        what: str,
        *,
        files: Sequence[NewAttachment] = (),
        undoes: int | None = None,
        bodies: Sequence[Body] = (),
    ) -> Change:
        at = self._at()
        bodies = bodies or [_body(record, at) for record in records]
        with self._vault.transaction():
            number = versions.append(
                self._vault,
                at=at,
                what=what,
                bodies=bodies,
                attachments=files,
                undoes=undoes,
            )
        self._amended |= {record.id for record in records if record.id in self.snapshot.records}
        self.snapshot = self.snapshot.with_(*records)
        if undoes is None and records:
            row = ChangeRow(number=number, at=at, what=what, shape=upcasts.SHAPE)
            self._undoing.did(row)
        return self._announce(number, records, what)

    def _announce(self, number: int, records: Iterable[Record], what: str) -> Change:
        records = tuple(records)
        change = Change(
            number=number,
            kinds=frozenset(type(record) for record in records),
            ids=frozenset(record.id for record in records),
            what=what,
        )
        self.observers.announce(change)
        return change

    def _nothing(self, what: str) -> Change:
        number = versions.last_change(self._vault)
        return Change(number=number, kinds=frozenset(), ids=frozenset(), what=what)

    def _name_of(self, records: Sequence[Record]) -> str:
        known = all(record.id in self.snapshot.records for record in records)
        return f"{'Changed' if known else 'Wrote'} {_named(records)}"

    def _mark(self, ids: Sequence[RecordId], *, trashed: bool, what: str) -> Change:
        found = (self.snapshot.records[key] for key in ids if key in self.seen.records)
        marked = tuple(replace(record, trashed=trashed) for record in found if record.trashed != trashed)
        name = what.format(_named(marked))
        return self._write(marked, name) if marked else self._nothing(name)

    def _take_back(self, row: ChangeRow | None, what: str) -> Change:
        if row is None:
            raise CannotUndo
        before = self._undoing.before(row.number, self.snapshot)
        return self._write(before, what.format(plain_name(row.what)), undoes=row.number)


def _body(record: Record, at: str) -> Body:
    return Body(record=record.id, kind=record.KIND, written=at, text=codec.encode(record))


def _ids_in(place: str) -> frozenset[RecordId]:
    """Give the ids in the place of a draft, as in "note:7f3a…"."""
    return frozenset(RecordId(part) for part in place.replace("/", ":").split(":"))


def _files_named(records: Iterable[Record]) -> set[str]:
    """Give the ids of the files that records name: an attachment record's own id is its file's."""
    records = tuple(records)
    named = {str(key) for record in records for key in record.attachments}
    return named | {str(record.id) for record in records}


def _named(records: Sequence[Record]) -> str:
    """Name what a command is about by kind and count, never by its words."""
    if len(records) == 1:
        kind = records[0].KIND
        return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"
    return f"{len(records)} things"
