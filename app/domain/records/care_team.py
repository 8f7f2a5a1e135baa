"""The people who look after the person, and the tools of that relationship."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.records.invalid import check_given
from app.domain.records.record import (
    PRIVATE,
    ClinicianId,
    ConditionId,
    Record,
    RecordId,
    Sharing,
    VisitId,
)
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_lines, check_text
from app.domain.records.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinician(Record):
    """A member of the care team: past, present or coming.

    `name` is as the person writes it ("Dr Ama Osei"); `short` is what a table calls them ("Dr Osei").
    """

    KIND: ClassVar[str] = "clinician"

    name: str
    short: str = ""
    other_names: tuple[str, ...] = ()
    role: str = ""  # "Rheumatologist"
    specialty: str = ""  # "rheumatology", "GP": how documents name it
    place: str = ""
    phone: str = ""
    portal: str = ""
    since: When | None = None
    until: When | None = None
    why_ended: str = ""
    between_visits: str = ""
    likes_first: str = ""
    looks_after: str = ""  # who owns which problem
    conditions: tuple[ConditionId, ...] = ()
    home_base: bool = False
    took_over_from: ClinicianId | None = None
    order: int = 0

    def check(self) -> None:
        """A name is enough."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        check_lines("other_names", self.other_names)
        for field in ("short", "role", "specialty", "phone"):
            check_text(field, getattr(self, field), NAME_LIMIT)
        for field in ("place", "portal", "likes_first", "looks_after"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        for field in ("why_ended", "between_visits"):
            check_text(field, getattr(self, field), TEXT_LIMIT)

    @property
    def called(self) -> str:
        """The name in running text and tables."""
        return self.short or self.name


class AgreementState(StrEnum):
    """An agreement is an invitation."""

    SUGGESTED = "suggested"
    TALKED_ABOUT = "talked about"
    AGREED_IN_PART = "agreed in part"
    AGREED = "agreed"
    NOT_NOW = "not now"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingAgreement(Record):
    """What the person and a clinician expect of each other, in words either can change."""

    KIND: ClassVar[str] = "agreement"

    clinician: ClinicianId
    mine: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    if_we_disagree: str = ""
    between_visits: str = ""
    state: AgreementState = AgreementState.SUGGESTED
    agreed: When | None = None
    look_again: When | None = None
    number: int = 1
    signing_boxes: bool = False

    def check(self) -> None:
        """Lines of the person's own."""
        check_lines("mine", self.mine)
        check_lines("theirs", self.theirs)
        check_text("if_we_disagree", self.if_we_disagree, LINE_LIMIT)
        check_text("between_visits", self.between_visits, LINE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetConversation(Record):
    """A short script for when the relationship is strained. Private, and never part of another document."""

    KIND: ClassVar[str] = "reset conversation"

    sharing: Sharing = PRIVATE
    clinician: ClinicianId
    understood: str = ""
    worried: str = ""
    would_like: str = ""
    said: When | None = None
    how_it_was: str = ""

    def check(self) -> None:
        """Three parts, any length."""
        for field in ("understood", "worried", "would_like", "how_it_was"):
            check_text(field, getattr(self, field), TEXT_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Something in somebody's hands when the change happened; `landed` when the new person has it."""

    text: str
    kind: str = ""
    of: RecordId | None = None
    who_has_it: str = ""
    by: When | None = None
    landed: When | None = None

    def __post_init__(self) -> None:
        """A loop needs words."""
        check_text("loops", self.text, LINE_LIMIT, required=True)
        check_text("loops", self.who_has_it, NAME_LIMIT)


class Now(StrEnum):
    """How the person is now, in one word."""

    STEADY = "steady"
    UP_AND_DOWN = "up and down"
    GETTING_WORSE = "getting worse"
    NOT_SURE = "not sure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff(Record):
    """From whom, to whom, why; the open loops; whether the new clinician has it."""

    KIND: ClassVar[str] = "handoff"

    from_clinician: ClinicianId | None = None
    to_clinician: ClinicianId | None = None
    when: When | None = None
    why: str = ""
    who_has_been_told: str = ""
    how_i_am: Now | None = None
    how_i_am_words: str = ""
    loops: tuple[Loop, ...] = ()
    already_with_them: str = ""
    acknowledged: When | None = None

    def check(self) -> None:
        """Everything may come later."""
        for field in ("why", "who_has_been_told", "already_with_them"):
            check_text(field, getattr(self, field), TEXT_LIMIT)
        check_text("how_i_am_words", self.how_i_am_words, LINE_LIMIT)


class DoTheyKnow(StrEnum):
    """Whether the first clinician knows of a second opinion."""

    YES = "yes"
    NOT_YET = "not yet"
    RATHER_NOT_SAY = "rather not say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report or imaging picture to bring: whether the person has it, and where it is."""

    name: str
    dated: When | None = None
    have: str = ""  # "yes", "no", "asked for 2 May", "waiting"
    where: str = ""

    def __post_init__(self) -> None:
        """Check the limits."""
        check_text("reports", self.name, NAME_LIMIT)
        check_text("reports", self.have, NAME_LIMIT)
        check_text("reports", self.where, LINE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion(Record):
    """Another view: what the person wants to know, what to bring, whom to ask."""

    KIND: ClassVar[str] = "second opinion"

    from_clinician: ClinicianId | None = None
    to_clinician: ClinicianId | None = None
    condition: ConditionId | None = None
    want_to_know: tuple[str, ...] = ()
    decision: RecordId | None = None
    reports: tuple[Report, ...] = ()
    do_they_know: DoTheyKnow | None = None

    def check(self) -> None:
        """One or two decisions."""
        check_lines("want_to_know", self.want_to_know)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingCare(Record):
    """A checklist so that nothing falls when care ends. Private by default."""

    KIND: ClassVar[str] = "ending care"

    sharing: Sharing = PRIVATE
    clinician: ClinicianId
    someone_new: str = ""
    records_asked_for: When | None = None
    repeats_covered_until: When | None = None
    checked: tuple[str, ...] = ()
    how_to_reach_someone: str = ""
    told_them: bool | None = None
    ended: When | None = None
    why: tuple[str, ...] = ()
    why_words: str = ""
    letter: str = ""

    def check(self) -> None:
        """Any order, any of it."""
        check_lines("checked", self.checked)
        check_lines("why", self.why)
        for field in ("someone_new", "how_to_reach_someone"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        for field in ("why_words", "letter"):
            check_text(field, getattr(self, field), TEXT_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutCount:
    """How many of what was left out of a document, and why."""

    count: int
    what: str
    why: str

    def __post_init__(self) -> None:
        """Check the limits."""
        check_text("left_out", self.what, LINE_LIMIT)
        check_text("left_out", self.why, LINE_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRecord(Record):
    """What was given to whom, when, with what in it and what left out."""

    KIND: ClassVar[str] = "share record"

    document: str  # the document's kind, as in `export --document`
    to_clinician: ClinicianId | None = None
    to_whom: str = ""
    when: When
    file_name: str = ""
    pages: int = 0
    choice: str = ""  # the whole choice as JSON: the same choice on the same journal gives the same bytes
    digest: str = ""  # SHA-256 of the file, hexadecimal
    records: tuple[RecordId, ...] = ()
    left_out: tuple[LeftOutCount, ...] = ()
    visit: VisitId | None = None
    read: When | None = None

    def check(self) -> None:
        """Facts of the program's own making."""
        check_given("when", self.when)
        check_text("to_whom", self.to_whom, NAME_LIMIT)
        check_text("file_name", self.file_name, LINE_LIMIT)
        check_text("choice", self.choice, TEXT_LIMIT)
