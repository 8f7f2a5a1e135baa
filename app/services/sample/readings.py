"""Maya's readings: what the shapes say, laid on days, the same each time.

Nothing here is random. Where a picture shows only a month's lowest, middle and highest, days and values are
spread by a fixed mixing of the day's number.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor

from app.domain.records import Record, SymptomEntry
from app.domain.records.symptoms import Impact
from app.domain.records.when import last_of_month
from app.services.sample import readings_shape as shape
from app.services.sample.changes import EVERY_TWO_WEEKS, injection_days
from app.services.sample.readings_shape import Stretch
from app.services.sample.symptoms import FATIGUE, KNEE, MIGRAINE, STIFFNESS
from app.services.sample.telling import Telling

Levels = dict[date, int]

_ONE_DAY = timedelta(days=1)
_BEFORE = date(2025, 3, 14)  # 90 days before the first injection
_MIX = 2_654_435_761  # Knuth's multiplier, 2**32 divided by the golden ratio
_WORD = 2**32
_SIX_MONTHS = date(2025, 11, 13)  # what the tallies of the window look back on
_QUIET = date(2026, 4, 29)  # from here on every word is told one by one
_EVERY = 11  # one reading in so many has words
_BAD, _MIDDLING = 7, 4
_WORSE = (("stairs", 14), ("cold, wet days", 9), ("long days standing", 6))
_HELPED = (("warm bath", 11), ("naproxen", 8), ("keeping it moving", 5))


def readings(tell: Telling) -> tuple[Record, ...]:
    """All readings of all four symptoms, oldest first in each."""
    return (
        *_with_tallies(_entries(tell, KNEE, knee_levels())),
        *_entries(tell, STIFFNESS, stiffness_levels()),
        *_entries(tell, FATIGUE, fatigue_levels()),
        *_entries(tell, MIGRAINE, migraine_levels()),
    )


def knee_levels() -> Levels:
    """Day and severity of every reading of knee pain, in the pictures' calendar."""
    spread = _stretches(shape.KNEE)
    before = _around(_BEFORE, shape.KNEE_BEFORE)
    after = _around(injection_days()[0], shape.KNEE_AFTER)
    return spread | before | after | _weeks(shape.KNEE_WEEKS)


def stiffness_levels() -> Levels:
    """The same of hand stiffness."""
    return _stretches(shape.STIFFNESS) | _weeks(shape.STIFFNESS_WEEKS)


def fatigue_levels() -> Levels:
    """The same of fatigue."""
    return _stretches(shape.FATIGUE) | _weeks(shape.FATIGUE_WEEKS)


def migraine_levels() -> Levels:
    """Every day with migraine, and the noughts of the last two weeks."""
    days = (
        date.fromisoformat(f"{month}-{day:02}")
        for month, numbers in shape.MIGRAINE.items()
        for day in numbers
    )
    return {day: 4 + _mixed(day) % 5 for day in days} | _weeks(shape.MIGRAINE_WEEKS)


def _around(first: date, days_by_level: Mapping[int, Sequence[int]]) -> Levels:
    return {first + day * _ONE_DAY: level for level, days in days_by_level.items() for day in days}


def _weeks(weeks: Mapping[str, str]) -> Levels:
    return {
        date.fromisoformat(monday) + at * _ONE_DAY: int(mark)
        for monday, marks in weeks.items()
        for at, mark in enumerate(marks)
        if mark.isdigit()
    }


def _stretches(stretches: Sequence[Stretch]) -> Levels:
    levels: Levels = {}
    for stretch in stretches:
        days = _spread_days(stretch)
        levels |= dict(zip(sorted(days, key=_strain), _values(stretch), strict=True))
    return dict(sorted(levels.items()))


def _spread_days(stretch: Stretch) -> tuple[date, ...]:
    """As many days as there are readings, spread over the stretch, none twice."""
    first, last = _bounds(stretch.days)
    span = (last - first).days + 1
    edges = [span * at // stretch.readings for at in range(stretch.readings + 1)]
    return tuple(
        first + _ONE_DAY * (start + _mixed(first + start * _ONE_DAY) % (end - start))
        for start, end in pairwise(edges)
    )


def _bounds(days: str) -> tuple[date, date]:
    start, _, end = days.partition("/")
    if not end:
        first = date.fromisoformat(f"{start}-01")
        return first, last_of_month(first)
    first = date.fromisoformat(start)
    return first, first.replace(day=int(end))


def _strain(day: date) -> tuple[int, int]:
    """What a month's days are ranked by: the mixing, and since the injections the days since the last."""
    taken = [dose for dose in injection_days() if dose <= day]
    since = (day - taken[-1]).days % EVERY_TWO_WEEKS if taken else 0
    return since + _mixed(day) % EVERY_TWO_WEEKS // 2, _mixed(day)


def _values(stretch: Stretch) -> tuple[int, ...]:
    """Ascending values with exactly this lowest, middle and highest."""
    lower, upper = floor(stretch.middle), ceil(stretch.middle)
    half = stretch.readings // 2
    below = [lower if at % 2 == 0 else max(stretch.low, lower - 1) for at in range(half - 1)]
    above = [upper if at % 2 == 0 else min(stretch.high, upper + 1) for at in range(half - 1)]
    between = [lower] * (stretch.readings % 2)
    return tuple(sorted([stretch.low, *below, *between, *above, stretch.high]))


def _mixed(day: date) -> int:
    """A fixed, uneven number for a day (multiplicative hashing, Knuth 6.4)."""
    return day.toordinal() * _MIX % _WORD >> 12


def _entries(tell: Telling, symptom: str, levels: Levels) -> tuple[SymptomEntry, ...]:
    return tuple(_entry(tell, symptom, at, day, levels[day]) for at, day in enumerate(sorted(levels)))


def _entry(tell: Telling, symptom: str, at: int, day: date, level: int) -> SymptomEntry:
    entry = SymptomEntry(
        id=tell.new(),
        written=tell.wrote(day.isoformat()),
        symptom=tell.symptom(symptom),
        when=tell.on(day.isoformat()),
        severity=level,
    )
    if (told := _TOLD.get((symptom, day.isoformat()))) is not None:
        return replace(entry, note=told[0], impact=told[1])
    if (symptom, day) == (STIFFNESS, date(2026, 5, 12)):
        return _this_morning(tell, entry)
    if at % _EVERY == 0 and day < _QUIET and symptom != MIGRAINE:
        return replace(entry, note=_words(at, level), impact=_impact(level))
    return entry


def _this_morning(tell: Telling, entry: SymptomEntry) -> SymptomEntry:
    moment = "2026-05-12 07:50"
    note = "Eased after an hour. Could hold the mug."
    return replace(entry, written=tell.wrote(moment), when=tell.at(moment), note=note)


_TOLD: Mapping[tuple[str, str], tuple[str, Impact]] = {
    (KNEE, "2026-05-11"): ("Stairs at work, twice. Slower coming down.", Impact.SOME_THINGS),
    (KNEE, "2026-05-08"): ("Could not kneel at the low shelf.", Impact.SOME_THINGS),
    (KNEE, "2026-05-07"): ("Better than yesterday.", Impact.A_LITTLE),
    (KNEE, "2026-05-06"): ("Bad day. Left work at noon.", Impact.MOST_THINGS),
    (MIGRAINE, "2025-11-03"): ("Words went. Tomás drove me there.", Impact.EVERYTHING),
}


def _words(at: int, level: int) -> str:
    band = (
        shape.WORDS_OF_BAD
        if level >= _BAD
        else shape.WORDS_OF_MIDDLING
        if level >= _MIDDLING
        else shape.WORDS_OF_GOOD
    )
    return band[at // _EVERY % len(band)]


def _impact(level: int) -> Impact:
    return Impact.SOME_THINGS if level >= _BAD else Impact.A_LITTLE if level >= _MIDDLING else Impact.NONE


def _with_tallies(entries: Sequence[SymptomEntry]) -> Iterator[SymptomEntry]:
    """The readings with what made them worse and what helped, as often as the window counts it."""
    earlier = sum(day < _SIX_MONTHS for day in knee_levels())
    count = len(entries) - earlier
    worse, helped = _tallied(_WORSE, count), _tallied(_HELPED, count)
    for at, entry in enumerate(entries):
        place = at - earlier
        yield replace(
            entry,
            worse_with=("stairs",) if place < 0 and at % 5 == 0 else worse.get(place, ()),
            helped_by=("warm bath",) if place < 0 and at % 7 == 0 else helped.get(place, ()),
        )


def _tallied(tallies: Sequence[tuple[str, int]], count: int) -> dict[int, tuple[str]]:
    """So many of each, mixed and spread over `count` readings."""
    words = [word for word, times in tallies for _ in range(times)]
    mixed = [words[at * 11 % len(words)] for at in range(len(words))]
    return {at * count // len(mixed): (word,) for at, word in enumerate(mixed)}
