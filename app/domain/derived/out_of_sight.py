"""What may be in view while someone else types: nothing private, and nothing that gives it away (14.9).

A record that is private, or belongs to one that is, is not there at all; the private parts of a visit and
every mention of what is gone are not either. So what comes back from a page may lack what the journal holds,
and `with_hidden` puts that back before it is kept.
"""

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar, cast

from app.domain.derived.choice import Choice
from app.domain.derived.gate import gate_for
from app.domain.derived.references import loosened
from app.domain.journal import Journal, journal_of
from app.domain.records import Person, Record, Visit
from app.domain.records.record import Mark, RecordId
from app.domain.records.visits import HowItWent, Unsaid

R = TypeVar("R", bound=Record)
_FIXED = frozenset({"id", "written", "typed_by", "trashed"})


def in_sight(journal: Journal, out: frozenset[RecordId]) -> Journal:
    """The journal without what is hidden in it; whose journal it is stays."""
    kept = (record for key, record in journal.records.items() if key not in out)
    return journal_of(shown(record, out) for record in kept)


def hidden_in(journal: Journal) -> frozenset[RecordId]:
    """The ids of all that is private, by its own mark or by that of what it belongs to."""
    gate = gate_for(journal, Choice())
    return frozenset(
        key
        for key, record in journal.records.items()
        if not isinstance(record, Person) and gate.mark(record).mark is Mark.PRIVATE
    )


def shown(record: R, out: frozenset[RecordId]) -> R:
    """The record without its private parts, and without mention of what is out of sight."""
    kept: Record = record
    if isinstance(kept, Visit):
        kept = replace(kept, hardest_to_say="", unsaid=None, how_it_went=None)
    return cast("R", loosened(kept, out))


def with_hidden(changed: R, whole: R, out: frozenset[RecordId]) -> R:
    """What was changed on a page, with what WHOLE holds and the page never showed."""
    seen = shown(whole, out)
    if seen == whole:
        return changed
    kept: dict[str, Any] = {}
    for name in (field.name for field in fields(changed) if field.name not in _FIXED):
        now, then, hidden = (getattr(record, name) for record in (changed, seen, whole))
        if then != hidden:
            kept[name] = _both(now, then, hidden, out)
    return replace(changed, **kept)


def _both(now: object, then: object, hidden: object, out: frozenset[RecordId]) -> object:
    """Both what was typed and what was hidden, where both can stand; else what was hidden stays."""
    if now in (then, hidden):
        return hidden
    if isinstance(hidden, tuple) and isinstance(then, tuple) and isinstance(now, tuple):
        return (*now, *(item for item in hidden if item not in then and item not in now))
    if isinstance(hidden, StrEnum) or hidden in out:
        return hidden
    if isinstance(hidden, str):
        return f"{hidden}\n{now}" if now else hidden
    if isinstance(hidden, Unsaid | HowItWent) and type(now) is type(hidden):
        return replace(hidden, **_typed_beside(now, hidden))
    return hidden


def _typed_beside(now: object, hidden: Unsaid | HowItWent) -> dict[str, Any]:
    """The parts that were typed into what seemed empty, each beside the hidden one."""
    empty = type(hidden)()
    found: dict[str, Any] = {}
    for name in (field.name for field in fields(hidden) if field.name != "sharing"):
        typed, blank, held = (getattr(value, name) for value in (now, empty, hidden))
        if typed != blank:
            found[name] = typed if held == blank else _both(typed, blank, held, frozenset())
    return found
