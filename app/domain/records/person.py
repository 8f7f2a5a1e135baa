"""Whose journal it is, and what a clinician should know: conditions, allergies, safety facts."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from app.domain.records.invalid import check_given
from app.domain.records.record import ClinicianId, Record
from app.domain.records.text import LINE_LIMIT, NAME_LIMIT, TEXT_LIMIT, check_text
from app.domain.records.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language the person speaks; `interpreter` if one is needed in it (also a signed language)."""

    name: str
    first: bool = False
    interpreter: bool = False

    def __post_init__(self) -> None:
        """Check the limit."""
        check_text("languages", self.name, NAME_LIMIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """The one person a journal belongs to. Full name and record number are printed only if ticked."""

    KIND: ClassVar[str] = "person"

    name: str
    full_name: str = ""
    record_number: str = ""
    born: When | None = None
    birth_year_only: bool = False
    call_me: str = ""
    pronouns: str = ""
    languages: tuple[Language, ...] = ()
    address: str = ""
    phone: str = ""
    email: str = ""
    implants: str = ""  # what the emergency card names; safety facts hold the answer itself
    at_home: str = ""  # who or what is at home, for the emergency card
    for_another: bool = False  # the journal is kept by someone who cares for them
    carer_name: str = ""  # who keeps this journal for the person, if they do not keep it themselves
    carer_relation: str = ""
    immune_lowering: bool = False  # "I take a medicine that holds my immune system down"

    def check(self) -> None:
        """A name is needed, so that the journal can be told from others."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        for field in ("full_name", "record_number", "call_me", "pronouns", "phone", "email"):
            check_text(field, getattr(self, field), NAME_LIMIT)
        for field in ("address", "implants", "at_home", "carer_name", "carer_relation"):
            check_text(field, getattr(self, field), LINE_LIMIT)


class Topic(StrEnum):
    """What "About me" can hold; each has its own sharing mark and history."""

    STORY = "story"
    MATTERS = "matters"
    HOPE = "hope"
    FEAR = "fear"  # private by default
    WONT_TRADE = "wont trade"
    TALK = "talk"  # how to talk with me
    VISIT_NEEDS = "visit needs"  # hearing, memory, companion: what changes the visit itself
    EXAMINATION = "examination"  # chaperone, positions
    WORKING = "working"  # how I like to work
    KNOWING = "knowing"  # how much I want to know: numbers, outlook, in writing
    DECIDING = "deciding"  # all options, a recommendation, my own proposal
    HARD = "hard"  # what is hard: cost, transport, caring, shifts, only driver
    BODY = "body"  # what I know about my body
    BETTER = "better"  # what better would look like for me
    HELPS = "helps"  # what helps on a bad day
    CONTEXT = "context"  # life context: private by default
    USUALLY_LEFT_OUT = "usually left out"  # private by default


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutMe(Record):
    """One thing to know about the person, in their words. `because` is the reason of a limit.

    `printed` is how many characters of a long story a document prints, up to a full stop the person chose;
    0: all of it.
    """

    KIND: ClassVar[str] = "about"

    topic: Topic
    text: str
    because: str = ""
    order: int = 0
    printed: int = 0

    def check(self) -> None:
        """A story may be long; the page cuts, the journal never does."""
        check_text("text", self.text, TEXT_LIMIT)
        check_text("because", self.because, LINE_LIMIT)


class GoalState(StrEnum):
    """A goal goes on, rests, changes or is reached. It never fails."""

    GOING = "going"
    RESTING = "resting"
    CHANGED = "changed"
    REACHED = "reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """What the person hopes to reach, alone or shared with a clinician."""

    KIND: ClassVar[str] = "goal"

    text: str
    shared_with: ClinicianId | None = None
    state: GoalState = GoalState.GOING
    look_again: When | None = None

    def check(self) -> None:
        """A goal is a sentence."""
        check_text("text", self.text, LINE_LIMIT, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Record):
    """Someone in the person's life. `object_pronoun` fills "You may talk to him."; empty: the name."""

    KIND: ClassVar[str] = "contact"

    name: str
    tie: str = ""
    phone: str = ""
    object_pronoun: str = ""
    call_first: bool = False
    may_be_spoken_to: bool = False
    involve: str = ""  # in what, in the person's words
    order: int = 0

    def check(self) -> None:
        """A name is enough."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        for field in ("tie", "phone", "object_pronoun"):
            check_text(field, getattr(self, field), NAME_LIMIT)
        check_text("involve", self.involve, LINE_LIMIT)


class ConditionStatus(StrEnum):
    """How sure a diagnosis is, and whether it is over."""

    SUSPECTED = "suspected"
    CONFIRMED = "confirmed"
    RULED_OUT = "ruled out"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Record):
    """A diagnosis or problem. Told by no clinician, it is what the person wonders about."""

    KIND: ClassVar[str] = "condition"

    name: str
    detail: str = ""
    short: str = ""  # what a table's "For" column calls it ("arthritis")
    status: ConditionStatus = ConditionStatus.CONFIRMED
    onset: When | None = None
    ended: When | None = None
    told_by_clinician: ClinicianId | None = None
    told_by_name: str = ""  # a clinician who is not in the care team
    told: When | None = None
    wondering: bool = False  # "I wonder about": the person's own thought, told by nobody
    what_i_was_told: str = ""
    order: int = 0

    def check(self) -> None:
        """A condition needs a name."""
        check_text("name", self.name, NAME_LIMIT, required=True)
        for field in ("detail", "short", "told_by_name"):
            check_text(field, getattr(self, field), LINE_LIMIT)
        check_text("what_i_was_told", self.what_i_was_told, TEXT_LIMIT)


class Badness(StrEnum):
    """How bad a reaction or side effect was."""

    MILD = "mild"
    MIDDLING = "middling"
    BAD = "bad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allergy(Record):
    """An allergy, or an intolerance, with what it does and how sure that is."""

    KIND: ClassVar[str] = "allergy"

    substance: str
    reaction: str = ""
    intolerance: bool = False
    badness: Badness | None = None
    when: When | None = None
    told_by_clinician: ClinicianId | None = None
    how_sure: str = ""
    note: str = ""

    def check(self) -> None:
        """A substance is needed; what it does may be unknown."""
        check_text("substance", self.substance, NAME_LIMIT, required=True)
        check_text("reaction", self.reaction, LINE_LIMIT)
        check_text("how_sure", self.how_sure, LINE_LIMIT)
        check_text("note", self.note, TEXT_LIMIT)


class NoneOf(StrEnum):
    """What a person can say there is none of. Only pressing *None* states it (document.md 5.2)."""

    ALLERGIES = "allergies"
    CONDITIONS = "conditions"
    MEDICINES = "medicines"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneKnown(Record):
    """The sentence "None that I know of", said on purpose and dated by `written`."""

    KIND: ClassVar[str] = "none known"

    of: NoneOf


class SafetyTopic(StrEnum):
    """The standard safety facts in the order they are printed (document.md 5.2)."""

    PREGNANCY = "pregnancy"
    SMOKING = "smoking"
    KIDNEYS = "kidneys"
    LIVER = "liver"
    BLOOD = "blood"
    BLOOD_THINNERS = "blood thinners"
    IMPLANTS = "implants"
    ASTHMA = "asthma"
    VACCINES = "vaccines"
    INFECTIONS = "infections"


class SafetyAnswer(StrEnum):
    """Yes (with words), no, or doesn't apply. Nothing written is no record at all."""

    YES = "yes"
    NO = "no"
    DOES_NOT_APPLY = "does not apply"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyFact(Record):
    """One safety fact: the answer, a few words, who said so and when."""

    KIND: ClassVar[str] = "safety"

    topic: SafetyTopic
    answer: SafetyAnswer
    words: str = ""
    told_by_clinician: ClinicianId | None = None
    told: When | None = None

    def check(self) -> None:
        """An answer, and a few words, no more: page 1 has three lines for all of them."""
        check_given("answer", self.answer)
        check_text("words", self.words, LINE_LIMIT)
