"""The symptoms' lanes: the chosen ones high, all others low, whole days last."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.chart.symptoms import first_symptoms
from app.domain.derived.line.columns import columns_of, gaps_of
from app.domain.derived.line.lanes import Group, Lane, Placed, Thing, marks_lane
from app.domain.derived.line.readings import Readings
from app.domain.records import Record, Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId


def symptom_lanes(
    scope: ChartScope, readings: Iterable[Record], others: Iterable[Placed], chosen: tuple[SymptomId, ...]
) -> Iterator[Lane]:
    """The chosen symptoms, what comes in attacks last; then all others, lower; then whole days.

    `readings` are those of one known day, oldest first; `others` all else that is of symptoms.
    """
    exact: dict[RecordId, list[SymptomEntry]] = {}
    wide: dict[RecordId, list[Thing]] = {}
    days: list[Thing] = []
    keys: dict[SymptomId, RecordId] = {}
    for record in readings:
        if isinstance(record, SymptomEntry):
            exact.setdefault(_key_of(scope, record, keys), []).append(record)
    for placed in others:
        if isinstance(placed.record, SymptomEntry):
            wide.setdefault(_key_of(scope, placed.record, keys), []).append(placed.thing)
        else:
            days.append(placed.thing)
    first = [symptom.id for symptom in _chosen(scope, chosen)]
    attacks = {read.symptom.id for read in scope.readings if read.attack_like}
    named = [(key, scope.journal.symptom(SymptomId(key))) for key in {**exact, **wide}]
    for key, symptom in sorted(named, key=partial(_place, first, attacks)):
        held = Readings(tuple(exact.get(key, ())))
        lane = _lane(scope, symptom, held, attacks=key in attacks, low=key not in first)
        yield replace(lane, wide=tuple(wide.get(key, ())))
    if days:
        yield marks_lane("days", scope.words.say("timeline.lane.days", "Whole days"), Group.SYMPTOMS, days)


def _key_of(scope: ChartScope, record: SymptomEntry, keys: dict[SymptomId, RecordId]) -> RecordId:
    """The symptom a reading is of, merged ones under one; "" for one that is gone."""
    if record.symptom not in keys:
        symptom = scope.journal.symptom(record.symptom)
        keys[record.symptom] = symptom.id if symptom is not None else RecordId("")
    return keys[record.symptom]


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


def _lane(
    scope: ChartScope, symptom: Symptom | None, readings: Readings, *, attacks: bool, low: bool
) -> Lane:
    say = scope.words.say
    called = symptom.name if symptom is not None else say("timeline.symptom", "Symptom")
    days = tuple(record.when.earliest for record in readings.records)
    return Lane(
        key=symptom.id if symptom is not None else "gone symptom",
        name=say("timeline.lane.attacks", "{symptom} days", symptom=called) if attacks else called,
        group=Group.SYMPTOMS,
        is_symptom=True,
        things=readings,
        days=days,
        called=called,
        attacks=attacks,
        low=low or attacks,
        columns=columns_of(readings, monday_first=scope.monday_first),
        gaps=() if attacks or low else gaps_of(days, scope.today),
    )
