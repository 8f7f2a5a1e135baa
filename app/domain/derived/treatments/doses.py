"""Doses and how often, in words: as they were typed wherever they were."""

import re
from decimal import Decimal

from app.domain.records.treatments import Dose, Frequency
from app.domain.wording import Wording

NB = "\u00a0"  # between number and unit (document.md 5.1)
_WEEK, _DAY = 7, 1
_NUMBER_AND_UNIT = re.compile(r"(?<=\d) (?=[^\W\d])")


def dose_words(dose: Dose | None, words: Wording) -> str:
    """One dose as it was typed; number and unit stay on one line."""
    if dose is None:
        return ""
    if dose.amount is None:
        return dose.words
    number = f"{dose.amount:f}"
    if dose.words in {"", f"{number} {dose.unit}", f"{number}{dose.unit}"}:
        shown = number if dose.words else words.number(dose.amount)
        return f"{shown}{NB}{dose.unit}".rstrip(NB)
    return dose.words


def often_words(often: Frequency | None, words: Wording) -> str:
    """How often, as it was typed, else in plain words."""
    if often is None:
        return ""
    if often.words:
        return _NUMBER_AND_UNIT.sub(NB, often.words)
    if often.when_needed:
        return words.say("often.when_needed", "when needed")
    if often.times is None or often.days is None:
        return ""
    return _every(often.days, words) if often.times == 1 else _times(often.times, often.days, words)


_TWICE = 2


def _times(times: Decimal, days: int, words: Wording) -> str:
    if times == _TWICE and days == _DAY:
        return words.say("often.twice", "twice a day")
    said = words.number(times)
    if days == _DAY:
        return words.say("often.times_day", "{times} times a day", times=said)
    if days == _WEEK:
        return words.say("often.times_week", "{times} times a week", times=said)
    return words.say("often.times_days", "{times} times in {days} days", times=said, days=words.number(days))


def _every(days: int, words: Wording) -> str:
    if days == _DAY:
        return words.say("often.once", "once a day")
    if days == _WEEK:
        return words.say("often.week", "once a week")
    if days % _WEEK == 0:
        return words.say("often.weeks", "every {n}\u00a0weeks", n=words.number(days // _WEEK))
    return words.say("often.days", "every {n}\u00a0days", n=words.number(days))
