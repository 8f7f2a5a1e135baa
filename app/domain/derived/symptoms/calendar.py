"""Six months of one symptom, day by day: weeks across, the days of the person's own week down."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.derived.gaps import days_of
from app.domain.derived.symptoms.kept import Kept, six_months_before
from app.domain.derived.timeline_geometry import ONE_DAY
from app.domain.records import SymptomEntry
from app.domain.records.record import RecordId
from app.domain.wording import Wording

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One day: its highest number, how many readings, and their ids, the highest first."""

    day: date
    severity: int | None
    count: int
    entries: tuple[RecordId, ...]
    spoken: str
    today: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Weeks of seven days, a day that is still to come being None; `months` are named columns."""

    weeks: tuple[tuple[CalendarDay | None, ...], ...]
    months: tuple[tuple[int, str], ...]
    weekdays: tuple[str, ...]
    to_come: str = ""  # what is said of a day of this week that is not there yet
    spoken_weeks: tuple[str, ...]
    spoken_weekdays: tuple[str, ...]


def calendar_of(kept: Kept, today: date, words: Wording) -> Calendar:
    """The last six months in whole weeks; a span of days stands on each of them."""
    since = six_months_before(today)
    first = since - ONE_DAY * words.week().index(since.weekday())
    by_day: dict[date, list[SymptomEntry]] = {}
    for entry in kept.between(first, today):
        for day in days_of(entry.when):
            by_day.setdefault(day, []).append(entry)
    count = (today - first).days // WEEK + 1
    starts = tuple(first + timedelta(weeks=at) for at in range(count))
    return Calendar(
        weeks=tuple(_week(start, today, by_day, words) for start in starts),
        months=_months(starts, words),
        weekdays=tuple(words.short_weekday(first + ONE_DAY * at) for at in range(WEEK)),
        spoken_weekdays=tuple(words.weekday_name((first + ONE_DAY * at).weekday()) for at in range(WEEK)),
        to_come=words.say("symptoms.to_come", "still to come"),
        spoken_weeks=tuple(
            words.say("symptoms.week", "week of {day}", day=words.day(start)) for start in starts
        ),
    )


def full_day(day: date, words: Wording) -> str:
    """Monday 11 May 2026."""
    return words.say("symptoms.full_day", "{weekday} {year}", weekday=words.weekday(day), year=str(day.year))


def _week(
    start: date, today: date, by_day: dict[date, list[SymptomEntry]], words: Wording
) -> tuple[CalendarDay | None, ...]:
    days = [start + ONE_DAY * at for at in range(WEEK)]
    return tuple(_day(day, today, by_day.get(day, []), words) if day <= today else None for day in days)


def _day(day: date, today: date, entries: list[SymptomEntry], words: Wording) -> CalendarDay:
    highest_first = sorted(entries, key=lambda one: -1 if one.severity is None else one.severity)[::-1]
    severity = highest_first[0].severity if highest_first else None
    return CalendarDay(
        day=day,
        severity=severity,
        count=len(entries),
        entries=tuple(entry.id for entry in highest_first),
        spoken=_spoken(day, severity, len(entries), words),
        today=day == today,
    )


def _spoken(day: date, severity: int | None, count: int, words: Wording) -> str:
    """What changes from cell to cell first: "5 of 10, Monday 11 May 2026"."""
    if not count:
        what = words.say("today.nothing written", "nothing written")
    elif severity is None:
        what = words.say("today.noted", "noted")
    else:
        what = words.say("severity", "{n} of 10", n=severity)
    parts = [what, full_day(day, words)]
    if count > 1:
        parts.append(words.count("symptoms.highest", "of {n} reading", "the highest of {n} readings", count))
    return ", ".join(parts)


def _months(starts: tuple[date, ...], words: Wording) -> tuple[tuple[int, str], ...]:
    """The column each month's first whole week stands in; January says its year."""
    named = []
    for at, start in enumerate(starts):
        if start.day <= WEEK:
            whole = words.short_month(start)
            name = whole if start.month == 1 else whole.replace("\u00a0", " ").split(" ")[0]
            named.append((at, name))
    return tuple(named)
