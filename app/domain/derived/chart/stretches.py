"""A treatment's bar: stretches of days with their fill and height (document.md 8, "Bars")."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.domain.derived.timeline_geometry import ONE_DAY, Fill, Stretch
from app.domain.derived.treatments.story import DoseStep, TreatmentStory
from app.domain.records import TreatmentChange
from app.domain.records.treatments import ChangeKind, Dose, Frequency, Taken
from app.domain.records.when import When

_MISSED_A_WHILE = 2  # days: from here on a missed time is drawn as a pause
_STOPS = frozenset({ChangeKind.STOPPED, ChangeKind.SWITCHED})

Span = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """From when to when it was taken, with the days that are not sure at both ends."""

    first: date
    last: date
    soft: tuple[Span, ...]
    off: tuple[Span, ...]  # stopped, and begun again later


def stretches_of(story: TreatmentStory, earliest: date, today: date) -> tuple[Stretch, ...]:
    """The bar's stretches, oldest first. `earliest` is where a start without a date is drawn from."""
    life = life_of(story, earliest, today)
    if life is None:
        return ()
    paused, barely = paused_spans(story, today), barely_taken(story, today)
    steps = _heights(story, life.first)
    cuts = _cuts(life, (*paused, *barely, *life.soft, *life.off), steps)
    pieces: list[Stretch] = []
    for first, last in cuts:
        if _inside(first, life.off):
            continue
        fill = _fill(first, life.soft, paused, barely)
        _add(pieces, Stretch(first=first, last=last, fill=fill, height=_height(first, steps)))
    return tuple(pieces)


def life_of(story: TreatmentStory, earliest: date, today: date) -> Life | None:
    """Its first and last day; None if it has not begun or nothing says when anything was."""
    starts = [change.when for change in story.changes if change.change is ChangeKind.STARTED]
    start = starts[0] if starts else story.started
    first, soft = _begin(story, start, earliest, today)
    if first > today:
        return None
    end = story.ended.when if story.ended else None
    last = min(end.latest, today) if end and end.is_dated else today
    if story.ended and (end is None or not end.is_dated):
        soft = (*soft, (first, last))
    elif end and end.is_fuzzy:
        soft = (*soft, (max(first, end.earliest), last))
    return Life(first=first, last=max(first, last), soft=soft, off=_off_spans(story))


def _begin(
    story: TreatmentStory, start: When | None, earliest: date, today: date
) -> tuple[date, tuple[Span, ...]]:
    if start is not None and start.is_dated:
        soft = ((start.earliest, min(start.latest, today)),) if start.is_fuzzy else ()
        return start.earliest, soft
    dated = [change.when.earliest for change in story.changes if change.when and change.when.is_dated]
    first = min([earliest, *dated])
    last = min(dated) - ONE_DAY if dated else today
    return first, ((first, max(first, last)),)


def _off_spans(story: TreatmentStory) -> tuple[Span, ...]:
    spans: list[Span] = []
    stopped: date | None = None
    for change in story.changes:
        if change.when is None or not change.when.is_dated:
            continue
        if change.change in _STOPS:
            stopped = change.when.latest + ONE_DAY
        elif change.change is ChangeKind.STARTED and stopped is not None:
            spans.append((stopped, change.when.earliest - ONE_DAY))
            stopped = None
    return tuple(span for span in spans if span[0] <= span[1])


def paused_spans(story: TreatmentStory, today: date) -> tuple[Span, ...]:
    """The days of its pauses and of times it was missed for a while; not the day it is taken again."""
    pauses = [(pause.first, pause.last) for pause in story.pauses]
    spans = [_pause_span(first, last, story, today) for first, last in pauses]
    spans += [_missed_span(change) for change in story.changes if change.change is ChangeKind.MISSED]
    return tuple(span for span in spans if span is not None and span[0] <= span[1])


def _pause_span(first: When | None, last: When | None, story: TreatmentStory, today: date) -> Span | None:
    if first is None or not first.is_dated:
        return None
    if last is None or not last.is_dated:
        return first.earliest, today
    resumed = any(change.when == last for change in story.changes if change.change is ChangeKind.RESUMED)
    return first.earliest, last.latest - ONE_DAY if resumed else last.latest


def _missed_span(change: TreatmentChange) -> Span | None:
    if change.when is None or not change.when.is_dated:
        return None
    last = change.until.latest if change.until and change.until.is_dated else change.when.latest
    long = (last - change.when.earliest).days + 1 >= _MISSED_A_WHILE
    return (change.when.earliest, last) if long else None


def barely_taken(story: TreatmentStory, today: date) -> tuple[Span, ...]:
    """The times it was mostly not taken: from the day that says so until the day that says otherwise."""
    spans: list[Span] = []
    since: date | None = None
    for change in story.changes:
        says = _says_taken(change)
        if says is None or change.when is None or not change.when.is_dated:
            continue
        if since is not None and not says:
            until = change.when.latest if change.change in _STOPS else change.when.earliest - ONE_DAY
            spans.append((since, until))
            since = None
        elif since is None and says:
            since = change.when.earliest
    if since is not None:
        spans.append((since, today))
    return tuple(span for span in spans if span[0] <= span[1])


def _says_taken(change: TreatmentChange) -> bool | None:
    """True: mostly not from here on; False: taken from here on; None: says nothing about it."""
    if change.change is ChangeKind.MISSED:
        return None
    if change.taken is not None:
        return change.taken in {Taken.SOMETIMES, Taken.NOT}
    if change.change in {ChangeKind.STARTED, ChangeKind.RESUMED, *_STOPS}:
        return False
    return None


def _cuts(life: Life, spans: tuple[Span, ...], steps: tuple[tuple[date, float], ...]) -> Iterator[Span]:
    """The stretches between all days on which something changes."""
    edges = {life.first, life.last + ONE_DAY}
    for first, last in spans:
        edges.update((first, last + ONE_DAY))
    edges.update(day for day, _ in steps)
    inside = sorted(edge for edge in edges if life.first <= edge <= life.last + ONE_DAY)
    return ((a, b - ONE_DAY) for a, b in pairwise(inside))


def _fill(day: date, soft: tuple[Span, ...], paused: tuple[Span, ...], barely: tuple[Span, ...]) -> Fill:
    if _inside(day, soft):
        return Fill.SOFT
    if _inside(day, paused):
        return Fill.PAUSED
    return Fill.MOSTLY_NOT if _inside(day, barely) else Fill.TAKEN


def _inside(day: date, spans: tuple[Span, ...]) -> bool:
    return any(first <= day <= last for first, last in spans)


def _height(day: date, steps: tuple[tuple[date, float], ...]) -> float:
    height = steps[0][1] if steps else 1.0
    for since, share in steps:
        if since <= day:
            height = share
    return height


def _add(pieces: list[Stretch], piece: Stretch) -> None:
    """Join a stretch to the one before it where nothing changes."""
    if pieces and (pieces[-1].fill, pieces[-1].height) == (piece.fill, piece.height):
        before = pieces[-1]
        if before.last + ONE_DAY == piece.first:
            pieces[-1] = Stretch(first=before.first, last=piece.last, fill=piece.fill, height=piece.height)
            return
    pieces.append(piece)


def _heights(story: TreatmentStory, first: date) -> tuple[tuple[date, float], ...]:
    """Each step's share of the highest dose a day; full height where doses cannot be compared."""
    days = [step.when.middle if step.when and step.when.is_dated else first for step in story.steps]
    amounts = [per_day(step) for step in story.steps]
    units = {unit_of(dose_of(step)) for step in story.steps}
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts) or len(units) > 1 or not known or max(known) <= 0:
        return tuple((day, 1.0) for day in days[:1])
    highest = max(known)
    return tuple((day, float(amount / highest)) for day, amount in zip(days, known, strict=True))


def dose_of(step: DoseStep) -> Dose | None:
    """The dose really taken where it was written, else the planned one."""
    return step.taking or step.planned


def how_often_of(step: DoseStep) -> Frequency | None:
    """How often it is really taken where that was written, else as planned."""
    return step.taking_how_often or step.how_often


def unit_of(dose: Dose | None) -> str:
    """A dose's unit in one spelling, to tell whether two doses can be compared."""
    return dose.unit.strip().casefold() if dose else ""


def per_day(step: DoseStep) -> Decimal | None:
    """The dose a day (2 x 250 = 500); the single dose where nothing says how often; None without a number."""
    dose, often = dose_of(step), how_often_of(step)
    if dose is None or dose.amount is None:
        return None
    if often is None or often.times is None or not often.days:
        return dose.amount
    return dose.amount * often.times / often.days
