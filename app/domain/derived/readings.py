"""The readings of each symptom, merged symptoms under one name, in one pass over the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

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


def readings_of(journal: Journal) -> tuple[Readings, ...]:
    """Every symptom that has a reading, in order of its id."""
    held: dict[RecordId, list[SymptomEntry]] = {}
    ends = {symptom.id: journal.symptom(symptom.id) for symptom in journal.of(Symptom)}
    for entry in journal.of(SymptomEntry):
        symptom = ends.get(entry.symptom)
        if symptom is not None:
            held.setdefault(symptom.id, []).append(entry)
    ids: dict[RecordId, set[RecordId]] = {}
    for key, end in ends.items():
        if end is not None:
            ids.setdefault(end.id, set()).add(key)
    found = ((journal.symptom(key), entries) for key, entries in sorted(held.items()))
    return tuple(
        _readings(symptom, frozenset(ids[symptom.id]), entries)
        for symptom, entries in found
        if symptom is not None
    )


def readings_for(journal: Journal, symptom: Symptom, entries: Iterable[SymptomEntry]) -> Readings:
    """The same of one symptom whose entries are known, those of symptoms made one with it too."""
    ids = (one.id for one in journal.of(Symptom) if journal.symptom(one.id) == symptom)
    return _readings(symptom, frozenset(ids), list(entries))


def count_readings(journal: Journal) -> int:
    """Readings of all kinds, as page 1 counts them."""
    return sum(held.entries for held in readings_of(journal))


def _readings(symptom: Symptom, ids: frozenset[RecordId], entries: list[SymptomEntry]) -> Readings:
    felt = [entry for entry in entries if entry.severity != 0]
    days = frozenset(day for entry in felt for day in days_of(entry.when))
    attack_like = symptom.attack_like
    if attack_like is None:
        attack_like = _comes_in_attacks([entry.severity for entry in felt], days)
    counted = felt if attack_like else entries
    rated = [
        (days_of(entry.when)[0], entry.severity)
        for entry in counted
        if entry.severity is not None and days_of(entry.when)
    ]
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
