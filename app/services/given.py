"""What somebody was given: the journal as it stood then, and the pages made from it again."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.domain.derived.choice import Choice, Extra
from app.domain.derived.document import Paper
from app.domain.derived.documents.kinds import KINDS
from app.domain.derived.history import meaning_changed
from app.domain.journal import Journal
from app.domain.records import ShareRecord
from app.domain.records.record import RecordId
from app.services.open_journal import Earlier, OpenJournal


@dataclass(frozen=True, slots=True, kw_only=True)
class AsGiven:
    """All a document is drawn from: the journal as it stood on the day it was given, and what was chosen."""

    journal: Journal
    choice: Choice
    changed: Mapping[RecordId, date]
    day: date


def as_given(journal: OpenJournal, given: ShareRecord) -> AsGiven | None:
    """What a document was made from, or None where its choice can't be read any more.

    What was destroyed since, or brought in with an older date, is not as it was: the digest tells.
    """
    choice = choice_of(given.choice)
    if choice is None or choice.kind not in KINDS:
        return None
    there = journal.snapshot.records.values()
    records = {record.id: record for record in there if record.written <= given.written}
    changed: dict[RecordId, date] = {}
    for key in sorted(journal.amended & records.keys()):
        versions = _until(journal.history(key), given.written)
        if not versions:
            del records[key]
            continue
        records[key] = versions[-1].record
        day = meaning_changed([(one.written, one.record) for one in versions])
        if len(versions) > 1 and day is not None:
            changed[key] = day
    records.pop(given.id, None)
    day = given.when.earliest if given.when.is_dated else given.written.date()
    return AsGiven(journal=Journal(records), choice=choice, changed=changed, day=day)


def are_the_same(given: ShareRecord, pages: bytes) -> bool:
    """Whether pages made again are the ones that were given, to the byte; never so with a password."""
    return bool(given.digest) and hashlib.sha256(pages).hexdigest() == given.digest


def choice_of(text: str) -> Choice | None:
    """Read a choice that was kept as text; what a later version added to it is passed over."""
    try:
        parts: dict[str, Any] = json.loads(text)
        known = {name: value for name, value in parts.items() if name in Choice.__dataclass_fields__}
        known["extras"] = frozenset(Extra(one) for one in known.get("extras", ()))
        for name in ("put_in", "taken_out"):
            known[name] = frozenset(RecordId(one) for one in known.get(name, ()))
        known["paper"] = Paper(known.get("paper", Paper.A4))
        known["since"] = date.fromisoformat(known["since"]) if known.get("since") else None
        return Choice(**known)
    except (TypeError, ValueError, AttributeError):
        return None


def _until(versions: tuple[Earlier, ...], moment: datetime) -> list[Earlier]:
    return [one for one in versions if one.written <= moment]
