"""The timeline as a list: every dated entry of any kind, newest first, filtered by kind, condition and find.

`timeline` sorts and filters without wording, so that a list of 100,000 entries opens at once; `row_of` puts a
single entry into words when it is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.derived.timeline_rows import Told, tell_record
from app.domain.journal import Journal
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
from app.domain.records.record import ConditionId, RecordId, text_in
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import When
from app.domain.wording import Wording

LATE = 30  # days after which an entry counts as written later (interface.md 11.5)


class RowKind(StrEnum):
    """The kinds the timeline can be filtered by."""

    TREATMENTS = "treatments"
    SYMPTOMS = "symptoms"
    VISITS = "visits"
    EVENTS = "events"
    QUESTIONS = "questions"
    PLANS = "plans"
    MEASUREMENTS = "measurements"
    NOTES = "notes"


_KINDS: dict[type[Record], RowKind] = {
    TreatmentChange: RowKind.TREATMENTS,
    SymptomEntry: RowKind.SYMPTOMS,
    Day: RowKind.SYMPTOMS,
    Visit: RowKind.VISITS,
    Decision: RowKind.PLANS,
    PlanStep: RowKind.PLANS,
    Event: RowKind.EVENTS,
    Measurement: RowKind.MEASUREMENTS,
    Question: RowKind.QUESTIONS,
    Note: RowKind.NOTES,
    TurningPoint: RowKind.NOTES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineFilter:
    """What is shown. `find` looks in everything typed in an entry and in the name of what it belongs to."""

    kinds: frozenset[RowKind] = frozenset(RowKind)
    condition: ConditionId | None = None
    find: str = ""
    since: date | None = None
    until: date | None = None


EVERYTHING = TimelineFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on the line. `when` is None where no date is known: those come last."""

    kind: RowKind
    when: When | None
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """An entry in words: its date, the thing, one line (`own_words`: the person's), and all of it spoken."""

    id: RecordId
    kind: RowKind
    month: str  # the heading it stands under; empty where no date is known
    day: str
    thing: str
    line: str
    own_words: bool
    spoken: str
    written_later: str
    can_compare: bool  # a treatment change: "Before and after"


def timeline(journal: Journal, shown: TimelineFilter = EVERYTHING) -> tuple[Entry, ...]:
    """All entries that pass, newest first; the same for any order they were entered in."""
    find = shown.find.strip().casefold()
    entries = [
        entry
        for entry in _entries(journal, shown.kinds)
        if _in_span(entry.when, shown)
        and (shown.condition is None or shown.condition in conditions_of(journal, entry.record))
        and (not find or _has(journal, entry.record, find))
    ]
    entries.sort(key=order_of, reverse=True)
    return tuple(entries)


def row_of(journal: Journal, entry: Entry, words: Wording) -> TimelineRow:
    """One entry in words."""
    told = tell_record(journal, entry.record, words)
    dated = entry.when is not None and entry.when.is_dated
    full = words.when(entry.when)
    return TimelineRow(
        id=entry.record.id,
        kind=entry.kind,
        month=words.month(entry.when.earliest) if entry.when and dated else "",
        day=_day(entry.when, words),
        thing=told.thing,
        line=told.line,
        own_words=told.own_words,
        spoken=_spoken(full, told),
        written_later=_later(entry, words),
        can_compare=can_compare(entry.record),
    )


_COMPARED = frozenset({ChangeKind.STARTED, ChangeKind.DOSE, ChangeKind.SWITCHED, ChangeKind.STOPPED})


def can_compare(record: Record | None) -> bool:
    """Whether there is a before and an after to it: a change of what is taken."""
    return isinstance(record, TreatmentChange) and record.change in _COMPARED


def conditions_of(journal: Journal, record: Record) -> frozenset[RecordId]:
    """The conditions an entry belongs to, by itself or by its treatment, symptom or visit."""
    found: set[RecordId] = set(getattr(record, "conditions", ()))
    if isinstance(record, TreatmentChange):
        treatment = journal.treatment(record.treatment)
        found.update(treatment.for_conditions if treatment else ())
    elif isinstance(record, SymptomEntry):
        symptom = journal.symptom(record.symptom)
        found.update(symptom.conditions if symptom else ())
    elif isinstance(record, Decision) and record.condition:
        found.add(record.condition)
    visit = journal.get(Visit, getattr(record, "visit", None))
    found.update(visit.conditions if visit else ())
    return frozenset(found)


def _entries(journal: Journal, kinds: frozenset[RowKind]) -> Iterator[Entry]:
    for record_kind, kind in _KINDS.items():
        if kind in kinds:
            for record in journal.of(record_kind):
                yield Entry(kind=kind, when=when_of(record), record=record)


def when_of(record: Record) -> When | None:
    """When it happened: of a plan step, when it was settled, else asked for, else due."""
    if isinstance(record, PlanStep):
        return record.settled or record.asked or record.by
    found = getattr(record, "when", None)
    return found if isinstance(found, When) else None


def _in_span(when: When | None, shown: TimelineFilter) -> bool:
    if shown.since is None and shown.until is None:
        return True
    return when is not None and when.within(shown.since or date.min, shown.until or date.max)


def order_of(entry: Entry) -> tuple[bool, tuple[object, ...], str]:
    """What comes later in time is larger; what has no date is smaller than all that has."""
    dated = entry.when is not None and entry.when.is_dated
    key: tuple[object, ...] = entry.when.sort_key if entry.when and dated else (entry.record.written,)
    return (dated, key, entry.record.id)


def _has(journal: Journal, record: Record, find: str) -> bool:
    return any(find in text.casefold() for text in (*text_in(record), *_names(journal, record)))


def _names(journal: Journal, record: Record) -> Iterator[str]:
    """The names of what it belongs to, the other names too."""
    if isinstance(record, TreatmentChange):
        treatment = journal.treatment(record.treatment)
        yield from (treatment.name, *treatment.other_names) if treatment else ()
    if isinstance(record, SymptomEntry):
        symptom = journal.symptom(record.symptom)
        yield from (symptom.name, *symptom.other_names) if symptom else ()
    clinician = journal.clinician(getattr(record, "clinician", None))
    if clinician is not None:
        yield from (clinician.name, clinician.short)


def _day(when: When | None, words: Wording) -> str:
    if when is not None and when.day is not None:
        return words.day_in_year(when.day)
    return words.short_when(when)


def _spoken(full: str, told: Told) -> str:
    line = told.line.rstrip(".")
    return f"{full}. {told.thing}: {line}." if line else f"{full}. {told.thing}."


def _later(entry: Entry, words: Wording) -> str:
    """That it was written more than 30 days after it happened."""
    if entry.when is None or not entry.when.is_dated:
        return ""
    days = (entry.record.written.date() - entry.when.latest).days
    return words.say("timeline.later", "written later") if days > LATE else ""
