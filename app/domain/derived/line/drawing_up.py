"""From a snapshot and a filter to the line: every dated entry in a lane, and the lanes in their order."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.domain.derived.chart.scope import screen_scope
from app.domain.derived.line.lanes import Group, Lane, Line, Placed, Thing, marks_lane
from app.domain.derived.line.readings import Readings, is_exact
from app.domain.derived.line.symptoms import symptom_lanes
from app.domain.derived.line.things import thing_of
from app.domain.derived.line.treatments import treatment_lanes
from app.domain.derived.line.windows import Life, life_of
from app.domain.derived.timeline import Entry, RowKind, TimelineFilter, timeline
from app.domain.journal import Journal
from app.domain.records import SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.wording import Phrase, Wording


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
    moments = tuple(entry for entry in dated if not _is_put_together(entry))
    scope = screen_scope(journal, today, words, monday_first=monday_first)
    held = _by_kind(moments, today)
    readings = (entry.record for entry in reversed(dated) if _is_put_together(entry))
    lanes = (
        *_moment_lanes(held, shown, words),
        *(treatment_lanes(scope, held.get(RowKind.TREATMENTS, ()), shown) if _wants(shown) else ()),
        *symptom_lanes(scope, readings, held.get(RowKind.SYMPTOMS, ()), symptoms),
    )
    return Line(
        journal=journal,
        life=_life(lanes, today),
        lanes=lanes,
        moments=moments,
        undated=entries[len(dated) :],
        places=dict(_places(lanes)),
    )


def _places(lanes: tuple[Lane, ...]) -> Iterator[tuple[RecordId, tuple[int, int]]]:
    for at, lane in enumerate(lanes):
        for place, key in enumerate(
            lane.things.ids if isinstance(lane.things, Readings) else _ids(lane.things)
        ):
            yield key, (at, place)
        for place, thing in enumerate(lane.wide, start=len(lane.things)):
            yield thing.id, (at, place)


def _ids(things: Iterable[Thing]) -> Iterator[RecordId]:
    return (thing.id for thing in things)


def _is_put_together(entry: Entry) -> bool:
    return isinstance(entry.record, SymptomEntry) and is_exact(entry.record)


def _wants(shown: TimelineFilter) -> bool:
    return RowKind.TREATMENTS in shown.kinds


def _by_kind(dated: tuple[Entry, ...], today: date) -> dict[RowKind, list[Placed]]:
    """Oldest first."""
    held: dict[RowKind, list[Placed]] = {}
    for entry in reversed(dated):
        held.setdefault(entry.kind, []).append(Placed(record=entry.record, thing=thing_of(entry, today)))
    return held


_MOMENTS = (
    (RowKind.EVENTS, Phrase("timeline.kind.events", "Events")),
    (RowKind.VISITS, Phrase("timeline.kind.visits", "Visits")),
    (RowKind.PLANS, Phrase("timeline.kind.plans", "Plans")),
    (RowKind.QUESTIONS, Phrase("timeline.kind.questions", "Questions")),
    (RowKind.MEASUREMENTS, Phrase("timeline.kind.measurements", "Measurements")),
    (RowKind.NOTES, Phrase("timeline.kind.notes", "Notes")),
)


def _moment_lanes(held: dict[RowKind, list[Placed]], shown: TimelineFilter, words: Wording) -> Iterator[Lane]:
    """A lane for each kind that is chosen, also where it is empty: an empty lane says so."""
    for kind, phrase in _MOMENTS:
        if kind in shown.kinds:
            name = words.say(*phrase)
            yield marks_lane(kind, name, Group.MOMENTS, (placed.thing for placed in held.get(kind, ())))


def _life(lanes: tuple[Lane, ...], today: date) -> Life:
    firsts = [day for lane in lanes for day in (*lane.days[:1], *_bar_days(lane))]
    lasts = [lane.days[-1] for lane in lanes if lane.days]
    firsts += [thing.first for lane in lanes for thing in lane.wide]
    return life_of(min(firsts, default=today), today, max(lasts, default=today))


def _bar_days(lane: Lane) -> tuple[date, ...]:
    return tuple(stretch.first for stretch in lane.bar.stretches[:1]) if lane.bar else ()
