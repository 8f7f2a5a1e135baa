"""How a severity, a date or a dose is said, the same under the line, in lists and aloud."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.domain.quick_line.dates import NIGHT_ENDS
from app.domain.records.treatments import Dose
from app.domain.records.when import PartOfDay, Precision, When, at_time
from app.domain.wording import Phrase, Wording


class _Unit(NamedTuple):
    one: Phrase
    many: Phrase


_MICROGRAM = _Unit(Phrase("unit.one.mcg", "microgram"), Phrase("unit.mcg", "micrograms"))
_SPOKEN_UNITS = {
    "mg": _Unit(Phrase("unit.one.mg", "milligram"), Phrase("unit.mg", "milligrams")),
    "g": _Unit(Phrase("unit.one.g", "gram"), Phrase("unit.g", "grams")),
    "mcg": _MICROGRAM,
    "µg": _MICROGRAM,
    "ug": _MICROGRAM,
    "ml": _Unit(Phrase("unit.one.ml", "millilitre"), Phrase("unit.ml", "millilitres")),
    "iu": _Unit(Phrase("unit.one.iu", "unit"), Phrase("unit.iu", "units")),
}


def severity_words(severity: int, words: Wording) -> str:
    """5 of 10."""
    return words.say("severity", "{n} of 10", n=severity)


def dose_words(dose: Dose) -> str:
    """The dose as typed, with the unit it is known by where none was typed."""
    if dose.amount is None or not dose.unit or dose.unit.lower() in dose.words.lower():
        return dose.words
    return f"{dose.words} {dose.unit}".strip()


def dose_aloud(dose: Dose, words: Wording) -> str:
    """40 milligrams."""
    unit = dose.unit.lower()
    if dose.amount is None or unit not in _SPOKEN_UNITS:
        return dose_words(dose)
    return f"{words.number(dose.amount)} {words.say(*_SPOKEN_UNITS[unit].many)}"


_NUMBER_AND_UNIT = re.compile(
    r"(?<![\d.,])(\d[\d.,]*)[ \u00a0]?(" + "|".join(_SPOKEN_UNITS) + r")\b", re.IGNORECASE
)


def units_aloud(text: str, words: Wording) -> str:
    """Words with their units written out: "to 15 mg a week" is "to 15 milligrams a week"."""

    def spoken(match: re.Match[str]) -> str:
        number, unit = match[1], match[2].lower()
        forms = _SPOKEN_UNITS[unit]
        return f"{number} {words.say(*(forms.one if number == '1' else forms.many))}"

    return _NUMBER_AND_UNIT.sub(spoken, text).replace("\u00a0", " ")


def is_now(when: When, now: datetime) -> bool:
    """Whether it is this very minute."""
    moment = at_time(now)
    return (when.first, when.at, when.until) == (moment.first, moment.at, None)


def when_words(when: When, now: datetime, words: Wording, *, aloud: bool = False) -> str:
    """A date as it is said today: now; yesterday evening; Thursday 14 May, 10:20; around March 2019."""
    if is_now(when, now):
        said = words.say("when.now", "now")
        return said if aloud or when.at is None else f"{said}, {words.time(when.at)}"
    if (
        when.precision is Precision.SPAN
        and when.first
        and when.last == now.date()
        and when.words.lower().startswith("since")
    ):
        return words.say("when.since", "since {day}", day=day_words(when.first, now, words, aloud=aloud))
    if when.day is None:
        return words.when(when)
    if when.at is not None:
        clock = (
            words.time(when.at) if when.until is None else f"{words.time(when.at)}–{words.time(when.until)}"
        )
        return f"{day_words(when.day, now, words, aloud=aloud)}, {clock}"
    if when.part is not None:
        return _part_words(when.day, when.part, now, words, aloud=aloud)
    return day_words(when.day, now, words, aloud=aloud)


def day_words(day: date, now: datetime, words: Wording, *, aloud: bool = False) -> str:
    """today; yesterday; Wednesday 6 May; with its year where it is not this one.

    Between midnight and five the day is always named, so that nobody has to guess which one counts.
    """
    if now.hour >= NIGHT_ENDS and day == now.date():
        return words.say("when.today", "today")
    if now.hour >= NIGHT_ENDS and day == now.date() - timedelta(days=1):
        return words.say("when.yesterday", "yesterday")
    return words.weekday(day) if day.year == now.year and not aloud else f"{words.weekday(day)} {day.year}"


def _part_words(day: date, part: PartOfDay, now: datetime, words: Wording, *, aloud: bool) -> str:
    if now.hour >= NIGHT_ENDS and day == now.date() and part is not PartOfDay.NOON:
        if part is PartOfDay.NIGHT:
            return words.say("when.tonight", "tonight")
        return words.say("when.this part", "this {part}", part=words.say("part of day", str(part)))
    if now.hour >= NIGHT_ENDS and day == now.date() - timedelta(days=1) and part is PartOfDay.NIGHT:
        return words.say("when.last night", "last night")
    said = words.say("part of day", str(part))
    return words.say(
        "when.day and part", "{day} {part}", day=day_words(day, now, words, aloud=aloud), part=said
    )
