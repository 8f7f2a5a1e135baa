"""What is taken out is everything: the trash and every earlier version too."""

import json
from pathlib import Path

from app.domain.records.record import RecordId
from app.services.exporting import everything_as_json
from app.services.importing import accept, look
from tests.services.cheap import OTHER, PASSPHRASE, note, session_in


def test_the_trash_is_taken_out_and_comes_back_as_trash(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    session.create(tmp_path / "journals" / "Maya.toldonce", PASSPHRASE, "Maya R.")
    session.journal.record(note("a", "thrown away"))
    session.journal.trash(RecordId("a"))
    data = everything_as_json(session.journal)
    assert "thrown away" in json.dumps(json.loads(data), ensure_ascii=False)
    session.lock(backup=False)

    other = session_in(tmp_path / "elsewhere")
    other.create(tmp_path / "elsewhere" / "journals" / "Maya.toldonce", OTHER, "Maya R.")
    journal = other.journal
    accept(journal, look(data, "told-once.json", journal.snapshot, other.clock, other.make_id))
    assert journal.snapshot.records[RecordId("a")].trashed
    assert len(journal.history(RecordId("a"))) == 2
    other.lock(backup=False)
