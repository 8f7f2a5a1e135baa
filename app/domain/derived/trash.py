"""What is in the trash, as the list of it shows: what each is called and when it was put there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.derived.belonging import happened
from app.domain.derived.in_short import in_short
from app.domain.derived.naming import kind_name
from app.domain.journal import Journal
from app.domain.records.record import Record, RecordId
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrownAway:
    """One record in the trash: "knee pain 5 of 10, 11 May 2026", its kind, and since when it is here."""

    id: RecordId
    name: str
    kind: str
    put_here: datetime | None

    def since(self, words: Wording) -> str:
        """Since when it is here: "put here 12 May 2026"."""
        if self.put_here is None:
            return ""
        return words.say("trash.since", "put here {date}", date=words.day(self.put_here.date()))


def in_the_trash(
    journal: Journal, put_here: Mapping[RecordId, datetime], words: Wording
) -> tuple[ThrownAway, ...]:
    """Everything in the trash, what was put there last first."""
    found = [
        ThrownAway(
            id=record.id,
            name=called(record, journal, words),
            kind=record.KIND,
            put_here=put_here.get(record.id),
        )
        for record in journal.trashed
    ]
    return tuple(sorted(found, key=_newest_first))


def called(record: Record, journal: Journal, words: Wording) -> str:
    """What a record is called where nothing else stands beside it: its words and the day it happened."""
    name = in_short(journal, [record], words) or kind_name(type(record), 1, words)
    when = happened(record)
    if when is None or not when.is_dated:
        return name
    return words.say("trash.name", "{name}, {date}", name=name, date=words.when(when))


def _newest_first(one: ThrownAway) -> tuple[float, str]:
    return (-one.put_here.timestamp() if one.put_here else 0.0), one.id
