"""Words of a kind that are said under one key: answers, names of fields, months, places of the body.

Each is one or two words that mean the same wherever they stand, so the English itself tells them apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from app.domain import records
from app.domain.derived.in_full import UNSAID, english_label, english_value
from app.domain.derived.symptoms.body import areas
from app.domain.records.events import EventKind
from app.domain.records.person import SafetyTopic
from app.domain.records.plans import Outcome
from app.domain.records.questions import Understood
from app.domain.records.symptoms import Impact
from app.domain.records.visits import VisitMode
from app.domain.records.when import PartOfDay, Season
from app.i18n import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, Words
from app.ui.editors import answers
from app.ui.editors.symptom import Comes


@cache
def vocabularies() -> Mapping[str, tuple[str, ...]]:
    """The words said under each key that many share."""
    kinds = tuple(_kinds_of_value())
    return {
        "answer": _once(*_answers(), *Comes, *EventKind, *Understood, *VisitMode),
        "body": _once(*(area.name for area in areas(Words()))),
        "field": _once(*_labels(kinds)),
        "impact": _once(*Impact),
        "month": MONTHS,
        "month.short": SHORT_MONTHS,
        "outcome": _once(*Outcome),
        "part of day": _once(*PartOfDay),
        "safety.topic": _once(*SafetyTopic),
        "season": _once(*Season),
        "value": _once(*(english_value(one) for kind in kinds if issubclass(kind, StrEnum) for one in kind)),
        "visit.mode": _once(*VisitMode),
        "weekday": WEEKDAYS,
        "weekday.short": SHORT_WEEKDAYS,
    }


def _once(*words: str) -> tuple[str, ...]:
    return tuple(sorted({str(word) for word in words}))


def _answers() -> Iterator[str]:
    tables = (table for name, table in vars(answers).items() if name.isupper() and isinstance(table, dict))
    return (text for table in tables for text in table.values())


def _kinds_of_value() -> Iterator[type]:
    """Every class that a record is, or is made of."""
    for module in iter_modules(records.__path__, f"{records.__name__}."):
        yield from (one for one in vars(import_module(module.name)).values() if isinstance(one, type))


def _labels(kinds: tuple[type, ...]) -> Iterator[str]:
    for kind in kinds:
        for field in fields(kind) if is_dataclass(kind) else ():
            if field.name not in UNSAID:
                yield english_label(field.name, getattr(kind, "KIND", ""))
                yield english_label(field.name)
