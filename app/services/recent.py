"""What was done in a journal lately, with what each command wrote."""

from datetime import datetime

from app.domain.derived.recent import Done
from app.services.open_journal import OpenJournal


def done_lately(journal: OpenJournal, most: int) -> tuple[Done, ...]:
    """Read the last commands, the newest first."""
    rows = journal.recent(most)
    wrote = journal.written_by(rows[-1].number) if rows else {}
    return tuple(
        Done(
            number=row.number,
            at=datetime.fromisoformat(row.at),
            what=row.what,
            ids=wrote.get(row.number, ()),
            undoes=row.undoes,
        )
        for row in rows
    )
