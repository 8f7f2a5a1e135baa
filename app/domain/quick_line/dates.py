"""Reads when something happened out of a person's words: "yesterday evening", "around March 2019".

The least precise reading wins. An entry never lands in the future: a bare "14 May" before May is last year's.
For what is still to come (`ahead`) it is the nearest one. Between midnight and five "today" is the day
before.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from app.domain.quick_line.clock_words import Clock, find_clock
from app.domain.quick_line.day_readers import Frame
from app.domain.quick_line.day_words import Found, find_day
from app.domain.records.when import (
    WORDS_LIMIT,
    PartOfDay,
    When,
    at_time,
    from_to,
    in_words,
    part_of_day,
)

_LONGEST = 1_000
_PARTS = {
    "morning": PartOfDay.MORNING,
    "noon": PartOfDay.NOON,
    "midday": PartOfDay.NOON,
    "lunchtime": PartOfDay.NOON,
    "afternoon": PartOfDay.AFTERNOON,
    "evening": PartOfDay.EVENING,
    "night": PartOfDay.NIGHT,
}
_NAMES = "|".join(_PARTS)
_PART_WITH_LEAD = re.compile(
    rf"\b(?P<lead>this|in the|during the|at|by|late|early|early this|late this|over)\s*\b(?P<part>{_NAMES})\b"
    r"|\b(?P<tonight>tonight)\b|\b(?P<last>last night|overnight)\b",
    re.IGNORECASE,
)
_PART_ALONE = re.compile(rf"\s*,?\s*(?:(?:in the|at|late|early)\s+)?(?P<part>{_NAMES})\b", re.IGNORECASE)
_PART_AT_END = re.compile(rf"\b(?P<part>{_NAMES})\s*$", re.IGNORECASE)
_NOW = re.compile(r"\b(?:right now|just now|now|at the moment)\b", re.IGNORECASE)
_AGO = re.compile(
    r"\b(?P<n>\d{1,3}|an?|one|two|three|half an)\s*(?P<unit>hours?|hrs?|h|minutes?|mins?)\s+ago\b",
    re.IGNORECASE,
)
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_PART_BEGINS = {
    PartOfDay.MORNING: time(5),
    PartOfDay.NOON: time(11),
    PartOfDay.AFTERNOON: time(12),
    PartOfDay.EVENING: time(16),
    PartOfDay.NIGHT: time(20),
}
NIGHT_ENDS = 5  # o'clock: until then it belongs to the night before (product.md)

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenRead:
    """A date read from a text. `spans` are the characters it came from; `rest` is what they leave over.

    `since`: it goes on from then until now. `sure` is False where another reading was as likely.
    """

    when: When | None
    spans: tuple[Span, ...] = ()
    rest: str = ""
    since: bool = False
    sure: bool = True


def read_when(text: str, now: datetime, *, ahead: bool = False, month_first: bool = False) -> WhenRead:
    """The whole of a When field. What has no date in it stays as words: "before the move".

    `ahead` allows what is still to come. `when` is None for an empty field only.
    """
    if not text.strip():
        return WhenRead(when=None, rest=text)
    found = find_when(text, now, ahead=ahead, field=True, month_first=month_first)
    if found.when is not None and not re.search(r"[^\W_]", found.rest):
        when = found.when
        if found.since and when.day is not None and when.day < now.date():
            when = from_to(when.day, now.date())
        return replace(found, when=_with_words(when, text.strip()))
    return WhenRead(when=_only_words(text), spans=((0, len(text)),), sure=False)


def find_when(
    text: str, now: datetime, *, ahead: bool = False, field: bool = False, month_first: bool = False
) -> WhenRead:
    """The first date in a line, if there is one; day and time of day may stand apart."""
    if len(text) > _LONGEST:
        return WhenRead(when=None, rest=text)
    frame = Frame(now=now, ahead=ahead, field=field, month_first=month_first)
    moment = _moment(text, now)
    if moment is not None:
        return _read(text, moment[0], (moment[1],))
    day = find_day(text, frame)
    hidden = _hide(text, day.span) if day else text
    clock = find_clock(hidden, whole_hours=ahead or field)
    if clock is not None:
        return _at_clock(text, frame, day, clock)
    part = _find_part(hidden, day)
    if part is not None:
        return _in_part(text, frame, day, part)
    if day is None:
        return WhenRead(when=None, rest=text)
    return _read(text, day.when, (day.span,), sure=day.sure, since=day.since)


def day_it_counts_to(now: datetime) -> date:
    """The day a moment belongs to: between midnight and five, the one before."""
    return now.date() - timedelta(days=1) if now.hour < NIGHT_ENDS else now.date()


def _moment(text: str, now: datetime) -> tuple[When, Span] | None:
    """Now, or some minutes or hours ago."""
    ago = _AGO.search(text)
    if ago is not None:
        minute = timedelta(minutes=1)
        length = minute if ago["unit"].lower().startswith("m") else 60 * minute
        count = 0.5 if " " in ago["n"] else float(_COUNTS.get(ago["n"].lower(), 0) or ago["n"])
        return at_time(now - count * length), ago.span()
    here = _NOW.search(text)
    return (at_time(now), here.span()) if here else None


def _find_part(hidden: str, day: Found | None) -> re.Match[str] | None:
    if day is not None:
        beside = _PART_ALONE.match(hidden, day.span[1])
        if beside is not None:
            return beside
    return _PART_WITH_LEAD.search(hidden) or _PART_AT_END.search(hidden)


def _at_clock(text: str, frame: Frame, day: Found | None, clock: Clock) -> WhenRead:
    spans = _spans(day, clock.span)
    on, sure = frame.now.date(), clock.sure
    if day is not None:
        if day.when.day is None:
            return _read(text, day.when, (day.span,), sure=day.sure, since=day.since)
        on, sure = day.when.day, sure and day.sure
    elif not frame.ahead and clock.at > frame.now.time().replace(tzinfo=None):
        on, sure = on - timedelta(days=1), False
    elif frame.ahead and clock.until is None:
        sure = False
    moment = at_time(datetime.combine(on, clock.at), until=clock.until)
    if not frame.ahead and datetime.combine(on, clock.at) > frame.now.replace(tzinfo=None):
        sure = False
    return _read(text, moment, spans, sure=sure, since=bool(day and day.since))


def _in_part(text: str, frame: Frame, day: Found | None, match: re.Match[str]) -> WhenRead:
    spans = _spans(day, match.span())
    if day is not None and day.when.day is None:
        return _read(text, day.when, (day.span,), sure=day.sure, since=day.since)
    named = match.groupdict()
    if day is not None and day.when.day is not None:
        part = _PARTS.get((named.get("part") or "night").lower(), PartOfDay.NIGHT)
        return _read(text, part_of_day(day.when.day, part), spans, sure=day.sure)
    on, part, sure = _part_without_day(frame, named)
    return _read(text, part_of_day(on, part), spans, sure=sure)


def _part_without_day(frame: Frame, named: dict[str, str | None]) -> tuple[date, PartOfDay, bool]:
    """Which day a part of the day alone is meant for: the latest one that has begun."""
    today, now = frame.now.date(), frame.now
    if named.get("tonight"):
        return day_it_counts_to(now), PartOfDay.NIGHT, True
    if named.get("last"):
        return today - timedelta(days=1), PartOfDay.NIGHT, True
    part = _PARTS[(named.get("part") or "night").lower()]
    begun = now.time().replace(tzinfo=None) >= _PART_BEGINS[part]
    if begun or frame.ahead:
        return today, part, True
    return today - timedelta(days=1), part, part is PartOfDay.NIGHT


def _read(
    text: str, when: When, spans: tuple[Span, ...], *, sure: bool = True, since: bool = False
) -> WhenRead:
    rest, words = text, ""
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + rest[end:]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    if len(_hidden(text, spans)[first:last].strip(" ,")) == 0:
        words = text[first:last].strip()
    return WhenRead(
        when=_with_words(when, words), spans=tuple(sorted(spans)), rest=rest, since=since, sure=sure
    )


def _with_words(when: When, words: str) -> When:
    return replace(when, words=words) if len(words) <= WORDS_LIMIT and _can_be_kept(words) else when


def _only_words(text: str) -> When | None:
    words = text.strip()[:WORDS_LIMIT]
    return in_words(words) if words and _can_be_kept(words) else None


def _can_be_kept(words: str) -> bool:
    """Half a character (a lone surrogate) can be kept nowhere."""
    return not re.search(r"[\ud800-\udfff]", words)


def _spans(day: Found | None, span: Span) -> tuple[Span, ...]:
    return (span,) if day is None else (day.span, span)


def _hide(text: str, span: Span) -> str:
    start, end = span
    return text[:start] + "\x00" * (end - start) + text[end:]


def _hidden(text: str, spans: tuple[Span, ...]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
