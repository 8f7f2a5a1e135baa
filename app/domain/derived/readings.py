"""The readings of each symptom, merged symptoms under one name, in one pass over the journal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import chain

from app.domain.derived.gaps import days_of
from app.domain.journal import Journal
from app.domain.records import Symptom, SymptomEntry
from app.domain.records.record import RecordId

ATTACK_DAYS_OF = 6  # readings on fewer than 1 day in 6 ...
ATTACK_LOWEST = 3  # ... and none below 3: it comes in attacks (document.md 8)
FEWEST_DAYS = 10  # below that nothing is said about how it comes


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """One symptom's readings. `rated` are day and severity, a span counting once, at its first day.

    `entries` counts all of them, also those without a number; `days` are all days it was felt on. A 0 of a
    symptom that comes in attacks is a day without it, so it tells of the day and is not a reading.
    """

    symptom: Symptom
    ids: frozenset[RecordId]  # its own, and those of the symptoms that were made one with it
    attack_like: bool
    entries: int
    rated: tuple[tuple[date, int], ...]
    days: frozenset[date]

    def between(self, first: date, last: date) -> tuple[int, ...]:
        """The severities written for `first` to `last`."""
        return tuple(severity for day, severity in self.rated if first <= day <= last)

    def days_between(self, first: date, last: date) -> int:
        """On how many of these days it was felt."""
        return sum(first <= day <= last for day in self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What readings say, and all that it was worked out from."""

    told_from: tuple[Symptom, frozenset[RecordId], tuple[SymptomEntry, ...]]
    readings: Readings


def readings_of(journal: Journal) -> tuple[Readings, ...]:
    """Every symptom that has a reading, in order of its id."""
    ids: dict[RecordId, set[RecordId]] = {}
    for symptom in journal.of(Symptom):
        end = journal.symptom(symptom.id)
        if end is not None:
            ids.setdefault(end.id, set()).add(symptom.id)
    held = ((journal.symptom(end), names, entries_of(journal, names)) for end, names in sorted(ids.items()))
    return tuple(
        _said(journal, symptom, frozenset(names), entries)
        for symptom, names, entries in held
        if symptom is not None and entries
    )


def entries_of(journal: Journal, names: Iterable[RecordId]) -> tuple[SymptomEntry, ...]:
    """The readings of one symptom, or of several that were made one: the newest first, undated ones last."""
    held = [journal.readings_of(name) for name in sorted(names)]
    return held[0] if len(held) == 1 else tuple(merge(*held, key=_time, reverse=True))


def readings_for(journal: Journal, symptom: Symptom, entries: Iterable[SymptomEntry]) -> Readings:
    """The same of one symptom whose entries are known, those of symptoms made one with it too."""
    ids = (one.id for one in journal.of(Symptom) if journal.symptom(one.id) == symptom)
    return _said(journal, symptom, frozenset(ids), tuple(entries))


def count_readings(journal: Journal) -> int:
    """Readings of all kinds, as page 1 counts them."""
    return sum(held.entries for held in readings_of(journal))


def _said(
    journal: Journal, symptom: Symptom, ids: frozenset[RecordId], entries: tuple[SymptomEntry, ...]
) -> Readings:
    """What these readings say; worked out anew only where it was last worked out from others.

    Journals that follow each other share it: most changes leave most symptoms as they are.
    """
    told_from = (symptom, ids, entries)
    known = journal.said_of.get(symptom.id)
    if isinstance(known, _Known) and known.told_from == told_from:
        return known.readings
    readings = _readings(symptom, ids, entries)
    journal.said_of[symptom.id] = _Known(told_from=told_from, readings=readings)
    return readings


def _time(entry: SymptomEntry) -> tuple[object, ...]:
    return (entry.when.is_dated, entry.when.sort_key, entry.written, entry.id)


def _readings(symptom: Symptom, ids: frozenset[RecordId], entries: Sequence[SymptomEntry]) -> Readings:
    dated = [(days_of(entry.when), entry.severity) for entry in entries]
    felt = [(on, severity) for on, severity in dated if severity != 0]
    days = frozenset(chain.from_iterable(on for on, _ in felt))
    attack_like = symptom.attack_like
    if attack_like is None:
        attack_like = _comes_in_attacks([severity for _, severity in felt], days)
    counted = felt if attack_like else dated
    rated = [(on[0], severity) for on, severity in counted if severity is not None and on]
    return Readings(
        symptom=symptom,
        ids=ids,
        attack_like=attack_like,
        entries=len(counted),
        rated=tuple(sorted(rated)),
        days=days,
    )


def _comes_in_attacks(levels: list[int | None], days: frozenset[date]) -> bool:
    """Readings on fewer than 1 day in 6 and none below 3; a few readings say nothing yet."""
    known = [level for level in levels if level is not None]
    if len(days) < FEWEST_DAYS or not known or min(known) < ATTACK_LOWEST:
        return False
    span = (max(days) - min(days)).days + 1
    return len(days) * ATTACK_DAYS_OF < span
