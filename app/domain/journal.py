"""The journal: one person's whole record as an immutable value."""

from bisect import bisect_left
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import TypeVar, cast

from app.domain import records as kinds
from app.domain.by_symptom import BySymptom
from app.domain.ordered import Ordered
from app.domain.records.record import Record, RecordId

R = TypeVar("R", bound=Record)


_OVERLAY = 1_000  # changed records beside the others before the two are made one again


class Journal:
    """Every record by its id, newest version only. A change makes a new journal; this one never changes.

    Trashed records are in it; `of` leaves them out and `trashed` lists them. What changed lately lies over
    the rest, which later journals share: a change costs the same in a journal of twenty years.
    """

    __slots__ = ("_base", "_by_day", "_by_kind", "_by_symptom", "_by_writing", "_over", "said_of")

    def __init__(self, records: Mapping[RecordId, Record] | None = None) -> None:
        """Hold a copy of `records`."""
        self._base: dict[RecordId, Record] = dict(records or {})  # shared with later journals, never changed
        self._over: dict[RecordId, Record] = {}
        # filled when first asked
        self._by_kind: dict[type[Record], tuple[Record, ...]] = {}
        self._by_writing: Ordered | None = None
        self._by_day: Ordered | None = None
        self._by_symptom: BySymptom | None = None
        self.said_of: dict[
            RecordId, object
        ] = {}  # by `derived/readings.py`, with what it was worked out from

    @classmethod
    def holding(cls, *records: Record) -> "Journal":
        """A journal of these records."""
        return cls({record.id: record for record in records})

    def with_(self, *records: Record) -> "Journal":
        """This journal with `records` added, each in place of the one with its id."""
        later = Journal()
        later._base, later._over = self._base, {**self._over, **{record.id: record for record in records}}
        if len(later._over) > _OVERLAY:
            later._base, later._over = {**later._base, **later._over}, {}
        later._by_kind = {kind: _merged(held, kind, records) for kind, held in self._by_kind.items()}
        before = [held for record in records if (held := self._find(record.id)) is not None]
        after = list({record.id: record for record in records}.values())
        later._by_writing = self._by_writing.with_(before, after) if self._by_writing is not None else None
        later._by_day = self._by_day.with_(before, after) if self._by_day is not None else None
        later.said_of = self.said_of
        later._by_symptom = self._by_symptom.with_(before, after) if self._by_symptom is not None else None
        return later

    def prepare(self) -> None:
        """Put everything in its orders now: for the worker that opens a journal."""
        self._by_writing = self._by_writing or Ordered(_written, self._all())
        self._by_day = self._by_day or Ordered(_last_day, self._all())
        self._by_symptom = self._by_symptom or BySymptom(self._all())

    def without(self, *ids: RecordId) -> "Journal":
        """This journal without the records of these ids."""
        gone = frozenset(ids)
        return Journal({key: held for key, held in self.records.items() if key not in gone})

    @property
    def records(self) -> Mapping[RecordId, Record]:
        """All records by id, the trashed ones too."""
        held = ChainMap(self._over, self._base) if self._over else self._base
        return MappingProxyType(held)

    def __len__(self) -> int:
        return len(self._base) + sum(key not in self._base for key in self._over)

    def __iter__(self) -> Iterator[Record]:
        """All records that are not in the trash."""
        return (record for record in self._all() if not record.trashed)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Journal) and dict(self.records) == dict(other.records)

    __hash__ = None  # type: ignore[assignment]

    def _all(self) -> Iterator[Record]:
        over = self._over
        yield from (over.get(key, record) for key, record in self._base.items())
        yield from (record for key, record in over.items() if key not in self._base)

    def _find(self, key: RecordId) -> Record | None:
        return self._over.get(key) or self._base.get(key)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of one kind that are not in the trash, in order of id."""
        if kind not in self._by_kind:
            held = (record for record in self if type(record) is kind)
            self._by_kind[kind] = tuple(sorted(held, key=lambda record: record.id))
        return self._by_kind[kind]  # type: ignore[return-value]

    def written_since(self, moment: datetime) -> tuple[Record, ...]:
        """All records written at `moment` or later that are not in the trash, in the order of writing."""
        if self._by_writing is None:
            self._by_writing = Ordered(_written, self._all())
        return self._by_writing.since(moment.timestamp())

    def readings_since(self, day: date) -> "tuple[kinds.SymptomEntry, ...]":
        """Every reading that may be of `day` or later, in the order of days; none that has no date."""
        if self._by_day is None:
            self._by_day = Ordered(_last_day, self._all())
        return cast("tuple[kinds.SymptomEntry, ...]", self._by_day.since(day.toordinal()))

    def readings_of(self, symptom: RecordId) -> "tuple[kinds.SymptomEntry, ...]":
        """Every reading that names this symptom, the newest first; those without a date come last."""
        if self._by_symptom is None:
            self._by_symptom = BySymptom(self._all())
        return self._by_symptom.of(symptom)

    def get(self, kind: type[R], key: RecordId | None) -> R | None:
        """The record of this kind and id, or None; also None if it is in the trash."""
        record = self._find(key) if key is not None else None
        if record is None or record.trashed or not isinstance(record, kind):
            return None
        return record

    @property
    def trashed(self) -> tuple[Record, ...]:
        """What is in the trash."""
        return tuple(record for record in self._all() if record.trashed)

    @property
    def person(self) -> "kinds.Person | None":
        """Whose journal this is; None only before the first record."""
        return next(iter(self.of(kinds.Person)), None)

    def symptom(self, key: RecordId | None) -> "kinds.Symptom | None":
        """The symptom of this id, following merges; None if unknown."""
        seen: set[RecordId] = set()
        while key is not None and key not in seen:
            seen.add(key)
            symptom = self.get(kinds.Symptom, key)
            if symptom is None or symptom.merged_into is None:
                return symptom
            key = symptom.merged_into
        return None

    def treatment(self, key: RecordId | None) -> "kinds.Treatment | None":
        """The treatment of this id."""
        return self.get(kinds.Treatment, key)

    def clinician(self, key: RecordId | None) -> "kinds.Clinician | None":
        """The clinician of this id."""
        return self.get(kinds.Clinician, key)

    def condition(self, key: RecordId | None) -> "kinds.Condition | None":
        """The condition of this id."""
        return self.get(kinds.Condition, key)


def journal_of(records: Iterable[Record]) -> Journal:
    """A journal of any iterable of records."""
    return Journal({record.id: record for record in records})


def _merged(held: tuple[Record, ...], kind: type[Record], changed: Iterable[Record]) -> tuple[Record, ...]:
    """The records of one kind after a change, still in order of id and without the trash."""
    mine = {record.id: record for record in changed if type(record) is kind}
    if not mine:
        return held
    later = list(held)
    for record in mine.values():
        at = bisect_left(later, record.id, key=_id_of)
        there = at < len(later) and later[at].id == record.id
        later[at : at + there] = [] if record.trashed else [record]
    return tuple(later)


def _written(record: Record) -> float | None:
    return None if record.trashed else record.written.timestamp()


def _last_day(record: Record) -> float | None:
    if record.trashed or type(record) is not kinds.SymptomEntry or record.when.last is None:
        return None
    return record.when.last.toordinal()


def _id_of(record: Record) -> RecordId:
    return record.id
