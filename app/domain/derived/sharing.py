"""Who may see what: the mark that holds for a record, and the journal a document may be made from.

A mark on a clinician, visit, treatment or symptom covers everything that belongs to it (product.md,
"Anything can carry a sharing mark"). What belongs to several is as closed as the most closed of them.

A treatment of which a change is kept back is kept back whole: half a treatment's life would be printed as
something that is not true ("taking now" of one that was stopped in a private visit).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.derived.belonging import happened
from app.domain.derived.choice import Choice, Hidden, part_id
from app.domain.derived.gate import Gate, Reason, gate_for
from app.domain.derived.references import loosened
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    Day,
    Event,
    Measurement,
    Note,
    Record,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import SHARED, ClinicianId, Mark, RecordId, Sharing

DRAWN = (SymptomEntry, Day, Treatment, TreatmentChange, Visit, Event)  # what page 2 draws
NOTES = (*DRAWN, Measurement, Note)  # what makes a day one with notes


_LONGEST = 366  # days


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
    gate = gate_for(journal, choice)
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
    return _open_gate(journal).mark(record)


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
    gate = _open_gate(journal)
    return tuple(record for record in sorted(journal, key=_by_id) if clinician in gate.mark(record).not_with)


def covered_by(journal: Journal, record: Record) -> tuple[Record, ...]:
    """What "Keep all of this from Dr X" on a record covers besides itself, whoever Dr X is."""
    nobody = ClinicianId(RecordId("nobody in the journal"))
    marked = replace(record, sharing=Sharing(mark=Mark.NOT_WITH, not_with=(nobody,)))
    return tuple(one for one in kept_from(journal.with_(marked), nobody) if one.id != record.id)


def _open_gate(journal: Journal) -> Gate:
    """The gate of no document in particular: nothing but the marks closes it."""
    return Gate(journal, Choice(), {})


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


__all__ = [
    "Kept",
    "Reason",
    "View",
    "covered_by",
    "effective",
    "keep_from",
    "kept_from",
    "share_with",
    "view",
    "visible",
]
