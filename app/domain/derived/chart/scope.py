"""What every part of the chart page needs: the journal, the day, the words, and what was written when."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.bins import bin_size_for
from app.domain.derived.gaps import Gap, gaps_between, noted_days
from app.domain.derived.readings import Readings, readings_of
from app.domain.derived.timeline_geometry import ONE_DAY, BinSize, Panel, Tick
from app.domain.journal import Journal
from app.domain.records import Event, TreatmentChange
from app.domain.records.events import EventState
from app.domain.records.record import EventId, RecordId, SymptomId, TreatmentId
from app.domain.records.when import When, last_of_month
from app.domain.wording import Phrase, Wording

ONE_PANEL_MONTHS = 9  # a shorter story is one panel of weeks (document.md 8)
MOST_SYMPTOMS = 3
MOST_TREATMENTS = 12
MORE_TREATMENTS = 3  # for each symptom not used
MOST_TREATMENTS_OF_ALL = 18
_EVERY_YEAR_UP_TO = 12
_YEAR_ROOM = 3.0  # label heights a year's figures and a blank need
_EVERY_SECOND_YEAR_UP_TO = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """What the person picked for the chart, and how much room its labels have.

    Empty picks mean the rules of document.md 8. `rooms` are the widths of the two panels and `room` the width
    of a single one, in label heights (the size of the event labels' type).
    """

    symptoms: tuple[SymptomId, ...] = ()
    treatments: tuple[TreatmentId, ...] = ()
    events: tuple[EventId, ...] = ()
    rooms: tuple[float, float] = (173 / 8, 148 / 8)
    room: float = 338 / 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartScope:
    """One journal on one day. `hidden` are days that hold something left out of the document."""

    journal: Journal
    today: date
    words: Wording
    drawn: Drawn
    monday_first: bool
    left_out: bool
    hidden: frozenset[date]
    readings: tuple[Readings, ...]
    noted: frozenset[date]
    gaps: tuple[Gap, ...]
    first_note: date

    @property
    def total_readings(self) -> int:
        """Readings of all kinds."""
        return sum(held.entries for held in self.readings)


def chart_scope(
    journal: Journal,
    today: date,
    words: Wording,
    *,
    drawn: Drawn,
    monday_first: bool,
    left_out: bool,
    hidden: frozenset[date],
) -> ChartScope:
    """Gather it once. Gaps count from the first reading; before that there was no journal."""
    readings = readings_of(journal)
    noted = noted_days(journal)
    first = min((held.rated[0][0] for held in readings if held.rated), default=today)
    return ChartScope(
        journal=journal,
        today=today,
        words=words,
        drawn=drawn,
        monday_first=monday_first,
        left_out=left_out,
        hidden=hidden,
        readings=readings,
        noted=noted,
        gaps=gaps_between(noted, first, today, hidden=hidden),
        first_note=first,
    )


def screen_scope(journal: Journal, today: date, words: Wording, *, monday_first: bool) -> ChartScope:
    """The same for a window, which keeps nothing out and shows the gaps of each lane by themselves."""
    return ChartScope(
        journal=journal,
        today=today,
        words=words,
        drawn=Drawn(),
        monday_first=monday_first,
        left_out=False,
        hidden=frozenset(),
        readings=readings_of(journal),
        noted=frozenset(),
        gaps=(),
        first_note=today,
    )


def first_day(scope: ChartScope, treatments: frozenset[RecordId], events: tuple[Event, ...]) -> date | None:
    """The first of the month of the first drawn treatment, reading or event; None if there is none."""
    days = [held.rated[0][0] for held in scope.readings if held.rated]
    days += [when.earliest for when in _starts(scope, treatments)]
    days += [event.when.earliest for event in events if event.when]
    known = [day for day in days if day <= scope.today]
    return min(known).replace(day=1) if known else None


def _starts(scope: ChartScope, treatments: frozenset[RecordId]) -> list[When]:
    return [
        change.when
        for change in scope.journal.of(TreatmentChange)
        if change.treatment in treatments and change.when is not None and change.when.is_dated
    ]


def panels(scope: ChartScope, first: date) -> tuple[Panel, ...]:
    """Two panels, or one where the whole story is under nine months."""
    months = (scope.today.year - first.year) * 12 + scope.today.month - first.month
    if months < ONE_PANEL_MONTHS:
        return (_weeks(scope, first, _since(scope, first), every=1),)
    recent = year_before(scope.today)
    heading = scope.words.say("chart.larger", "The last 12 months, larger")
    return _whole(scope, first), _weeks(scope, recent, heading, every=2)


def year_before(today: date) -> date:
    """The first of the last 12 months' days: 13 May 2025 for 12 May 2026."""
    try:
        return today.replace(year=today.year - 1, day=today.day + 1)
    except ValueError:  # the last day of a month
        following = today.month % 12 + 1
        return date(today.year - 1 if following > 1 else today.year, following, 1)


def _since(scope: ChartScope, first: date) -> str:
    return scope.words.say("chart.since", "Since {month}", month=scope.words.month(first))


def _whole(scope: ChartScope, first: date) -> Panel:
    size = bin_size_for(first, scope.today)
    return Panel(
        first=first,
        last=scope.today,
        heading=_since(scope, first),
        bins=size,
        caption=caption_of(size, scope.words),
        ticks=_year_ticks(first, scope.today, scope.drawn.rooms[0]),
    )


def _weeks(scope: ChartScope, first: date, heading: str, *, every: int) -> Panel:
    return Panel(
        first=first,
        last=scope.today,
        heading=heading,
        bins=BinSize.WEEK,
        caption=caption_of(BinSize.WEEK, scope.words),
        ticks=_month_ticks(first, scope.today, scope.words, every),
    )


def caption_of(size: BinSize, words: Wording) -> str:
    """What one column holds: "each month"."""
    each = {
        BinSize.DAY: Phrase("chart.each.day", "each day"),
        BinSize.WEEK: Phrase("chart.each.week", "each week"),
        BinSize.MONTH: Phrase("chart.each.month", "each month"),
        BinSize.QUARTER: Phrase("chart.each.quarter", "each quarter"),
        BinSize.YEAR: Phrase("chart.each.year", "each year"),
    }
    return words.say(*each[size])


def _year_ticks(first: date, last: date, room: float) -> tuple[Tick, ...]:
    """A tick at the left edge and at every New Year; over 12 years every second or fifth is named.

    The left edge's name gives way where the first New Year is too near for both.
    """
    years = last.year - first.year + 1
    step = 1 if years <= _EVERY_YEAR_UP_TO else 2 if years <= _EVERY_SECOND_YEAR_UP_TO else 5
    starts = [first, *(date(year, 1, 1) for year in range(first.year + 1, last.year + 1))]
    ticks = [Tick(day=day, label=str(day.year) if day.year % step == 0 else "", year=True) for day in starts]
    if len(starts) > 1 and (starts[1] - first).days / ((last - first).days + 1) * room < _YEAR_ROOM:
        ticks[0] = Tick(day=first, year=True)
    return tuple(ticks)


def _month_ticks(first: date, last: date, words: Wording, every: int) -> tuple[Tick, ...]:
    """A line at each month; every second one is named, which is what a year has room for."""
    months: list[date] = []
    start = first.replace(day=1)
    while start <= last:
        if start >= first:
            months.append(start)
        start = (last_of_month(start) + ONE_DAY).replace(day=1)
    return tuple(
        Tick(day=month, label=_month_name(month, words) if at % every == 0 else "")
        for at, month in enumerate(months)
    )


def _month_name(month: date, words: Wording) -> str:
    return words.short_month(month).replace("\u00a0", " ").split(" ")[0]


def is_past(event: Event, today: date) -> bool:
    """Whether it happened, on a date that is known, by today."""
    return (
        event.when is not None
        and event.when.is_dated
        and event.when.earliest <= today
        and event.state is not EventState.PLANNED
    )
