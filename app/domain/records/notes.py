"""Words that belong to no other kind: free notes, turning points of the story, a glossary."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.records.record import ClinicianId, Record, RecordId
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_text
from app.domain.records.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class TurningPoint(Record):
    """A line of "My story" on page 1 that the person ticked. `of` is the record it was made from."""

    KIND: ClassVar[str] = "turning point"

    text: str
    when: When | None = None
    of: RecordId | None = None

    def check(self) -> None:
        """One line; the page holds 60 characters and warns beyond."""
        check_text("text", self.text, LINE_LIMIT, required=True)


class NoteTopic(StrEnum):
    """What a free note is about, where the person says so."""

    NOTE = "note"
    IDEA = "idea"  # my reading and my idea
    FEELING = "feeling"  # a gut feeling
    REFLECTION = "reflection"
    WORDS_THAT_HELPED = "words that helped"
    INCIDENT = "incident"  # facts, time, who was told: private by default
    PAPERWORK = "paperwork"  # insurance, approvals, calls
    GAP = "gap"  # one remembered line about a time without notes; never made-up readings


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """Words that belong to no other kind. What the quick line cannot place is kept as one of these."""

    KIND: ClassVar[str] = "note"

    text: str
    when: When | None = None
    topic: NoteTopic = NoteTopic.NOTE
    about: tuple[RecordId, ...] = ()  # a symptom, treatment, visit or clinician
    reference: str = ""  # where the idea comes from, or a reference number

    def check(self) -> None:
        """A note is any text at all."""
        check_text("text", self.text, TEXT_LIMIT, required=True)
        check_text("reference", self.reference, LINE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """A clinician's word and what it means in the person's own."""

    KIND: ClassVar[str] = "term"

    their_word: str
    my_words: str = ""
    ask: bool = False
    clinician: ClinicianId | None = None

    def check(self) -> None:
        """Their word is needed; mine may come later."""
        check_text("their_word", self.their_word, NAME_LIMIT, required=True)
        check_text("my_words", self.my_words, TEXT_LIMIT)
