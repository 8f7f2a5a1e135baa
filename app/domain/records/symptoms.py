"""What the person feels: symptoms, single readings of them, and days as a whole."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import ClassVar

from app.domain.records.invalid import InvalidRecord, Reason, check_given
from app.domain.records.record import ConditionId, Record, SymptomId
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_lines, check_text
from app.domain.records.when import When

WORST = 10  # the numeric rating scale: 0 none, 10 the worst you can imagine


class Impact(StrEnum):
    """How much of daily life a symptom kept the person from."""

    NONE = "none"
    A_LITTLE = "a little"
    SOME_THINGS = "some things"
    MOST_THINGS = "most things"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """What one number of the scale means to this person: "my 6 is: can work, can't drive"."""

    severity: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Symptom(Record):
    """A thing the person feels and tracks. Its name can change; its readings stay its own.

    `attack_like` is True or False when the person says so, None when the readings decide (document.md 8).
    `merged_into` keeps a symptom that turned out to be the same as another.
    """

    KIND: ClassVar[str] = "symptom"

    name: str
    other_names: tuple[str, ...] = ()
    conditions: tuple[ConditionId, ...] = ()
    since: When | None = None
    attack_like: bool | None = None
    anchors: tuple[Anchor, ...] = ()
    pinned: bool = False
    show_on_today: bool = True
    retired: bool = False
    merged_into: SymptomId | None = None
    order: int = 0

    def check(self) -> None:
        """A symptom needs a name."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        check_lines("other_names", self.other_names)
        for anchor in self.anchors:
            check_severity(anchor.severity)
            check_text("anchors", anchor.words, LINE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long it lasted: minutes, all day, or still going. `words` as typed."""

    minutes: int | None = None
    all_day: bool = False
    still_going: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomEntry(Record):
    """One reading of one symptom. `severity` 0-10, or None for "just note it"."""

    KIND: ClassVar[str] = "symptom entry"

    symptom: SymptomId
    when: When
    severity: int | None = None
    lasted: Duration | None = None
    where: tuple[str, ...] = ()
    worse_with: tuple[str, ...] = ()
    helped_by: tuple[str, ...] = ()
    impact: Impact | None = None
    could_not: str = ""  # "could not open jars": function in place of a number
    note: str = ""

    def check(self) -> None:
        """A symptom entry needs a symptom, and nothing else."""
        if not self.symptom:
            raise InvalidRecord("symptom", Reason.EMPTY)
        check_given("when", self.when)
        if self.severity is not None:
            check_severity(self.severity)
        for field in ("where", "worse_with", "helped_by"):
            check_lines(field, getattr(self, field))
        check_text("could_not", self.could_not, LINE_LIMIT)
        check_text("note", self.note, TEXT_LIMIT)
        if self.lasted and self.lasted.minutes is not None and self.lasted.minutes < 0:
            raise InvalidRecord("lasted", Reason.OUT_OF_RANGE)


class DayKind(StrEnum):
    """What can be said of a whole day."""

    BAD_DAY = "bad day"
    NO_SYMPTOMS = "no symptoms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Record):
    """A bad day, or a day without symptoms; both are data. `times` are the moments F8 was pressed."""

    KIND: ClassVar[str] = "day"

    day: DayKind
    when: When
    times: tuple[time, ...] = ()
    from_cover: bool = False  # noted on the locked cover
    note: str = ""

    def check(self) -> None:
        """A bad day may carry words; it never has to."""
        check_given("when", self.when)
        check_text("note", self.note, TEXT_LIMIT)


def check_severity(severity: int) -> None:
    """Raise InvalidRecord unless `severity` is on the scale, 0 to 10."""
    if not 0 <= severity <= WORST:
        raise InvalidRecord("severity", Reason.OUT_OF_RANGE, WORST)
