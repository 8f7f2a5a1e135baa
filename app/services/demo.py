"""The demo: the made-up journal as an encrypted file, and its document for the new GP."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.derived.choice import Choice
from app.domain.derived.document import Paper
from app.domain.records import Person
from app.domain.wording import Wording
from app.services import sharing
from app.services.errors import NotTheDemo
from app.services.open_journal import OpenJournal
from app.services.sample import sample_files, sample_journal
from app.services.session import Session
from app.storage.errors import StorageError
from app.storage.locations import Locations
from app.storage.vault import SUFFIX

DEMO_PASSPHRASE = "lichen pine heather honey"  # noqa: S105 - it opens only the made-up journal
NAME = "Maya R."
READER = "Dr Rahal"
_FILE_NAME = f"Maya R{SUFFIX}"
_WHAT = "Wrote the made-up journal of Maya R."


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """Where the demo's journal and its document are, and how many records were written."""

    journal: Path
    document: Path
    records: int


def demo_places(folder: Path) -> Locations:
    """Everything the demo keeps, in its own folder: nothing of the person's own is touched."""
    return Locations(journals=folder, backups=folder / "backups", state=folder / "state.json")


def make_demo(session: Session, folder: Path, words: Wording, paper: Paper = Paper.A4) -> Demo:
    """Write journal and document, told to today; leaves the journal locked.

    An earlier demo in the same folder is made anew. Raises NotTheDemo for any other journal of that name,
    and the StorageErrors.
    """
    path = folder / _FILE_NAME
    if path.exists():
        _clear_away(session, path)
    journal = session.create(path, DEMO_PASSPHRASE, NAME)
    try:
        _settle_key(session)
        records = _tell(journal, session)
        document = _hand_over(journal, session, folder, words, paper)
    finally:
        session.lock(backup=False)
    return Demo(journal=path, document=document, records=records)


def _clear_away(session: Session, path: Path) -> None:
    """Remove the demo that stands there, once it is certain that it is one."""
    try:
        journal = session.unlock(path, DEMO_PASSPHRASE)
    except StorageError:
        raise NotTheDemo from None
    is_demo = any(row.what == _WHAT for row in journal.recent())
    session.lock(backup=False)
    if not is_demo:
        raise NotTheDemo
    path.unlink()


def _settle_key(session: Session) -> None:
    """Count the recovery key as checked: nobody needs the key of a made-up journal."""
    session.keys.check_recovery_key(1, session.keys.recovery_key()[0])


def _tell(journal: OpenJournal, session: Session) -> int:
    """Write the whole story in one command, about the person the journal was made for."""
    today = session.clock.today()
    person = journal.snapshot.person
    told = tuple(
        replace(record, id=person.id) if person is not None and isinstance(record, Person) else record
        for record in sample_journal(today)
    )
    journal.record(*told, what=_WHAT, files=sample_files(today))
    return len(journal.snapshot)


def _hand_over(journal: OpenJournal, session: Session, folder: Path, words: Wording, paper: Paper) -> Path:
    choice = Choice(
        for_clinician=sharing.reader_called(journal.snapshot, READER),
        paper=paper,
        full_name=True,
        record_number=True,
    )
    built = sharing.prepare(journal.snapshot, choice, session.clock.today(), words)
    drawn = sharing.draw(choice, built, words)
    path = folder / built.document.file_name
    sharing.save(drawn, path)
    sharing.note_given(journal, drawn, path.name, session.clock, session.make_id)
    return path
