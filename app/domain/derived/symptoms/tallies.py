"""How often something was written beside a symptom. A count, and never a cause."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from app.domain.derived.symptoms.kept import Kept
from app.domain.records import SymptomEntry
from app.domain.records.symptoms import Impact
from app.domain.records.when import PartOfDay, When
from app.domain.wording import Phrase, Wording

MOST = 6

_STARTS = (
    (time(5), PartOfDay.NIGHT),  # until five it is still the night before
    (time(12), PartOfDay.MORNING),
    (time(13), PartOfDay.NOON),
    (time(18), PartOfDay.AFTERNOON),
    (time(22), PartOfDay.EVENING),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was written, how often, and how often in words."""

    name: str
    times: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tallies:
    """Each the most frequent first, but times of day and impact in their own order."""

    worse: tuple[Tally, ...]
    helps: tuple[Tally, ...]
    part_of_day: tuple[Tally, ...]
    kept_from: tuple[Tally, ...]


def tallies_of(kept: Kept, first: date, last: date, words: Wording) -> Tallies:
    """What was written beside the readings of `first` to `last`: the days that are looked at."""
    entries = kept.between(first, last)
    parts = Counter(part for entry in entries if (part := part_of(entry.when)) is not None)
    impacts = Counter(entry.impact for entry in entries if entry.impact is not None)
    return Tallies(
        worse=_words_written((word for entry in entries for word in entry.worse_with), words),
        helps=_words_written((word for entry in entries for word in entry.helped_by), words),
        part_of_day=tuple(
            _tally(part_words(part, words), parts[part], words) for part in _DAY if parts[part]
        ),
        kept_from=tuple(
            _tally(words.say("answer", str(impact)), impacts[impact], words)
            for impact in Impact
            if impacts[impact]
        ),
    )


def part_of(when: When) -> PartOfDay | None:
    """The part of the day a moment lies in; None where no time is known."""
    if when.at is None:
        return when.part
    at = when.at
    return next((part for end, part in _STARTS if at < end), PartOfDay.NIGHT)


def part_words(part: PartOfDay, words: Wording) -> str:
    """In the morning, at midday, at night."""
    said = {
        PartOfDay.MORNING: Phrase("symptoms.part.morning", "in the morning"),
        PartOfDay.NOON: Phrase("symptoms.part.noon", "at midday"),
        PartOfDay.AFTERNOON: Phrase("symptoms.part.afternoon", "in the afternoon"),
        PartOfDay.EVENING: Phrase("symptoms.part.evening", "in the evening"),
        PartOfDay.NIGHT: Phrase("symptoms.part.night", "at night"),
    }
    return words.say(*said[part])


def earlier_words(entries: Iterable[SymptomEntry], field: str, most: int = 12) -> tuple[str, ...]:
    """What was written in a field before, the most frequent first, each spelling once."""
    return tuple(name for name, _ in _counted(word for one in entries for word in getattr(one, field))[:most])


_DAY = tuple(PartOfDay)


def _words_written(written: Iterable[str], words: Wording) -> tuple[Tally, ...]:
    return tuple(_tally(name, times, words) for name, times in _counted(written)[:MOST])


def _counted(written: Iterable[str]) -> list[tuple[str, int]]:
    """Words with how often; "Stairs" and "stairs" are one, in the spelling written most."""
    spellings: dict[str, Counter[str]] = {}
    for word in written:
        shown = " ".join(word.split())
        if shown:
            spellings.setdefault(shown.casefold(), Counter())[shown] += 1
    found = [(held.most_common(1)[0][0], held.total()) for held in spellings.values()]
    return sorted(found, key=lambda one: (-one[1], one[0].casefold()))


def _tally(name: str, times: int, words: Wording) -> Tally:
    return Tally(name=name, times=times, said=words.count("symptoms.times", "{n} time", "{n} times", times))
