"""Make the kept sample of a step: once, on the day its format is first released. Never again.

    python -m tests.old_files.make

It refuses to write over a sample that is there.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from app.domain.records import ALL_KINDS, Attachment, Note
from app.domain.records.record import RecordId
from app.services.clock import FixedClock
from app.services.open_journal import OpenJournal
from app.storage import codec, migrations, recovery_key, vault, versions
from app.storage.keys import derive, new_number
from app.storage.upcasts import SHAPE
from tests.storage import values

FOLDER = Path(__file__).parent
PASSPHRASE = "café otter under lamplight"  # noqa: S105 - it opens only the samples
WRITTEN = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
PROFILE = 2


def main() -> None:
    """Write the sample of today's step, and beside it what it says."""
    path = FOLDER / f"step-{SHAPE:04d}.toldonce"
    held = vault.create(path, derive(PASSPHRASE, new_number(PROFILE)))
    migrations.start(held)
    key = held.key()
    journal = OpenJournal(held, versions.load(held), FixedClock(WRITTEN))
    fill(journal)
    said = {
        "passphrase": PASSPHRASE,
        "recovery key": list(recovery_key.lines_of(key)),
        "changes": versions.last_change(held),
        "records": {
            record.id: {"kind": record.KIND, "body": codec.encode(record)}
            for record in journal.snapshot.records.values()
        },
        "drafts": journal.drafts(),
    }
    held.close()
    text = json.dumps(said, indent=1, ensure_ascii=False)
    path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


def fill(journal: OpenJournal) -> None:
    """Write every kind once, an edit, the trash, an undo, a long text, a file and a draft."""
    for kind in ALL_KINDS:
        if kind is not Attachment:
            journal.record(values.plain(kind, RecordId(f"a {kind.KIND}")))
            journal.record(values.full(kind, RecordId(f"a full {kind.KIND}")))
    journal.amend(Note(id=RecordId("a long note"), written=WRITTEN, text="A long day. " * 900))
    journal.amend(Note(id=RecordId("a note"), written=WRITTEN, text="é ﬁ 👩‍👧 \0 kept as typed"))
    journal.undo()
    journal.redo()
    journal.trash(RecordId("a question"))
    photo = Attachment(
        id=RecordId("a photo"),
        written=WRITTEN,
        name="knee.jpg",
        media_type="image/jpeg",
        size=4,
    )
    journal.attach(photo, b"knee")
    journal.save_draft("today/line", "headache 6 yest")


if __name__ == "__main__":
    main()
