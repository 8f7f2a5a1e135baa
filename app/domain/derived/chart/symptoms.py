"""Which symptoms the chart shows, and their columns (document.md 8)."""

from datetime import date

from app.domain.derived.bins import Span, bin_days, bin_readings, columns
from app.domain.derived.chart.scope import MOST_SYMPTOMS, ChartScope, year_before
from app.domain.derived.chart.text_room import room_for
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import (
    BinSize,
    DaysBin,
    DaysLane,
    GapBand,
    Panel,
    SymptomLane,
)
from app.domain.records import Condition, Symptom
from app.domain.records.person import ConditionStatus
from app.domain.records.record import ConditionId

FEWEST_READINGS = 10
ANCHOR_LENGTH = 22
_TOP = 3
_LEAST_TOP = 5  # the days lane's axis names 0 and 5


def choose_symptoms(scope: ChartScope, top_three: frozenset[ConditionId]) -> tuple[Readings, ...]:
    """Pinned; then tied to a condition of the top three; then most days in the last 12 months; then the name.

    At least 10 readings. The 0 to 10 lanes come before the days lanes, as they are drawn.
    """
    enough = [held for held in scope.readings if held.entries >= FEWEST_READINGS and held.rated]
    if scope.drawn.symptoms:
        chosen = [held for held in enough if held.ids.intersection(scope.drawn.symptoms)]
    else:
        since = year_before(scope.today)
        chosen = sorted(enough, key=lambda held: _rank(held, top_three, since, scope.today))
    return tuple(sorted(chosen[:MOST_SYMPTOMS], key=lambda held: held.attack_like))


def first_symptoms(scope: ChartScope) -> tuple[Symptom, ...]:
    """The three a window draws unasked: those of the chart on paper, filled up in the person's own order."""
    picked = [held.symptom for held in choose_symptoms(scope, top_conditions(scope))]
    others = sorted(
        (held.symptom for held in scope.readings if held.symptom not in picked),
        key=lambda symptom: (symptom.order, symptom.name.casefold(), symptom.id),
    )
    return tuple((picked + others)[:MOST_SYMPTOMS])


def top_conditions(scope: ChartScope) -> frozenset[ConditionId]:
    """The first three conditions in the person's order, by default the oldest."""
    active = [
        held
        for held in scope.journal.of(Condition)
        if held.status in {ConditionStatus.CONFIRMED, ConditionStatus.SUSPECTED} and not held.wondering
    ]
    active.sort(key=lambda held: (held.order, held.onset.earliest if held.onset else date.max, held.id))
    return frozenset(ConditionId(held.id) for held in active[:_TOP])


def _rank(
    held: Readings, top_three: frozenset[ConditionId], since: date, today: date
) -> tuple[bool, bool, int, str, str]:
    days = {day for day, _ in held.rated if since <= day <= today}
    tied = bool(top_three.intersection(held.symptom.conditions))
    return (
        not held.symptom.pinned,
        not tied,
        -len(days),
        held.symptom.name.casefold(),
        held.symptom.id,
    )


def symptom_lane(scope: ChartScope, held: Readings, panels: tuple[Panel, ...]) -> SymptomLane:
    """A lane of 0 to 10, in each panel's own columns."""
    return SymptomLane(
        name=held.symptom.name,
        caption=scope.words.count("chart.readings", "{n} reading", "{n} readings", held.entries),
        anchor=_anchor(held),
        panels=tuple(bin_readings(held.rated, _spans(scope, panel)) for panel in panels),
    )


def _spans(scope: ChartScope, panel: Panel) -> tuple[Span, ...]:
    return columns(panel.first, panel.last, panel.bins, monday_first=scope.monday_first)


def _anchor(held: Readings) -> str:
    """One anchor of the person's own, if one fits: "7: I cancel work"."""
    texts = (f"{anchor.severity}: {anchor.words}" for anchor in held.symptom.anchors if anchor.words.strip())
    return next((text for text in texts if len(text) <= ANCHOR_LENGTH), "")


def days_lane(scope: ChartScope, held: Readings, panels: tuple[Panel, ...]) -> DaysLane:
    """Days with it, each month in both panels (quarters and years where the left panel has them)."""
    bins = tuple(_days_bins(scope, held, panel) for panel in panels)
    most = max((column.days for panel in bins for column in panel), default=0)
    caption = scope.words.say(
        "chart.days_each_month",
        "days each month ({n})",
        n=scope.words.number(held.entries),
    )
    return DaysLane(name=held.symptom.name, caption=caption, panels=bins, top=max(_LEAST_TOP, most))


def _days_bins(scope: ChartScope, held: Readings, panel: Panel) -> tuple[DaysBin, ...]:
    months = columns(panel.first, panel.last, BinSize.MONTH)
    return bin_days(held.days, scope.noted, months, never_zero=scope.hidden)


def gap_bands(scope: ChartScope, panels: tuple[Panel, ...]) -> tuple[GapBand, ...]:
    """Every gap; its dates where they have room: in the right panel if it lies there, else in the left."""
    free: dict[int, float] = {}
    bands: list[GapBand] = []
    for gap in scope.gaps:
        if gap.last < panels[0].first:
            continue
        text = scope.words.span(gap.first, gap.last)
        at = len(panels) - 1 if panels[-1].holds(gap.first, gap.last) else 0
        room = scope.drawn.rooms[at] if len(panels) > 1 else scope.drawn.room
        left, right = label_ends(panels[at], gap.first, gap.last, room, room_for(text))
        fits = left >= free.get(at, 0.0)
        bands.append(GapBand(first=gap.first, last=gap.last, label=text if fits else ""))
        if fits:
            free[at] = right + 0.5
    return tuple(bands)


def label_ends(panel: Panel, first: date, last: date, room: float, width: float) -> tuple[float, float]:
    """Where a text centred under a stretch begins and ends when it is kept inside its panel."""
    start, end = panel.extent(first, last) or (0.0, 0.0)
    left = min(max(0.0, (start + end) / 2 * room - width / 2), max(0.0, room - width))
    return left, left + width
