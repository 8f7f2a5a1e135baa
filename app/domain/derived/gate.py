"""What keeps a record out of one document: a mark, a missing tick, or the date the document begins."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from app.domain.derived.belonging import happened, in_order_of_time, owners, sharers
from app.domain.derived.choice import Choice
from app.domain.journal import Journal
from app.domain.records import (
    Attachment,
    Event,
    Person,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
)
from app.domain.records.events import EventState
from app.domain.records.plans import Outcome
from app.domain.records.questions import QuestionState
from app.domain.records.record import PRIVATE, SHARED, Mark, RecordId, Sharing
from app.domain.records.treatments import ChangeKind


class Reason(StrEnum):
    """Why something is not in a document."""

    PRIVATE = "private"
    NOT_FOR_THEM = "not for them"  # kept from this clinician
    PAPER_TRAVELS = "paper travels"  # kept from some clinician, and the document is for someone else
    UNTICKED = "unticked"  # photos and files: in only if ticked one by one
    TAKEN_OUT = "taken out"  # for this once
    BEFORE = "before"  # happened before the document begins


def gate_for(journal: Journal, choice: Choice) -> "Gate":
    """The gate, with every treatment closed of which a change that makes its story is closed."""
    in_life = {change.id for change in journal.of(TreatmentChange) if change.treatment in choice.put_in}
    put_in = choice.put_in | in_life
    first = Gate(journal, replace(choice, put_in=put_in), {})
    closed: dict[RecordId, list[Sharing]] = {}
    for change in journal.of(TreatmentChange):
        if _makes_the_story(change) and change.id not in put_in and first.closes(change):
            closed.setdefault(change.treatment, []).append(first.mark(change))
    return Gate(journal, first.choice, {key: strictest(marks) for key, marks in closed.items()})


def _makes_the_story(change: TreatmentChange) -> bool:
    return change.not_tolerated or change.change not in _ASIDE


_ASIDE = frozenset({ChangeKind.TAKEN, ChangeKind.NOTICED, ChangeKind.MISSED})


class Gate:
    """Decides for one document; remembers, since thousands of readings share a few symptoms."""

    def __init__(self, journal: Journal, choice: Choice, closed: Mapping[RecordId, Sharing]) -> None:
        self.choice = choice
        self._journal = journal
        self._closed = closed
        self._marks: dict[RecordId, Sharing] = {}
        self._met_ring = False
        self._going_on = _not_over(journal, choice.since) if choice.since else frozenset[RecordId]()

    def reason(self, record: Record) -> Reason | None:
        """Why a record is out, or None if it is in. Whose document it is, and for whom, is always in."""
        if isinstance(record, Person) or record.id == self.choice.for_clinician:
            return None
        needed = self._needed(record)
        if needed is not None and (why := self.reason(needed)):
            return why  # a reading without its symptom, a change without its treatment: neither says anything
        if record.id in self.choice.taken_out:
            return Reason.TAKEN_OUT
        if record.id not in self.choice.put_in:
            closed = self.closes(record)
            if closed or isinstance(record, Attachment):
                return closed or Reason.UNTICKED
        return Reason.BEFORE if self._is_before(record) else None

    def closes(self, record: Record) -> Reason | None:
        """Why the marks keep a record out, or None if they do not."""
        return _closed_by(self.mark(record), self.choice)

    def mark(self, record: Record) -> Sharing:
        """As `effective`; what is put in for this once covers nothing that belongs to it."""
        return self._mark(record, frozenset())

    def _mark(self, record: Record, below: frozenset[RecordId]) -> Sharing:
        if record.id in self._marks:
            return self._marks[record.id]
        if record.id in below:  # such as symptoms merged in a ring: this mark is being found further up
            self._met_ring = True
            return SHARED
        walked = below | {record.id}
        own = SHARED if record.id in self.choice.put_in else record.sharing
        above = [self._owner_mark(owner, walked) for owner in owners(self._journal, record)]
        among = [self._owner_mark(sharer, walked) for sharer in sharers(self._journal, record)]
        stricter = self._closed.get(record.id, SHARED)
        found = strictest([own, stricter, *above, *([loosest(among)] if among else [])])
        if not below or not self._met_ring:  # inside a ring only the mark asked for is known whole
            self._marks[record.id] = found
        return found

    def _owner_mark(self, owner: Record, walked: frozenset[RecordId]) -> Sharing:
        return SHARED if owner.id in self.choice.put_in else self._mark(owner, walked)

    def _needed(self, record: Record) -> Record | None:
        if isinstance(record, SymptomEntry):
            return self._journal.get(Symptom, record.symptom)
        return self._journal.treatment(record.treatment) if isinstance(record, TreatmentChange) else None

    def _is_before(self, record: Record) -> bool:
        since = self.choice.since
        if since is None or record.id in self.choice.put_in:
            return False
        if isinstance(record, Treatment | TreatmentChange):
            key = record.id if isinstance(record, Treatment) else record.treatment
            return key not in self._going_on
        when = happened(record)
        over = when is not None and when.is_dated and when.latest < since
        return over and not _goes_on(record)


def _goes_on(record: Record) -> bool:
    """Open questions, steps and tests are of today, however long ago they began."""
    match record:
        case Question():
            return record.state is QuestionState.OPEN
        case PlanStep():
            return record.settled is None and record.outcome in {Outcome.OPEN, Outcome.PARTLY}
        case Event():
            return record.state is not EventState.HAPPENED
    return False


def _closed_by(sharing: Sharing, choice: Choice) -> Reason | None:
    if sharing.mark is Mark.PRIVATE:
        return Reason.PRIVATE
    if sharing.mark is not Mark.NOT_WITH:
        return None
    if choice.for_clinician is None:
        return Reason.PAPER_TRAVELS
    return Reason.NOT_FOR_THEM if choice.for_clinician in sharing.not_with else None


def strictest(marks: list[Sharing]) -> Sharing:
    """Of what all must allow: closed as far as any of them is."""
    if any(mark.mark is Mark.PRIVATE for mark in marks):
        return PRIVATE
    names = tuple(sorted({name for mark in marks for name in mark.not_with}))
    return Sharing(mark=Mark.NOT_WITH, not_with=names) if names else SHARED


def loosest(marks: list[Sharing]) -> Sharing:
    """Of things that any of several visits shows: closed only as far as all of them are."""
    if all(mark.mark is Mark.PRIVATE for mark in marks):
        return PRIVATE
    sets = [set(mark.not_with) for mark in marks if mark.mark is not Mark.PRIVATE]
    names = tuple(sorted(set.intersection(*sets)))
    return Sharing(mark=Mark.NOT_WITH, not_with=names) if names else SHARED


def _not_over(journal: Journal, since: date) -> frozenset[RecordId]:
    """Treatments that are not certainly over before a day, and all that could not be tolerated."""
    over: dict[RecordId, bool] = {}
    never: set[RecordId] = set()
    for change in in_order_of_time(journal.of(TreatmentChange)):
        if change.not_tolerated:
            never.add(change.treatment)
        ended = change.change in {ChangeKind.STOPPED, ChangeKind.SWITCHED}
        over[change.treatment] = ended and change.when is not None and change.when.latest < since
    return frozenset(item.id for item in journal.of(Treatment) if not over.get(item.id) or item.id in never)
