"""Which suggestions are in the journal already: a fact is kept once, however often it is brought in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from app.domain.journal import Journal
from app.domain.records import (
    Allergy,
    Clinician,
    Condition,
    Contact,
    Event,
    Measurement,
    NoneKnown,
    Note,
    Person,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import RecordId
from app.domain.records.when import When

V = TypeVar("V")
_Key = tuple[object, ...]
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What is new, with references turned to what the journal already has, and what is known already.

    `known` holds, for each of `already`, the id it has in the journal.
    """

    new: tuple[Record, ...]
    already: tuple[Record, ...]
    known: tuple[RecordId, ...] = ()


def match(suggested: Iterable[Record], journal: Journal) -> Matched:
    """Sort suggestions into new and known. The trash counts as known: what was thrown away stays away."""
    known = _known(journal)
    same: dict[str, str] = {}
    seen: dict[Record, str] = {}  # within the file only what says exactly the same is the same
    new: list[Record] = []
    already: list[Record] = []
    same_as: list[RecordId] = []
    for record in suggested:
        pointed = with_ids(record, same)
        bare = _bare(pointed)
        found = next((known[key] for key in _keys(pointed) if key in known), seen.get(bare))
        if found is None:
            seen[bare] = pointed.id
            new.append(pointed)
        else:
            same[record.id] = found
            already.append(pointed)
            same_as.append(RecordId(found))
    return Matched(new=with_one_person(new, journal), already=tuple(already), known=tuple(same_as))


def with_ids(value: V, ids: dict[str, str]) -> V:
    """A copy of a value with every id that stands in `ids` replaced."""
    if isinstance(value, str):
        return ids.get(value, value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(with_ids(item, ids) for item in value)  # type: ignore[return-value]
    if not ids or not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for field in fields(value):
        before = getattr(value, field.name)
        after = with_ids(before, ids)
        if after != before:
            changed[field.name] = after
    return replace(value, **changed) if changed else value


def with_one_person(new: Sequence[Record], journal: Journal) -> tuple[Record, ...]:
    """A file's person never becomes a second one: it fills what the journal's person has left empty."""
    person = journal.person
    people = [record for record in new if isinstance(record, Person)]
    others = [record for record in new if not isinstance(record, Person)]
    if person is None:
        return (*people[:1], *others)
    for suggested in people:
        empty = {
            field.name: getattr(suggested, field.name)
            for field in fields(Person)
            if field.name not in {"id", "written", "source", "name"} and not getattr(person, field.name)
        }
        empty = {name: value for name, value in empty.items() if value}
        if empty:
            others.insert(0, replace(person, **empty))
        person = replace(person, **empty)
    return tuple(others)


def _known(journal: Journal) -> dict[_Key, RecordId]:
    known = {_key(record): record.id for record in journal.records.values()}
    known.update((_name_key(record), record.id) for record in journal if record.source is None)
    for symptom in journal.of(Symptom):
        known.update((_symptom_key(name), symptom.id) for name in (*symptom.other_names, symptom.name))
    known.update((_code_key(record), record.id) for record in journal.records.values())
    return known


def _keys(record: Record) -> tuple[_Key, ...]:
    return _code_key(record), _key(record), _name_key(record)


def _code_key(record: Record) -> _Key:
    """The file's own number for it, with what it says: two courses of one medicine stay two."""
    code = record.source.code if record.source is not None else record.id
    return (code, *_key(record))


def _bare(record: Record) -> Record:
    return replace(record, id=RecordId("-"), written=_NEVER, source=None)


def _key(record: Record) -> _Key:
    """What makes two imported records the same fact."""
    describe = _KEYS.get(type(record))
    return (record.KIND, *describe(record)) if describe is not None else (record.KIND, record.id)


def _name_key(record: Record) -> _Key:
    """A name alone tells the same condition, allergy, treatment or person where the journal's is typed."""
    name = getattr(record, "name", "") or getattr(record, "substance", "")
    by_name = isinstance(record, (Condition, Allergy, Treatment, Clinician, Contact)) and name
    return (record.KIND, "name", _folded(name)) if by_name else (record.KIND, "id", record.id)


def _symptom_key(name: str) -> _Key:
    return (Symptom.KIND, _folded(name))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _at(when: When | None) -> object:
    return when.sort_key if when is not None else None


def _of(kind: type[Any], describe: Callable[[Any], _Key]) -> tuple[type[Record], Callable[[Any], _Key]]:
    return kind, describe


_KEYS: dict[type[Record], Callable[[Any], _Key]] = dict(
    (
        _of(Person, lambda r: (_folded(r.full_name or r.name), _at(r.born))),
        _of(Condition, lambda r: (_folded(r.name), _at(r.onset))),
        _of(Allergy, lambda r: (_folded(r.substance),)),
        _of(NoneKnown, lambda r: (r.of,)),
        _of(Treatment, lambda r: (_folded(r.name),)),
        _of(TreatmentChange, lambda r: (r.treatment, r.change, _at(r.when), r.planned)),
        _of(Clinician, lambda r: (_folded(r.name),)),
        _of(Contact, lambda r: (_folded(r.name),)),
        _of(Symptom, lambda r: (_folded(r.name),)),
        _of(SymptomEntry, lambda r: (r.symptom, _at(r.when), r.severity, _folded(r.note))),
        _of(Note, lambda r: (_folded(r.text), r.about)),
        _of(Visit, lambda r: (_at(r.when), r.clinician, _folded(r.reason))),
        _of(Event, lambda r: (r.event, _folded(r.title), _at(r.when))),
        _of(Measurement, lambda r: (_folded(r.name), _at(r.when), r.value, r.second, r.unit, r.words)),
    )
)
