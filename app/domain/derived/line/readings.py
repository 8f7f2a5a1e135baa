"""The readings of a symptom on the line: a hundred thousand of them cost no more than their records."""

from collections.abc import Iterator, Sequence
from typing import overload

from app.domain.derived.line.lanes import Shape, Thing
from app.domain.derived.timeline import LATE
from app.domain.records import SymptomEntry
from app.domain.records.record import RecordId


class Readings(Sequence[Thing]):
    """Readings of known days in order of time, each made a thing only when it is looked at."""

    __slots__ = ("records",)

    def __init__(self, records: tuple[SymptomEntry, ...]) -> None:
        """Hold `records`, which are in order."""
        self.records = records

    def __len__(self) -> int:
        return len(self.records)

    @property
    def ids(self) -> Iterator[RecordId]:
        """The ids, without making things of the records."""
        return (record.id for record in self.records)

    @overload
    def __getitem__(self, at: int) -> Thing: ...

    @overload
    def __getitem__(self, at: slice) -> "Readings": ...

    def __getitem__(self, at: int | slice) -> "Thing | Readings":
        if isinstance(at, slice):
            return Readings(self.records[at])
        return reading_thing(self.records[at])

    def __iter__(self) -> Iterator[Thing]:
        return map(reading_thing, self.records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Readings) and self.records == other.records

    def __hash__(self) -> int:
        return hash(self.records)


def reading_thing(record: SymptomEntry) -> Thing:
    """A reading as a thing."""
    when = record.when
    return Thing(
        id=record.id,
        first=when.earliest,
        last=when.latest,
        shape=Shape.READING,
        rough=when.is_fuzzy,
        late=is_late(record),
        severity=record.severity,
    )


def is_late(record: SymptomEntry) -> bool:
    """Whether it was written down long after."""
    return record.when.is_dated and (record.written.date() - record.when.latest).days > LATE


def is_exact(record: SymptomEntry) -> bool:
    """Whether it was on one day that is known."""
    return record.when.day is not None and not record.when.is_fuzzy
