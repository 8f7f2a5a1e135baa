"""Contacts with clinicians: before, in the room, and how it went."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.record import (
    PRIVATE,
    ClinicianId,
    ConditionId,
    QuestionId,
    Record,
    Sharing,
    TreatmentId,
    VisitId,
)
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_lines, check_text
from app.domain.records.treatments import Decided
from app.domain.records.when import When


class VisitMode(StrEnum):
    """How the contact happened."""

    IN_PERSON = "in person"
    VIDEO = "video"
    PHONE = "phone"
    MESSAGE = "message"
    EMERGENCY = "emergency"
    HOSPITAL = "hospital stay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What the person wants to talk about, and what they hope for on it."""

    text: str
    hope: str = ""
    for_clinician: ClinicianId | None = None  # meant for someone other than the reader

    def __post_init__(self) -> None:
        """Page 1 holds 110 and 60 characters; the journal more."""
        check_text("concerns", self.text, LINE_LIMIT)
        check_text("concerns", self.hope, LINE_LIMIT)


class Want(StrEnum):
    """What the person wants from a visit."""

    EXPLANATION = "explanation"
    DECISION = "decision"
    CHANGE = "change"
    REFERRAL = "referral"
    LETTER = "letter"
    BE_HEARD = "be heard"


class WhyUnsaid(StrEnum):
    """Why something was not said."""

    NO_TIME = "no time"
    EMBARRASSED = "embarrassed"
    THEY_SEEMED_RUSHED = "they seemed rushed"
    NOT_ALONE = "not alone"
    FORGOT = "forgot"
    AFRAID = "afraid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What I didn't say, and why. Private unless the person chooses otherwise."""

    text: str = ""
    why: tuple[WhyUnsaid, ...] = ()
    sharing: Sharing = PRIVATE

    def __post_init__(self) -> None:
        """Any length of text."""
        check_text("unsaid", self.text, TEXT_LIMIT)


class Felt(StrEnum):
    """The four answers of "how it went"."""

    NO = "no"
    A_LITTLE = "a little"
    MOSTLY = "mostly"
    YES = "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class HowItWent:
    """How a visit went: the same short items every time, each may be skipped. Private by default."""

    listened: Felt | None = None
    understood: Felt | None = None
    counted: Felt | None = None
    agreed: Felt | None = None
    trust: Felt | None = None
    time: Felt | None = None
    could_finish: Felt | None = None
    fair: Felt | None = None
    one_line: str = ""
    what_built_trust: str = ""
    what_broke_trust: str = ""
    dismissed: bool = False
    waited_minutes: int | None = None
    lasted_minutes: int | None = None
    interruptions: int | None = None
    sharing: Sharing = PRIVATE

    def __post_init__(self) -> None:
        """Words in one line, the rest optional."""
        for text in (self.one_line, self.what_built_trust, self.what_broke_trust):
            check_text("how_it_went", text, TEXT_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Exact words somebody used, to be quoted as theirs."""

    words: str
    by: str = ""

    def __post_init__(self) -> None:
        """Any length."""
        check_text("said", self.words, TEXT_LIMIT)
        check_text("said", self.by, NAME_LIMIT)


class WrittenUp(StrEnum):
    """Whether the visit was written up afterwards."""

    NOT_YET = "not yet"
    BEGUN = "begun"
    DONE = "done"
    RATHER_NOT = "rather not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A contact with a clinician: coming or been. *Before* and *after* are both on it."""

    KIND: ClassVar[str] = "visit"

    clinician: ClinicianId | None = None
    when: When | None = None
    until: When | None = None  # a hospital stay's end
    mode: VisitMode = VisitMode.IN_PERSON
    reason: str = ""
    place: str = ""
    companions: str = ""
    conditions: tuple[ConditionId, ...] = ()
    cancelled: bool = False
    # before
    main_thing: str = ""
    hardest_to_say: str = ""
    concerns: tuple[Concern, ...] = ()
    if_there_is_time: tuple[Concern, ...] = ()
    questions: tuple[QuestionId, ...] = ()
    wants: tuple[Want, ...] = ()
    want_words: str = ""
    # in the room
    jotted: tuple[str, ...] = ()
    # after
    heard: str = ""  # what I was told, in my own words
    said: tuple[Said, ...] = ()
    main_problem: str = ""
    what_to_do: str = ""
    why_it_matters: str = ""
    about_my_condition: str = ""
    teach_back: str = ""
    not_reached: tuple[str, ...] = ()  # what was not reached, beyond the carried questions
    became: str = ""  # what became of it, in one line, where no step says it
    when_i_call: str = ""
    unsaid: Unsaid | None = None
    how_it_went: HowItWent | None = None
    next_visit: str = ""
    not_to_forget: str = ""
    written_up: WrittenUp = WrittenUp.NOT_YET

    def check(self) -> None:
        """A visit needs a date or a person; that is all."""
        if self.when is None and self.clinician is None:
            raise InvalidRecord("when", Reason.EMPTY)
        for field in ("place", "companions", "not_to_forget", "next_visit"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        for field in _LONG:
            check_text(field, getattr(self, field), TEXT_LIMIT)
        check_lines("not_reached", self.not_reached)
        for jot in self.jotted:
            check_text("jotted", jot, TEXT_LIMIT)


_LONG = (
    "reason",
    "main_thing",
    "hardest_to_say",
    "want_words",
    "heard",
    "main_problem",
    "what_to_do",
    "why_it_matters",
    "about_my_condition",
    "teach_back",
    "became",
    "when_i_call",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of the choices on the table."""

    name: str
    for_it: str = ""
    against_it: str = ""
    side_effects: str = ""
    how_soon: str = ""
    cost: str = ""
    burden: str = ""
    my_view: str = ""

    def __post_init__(self) -> None:
        """An option needs a name."""
        check_text("options", self.name, LINE_LIMIT, required=True)


class Agreed(StrEnum):
    """What became of a clinician's advice."""

    ACCEPTED = "accepted"
    LATER = "later"
    DECLINED = "declined"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """Options with their pros and cons, what was chosen, by whom, why."""

    KIND: ClassVar[str] = "decision"

    visit: VisitId | None = None
    clinician: ClinicianId | None = None
    when: When | None = None
    about: str
    condition: ConditionId | None = None
    treatment: TreatmentId | None = None
    options: tuple[Option, ...] = ()
    chosen: str = ""
    decided: Decided | None = None
    because: str = ""
    why_they_recommend_it: str = ""
    agreed: Agreed | None = None
    alternative: str = ""
    gut_feeling: str = ""
    look_back: When | None = None
    looked_back: str = ""

    def check(self) -> None:
        """A decision is about something."""
        check_text("about", self.about, LINE_LIMIT, required=True)
        for field in ("chosen", "because", "why_they_recommend_it", "alternative", "gut_feeling"):
            check_text(field, getattr(self, field), TEXT_LIMIT)
        check_text("looked_back", self.looked_back, TEXT_LIMIT)
