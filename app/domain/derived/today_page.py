"""What the Today page shows, as values: `app.domain.derived.today` makes them, the page paints them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.domain.records.record import RecordId, SymptomId


class DayMark(StrEnum):
    """A mark under a column of the ledger."""

    INJECTION = "injection"
    DOSE_DAY = "dose day"
    BAD_DAY = "bad day"
    NO_SYMPTOMS = "no symptoms"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark: its icon's file name, what it is called in the legend, and what it is for a screen reader."""

    mark: DayMark
    icon: str
    text: str
    spoken: str = ""
    record: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDay:
    """One column: "Wed" over "29"; the first of a month has its name ("1 May"), today the word."""

    day: date
    weekday: str
    number: str
    today: bool
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCell:
    """One symptom on one day: the higher of its readings, and how many there are.

    `severity` None with `count` 0: nothing written (a dot; `+` today). None with a count: noted without a
    number. `text` is what stands in the cell, `entries` its readings, the one shown first.
    """

    day: date
    severity: int | None
    count: int
    text: str
    spoken: str
    entries: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One tracked symptom; its cells stand in the order of the columns, today last."""

    symptom: SymptomId
    name: str
    cells: tuple[LedgerCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The last days. At most six rows; `more` symptoms are behind "All symptoms"."""

    heading: str
    days: tuple[LedgerDay, ...]
    rows: tuple[LedgerRow, ...]
    legend: tuple[Mark, ...] = ()  # only the marks in view
    nothing_written: str = ""  # the legend of the dot, empty when none is in view
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLine:
    """One thing written today. `words` are the person's own (in serif)."""

    record: RecordId
    time: str
    icon: str
    thing: str
    value: str
    words: str
    spoken: str
    private: bool = False
    typed_by: str = ""  # "typed by Ana, for me"


class MomentKind(StrEnum):
    """What can wait in the margin, in the order it stands there (interface.md 11.3; 14.10 for the first)."""

    RECOVERY_KEY = "recovery key"
    BAD_DAY = "bad day"
    VISIT_SOON = "visit soon"
    WRITE_UP = "write up"
    PROMISE = "promise"
    STEP = "step"
    QUESTION = "question"
    LOOK_AGAIN = "look again"
    BEGUN = "begun"
    BACKUP = "backup"


class Answer(StrEnum):
    """What a button in the margin answers."""

    PREPARE = "prepare"
    WRITE_UP = "write up"
    RATHER_NOT = "rather not"
    IT_CAME = "it came"
    ASK_AT_VISIT = "ask at visit"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not done"
    ANSWERED = "answered"
    NO_LONGER_NEEDED = "no longer needed"
    LOOK = "look"
    GO_ON = "go on"
    CHECK_KEY = "check key"
    BACK_UP = "back up"
    ADD = "add"
    LEAVE_IT = "leave it"
    NOT_NOW = "not now"  # in the menu: back in a week
    NEVER_MIND = "never mind"  # in the menu: gone, undoable


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentAnswer:
    """One button: what it answers and its words."""

    answer: Answer
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One thing that waits. `key` stays the same for the same thing: what is put aside is known by it."""

    key: str
    kind: MomentKind
    icon: str
    title: str
    detail: str = ""
    words: str = ""  # the person's own (in serif)
    answers: tuple[MomentAnswer, ...] = ()
    menu: tuple[MomentAnswer, ...] = ()
    record: RecordId | None = None
    visit: RecordId | None = None  # the visit to ask at


class GapAnswer(StrEnum):
    """What one can say about a time without notes."""

    MOSTLY_BETTER = "mostly better"
    AS_USUAL = "as usual"
    WORSE = "worse"
    I_DONT_KNOW = "I don't know"
    LEAVE_IT_BLANK = "leave it blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Back after five empty days or more: a welcome, and one thing that may be said of the time between.

    The answer is kept as one note (topic GAP) from `first` to `last`; leaving it blank puts `key` aside.
    """

    key: str
    first: date
    last: date
    welcome: str
    ask: str
    answers: tuple[tuple[GapAnswer, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What Today knows beside the journal. `put_aside`: keys of moments, until when (None: for good).

    `begun`: the places of what is typed and not saved, and when it was.
    """

    recovery_key_checked: bool = True
    last_backup: date | None = None
    backups_wanted: bool = False
    put_aside: tuple[tuple[str, date | None], ...] = ()
    begun: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The whole page.

    `moments` are those that wait, in order; `shown` of them at first (one after a gap). `same_as_yesterday`
    is how many readings that link would write: it hides at 0. `day_one`: the journal is empty.
    """

    title: str
    ledger: Ledger
    written: tuple[WrittenLine, ...] = ()
    moments: tuple[Moment, ...] = ()
    shown: int = 5
    show_more: str = ""
    moments_last_line: str = ""
    nothing_today: str = ""
    same_as_yesterday: int = 0
    day_one: bool = False
    gap: Gap | None = None
    hints: tuple[str, ...] = field(default=())  # under the empty line, after "Try:"
