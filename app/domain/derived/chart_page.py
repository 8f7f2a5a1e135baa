"""Page 2, "Treatments and symptoms over time": picture, words, legend, what is read (document.md 8)."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.before_after import change_phrase
from app.domain.derived.chart_events import ChosenEvents, choose_events, mark_events
from app.domain.derived.chart_legend import legend, sentences
from app.domain.derived.chart_rounds import rounds_picture
from app.domain.derived.chart_scope import ChartScope, Drawn, chart_scope, first_day, panels
from app.domain.derived.chart_spoken import (
    days_sentence,
    events_sentence,
    figure_alt,
    gaps_sentence,
    symptom_sentence,
    treatment_sentence,
    visit_sentences,
)
from app.domain.derived.chart_symptoms import choose_symptoms, days_lane, gap_bands, symptom_lane
from app.domain.derived.chart_treatments import ChosenTreatments, choose_treatments, treatment_lane
from app.domain.derived.chart_visits import ClinicianVisits, clinician_visits, visit_lanes
from app.domain.derived.chart_words import words_rows
from app.domain.derived.document import ChartPage
from app.domain.derived.gaps import days_of
from app.domain.derived.readings import Readings
from app.domain.derived.text_room import cut_at_word
from app.domain.derived.timeline_geometry import DashedLine, Headings, Panel, TimelinePicture
from app.domain.derived.treatment_story import TreatmentStory
from app.domain.journal import Journal
from app.domain.records import Condition
from app.domain.records.person import ConditionStatus
from app.domain.records.record import ConditionId
from app.domain.records.treatments import ChangeKind
from app.domain.wording import Wording

_TOP = 3
_LABEL = 40  # characters of a dashed line's words in the legend


def chart_page(
    journal: Journal,
    today: date,
    words: Wording,
    *,
    something_left_out: bool,
    monday_first: bool = True,
    drawn: Drawn | None = None,
    left_out_days: frozenset[date] = frozenset(),
) -> ChartPage | None:
    """The chart page of a journal that holds only what may be shown, or None with nothing to draw.

    `left_out_days` are the days of everything that is left out: no gap and no "none of it" is claimed there.
    """
    scope = chart_scope(
        journal,
        today,
        words,
        drawn=drawn or Drawn(),
        monday_first=monday_first,
        left_out=something_left_out,
        hidden=left_out_days,
    )
    shown = _shown(scope)
    if shown is None:
        return None
    picture = _picture(scope, shown)
    if picture.is_empty:
        return None
    return ChartPage(
        words_heading=words.say("chart.in_words", "In words"),
        words_lead=words.say("chart.limits", "The chart shows what happened and when, not why."),
        words_rows=words_rows(scope, shown.treatments, shown.symptoms, shown.events, shown.line),
        picture=picture,
        legend=legend(scope, picture),
        sentences=sentences(scope, picture, shown.treatments, shown.symptoms),
        alt=figure_alt(scope, picture),
        spoken=_spoken(scope, picture, shown),
        rounds=rounds_picture(scope, shown.treatments.now, shown.symptoms),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What was chosen for the chart."""

    panels: tuple[Panel, ...]
    symptoms: tuple[Readings, ...]
    treatments: ChosenTreatments
    events: ChosenEvents
    visits: tuple[ClinicianVisits, ...]
    line: TreatmentStory | None

    @property
    def rated(self) -> tuple[Readings, ...]:
        """Those drawn on 0 to 10."""
        return tuple(held for held in self.symptoms if not held.attack_like)

    @property
    def attacks(self) -> tuple[Readings, ...]:
        """Those drawn as days a month."""
        return tuple(held for held in self.symptoms if held.attack_like)


def _shown(scope: ChartScope) -> _Shown | None:
    top = _top_conditions(scope)
    symptoms = choose_symptoms(scope, top)
    treatments = choose_treatments(scope, len(symptoms), top)
    chosen = choose_events(scope)
    first = first_day(scope, frozenset(story.treatment.id for story in treatments.drawn), chosen)
    if first is None:
        return None
    shown = panels(scope, first)
    return _Shown(
        panels=shown,
        symptoms=symptoms,
        treatments=treatments,
        events=mark_events(scope, chosen, shown),
        visits=clinician_visits(scope, first),
        line=dashed_treatment(treatments),
    )


def _top_conditions(scope: ChartScope) -> frozenset[ConditionId]:
    """The first three conditions in the person's order, by default the oldest."""
    active = [
        held
        for held in scope.journal.of(Condition)
        if held.status in {ConditionStatus.CONFIRMED, ConditionStatus.SUSPECTED} and not held.wondering
    ]
    active.sort(key=lambda held: (held.order, held.onset.earliest if held.onset else date.max, held.id))
    return frozenset(ConditionId(held.id) for held in active[:_TOP])


def dashed_treatment(treatments: ChosenTreatments) -> TreatmentStory | None:
    """The one whose start the dashed line marks: the newest main one, else the newest regular prescribed."""
    dated = [story for story in treatments.now if days_of(story.started)]
    picked = [story for story in dated if story.treatment.main]
    regular = [story for story in dated if story.prescribed and not story.when_needed]
    return max(picked or regular, key=lambda story: (story.start_day, story.treatment.name), default=None)


def _picture(scope: ChartScope, shown: _Shown) -> TimelinePicture:
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
        lines=_lines(scope, shown.line),
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


def _lines(scope: ChartScope, story: TreatmentStory | None) -> tuple[DashedLine, ...]:
    if story is None:
        return ()
    label = cut_at_word(change_phrase(story.treatment, ChangeKind.STARTED, scope.words), _LABEL)
    return (DashedLine(day=days_of(story.started)[0], label=label),)


def _spoken(scope: ChartScope, picture: TimelinePicture, shown: _Shown) -> tuple[str, ...]:
    """One sentence for each lane label, from the top of the picture to its foot."""
    first = picture.panels[0].first
    return (
        *([events_sentence(scope, shown.events.events)] if picture.events else []),
        *visit_sentences(scope, picture, shown.visits),
        *(treatment_sentence(scope, story) for story in shown.treatments.now),
        *(symptom_sentence(scope, held) for held in shown.rated),
        *(days_sentence(scope, held, first) for held in shown.attacks),
        *([gaps_sentence(scope, first)] if picture.gaps else []),
        *(treatment_sentence(scope, story) for story in shown.treatments.stopped),
    )
