"""Who may see what: the mark that holds for a record, and the journal a document may be made from.

A mark on a clinician, visit, treatment or symptom covers everything that belongs to it (product.md,
"Anything can carry a sharing mark"). What belongs to several is as closed as the most closed of them.

A treatment of which a change is kept back is kept back whole: half a treatment's life would be printed as
something that is not true ("taking now" of one that was stopped in a private visit).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from app.domain.derived.belonging import happened, in_order_of_time, owners, sharers
from app.domain.derived.choice import Choice, Hidden, part_id
from app.domain.derived.references import loosened
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    Attachment,
    Day,
    Event,
    Measurement,
    Note,
    Person,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import PRIVATE, SHARED, ClinicianId, Mark, RecordId, Sharing
from app.domain.records.treatments import ChangeKind

DRAWN = (SymptomEntry, Day, Treatment, TreatmentChange, Visit, Event)  # what page 2 draws
NOTES = (*DRAWN, Measurement, Note)  # what makes a day one with notes


_LONGEST = 366  # days


class Reason(StrEnum):
    """Why something is not in a document."""

    PRIVATE = "private"
    NOT_FOR_THEM = "not for them"  # kept from this clinician
    PAPER_TRAVELS = "paper travels"  # kept from some clinician, and the document is for someone else
    UNTICKED = "unticked"  # photos and files: in only if ticked one by one
    TAKEN_OUT = "taken out"  # for this once
    BEFORE = "before"  # happened before the document begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One thing that is not in a document. `part` names a private part of a record that is in itself."""

    record: Record
    reason: Reason
    part: Hidden | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a document may be made from, and what stays out of it.

    `journal` holds only what may be on the pages; references to what is not in it are gone, so every count
    made from it counts only what is in the document. `something_left_out`: anything behind page 2 is out, so
    "Nothing drawn: nothing written." would not be true. `hidden_days` are the days of left-out notes: a gap
    that holds one is not shaded, named, dated or counted (document.md 6.3).
    """

    journal: Journal
    kept: tuple[Kept, ...]
    something_left_out: bool
    hidden_days: tuple[tuple[date, date], ...]

    @property
    def hidden(self) -> frozenset[date]:
        """Every single day of left-out notes; a note over more than a year says nothing about single days."""
        spans = [(first, min((last - first).days, _LONGEST)) for first, last in self.hidden_days]
        return frozenset(first + timedelta(days=at) for first, days in spans for at in range(days + 1))

    def hides(self, first: date, last: date) -> bool:
        """Whether any left-out note lies in `first` to `last`, both inclusive."""
        return any(start <= last and first <= end for start, end in self.hidden_days)

    def keeps_back(self, kind: type[Record]) -> bool:
        """Whether records of a kind are kept back (by the person, not by the date the document begins)."""
        return any(isinstance(kept.record, kind) and kept.reason is not Reason.BEFORE for kept in self.kept)


def visible(journal: Journal, choice: Choice) -> Journal:
    """The journal that holds only what may be on this document's pages."""
    return view(journal, choice).journal


def view(journal: Journal, choice: Choice) -> View:
    """Part a journal into what may be on this document's pages and what is left out, with the reason."""
    gate = _gate(journal, choice)
    reasons = {record.id: gate.reason(record) for record in journal}
    whole = [Kept(record=record, reason=why) for record in journal if (why := reasons[record.id])]
    inside = [_without_parts(record, choice) for record in journal if not reasons[record.id]]
    kept = sorted([*whole, *(part for _, parts in inside for part in parts)], key=_order)
    out = frozenset(item.record.id for item in whole)
    return View(
        journal=journal_of(loosened(record, out) for record, _ in inside),
        kept=tuple(kept),
        something_left_out=any(isinstance(item.record, DRAWN) and item.part is None for item in kept),
        hidden_days=_days_of(item.record for item in whole if isinstance(item.record, NOTES)),
    )


def effective(journal: Journal, record: Record) -> Sharing:
    """The mark that holds for a record: its own together with those of what it belongs to."""
    return _effective(journal, record, frozenset())


def keep_from(record: Record, clinician: ClinicianId) -> Record:
    """The record with "Keep all of this from Dr X" ticked for one clinician; private stays private."""
    if record.sharing.mark is Mark.PRIVATE or clinician in record.sharing.not_with:
        return record
    names = (*record.sharing.not_with, clinician)
    return replace(record, sharing=Sharing(mark=Mark.NOT_WITH, not_with=names))


def share_with(record: Record, clinician: ClinicianId) -> Record:
    """The record with "Keep all of this from Dr X" taken back for one clinician."""
    names = tuple(name for name in record.sharing.not_with if name != clinician)
    if record.sharing.mark is not Mark.NOT_WITH or names == record.sharing.not_with:
        return record
    return replace(record, sharing=Sharing(mark=Mark.NOT_WITH, not_with=names) if names else SHARED)


def kept_from(journal: Journal, clinician: ClinicianId) -> tuple[Record, ...]:
    """Everything kept from one clinician by a mark with their name: "7 kept from Dr Osei" on the screen."""
    return tuple(
        record for record in sorted(journal, key=_by_id) if clinician in effective(journal, record).not_with
    )


def _gate(journal: Journal, choice: Choice) -> "_Gate":
    """The gate, with every treatment closed of which a change that makes its story is closed."""
    in_life = {change.id for change in journal.of(TreatmentChange) if change.treatment in choice.put_in}
    put_in = choice.put_in | in_life
    first = _Gate(journal, replace(choice, put_in=put_in), {})
    closed: dict[RecordId, list[Sharing]] = {}
    for change in journal.of(TreatmentChange):
        if _makes_the_story(change) and change.id not in put_in and first.closes(change):
            closed.setdefault(change.treatment, []).append(first.mark(change))
    return _Gate(journal, first.choice, {key: _strictest(marks) for key, marks in closed.items()})


def _makes_the_story(change: TreatmentChange) -> bool:
    return change.not_tolerated or change.change not in _ASIDE


_ASIDE = frozenset({ChangeKind.TAKEN, ChangeKind.NOTICED, ChangeKind.MISSED})


class _Gate:
    """Decides for one document; remembers, since thousands of readings share a few symptoms."""

    def __init__(self, journal: Journal, choice: Choice, closed: Mapping[RecordId, Sharing]) -> None:
        self.choice = choice
        self._journal = journal
        self._closed = closed
        self._marks: dict[RecordId, Sharing] = {}
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
        if record.id not in self._marks:
            own = SHARED if record.id in self.choice.put_in else record.sharing
            self._marks[record.id] = own  # stands while a ring of records is walked
            above = [self._owner_mark(owner) for owner in owners(self._journal, record)]
            among = [self._owner_mark(sharer) for sharer in sharers(self._journal, record)]
            stricter = self._closed.get(record.id, SHARED)
            self._marks[record.id] = _strictest(
                [own, stricter, *above, *([_loosest(among)] if among else [])]
            )
        return self._marks[record.id]

    def _owner_mark(self, owner: Record) -> Sharing:
        return SHARED if owner.id in self.choice.put_in else self.mark(owner)

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
        return when is not None and when.is_dated and when.latest < since


def _closed_by(sharing: Sharing, choice: Choice) -> Reason | None:
    if sharing.mark is Mark.PRIVATE:
        return Reason.PRIVATE
    if sharing.mark is not Mark.NOT_WITH:
        return None
    if choice.for_clinician is None:
        return Reason.PAPER_TRAVELS
    return Reason.NOT_FOR_THEM if choice.for_clinician in sharing.not_with else None


def _effective(journal: Journal, record: Record, seen: frozenset[RecordId]) -> Sharing:
    if record.id in seen:
        return SHARED
    seen |= {record.id}
    above = [_effective(journal, owner, seen) for owner in owners(journal, record)]
    among = [_effective(journal, sharer, seen) for sharer in sharers(journal, record)]
    return _strictest([record.sharing, *above, *([_loosest(among)] if among else [])])


def _strictest(marks: list[Sharing]) -> Sharing:
    if any(mark.mark is Mark.PRIVATE for mark in marks):
        return PRIVATE
    names = tuple(sorted({name for mark in marks for name in mark.not_with}))
    return Sharing(mark=Mark.NOT_WITH, not_with=names) if names else SHARED


def _loosest(marks: list[Sharing]) -> Sharing:
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


def _without_parts(record: Record, choice: Choice) -> tuple[Record, tuple[Kept, ...]]:
    """A visit without its private parts, which are never printed unless put in by hand."""
    if not isinstance(record, Visit):
        return record, ()
    out = [part for part, there in _parts(record) if there and part_id(record.id, part) not in choice.put_in]
    changed = replace(
        record,
        hardest_to_say="",
        unsaid=None if Hidden.UNSAID in out else record.unsaid,
        how_it_went=None if Hidden.HOW_IT_WENT in out else record.how_it_went,
    )
    return changed, tuple(Kept(record=record, reason=Reason.PRIVATE, part=part) for part in out)


def _parts(visit: Visit) -> tuple[tuple[Hidden, bool], ...]:
    said = visit.unsaid is not None and bool(visit.unsaid.text or visit.unsaid.why)
    return ((Hidden.HOW_IT_WENT, visit.how_it_went is not None), (Hidden.UNSAID, said))


def _days_of(records: Iterable[Record]) -> tuple[tuple[date, date], ...]:
    moments = [when for record in records if (when := happened(record)) is not None and when.is_dated]
    return tuple(sorted({(when.earliest, when.latest) for when in moments}))


def _order(kept: Kept) -> tuple[str, str, str, str]:
    return (kept.reason, kept.record.KIND, kept.part or "", kept.record.id)


def _by_id(record: Record) -> RecordId:
    return record.id
