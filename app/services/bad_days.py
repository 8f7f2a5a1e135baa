"""A bad day, noted with one key, and what may be added to it with one tap each."""

from dataclasses import replace
from datetime import datetime

from app.domain.journal import Journal
from app.domain.quick_line import day_it_counts_to
from app.domain.records import Day, SymptomEntry, TreatmentChange
from app.domain.records.record import RecordId, SymptomId, TreatmentId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import PartOfDay, at_time, on_day, part_of_day
from app.services.changes import Change
from app.services.clock import NewId
from app.services.open_journal import OpenJournal


def note_bad_day(
    journal: OpenJournal, moment: datetime, new_id: NewId, *, from_cover: bool = False
) -> Change:
    """Note a bad day; a second time on the same day adds the time, and not a second day.

    Between midnight and five it counts to the night before (product.md).
    """
    there = bad_day_of(journal.seen, moment)
    at = moment.time().replace(second=0, microsecond=0, tzinfo=None)
    if there is not None:
        times = (*there.times, *(() if at in there.times else (at,)))
        return journal.amend(replace(there, times=times), what="Noted a bad day again")
    day = Day(
        id=RecordId(new_id()),
        written=moment,
        day=DayKind.BAD_DAY,
        when=on_day(day_it_counts_to(moment)),
        times=(at,),
        from_cover=from_cover,
    )
    return journal.record(day, what="Noted a bad day")


def bad_day_of(journal: Journal, moment: datetime) -> Day | None:
    """The bad day that a moment belongs to, if it is noted."""
    wanted = day_it_counts_to(moment)
    found = (day for day in journal.of(Day) if day.day is DayKind.BAD_DAY and day.when.day == wanted)
    return next(found, None)


def note_symptom(journal: OpenJournal, symptom: RecordId, moment: datetime, key: RecordId) -> Change:
    """Note that a symptom is there, before anyone says how bad; after midnight it is of the night before."""
    day = day_it_counts_to(moment)
    here = at_time(moment) if day == moment.date() else part_of_day(day, PartOfDay.NIGHT)
    return journal.record(SymptomEntry(id=key, written=moment, symptom=SymptomId(symptom), when=here))


def say_how_bad(journal: OpenJournal, entry: RecordId, severity: int | None) -> Change:
    """Set the number of a reading that was noted, or take it away."""
    there = journal.seen.get(SymptomEntry, entry)
    return journal.amend(*([replace(there, severity=severity)] if there is not None else []))


def note_taken(journal: OpenJournal, treatment: RecordId, moment: datetime, key: RecordId) -> Change:
    """Note that a treatment was taken, now."""
    return journal.record(
        TreatmentChange(
            id=key,
            written=moment,
            treatment=TreatmentId(treatment),
            change=ChangeKind.TAKEN,
            when=at_time(moment),
        )
    )
