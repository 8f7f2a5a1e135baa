"""The readings of one symptom, with those of symptoms that were made one with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.derived.gaps import days_of
from app.domain.derived.readings import Readings, readings_for
from app.domain.journal import Journal
from app.domain.records import Symptom, SymptomEntry
from app.domain.records.record import RecordId
from app.domain.records.when import last_of_month

MONTHS = 6
_DECEMBER = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A symptom and all its readings, the newest first."""

    symptom: Symptom
    entries: tuple[SymptomEntry, ...]

    def between(self, first: date, last: date) -> tuple[SymptomEntry, ...]:
        """The readings of days that are known, `first` to `last`."""
        return tuple(
            entry for entry in self.entries if any(first <= day <= last for day in days_of(entry.when))
        )


def kept_readings(journal: Journal) -> dict[RecordId, Kept]:
    """Every symptom that stands for itself, with its readings, in one pass over the journal."""
    ends = {symptom.id: journal.symptom(symptom.id) for symptom in journal.of(Symptom)}
    held: dict[RecordId, list[SymptomEntry]] = {end.id: [] for end in ends.values() if end is not None}
    for entry in journal.of(SymptomEntry):
        end = ends.get(entry.symptom)
        if end is not None:
            held[end.id].append(entry)
    return {
        key: Kept(symptom=symptom, entries=tuple(sorted(entries, key=_time, reverse=True)))
        for key, entries in held.items()
        if (symptom := journal.get(Symptom, key)) is not None
    }


def with_readings(
    journal: Journal, before: Mapping[RecordId, tuple[Kept, Readings]]
) -> dict[RecordId, tuple[Kept, Readings]]:
    """Every symptom with its readings and what they say; worked out anew only where `before` differs."""
    held: dict[RecordId, tuple[Kept, Readings]] = {}
    for key, kept in kept_readings(journal).items():
        known = before.get(key)
        same = known is not None and known[0] == kept
        rated = known[1] if known is not None and same else readings_for(journal, kept.symptom, kept.entries)
        held[key] = (kept, rated)
    return held


def in_order(journal: Journal) -> tuple[Symptom, ...]:
    """The symptoms that stand for themselves in the person's order, those no longer tracked last."""
    held = [symptom for symptom in journal.of(Symptom) if symptom.merged_into is None]
    return tuple(sorted(held, key=place_of))


def place_of(symptom: Symptom) -> tuple[object, ...]:
    """Where a symptom stands in the list."""
    return (symptom.retired, symptom.order, symptom.name.casefold(), symptom.id)


def six_months_before(today: date) -> date:
    """The first of the last six months' days: 13 November for 12 May."""
    month = today.month - MONTHS
    year = today.year if month > 0 else today.year - 1
    first = date(year, month if month > 0 else month + _DECEMBER, 1)
    return min(first + timedelta(days=today.day - 1), last_of_month(first)) + timedelta(days=1)


def _time(entry: SymptomEntry) -> tuple[object, ...]:
    return (entry.when.is_dated, entry.when.sort_key, entry.written, entry.id)
