"""An entry as a thing on the line: its days, its shape, and what its mark may say."""

from datetime import date

from app.domain.derived.chart.events import HOLLOW, is_main
from app.domain.derived.line.lanes import Shape, Thing
from app.domain.derived.line.readings import reading_thing
from app.domain.derived.timeline import LATE, Entry
from app.domain.records import (
    Day,
    Decision,
    Event,
    Measurement,
    Note,
    PlanStep,
    Question,
    Record,
    SymptomEntry,
    TreatmentChange,
    TurningPoint,
    Visit,
)
from app.domain.records.plans import Outcome
from app.domain.records.symptoms import DayKind

_ALWAYS: dict[type[Record], Shape] = {
    TreatmentChange: Shape.CHANGE,
    Decision: Shape.DECISION,
    Measurement: Shape.MEASUREMENT,
    Note: Shape.NOTE,
    TurningPoint: Shape.NOTE,
}


def thing_of(entry: Entry, today: date) -> Thing:
    """What stands on the line for an entry with a date."""
    when, record = entry.when, entry.record
    if when is None or when.first is None or when.last is None:
        raise ValueError("Only what has a date stands on the line.")
    if isinstance(record, SymptomEntry):
        return reading_thing(record)
    return Thing(
        id=record.id,
        first=when.first,
        last=_last_day(record, when.last),
        shape=_shape(record, when.first, today),
        rough=when.is_fuzzy,
        late=(record.written.date() - when.last).days > LATE,
        label=(record.label or record.title) if isinstance(record, Event) else "",
        rank=_rank(record),
    )


def _last_day(record: Record, last: date) -> date:
    """A stay goes on until its own end."""
    until = record.until if isinstance(record, (Event, Visit)) else None
    return max(last, until.latest) if until is not None and until.is_dated else last


def _rank(record: Record) -> int:
    """An emergency's label first, then a pinned event's, then what a chart on paper would name."""
    if not isinstance(record, Event):
        return 0
    return [record.event in HOLLOW, record.pinned, is_main(record), True].index(True)


def _shape(record: Record, day: date, today: date) -> Shape:
    match record:
        case Visit():
            return Shape.NEXT_VISIT if day > today else Shape.VISIT
        case Event():
            return Shape.EMERGENCY if record.event in HOLLOW else Shape.EVENT
        case Question():
            return Shape.QUESTION if record.times_asked else Shape.OPEN_QUESTION
        case PlanStep():
            return Shape.OPEN_STEP if record.outcome is Outcome.OPEN else Shape.STEP
        case Day():
            return Shape.BAD_DAY if record.day is DayKind.BAD_DAY else Shape.GOOD_DAY
    return _ALWAYS[type(record)]
