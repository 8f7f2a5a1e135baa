"""The sentences, dates and numbers of a language: a value that is passed to whoever speaks.

Catalogues are gettext files under resources/locale; a sentence is found by its key (the context) and its
English. English needs no file.
"""

import gettext
import io
from dataclasses import dataclass, field, replace
from datetime import date
from datetime import time as clock_time
from decimal import Decimal
from importlib import resources

from app.domain.records.when import PartOfDay, Precision, Season, When

NB = "\u00a0"  # between number and unit, day and month (document.md 5.1)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_MONTHS = tuple(name[:3] for name in MONTHS)
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Words:
    """One language with the person's dates and clock; implements `app.domain.wording.Wording`.

    `date_style` says what comes first, "day" or "month"; `first_weekday` is 0 for Monday.
    """

    language: str = "en"
    twelve_hour: bool = False
    date_style: str = "day"
    first_weekday: int = 0
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, compare=False)

    def say(self, key: str, english: str, /, **parts: object) -> str:
        """Fill the sentence `key`. A brace the person typed in a part stays as typed."""
        return _fill(self.catalogue.pgettext(key, english), parts)

    def count(self, key: str, one: str, many: str, n: int, /, **parts: object) -> str:
        """Fill the sentence for `n` things."""
        return _fill(self.catalogue.npgettext(key, one, many, n), {"n": self.number(n), **parts})

    def number(self, value: object) -> str:
        """Group thousands: 1,550. Decimals lose trailing zeros."""
        if isinstance(value, Decimal):
            text = format(value.normalize(), "f") if value else "0"
            whole, point, rest = text.partition(".")
            return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else text
        if isinstance(value, float):
            return self.number(Decimal(str(round(value, 2))))
        return f"{value:,}" if isinstance(value, int) else str(value)

    def day(self, day: date) -> str:
        """12 May 2026."""
        return self._in_style(day.day, self._month_name(day.month), day.year)

    def short_day(self, day: date) -> str:
        """12 Jun 2025."""
        return self._in_style(day.day, self._short_month_name(day.month), day.year)

    def day_in_year(self, day: date) -> str:
        """12 May."""
        return self._in_style(day.day, self._short_month_name(day.month))

    def date_in_year(self, day: date) -> str:
        """30 June."""
        return self._in_style(day.day, self._month_name(day.month))

    def weekday(self, day: date) -> str:
        """Wednesday 6 May."""
        name = WEEKDAYS[day.weekday()]
        comma = "," if self.date_style == "month" else ""
        return f"{self.say('weekday', name)}{comma} {self.date_in_year(day)}"

    def weekday_name(self, weekday: int) -> str:
        """Wednesday, for 2."""
        return self.say("weekday", WEEKDAYS[weekday])

    def short_weekday(self, day: date) -> str:
        """Wed."""
        return self.say("weekday.short", SHORT_WEEKDAYS[day.weekday()])

    def month(self, day: date) -> str:
        """June 2025."""
        return f"{self._month_name(day.month)}{NB}{day.year}"

    def short_month(self, day: date) -> str:
        """Jun 2025."""
        return f"{self._short_month_name(day.month)}{NB}{day.year}"

    def time(self, at: clock_time) -> str:
        """18:40 or 6:40 pm."""
        if not self.twelve_hour:
            return f"{at.hour:02}:{at.minute:02}"
        return f"{at.hour % 12 or 12}:{at.minute:02}{NB}{'am' if at.hour < 12 else 'pm'}"  # noqa: PLR2004 - noon

    def when(self, when: When | None) -> str:
        """A date with exactly the precision it has; the words as written where no date can be told."""
        return self._when(when, short=False)

    def short_when(self, when: When | None) -> str:
        """The same with short months."""
        return self._when(when, short=True)

    def span(self, first: date, last: date) -> str:
        """11 Sep–20 Oct 2025; the year stands once where it is the same."""
        if first == last:
            return self.short_day(first)
        if first.year != last.year:
            return f"{self.short_day(first)}–{self.short_day(last)}"
        days = f"{first.day}–{last.day}"
        if first.month == last.month:
            return self._in_style(days, self._short_month_name(last.month), last.year)
        return f"{self.day_in_year(first)}–{self.short_day(last)}"

    def week(self) -> tuple[int, ...]:
        """The days of a week in the person's order, 0 for Monday: for every calendar."""
        return tuple((self.first_weekday + place) % 7 for place in range(7))

    def _in_style(self, day: object, month: str, year: int | None = None) -> str:
        """12 May 2026 or May 12, 2026; without a year 12 May or May 12."""
        if self.date_style == "month":
            return f"{month}{NB}{day}" if year is None else f"{month}{NB}{day},{NB}{year}"
        return f"{day}{NB}{month}" if year is None else f"{day}{NB}{month}{NB}{year}"

    def listing(self, items: tuple[str, ...]) -> str:
        """One, two and three."""
        if len(items) <= 1:
            return "".join(items)
        return self.say("list.and", "{first} and {last}", first=", ".join(items[:-1]), last=items[-1])

    def _when(self, when: When | None, *, short: bool) -> str:
        if when is None:
            return self.say("date.unknown", "date not known")
        if when.first is None or when.last is None:
            return when.words
        text = self._dated(when, when.first, when.last, short=short)
        return self.say("date.about", "about {date}", date=text) if when.around else text

    def _dated(self, when: When, first: date, last: date, *, short: bool) -> str:
        match when.precision:
            case Precision.SPAN:
                return self.span(first, last)
            case Precision.YEAR:
                return str(first.year)
            case Precision.MONTH:
                return self.short_month(first) if short else self.month(first)
            case Precision.SEASON:
                return f"{self._season(when.season)}{NB}{first.year}"
        day = self.short_day(first) if short else self.day(first)
        return day if short else day + self._within_day(when)

    def _within_day(self, when: When) -> str:
        if when.at is not None:
            return f", {self._clock(when.at, when.until)}"
        return f", {self.part_of_day(when.part)}" if when.part is not None else ""

    def _clock(self, at: clock_time, until: clock_time | None) -> str:
        return self.time(at) if until is None else f"{self.time(at)}–{self.time(until)}"

    def part_of_day(self, part: PartOfDay) -> str:
        """Evening, in the language."""
        return self.say("part of day", str(part))

    def _season(self, season: Season | None) -> str:
        return self.say("season", str(season or ""))

    def _month_name(self, month: int) -> str:
        return self.say("month", MONTHS[month - 1])

    def _short_month_name(self, month: int) -> str:
        return self.say("month.short", SHORT_MONTHS[month - 1])


def load_words(language: str, *, like: Words | None = None) -> Words:
    """The words of a language with the dates and clock of `like`; English where there is no catalogue."""
    path = resources.files("resources") / "locale" / language / "LC_MESSAGES" / "app.mo"
    if not path.is_file():
        return like or Words()
    catalogue = gettext.GNUTranslations(io.BytesIO(path.read_bytes()))
    return replace(like or Words(), language=language, catalogue=catalogue)


def languages() -> tuple[str, ...]:
    """The languages there are words for: English, and those with a catalogue."""
    folder = resources.files("resources") / "locale"
    if not folder.is_dir():
        return ("en",)
    kept = (one.name for one in folder.iterdir() if (one / "LC_MESSAGES" / "app.mo").is_file())
    return ("en", *sorted(kept))


def _fill(sentence: str, parts: dict[str, object]) -> str:
    return sentence.format_map(parts) if parts else sentence
