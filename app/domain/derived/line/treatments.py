"""The treatments' lanes: what is taken now first, the newest start first; then what was stopped."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.chart.treatments import end_of, treatment_lane
from app.domain.derived.line.lanes import Group, Lane, Placed, marks_lane
from app.domain.derived.timeline import TimelineFilter
from app.domain.derived.timeline_geometry import TreatmentLane
from app.domain.derived.treatments.story import Status, TreatmentStory, stories
from app.domain.records import TreatmentChange
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind

_SEEN_IN_BAR = frozenset(
    {ChangeKind.STARTED, ChangeKind.DOSE, ChangeKind.STOPPED, ChangeKind.PAUSED, ChangeKind.RESUMED}
)


def treatment_lanes(scope: ChartScope, changes: Iterable[Placed], shown: TimelineFilter) -> tuple[Lane, ...]:
    """A lane for each treatment that has something to show; a find shows only those it finds."""
    held: dict[RecordId, list[Placed]] = {}
    for placed in changes:
        if isinstance(placed.record, TreatmentChange):
            held.setdefault(placed.record.treatment, []).append(placed)
    told = sorted(stories(scope.journal, scope.today), key=_order)
    earliest = min((placed.thing.first for found in held.values() for placed in found), default=scope.today)
    lanes = [
        _lane(scope, story, held.pop(story.treatment.id, []), min(earliest, scope.today)) for story in told
    ]
    kept = [lane for lane in lanes if lane.things or (_unfiltered(shown) and lane.bar and lane.bar.stretches)]
    gone = [placed.thing for found in held.values() for placed in found]
    if gone:  # changes of a treatment that is in the trash
        name = scope.words.say("timeline.change", "Treatment")
        kept.append(marks_lane("gone", name, Group.TREATMENTS, gone))
    return tuple(kept)


def _unfiltered(shown: TimelineFilter) -> bool:
    return not shown.find.strip() and shown.condition is None


def _order(story: TreatmentStory) -> tuple[object, ...]:
    """Now by start, then what is to come, then the others by their end; the newest first."""
    name = (story.treatment.name.casefold(), story.treatment.id)
    if story.taking_now:
        return (0, -story.start_day.toordinal(), *name)
    if story.status is Status.COMING:
        return (1, 0, *name)
    return (2, -end_of(story).toordinal(), *name)


def _lane(scope: ChartScope, story: TreatmentStory, changes: list[Placed], earliest: date) -> Lane:
    bar = treatment_lane(scope, story, earliest)
    things = [replace(placed.thing, quiet=_in_bar(bar, placed)) for placed in changes]
    lane = marks_lane(story.treatment.id, story.treatment.name, Group.TREATMENTS, things)
    return replace(lane, bar=bar, now=story.taking_now)


def _in_bar(bar: TreatmentLane, placed: Placed) -> bool:
    """Whether the bar itself shows this change: where it begins, steps, rests or ends."""
    record = placed.record
    if not isinstance(record, TreatmentChange) or record.change not in _SEEN_IN_BAR:
        return bool(bar.marks)
    return any(piece.first <= placed.thing.last for piece in bar.stretches)
