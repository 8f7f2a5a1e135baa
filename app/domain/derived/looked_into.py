"""What a backup says beside the journal of today: how much is in it, and what it does not have."""

from dataclasses import dataclass

from app.domain.derived.trash import called
from app.domain.journal import Journal
from app.domain.records import Person
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An entry that would be missing, or would be as it was before, once the backup is put back."""

    name: str
    kind: str
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedInto:
    """Whose journal it is, how many entries it has, and what is newer than it."""

    whose: str
    entries: int
    newer: tuple[Missing, ...]


def looked_into(backup: Journal, today: Journal, words: Wording) -> LookedInto:
    """Compare a backup with the journal of today. What was destroyed since would come back."""
    newer = tuple(
        Missing(name=called(record, today, words), kind=record.KIND, changed=record.id in backup.records)
        for record in sorted(today, key=lambda one: (one.written, one.id), reverse=True)
        if backup.records.get(record.id) != record
    )
    person = backup.person
    entries = sum(1 for record in backup if not isinstance(record, Person))
    return LookedInto(whose=person.name if person is not None else "", entries=entries, newer=newer)
