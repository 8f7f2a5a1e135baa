"""The readings of one symptom, with those of symptoms that were made one with it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.derived.gaps import LONGEST_SPAN, days_of
from app.domain.derived.readings import Readings, entries_of, readings_for
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
        longest = first.toordinal() - LONGEST_SPAN  # what began before has no day from `first` on
        start = bisect_left(self.entries, (False, -last.toordinal()), key=_newest_first)
        end = bisect_right(self.entries, (False, -longest), key=_newest_first)
        return tuple(
            entry
            for entry in self.entries[start:end]
            if any(first <= day <= last for day in days_of(entry.when))
        )


def _newest_first(entry: SymptomEntry) -> tuple[bool, int]:
    """Where a reading stands among all: what has no date comes last."""
    return (not entry.when.is_dated, -entry.when.earliest.toordinal())


def kept_readings(journal: Journal) -> dict[RecordId, Kept]:
    """Every symptom that stands for itself, with its readings."""
    named: dict[RecordId, list[RecordId]] = {}
    for symptom in journal.of(Symptom):
        end = journal.symptom(symptom.id)
        if end is not None:
            named.setdefault(end.id, []).append(symptom.id)
    return {
        key: Kept(symptom=kept, entries=entries_of(journal, names))
        for key, names in named.items()
        if (kept := journal.get(Symptom, key)) is not None
    }


def with_readings(journal: Journal) -> dict[RecordId, tuple[Kept, Readings]]:
    """Every symptom with its readings and what they say."""
    return {
        key: (kept, readings_for(journal, kept.symptom, kept.entries))
        for key, kept in kept_readings(journal).items()
    }


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
