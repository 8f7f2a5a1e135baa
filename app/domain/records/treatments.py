"""What the person takes or does for it, and every dated change in its life."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.person import Badness
from app.domain.records.record import (
    ClinicianId,
    ConditionId,
    Record,
    SymptomId,
    TreatmentId,
    VisitId,
)
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_lines, check_text
from app.domain.records.when import When


class TreatmentKind(StrEnum):
    """What sort of treatment it is. Each has its own colour and pattern (document.md 3.2)."""

    PRESCRIBED = "prescribed"
    FROM_THE_SHOP = "from the shop"
    SUPPLEMENT = "supplement"
    THERAPY = "therapy"
    PROCEDURE = "procedure"
    DEVICE = "device"
    LIFESTYLE = "lifestyle"


class Route(StrEnum):
    """How a medicine gets in."""

    MOUTH = "mouth"
    INJECTION = "injection"
    SKIN = "skin"
    EYES = "eyes"
    BREATHED_IN = "breathed in"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """One dose. `words` as typed always stands; `amount` and `unit` only where they could be read."""

    words: str = ""
    amount: Decimal | None = None
    unit: str = ""

    def __post_init__(self) -> None:
        """An amount is a positive number."""
        check_text("dose", self.words, NAME_LIMIT)
        check_text("dose", self.unit, NAME_LIMIT)
        if self.amount is not None and not (self.amount.is_finite() and self.amount >= 0):
            raise InvalidRecord("dose", Reason.OUT_OF_RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How often: `times` in `days` days (2 in 1: twice a day; 1 in 14: every 2 weeks), or when needed."""

    words: str = ""
    times: Decimal | None = None
    days: int | None = None
    when_needed: bool = False

    def __post_init__(self) -> None:
        """Both numbers or neither, and above zero."""
        check_text("how_often", self.words, NAME_LIMIT)
        if (self.times is None) != (self.days is None):
            raise InvalidRecord("how_often", Reason.CONTRADICTS)
        if self.times is not None and (not self.times.is_finite() or self.times <= 0):
            raise InvalidRecord("how_often", Reason.OUT_OF_RANGE)
        if self.days is not None and self.days <= 0:
            raise InvalidRecord("how_often", Reason.OUT_OF_RANGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment(Record):
    """A medicine, supplement, therapy, procedure, device or habit. Its story is in its changes."""

    KIND: ClassVar[str] = "treatment"

    name: str
    treatment: TreatmentKind = TreatmentKind.PRESCRIBED
    other_names: tuple[str, ...] = ()
    route: Route | None = None
    form: str = ""  # tablet, pen, cream
    for_conditions: tuple[ConditionId, ...] = ()
    for_symptoms: tuple[SymptomId, ...] = ()
    for_words: str = ""
    prescriber: ClinicianId | None = None  # who prescribes it now
    prescriber_name: str = ""
    my_choice: bool = False
    main: bool = False  # the one whose start the dashed line marks
    pinned: bool = False
    dose_every_days: int | None = None  # taken every so many days: dose days are logged
    not_told_yet: bool = False  # no clinician knows of it yet
    works_in_my_life: str = ""
    fit_to_life: str = ""  # an anchor habit, a simpler schedule to ask for
    order: int = 0

    def check(self) -> None:
        """A treatment needs a name."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        check_lines("other_names", self.other_names)
        for field in ("form", "for_words", "prescriber_name", "works_in_my_life", "fit_to_life"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        if self.dose_every_days is not None and self.dose_every_days <= 0:
            raise InvalidRecord("dose_every_days", Reason.OUT_OF_RANGE)


class ChangeKind(StrEnum):
    """What happened to a treatment on a date."""

    STARTED = "started"
    DOSE = "dose"
    SWITCHED = "switched"
    PAUSED = "paused"
    RESUMED = "resumed"
    STOPPED = "stopped"
    MISSED = "missed"  # skipped once, or missed for a while
    TAKEN = "taken"  # a dose day, or a when-needed dose
    NOTICED = "noticed"
    HOW_TAKEN = "how taken"  # how it is really being taken, from here on


class Why(StrEnum):
    """Why a treatment changed."""

    DID_NOT_HELP = "did not help"
    SIDE_EFFECT = "side effect"
    COST = "cost"
    SCHEDULE = "schedule"
    PREFERENCE = "preference"
    WORRIED = "worried"
    CLINICIANS_ADVICE = "clinician's advice"
    RAN_OUT = "ran out"
    OTHER = "other"


class Barrier(StrEnum):
    """What gets in the way of taking or doing it as planned."""

    COST = "cost"
    SIDE_EFFECTS = "side effects"
    FORGETTING = "forgetting"
    SCHEDULE = "schedule"
    COULD_NOT_GET_IT = "could not get it"
    WORRIED = "worried"
    NO_POINT = "no point"
    TRANSPORT = "transport"
    CARE_DUTIES = "care duties"
    TIME = "time"
    ACCESS = "access"
    LANGUAGE = "language"
    OTHER = "other"


class Taken(StrEnum):
    """How it is really being taken, without blame."""

    AS_PLANNED = "as planned"
    MOSTLY = "mostly"
    SOMETIMES = "sometimes"
    NOT = "not"


class Verdict(StrEnum):
    """All in all, what it did."""

    HELPED_A_LOT = "helped a lot"
    HELPED = "helped"
    HELPED_A_LITTLE = "helped a little"
    NO_DIFFERENCE = "no difference"
    WORSE = "worse"
    CANNOT_TELL = "cannot tell"


class Again(StrEnum):
    """Would I try it again?"""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Decided(StrEnum):
    """Who decided."""

    TOGETHER = "together"
    CLINICIAN = "clinician"
    ME = "me"
    NOT_YET = "not yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEffect:
    """A side effect in the person's words."""

    words: str
    badness: Badness | None = None
    when: When | None = None
    gone_after: str = ""
    came_back: bool | None = None

    def __post_init__(self) -> None:
        """It needs words."""
        check_text("side_effects", self.words, LINE_LIMIT, required=True)
        check_text("side_effects", self.gone_after, NAME_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentChange(Record):
    """A dated event in a treatment's life. Planned and really taken are kept apart.

    `not_tolerated` says that this treatment could not be tolerated; `reaction` is that in the person's words.
    """

    KIND: ClassVar[str] = "treatment change"

    treatment: TreatmentId
    change: ChangeKind
    when: When | None = None
    until: When | None = None  # missed or paused for a while: until then
    planned: Dose | None = None
    taking: Dose | None = None  # what is really taken, where it differs
    how_often: Frequency | None = None
    taking_how_often: Frequency | None = None
    taken: Taken | None = None
    taken_share: str = ""  # "half"
    barriers: tuple[Barrier, ...] = ()
    decided: Decided | None = None
    clinician: ClinicianId | None = None  # who decided or prescribed
    visit: VisitId | None = None
    why: tuple[Why, ...] = ()
    why_words: str = ""
    noticed: str = ""
    side_effects: tuple[SideEffect, ...] = ()
    not_tolerated: bool = False
    reaction: str = ""
    verdict: Verdict | None = None
    verdict_words: str = ""
    again: Again | None = None
    expected: str = ""
    learned: str = ""
    told_the_clinician: bool | None = None
    switched_to: TreatmentId | None = None
    note: str = ""

    def check(self) -> None:
        """A change needs its treatment; everything else may come later."""
        if not self.treatment:
            raise InvalidRecord("treatment", Reason.EMPTY)
        for field in ("taken_share", "reaction", "verdict_words"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        for field in ("why_words", "noticed", "expected", "learned", "note"):
            check_text(field, getattr(self, field), TEXT_LIMIT)
        _check_order(self.when, self.until)


def _check_order(first: When | None, last: When | None) -> None:
    if first and last and last.latest < first.earliest:
        raise InvalidRecord("until", Reason.ENDS_BEFORE_START)
