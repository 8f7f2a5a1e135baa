"""Taking references to left-out records out of the records that stay."""

from collections.abc import Iterable
from dataclasses import fields, replace

from app.domain.records import Day, Person, Question, Record, SymptomEntry
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.record import RecordId


def loosened(record: Record, out: frozenset[RecordId]) -> Record:
    """The record without references to what is left out."""
    if not out or isinstance(record, Person):
        return record
    if isinstance(record, SymptomEntry | Day):  # there are thousands, and only files hang on them
        kept = tuple(key for key in record.attachments if key not in out)
        return record if kept == record.attachments else replace(record, attachments=kept)
    if isinstance(record, Question):
        record = replace(record, life=tuple(step for old in record.life if (step := _step(old, out))))
    lost = {
        name: new
        for name in _open_fields(record)
        if (new := _without(getattr(record, name), out)) is not _SAME
    }
    return replace(record, **lost) if lost else record  # type: ignore[arg-type]  # fields by name


def _open_fields(record: Record) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record) if field.name not in {"id", "written", "sharing"})


def _step(step: QuestionStep, out: frozenset[RecordId]) -> QuestionStep | None:
    """A step of a left-out visit: an answer stays as a bare fact, so the question does not look open."""
    if step.visit not in out and step.clinician not in out:
        return step
    return None if step.step in {Step.ASKED, Step.NOT_ANSWERED} else QuestionStep(step=step.step)


class _Same:
    """The answer of `_without` for a value that mentions nothing left out."""


_SAME = _Same()


def _without(value: object, out: frozenset[RecordId]) -> object:
    if isinstance(value, str):
        return None if value in out else _SAME
    if isinstance(value, tuple):
        kept = tuple(item for item in value if _without(item, out) is _SAME)
        return _SAME if len(kept) == len(value) else kept
    names: Iterable[str] = getattr(value, "__dataclass_fields__", ())
    return _SAME if all(_without(getattr(value, name), out) is _SAME for name in names) else None
