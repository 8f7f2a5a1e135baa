"""Which events the chart shows, and how they are marked (document.md 8)."""

from dataclasses import dataclass, replace

from app.domain.derived.chart.event_labels import gather, numbered
from app.domain.derived.chart.scope import ChartScope, is_past
from app.domain.derived.chart.text_room import cut_at_word, room_for
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.timeline_geometry import EventMark, Panel
from app.domain.records import Event, Visit
from app.domain.records.events import EventKind
from app.domain.records.record import EventId
from app.domain.records.visits import VisitMode
from app.domain.wording import Wording

MOST_EVENTS = 8
LABEL_LENGTH = 16
HOLLOW = frozenset({EventKind.EMERGENCY, EventKind.ADMISSION})
_MAIN_KINDS = (
    EventKind.EMERGENCY,
    EventKind.ADMISSION,
    EventKind.DIAGNOSIS,
    EventKind.PROCEDURE,
    EventKind.LIFE_CHANGE,
    EventKind.CARE_CHANGE,
)
_STAY_MODES = {VisitMode.EMERGENCY: EventKind.EMERGENCY, VisitMode.HOSPITAL: EventKind.ADMISSION}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEvents:
    """The events of the chart, oldest first, and which of them a number stands for."""

    events: tuple[Event, ...] = ()
    marks: tuple[EventMark, ...] = ()
    numbered: tuple[tuple[str, Event], ...] = ()


def choose_events(scope: ChartScope) -> tuple[Event, ...]:
    """Pinned, then emergency, hospital, diagnosis, procedure, life change; at most 8, oldest first."""
    past = [event for event in _all_events(scope) if is_past(event, scope.today)]
    if scope.drawn.events:
        wanted = [event for event in past if event.id in scope.drawn.events]
    else:
        wanted = [event for event in past if event.pinned or is_main(event)]
    wanted.sort(key=lambda event: (-_start(event), event.id))
    wanted.sort(key=_rank)
    return tuple(sorted(wanted[:MOST_EVENTS], key=lambda event: (_start(event), event.id)))


def is_main(event: Event) -> bool:
    """Whether it is of a kind a chart shows unasked."""
    return event.event in _MAIN_KINDS


def _all_events(scope: ChartScope) -> tuple[Event, ...]:
    events = scope.journal.of(Event)
    stays = [event for event in events if event.event in HOLLOW and event.when]
    extra = tuple(
        _event_of(visit, scope.words)
        for visit in scope.journal.of(Visit)
        if visit.mode in _STAY_MODES
        and not visit.cancelled
        and visit.when
        and not any(_same_stay(visit, event) for event in stays)
    )
    return (*events, *extra)


def _same_stay(visit: Visit, event: Event) -> bool:
    if event.visit == visit.id:
        return True
    return event.when is not None and visit.when is not None and event.when.overlaps(visit.when)


def _event_of(visit: Visit, words: Wording) -> Event:
    kind = _STAY_MODES[visit.mode]
    label = stay_word(kind, words)
    return Event(
        id=EventId(visit.id),
        written=visit.written,
        title=visit.reason.strip() or label,
        label=label,
        event=kind,
        when=visit.when,
        until=visit.until,
    )


def stay_word(kind: EventKind, words: Wording) -> str:
    """The word beside a hollow mark where the person gave none."""
    if kind is EventKind.ADMISSION:
        return words.say("event.hospital", "hospital stay")
    return words.say("event.emergency", "emergency")


def _start(event: Event) -> int:
    return event.when.earliest.toordinal() if event.when else 0


def _rank(event: Event) -> tuple[bool, int]:
    kind = _MAIN_KINDS.index(event.event) if event.event in _MAIN_KINDS else len(_MAIN_KINDS)
    return (not event.pinned, kind)


def label_of(event: Event) -> str:
    """What stands beside its mark: the label, else the title, in 16 characters."""
    return cut_at_word(mid_sentence((event.label or event.title).strip()), LABEL_LENGTH)


def mark_events(scope: ChartScope, events: tuple[Event, ...], panels: tuple[Panel, ...]) -> ChosenEvents:
    """Marks with their labels; a label that finds no room in some panel is a number in all of them."""
    marks = tuple(_mark(event) for event in events)
    without: set[int] = set()
    rooms = scope.drawn.rooms if len(panels) > 1 else (scope.drawn.room,)
    for panel, room in zip(panels, rooms, strict=True):
        without.update(_without_room(marks, panel, room))
    names = {at: str(number) for number, at in enumerate(sorted(without), start=1)}
    return ChosenEvents(
        events=events,
        marks=tuple(replace(mark, label=names.get(at, mark.label)) for at, mark in enumerate(marks)),
        numbered=tuple((names[at], events[at]) for at in sorted(without)),
    )


def _without_room(marks: tuple[EventMark, ...], panel: Panel, room: float) -> set[int]:
    inside = [at for at, mark in enumerate(marks) if panel.holds(mark.first, mark.last)]
    crowds = gather(tuple(position_of(marks[at], panel) * room for at in inside))
    crowded = {inside[member] for crowd in crowds if crowd.count > 1 for member in crowd.members}
    single = [crowd for crowd in crowds if crowd.count == 1]
    order = [inside[crowd.members[0]] for crowd in single]
    places = tuple((crowd.at, marks[at].label) for crowd, at in zip(single, order, strict=True))
    _, given = numbered(places, room, room_for)
    return crowded | {order[at] for at in given}


def position_of(mark: EventMark, panel: Panel) -> float:
    """Where the middle of an event is, as a share of the panel's width."""
    first, last = max(mark.first, panel.first), min(mark.last, panel.last)
    return panel.middle_of(first + (last - first) // 2)


def _mark(event: Event) -> EventMark:
    first = event.when.earliest if event.when else event.written.date()
    last = event.when.latest if event.when and event.when.is_fuzzy else first
    return EventMark(
        first=first,
        last=last,
        label=label_of(event),
        title=event.title,
        hollow=event.event in HOLLOW,
    )
