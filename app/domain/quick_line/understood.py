"""What was understood of one typed line: its kind, and the parts it was made of."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from app.domain.records.record import RecordId
from app.domain.records.symptoms import Duration
from app.domain.records.treatments import Dose, Frequency, TreatmentKind
from app.domain.records.when import When

V = TypeVar("V")


class What(StrEnum):
    """What a line is about."""

    SYMPTOM = "symptom"
    TREATMENT_CHANGE = "treatment change"
    QUESTION = "question"
    VISIT = "visit"
    ALLERGY = "allergy"  # or an intolerance
    BAD_DAY = "bad day"
    NO_SYMPTOMS = "no symptoms"
    SAME_AS_YESTERDAY = "same as yesterday"
    CHOOSE = "choose"  # a treatment alone: took it now, something changed, or a note
    NOTE = "note"


class Role(StrEnum):
    """What one part of a line says."""

    KEYWORD = "keyword"  # "?", "visit", "bad day": says what the line is, and nothing more
    SYMPTOM = "symptom"
    SEVERITY = "severity"
    WHEN = "when"
    WHERE = "where"
    LASTED = "lasted"
    WORSE_WITH = "worse with"
    HELPED_BY = "helped by"
    COULD_NOT = "could not"
    CHANGE = "change"
    TREATMENT = "treatment"
    SWITCHED_TO = "switched to"
    PLANNED = "planned"
    TAKING = "taking"
    SHARE = "share"  # "half": how much of a dose was taken
    HOW_OFTEN = "how often"
    FOR = "for"
    WHY = "why"
    NOT_TOLERATED = "not tolerated"
    CLINICIAN = "clinician"
    MODE = "mode"
    TEXT = "text"  # the words of a question
    SUBSTANCE = "substance"  # what must not be given
    REACTION = "reaction"
    NOTE = "note"


class NameKind(StrEnum):
    """What a known name names."""

    SYMPTOM = "symptom"
    TREATMENT = "treatment"
    CLINICIAN = "clinician"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name in the journal, or a new one (`id` None). `unit` is the one its doses are written in."""

    kind: NameKind
    name: str
    id: RecordId | None = None
    private: bool = False
    treatment: TreatmentKind = TreatmentKind.PRESCRIBED
    injected: bool = False
    dose_days: bool = False  # taken every so many days
    current: bool = True  # a treatment that has not been stopped
    unit: str = ""


Value = str | int | When | Dose | Frequency | Duration | Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing understood, from the characters `start` to `end` of the line (equal: not typed, assumed).

    `words` are those characters without the blanks around them and without the words that only lead to it.
    `of` counts the readings of a line that holds several. A part that is not `sure` has other `choices`
    where there are any.
    """

    role: Role
    start: int
    end: int
    value: Value
    words: str = ""
    sure: bool = True
    choices: tuple[Value, ...] = ()
    of: int = 0

    @property
    def typed(self) -> bool:
        """Whether the person typed it, rather than it being assumed."""
        return self.end > self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """One line, understood at `now`. `note` is what could not be placed, exactly as typed."""

    text: str
    now: datetime
    what: What
    parts: tuple[Part, ...] = ()
    note: str = ""
    private: bool = False  # "Only for me"; otherwise it may come onto pages

    def part(self, role: Role, of: int = 0) -> Part | None:
        """The first part of this role in the reading `of`, or None."""
        return next((part for part in self.parts if part.role is role and part.of == of), None)

    def all(self, role: Role) -> tuple[Part, ...]:
        """Every part of this role, in the order typed."""
        return tuple(part for part in self.parts if part.role is role)

    def value(self, role: Role, kind: type[V], of: int = 0) -> V | None:
        """The value of the first part of this role, if it is of this kind."""
        part = self.part(role, of)
        return part.value if part is not None and isinstance(part.value, kind) else None

    @property
    def sure(self) -> bool:
        """Whether nothing in it was a guess."""
        return all(part.sure for part in self.parts)

    @property
    def only_a_note(self) -> bool:
        """Whether nothing was understood, so that it is kept as a note."""
        return self.what is What.NOTE


class Choice(StrEnum):
    """What a treatment's name alone can mean (interface.md 11.3)."""

    TOOK_IT_NOW = "took it now"
    SOMETHING_CHANGED = "something changed"
    A_NOTE = "a note"


def with_part(understood: Understood, part: Part, value: Value) -> Understood:
    """The same line with one part set by the person in its little editor: that part is sure now."""
    later = replace(part, value=value, sure=True, choices=())
    return replace(understood, parts=tuple(later if held is part else held for held in understood.parts))
