"""FORMAT.md is enough: a reader made from it alone reads a journal, and keeps reading the kept ones."""

import json
from pathlib import Path

import pytest

from app.domain.records.record import AttachmentId, RecordId
from app.services.clock import FixedClock
from app.services.open_journal import OpenJournal
from app.storage import codec, migrations, recovery_key, versions
from app.storage.keys import derive
from app.storage.upcasts import SHAPE, upcast
from app.storage.vault import create, open_vault, read_number
from tests.old_files.make import FOLDER, WRITTEN, fill
from tests.storage import independent_reader as stranger
from tests.storage.cheap import CHEAP, new_key

KEPT = sorted(FOLDER.glob("*.toldonce"))


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a copy of a kept sample: the sample itself is never opened."""
    source: Path = request.param
    for path in (source, source.with_suffix(".json")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path / source.name


def test_a_stranger_reads_a_journal_of_today(tmp_path: Path) -> None:
    path = tmp_path / "Maya.toldonce"
    held = create(path, new_key())
    migrations.start(held)
    journal = OpenJournal(held, versions.load(held), FixedClock(WRITTEN))
    fill(journal)
    records, changes = journal.snapshot.records, versions.last_change(held)
    key, lines = held.key(), recovery_key.lines_of(held.key())
    held.close()
    assert stranger.key_of_recovery_key("\n".join(lines)) == (bytes(key.secret), key.number)
    found = stranger.read(path, bytes(key.secret), key.number)
    assert found.bodies == {one.id: (one.KIND, codec.encode(one)) for one in records.values()}
    assert found.attachments == {"a photo": b"knee"}
    assert (found.changes, found.step) == (changes, SHAPE)


def test_a_stranger_reads_every_kept_journal_by_its_passphrase(kept: Path) -> None:
    said = json.loads(kept.with_suffix(".json").read_text("utf-8"))
    found = stranger.read(kept, *stranger.key_of_passphrase(kept, said["passphrase"]))
    assert found.changes == said["changes"]
    assert {key: list(one.values()) for key, one in said["records"].items()} == {
        key: list(one) for key, one in found.bodies.items()
    }


def test_a_stranger_reads_every_kept_journal_by_its_recovery_key(kept: Path) -> None:
    said = json.loads(kept.with_suffix(".json").read_text("utf-8"))
    found = stranger.read(kept, *stranger.key_of_recovery_key("\n".join(said["recovery key"])))
    assert set(found.bodies) == set(said["records"])


def test_every_kept_journal_opens_and_says_what_it_said(kept: Path) -> None:
    said = json.loads(kept.with_suffix(".json").read_text("utf-8"))
    held = open_vault(kept, derive(said["passphrase"], read_number(kept), CHEAP))
    migrations.migrate(held, lambda _: None)
    journal = OpenJournal(held, versions.load(held), FixedClock(WRITTEN))
    for key, one in said["records"].items():
        body = upcast(one["kind"], one["body"], 1)
        record = codec.decode(one["kind"], body)
        assert journal.snapshot.records[RecordId(key)] == record
        assert json.loads(codec.encode(record)) == json.loads(body), "a field has lost its place"
    assert set(journal.snapshot.records) == set(said["records"])
    assert journal.drafts() == said["drafts"]
    photo = journal.attachment(AttachmentId(RecordId("a photo")))
    assert photo is not None
    assert photo.data == b"knee"
    held.close()


def test_every_step_has_its_kept_sample() -> None:
    assert [path.stem for path in KEPT] == [f"step-{number:04d}" for number in migrations.shipped_steps()]
