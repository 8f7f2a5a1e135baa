"""The records of a day as a whole, and of what is only a note."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from app.domain.journal import Journal
from app.domain.quick_line.dates import day_it_counts_to
from app.domain.quick_line.pen import Pen
from app.domain.quick_line.understood import Named
from app.domain.records import (
    Day,
    Note,
    Record,
    SymptomEntry,
)
from app.domain.records.record import (
    PRIVATE,
)
from app.domain.records.symptoms import DayKind
from app.domain.records.when import at_time


def write_bad_day(pen: Pen) -> Iterator[Record]:
    """A second one on the same day adds its time to the first (interface.md 11.4)."""
    counts_now = pen.when.day == day_it_counts_to(pen.now)
    made = (pen.now.time().replace(second=0, microsecond=0, tzinfo=None),) if counts_now else ()
    held = _held(pen, DayKind.BAD_DAY)
    if held is not None:
        note = "\n".join(text for text in (held.note, pen.understood.note) if text)
        added = tuple(moment for moment in made if moment not in held.times)
        yield replace(held, times=(*held.times, *added), note=note)
        return
    yield _day(pen, DayKind.BAD_DAY, times=made)


def write_no_symptoms(pen: Pen) -> Iterator[Record]:
    """One record a day; saying it again writes nothing new."""
    held = _held(pen, DayKind.NO_SYMPTOMS)
    yield _day(pen, DayKind.NO_SYMPTOMS) if held is None or pen.understood.note else held


def _held(pen: Pen, kind: DayKind) -> Day | None:
    same = (day for day in pen.journal.of(Day) if day.day is kind and day.when.day == pen.when.day)
    return next(same, None) if pen.when.day is not None else None


def _day(pen: Pen, kind: DayKind, *, times: tuple[time, ...] = ()) -> Day:
    return Day(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        day=kind,
        when=pen.when,
        times=times,
        note=pen.understood.note,
    )


def write_same(pen: Pen) -> Iterator[Record]:
    """Yesterday's last reading of each symptom again; a note where yesterday is empty."""
    readings = readings_of_yesterday(pen.journal, pen.now)
    if not readings:
        yield from write_note(pen)
    for entry in readings:
        yield SymptomEntry(
            id=pen.id(),
            written=pen.now,
            sharing=PRIVATE if pen.understood.private else entry.sharing,
            symptom=entry.symptom,
            when=at_time(pen.now),
            severity=entry.severity,
            where=entry.where,
        )


def readings_of_yesterday(journal: Journal, now: datetime) -> tuple[SymptomEntry, ...]:
    """The last reading of each symptom written for yesterday, in order of time."""
    yesterday = now.date() - timedelta(days=1)
    entries = [entry for entry in journal.readings_since(yesterday) if entry.when.day == yesterday]
    entries.sort(key=lambda entry: (entry.when.sort_key, entry.written, entry.id))
    return tuple({entry.symptom: entry for entry in entries}.values())


def write_note(pen: Pen) -> Iterator[Record]:
    """The whole line as typed, about what it names."""
    about = tuple(
        part.value.id
        for part in pen.understood.parts
        if isinstance(part.value, Named) and part.value.id is not None
    )
    yield Note(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        text=pen.understood.text,
        when=at_time(pen.now),
        about=about,
    )
