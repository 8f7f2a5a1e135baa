"""Finds a day, a span of days, a month, a season or a year in a person's words."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from app.domain.quick_line import day_readers
from app.domain.quick_line.day_readers import MONTHS, NIGHT_ENDS, WEEKDAYS, Frame
from app.domain.records.when import When

_MONTH = "(?:" + "|".join(MONTHS) + r")\b\.?"
_FULL_MONTH = "(?:" + "|".join(name for name in MONTHS if len(name) > 4 or name in {"june", "july"}) + ")"  # noqa: PLR2004 - no short forms
_WEEKDAY = "(?:" + "|".join(WEEKDAYS) + ")"
_SHORT_DAY = "(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)"
_YEAR = r"(?:19|20)\d\d"
_SEASON = "(?:spring|summer|autumn|fall|winter)"
_TO = r"\s*(?:-|–|to|until|till|and)\s*"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBER = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|half a"
_NOT_A_MONTH = r"(?!\s+(?:be|have|not|need|help|also)\b)"
_LEADS = re.compile(
    r"(?:\b(?P<around>around|about|circa|roughly|approximately|maybe|early(?: in)?|mid|late(?: in)?"
    r"|(?:the )?(?:beginning|start|middle|end) of)|\b(?P<since>since|ever since)"
    r"|\b(?:on|in|from|between|for|during|the|this)|(?P<tilde>~)|(?P<mid>\bmid-))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A day found, and where."""

    when: When
    span: tuple[int, int]
    since: bool = False
    sure: bool = True


Reader = Callable[[re.Match[str], Frame], "When | None"]


def find_day(text: str, frame: Frame) -> Found | None:
    """The first day in `text` that can be meant, or None."""
    for pattern, reader in _READERS_IN_FIELD if frame.field else _READERS:
        for match in pattern.finditer(text):
            when = None
            with suppress(ValueError, OverflowError):
                when = reader(match, frame)
            if when is not None and frame.allows(when):
                return _with_leads(text, match, when, frame)
    return None


def _with_leads(text: str, match: re.Match[str], when: When, frame: Frame) -> Found:
    """Take in the small words before it: on, since, around."""
    start, around, since = match.start(), when.around, False
    for _ in range(3):
        lead = _LEADS.search(text[max(0, start - 30) : start])
        if lead is None:
            break
        around = around or any(lead[name] for name in ("around", "tilde", "mid"))
        since = since or bool(lead["since"])
        start -= len(lead[0])
    later = replace(when, around=True) if around and not when.around else when
    return Found(when=later, span=(start, match.end()), since=since, sure=_is_sure(match, frame))


def _is_sure(match: re.Match[str], frame: Frame) -> bool:
    words = match[0].lower()
    if "/" in words:
        return False
    today = WEEKDAYS[frame.today.weekday()]
    return frame.now.hour >= NIGHT_ENDS and not (today in words and not re.search(r"\d", words))


def _reader(pattern: str, reader: Reader) -> tuple[re.Pattern[str], Reader]:
    return re.compile(pattern, re.IGNORECASE), reader


_BEFORE = r"(?<![\w.,/:+\-–])"
_WEEKDAY_BEFORE = rf"(?:\b(?:{_WEEKDAY}|{_SHORT_DAY})\b,?\s+(?:the\s+)?)?"
_OPTIONAL_YEAR = rf"(?:,?\s+(?P<y>{_YEAR})\b)?"
_READERS = (
    _reader(_BEFORE + r"(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", day_readers.read_iso),
    _reader(
        _BEFORE + r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:19|20)\d\d)(?!\d)", day_readers.read_slashes
    ),
    _reader(
        rf"{_BEFORE}(?P<d>{_DAY})\s+(?P<m>{_MONTH})(?:\s+(?P<y>{_YEAR}))?{_TO}(?P<e>{_DAY})\s+(?P<n>{_MONTH})"
        rf"(?:,?\s+(?P<z>{_YEAR})\b)?",
        day_readers.read_days_of_months,
    ),
    _reader(
        rf"{_BEFORE}(?P<d>{_DAY}){_TO}(?P<e>{_DAY})\s+(?P<m>{_MONTH}){_OPTIONAL_YEAR}",
        day_readers.read_days_of_month,
    ),
    _reader(
        rf"{_BEFORE}{_WEEKDAY_BEFORE}(?P<d>{_DAY})\s+(?:of\s+)?(?P<m>{_MONTH}){_NOT_A_MONTH}{_OPTIONAL_YEAR}",
        day_readers.read_day_month,
    ),
    _reader(rf"{_BEFORE}(?P<m>{_MONTH})\s+(?P<y>{_YEAR})\b", day_readers.read_month_year),
    _reader(
        rf"{_BEFORE}{_WEEKDAY_BEFORE}(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?![\w:./]|\s*(?:mg|of\s+10)){_OPTIONAL_YEAR}",
        day_readers.read_day_month,
    ),
    _reader(rf"{_BEFORE}(?P<s>{_SEASON})(?:\s+of)?\s+(?P<y>{_YEAR})\b", day_readers.read_season_year),
    _reader(rf"\b(?P<which>last|this)\s+(?P<s>{_SEASON})\b", day_readers.read_season_alone),
    _reader(
        rf"\b(?P<n>{_NUMBER})\s+(?P<unit>days?|weeks?|months?|years?)\s+ago\b", day_readers.read_some_time_ago
    ),
    _reader(rf"\bin\s+(?P<n>{_NUMBER})\s+(?P<unit>days?|weeks?|months?)\b", day_readers.read_from_now),
    _reader(
        r"\b(?:the )?day before yesterday\b|\byesterday\b|\btoday\b|\btomorrow\b", day_readers.read_named_day
    ),
    _reader(
        r"\b(?P<which>last|this|next)\s+(?P<unit>weekend|week|month|year)\b", day_readers.read_last_or_next
    ),
    _reader(rf"\b(?:(?P<which>last|next|this)\s+)?(?P<w>{_WEEKDAY})\b", day_readers.read_weekday),
    _reader(rf"\b(?:(?P<which>last|next|this)|since|on)\s+(?P<w>{_SHORT_DAY})\b", day_readers.read_weekday),
    _reader(rf"(?<=\bin )(?P<m>{_FULL_MONTH}|may)\b{_NOT_A_MONTH}", day_readers.read_month_alone),
    _reader(rf"(?<=\bsince )(?P<m>{_FULL_MONTH}|may)\b", day_readers.read_month_alone),
    _reader(rf"\blast\s+(?P<m>{_FULL_MONTH}|may)\b", day_readers.read_month_alone),
    _reader(
        rf"(?:(?<=\bin )|(?<=\bsince )|(?<=\baround )|(?<=\babout )|(?<=\bearly )|(?<=\bmid )|(?<=\bmid-)"
        rf"|(?<=\blate )|(?<=\bcirca )|(?<=\bof ))(?P<y>{_YEAR})\b(?!\s*(?:mg|iu|units|ml|mcg|steps))",
        day_readers.read_year_alone,
    ),
)
_READERS_IN_FIELD = (
    _reader(
        rf"{_BEFORE}(?P<m>{_MONTH})\s+(?P<d>{_DAY})(?:,?\s+(?P<y>{_YEAR}))?{_TO}(?P<n>{_MONTH})\s+(?P<e>{_DAY})"
        rf"(?:,?\s+(?P<z>{_YEAR})\b)?",
        day_readers.read_days_of_months,
    ),
    _reader(
        rf"{_BEFORE}(?P<m>{_MONTH})\s+(?P<d>{_DAY}){_TO}(?P<e>{_DAY})(?![\w:./]){_OPTIONAL_YEAR}",
        day_readers.read_days_of_month,
    ),
    *_READERS,
    _reader(_BEFORE + r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})(?P<y>)(?!\w)", day_readers.read_slashes),
    _reader(rf"{_BEFORE}(?P<m>{_MONTH})(?!\w)", day_readers.read_month_alone),
    _reader(rf"{_BEFORE}(?P<y>{_YEAR})\b", day_readers.read_year_alone),
    _reader(rf"\b(?P<which>)(?P<s>{_SEASON})\b", day_readers.read_season_alone),
    _reader(rf"\b(?P<which>)(?P<w>{_SHORT_DAY})\b", day_readers.read_weekday),
)
