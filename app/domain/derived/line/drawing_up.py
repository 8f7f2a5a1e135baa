"""From a snapshot and a filter to the line: every dated entry in a lane, and the lanes in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

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


def draw_up(
    journal: Journal,
    today: date,
    words: Wording,
    shown: TimelineFilter,
    *,
    symptoms: tuple[SymptomId, ...] = (),
    monday_first: bool = True,
) -> Line:
    """The whole line. `symptoms` are those with a high lane; none: the first three.

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
    """The chosen symptoms, what comes in attacks last; then all others, lower; then whole days."""
    by_symptom: dict[RecordId, list[Thing]] = {}
    days: list[Thing] = []
    for placed in held:
        if isinstance(placed.record, SymptomEntry):
            symptom = scope.journal.symptom(placed.record.symptom)
            key = symptom.id if symptom is not None else RecordId("")
            by_symptom.setdefault(key, []).append(placed.thing)
        else:
            days.append(placed.thing)
    first = [symptom.id for symptom in _chosen(scope, chosen)]
    attacks = {read.symptom.id for read in scope.readings if read.attack_like}
    named = [(key, scope.journal.symptom(SymptomId(key))) for key in by_symptom]
    for key, symptom in sorted(named, key=partial(_place, first, attacks)):
        yield _readings_lane(
            scope, key, symptom, by_symptom[key], attacks=key in attacks, low=key not in first
        )
    if days:
        name = scope.words.say("timeline.lane.days", "Whole days")
        yield marks_lane("days", name, Group.SYMPTOMS, days)


def _chosen(scope: ChartScope, chosen: tuple[SymptomId, ...]) -> tuple[Symptom, ...]:
    if not chosen:
        return first_symptoms(scope)
    found = (scope.journal.symptom(key) for key in chosen)
    return tuple(symptom for symptom in found if symptom is not None)


def _place(
    first: list[RecordId], attacks: set[RecordId], named: tuple[RecordId, Symptom | None]
) -> tuple[bool, bool, int, str, str]:
    """The chosen ones first, and of these what comes in attacks last; the others in the person's order."""
    key, symptom = named
    order = symptom.order if symptom is not None else 0
    name = symptom.name.casefold() if symptom is not None else ""
    own = first.index(key) if key in first else order
    return key not in first, key in attacks, own, name, key


def _readings_lane(
    scope: ChartScope,
    key: str,
    symptom: Symptom | None,
    things: list[Thing],
    *,
    attacks: bool,
    low: bool,
) -> Lane:
    """Readings of one known day in columns; those of several days, or of none that is known, beside them."""
    say = scope.words.say
    called = symptom.name if symptom is not None else say("timeline.symptom", "Symptom")
    name = say("timeline.lane.attacks", "{symptom} days", symptom=called) if attacks else called
    lane = marks_lane(key or "gone symptom", name, Group.SYMPTOMS, things)
    exact = tuple(thing for thing in lane.things if thing.is_exact)
    return replace(
        lane,
        called=called,
        attacks=attacks,
        low=low or attacks,
        exact=exact,
        columns=columns_of(exact, monday_first=scope.monday_first),
        wide=tuple(thing for thing in lane.things if not thing.is_exact),
        gaps=() if attacks or low else gaps_of(exact, scope.today),
    )


def _life(lanes: tuple[Lane, ...], today: date) -> Life:
    firsts = [day for lane in lanes for day in (*lane.days[:1], *_bar_days(lane))]
    lasts = [lane.days[-1] for lane in lanes if lane.days]
    return life_of(min(firsts, default=today), today, max(lasts, default=today))


def _bar_days(lane: Lane) -> tuple[date, ...]:
    return tuple(stretch.first for stretch in lane.bar.stretches[:1]) if lane.bar else ()
