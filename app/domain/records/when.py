"""When something happened, as precisely as the person knows it and no more.

A `When` is a span of days with the precision the person gave. "around March 2019" stays around March 2019:
it has an order and can overlap other spans, but it never turns into one exact day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from app.domain.records.invalid import InvalidRecord, Reason
from app.domain.records.text import check_text

WORDS_LIMIT = 200


class Precision(StrEnum):
    """How exactly a moment is known, from the most to the least exact."""

    MINUTE = "minute"
    PART_OF_DAY = "part of day"
    DAY = "day"
    SPAN = "span"  # from one known day to another known day
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    WORDS = "words"  # "before the move": an order nobody can compute


class PartOfDay(StrEnum):
    """The parts a day is told in. Midnight to five belongs to the night before (product.md)."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Season(StrEnum):
    """The four seasons, northern months; `first` and `last` say which days are meant."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


# Where a part of a day sorts among exact times of the same day.
_PART_STARTS = {
    PartOfDay.MORNING: time(6),
    PartOfDay.NOON: time(12),
    PartOfDay.AFTERNOON: time(13),
    PartOfDay.EVENING: time(18),
    PartOfDay.NIGHT: time(22),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A span of whole days, `first` to `last` inclusive, with its precision.

    `first` and `last` are None only for `Precision.WORDS`. `at` and `until` are the person's own civil time
    (no zone: a diary's 18:40 is 18:40 where the person was). `words` keeps what was typed.

    Raises InvalidRecord when the parts contradict each other.
    """

    precision: Precision
    first: date | None = None
    last: date | None = None
    at: time | None = None
    until: time | None = None
    part: PartOfDay | None = None
    season: Season | None = None
    around: bool = False
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse spans that end before they begin and parts that do not fit the precision."""
        check_text("when", self.words, WORDS_LIMIT)
        if self.precision is Precision.WORDS:
            if self.first or self.last or not self.words.strip():
                raise InvalidRecord("when", Reason.CONTRADICTS)
            return
        if self.first is None or self.last is None:
            raise InvalidRecord("when", Reason.EMPTY)
        if self.last < self.first:
            raise InvalidRecord("when", Reason.ENDS_BEFORE_START)
        if (self.at is None) == (self.precision is Precision.MINUTE):
            raise InvalidRecord("when", Reason.CONTRADICTS)
        if (self.part is None) == (self.precision is Precision.PART_OF_DAY):
            raise InvalidRecord("when", Reason.CONTRADICTS)

    @property
    def earliest(self) -> date:
        """The first day it can have been; the first day of all for words without a date."""
        return self.first or date.min

    @property
    def latest(self) -> date:
        """The last day it can have been; the last day of all for words without a date."""
        return self.last or date.max

    @property
    def is_dated(self) -> bool:
        """Whether a calendar date is known at all, however roughly."""
        return self.first is not None

    @property
    def is_fuzzy(self) -> bool:
        """Whether the day itself is not known: such a date is drawn as a span with soft ends."""
        return self.around or self.precision in {
            Precision.MONTH,
            Precision.SEASON,
            Precision.YEAR,
            Precision.WORDS,
        }

    @property
    def day(self) -> date | None:
        """The one day it happened on, or None when no single day is known."""
        return self.first if self.first == self.last and not self.around else None

    @property
    def middle(self) -> date:
        """The middle of the span, for drawing one mark; date.min without a date."""
        if self.first is None or self.last is None:
            return date.min
        return self.first + (self.last - self.first) // 2

    def overlaps(self, other: "When") -> bool:
        """Whether the two can have happened at the same time, as far as both are known."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def within(self, first: date, last: date) -> bool:
        """Whether any of its days lies in `first` to `last`, both inclusive. Undated: never."""
        return self.is_dated and self.earliest <= last and first <= self.latest

    @property
    def sort_key(self) -> tuple[date, time, date, str]:
        """Order in time: by first day, then time of day, then by how soon it was certainly over."""
        start = self.at or (_PART_STARTS[self.part] if self.part else time.min)
        return (self.earliest, start, self.latest, self.words)


def on_day(day: date, *, around: bool = False, words: str = "") -> When:
    """A whole day."""
    return When(precision=Precision.DAY, first=day, last=day, around=around, words=words)


def at_time(moment: datetime, *, until: time | None = None, words: str = "") -> When:
    """A minute of a day, in the person's own civil time."""
    at = moment.time().replace(second=0, microsecond=0, tzinfo=None)
    day = moment.date()
    return When(precision=Precision.MINUTE, first=day, last=day, at=at, until=until, words=words)


def part_of_day(day: date, part: PartOfDay, *, words: str = "") -> When:
    """A part of one day, as in "yesterday evening"."""
    return When(precision=Precision.PART_OF_DAY, first=day, last=day, part=part, words=words)


def in_month(year: int, month: int, *, around: bool = False, words: str = "") -> When:
    """A whole month, as in "June 2025" or "around March 2019"."""
    first = date(year, month, 1)
    return When(
        precision=Precision.MONTH,
        first=first,
        last=last_of_month(first),
        around=around,
        words=words,
    )


def in_season(year: int, season: Season, *, around: bool = False, words: str = "") -> When:
    """A season of a year; winter runs from December of that year into February of the next."""
    start_month = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
    first = date(year, start_month, 1)
    end = date(year + 1, 2, 1) if season is Season.WINTER else date(year, start_month + 2, 1)
    return When(
        precision=Precision.SEASON,
        first=first,
        last=last_of_month(end),
        season=season,
        around=around,
        words=words,
    )


def in_year(year: int, *, around: bool = False, words: str = "") -> When:
    """A whole year."""
    return When(
        precision=Precision.YEAR,
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        around=around,
        words=words,
    )


def from_to(first: date, last: date, *, words: str = "") -> When:
    """A span between two known days, both inclusive."""
    return When(precision=Precision.SPAN, first=first, last=last, words=words)


def in_words(words: str) -> When:
    """A moment only words can tell, as in "before the move"."""
    return When(precision=Precision.WORDS, words=words)


def last_of_month(day: date) -> date:
    """The last day of the month `day` lies in."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
