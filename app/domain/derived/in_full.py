"""Everything a record says, field by field, each as one text under the name of its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.derived.naming import first_words, own_words
from app.domain.derived.treatments.doses import dose_words, often_words
from app.domain.journal import Journal
from app.domain.records.record import Mark, Record, RecordId, Sharing
from app.domain.records.treatments import ChangeKind, Dose, Frequency
from app.domain.records.when import When
from app.domain.wording import Wording

UNSAID = frozenset({"id", "written", "trashed", "order", "size", "media_type", "digest", "choice"})
"""What says nothing to a person: ids, places in a list, and what a file is to a computer."""

_LABELS = {
    "of": "About",
    "when": "When it was",
    "until": "Until",
    "by": "By",
    "born": "Born",
    "tie": "Who they are to me",
    "badness": "How bad",
    "severity": "How bad, 0 to 10",
    "day": "What kind of day",
    "event": "What kind",
    "step": "What kind",
    "change": "What changed",
    "treatment.treatment": "What kind",
    "measurement.event": "Where it is from",
    "for_words": "What it is for",
    "for_conditions": "For the condition",
    "for_symptoms": "For the symptom",
    "main": "The main one",
    "must": "Must be answered",
    "mode": "How we meet",
    "life": "What came of it",
    "said": "What was said",
    "heard": "What I heard",
    "became": "What became of it",
    "who": "Who does it",
    "who_words": "Who does it, in words",
    "sure": "How sure I am",
    "second": "Second number",
    "low": "Usual range from",
    "high": "Usual range to",
    "told": "When I was told",
    "told_by": "Who told me",
    "told_by_name": "Who told me",
    "told_by_clinician": "Which clinician told me",
    "planned": "Planned dose",
    "taking": "Dose I take",
    "how_often": "Planned how often",
    "taking_how_often": "How often I take it",
    "taken": "Taken",
    "taken_share": "How much of it",
    "barriers": "What is in the way",
    "why_words": "Why, in words",
    "again": "Would I take it again",
    "sharing": "Who may see it",
    "source": "Where it is from",
    "attachments": "Files",
    "dose_every_days": "Taken every so many days",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field in words; `own` where they are the person's. A text that is empty says nothing."""

    field: str
    label: str
    text: str
    own: bool = False


def in_full(record: Record, journal: Journal, words: Wording) -> tuple[Line, ...]:
    """Every field a person would read, in order; what was never filled in is empty.

    `journal` gives names to what a record belongs to.
    """
    told = _Teller(journal, words)
    return tuple(
        Line(
            field=field.name,
            label=label(field.name, words, record.KIND),
            text=told.text(field.name, value) if value != field.default else "",
            own=isinstance(value, str | tuple) and not isinstance(value, StrEnum),
        )
        for field in fields(record)
        if field.name not in UNSAID
        for value in (getattr(record, field.name),)
    )


def label(field: str, words: Wording, kind: str = "") -> str:
    """What a field is called: "How bad, 0 to 10"."""
    return words.say("field", english_label(field, kind))


def english_label(field: str, kind: str = "") -> str:
    """The same in English: from the table, or the field's own name."""
    key = f"{kind}.{field}" if f"{kind}.{field}" in _LABELS else field
    plain = f" {field.replace('_', ' ')} ".replace(" i ", " I ").strip()
    return _LABELS.get(key, plain[:1].upper() + plain[1:])


def english_value(value: StrEnum) -> str:
    """What a value of a list is called in English: as it is kept, but for a word that blames."""
    return "skipped" if value is ChangeKind.MISSED else str(value)


class _Teller:
    """Says any value a record can hold."""

    def __init__(self, journal: Journal, words: Wording) -> None:
        self._journal, self._words = journal, words

    def text(self, field: str, value: object) -> str:
        """One value, empty for none."""
        said = _BY_TYPE.get(type(value))
        if said is not None:
            return said(value, self._words)
        if isinstance(value, StrEnum):
            return self._words.say("value", english_value(value))
        if isinstance(value, str):
            return self._named(RecordId(value)) if field not in _TYPED else value
        if isinstance(value, tuple):
            between = "\n" if any(isinstance(one, str) and len(one) > _SHORT for one in value) else "; "
            return between.join(text for one in value if (text := self.text(field, one)))
        if isinstance(value, Sharing):
            return self._sharing(value)
        return self._parts(value) if is_dataclass(value) else ""

    def _named(self, key: RecordId) -> str:
        """The name of what an id stands for; any other words as they are."""
        record = self._journal.records.get(key)
        if record is None:
            return key
        name = getattr(record, "called", "") or getattr(record, "name", "")
        return name or first_words(own_words(self._journal, record))

    def _sharing(self, sharing: Sharing) -> str:
        if sharing.mark is not Mark.NOT_WITH:
            return self._words.say("value", english_value(sharing.mark))
        names = tuple(self._named(key) for key in sharing.not_with)
        return self._words.say("value.not with", "not with {names}", names=self._words.listing(names))

    def _parts(self, value: Any) -> str:  # noqa: ANN401 - whatever a record is made of
        parts = []
        for field in fields(value):
            held = getattr(value, field.name)
            text = self.text(field.name, held) if held != field.default else ""
            bare = isinstance(held, str | When | tuple) and not isinstance(held, StrEnum)
            parts.append(text if bare or not text else f"{label(field.name, self._words)}: {text}")
        return ", ".join(part for part in parts if part)


_SHORT = 40  # characters: longer lines of a list stand below each other
_TYPED = frozenset({"text", "note", "name", "words", "reference"})
"""Fields that are always the person's words, whatever they look like."""


def _yes(value: object, words: Wording) -> str:
    return words.say("value.yes", "yes") if value else words.say("value.no", "no")


def _number(value: object, words: Wording) -> str:
    return words.number(value)


_BY_TYPE: Mapping[type, Callable[[Any, Wording], str]] = {
    type(None): lambda _value, _words: "",
    bool: _yes,
    int: _number,
    Decimal: _number,
    time: lambda value, words: words.time(value),
    When: lambda value, words: words.when(value),
    Dose: dose_words,
    Frequency: often_words,
}
