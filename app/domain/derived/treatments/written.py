"""What the panels beside a treatment count from: the readings, and since when. Worked out once."""

from dataclasses import dataclass, field
from datetime import date

from app.domain.derived.readings import Readings, readings_of
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.journal import Journal
from app.domain.records import Record, Symptom, SymptomEntry
from app.domain.records.record import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The readings of every symptom, in the person's order, with the time that was written about."""

    readings: tuple[Readings, ...]
    since: date
    source: tuple[tuple[Record, ...], ...] = field(default=(), compare=False, repr=False)

    def of(self, symptom: RecordId) -> Readings | None:
        """The readings of one symptom."""
        return next((held for held in self.readings if held.symptom.id == symptom), None)


def written(journal: Journal, today: date, before: Written | None = None) -> Written:
    """One pass over the journal; the time begins with the first reading that has a number.

    `before` is what it was before a change: where no reading changed, its readings are taken over.
    """
    source = (journal.of(SymptomEntry), journal.of(Symptom))
    same = before is not None and all(a is b for a, b in zip(before.source, source, strict=True))
    held = before.readings if before is not None and same else _readings(journal)
    since = min((one.rated[0][0] for one in held), default=today)
    return Written(readings=held, since=since, source=source)


def _readings(journal: Journal) -> tuple[Readings, ...]:
    return tuple(sorted((one for one in readings_of(journal) if one.rated), key=_own_order))


def usual_symptom(story: TreatmentStory, told: Written) -> Readings | None:
    """What it is for by name, else by a condition they share, else the person's first symptom.

    A symptom with a number for most days comes before one that comes in attacks.
    """
    treatment = story.treatment
    named = [held for held in told.readings if held.ids.intersection(treatment.for_symptoms)]
    shared = [
        held for held in told.readings if set(treatment.for_conditions).intersection(held.symptom.conditions)
    ]
    for group in (named, shared, told.readings):
        found = sorted(group, key=_attacks_last)
        if found:
            return found[0]
    return None


def _own_order(held: Readings) -> tuple[object, ...]:
    return (held.symptom.order, held.symptom.name.casefold(), held.symptom.id)


def _attacks_last(held: Readings) -> bool:
    return held.attack_like
