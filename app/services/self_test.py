"""What `--self-test` does in a packaged app: the main job once, on a journal of its own that is then gone."""

from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.derived.choice import Choice
from app.domain.journal import Journal
from app.domain.quick_line import Vocabulary, parse, records
from app.domain.records import SymptomEntry
from app.domain.wording import Wording
from app.services import sharing
from app.services.errors import SelfTestFailed
from app.services.passphrase import suggest
from app.services.session import Session
from app.storage.vault import SUFFIX

_LINE = "headache 6"


def self_test(
    session: Session, folder: Path, words: Wording, open_window: Callable[[Session], None] | None
) -> Iterator[str]:
    """Do each step and then say that it is done. `open_window` None: there is no screen at all.

    Raises SelfTestFailed, or whatever the step itself raised.
    """
    path, passphrase = folder / f"Self test{SUFFIX}", suggest()
    session.create(path, passphrase, "Self test")
    yield "created a journal"
    session.lock()
    yield "locked it, with a backup that was opened again"
    session.unlock(path, passphrase)
    yield "unlocked it"
    _write(session)
    yield "wrote an entry"
    session.check()
    yield "checked every page, seal and record"
    pages = _export(session, folder, words)
    yield f"exported a document: {pages} pages"
    session.lock()
    if open_window is None:
        yield "opened no window: there is no screen"
        return
    open_window(session)
    yield "opened a window"


def _write(session: Session) -> None:
    journal = session.journal
    now = session.clock.now()
    understood = parse(_LINE, Vocabulary.of(journal.snapshot), now)
    journal.record(*records(understood, journal.snapshot, now, session.make_id))
    if [entry.severity for entry in _entries(journal.snapshot)] != [6]:
        raise SelfTestFailed("write an entry")


def _entries(journal: Journal) -> tuple[SymptomEntry, ...]:
    return journal.of(SymptomEntry)


def _export(session: Session, folder: Path, words: Wording) -> int:
    choice = Choice()
    built = sharing.prepare(session.journal.snapshot, choice, session.clock.today(), words)
    drawn = sharing.draw(choice, built, words)
    path = sharing.free_path(folder, drawn)
    sharing.save(drawn, path)
    sharing.note_given(session.journal, drawn, path.name, session.clock, session.make_id)
    return drawn.rendered.pages
