"""A bad day, noted with one key."""

from dataclasses import replace
from datetime import datetime

from app.domain.journal import Journal
from app.domain.quick_line import day_it_counts_to
from app.domain.records import Day
from app.domain.records.record import RecordId
from app.domain.records.symptoms import DayKind
from app.domain.records.when import on_day
from app.services.changes import Change
from app.services.clock import NewId
from app.services.open_journal import OpenJournal


def note_bad_day(journal: OpenJournal, moment: datetime, new_id: NewId) -> Change:
    """Note a bad day; a second time on the same day adds the time, and not a second day.

    Between midnight and five it counts to the night before (product.md).
    """
    there = _bad_day_of(journal.snapshot, moment)
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
    )
    return journal.record(day, what="Noted a bad day")


def _bad_day_of(journal: Journal, moment: datetime) -> Day | None:
    wanted = day_it_counts_to(moment)
    found = (day for day in journal.of(Day) if day.day is DayKind.BAD_DAY and day.when.day == wanted)
    return next(found, None)
