"""Things that happened, numbers with a unit, and files kept inside the journal."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.record import LARGEST_ATTACHMENT, ClinicianId, ConditionId, EventId, Record, VisitId
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_text
from app.domain.records.visits import Said
from app.domain.records.when import When


class EventKind(StrEnum):
    """What sort of thing happened."""

    DIAGNOSIS = "diagnosis"
    TEST = "test"
    RESULT = "result"
    EMERGENCY = "emergency"
    ADMISSION = "admission"
    PROCEDURE = "procedure"
    LIFE_CHANGE = "life change"
    CARE_CHANGE = "care change"  # a clinician left, a practice closed
    REACTION = "reaction"
    VACCINE = "vaccine"
    OTHER = "other"


class EventState(StrEnum):
    """How far a test or procedure is."""

    HAPPENED = "happened"
    PLANNED = "planned"
    PENDING = "pending"  # done, its result not here yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happened. `label` is what a chart writes beside its mark (16 characters there)."""

    KIND: ClassVar[str] = "event"

    title: str
    event: EventKind = EventKind.OTHER
    label: str = ""
    when: When | None = None
    until: When | None = None
    state: EventState = EventState.HAPPENED
    place: str = ""
    clinician: ClinicianId | None = None
    visit: VisitId | None = None
    conditions: tuple[ConditionId, ...] = ()
    outcome: str = ""
    said: tuple[Said, ...] = ()
    understood: str = ""
    my_worry: str = ""
    discussed: bool | None = None
    pinned: bool = False
    note: str = ""

    def check(self) -> None:
        """An event needs a title."""
        check_text("title", self.title, LINE_LIMIT, required=True)
        for field in ("label", "place"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        for field in ("outcome", "understood", "my_worry", "note"):
            check_text(field, getattr(self, field), TEXT_LIMIT)
        if self.when and self.until and self.until.latest < self.when.earliest:
            raise InvalidRecord("until", Reason.ENDS_BEFORE_START)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement(Record):
    """A number with a unit. `second` is a blood pressure's lower number; words where there is no number."""

    KIND: ClassVar[str] = "measurement"

    name: str
    when: When | None = None
    value: Decimal | None = None
    second: Decimal | None = None
    unit: str = ""
    words: str = ""
    low: Decimal | None = None  # reference range
    high: Decimal | None = None
    range_words: str = ""
    event: EventId | None = None
    visit: VisitId | None = None
    note: str = ""

    def check(self) -> None:
        """A measurement needs a name; the value may be words."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        for field in ("unit", "range_words"):
            check_text(field, getattr(self, field), NAME_LIMIT)
        check_text("words", self.words, LINE_LIMIT)
        check_text("note", self.note, TEXT_LIMIT)
        for number in (self.value, self.second, self.low, self.high):
            if number is not None and not number.is_finite():
                raise InvalidRecord("value", Reason.OUT_OF_RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file or photo kept inside the journal. The bytes lie in the vault under the same id."""

    KIND: ClassVar[str] = "attachment"

    name: str
    media_type: str
    size: int
    caption: str = ""
    photo: bool = False
    when: When | None = None

    def check(self) -> None:
        """At most 50 MB each."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        check_text("media_type", self.media_type, NAME_LIMIT)
        check_text("caption", self.caption, LINE_LIMIT)
        if not 0 <= self.size <= LARGEST_ATTACHMENT:
            raise InvalidRecord("size", Reason.TOO_LONG, LARGEST_ATTACHMENT)
