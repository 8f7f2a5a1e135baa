"""What a person chooses in Share: which document, for whom, from when, and what is ticked."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.derived.document import Paper
from app.domain.records.record import ClinicianId, RecordId

NEW_CLINICIAN = "new-clinician"


class Extra(StrEnum):
    """Parts of a document that are printed only if ticked."""

    STORY = "story"  # my story, in my words
    EVERY_READING = "every reading"  # as a table at the end


class Hidden(StrEnum):
    """Parts inside a visit that have a sharing mark of their own; `part_id` names one of them."""

    HOW_IT_WENT = "how it went"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of Share; the same choice on the same journal gives the same document (document.md 6.1).

    `put_in` are records, and parts named by `part_id`, that are in for this once in spite of their mark;
    `taken_out` are records the person leaves out for this once. `since` None: from the start. Nobody in
    `for_clinician` means a document for someone else, named in `someone_else` or not named at all.
    """

    kind: str = NEW_CLINICIAN
    for_clinician: ClinicianId | None = None
    someone_else: str = ""
    since: date | None = None
    language: str = "en"
    paper: Paper = Paper.A4
    full_name: bool = False
    record_number: bool = False
    extras: frozenset[Extra] = frozenset({Extra.STORY})
    put_in: frozenset[RecordId] = frozenset()
    taken_out: frozenset[RecordId] = frozenset()
    large_print: bool = False

    @property
    def every_reading(self) -> bool:
        """Whether every reading is printed as a table at the end."""
        return Extra.EVERY_READING in self.extras


def part_id(visit: RecordId, part: Hidden) -> RecordId:
    """What `put_in` calls a visit's own private part."""
    return RecordId(f"{visit}#{part}")
