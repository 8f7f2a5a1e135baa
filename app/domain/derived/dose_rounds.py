"""By day since the dose: a symptom's readings laid over the days of each round. It shows and counts only."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.derived.bins import middle_of
from app.domain.derived.gaps import days_of
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import RoundDay
from app.domain.journal import Journal
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.treatments import ChangeKind

FEWEST_ROUNDS = 3  # document.md 12.2


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseRounds:
    """The rounds of one treatment and one symptom. Days without a reading are absent."""

    treatment: Treatment
    readings: Readings
    every: int
    rounds: int
    days: tuple[RoundDay, ...]
    last_dose: date
    next_dose: date


def dose_days(journal: Journal, treatment: Treatment, today: date) -> tuple[date, ...]:
    """The days a dose was taken on, oldest first."""
    days = {
        days_of(change.when)[0]
        for change in journal.of(TreatmentChange)
        if change.treatment == treatment.id and change.change is ChangeKind.TAKEN and days_of(change.when)
    }
    return tuple(sorted(day for day in days if day <= today))


def dose_rounds(
    journal: Journal, treatment: Treatment, readings: Readings, today: date, *, every: int | None = None
) -> DoseRounds | None:
    """The readings by day since the dose, or None with fewer than three rounds that hold a reading.

    A day counts to the last dose before it. Days beyond the round's length (a late dose) are left out.
    `every` is the round's length where the treatment itself does not say it.
    """
    every = treatment.dose_every_days or every
    doses = dose_days(journal, treatment, today)
    if every is None or len(doses) < FEWEST_ROUNDS:
        return None
    held: dict[int, list[int]] = {}
    used: set[int] = set()
    for day, level in readings.rated:
        at = bisect_right(doses, day) - 1
        since = (day - doses[at]).days if at >= 0 else every
        if since < every and day <= today:
            held.setdefault(since, []).append(level)
            used.add(at)
    if len(used) < FEWEST_ROUNDS:
        return None
    return DoseRounds(
        treatment=treatment,
        readings=readings,
        every=every,
        rounds=len(used),
        days=tuple(_day(since, held[since]) for since in sorted(held)),
        last_dose=doses[-1],
        next_dose=doses[-1] + timedelta(days=every),
    )


def _day(since: int, levels: list[int]) -> RoundDay:
    return RoundDay(
        day=since,
        lowest=min(levels),
        middle=middle_of(levels),
        highest=max(levels),
        count=len(levels),
    )
