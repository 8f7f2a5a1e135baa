"""What someone typed for the person today, to be read back to them (interface.md 14.9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.derived.in_short import in_short
from app.domain.derived.naming import kind_name
from app.domain.derived.today_written import written_lines
from app.domain.journal import Journal
from app.domain.records import Record
from app.domain.records.record import RecordId
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """One thing to hear: what it is, and the person's own words in it."""

    record: RecordId
    thing: str
    words: str = ""
    spoken: str = ""


def read_back(
    journal: Journal, name: str, wrote: Iterable[RecordId], now: datetime, words: Wording
) -> tuple[ReadLine, ...]:
    """All that NAME wrote today, and what of older things they changed; oldest first."""
    today = [
        record.id
        for record in sorted(journal, key=lambda held: (held.written, held.id))
        if record.typed_by == name and record.written.astimezone(now.tzinfo).date() == now.date()
    ]
    keys = dict.fromkeys((*today, *wrote))
    found = [held for key in keys if (held := journal.get(Record, key)) is not None]
    return tuple(_line(journal, record, now, words) for record in found)


def _line(journal: Journal, record: Record, now: datetime, words: Wording) -> ReadLine:
    line = next(iter(written_lines(journal, [record], now, words)), None)
    if line is not None:
        thing = " ".join(part for part in (line.thing, line.value) if part)
        return ReadLine(record=record.id, thing=thing, words=line.words, spoken=line.spoken)
    name = in_short(journal, [record], words) or kind_name(type(record), 1, words)
    return ReadLine(record=record.id, thing=name, spoken=name)
