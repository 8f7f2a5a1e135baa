"""From a snapshot and a filter to the line: every dated entry in a lane, and the lanes in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.domain.derived.chart.scope import ChartScope, Drawn, chart_scope
from app.domain.derived.chart.symptoms import first_symptoms
from app.domain.derived.line.columns import columns_of, gaps_of
from app.domain.derived.line.lanes import Group, Lane, Line, Placed, Thing, marks_lane
from app.domain.derived.line.things import thing_of
from app.domain.derived.line.treatments import treatment_lanes
from app.domain.derived.line.windows import Life, life_of
from app.domain.derived.timeline import Entry, RowKind, TimelineFilter, timeline
from app.domain.journal import Journal
from app.domain.records import Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.wording import Wording

OTHERS = "others"
"""The lane of the symptoms that have none of their own."""


def draw_up(
    journal: Journal,
    today: date,
    words: Wording,
    shown: TimelineFilter,
    *,
    symptoms: tuple[SymptomId, ...] = (),
    monday_first: bool = True,
) -> Line:
    """The whole line. `symptoms` are those with a lane of their own; none: the first three.

    Worked out once for a snapshot and a filter; in a large journal in a worker.
    """
    entries = timeline(journal, shown)
    dated = tuple(entry for entry in entries if entry.when is not None and entry.when.is_dated)
    scope = chart_scope(
        journal,
        today,
        words,
        drawn=Drawn(limited=False),
        monday_first=monday_first,
        left_out=False,
        hidden=frozenset(),
    )
    held = _by_kind(dated, today)
    lanes = (
        *_moment_lanes(held, shown, words),
        *(treatment_lanes(scope, held.get(RowKind.TREATMENTS, ()), shown) if _wants(shown) else ()),
        *_symptom_lanes(scope, held.get(RowKind.SYMPTOMS, ()), symptoms),
    )
    places = {
        thing.id: (at, place) for at, lane in enumerate(lanes) for place, thing in enumerate(lane.things)
    }
    put_together = {thing.id for lane in lanes for thing in lane.exact}
    return Line(
        journal=journal,
        shown=shown,
        life=_life(lanes, today),
        lanes=lanes,
        entries=dated,
        moments=tuple(entry for entry in dated if entry.record.id not in put_together),
        undated=entries[len(dated) :],
        places=places,
    )


def _wants(shown: TimelineFilter) -> bool:
    return RowKind.TREATMENTS in shown.kinds


def _by_kind(dated: tuple[Entry, ...], today: date) -> dict[RowKind, list[Placed]]:
    """Oldest first."""
    held: dict[RowKind, list[Placed]] = {}
    for entry in reversed(dated):
        held.setdefault(entry.kind, []).append(Placed(record=entry.record, thing=thing_of(entry, today)))
    return held


_MOMENTS = (
    (RowKind.EVENTS, "Events"),
    (RowKind.VISITS, "Visits"),
    (RowKind.PLANS, "Plans"),
    (RowKind.QUESTIONS, "Questions"),
    (RowKind.MEASUREMENTS, "Measurements"),
    (RowKind.NOTES, "Notes"),
)


def _moment_lanes(held: dict[RowKind, list[Placed]], shown: TimelineFilter, words: Wording) -> Iterator[Lane]:
    """A lane for each kind that is chosen, also where it is empty: an empty lane says so."""
    for kind, english in _MOMENTS:
        if kind in shown.kinds:
            name = words.say(f"timeline.kind.{kind}", english)
            yield marks_lane(kind, name, Group.MOMENTS, (placed.thing for placed in held.get(kind, ())))


def _symptom_lanes(
    scope: ChartScope, held: Iterable[Placed], chosen: tuple[SymptomId, ...]
) -> Iterator[Lane]:
    """The chosen symptoms, what comes in attacks last; then all others together, and whole days."""
    by_symptom: dict[RecordId, list[Thing]] = {}
    days: list[Thing] = []
    for placed in held:
        if isinstance(placed.record, SymptomEntry):
            symptom = scope.journal.symptom(placed.record.symptom)
            key = symptom.id if symptom is not None else RecordId("")
            by_symptom.setdefault(key, []).append(placed.thing)
        else:
            days.append(placed.thing)
    own = [symptom for symptom in _chosen(scope, chosen) if by_symptom.get(symptom.id)]
    attacks = {read.symptom.id for read in scope.readings if read.attack_like}
    for symptom in sorted(own, key=lambda one: one.id in attacks):
        things = by_symptom.pop(symptom.id)
        low = symptom.id in attacks
        yield _readings_lane(scope, symptom.id, _lane_name(scope, symptom, low=low), things, attacks=low)
    if by_symptom:
        things = [thing for found in by_symptom.values() for thing in found]
        yield _readings_lane(scope, OTHERS, _others_name(scope, tuple(by_symptom)), things, attacks=True)
    if days:
        name = scope.words.say("timeline.lane.days", "Whole days")
        yield marks_lane("days", name, Group.SYMPTOMS, days)


def _chosen(scope: ChartScope, chosen: tuple[SymptomId, ...]) -> tuple[Symptom, ...]:
    if not chosen:
        return first_symptoms(scope)
    found = (scope.journal.symptom(key) for key in chosen)
    return tuple(symptom for symptom in found if symptom is not None)


def _lane_name(scope: ChartScope, symptom: Symptom, *, low: bool) -> str:
    if not low:
        return symptom.name
    return scope.words.say("timeline.lane.attacks", "{symptom} days", symptom=symptom.name)


def _others_name(scope: ChartScope, keys: tuple[RecordId, ...]) -> str:
    only = scope.journal.symptom(SymptomId(keys[0])) if len(keys) == 1 else None
    if only is not None:
        return only.name
    return scope.words.say("timeline.lane.others", "Other symptoms")


def _readings_lane(scope: ChartScope, key: str, name: str, things: list[Thing], *, attacks: bool) -> Lane:
    """Readings of one known day in columns; those of several days, or of none that is known, beside them."""
    lane = marks_lane(key, name, Group.SYMPTOMS, things)
    exact = tuple(thing for thing in lane.things if thing.is_exact)
    columns = columns_of(exact, monday_first=scope.monday_first)
    return replace(
        lane,
        attacks=attacks,
        exact=exact,
        columns=columns,
        wide=tuple(thing for thing in lane.things if not thing.is_exact),
        gaps=() if attacks else gaps_of(exact, scope.today),
    )


def _life(lanes: tuple[Lane, ...], today: date) -> Life:
    firsts = [day for lane in lanes for day in (*lane.days[:1], *_bar_days(lane))]
    lasts = [lane.days[-1] for lane in lanes if lane.days]
    return life_of(min(firsts, default=today), today, max(lasts, default=today))


def _bar_days(lane: Lane) -> tuple[date, ...]:
    return tuple(stretch.first for stretch in lane.bar.stretches[:1]) if lane.bar else ()
