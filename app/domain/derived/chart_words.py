"""The rows of *In words*: what the chart shows, said, with the windows named (document.md 8 and 12.4)."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.before_after import (
    DAYS_WINDOW,
    FEWEST_READINGS,
    AlsoThen,
    BeforeAfter,
    also_then,
    before_after,
    change_phrase,
    middle_words,
    own_doses,
)
from app.domain.derived.chart_events import ChosenEvents
from app.domain.derived.chart_scope import ChartScope, year_before
from app.domain.derived.chart_treatments import ChosenTreatments
from app.domain.derived.document import Row, Run, Text, plain, words_of
from app.domain.derived.document_material import TREATMENTS
from app.domain.derived.dose_words import dose_words
from app.domain.derived.gaps import LONG_GAP, days_of
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.text_room import cut_at_word
from app.domain.derived.treatment_story import Pause, TreatmentStory
from app.domain.records import Event, Visit
from app.domain.records.events import EventKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import When

MOST_ROWS = 7
MOST_WORDS = 120
MOST_NAMED = 3
_OUTCOME_LENGTH = 60
_TITLE_LENGTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsRow:
    """A row with where it stands in time, and how soon it gives way: 0 last."""

    day: date
    rank: int
    row: Row


def words_rows(
    scope: ChartScope,
    treatments: ChosenTreatments,
    symptoms: tuple[Readings, ...],
    events: ChosenEvents,
    line: TreatmentStory | None,
) -> tuple[Row, ...]:
    """At most 7 rows and 120 words, oldest first, today and later last."""
    rows: list[WordsRow] = []
    if line is not None:
        rows += _start_row(scope, line, compared_symptom(line, symptoms), events)
    for held in symptoms:
        if held.attack_like:
            rows += _days_row(scope, held, treatments, events, line)
    rows += _next_visit_row(scope)
    rows += _numbers_row(scope, events)
    rows += [row for story in treatments.now for row in _taken_row(scope, story)]
    rows += _event_rows(scope, events)
    return tuple(held.row for held in sorted(_fitting(rows), key=lambda held: (held.day, held.rank)))


def _fitting(rows: list[WordsRow]) -> list[WordsRow]:
    """The most telling rows that fit; within a rank the newest."""
    kept: list[WordsRow] = []
    used = 0
    for held in sorted(rows, key=lambda held: (held.rank, -held.day.toordinal())):
        length = _length(held.row)
        if len(kept) < MOST_ROWS and used + length <= MOST_WORDS:
            kept.append(held)
            used += length
    return kept


def _length(row: Row) -> int:
    text = " ".join(words_of(part) for part in (row.head, *row.cells))
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def compared_symptom(story: TreatmentStory, symptoms: tuple[Readings, ...]) -> Readings | None:
    """The first drawn 0 to 10 symptom the treatment is for, else the first drawn one."""
    rated = [held for held in symptoms if not held.attack_like]
    return next((held for held in rated if is_for(story, held)), rated[0] if rated else None)


def is_for(story: TreatmentStory, held: Readings) -> bool:
    """Whether the treatment is for this symptom, by name or by a condition they share."""
    treatment = story.treatment
    if treatment.for_symptoms:
        return held.symptom.id in treatment.for_symptoms
    return bool(set(treatment.for_conditions).intersection(held.symptom.conditions))


def _start_row(
    scope: ChartScope, story: TreatmentStory, held: Readings | None, events: ChosenEvents
) -> list[WordsRow]:
    day = _exact(story.started)
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
        symptom=held.symptom.name,
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
            dose=dose_words(change.taking or change.planned, scope.words),
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
        named = ", ".join((*(item.words for item in others), *changes))
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
        mid_sentence(event.label or event.title)
        for event in events.events
        if event.event is EventKind.LIFE_CHANGE
        and event.when is not None
        and event.when.within(value.before.first, value.after.last)
    )


def _change_words(scope: ChartScope, story: TreatmentStory) -> str:
    return change_phrase(story.treatment, ChangeKind.STARTED, scope.words, begins=True) + "."


def _days_row(
    scope: ChartScope,
    held: Readings,
    treatments: ChosenTreatments,
    events: ChosenEvents,
    line: TreatmentStory | None,
) -> list[WordsRow]:
    """The newest start for that symptom; where all began before the notes, the newest dose change."""
    mine = [story for story in treatments.drawn if is_for(story, held) and story is not line]
    found = [found for story in mine if (found := _newest_change(scope, story)) is not None]
    if not found:
        return []
    _, day, _, story = max(found, key=lambda item: item[:3])
    started = _exact(story.started) == day
    value = _compare(scope, held, day, usual=False)
    said: list[Run] = []
    if value is not None:
        said = [*_days_words(scope, held, value), *_context(scope, story, value, events)]
    head = _change_words(scope, story) if started else _dose_changed(scope, story)
    return [_row(scope, day, 1, head, said)]


def _newest_change(scope: ChartScope, story: TreatmentStory) -> tuple[bool, date, str, TreatmentStory] | None:
    start = _exact(story.started)
    if start is not None and start > scope.first_note:
        return True, start, story.treatment.id, story
    doses = [
        day
        for change in story.changes
        if change.change is ChangeKind.DOSE and (day := _exact(change.when)) and day > scope.first_note
    ]
    return (False, max(doses), story.treatment.id, story) if doses else None


def _dose_changed(scope: ChartScope, story: TreatmentStory) -> str:
    return change_phrase(story.treatment, ChangeKind.DOSE, scope.words, begins=True) + "."


def _days_words(scope: ChartScope, held: Readings, value: BeforeAfter) -> list[Run]:
    noted = [day for day in scope.noted if value.before.first <= day <= value.after.last]
    before = sum(day < value.day for day in noted)
    if min(before, len(noted) - before) < FEWEST_READINGS:
        return [_too_few(scope)]
    text = scope.words.say(
        "chart.compare_days",
        "{symptom} days: {before} in the {n}\u00a0days before{gap_before}, "
        "{after} in the {n}\u00a0after{gap_after}.",
        symptom=held.symptom.name,
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


def _taken_row(scope: ChartScope, story: TreatmentStory) -> list[WordsRow]:
    """Its newest pause of 14 days and more, and how it is taken now, in one row."""
    pause = next((pause for pause in reversed(story.pauses) if _is_long(pause, scope.today)), None)
    how = story.how_taken if story.how_taken and story.how_taken.mostly_not else None
    if pause is not None and pause.first is not None:
        paused = change_phrase(story.treatment, ChangeKind.PAUSED, scope.words, begins=True)
        said = _mostly_not(scope, story, since=True) if how else ""
        text = (Run(text=f"{paused}.", bold=True), *plain(f" {said}" if said else ""))
        row = Row(head=_bold(_pause_span(scope, pause)), cells=(text,))
        return [WordsRow(day=pause.first.earliest, rank=4, row=row)]
    if how is None or how.since is None or not how.since.is_dated:
        return []
    text = (
        Run(text=f"{story.treatment.name}:", bold=True),
        Run(text=" " + _mostly_not(scope, story, since=False)),
    )
    row = Row(head=_bold(scope.words.short_when(how.since)), cells=(text,))
    return [WordsRow(day=how.since.earliest, rank=4, row=row)]


def _is_long(pause: Pause, today: date) -> bool:
    if pause.first is None or not pause.first.is_dated:
        return False
    last = pause.last.latest if pause.last and pause.last.is_dated else today
    return (last - pause.first.earliest).days >= LONG_GAP


def _pause_span(scope: ChartScope, pause: Pause) -> str:
    first, last = _exact(pause.first), _exact(pause.last)
    if first and last:
        dates = scope.words.span(first, last)
        return dates.replace("–", "–\n") if first.year != last.year else dates  # two lines of the column
    if pause.last is None:
        return scope.words.say("chart.since_date", "since {date}", date=scope.words.short_when(pause.first))
    return f"{scope.words.short_when(pause.first)}–{scope.words.short_when(pause.last)}"


def _mostly_not(scope: ChartScope, story: TreatmentStory, *, since: bool) -> str:
    how = story.how_taken
    if how is None:
        return ""
    reason = story.not_tolerated.reaction if story.not_tolerated else how.why
    why = f" ({reason})" if reason else ""
    if since and how.since is not None and how.since.is_dated:
        date_words = scope.words.short_when(how.since)
        return (
            scope.words.say("chart.mostly_not.since", "Mostly not taken since {date}", date=date_words)
            + why
            + "."
        )
    return scope.words.say("chart.mostly_not", "mostly not taken since then") + why + "."


def _event_rows(scope: ChartScope, events: ChosenEvents) -> list[WordsRow]:
    since = year_before(scope.today)
    return [
        WordsRow(
            day=event.when.earliest,
            rank=5,
            row=Row(head=_bold(scope.words.short_when(event.when)), cells=(_event_words(event),)),
        )
        for event in events.events
        if event.pinned and event.when is not None and event.when.latest >= since
    ]


def _event_words(event: Event) -> Text:
    """Its label in bold where the title begins with it, the rest of the title, and how it came out."""
    label = event.label.strip()
    begins = bool(label) and event.title.casefold().startswith(label.casefold())
    name, rest = (event.title[: len(label)], event.title[len(label) :]) if begins else (event.title, "")
    outcome = cut_at_word(mid_sentence(event.outcome.strip().rstrip(".")), _OUTCOME_LENGTH)
    joint = " " if outcome[:1].islower() and not rest.strip() else ", "
    tail = rest.rstrip(". ") + (f"{joint}{outcome}" if outcome else "")
    return (Run(text=name, bold=True), Run(text=f"{tail}."))


def _numbers_row(scope: ChartScope, events: ChosenEvents) -> list[WordsRow]:
    if not events.numbered:
        return []
    named = "; ".join(
        f"{number}\u00a0{cut_at_word(event.title, _TITLE_LENGTH)}" for number, event in events.numbered
    )
    head = scope.words.say("chart.numbers", "Numbers")
    return [WordsRow(day=date.min, rank=3, row=Row(head=_bold(head), cells=(plain(f"{named}."),)))]


def _next_visit_row(scope: ChartScope) -> list[WordsRow]:
    visit = next_visit(scope)
    if visit is None or visit.when is None:
        return []
    who = scope.journal.clinician(visit.clinician)
    named = ", ".join(part for part in (who.called, mid_sentence(who.specialty)) if part) if who else ""
    head = scope.words.say("chart.next_visit", "Next visit:")
    text = (Run(text=head, bold=True), Run(text=f" {named}.")) if named else _bold(head.rstrip(":") + ".")
    row = Row(head=_bold(scope.words.short_when(visit.when)), cells=(text,))
    return [WordsRow(day=visit.when.earliest, rank=2, row=row)]


def next_visit(scope: ChartScope) -> Visit | None:
    """The next visit after today that is not cancelled."""
    coming = [
        visit
        for visit in scope.journal.of(Visit)
        if visit.when and visit.when.is_dated and visit.when.earliest > scope.today and not visit.cancelled
    ]
    return min(coming, key=lambda visit: (visit.when.sort_key if visit.when else (), visit.id), default=None)


def _exact(when: When | None) -> date | None:
    days = days_of(when)
    return days[0] if days else None


def _bold(text: str) -> Text:
    return (Run(text=text, bold=True),)


def _row(scope: ChartScope, day: date, rank: int, head: str, said: list[Run]) -> WordsRow:
    text = (Run(text=head, bold=True), *said)
    return WordsRow(day=day, rank=rank, row=Row(head=_bold(scope.words.short_day(day)), cells=(text,)))
