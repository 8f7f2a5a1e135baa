"""Which treatments the chart shows, in which order, and their lanes (document.md 8)."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.chart.lane_words import dose_label, why_it_ended
from app.domain.derived.chart.scope import (
    MORE_TREATMENTS,
    MOST_SYMPTOMS,
    MOST_TREATMENTS,
    MOST_TREATMENTS_OF_ALL,
    ChartScope,
    year_before,
)
from app.domain.derived.chart.stretches import stretches_of
from app.domain.derived.timeline_geometry import Ending, Sign, TreatmentLane, VisitMark
from app.domain.derived.treatments.story import Status, TreatmentStory, stories
from app.domain.journal import Journal
from app.domain.records import Condition
from app.domain.records.person import ConditionStatus
from app.domain.records.record import ConditionId, RecordId
from app.domain.records.treatments import TreatmentKind
from app.domain.wording import Wording

_SIGNS = {
    TreatmentKind.PRESCRIBED: Sign.PRESCRIBED,
    TreatmentKind.FROM_THE_SHOP: Sign.FROM_THE_SHOP,
    TreatmentKind.SUPPLEMENT: Sign.SUPPLEMENT,
    TreatmentKind.THERAPY: Sign.THERAPY,
    TreatmentKind.PROCEDURE: Sign.PROCEDURE,
    TreatmentKind.DEVICE: Sign.DEVICE,
    TreatmentKind.LIFESTYLE: Sign.LIFESTYLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenTreatments:
    """The drawn ones in drawn order, and those beyond the limit."""

    now: tuple[TreatmentStory, ...]
    stopped: tuple[TreatmentStory, ...]
    not_drawn: tuple[TreatmentStory, ...]
    recent_ends: bool  # some in `now` ended within the last 12 months

    @property
    def drawn(self) -> tuple[TreatmentStory, ...]:
        """All that are drawn."""
        return self.now + self.stopped


def choose_treatments(
    scope: ChartScope, symptoms: int, conditions: frozenset[ConditionId]
) -> ChosenTreatments:
    """All taken now; then what could not be tolerated; same condition; newest end; longer; name."""
    told = [story for story in stories(scope.journal, scope.today) if _can_be_drawn(story, scope.today)]
    if scope.drawn.treatments:
        told = [story for story in told if story.treatment.id in scope.drawn.treatments]
    limit = min(MOST_TREATMENTS_OF_ALL, MOST_TREATMENTS + MORE_TREATMENTS * max(0, MOST_SYMPTOMS - symptoms))
    told.sort(key=lambda story: _importance(story, conditions))
    recent = year_before(scope.today)
    in_now = {story.treatment.id: story.taking_now or end_of(story) >= recent for story in told}
    kept = told[:limit]
    now = [story for story in kept if in_now[story.treatment.id]]
    stopped = [story for story in kept if not in_now[story.treatment.id]]
    return ChosenTreatments(
        now=as_on_page_1(now, scope.journal),
        stopped=tuple(sorted(stopped, key=_newest_end)),
        not_drawn=tuple(told[limit:]),
        recent_ends=any(not story.taking_now for story in now),
    )


def _can_be_drawn(story: TreatmentStory, today: date) -> bool:
    if story.status is Status.COMING or not story.changes:
        return False
    return bool(stretches_of(story, today, today)) or story.status is Status.DONE


def end_of(story: TreatmentStory) -> date:
    """The last day it was taken; a procedure's date is its end."""
    if story.status is Status.DONE:
        return story.started.latest if story.started and story.started.is_dated else date.min
    return story.end_day


def _importance(story: TreatmentStory, conditions: frozenset[ConditionId]) -> tuple[object, ...]:
    same = bool(conditions.intersection(story.treatment.for_conditions))
    end = end_of(story)
    return (
        not story.taking_now,
        story.not_tolerated is None,
        not same,
        -end.toordinal(),
        (story.start_day - end).days if story.started else 0,
        story.treatment.name.casefold(),
        story.treatment.id,
    )


def _newest_end(story: TreatmentStory) -> tuple[object, ...]:
    return (-end_of(story).toordinal(), story.start_day, story.treatment.name.casefold(), story.treatment.id)


def as_on_page_1(told: list[TreatmentStory], journal: Journal) -> tuple[TreatmentStory, ...]:
    """Prescribed and regular in the order of conditions, newest first; when needed; then all others."""
    places = _condition_places(journal)
    return tuple(sorted(told, key=lambda story: _page_1_key(story, places)))


def _condition_places(journal: Journal) -> dict[RecordId, int]:
    conditions = sorted(journal.of(Condition), key=_own_order)
    return {held.id: place for place, held in enumerate(conditions)}


def _own_order(held: Condition) -> tuple[object, ...]:
    """Active first, in the person's order, by default the oldest first."""
    began = held.onset or held.told
    over = held.status is ConditionStatus.RESOLVED
    return (over, held.order, began.earliest if began else date.max, held.name.casefold(), held.id)


def _page_1_key(story: TreatmentStory, places: dict[RecordId, int]) -> tuple[object, ...]:
    """What is not prescribed keeps the person's own order."""
    mine = [places[key] for key in story.treatment.for_conditions if key in places]
    zone = 2 if not story.prescribed else 1 if story.when_needed else 0
    place = min(mine, default=len(places)) if story.prescribed else story.treatment.order
    newest = -story.start_day.toordinal()
    return (zone, place, newest, story.treatment.name.casefold(), story.treatment.id)


def treatment_lane(scope: ChartScope, story: TreatmentStory, first: date) -> TreatmentLane:
    """A lane with its bar, its dose in words and, once it ended, why."""
    return lane_of(story, scope.words, first, scope.today)


def lane_of(story: TreatmentStory, words: Wording, first: date, today: date) -> TreatmentLane:
    """The same for a picture of treatments alone. `first` is where a start without a date is drawn from."""
    done = story.treatment.treatment is TreatmentKind.PROCEDURE
    return TreatmentLane(
        name=story.treatment.name,
        dose=dose_label(story, words),
        kind=_SIGNS[story.treatment.treatment],
        stretches=() if done else stretches_of(story, first, today),
        ending=_ending(story, done=done),
        when_needed=story.when_needed,
        marks=_dates(story, today) if done else (),
        why="" if story.taking_now else why_it_ended(story, words),
    )


def _ending(story: TreatmentStory, *, done: bool) -> Ending:
    if done:
        return Ending.NONE
    if story.taking_now:
        return Ending.STILL
    dated = story.ended is not None and story.ended.when is not None and story.ended.when.is_dated
    return Ending.STOPPED if dated else Ending.NONE


def _dates(story: TreatmentStory, today: date) -> tuple[VisitMark, ...]:
    return tuple(
        VisitMark(first=change.when.earliest, last=min(change.when.latest, today))
        for change in story.changes
        if change.when is not None and change.when.is_dated
    )
