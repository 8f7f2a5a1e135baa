"""Before and after: a symptom in two equal windows around one day. It shows what happened, never why."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.domain.derived.bins import middle_of
from app.domain.derived.gaps import Gap, days_in_gaps, days_of
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import ONE_DAY
from app.domain.derived.treatments.change_phrases import also_phrase, change_phrase
from app.domain.journal import Journal
from app.domain.records import Event, TreatmentChange
from app.domain.records.events import EventKind
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.wording import Wording

USUAL_WINDOW = 90  # days on each side
DAYS_WINDOW = 180  # for a symptom that comes in attacks
SHORTEST_WINDOW = 14
FEWEST_READINGS = 5  # on each side; below that nothing is compared

STARTS_STOPS_DOSES = frozenset({ChangeKind.STARTED, ChangeKind.DOSE, ChangeKind.SWITCHED, ChangeKind.STOPPED})
ALL_CHANGES = STARTS_STOPS_DOSES | {ChangeKind.PAUSED, ChangeKind.RESUMED}
_STAYS = frozenset({EventKind.ADMISSION, EventKind.EMERGENCY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One side. `middle` is None without readings; `felt_days` counts days with the symptom."""

    first: date
    last: date
    readings: tuple[tuple[date, int], ...]
    felt_days: int
    unwritten_days: int  # days that lie in a gap without notes

    @property
    def count(self) -> int:
        """How many readings."""
        return len(self.readings)

    @property
    def middle(self) -> float | None:
        """The middle reading."""
        return middle_of(level for _, level in self.readings) if self.readings else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """Two windows of equal length, `span` days each. `cut`: shorter than what was asked for."""

    day: date
    span: int
    cut: bool
    before: Window
    after: Window

    @property
    def too_few(self) -> bool:
        """Whether one side has too few readings to compare."""
        return min(self.before.count, self.after.count) < FEWEST_READINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoThen:
    """Something else inside a window: "hand therapy began", and "hand therapy also began on 30 Jun"."""

    day: date
    words: str
    also: str
    treatment: RecordId | None = None
    medicine: bool = False


def before_after(
    readings: Readings,
    day: date,
    today: date,
    *,
    since: date,
    gaps: tuple[Gap, ...] = (),
    wanted: int = USUAL_WINDOW,
) -> BeforeAfter | None:
    """The two windows around `day`, which is the first day of the later one.

    Both are cut to the longest equal length that lies in the time written about, `since` to `today`; None if
    that is under 14 days.
    """
    span = min(wanted, (day - since).days, (today - day).days + 1)
    if span < SHORTEST_WINDOW:
        return None
    length = timedelta(days=span)
    return BeforeAfter(
        day=day,
        span=span,
        cut=span < wanted,
        before=_window(readings, day - length, day - ONE_DAY, gaps),
        after=_window(readings, day, day + length - ONE_DAY, gaps),
    )


def also_then(
    journal: Journal,
    value: BeforeAfter,
    words: Wording,
    *,
    besides: RecordId | None = None,
    kinds: frozenset[ChangeKind] = STARTS_STOPS_DOSES,
) -> tuple[AlsoThen, ...]:
    """Every other treatment change whose day lies in the two windows, oldest first."""
    first, last = value.before.first, value.after.last
    found = (
        _change_words(journal, change, words)
        for change in journal.of(TreatmentChange)
        if change.treatment != besides
        and change.change in kinds
        and change.when is not None
        and change.when.within(first, last)
    )
    return tuple(sorted((held for held in found if held), key=lambda held: (held.day, held.words)))


def stays(journal: Journal, value: BeforeAfter, words: Wording) -> tuple[AlsoThen, ...]:
    """Emergencies and hospital stays inside the two windows, oldest first."""
    found = (
        _stay(event, days_of(event.when)[0], words)
        for event in journal.of(Event)
        if event.event in _STAYS
        and days_of(event.when)
        and value.before.first <= days_of(event.when)[0] <= value.after.last
    )
    return tuple(sorted(found, key=lambda held: (held.day, held.words)))


def _stay(event: Event, day: date, words: Wording) -> AlsoThen:
    name = mid_sentence(event.label or event.title)
    also = words.say("also.stay", "also {name} on {day}", name=name, day=words.date_in_year(day))
    return AlsoThen(day=day, words=name, also=also)


def own_doses(journal: Journal, value: BeforeAfter, treatment: RecordId) -> tuple[TreatmentChange, ...]:
    """Changes of the same treatment's dose inside a window, besides the one on the day itself."""
    found = (
        change
        for change in journal.of(TreatmentChange)
        if change.treatment == treatment
        and change.change is ChangeKind.DOSE
        and days_of(change.when)
        and value.before.first <= days_of(change.when)[0] <= value.after.last
        and days_of(change.when)[0] != value.day
    )
    return tuple(sorted(found, key=lambda change: (days_of(change.when), change.id)))


def sentence(value: BeforeAfter, others: tuple[AlsoThen, ...], words: Wording) -> str:
    """The sentence under the picture: both middles, and everything else that happened in the windows."""
    if value.before.middle is None or value.after.middle is None or value.too_few:
        return _too_few(value, words)
    went = words.say(
        "before_after.went",
        "The middle reading went from {before} to {after}.",
        before=middle_words(value.before.middle, words),
        after=middle_words(value.after.middle, words),
    )
    return " ".join(
        part
        for part in (went, cut_words(value, words), not_why(tuple(item.also for item in others), words))
        if part
    )


def middle_words(value: float, words: Wording) -> str:
    """A middle value with at most one decimal, `.0` dropped."""
    return words.number(Decimal(str(round(value, 1))))


def cut_words(value: BeforeAfter, words: Wording) -> str:
    """Shorter than what was asked for: both sides are cut to the same length, and it is said."""
    if not value.cut:
        return ""
    days = words.number(value.span)
    return words.say("before_after.cut", "Both sides are cut to the same {n}\u00a0days.", n=days)


def not_why(others: tuple[str, ...], words: Wording) -> str:
    """That it shows what happened, not why, with everything else that happened then."""
    if not others:
        return words.say("before_after.not_why", "This shows what happened, not why.")
    return words.say(
        "before_after.not_why.also",
        "This shows what happened, not why: {others}.",
        others=words.listing(others),
    )


def _too_few(value: BeforeAfter, words: Wording) -> str:
    if value.before.count < FEWEST_READINGS:
        return words.say(
            "before_after.too_few.before",
            "Too few readings before to compare: {n}.",
            n=words.number(value.before.count),
        )
    return words.say(
        "before_after.too_few.after",
        "Too few readings after to compare: {n}.",
        n=words.number(value.after.count),
    )


def _window(readings: Readings, first: date, last: date, gaps: tuple[Gap, ...]) -> Window:
    return Window(
        first=first,
        last=last,
        readings=tuple(held for held in readings.rated if first <= held[0] <= last),
        felt_days=readings.days_between(first, last),
        unwritten_days=days_in_gaps(gaps, first, last),
    )


def _change_words(journal: Journal, change: TreatmentChange, words: Wording) -> AlsoThen | None:
    treatment = journal.treatment(change.treatment)
    if treatment is None or change.when is None:
        return None
    return AlsoThen(
        day=change.when.middle,
        words=change_phrase(treatment, change.change, words),
        also=also_phrase(treatment, change.change, change.when.middle, words),
        treatment=treatment.id,
        medicine=treatment.treatment
        in {TreatmentKind.PRESCRIBED, TreatmentKind.FROM_THE_SHOP, TreatmentKind.SUPPLEMENT},
    )
