"""Destroying for ever: nothing of it is left, and nothing else is touched."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.domain.records import Attachment, Note, SymptomEntry
from app.domain.records.record import AttachmentId, RecordId
from app.domain.records.when import on_day
from app.services.destroying import destroy, goes_along, put_there
from tests.services.cheap import PASSPHRASE
from tests.ui.desks import EVENING, KNEE, TODAY, session_with, some_days

NOTE = Note(
    id=RecordId("n"),
    written=EVENING,
    text="secret words",
    when=on_day(TODAY),
    attachments=(AttachmentId(RecordId("photo")), AttachmentId(RecordId("both"))),
)
OTHER = replace(NOTE, id=RecordId("o"), text="others", attachments=(AttachmentId(RecordId("both")),))


def photo(key: str) -> Attachment:
    return Attachment(id=RecordId(key), written=EVENING, name=f"{key}.png", media_type="image/png", size=3)


def test_a_note_goes_with_its_draft_and_the_file_only_it_holds(tmp_path: Path) -> None:
    session = session_with(tmp_path, NOTE, OTHER)
    journal = session.journal
    for key in ("photo", "both"):
        journal.attach(photo(key), b"png")
    journal.save_draft("note:n", "half a secret")
    journal.save_draft("note:o", "stays")
    journal.trash(NOTE.id)
    destroy(journal, NOTE.id)
    session.lock(backup=False)
    session.unlock(session.places.journals / "Ada.toldonce", PASSPHRASE)
    journal = session.journal
    assert {"n", "photo"}.isdisjoint(journal.snapshot.records)
    assert journal.snapshot.records[OTHER.id] == OTHER
    assert journal.attachment(AttachmentId(RecordId("photo"))) is None
    assert journal.attachment(AttachmentId(RecordId("both"))) is not None
    assert journal.drafts() == {"note:o": "stays"}
    assert journal.history(NOTE.id) == ()
    session.lock(backup=False)


def test_readings_go_with_their_symptom_and_nothing_else_does(tmp_path: Path) -> None:
    session = session_with(tmp_path, *some_days())
    journal = session.journal
    assert goes_along(journal.snapshot, (KNEE,)) == {KNEE, "r1"}
    journal.trash(KNEE)
    destroy(journal, KNEE)
    assert [one.id for one in journal.snapshot.of(SymptomEntry)] == ["r2"]
    session.lock(backup=False)


def test_it_is_known_when_each_thing_was_put_in_the_trash(tmp_path: Path) -> None:
    session = session_with(tmp_path, NOTE)
    later = EVENING + timedelta(days=2)
    session.clock.moment = later  # type: ignore[attr-defined]
    session.journal.trash(NOTE.id)
    assert put_there(session.journal) == {NOTE.id: later}
    session.lock(backup=False)
