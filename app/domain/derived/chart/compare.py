"""Rows of *In words* that compare: a start with before and after, days with it around a change.

Windows are equal and named, a dose change inside them is said, and *Also then* covers only what lies inside
them (document.md 8 and 12.4).
"""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.derived.before_after import (
    DAYS_WINDOW,
    FEWEST_READINGS,
    AlsoThen,
    BeforeAfter,
    also_then,
    before_after,
    middle_words,
    own_doses,
)
from app.domain.derived.chart.events import ChosenEvents
from app.domain.derived.chart.scope import ChartScope
from app.domain.derived.chart.text_room import cut_at_word
from app.domain.derived.chart.treatments import ChosenTreatments
from app.domain.derived.document import TREATMENTS, Row, Run, Text
from app.domain.derived.gaps import days_of
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.treatments.change_phrases import change_phrase
from app.domain.derived.treatments.doses import dose_words
from app.domain.derived.treatments.story import TreatmentStory
from app.domain.records.events import EventKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import When

MOST_NAMED = 3
LONGEST_NAME = 40  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRow:
    """A row with where it stands in time, and how soon it gives way: 0 last."""

    day: date
    rank: int
    row: Row


def compared_symptom(story: TreatmentStory, symptoms: tuple[Readings, ...]) -> Readings | None:
    """The first drawn 0 to 10 symptom the treatment is for, else the first drawn one."""
    rated = [held for held in symptoms if not held.attack_like]
    return next((held for held in rated if is_for(story, held)), rated[0] if rated else None)


def is_for(story: TreatmentStory, held: Readings) -> bool:
    """Whether the treatment is for this symptom, by name or by a condition they share."""
    treatment = story.treatment
    if treatment.for_symptoms:
        return bool(held.ids.intersection(treatment.for_symptoms))
    return bool(set(treatment.for_conditions).intersection(held.symptom.conditions))


def start_row(
    scope: ChartScope, story: TreatmentStory, held: Readings | None, events: ChosenEvents
) -> list[WordsRow]:
    """The start behind the dashed line, with its symptom before and after; none without an exact day."""
    day = exact_day(story.started)
    if day is None:
        return []
    value = _compare(scope, held, day, usual=True) if held else None
    said: list[Run] = []
    if held is not None and value is not None:
        said = [*_rated_words(scope, held, value), *_context(scope, story, value, events)]
    return [_row(scope, day, 0, _change_words(scope, story), said)]


def _compare(scope: ChartScope, held: Readings, day: date, *, usual: bool) -> BeforeAfter | None:
    if usual:
        return before_after(held, day, scope.today, since=scope.first_note, gaps=scope.gaps)
    return before_after(held, day, scope.today, since=scope.first_note, gaps=scope.gaps, wanted=DAYS_WINDOW)


def _rated_words(scope: ChartScope, held: Readings, value: BeforeAfter) -> list[Run]:
    before, after = value.before.middle, value.after.middle
    if value.too_few or before is None or after is None:
        return [_too_few(scope)]
    text = scope.words.say(
        "chart.compare",
        "{symptom}, {n}\u00a0days before: middle\u00a0{before} ({count_before}\u00a0readings); "
        "{n}\u00a0after: {after} ({count_after}).",
        symptom=row_name(held.symptom.name),
        n=scope.words.number(value.span),
        before=middle_words(before, scope.words),
        after=middle_words(after, scope.words),
        count_before=scope.words.number(value.before.count),
        count_after=scope.words.number(value.after.count),
    )
    return [Run(text=f" {text}")]


def _too_few(scope: ChartScope) -> Run:
    return Run(text=" " + scope.words.say("chart.too_few", "Too few readings to compare."))


def _context(scope: ChartScope, story: TreatmentStory, value: BeforeAfter, events: ChosenEvents) -> list[Run]:
    """A dose change of its own inside the windows, then everything else that lies in them."""
    doses = [
        scope.words.say(
            "chart.own_dose",
            "{dose} from {day}.",
            dose=row_name(dose_words(change.taking or change.planned, scope.words)),
            day=scope.words.short_day(days_of(change.when)[0]),
        )
        for change in own_doses(scope.journal, value, story.treatment.id)
        if change.taking or change.planned
    ]
    runs = [Run(text=" " + " ".join(doses))] if doses else []
    others = also_then(scope.journal, value, scope.words, besides=story.treatment.id)
    return [*runs, *_also(scope, others, _life_changes(value, events))]


def _also(scope: ChartScope, others: tuple[AlsoThen, ...], changes: tuple[str, ...]) -> list[Run]:
    lead = scope.words.say("chart.also_then", "Also then:")
    if not others and not changes:
        return []
    if len(others) <= MOST_NAMED:
        named = ", ".join((*(row_name(item.words) for item in others), *changes))
        return [Run(text=f" {lead} {named}.")]
    counted = _counted(scope, others)
    pages = scope.words.say("chart.see_treatments", "(see Treatments, page\u00a0{page})", page="{page}")
    rest = "".join(f", {change}" for change in changes)
    return [
        Run(text=f" {lead} {counted} "),
        Run(text=pages, page_of=TREATMENTS),
        Run(text=f"{rest}."),
    ]


def _counted(scope: ChartScope, others: tuple[AlsoThen, ...]) -> str:
    if all(item.medicine for item in others):
        return scope.words.count(
            "chart.medicine_changes", "{n} other medicine change", "{n} other medicine changes", len(others)
        )
    return scope.words.count(
        "chart.treatment_changes", "{n} other treatment change", "{n} other treatment changes", len(others)
    )


def _life_changes(value: BeforeAfter, events: ChosenEvents) -> tuple[str, ...]:
    return tuple(
        row_name(mid_sentence(event.label or event.title))
        for event in events.events
        if event.event is EventKind.LIFE_CHANGE
        and event.when is not None
        and event.when.within(value.before.first, value.after.last)
    )


def _change_words(scope: ChartScope, story: TreatmentStory) -> str:
    return head_phrase(scope, story, ChangeKind.STARTED)


def days_row(
    scope: ChartScope,
    held: Readings,
    treatments: ChosenTreatments,
    events: ChosenEvents,
    lines: tuple[TreatmentStory, ...],
) -> list[WordsRow]:
    """The newest start for that symptom; where all began before the notes, the newest dose change."""
    mine = [story for story in treatments.drawn if is_for(story, held) and story not in lines]
    found = [found for story in mine if (found := _newest_change(scope, story)) is not None]
    if not found:
        return []
    _, day, _, story = max(found, key=lambda item: item[:3])
    started = exact_day(story.started) == day
    value = _compare(scope, held, day, usual=False)
    said: list[Run] = []
    if value is not None:
        said = [*_days_words(scope, held, value), *_context(scope, story, value, events)]
    head = _change_words(scope, story) if started else _dose_changed(scope, story)
    return [_row(scope, day, 1, head, said)]


def _newest_change(scope: ChartScope, story: TreatmentStory) -> tuple[bool, date, str, TreatmentStory] | None:
    start = exact_day(story.started)
    if start is not None and start > scope.first_note:
        return True, start, story.treatment.id, story
    doses = [
        day
        for change in story.changes
        if change.change is ChangeKind.DOSE and (day := exact_day(change.when)) and day > scope.first_note
    ]
    return (False, max(doses), story.treatment.id, story) if doses else None


def _dose_changed(scope: ChartScope, story: TreatmentStory) -> str:
    return head_phrase(scope, story, ChangeKind.DOSE)


def _days_words(scope: ChartScope, held: Readings, value: BeforeAfter) -> list[Run]:
    noted = [day for day in scope.noted if value.before.first <= day <= value.after.last]
    before = sum(day < value.day for day in noted)
    if min(before, len(noted) - before) < FEWEST_READINGS:
        return [_too_few(scope)]
    text = scope.words.say(
        "chart.compare_days",
        "{symptom} days: {before} in the {n}\u00a0days before{gap_before}, "
        "{after} in the {n}\u00a0after{gap_after}.",
        symptom=row_name(held.symptom.name),
        n=scope.words.number(value.span),
        before=scope.words.number(value.before.felt_days),
        after=scope.words.number(value.after.felt_days),
        gap_before=_without_notes(scope, value.before.unwritten_days),
        gap_after=_without_notes(scope, value.after.unwritten_days),
    )
    return [Run(text=f" {text}")]


def _without_notes(scope: ChartScope, days: int) -> str:
    if not days:
        return ""
    return " " + scope.words.say(
        "chart.without_notes", "({n}\u00a0without notes)", n=scope.words.number(days)
    )


def exact_day(when: When | None) -> date | None:
    """The first day of a moment whose days are known."""
    days = days_of(when)
    return days[0] if days else None


def row_name(text: str) -> str:
    """A name as a row has room for it, in one line; the whole of it stands on page 3 and in the tags."""
    return cut_at_word(" ".join(text.split("\n")), LONGEST_NAME)


def head_phrase(scope: ChartScope, story: TreatmentStory, change: ChangeKind) -> str:
    """As in "Adalimumab started."."""
    short = replace(story.treatment, name=row_name(story.treatment.name))
    return change_phrase(short, change, scope.words) + "."


def bold_text(text: str) -> Text:
    """A text of one bold run."""
    return (Run(text=text, bold=True),)


def _row(scope: ChartScope, day: date, rank: int, head: str, said: list[Run]) -> WordsRow:
    text = (Run(text=head, bold=True), *said)
    return WordsRow(day=day, rank=rank, row=Row(head=bold_text(scope.words.short_day(day)), cells=(text,)))
