from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.records import Attachment, Note, SymptomEntry
from app.domain.records.record import AttachmentId, RecordId
from app.services.changes import Change
from app.services.clock import FixedClock
from app.services.errors import CannotUndo
from app.services.open_journal import OpenJournal
from app.services.session import Session
from app.storage.errors import StorageError
from tests.services.cheap import NOON, PASSPHRASE, entry, note, session_in, symptom
from tests.storage.dying import NEVER, Say, die_in
from tests.storage.test_disk_full import limit_file_size


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def session(tmp_path: Path, clock: FixedClock) -> Iterator[Session]:
    made = session_in(tmp_path, clock=clock)
    made.create(made.free_path("Maya"), PASSPHRASE, "Maya")
    yield made
    made.lock(backup=False)


@pytest.fixture
def journal(session: Session) -> OpenJournal:
    return session.journal


def again(session: Session) -> OpenJournal:
    """Lock and unlock, as a restart of the program does."""
    path = session.path
    session.lock(backup=False)
    return session.unlock(path, PASSPHRASE)


def text(journal: OpenJournal, key: str) -> str:
    held = journal.snapshot.records[RecordId(key)]
    assert isinstance(held, Note)
    return held.text


def test_one_command_is_one_change_and_one_announcement(journal: OpenJournal) -> None:
    told: list[Change] = []
    journal.observers.add(told.append)
    change = journal.record(symptom("s", "headache"), entry("e", "s", 6))
    assert told == [change]
    assert change.ids == {"s", "e"}
    assert change.concerns(SymptomEntry)
    assert not change.concerns(Note)
    assert [row.number for row in journal.recent(1)] == [change.number]
    journal.observers.remove(told.append)


def test_nobody_is_told_after_leaving(journal: OpenJournal) -> None:
    told: list[Change] = []
    journal.observers.add(told.append)
    journal.observers.remove(told.append)
    journal.observers.remove(told.append)
    journal.record(note("a", "x"))
    assert told == []


def test_commands_are_named_in_plain_words_without_the_persons_own(journal: OpenJournal) -> None:
    journal.record(note("a", "secret words"))
    journal.record(note("a", "other words"))
    journal.record(symptom("s", "headache"), entry("e", "s", 6))
    journal.trash(RecordId("e"))
    journal.restore(RecordId("e"))
    journal.record(note("b", "x"), what="Kept the bad day")
    assert [row.what for row in reversed(journal.recent(6))] == [
        "Wrote a note",
        "Changed a note",
        "Wrote 2 things",
        "Put a symptom entry in the trash",
        "Put a symptom entry back",
        "Kept the bad day",
    ]


def test_what_is_the_same_is_not_written_again(journal: OpenJournal) -> None:
    journal.record(note("a", "x"))
    before = journal.recent(1)
    change = journal.record(note("a", "x"))
    assert change.ids == frozenset()
    assert journal.recent(1) == before


def test_every_edit_keeps_the_earlier_version_and_when_it_was_written(
    session: Session,
    clock: FixedClock,
) -> None:
    journal = session.journal
    journal.record(note("a", "on the day"))
    clock.moment = NOON + timedelta(days=400)
    journal.amend(note("a", "a year later"))
    found = again(session).history(RecordId("a"))
    assert [one.record.text for one in found if isinstance(one.record, Note)] == [
        "on the day",
        "a year later",
    ]
    assert [one.written for one in found] == [NOON, NOON + timedelta(days=400)]
    assert [one.what for one in found] == ["Wrote a note", "Changed a note"]


def test_the_trash_keeps_and_gives_back(session: Session) -> None:
    journal = session.journal
    journal.record(note("a", "x"))
    journal.trash(RecordId("a"), RecordId("unknown"))
    assert [held.id for held in journal.snapshot.trashed] == ["a"]
    assert journal.snapshot.get(Note, RecordId("a")) is None
    journal = again(session)
    assert [held.id for held in journal.snapshot.trashed] == ["a"]
    journal.restore(RecordId("a"))
    assert journal.snapshot.trashed == ()
    assert again(session).snapshot.get(Note, RecordId("a")) == note("a", "x")


def test_undo_and_redo_walk_back_and_forth(journal: OpenJournal) -> None:
    journal.record(note("a", "one"))
    journal.record(note("a", "two"))
    assert journal.undoable is not None
    assert journal.undoable.what == "Changed a note"
    journal.undo()
    assert text(journal, "a") == "one"
    journal.undo()
    assert journal.snapshot.records[RecordId("a")].trashed
    journal.redo()
    journal.redo()
    assert text(journal, "a") == "two"
    assert journal.redoable is None
    assert [row.what for row in journal.recent(4)] == [
        "Did again: Changed a note",
        "Did again: Wrote a note",
        "Undid: Wrote a note",
        "Undid: Changed a note",
    ]


def test_a_new_command_ends_redo(journal: OpenJournal) -> None:
    journal.record(note("a", "one"))
    journal.undo()
    journal.record(note("b", "other"))
    with pytest.raises(CannotUndo):
        journal.redo()


def test_undo_reaches_over_a_lock_but_not_into_yesterday(
    session: Session,
    clock: FixedClock,
) -> None:
    session.journal.record(note("y", "yesterday"))
    clock.moment = NOON + timedelta(days=1)
    session.journal.record(note("a", "one"))
    session.journal.record(note("a", "two"))
    session.journal.undo()
    journal = again(session)
    assert journal.redoable is not None
    journal.redo()
    assert text(journal, "a") == "two"
    journal = again(session)
    journal.undo()
    journal.undo()
    assert journal.undoable is None
    with pytest.raises(CannotUndo):
        journal.undo()
    assert text(journal, "y") == "yesterday"


def test_one_command_of_any_day_is_undone_if_nothing_has_changed_since(
    session: Session,
    clock: FixedClock,
) -> None:
    journal = session.journal
    first = journal.record(note("a", "one"))
    second = journal.record(note("b", "other"))
    clock.moment = NOON + timedelta(days=1)
    journal.amend(note("b", "changed"))
    journal.undo_change(first.number)
    assert journal.snapshot.records[RecordId("a")].trashed
    for number in (second.number, 9999):
        with pytest.raises(CannotUndo):
            journal.undo_change(number)
    assert text(journal, "b") == "changed"


def test_a_history_that_came_back_is_undone_as_one(session: Session) -> None:
    journal = session.journal
    journal.record(note("b", "was here"))
    told = [
        (note("a", "one"), NOON.isoformat()),
        (note("a", "two"), NOON.isoformat()),
        (note("b", "changed"), NOON.isoformat()),
    ]
    journal.replay(told, what="Brought in a file")
    journal = again(session)
    assert len(journal.history(RecordId("a"))) == 2
    journal.undo()
    assert journal.snapshot.records[RecordId("a")].trashed
    assert text(journal, "b") == "was here"
    journal.redo()
    assert (text(journal, "a"), text(journal, "b")) == ("two", "changed")


def test_destroying_leaves_nothing_and_cannot_be_undone(session: Session) -> None:
    journal = session.journal
    journal.record(note("a", "the marker is kestrel"), what="Wrote about the kestrel")
    journal.record(note("b", "stays"))
    journal.trash(RecordId("a"))
    change = journal.forget(RecordId("a"), RecordId("unknown"))
    assert change.kinds == {Note}
    assert RecordId("a") not in journal.snapshot.records
    assert journal.history(RecordId("a")) == ()
    assert "kestrel" not in repr(journal.recent())
    journal.undo()
    assert journal.snapshot.records[RecordId("b")].trashed
    assert RecordId("a") not in again(session).snapshot.records


def attachment(key: str) -> Attachment:
    return Attachment(
        id=RecordId(key),
        written=NOON,
        name="knee.jpg",
        media_type="image/jpeg",
        size=4,
    )


def test_a_file_is_kept_with_its_record_and_destroyed_with_it(session: Session) -> None:
    journal = session.journal
    photo = AttachmentId(RecordId("photo"))
    journal.attach(attachment("photo"), b"knee", replace(note("a", "x"), attachments=(photo,)))
    journal = again(session)
    kept = journal.attachment(photo)
    assert kept is not None
    assert (kept.name, kept.data) == ("knee.jpg", b"knee")
    journal.forget(RecordId("a"))
    assert journal.attachment(photo) is not None
    journal.forget(RecordId("photo"))
    assert journal.attachment(photo) is None
    assert session.check().attachments == 0


def test_words_being_typed_come_back_after_a_lock(session: Session) -> None:
    session.journal.save_draft("today/line", "headache 6 yest")
    journal = again(session)
    assert journal.drafts() == {"today/line": "headache 6 yest"}
    journal.drop_draft("today/line")
    assert journal.drafts() == {}


def test_a_full_disk_leaves_the_snapshot_as_the_file_is(session: Session) -> None:
    path = session.path
    session.lock(backup=False)

    def filling(say: Say) -> None:
        journal = session.unlock(path, PASSPHRASE)
        limit_file_size(path.stat().st_size + 40_000)
        told: list[Change] = []
        journal.observers.add(told.append)
        number = 0
        try:
            while True:
                journal.record(note(f"n{number}", "x" * 9000))
                number += 1
        except StorageError as error:
            held = len(journal.snapshot)
            say(f"{type(error).__name__} {held - 1 == number == len(told)} {held}")

    said = die_in(filling, NEVER)[0].split()
    assert said[0] in {"CannotWrite", "DiskFull"}
    assert said[1] == "True"
    assert len(session.unlock(path, PASSPHRASE).snapshot) == int(said[2])
