"""The readings of a symptom as a list: day, number, the person's words, what it kept them from."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.gaps import days_of
from app.domain.derived.symptoms.calendar import full_day
from app.domain.derived.symptoms.kept import Kept
from app.domain.records import SymptomEntry
from app.domain.records.record import Mark, RecordId
from app.domain.records.symptoms import Impact
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One reading. `words` are the person's own."""

    key: RecordId
    when: str
    severity: int | None
    words: str
    impact: str
    private: str
    spoken: str


def written_of(
    kept: Kept, today: date, words: Wording, *, every: bool, most: int
) -> tuple[tuple[Written, ...], int]:
    """The newest `most` readings that have words, or of `every` one, and how many there are in all."""
    found = [
        entry for entry in kept.entries if every or ((entry.note or entry.could_not) and own_words(entry))
    ]
    return tuple(_written(entry, today, words) for entry in found[:most]), len(found)


def own_words(entry: SymptomEntry) -> str:
    """What the person wrote, in their words."""
    return " ".join(text for text in (entry.note.strip(), entry.could_not.strip()) if text)


def _written(entry: SymptomEntry, today: date, words: Wording) -> Written:
    said = own_words(entry)
    level = words.say("severity", "{n} of 10", n=entry.severity) if entry.severity is not None else ""
    impact = words.say("answer", str(entry.impact)) if entry.impact is not None else ""
    private = words.say("sharing.private", "private") if entry.sharing.mark is Mark.PRIVATE else ""
    parts = [
        level or words.say("today.noted", "noted"),
        _spoken_day(entry, words),
        _kept_from(entry.impact, words),
        private,
        words.say("spoken.wrote", "you wrote {words}", words=said) if said else "",
    ]
    return Written(
        key=entry.id,
        when=_day(entry, today, words),
        severity=entry.severity,
        words=said,
        impact=impact,
        private=private,
        spoken=", ".join(part for part in parts if part),
    )


def _kept_from(impact: Impact | None, words: Wording) -> str:
    if impact is None:
        return ""
    if impact is Impact.NONE:
        return words.say("symptoms.impact.none", "it kept you from nothing")
    said = words.say("answer", str(impact))
    return words.say("symptoms.impact", "it kept you from {impact}", impact=said)


def _day(entry: SymptomEntry, today: date, words: Wording) -> str:
    """Mon 11 May; an older day with its year; anything else as precisely as it is known."""
    days = days_of(entry.when)
    if len(days) != 1:
        return words.short_when(entry.when)
    day = days[0]
    if day.year != today.year:
        return words.short_day(day)
    return words.say(
        "symptoms.short_day", "{weekday} {day}", weekday=words.short_weekday(day), day=words.day_in_year(day)
    )


def _spoken_day(entry: SymptomEntry, words: Wording) -> str:
    days = days_of(entry.when)
    return full_day(days[0], words) if len(days) == 1 else words.when(entry.when)
