"""Something to ask, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.records.record import ClinicianId, Record, VisitId
from app.domain.records.text import LINE_LIMIT, TEXT_LIMIT, check_text
from app.domain.records.when import When


class Step(StrEnum):
    """One step in a question's life."""

    ASKED = "asked"
    ANSWERED = "answered"
    NOT_ANSWERED = "not answered"  # there was no answer, or no time: it is carried to the next visit
    REOPENED = "reopened"
    DROPPED = "dropped"  # "no longer needed"


class Understood(StrEnum):
    """Whether the person understood."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionStep:
    """What happened to a question: when, with whom, the answer as said and as understood."""

    step: Step
    when: When | None = None
    visit: VisitId | None = None
    clinician: ClinicianId | None = None
    answer: str = ""  # in my words
    said: str = ""  # exact words, to be quoted
    said_by: str = ""
    understood: Understood | None = None

    def __post_init__(self) -> None:
        """Answers may be long."""
        check_text("answer", self.answer, TEXT_LIMIT)
        check_text("said", self.said, TEXT_LIMIT)
        check_text("said_by", self.said_by, LINE_LIMIT)

    @property
    def moment(self) -> object:
        """What tells one time of asking from another: the visit, or day and clinician; None if unknown."""
        return self.visit or ((self.when, self.clinician) if self.when or self.clinician else None)


class QuestionState(StrEnum):
    """Where a question stands."""

    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """Something to ask. `clinician` None: for anyone. `life` is oldest first."""

    KIND: ClassVar[str] = "question"

    text: str
    must: bool = False
    clinician: ClinicianId | None = None
    why: str = ""
    when: When | None = None  # when it came up
    life: tuple[QuestionStep, ...] = ()
    situation: str = ""  # the group of the built-in list it came from
    not_before: When | None = None  # put aside until then ("whenever you're ready")
    order: int = 0

    def check(self) -> None:
        """A question needs words."""
        check_text("text", self.text, TEXT_LIMIT, required=True)
        check_text("why", self.why, TEXT_LIMIT)
        check_text("situation", self.situation, LINE_LIMIT)

    @property
    def state(self) -> QuestionState:
        """Open until answered and understood, or dropped; "no, not understood" keeps it open."""
        for step in reversed(self.life):
            if step.step is Step.DROPPED:
                return QuestionState.DROPPED
            if step.step is Step.REOPENED:
                return QuestionState.OPEN
            if step.step is Step.ANSWERED:
                unclear = step.understood is Understood.NO
                return QuestionState.OPEN if unclear else QuestionState.ANSWERED
        return QuestionState.OPEN

    @property
    def times_asked(self) -> int:
        """How often it was asked, counting each visit or time once."""
        asked = [step.moment for step in self.life if step.step in {Step.ASKED, Step.NOT_ANSWERED}]
        return len({moment or number for number, moment in enumerate(asked)})
