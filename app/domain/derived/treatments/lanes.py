"""What the Treatments page shows at first: what is taken now and what was tried, over one line of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.derived.chart.legend import kind_word
from app.domain.derived.chart.treatments import as_on_page_1, end_of, lane_of
from app.domain.derived.timeline_geometry import BinSize, Panel, Sign, Tick, TreatmentLane
from app.domain.derived.treatments.lane_columns import (
    dose_column,
    how_it_goes,
    spoken_lane,
    why_it_ended_column,
)
from app.domain.derived.treatments.story import Status, TreatmentStory, stories
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.domain.records.when import last_of_month
from app.domain.wording import Wording

_SHORTEST_DAYS = 90
"""A treatment begun last week still stands on a line of some months."""

_YEARS_FROM_DAYS = 540
_HALF_YEARS_UP_TO = 6  # years
_EVERY_YEAR_UP_TO = 12  # years named one by one
_EVERY_SECOND_YEAR_UP_TO = 24
_ROOM_FOR_A_YEAR = 0.07  # share of the line that the name of a year takes
_MONTH_NAMES = 7  # how many names of months have room


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneRow:
    """One treatment: its columns, and its bar. `about` is what a screen reader hears after the name."""

    key: RecordId
    name: str
    dose: str
    verdict: str
    lane: TreatmentLane
    about: str

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        return f"{self.name}, {self.about}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendMark:
    """A kind of treatment that is in view, and its word."""

    kind: Sign
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """All rows in drawn order, the line of time they stand on, and the kinds in view."""

    panel: Panel
    now: tuple[LaneRow, ...] = ()
    coming: tuple[LaneRow, ...] = ()
    stopped: tuple[LaneRow, ...] = ()
    legend: tuple[LegendMark, ...] = ()

    @property
    def rows(self) -> tuple[LaneRow, ...]:
        """Every row from top to bottom."""
        return (*self.now, *self.coming, *self.stopped)

    @property
    def nothing_stopped(self) -> bool:
        """Whether the list of what was tried is still to begin."""
        return bool(self.now) and not self.stopped

    def summary(self, words: Wording) -> str:
        """The whole picture in one sentence, for a screen reader."""
        return words.say(
            "lanes.summary",
            "{now} now, {stopped} tried and stopped. Press L for the list.",
            now=words.count("lanes.count", "{n} treatment", "{n} treatments", len(self.now)),
            stopped=words.number(len(self.stopped)),
        )


def lanes(journal: Journal, today: date, words: Wording) -> Lanes:
    """Every treatment that is not in the trash, even one that nothing dated is known of."""
    told = stories(journal, today)
    now = [story for story in told if story.taking_now]
    coming = [story for story in told if story.status is Status.COMING]
    over = [story for story in told if story.status in {Status.STOPPED, Status.DONE}]
    first = _first_day(told, today)

    def rows(group: Iterable[TreatmentStory]) -> tuple[LaneRow, ...]:
        return tuple(_row(story, words, first, today) for story in group)

    shown = Lanes(
        panel=_panel(first, today, words),
        now=rows(as_on_page_1(now, journal)),
        coming=rows(sorted(coming, key=_soonest_first)),
        stopped=rows(sorted(over, key=_newest_end_first)),
    )
    return Lanes(
        panel=shown.panel,
        now=shown.now,
        coming=shown.coming,
        stopped=shown.stopped,
        legend=_legend(shown.rows, words),
    )


def _row(story: TreatmentStory, words: Wording, first: date, today: date) -> LaneRow:
    going = story.taking_now or story.status is Status.COMING
    verdict = how_it_goes(story, words) if going else why_it_ended_column(story, words)
    dose = dose_column(story, words)
    return LaneRow(
        key=story.treatment.id,
        name=story.treatment.name,
        dose=dose,
        verdict=verdict,
        lane=lane_of(story, words, first, today),
        about=spoken_lane(story, dose, verdict, words),
    )


def _legend(rows: tuple[LaneRow, ...], words: Wording) -> tuple[LegendMark, ...]:
    kinds = {row.lane.kind for row in rows}
    return tuple(LegendMark(kind=kind, word=kind_word(kind, words)) for kind in Sign if kind in kinds)


def _soonest_first(story: TreatmentStory) -> tuple[object, ...]:
    when = story.next_change.when if story.next_change else None
    return (when.earliest if when else date.max, story.treatment.name.casefold(), story.treatment.id)


def _newest_end_first(story: TreatmentStory) -> tuple[object, ...]:
    return (-end_of(story).toordinal(), story.start_day, story.treatment.name.casefold(), story.treatment.id)


# The line of time


def _first_day(told: Iterable[TreatmentStory], today: date) -> date:
    """The first of the month of the first dated change; some months back at least."""
    dated = (
        change.when.earliest
        for story in told
        for change in story.changes
        if change.when is not None and change.when.is_dated
    )
    return min([*dated, today - timedelta(days=_SHORTEST_DAYS)]).replace(day=1)


def _panel(first: date, today: date, words: Wording) -> Panel:
    return Panel(
        first=first,
        last=today,
        heading=words.say("lanes.span", "{month} to today", month=words.month(first)),
        bins=BinSize.MONTH,
        caption="",
        ticks=time_ticks(first, today, words),
    )


def time_ticks(first: date, last: date, words: Wording) -> tuple[Tick, ...]:
    """Years with a thinner line at their middle over a long stretch, months over a short one."""
    if (last - first).days < _YEARS_FROM_DAYS:
        return _month_ticks(first, last, words)
    years = last.year - first.year + 1
    step = 1 if years <= _EVERY_YEAR_UP_TO else 2 if years <= _EVERY_SECOND_YEAR_UP_TO else 5
    ticks = [
        Tick(day=date(year, 1, 1), label=str(year) if year % step == 0 else "", year=True)
        for year in range(first.year + 1, last.year + 1)
    ]
    if years <= _HALF_YEARS_UP_TO:
        middles = (date(year, 7, 1) for year in range(first.year, last.year + 1))
        ticks += [Tick(day=day) for day in middles if first < day <= last]
    edge = _edge_tick(first, last)
    return (*edge, *sorted(ticks, key=_day_of))


def _edge_tick(first: date, last: date) -> tuple[Tick, ...]:
    """The year the line begins in, named at its left edge where the next year leaves room for it."""
    following = date(first.year + 1, 1, 1)
    room = (following - first).days / ((last - first).days + 1)
    return (Tick(day=first, label=str(first.year), year=True),) if room >= _ROOM_FOR_A_YEAR else ()


def _month_ticks(first: date, last: date, words: Wording) -> tuple[Tick, ...]:
    months: list[date] = []
    day = first
    while day <= last:
        months.append(day)
        day = last_of_month(day) + timedelta(days=1)
    every = -(-len(months) // _MONTH_NAMES)
    return tuple(
        Tick(day=month, label=words.short_month(month) if at % every == 0 else "", year=month.month == 1)
        for at, month in enumerate(months)
    )


def _day_of(tick: Tick) -> date:
    return tick.day
