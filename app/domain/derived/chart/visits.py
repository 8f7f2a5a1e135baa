"""Visits as lanes, one for each clinician; a role that changed hands shares a lane (document.md 8)."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.timeline_geometry import VisitLane, VisitMark
from app.domain.records import Clinician, Visit
from app.domain.records.record import ClinicianId, RecordId
from app.domain.records.visits import VisitMode

MOST_LANES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicianVisits:
    """A clinician's (or role's) visits that happened, oldest first, and the next one."""

    who: tuple[Clinician, ...]  # who held the role, in turn
    past: tuple[Visit, ...]
    coming: Visit | None = None


def clinician_visits(scope: ChartScope, first: date) -> tuple[ClinicianVisits, ...]:
    """Everyone who was seen since `first` or will be: most visits first, then the newest, then the name."""
    groups: dict[RecordId, list[Visit]] = {}
    roles = _roles(scope)
    for visit in scope.journal.of(Visit):
        if _counts(visit) and visit.clinician in roles:
            groups.setdefault(roles[visit.clinician][0].id, []).append(visit)
    found = [_one(scope, roles, key, visits, first) for key, visits in groups.items()]
    return tuple(sorted((held for held in found if held.past or held.coming), key=_most_first))


def _counts(visit: Visit) -> bool:
    stay = visit.mode in {VisitMode.EMERGENCY, VisitMode.HOSPITAL}
    return visit.when is not None and visit.when.is_dated and not visit.cancelled and not stay


def _roles(scope: ChartScope) -> dict[RecordId, tuple[Clinician, ...]]:
    """For each clinician everyone who held the same role, the first one first."""
    team = {held.id: held for held in scope.journal.of(Clinician)}
    after: dict[ClinicianId, Clinician] = {
        held.took_over_from: held for held in team.values() if held.took_over_from in team
    }
    chains: dict[RecordId, tuple[Clinician, ...]] = {}
    for held in team.values():
        if held.took_over_from not in team:
            chain = _chain(held, after)
            chains.update((member.id, chain) for member in chain)
    for held in team.values():  # a ring of take-overs has no first one: each stands alone
        chains.setdefault(held.id, (held,))
    return chains


def _chain(first: Clinician, after: dict[ClinicianId, Clinician]) -> tuple[Clinician, ...]:
    chain = [first]
    while (following := after.get(ClinicianId(chain[-1].id))) is not None and following not in chain:
        chain.append(following)
    return tuple(chain)


def _one(
    scope: ChartScope,
    roles: dict[RecordId, tuple[Clinician, ...]],
    key: RecordId,
    visits: list[Visit],
    first: date,
) -> ClinicianVisits:
    ordered = sorted(visits, key=lambda visit: (_first(visit), visit.id))
    past = tuple(visit for visit in ordered if first <= _first(visit) <= scope.today)
    coming = next((visit for visit in ordered if _first(visit) > scope.today), None)
    seen = {visit.clinician for visit in visits}
    who = tuple(held for held in roles[key] if held.id in seen)
    return ClinicianVisits(who=who, past=past, coming=coming)


def _first(visit: Visit) -> date:
    return visit.when.earliest if visit.when else date.min


def _most_first(held: ClinicianVisits) -> tuple[int, int, str]:
    newest = _first(held.past[-1]).toordinal() if held.past else 0
    return (-len(held.past), -newest, held.who[-1].called)


def visit_lanes(scope: ChartScope, groups: tuple[ClinicianVisits, ...]) -> tuple[VisitLane, ...]:
    """At most three lanes; the rest share one named *Others*."""
    shown = groups[:MOST_LANES]
    lanes = [_lane(scope, group) for group in shown]
    rest = groups[len(shown) :]
    if rest:
        lanes.append(_others(scope, rest))
    return tuple(lanes)


def _lane(scope: ChartScope, group: ClinicianVisits) -> VisitLane:
    name, aside = _names(scope, group.who)
    return VisitLane(
        name=name,
        aside=aside,
        marks=tuple(_mark(visit, scope.today) for visit in group.past),
        next_day=_first(group.coming) if group.coming else None,
        next_label=_next_label(scope, group.coming),
    )


def _names(scope: ChartScope, who: tuple[Clinician, ...]) -> tuple[str, str]:
    if len(who) == 1:
        return who[0].called, mid_sentence(who[0].specialty or who[0].role)
    aside = scope.words.say(
        "chart.role_changed",
        "{before}, now {now}",
        before=", ".join(_surname(held) for held in who[:-1]),
        now=_surname(who[-1]),
    )
    return who[-1].specialty or who[-1].role or who[-1].called, aside


def _surname(held: Clinician) -> str:
    called = held.called
    head, _, rest = called.replace("\u00a0", " ").partition(" ")
    return rest if rest and head.rstrip(".") in {"Dr", "Mr", "Mrs", "Ms", "Prof"} else called


def _next_label(scope: ChartScope, visit: Visit | None) -> str:
    if visit is None or visit.when is None:
        return ""
    return scope.words.day_in_year(_first(visit)) if visit.when.day else scope.words.short_when(visit.when)


def _mark(visit: Visit, today: date) -> VisitMark:
    first = _first(visit)
    last = min(visit.when.latest, today) if visit.when and visit.when.is_fuzzy else first
    return VisitMark(first=first, last=last)


def _others(scope: ChartScope, groups: tuple[ClinicianVisits, ...]) -> VisitLane:
    visits = sorted((visit for group in groups for visit in group.past), key=_first)
    coming = sorted((group.coming for group in groups if group.coming), key=_first)
    following = coming[0] if coming else None
    return VisitLane(
        name=scope.words.say("chart.others", "Others"),
        aside="",
        marks=tuple(_mark(visit, scope.today) for visit in visits),
        next_day=_first(following) if following else None,
        next_label=_next_label(scope, following),
    )
