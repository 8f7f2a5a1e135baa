"""My story on page 1: the turning points, oldest first, each with what it changed."""

from collections.abc import Iterable

from app.domain.derived.document import Text, Thread, plain
from app.domain.derived.documents.facts import told_conditions
from app.domain.derived.documents.material import Material, begun, ended, first_day
from app.domain.derived.shortening import REASON, shortened
from app.domain.records import Event, TurningPoint, Visit
from app.domain.records.events import EventKind, EventState
from app.domain.records.visits import VisitMode
from app.domain.records.when import When

Turn = tuple[When | None, str]
_STAYS = frozenset({EventKind.EMERGENCY, EventKind.ADMISSION})


def my_story(made: Material, most: int) -> Thread | None:
    """The turns the person ticked, else those the journal shows; at most `most`, the newest kept."""
    turns = _ticked(made) or _found(made)
    if not turns:
        return None
    shown = sorted(turns, key=_oldest_first)
    kept = shown if len(shown) <= most else [shown[0], *shown[len(shown) - most + 1 :]]
    return Thread(
        heading=made.words.say("heading.story", "My story"),
        items=tuple((begun(made.words.short_when(when)), _text(text)) for when, text in kept),
    )


def _text(text: str) -> Text:
    return plain(ended(text))


def _oldest_first(turn: Turn) -> tuple[object, ...]:
    return (first_day(turn[0]), turn[1])


def _ticked(made: Material) -> list[Turn]:
    return [(point.when, point.text) for point in made.journal.of(TurningPoint)]


def _found(made: Material) -> list[Turn]:
    """Onset, diagnosis, the last emergency or hospital stay, the biggest life change.

    The first start of the newest main treatment stands in "Taking now" and is not repeated.
    """
    turns = [*_onset_and_diagnosis(made), *_newest(_stays(made)), *_newest(_life_changes(made))]
    return list(dict.fromkeys(turns))


def _onset_and_diagnosis(made: Material) -> list[Turn]:
    first = next(iter(told_conditions(made)), None)
    if first is None:
        return []
    who = made.named(first.told_by_clinician) or first.told_by_name
    if first.told is None or not who:
        return []  # then its onset already stands behind it in "Conditions"
    words = made.words
    told = words.say("story.told", "{who}: {name}", who=who, name=first.name)
    onset = words.say("story.onset", "{name} began", name=first.name)
    return [*([(first.onset, onset)] if first.onset else []), (first.told, told)]


def _stays(made: Material) -> Iterable[Turn]:
    for event in made.journal.of(Event):
        if event.event in _STAYS and event.state is EventState.HAPPENED:
            yield (
                event.when,
                ": ".join(
                    part
                    for part in (event.title, shortened(event.outcome or event.understood, REASON))
                    if part
                ),
            )
    for visit in made.journal.of(Visit):
        past = visit.when is not None and visit.when.earliest <= made.today and not visit.cancelled
        if visit.mode in {VisitMode.EMERGENCY, VisitMode.HOSPITAL} and past:
            title = made.words.say("visit.mode", str(visit.mode))
            yield (
                visit.when,
                ": ".join(
                    part for part in (begun(title), shortened(visit.heard or visit.reason, REASON)) if part
                ),
            )


def _life_changes(made: Material) -> Iterable[Turn]:
    """The one the person pinned, else the newest."""
    found = [event for event in made.journal.of(Event) if event.event is EventKind.LIFE_CHANGE]
    pinned = [event for event in found if event.pinned]
    for event in pinned or found:
        yield event.when, event.title


def _newest(turns: Iterable[Turn]) -> list[Turn]:
    dated = [turn for turn in turns if turn[0] is not None and turn[0].is_dated]
    return sorted(dated, key=_oldest_first)[-1:]
