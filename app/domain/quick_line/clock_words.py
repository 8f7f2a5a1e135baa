"""Finds a time of day: 14:30, 2pm, at 7.15, 2-4pm, noon, midnight."""

import re
from dataclasses import dataclass
from datetime import time

_HALF = r"(?P<{0}half>a\.?m\b\.?|p\.?m\b\.?)"
_HOUR = r"(?P<{0}hour>\d{{1,2}})(?:[:.h](?P<{0}minute>[0-5]\d))?"
_TO = r"\s*(?:-|–|to|until|till|and)\s*"
_LEAD = r"(?<![\w.,/:+\-–])(?:(?:at|around|about|from|since|between|by|~)\s*)?"
_NO_MORE = r"(?![\w:/%]|[.,]\d)"
_NOON = 12
_LAST_HOUR = 23

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _LEAD
        + _HOUR.format("a")
        + r"\s*"
        + _HALF.format("a")
        + "?"
        + _TO
        + _HOUR.format("b")
        + r"\s*"
        + _HALF.format("b")
        + _NO_MORE,
        _LEAD
        + r"(?P<ahour>\d{1,2}):(?P<aminute>[0-5]\d)"
        + _TO
        + r"(?P<bhour>\d{1,2}):(?P<bminute>[0-5]\d)"
        + _NO_MORE,
        _LEAD + _HOUR.format("a") + r"\s*" + _HALF.format("a") + _NO_MORE,
        _LEAD + r"(?P<ahour>\d{1,2})[:h](?P<aminute>[0-5]\d)" + _NO_MORE,
        r"\bat\s+(?P<ahour>\d{1,2})\.(?P<aminute>[0-5]\d)" + _NO_MORE,
        r"\b(?:at\s+)?(?P<ahour>\d{1,2})\s+(?P<oclock>o['’]clock)\b",
        r"\b(?:(?:at|around|since)\s+)?(?P<midnight>midnight)\b",
    )
)


_WHOLE_HOUR = re.compile(r"\bat\s+(?P<ahour>\d{1,2})(?P<oclock>(?![\w:/%]|[.,]\d))", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time, or from one to another; where it stood in the text."""

    at: time
    until: time | None
    span: tuple[int, int]
    sure: bool = True


def find_clock(text: str, *, whole_hours: bool = False) -> Clock | None:
    """The first time of day in `text`, or None. `whole_hours`: "at 10" is a time too, though not surely."""
    for pattern in (*_PATTERNS, _WHOLE_HOUR) if whole_hours else _PATTERNS:
        for match in pattern.finditer(text):
            clock = _clock(match)
            if clock is not None:
                return clock
    return None


def _clock(match: re.Match[str]) -> Clock | None:
    groups = match.groupdict()
    if groups.get("midnight"):
        return Clock(at=time(0), until=None, span=match.span())
    at_half, until_half = groups.get("ahalf"), groups.get("bhalf")
    at = _time(groups.get("ahour"), groups.get("aminute"), at_half or until_half)
    until = _time(groups.get("bhour"), groups.get("bminute"), until_half)
    if at is None or (groups.get("bhour") and until is None):
        return None
    if until is not None and until <= at and at_half is None:
        at = _time(groups.get("ahour"), groups.get("aminute"), "am" if until.hour >= _NOON else "pm") or at
    return Clock(at=at, until=until, span=match.span(), sure=groups.get("oclock") is None)


def _time(hour: str | None, minute: str | None, half: str | None) -> time | None:
    if hour is None:
        return None
    number = int(hour)
    if half is not None:
        if not 1 <= number <= _NOON:
            return None
        number = number % _NOON + (_NOON if half.lower().startswith("p") else 0)
    return time(number, int(minute or 0)) if number <= _LAST_HOUR else None
