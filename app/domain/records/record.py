"""What every record has: who it is, when it was written, by whom, and who may see it."""

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, NewType

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_lines, check_text

LARGEST_ATTACHMENT = 50 * 1024 * 1024  # bytes (architecture.md 11)

RecordId = NewType("RecordId", str)
PersonId = NewType("PersonId", RecordId)
ConditionId = NewType("ConditionId", RecordId)
SymptomId = NewType("SymptomId", RecordId)
TreatmentId = NewType("TreatmentId", RecordId)
QuestionId = NewType("QuestionId", RecordId)
VisitId = NewType("VisitId", RecordId)
ClinicianId = NewType("ClinicianId", RecordId)
EventId = NewType("EventId", RecordId)
AttachmentId = NewType("AttachmentId", RecordId)


class Mark(StrEnum):
    """Who may see a record on a page (product.md, "sharing")."""

    SHARED = "shared"
    PRIVATE = "private"
    NOT_WITH = "not with"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """A sharing mark. `not_with` names the clinicians a NOT_WITH record is kept from."""

    mark: Mark = Mark.SHARED
    not_with: tuple[ClinicianId, ...] = ()

    def __post_init__(self) -> None:
        """A NOT_WITH mark without a clinician would keep nothing from anyone."""
        if (self.mark is Mark.NOT_WITH) != bool(self.not_with):
            raise InvalidRecord("sharing", Reason.CONTRADICTS)


SHARED = Sharing()
PRIVATE = Sharing(mark=Mark.PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a record came from if not from the keyboard: a letter, a report, an imported file.

    `title` is what a person would call it ("Letter", a file's name), `dated` the date on it in words,
    `quote` its own words exactly, `code` the key that tells a second import of the same thing.
    """

    title: str
    dated: str = ""
    quote: str = ""
    code: str = ""
    coded_as: tuple[str, ...] = ()  # "system|code|display", as the file had it

    def __post_init__(self) -> None:
        """Limits only; the words are the file's own."""
        check_text("source", self.title, LINE_LIMIT)
        check_text("source", self.dated, NAME_LIMIT)
        check_text("source", self.quote, TEXT_LIMIT)
        check_text("source", self.code, LINE_LIMIT)
        check_lines("source", self.coded_as)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share.

    `written` is when it was written down (with its offset from UTC); when it *happened* is each kind's own
    `when`. `typed_by` is empty for the person, else the helper's name. `trashed` records are kept until
    destroyed for ever.
    """

    KIND: ClassVar[str] = ""  # the word stored in the file; never changes once a file holds it

    id: RecordId
    written: datetime
    typed_by: str = ""
    sharing: Sharing = SHARED
    source: Source | None = None
    told_by: str = ""  # "my mother told me", "Tomás saw": someone other than a clinician or a paper
    from_memory: bool = False  # it happened before the journal began
    tags: tuple[str, ...] = ()
    attachments: tuple[AttachmentId, ...] = ()
    trashed: bool = False

    def __post_init__(self) -> None:
        """Check what all kinds share, then what the kind itself asks for."""
        if self.written.tzinfo is None:
            raise InvalidRecord("written", Reason.CONTRADICTS)
        if not self.id:
            raise InvalidRecord("id", Reason.EMPTY)
        check_text("typed_by", self.typed_by, NAME_LIMIT)
        check_text("told_by", self.told_by, NAME_LIMIT)
        check_lines("tags", self.tags)
        self.check()

    def check(self) -> None:
        """Each kind's own rules; raises InvalidRecord."""


def field_names(record: Record) -> tuple[str, ...]:
    """The record's fields in the order they are declared."""
    return tuple(item.name for item in fields(record))


def text_in(value: object) -> tuple[str, ...]:
    """Every piece of a person's text inside a value, in field order: for find and for leak checks."""
    if isinstance(value, StrEnum):
        return ()
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, tuple):
        return tuple(text for item in value for text in text_in(item))
    if hasattr(value, "__dataclass_fields__"):
        names = [name for name in value.__dataclass_fields__ if name not in {"id", "KIND"}]
        return tuple(text for name in names for text in text_in(getattr(value, name)))
    return ()


__all__ = [
    "PRIVATE",
    "SHARED",
    "AttachmentId",
    "ClinicianId",
    "ConditionId",
    "EventId",
    "Mark",
    "PersonId",
    "QuestionId",
    "Record",
    "RecordId",
    "Sharing",
    "Source",
    "SymptomId",
    "TreatmentId",
    "VisitId",
    "field_names",
    "text_in",
]
