"""Which suggestions are kept: what belongs to something left out is left out with it."""

from collections.abc import Iterable

from app.domain.records import Record
from app.domain.records.record import RecordId


def needs(record: Record) -> frozenset[RecordId]:
    """What a record makes no sense without: a change its treatment, a reading its symptom."""
    found = (getattr(record, name, None) for name in ("treatment", "symptom"))
    ids = {str(one.id) if isinstance(one, Record) else one for one in found}
    return frozenset(RecordId(one) for one in ids if isinstance(one, str))


def leave_out(records: Iterable[Record], left: frozenset[RecordId]) -> frozenset[RecordId]:
    """These, and everything that makes no sense without them."""
    records = tuple(records)
    more = left | {record.id for record in records if needs(record) & left}
    return left if more == left else leave_out(records, more)


def take_in(
    records: Iterable[Record], left: frozenset[RecordId], wanted: frozenset[RecordId]
) -> frozenset[RecordId]:
    """What stays left out once `wanted` are kept, with what they belong to."""
    by_id = {record.id: record for record in records}
    kept = set(wanted)
    for key in wanted:
        kept |= needs(by_id[key])
    return left - kept
