"""What is chosen for a timeline on paper, and its picture in two panels (document.md 8)."""

from dataclasses import dataclass

from app.domain.derived.chart.events import ChosenEvents, choose_events, mark_events
from app.domain.derived.chart.scope import ChartScope, first_day, panels
from app.domain.derived.chart.symptoms import (
    choose_symptoms,
    days_lane,
    gap_bands,
    symptom_lane,
    top_conditions,
)
from app.domain.derived.chart.text_room import cut_at_word
from app.domain.derived.chart.treatments import ChosenTreatments, choose_treatments, treatment_lane
from app.domain.derived.chart.visits import ClinicianVisits, clinician_visits, visit_lanes
from app.domain.derived.gaps import days_of
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import DashedLine, Headings, Panel, TimelinePicture
from app.domain.derived.treatments.change_phrases import change_phrase
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.records.treatments import ChangeKind

_MOST_LINES = 2
_LABEL = 40  # characters of a dashed line's words in the legend


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was chosen for the chart."""

    panels: tuple[Panel, ...]
    symptoms: tuple[Readings, ...]
    treatments: ChosenTreatments
    events: ChosenEvents
    visits: tuple[ClinicianVisits, ...]
    lines: tuple[TreatmentStory, ...]

    @property
    def rated(self) -> tuple[Readings, ...]:
        """Those drawn on 0 to 10."""
        return tuple(held for held in self.symptoms if not held.attack_like)

    @property
    def attacks(self) -> tuple[Readings, ...]:
        """Those drawn as days a month."""
        return tuple(held for held in self.symptoms if held.attack_like)


def choose_for_paper(scope: ChartScope) -> Shown | None:
    """What page 2 shows, in its two panels; None where nothing has a date."""
    top = top_conditions(scope)
    treatments = choose_treatments(scope, len(choose_symptoms(scope, top)), top)
    drawn = frozenset(story.treatment.id for story in treatments.drawn)
    first = first_day(scope, drawn, choose_events(scope))
    return choose(scope, panels(scope, first)) if first is not None else None


def choose(scope: ChartScope, shown: tuple[Panel, ...]) -> Shown:
    """What is drawn over these panels."""
    top = top_conditions(scope)
    symptoms = choose_symptoms(scope, top)
    treatments = choose_treatments(scope, len(symptoms), top)
    return Shown(
        panels=shown,
        symptoms=symptoms,
        treatments=treatments,
        events=mark_events(scope, choose_events(scope), shown),
        visits=clinician_visits(scope, shown[0].first),
        lines=dashed_treatments(treatments),
    )


def dashed_treatments(treatments: ChosenTreatments) -> tuple[TreatmentStory, ...]:
    """Whose starts the dashed lines mark: the newest two the person made main, oldest first.

    Where none is main, the newest regular prescribed one.
    """
    dated = [story for story in treatments.now if days_of(story.started)]
    dated.sort(key=lambda story: (story.start_day, story.treatment.name, story.treatment.id))
    picked = [story for story in dated if story.treatment.main]
    regular = [story for story in dated if story.prescribed and not story.when_needed]
    return tuple(picked[-_MOST_LINES:] or regular[-1:])


def draw_picture(scope: ChartScope, shown: Shown) -> TimelinePicture:
    """The picture of what was chosen."""
    first = shown.panels[0].first
    two = len(shown.panels) > 1
    return TimelinePicture(
        panels=shown.panels,
        headings=_headings(scope, shown.treatments),
        larger=(shown.panels[1].first, shown.panels[1].last) if two else None,
        events=shown.events.marks,
        visits=visit_lanes(scope, shown.visits),
        now=tuple(treatment_lane(scope, story, first) for story in shown.treatments.now),
        symptoms=tuple(symptom_lane(scope, held, shown.panels) for held in shown.rated),
        days=tuple(days_lane(scope, held, shown.panels) for held in shown.attacks),
        gaps=gap_bands(scope, shown.panels) if shown.symptoms else (),
        stopped=tuple(treatment_lane(scope, story, first) for story in shown.treatments.stopped),
        lines=tuple(_line(scope, story) for story in shown.lines),
    )


def _headings(scope: ChartScope, treatments: ChosenTreatments) -> Headings:
    words = scope.words
    now = words.say("chart.now", "Taking now")
    if treatments.recent_ends:
        now = words.say("chart.now_or_recent", "Taking now or in the last 12 months")
    return Headings(
        events=words.say("chart.events", "Events"),
        now=now,
        symptoms=words.say("chart.symptoms", "Symptoms"),
        no_notes=words.say("chart.no_notes", "No notes (grey)"),
        stopped=words.say("chart.stopped", "Stopped"),
        why=words.say("chart.why", "Why it stopped"),
    )


def _line(scope: ChartScope, story: TreatmentStory) -> DashedLine:
    label = cut_at_word(change_phrase(story.treatment, ChangeKind.STARTED, scope.words), _LABEL)
    return DashedLine(day=days_of(story.started)[0], label=label)
