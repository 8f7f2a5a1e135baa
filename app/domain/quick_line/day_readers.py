"""Makes a day, a span, a month, a season or a year of the words a pattern has found.

Each reader raises ValueError or OverflowError for a date there is not, such as 31 February.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from app.domain.records.when import Season, When, from_to, in_month, in_season, in_year, last_of_month, on_day

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = {
    name: number
    for number, name in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
} | {"a": 1, "an": 1, "a couple of": 2}
NIGHT_ENDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """From where a date is read. `field`: the text is a date and nothing else.

    `month_first`: what 5/6 means to this person.
    """

    now: datetime
    ahead: bool = False
    field: bool = False
    month_first: bool = False

    @property
    def today(self) -> date:
        """The calendar day."""
        return self.now.date()

    def allows(self, when: When) -> bool:
        """Whether it has begun, or what is to come is meant."""
        return self.ahead or when.earliest <= self.today


def read_iso(match: re.Match[str], _frame: Frame) -> When | None:
    """2026-05-06."""
    return on_day(date(int(match["y"]), int(match["m"]), int(match["d"])))


def read_slashes(match: re.Match[str], frame: Frame) -> When | None:
    """14/05/2026, in the person's order unless it cannot be."""
    day, month = int(match["d"]), int(match["m"])
    if frame.month_first:
        day, month = month, day
    if month > 12:  # noqa: PLR2004 - months; then it was written the other way round
        day, month = month, day
    year = match["y"]
    return _dated(day, month, int(year) if year else None, frame)


def read_day_month(match: re.Match[str], frame: Frame) -> When | None:
    """14 May, 14 May 2025."""
    year = match["y"]
    return _dated(_number(match["d"]), _month(match["m"]), int(year) if year else None, frame)


def _dated(day: int, month: int, year: int | None, frame: Frame) -> When | None:
    return on_day(date(year, month, day) if year else _nearest(day, month, frame))


def _nearest(day: int, month: int, frame: Frame) -> date:
    """The latest such day that has come; for what may be ahead, the nearest one."""
    years = (frame.today.year + step for step in (-4, -3, -2, -1, 0, 1))
    days = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    if frame.ahead:
        return min(days, key=lambda held: abs(held - frame.today))
    return max(held for held in days if held <= frame.today)


def read_days_of_month(match: re.Match[str], frame: Frame) -> When | None:
    """2 to 9 May."""
    month, year = _month(match["m"]), match["y"]
    last = (
        date(int(year), month, _number(match["e"])) if year else _nearest(_number(match["e"]), month, frame)
    )
    return _span(last.replace(day=_number(match["d"])), last)


def read_days_of_months(match: re.Match[str], frame: Frame) -> When | None:
    """28 April to 3 May."""
    last_year, first_year = match["z"], match["y"] or match["z"]
    end_day, end_month = _number(match["e"]), _month(match["n"])
    last = date(int(last_year), end_month, end_day) if last_year else _nearest(end_day, end_month, frame)
    first = date(int(first_year or last.year), _month(match["m"]), _number(match["d"]))
    if first > last and not match["y"]:
        first = first.replace(year=first.year - 1)
    return _span(first, last)


def _span(first: date, last: date) -> When | None:
    if first > last:
        return None
    return on_day(first) if first == last else from_to(first, last)


def read_month_year(match: re.Match[str], _frame: Frame) -> When | None:
    """March 2019."""
    return in_month(int(match["y"]), _month(match["m"]))


def read_month_alone(match: re.Match[str], frame: Frame) -> When | None:
    """March: the latest one that has begun."""
    month = _month(match["m"])
    first = date(frame.today.year, month, 1)
    if not frame.ahead and first > frame.today:
        first = first.replace(year=first.year - 1)
    elif frame.ahead and last_of_month(first) < frame.today:
        first = first.replace(year=first.year + 1)
    return in_month(first.year, month)


def read_season_year(match: re.Match[str], _frame: Frame) -> When | None:
    """Autumn 2022."""
    return in_season(int(match["y"]), _season(match["s"]))


def read_season_alone(match: re.Match[str], frame: Frame) -> When | None:
    """Last summer."""
    season, when = _season(match["s"]), in_season(frame.today.year, _season(match["s"]))
    over = match["which"].lower() == "last" and when.latest >= frame.today
    if over or when.earliest > frame.today:
        when = in_season(frame.today.year - 1, season)
    return when


def read_year_alone(match: re.Match[str], _frame: Frame) -> When | None:
    """2006."""
    return in_year(int(match["y"]))


def read_some_time_ago(match: re.Match[str], frame: Frame) -> When | None:
    """3 days ago; years and months ago are only about so."""
    words, unit = match["n"].lower(), match["unit"].lower()
    if words == "half a":
        return _back(6, "months", frame) if unit.startswith("y") else None
    return _back(_COUNTS.get(words) or int(words), unit, frame)


def _back(count: int, unit: str, frame: Frame) -> When | None:
    if unit.startswith("y"):
        year = frame.today.year - count
        return in_year(year, around=True) if year >= MINYEAR else None
    if unit.startswith("m"):
        months = frame.today.year * 12 + frame.today.month - 1 - count
        return in_month(months // 12, months % 12 + 1, around=True)
    if unit.startswith("w"):
        return on_day(frame.today - timedelta(weeks=count), around=count > 1)
    return on_day(frame.today - timedelta(days=count))


def read_from_now(match: re.Match[str], frame: Frame) -> When | None:
    """In two weeks."""
    words, unit = match["n"].lower(), match["unit"].lower()
    if not frame.ahead:
        return None
    count = _COUNTS.get(words) or int(words)
    if unit.startswith("m"):
        months = frame.today.year * 12 + frame.today.month - 1 + count
        return in_month(months // 12, months % 12 + 1, around=True) if months < MAXYEAR * 12 else None
    return on_day(frame.today + timedelta(days=count * (7 if unit.startswith("w") else 1)))


def read_named_day(match: re.Match[str], frame: Frame) -> When | None:
    """Today, yesterday, tomorrow."""
    words = match[0].lower()
    if words.startswith(("the day before", "day before")):
        return on_day(frame.today - timedelta(days=2))
    if words == "yesterday":
        return on_day(frame.today - timedelta(days=1))
    if words == "tomorrow":
        return on_day(frame.today + timedelta(days=1))
    return on_day(frame.today - timedelta(days=1 if frame.now.hour < NIGHT_ENDS else 0))


def read_last_or_next(match: re.Match[str], frame: Frame) -> When | None:
    """Last week, this month, next year."""
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    today = frame.today
    match match["unit"].lower():
        case "week":
            monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
            return from_to(
                monday, min(monday + timedelta(days=6), today) if step == 0 else monday + timedelta(days=6)
            )
        case "weekend":
            saturday = today - timedelta(days=(today.weekday() - 5) % 7 or (7 if step < 0 else 0))
            saturday += timedelta(weeks=max(step, 0))
            return from_to(saturday, saturday + timedelta(days=1))
        case "month":
            months = today.year * 12 + today.month - 1 + step
            return in_month(months // 12, months % 12 + 1)
    return in_year(today.year + step)


def read_weekday(match: re.Match[str], frame: Frame) -> When | None:
    """The latest such day before today; for what may be ahead the next one."""
    wanted = next(at for at, name in enumerate(WEEKDAYS) if name.startswith(match["w"].lower()[:3]))
    which = (match["which"] or "").lower()
    if which == "next" and not frame.ahead:
        return None
    if frame.ahead and which != "last":
        return on_day(frame.today + timedelta(days=(wanted - frame.today.weekday()) % 7 or 7))
    return on_day(frame.today - timedelta(days=(frame.today.weekday() - wanted) % 7 or 7))


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    return MONTHS[text.lower().rstrip(".")]


def _season(text: str) -> Season:
    return Season.AUTUMN if text.lower() == "fall" else Season(text.lower())
