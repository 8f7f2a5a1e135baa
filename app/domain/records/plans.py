"""What somebody agreed to do, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.records.record import ClinicianId, Record, TreatmentId, VisitId
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_text
from app.domain.records.treatments import Barrier
from app.domain.records.when import When


class PlanPart(StrEnum):
    """First we do X, then we watch Y, and if Z happens we call."""

    FIRST = "first"
    WATCH = "watch"
    CALL_IF = "call if"


class StepKind(StrEnum):
    """What is on its way, where it is more than a thing to do."""

    TASK = "task"
    REFERRAL = "referral"
    TEST = "test"
    RESULT = "result"
    LETTER = "letter"
    REPEAT = "repeat prescription"
    CALL = "call"


class Who(StrEnum):
    """Who said they would do it."""

    ME = "me"
    CLINICIAN = "clinician"
    SOMEONE_ELSE = "someone else"


class Outcome(StrEnum):
    """What became of it. A clinician's promise counts as much as mine."""

    OPEN = "open"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not done"
    NO_LONGER_NEEDED = "no longer needed"


class Sure(StrEnum):
    """Whether both mean the same by it."""

    SURE = "sure"
    UNSURE = "unsure"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep(Record):
    """One step: what, who does it, by when, and what became of it.

    `asked` is when it was asked for, `taken` when a test was taken (its result then pending), `settled` when
    it was done or came.
    """

    KIND: ClassVar[str] = "plan step"

    text: str
    part: PlanPart = PlanPart.FIRST
    step: StepKind = StepKind.TASK
    who: Who = Who.ME
    clinician: ClinicianId | None = None
    who_words: str = ""
    visit: VisitId | None = None
    treatment: TreatmentId | None = None
    asked: When | None = None
    by: When | None = None
    taken: When | None = None
    settled: When | None = None
    outcome: Outcome = Outcome.OPEN
    outcome_words: str = ""
    barriers: tuple[Barrier, ...] = ()
    first_small_step: str = ""
    call_whom: str = ""
    phone: str = ""
    sure: Sure | None = None
    workable: bool | None = None
    makes_sense: int | None = None
    worth_it: int | None = None
    order: int = 0

    def check(self) -> None:
        """A step needs words."""
        check_text("text", self.text, LINE_LIMIT, required=True)
        check_text("outcome_words", self.outcome_words, TEXT_LIMIT)
        for field in ("who_words", "call_whom", "phone"):
            check_text(field, getattr(self, field), NAME_LIMIT)
        check_text("first_small_step", self.first_small_step, LINE_LIMIT)
