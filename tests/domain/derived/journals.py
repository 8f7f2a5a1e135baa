"""Small journals for tests of what is worked out: records with short ids, all written on one day."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Any, TypeVar

from app.domain.journal import Journal, journal_of
from app.domain.records import Clinician, Person, Record, Treatment, TreatmentChange
from app.domain.records.record import ClinicianId, RecordId, Sharing, TreatmentId, text_in
from app.domain.records.treatments import ChangeKind, Dose, Frequency, TreatmentKind
from app.domain.records.when import When, on_day

TODAY = date(2026, 5, 12)
WRITTEN = datetime(2026, 5, 1, 20, 0, tzinfo=UTC)
_KEPT_FIELDS = {"id", "written", "sharing", "trashed", "language", "media_type", "choice"}

R = TypeVar("R", bound=Record)


def make(kind: type[R], key: str, **parts: Any) -> R:
    """A record of a kind, written on the usual day unless it says otherwise."""
    return kind(**{"id": RecordId(key), "written": WRITTEN, **parts})


def person(**parts: Any) -> Person:
    return make(Person, "me", **{"name": "Maya R.", **parts})


def clinician(key: str, **parts: Any) -> Clinician:
    return make(Clinician, key, **{"name": f"Dr {key.title()}", **parts})


def who(key: str) -> ClinicianId:
    return ClinicianId(RecordId(key))


def medicine(key: str, **parts: Any) -> Treatment:
    return make(Treatment, key, **{"name": key.title(), "treatment": TreatmentKind.PRESCRIBED, **parts})


def change(treatment: str, kind: ChangeKind, day: str = "", **parts: Any) -> TreatmentChange:
    """A change with an id of its own, on a day as in 2025-06-12 or without one."""
    when = on(day) if day else None
    key = f"{treatment} {kind} {day} {len(parts)}"
    return make(
        TreatmentChange,
        key,
        treatment=TreatmentId(RecordId(treatment)),
        change=kind,
        **{"when": when, **parts},
    )


def on(day: str) -> When:
    return on_day(date.fromisoformat(day))


def mg(amount: int) -> Dose:
    return Dose(words=f"{amount} mg", amount=Decimal(amount), unit="mg")


def times_a_day(times: int) -> Frequency:
    return Frequency(times=Decimal(times), days=1)


def marked(record: R, sharing: Sharing) -> R:
    return replace(record, sharing=sharing)


def shuffled(journal: Journal, seed: int) -> Journal:
    """The same records, entered in another order."""
    records = list(journal.records.values())
    Random(seed).shuffle(records)  # noqa: S311 (an order to try, not a secret)
    return journal_of(records)


def seeded(records: Iterable[Record]) -> tuple[dict[RecordId, tuple[str, ...]], tuple[Record, ...]]:
    """Every text of every record replaced by a word found nowhere else; which words are in which record."""
    held = tuple(records)
    ids = {record.id for record in held}
    counter = iter(range(1_000_000))

    def word_for(text: str) -> str:
        return text if not text or text in ids else f"zq{next(counter)}qz"

    changed = tuple(_reworded(record, word_for) for record in held)
    return {record.id: _words(record) for record in changed}, changed


def _words(record: Record) -> tuple[str, ...]:
    return tuple(text for text in text_in(record) if text.startswith("zq"))


def _reworded(value: Any, word_for: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return word_for(value)
    if isinstance(value, tuple):
        return tuple(_reworded(item, word_for) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in _KEPT_FIELDS]
        return replace(value, **{name: _reworded(getattr(value, name), word_for) for name in names})
    return value
