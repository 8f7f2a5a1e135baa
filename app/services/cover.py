"""The locked cover: what may be shown of a closed journal, and a bad day noted on it."""

import contextlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app.services.backups import BackupFile, found_in
from app.services.open_journal import OpenJournal
from app.storage import bad_day_cover
from app.storage.errors import Damaged, StorageError
from app.storage.preferences import COVER_NOTES_MOST, Known, StateFile
from app.storage.vault import Vault, read_number

NOTED = "cover/bad days"
"""The draft that holds what was noted until the person has kept or removed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a locked journal shows. `name` is its file's name; nothing else is readable yet."""

    path: Path
    name: str
    is_there: bool
    opens_with_login: bool
    closed_by_itself: bool
    last_words: datetime | None  # when its file last changed
    takes_bad_days: bool


def of(path: Path, state: StateFile, number: bytes | None = None) -> Cover:
    """Say what may be shown of the journal at `path`.

    `number` is given for the open one, whose file must not be opened a second time.
    """
    known = _known(path, state) if number is None else state.known(number)
    changed = None
    with contextlib.suppress(OSError):
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return Cover(
        path=path,
        name=path.stem,
        is_there=changed is not None,
        opens_with_login=bool(known.device_blob),
        closed_by_itself=known.is_open,
        last_words=changed,
        takes_bad_days=bool(known.cover_public),
    )


def backups_of(path: Path, state: StateFile, folder: Path) -> tuple[BackupFile, ...]:
    """List the backups of a closed journal, even one whose file is damaged or gone."""
    journals = state.read().journals
    remembered = [bytes.fromhex(one) for one, known in journals.items() if known.path == str(path)]
    with contextlib.suppress(StorageError):
        remembered.append(read_number(path))
    for number in reversed(remembered):
        known = state.known(number)
        folders = (folder, *map(Path, known.backup_folders))
        if found := found_in(folders, path, number, state):
            return found
    return ()


def note_bad_day(path: Path, state: StateFile, moment: datetime) -> bool:
    """Seal a moment on the cover of a closed journal; False where it was never opened here.

    At most 32 are kept. Raises StorageError if it can't be written down.
    """
    known = _known(path, state)
    if not known.cover_public:
        return False
    note = bad_day_cover.seal_note(bytes.fromhex(known.cover_public), moment).hex()

    def with_note(held: Known) -> Known:
        return replace(held, cover_notes=(*held.cover_notes, note)[-COVER_NOTES_MOST:])

    state.note(read_number(path), with_note)
    return True


def take_in(vault: Vault, journal: OpenJournal, state: StateFile) -> tuple[datetime, ...]:
    """Move what was noted on the cover into the journal, and list all that waits for an answer."""
    waiting = _waiting(journal)
    noted = state.known(vault.number).cover_notes
    if noted:
        waiting = (*waiting, *(moment for note in noted if (moment := _read(vault, note))))
        with contextlib.suppress(StorageError):  # then they wait where they are
            journal.save_draft(NOTED, json.dumps([moment.isoformat() for moment in waiting]))
            state.note(vault.number, lambda known: replace(known, cover_notes=()))
    return waiting


def settle(journal: OpenJournal) -> None:
    """Forget what was noted: it has been kept as records, or removed."""
    journal.drop_draft(NOTED)


def _known(path: Path, state: StateFile) -> Known:
    try:
        return state.known(read_number(path))
    except StorageError:
        return Known()


def _waiting(journal: OpenJournal) -> tuple[datetime, ...]:
    written = journal.drafts().get(NOTED)
    return tuple(datetime.fromisoformat(one) for one in json.loads(written)) if written else ()


def _read(vault: Vault, note: str) -> datetime | None:
    """Read one note; what can't be read was never ours."""
    try:
        return bad_day_cover.open_note(vault, bytes.fromhex(note))
    except (Damaged, ValueError):
        return None
