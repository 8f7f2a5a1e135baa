"""Times without any note. They are shown as they are: a gap is a gap, never filled and never explained."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from app.domain.derived.timeline_geometry import ONE_DAY
from app.domain.journal import Journal
from app.domain.records import (
    Day,
    Event,
    Measurement,
    Note,
    Question,
    SymptomEntry,
    TreatmentChange,
    Visit,
)
from app.domain.records.notes import NoteTopic
from app.domain.records.record import Record
from app.domain.records.when import Precision, When

LONG_GAP = 14  # days without any note that are worth showing (document.md 8)
LONGEST_SPAN = 366  # a span of notes longer than a year says nothing about single days

_DATED_KINDS: tuple[type[Record], ...] = (
    SymptomEntry,
    Day,
    Note,
    Question,
    TreatmentChange,
    Visit,
    Event,
    Measurement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The first and the last day without a note."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days long."""
        return (self.last - self.first).days + 1


def days_of(when: When | None) -> tuple[date, ...]:
    """The days a moment is known to cover; none where the day itself is not known."""
    if when is None or when.first is None or when.last is None or when.is_fuzzy:
        return ()
    if when.precision is not Precision.SPAN:
        return (when.first,)
    days = min((when.last - when.first).days, LONGEST_SPAN)
    return tuple(when.first + timedelta(days=at) for at in range(days + 1))


def noted_days(journal: Journal) -> frozenset[date]:
    """Every day anything was noted for. A line remembered about a gap does not fill it."""
    days: set[date] = set()
    for kind in _DATED_KINDS:
        for record in journal.of(kind):
            if not (isinstance(record, Note) and record.topic is NoteTopic.GAP):
                days.update(days_of(getattr(record, "when", None)))
    return frozenset(days)


def gaps_between(
    noted: frozenset[date],
    since: date,
    today: date,
    *,
    hidden: frozenset[date] = frozenset(),
    at_least: int = LONG_GAP,
) -> tuple[Gap, ...]:
    """Gaps of `at_least` days from the first noted day on or after `since` to `today`, oldest first.

    A gap that holds one of the `hidden` days is not a gap: something that is left out was noted there.
    """
    known = sorted(day for day in noted if since <= day <= today)
    if not known:
        return ()
    edges = [*known, today + ONE_DAY]
    found = (Gap(first=a + ONE_DAY, last=b - ONE_DAY) for a, b in pairwise(edges) if b - a > ONE_DAY)
    return tuple(
        gap
        for gap in found
        if gap.days >= at_least and not any(gap.first <= day <= gap.last for day in hidden)
    )


def days_in_gaps(gaps: tuple[Gap, ...], first: date, last: date) -> int:
    """How many of the days `first` to `last` lie in one of `gaps`."""
    covered = ((max(gap.first, first), min(gap.last, last)) for gap in gaps)
    return sum((end - start).days + 1 for start, end in covered if start <= end)
