"""The rows of the list of symptoms: name, the last thing written, six months at a glance."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from app.domain.derived.bins import bin_readings, columns, start_of
from app.domain.derived.gaps import days_of
from app.domain.derived.readings import Readings
from app.domain.derived.symptoms.kept import Kept, place_of, six_months_before
from app.domain.derived.timeline_geometry import Bin, BinSize
from app.domain.records import SymptomEntry
from app.domain.records.record import Mark, RecordId
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomLine:
    """One row. `spark` are weeks with a reading, `weeks` the first days of all of them."""

    key: RecordId
    name: str
    last: str
    spoken: str
    weeks: tuple[date, ...]
    spark: tuple[Bin, ...]
    retired: bool
    private: bool


def symptom_lines(
    held: Mapping[RecordId, tuple[Kept, Readings]], today: date, words: Wording
) -> tuple[SymptomLine, ...]:
    """Every symptom in the person's order; what is no longer tracked comes last."""
    since = start_of(six_months_before(today), BinSize.WEEK)
    spans = columns(since, today, BinSize.WEEK)
    lines = []
    for kept, readings in sorted(held.values(), key=_place):
        symptom = kept.symptom
        last = last_words(kept, readings, today, words)
        lately = readings.rated[bisect_left(readings.rated, (since, 0)) :]
        spark = bin_readings(lately, spans)
        private = symptom.sharing.mark is Mark.PRIVATE
        parts = [symptom.name, last or words.say("symptoms.nothing", "nothing written yet")]
        parts += [words.say("symptoms.retired", "not tracked any more")] if symptom.retired else []
        parts += [words.say("sharing.private", "private")] if private else []
        lines.append(
            SymptomLine(
                key=symptom.id,
                name=symptom.name,
                last=last,
                spoken=", ".join(parts),
                weeks=tuple(first for first, _ in spans),
                spark=spark,
                retired=symptom.retired,
                private=private,
            )
        )
    return tuple(lines)


def last_words(kept: Kept, readings: Readings, today: date, words: Wording) -> str:
    """The last reading: "5 yesterday"; of what comes in attacks, the day it was last there: "6 May"."""
    attacks = readings.attack_like
    told = (entry for entry in kept.entries if _told(entry, today, attacks=attacks))
    newest = next(told, None)
    if newest is None:
        return ""
    day = days_of(newest.when)[-1]
    same = (newest, *takewhile(lambda one: days_of(one.when)[-1] == day, told))
    levels = [one.severity for one in same if one.severity is not None]
    return _said(max(levels) if levels and not attacks else None, day, today, words)


def _place(one: tuple[Kept, Readings]) -> tuple[object, ...]:
    return place_of(one[0].symptom)


def _told(entry: SymptomEntry, today: date, *, attacks: bool) -> bool:
    days = days_of(entry.when)
    return bool(days) and days[-1] <= today and not (attacks and entry.severity == 0)


def _said(level: int | None, day: date, today: date, words: Wording) -> str:
    ago = (today - day) // timedelta(days=1)
    if ago > 1:
        there = words.day_in_year(day) if day.year == today.year else words.short_day(day)
        return there if level is None else words.say("symptoms.on", "{n}, {day}", n=level, day=there)
    if level is None:
        return words.say("symptoms.today", "today") if not ago else words.say("symptoms.before", "yesterday")
    if not ago:
        return words.say("symptoms.n_today", "{n} today", n=level)
    return words.say("symptoms.n_before", "{n} yesterday", n=level)
