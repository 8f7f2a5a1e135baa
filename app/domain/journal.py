"""The journal: one person's whole record as an immutable value."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from app.domain.records import Clinician, Condition, Person, Record, Symptom, Treatment
from app.domain.records.record import RecordId

R = TypeVar("R", bound=Record)


class Journal:
    """Every record by its id, newest version only. A change makes a new journal; this one never changes.

    Trashed records are in it; `of` leaves them out and `trashed` lists them.
    """

    __slots__ = ("_by_kind", "_records")

    def __init__(self, records: Mapping[RecordId, Record] | None = None) -> None:
        """Hold a copy of `records`."""
        self._records: dict[RecordId, Record] = dict(records or {})
        self._by_kind: dict[type[Record], tuple[Record, ...]] = {}  # filled when first asked

    @classmethod
    def holding(cls, *records: Record) -> "Journal":
        """A journal of these records."""
        return cls({record.id: record for record in records})

    def with_(self, *records: Record) -> "Journal":
        """This journal with `records` added, each in place of the one with its id."""
        later = Journal(self._records)
        later._records.update((record.id, record) for record in records)
        touched = {type(record) for record in records}
        later._by_kind = {kind: held for kind, held in self._by_kind.items() if kind not in touched}
        return later

    def without(self, *ids: RecordId) -> "Journal":
        """This journal without the records of these ids."""
        return Journal({key: held for key, held in self._records.items() if key not in set(ids)})

    @property
    def records(self) -> Mapping[RecordId, Record]:
        """All records by id, the trashed ones too."""
        return MappingProxyType(self._records)

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        """All records that are not in the trash."""
        return (record for record in self._records.values() if not record.trashed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Journal) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind that are not in the trash, in order of id."""
        if kind not in self._by_kind:
            held = (record for record in self if type(record) is kind)
            self._by_kind[kind] = tuple(sorted(held, key=lambda record: record.id))
        return self._by_kind[kind]  # type: ignore[return-value]

    def get(self, kind: type[R], key: RecordId | None) -> R | None:
        """The record of this kind and id, or None; also None if it is in the trash."""
        record = self._records.get(key) if key is not None else None
        if record is None or record.trashed or not isinstance(record, kind):
            return None
        return record

    @property
    def trashed(self) -> tuple[Record, ...]:
        """What is in the trash."""
        return tuple(record for record in self._records.values() if record.trashed)

    @property
    def person(self) -> Person | None:
        """Whose journal this is; None only before the first record."""
        return next(iter(self.of(Person)), None)

    def symptom(self, key: RecordId | None) -> Symptom | None:
        """The symptom of this id, following merges; None if unknown."""
        seen: set[RecordId] = set()
        while key is not None and key not in seen:
            seen.add(key)
            symptom = self.get(Symptom, key)
            if symptom is None or symptom.merged_into is None:
                return symptom
            key = symptom.merged_into
        return None

    def treatment(self, key: RecordId | None) -> Treatment | None:
        """The treatment of this id."""
        return self.get(Treatment, key)

    def clinician(self, key: RecordId | None) -> Clinician | None:
        """The clinician of this id."""
        return self.get(Clinician, key)

    def condition(self, key: RecordId | None) -> Condition | None:
        """The condition of this id."""
        return self.get(Condition, key)


def journal_of(records: Iterable[Record]) -> Journal:
    """A journal of any iterable of records."""
    return Journal({record.id: record for record in records})
