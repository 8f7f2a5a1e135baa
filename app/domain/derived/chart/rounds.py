"""By day since the dose, as a small picture, where a concern or a question names the treatment (12.2)."""

from collections.abc import Iterator

from app.domain.derived.before_after import middle_words
from app.domain.derived.chart.compare import compared_symptom, is_for
from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.chart.words import next_visit
from app.domain.derived.dose_rounds import DoseRounds, dose_rounds
from app.domain.derived.readings import Readings
from app.domain.derived.timeline_geometry import RoundsPicture
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.records import Question
from app.domain.records.questions import QuestionState
from app.domain.records.treatments import Route
from app.domain.wording import Wording

_SHORTEST_NAME = 3


def rounds_picture(
    scope: ChartScope, now: tuple[TreatmentStory, ...], symptoms: tuple[Readings, ...]
) -> RoundsPicture | None:
    """The first treatment taken now that has rounds and is asked about; None if there is none."""
    asked = [text.casefold() for text in _asked(scope)]
    for story in now:
        if not any(name in text for name in _names(story, now) for text in asked):
            continue
        for held in _candidates(story, symptoms):
            found = dose_rounds(scope.journal, story.treatment, held, scope.today)
            if found is not None:
                return picture_of_rounds(found, scope.words)
    return None


def _candidates(story: TreatmentStory, symptoms: tuple[Readings, ...]) -> tuple[Readings, ...]:
    """The drawn symptoms it is for. The one *In words* already compares comes last: it has its numbers."""
    compared = compared_symptom(story, symptoms)
    others = (
        held for held in symptoms if not held.attack_like and held is not compared and is_for(story, held)
    )
    return (*others, compared) if compared else ()


def _asked(scope: ChartScope) -> Iterator[str]:
    visit = next_visit(scope)
    if visit is not None:
        for concern in (*visit.concerns, *visit.if_there_is_time):
            yield concern.text
    for question in scope.journal.of(Question):
        if question.state is QuestionState.OPEN:
            yield question.text


def _names(story: TreatmentStory, now: tuple[TreatmentStory, ...]) -> Iterator[str]:
    """What it may be called: its names; "injection" too where it is the only one."""
    treatment = story.treatment
    for name in (treatment.name, *treatment.other_names):
        if len(name.strip()) >= _SHORTEST_NAME:
            yield name.strip().casefold()
    injected = [other for other in now if other.treatment.route is Route.INJECTION]
    if treatment.route is Route.INJECTION and len(injected) == 1:
        yield str(Route.INJECTION)


def picture_of_rounds(found: DoseRounds, words: Wording) -> RoundsPicture:
    """The rounds as a picture with its words, for paper and for the window."""
    names = {"symptom": found.readings.symptom.name, "treatment": found.treatment.name}
    heading = words.say("rounds.heading", "{symptom} by day since {treatment}", **names)
    rounds = words.count("rounds.rounds", "{n}\u00a0round.", "{n}\u00a0rounds.", found.rounds)
    doses = words.say(
        "rounds.doses",
        "Last dose {last}, next {following}.",
        last=words.short_day(found.last_dose),
        following=words.short_day(found.next_dose),
    )
    return RoundsPicture(
        heading=heading,
        days_label=words.say("rounds.days", "day"),
        counts_label=words.say("rounds.counts", "readings"),
        every=found.every,
        days=found.days,
        sentence=f"{rounds} {doses}",
        alt=f"{heading}. {_days(found, words)} {rounds} {doses}",
    )


def _days(found: DoseRounds, words: Wording) -> str:
    named = ", ".join(
        words.say(
            "rounds.day",
            "day {day} {middle}",
            day=held.day,
            middle=middle_words(held.middle, words),
        )
        for held in found.days
    )
    return words.say("rounds.middles", "Middle reading: {days}.", days=named)
