"""What somebody was given: the journal as it stood then, and a note that undo passes by."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.domain.derived.choice import Choice, Extra
from app.domain.derived.document import Paper
from app.domain.records import Note, ShareRecord
from app.domain.records.record import RecordId
from app.domain.records.when import at_time
from app.services.clock import FixedClock
from app.services.given import are_the_same, as_given, choice_of
from app.services.session import Session
from app.services.sharing import choice_as_text
from app.services.undoing import GIVEN
from tests.services.cheap import PASSPHRASE, session_in
from tests.ui.desks import EVENING


def opened(folder: Path) -> tuple[Session, FixedClock]:
    clock = FixedClock(EVENING)
    session = session_in(folder, clock=clock)
    session.create(folder / "journals" / "Ada.toldonce", PASSPHRASE, "Ada")
    return session, clock


def given(choice: str) -> ShareRecord:
    return ShareRecord(
        id=RecordId("given"), written=EVENING, document="new-clinician", when=at_time(EVENING), choice=choice
    )


def note(key: str, text: str, clock: FixedClock) -> Note:
    return Note(id=RecordId(key), written=clock.now(), text=text)


def test_a_choice_that_was_kept_as_text_is_the_same_again() -> None:
    choice = Choice(
        paper=Paper.LETTER,
        since=EVENING.date(),
        extras=frozenset({Extra.EVERY_READING}),
        put_in=frozenset({RecordId("a")}),
        taken_out=frozenset({RecordId("b")}),
        someone_else="my sister",
    )
    assert choice_of(choice_as_text(choice)) == choice
    assert choice_of("") is None
    assert choice_of('{"paper": "papyrus"}') is None


def test_the_journal_is_as_it_stood_then(tmp_path: Path) -> None:
    session, clock = opened(tmp_path)
    journal = session.journal
    journal.record(note("first", "As it was", clock))
    journal.record(given(choice_as_text(Choice())), what=GIVEN)
    clock.moment += timedelta(days=1)
    first = journal.snapshot.get(Note, RecordId("first"))
    assert first is not None
    journal.amend(replace(first, text="As it is now"))
    journal.record(note("later", "Not there then", clock))
    found = as_given(journal, given(choice_as_text(Choice())))
    assert found is not None
    assert [one.text for one in found.journal.of(Note)] == ["As it was"]
    assert found.day == EVENING.date()
    assert found.journal.of(ShareRecord) == ()
    session.lock(backup=False)


def test_undo_passes_by_what_was_given_also_after_a_lock(tmp_path: Path) -> None:
    session, clock = opened(tmp_path)
    path = session.path
    session.journal.record(note("first", "Written before", clock))
    session.journal.record(given(""), what=GIVEN)
    session.lock(backup=False)
    session.unlock(path, PASSPHRASE)
    session.journal.undo()
    assert session.journal.snapshot.of(Note) == ()
    assert len(session.journal.snapshot.of(ShareRecord)) == 1
    session.lock(backup=False)


def test_pages_without_a_digest_are_never_called_the_same() -> None:
    assert not are_the_same(given(""), b"")
