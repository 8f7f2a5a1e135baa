"""The before-and-after panel: one symptom around one change, in words and as dots. It never says why."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.derived.before_after import (
    ALL_CHANGES,
    DAYS_WINDOW,
    FEWEST_READINGS,
    SHORTEST_WINDOW,
    USUAL_WINDOW,
    BeforeAfter,
    Window,
    also_then,
    before_after,
    cut_words,
    middle_words,
    not_why,
    sentence,
    stays,
)
from app.domain.derived.gaps import days_of
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.derived.treatments.written import Written, usual_symptom
from app.domain.journal import Journal
from app.domain.quick_line.speaking import severity_words
from app.domain.records import TreatmentChange
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind
from app.domain.wording import Wording

WINDOWS = (30, 60, 90, 180)
"""The lengths one can choose, days on each side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Another change of the same treatment inside the windows."""

    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the picture: its readings, its middle line, and what stands under it."""

    window: Window
    caption: str
    middle: float | None = None
    middle_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything the panel shows. Without `before` and `after` there is only the sentence."""

    title: str
    name: str
    sentence: str
    change: RecordId | None = None
    symptom: RecordId | None = None
    symptoms: tuple[tuple[RecordId, str], ...] = ()
    days: int = USUAL_WINDOW
    day: date | None = None
    before: Side | None = None
    after: Side | None = None
    markers: tuple[Marker, ...] = ()
    readings: tuple[tuple[str, str], ...] = field(default=())
    """The picture as a list: the day and the reading, oldest first."""

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return self.before is not None and self.after is not None


def comparison(
    journal: Journal,
    story: TreatmentStory,
    told: Written,
    today: date,
    words: Wording,
    *,
    change: RecordId | None = None,
    symptom: RecordId | None = None,
    days: int | None = None,
) -> Comparison:
    """The panel for a change of this treatment; what is not chosen is the most telling of its kind."""
    about = _chosen(story.changes, change) or usual_change(story)
    held = (told.of(symptom) if symptom else None) or usual_symptom(story, told)
    if held is None:
        return _only_words(words, words.say("compare.no_readings", "No readings yet to compare."))
    wanted = days or (DAYS_WINDOW if held.attack_like else USUAL_WINDOW)
    day = _exact(about)
    chosen = Comparison(
        title=_title(held, about, words),
        name=_name(held, day, words),
        sentence="",
        change=about.id if about else None,
        symptom=held.symptom.id,
        symptoms=tuple((one.symptom.id, one.symptom.name) for one in told.readings),
        days=wanted,
        day=day,
    )
    if about is None or day is None:
        return replace(chosen, sentence=_no_day(about, words))
    value = before_after(held, day, today, since=told.since, wanted=wanted)
    if value is None:
        return replace(chosen, sentence=_too_near(day, told, today, words))
    return _drawn(chosen, value, held=held, journal=journal, story=story, words=words)


def usual_change(story: TreatmentStory) -> TreatmentChange | None:
    """The start where its day is known, else the newest change whose day is."""
    changes = [one for one in story.changes if one.change in ALL_CHANGES and _exact(one) is not None]
    started = [one for one in changes if one.change is ChangeKind.STARTED]
    return started[-1] if started else changes[-1] if changes else None


def _chosen(changes: Iterable[TreatmentChange], key: RecordId | None) -> TreatmentChange | None:
    return next((one for one in changes if one.id == key), None)


def _exact(change: TreatmentChange | None) -> date | None:
    days = days_of(change.when) if change is not None else ()
    return days[0] if days else None


# The picture


def _drawn(
    chosen: Comparison,
    value: BeforeAfter,
    *,
    held: Readings,
    journal: Journal,
    story: TreatmentStory,
    words: Wording,
) -> Comparison:
    others = (
        *also_then(journal, value, words, besides=story.treatment.id, kinds=ALL_CHANGES),
        *stays(journal, value, words),
    )
    by_day = sorted(others, key=_also_order)
    said = (
        _days_sentence(value, held, tuple(item.also for item in by_day), words)
        if held.attack_like
        else sentence(value, tuple(by_day), words)
    )
    return replace(
        chosen,
        sentence=said,
        before=_side(value, value.before, words, held=held, later=False),
        after=_side(value, value.after, words, held=held, later=True),
        markers=_markers(story, value, words),
        readings=tuple(_listed(value, words)),
    )


def _side(value: BeforeAfter, window: Window, words: Wording, *, held: Readings, later: bool) -> Side:
    readings = words.count("compare.readings", "{n} reading", "{n} readings", window.count)
    if later:
        caption = words.say(
            "compare.after", "{n} days after: {readings}", n=words.number(value.span), readings=readings
        )
    else:
        caption = words.say(
            "compare.before", "{n} days before: {readings}", n=words.number(value.span), readings=readings
        )
    middle = window.middle if window.count >= FEWEST_READINGS and not held.attack_like else None
    said = (
        words.say("compare.middle", "middle {value}", value=middle_words(middle, words))
        if middle is not None
        else ""
    )
    return Side(window=window, caption=caption, middle=middle, middle_words=said)


def _markers(story: TreatmentStory, value: BeforeAfter, words: Wording) -> tuple[Marker, ...]:
    found = (
        (day, change)
        for change in story.changes
        if change.change in ALL_CHANGES and (day := _exact(change)) is not None
    )
    return tuple(
        Marker(day=day, words=change_word(change.change, words))
        for day, change in found
        if value.before.first <= day <= value.after.last and day != value.day
    )


def _listed(value: BeforeAfter, words: Wording) -> Iterable[tuple[str, str]]:
    for day, level in (*value.before.readings, *value.after.readings):
        yield words.day(day).replace("\u00a0", " "), severity_words(level, words)


def _also_order(item: object) -> tuple[date, str]:
    return getattr(item, "day", date.min), getattr(item, "also", "")


# The words


def change_word(kind: ChangeKind, words: Wording) -> str:
    """What happened, as the middle of a title has it."""
    said = {
        ChangeKind.STARTED: words.say("compare.start", "the start"),
        ChangeKind.DOSE: words.say("compare.dose", "the new dose"),
        ChangeKind.SWITCHED: words.say("compare.switch", "the switch"),
        ChangeKind.PAUSED: words.say("compare.pause", "the pause"),
        ChangeKind.RESUMED: words.say("compare.resumed", "starting again"),
        ChangeKind.STOPPED: words.say("compare.stop", "the stop"),
    }
    return said.get(kind, "")


def _title(held: Readings, change: TreatmentChange | None, words: Wording) -> str:
    said = change_word(change.change, words) if change is not None else ""
    day = _exact(change)
    if not said and day is not None:
        said = words.day(day)
    if not said:
        return words.say("compare.title.bare", "{symptom}, before and after", symptom=held.symptom.name)
    return words.say(
        "compare.title", "{symptom}, before and after {change}", symptom=held.symptom.name, change=said
    )


def _name(held: Readings, day: date | None, words: Wording) -> str:
    if day is None:
        return words.say("compare.name.bare", "{symptom} before and after", symptom=held.symptom.name)
    said = words.day(day).replace("\u00a0", " ")
    return words.say("compare.name", "{symptom} before and after {day}", symptom=held.symptom.name, day=said)


def _days_sentence(value: BeforeAfter, held: Readings, others: tuple[str, ...], words: Wording) -> str:
    """For what comes in attacks: on how many days it was there, not how bad it was."""
    said = words.say(
        "compare.days",
        "You wrote of {symptom} on {before} before and {after} after.",
        symptom=mid_sentence(held.symptom.name),
        before=words.count("compare.day", "{n} day", "{n} days", value.before.felt_days),
        after=words.number(value.after.felt_days),
    )
    return " ".join(part for part in (said, cut_words(value, words), not_why(others, words)) if part)


def _no_day(change: TreatmentChange | None, words: Wording) -> str:
    if change is None:
        return words.say("compare.no_change", "Nothing with a day has changed yet, so nothing is compared.")
    return words.say(
        "compare.no_day", "The day of this change is not known. Give it one, and before and after appear."
    )


def _too_near(day: date, told: Written, today: date, words: Wording) -> str:
    """Two weeks on each side are the least; which side is short."""
    if (today - day).days + 1 < SHORTEST_WINDOW:
        return words.say(
            "compare.too_new",
            "It is too new to compare: both sides need {n} days.",
            n=words.number(SHORTEST_WINDOW),
        )
    return words.say(
        "compare.too_old",
        "Your readings begin on {day}: too late to compare with the time before.",
        day=words.day(told.since),
    )


def _only_words(words: Wording, said: str) -> Comparison:
    title = words.say("compare.heading", "Before and after")
    return Comparison(title=title, name=title, sentence=said)
