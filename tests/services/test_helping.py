"""Someone types for the person: their name on what they write, and nothing of what they may not see."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.records import Attachment, Day, Note, Symptom, SymptomEntry, Visit
from app.domain.records.record import PRIVATE, AttachmentId, RecordId, SymptomId
from app.domain.records.symptoms import DayKind
from app.domain.records.visits import Unsaid
from app.domain.records.when import at_time, on_day
from app.services.attaching import described
from app.services.bad_days import note_bad_day
from app.services.errors import CannotUndo
from app.services.open_journal import OpenJournal
from app.services.session import Session
from tests.services.cheap import NOON, PASSPHRASE, note, session_in

SECRET = replace(note("secret", "what nobody reads"), sharing=PRIVATE)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = session_in(tmp_path)
    made.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    made.journal.record(SECRET, note("open", "said aloud"))
    yield made
    made.lock(backup=False)


@pytest.fixture
def journal(session: Session) -> OpenJournal:
    return session.journal


def test_everything_is_seen_until_someone_types(journal: OpenJournal) -> None:
    assert journal.seen is journal.snapshot
    journal.begin_helping("Ana")
    assert [held.id for held in journal.seen.of(Note)] == ["open"]
    assert len(journal.snapshot.of(Note)) == 2


def test_what_is_written_and_changed_says_who_typed_it(journal: OpenJournal) -> None:
    journal.begin_helping("Ana")
    journal.record(note("new", "for me"))
    journal.amend(replace(note("open", "said aloud"), text="said again"))
    found = {str(held.id): held.typed_by for held in journal.snapshot.of(Note)}
    assert found == {"secret": "", "open": "Ana", "new": "Ana"}
    assert journal.helping is not None
    assert journal.helping.wrote == ("new", "open")


def test_the_same_again_is_not_written_again(journal: OpenJournal) -> None:
    journal.begin_helping("Ana")
    assert journal.record(note("open", "said aloud")).ids == frozenset()
    journal.record(note("new", "for me"))
    assert journal.record(*journal.seen.of(Note)).ids == frozenset()


def test_it_ends_with_the_lock(session: Session, tmp_path: Path) -> None:
    session.journal.begin_helping("Ana")
    session.lock(backup=False)
    journal = session.unlock(tmp_path / "journals" / "a.toldonce", PASSPHRASE)
    assert journal.helping is None
    assert len(journal.seen.of(Note)) == 2


def test_hidden_parts_of_a_visit_stay_when_it_is_changed(journal: OpenJournal) -> None:
    visit = Visit(id=RecordId("v"), written=NOON, when=at_time(NOON), unsaid=Unsaid(text="money"))
    journal.record(visit)
    journal.begin_helping("Ana")
    (seen,) = journal.seen.of(Visit)
    assert seen.unsaid is None
    journal.amend(replace(seen, heard="It is stable."))
    assert journal.snapshot.of(Visit) == (replace(visit, heard="It is stable.", typed_by="Ana"),)


def test_undo_and_redo_reach_no_further_than_what_they_wrote(journal: OpenJournal) -> None:
    journal.trash(RecordId("open"))
    journal.undo()
    journal.begin_helping("Ana")
    assert (journal.undoable, journal.redoable) == (None, None)
    for take_back in (journal.undo, journal.redo):
        with pytest.raises(CannotUndo):
            take_back()
    journal.record(note("new", "for me"))
    journal.undo()
    assert [held.id for held in journal.seen.of(Note)] == ["open"]
    journal.redo()
    assert len(journal.seen.of(Note)) == 2
    with pytest.raises(CannotUndo):
        journal.undo_change(1)


def test_words_being_typed_are_kept_apart(session: Session, tmp_path: Path) -> None:
    journal = session.journal
    journal.save_draft("quick line", "mine, half said")
    journal.begin_helping("Ana")
    assert journal.drafts() == {}
    journal.save_draft("quick line", "hers")
    assert journal.drafts() == {"quick line": "hers"}
    journal.drop_draft("quick line")
    session.lock(backup=False)
    again = session.unlock(tmp_path / "journals" / "a.toldonce", PASSPHRASE)
    assert again.drafts() == {"quick line": "mine, half said"}


def test_what_was_private_once_is_not_among_the_earlier_versions(journal: OpenJournal) -> None:
    journal.record(replace(SECRET, sharing=SECRET.sharing, text="still hidden"))
    journal.record(replace(SECRET, id=RecordId("turned")))
    journal.amend(note("turned", "may be seen"))
    journal.begin_helping("Ana")
    assert [version.record for version in journal.history(RecordId("turned"))] == [
        note("turned", "may be seen")
    ]
    assert journal.history(RecordId("secret")) == ()


def test_a_private_file_is_not_read(journal: OpenJournal) -> None:
    photo = Attachment(
        id=AttachmentId(RecordId("photo")),
        written=NOON,
        name="a.png",
        media_type="image/png",
        size=7,
        sharing=PRIVATE,
    )
    journal.attach(photo, b"picture")
    key = AttachmentId(RecordId("photo"))
    assert journal.attachment(key) is not None
    journal.begin_helping("Ana")
    assert journal.attachment(key) is None


def test_a_private_bad_day_is_neither_changed_nor_told(session: Session) -> None:
    journal = session.journal
    mine = Day(
        id=RecordId("mine"), written=NOON, day=DayKind.BAD_DAY, when=on_day(NOON.date()), sharing=PRIVATE
    )
    journal.record(mine)
    journal.begin_helping("Ana")
    note_bad_day(journal, NOON, session.make_id)
    assert journal.snapshot.get(Day, RecordId("mine")) == mine
    assert [day.typed_by for day in journal.seen.of(Day)] == ["Ana"]


def test_what_is_right_is_read_again_once_it_changes(journal: OpenJournal) -> None:
    journal.begin_helping("Ana")
    assert journal.helping is not None
    journal.record(note("new", "for me"))
    journal.helping.say_right(RecordId("new"))
    assert journal.helping.right == {"new"}
    journal.amend(note("new", "for you"))
    assert journal.helping.right == frozenset()


def test_a_symptom_that_is_private_can_be_named_again_and_stays_hidden(journal: OpenJournal) -> None:
    hidden = Symptom(id=RecordId("mood"), written=NOON, name="Mood", sharing=PRIVATE)
    journal.record(hidden)
    journal.begin_helping("Ana")
    journal.record(
        replace(hidden, id=RecordId("mood 2"), sharing=note("x", "y").sharing),
        SymptomEntry(
            id=RecordId("e"), written=NOON, symptom=SymptomId(RecordId("mood 2")), when=at_time(NOON)
        ),
    )
    assert journal.snapshot.get(Symptom, RecordId("mood")) == hidden
    assert [symptom.id for symptom in journal.seen.of(Symptom)] == ["mood 2"]


def test_what_belonged_to_something_private_then_is_not_told(journal: OpenJournal) -> None:
    entry = SymptomEntry(
        id=RecordId("e"),
        written=NOON,
        symptom=SymptomId(RecordId("hidden")),
        when=at_time(NOON),
        severity=5,
        note="what nobody reads",
    )
    hidden = Symptom(id=RecordId("hidden"), written=NOON, name="Hidden", sharing=PRIVATE)
    journal.record(hidden, Symptom(id=RecordId("open-s"), written=NOON, name="Knee"), entry)
    moved = replace(entry, symptom=SymptomId(RecordId("open-s")), note="")
    journal.amend(moved)
    assert len(journal.history(entry.id)) == 2
    journal.begin_helping("Ana")
    assert [version.record for version in journal.history(entry.id)] == [moved]


def test_nothing_out_of_sight_goes_to_the_trash(journal: OpenJournal) -> None:
    journal.begin_helping("Ana")
    assert journal.trash(SECRET.id).ids == frozenset()
    assert not journal.snapshot.records[SECRET.id].trashed


def test_a_photo_they_added_stays_in_their_sight(session: Session, tmp_path: Path) -> None:
    journal = session.journal
    journal.begin_helping("Ana")
    photo = described("rash.png", b"\x89PNG\r\n\x1a\n picture", session.clock, session.make_id)
    journal.attach(photo, b"\x89PNG\r\n\x1a\n picture")
    assert journal.seen.get(Attachment, photo.id) is not None
    assert journal.attachment(AttachmentId(photo.id)) is not None
    session.lock(backup=False)
    again = session.unlock(tmp_path / "journals" / "a.toldonce", PASSPHRASE)
    again.begin_helping("Ana")
    assert again.seen.get(Attachment, photo.id) is None
