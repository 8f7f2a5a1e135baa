"""The rows of *In words*: what the chart shows, said, with the windows named (document.md 8 and 12.4)."""

from datetime import date

from app.domain.derived.chart.compare import (
    WordsRow,
    bold_text,
    compared_symptom,
    days_row,
    exact_day,
    head_phrase,
    row_name,
    start_row,
)
from app.domain.derived.chart.events import ChosenEvents
from app.domain.derived.chart.scope import ChartScope, year_before
from app.domain.derived.chart.text_room import cut_at_word
from app.domain.derived.chart.treatments import ChosenTreatments
from app.domain.derived.document import Row, Run, Text, plain, words_of
from app.domain.derived.gaps import LONG_GAP
from app.domain.derived.phrasing import mid_sentence
from app.domain.derived.readings import Readings
from app.domain.derived.treatments.story import Pause, TreatmentStory
from app.domain.records import Event, Visit
from app.domain.records.treatments import ChangeKind

MOST_ROWS = 7
MOST_WORDS = 120
_OUTCOME_LENGTH = 60
_TITLE_LENGTH = 32


def words_rows(
    scope: ChartScope,
    treatments: ChosenTreatments,
    symptoms: tuple[Readings, ...],
    events: ChosenEvents,
    lines: tuple[TreatmentStory, ...],
) -> tuple[Row, ...]:
    """At most 7 rows and 120 words, oldest first, today and later last."""
    rows: list[WordsRow] = []
    for line in lines:
        rows += start_row(scope, line, compared_symptom(line, symptoms), events)
    for held in symptoms:
        if held.attack_like:
            rows += days_row(scope, held, treatments, events, lines)
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


def _taken_row(scope: ChartScope, story: TreatmentStory) -> list[WordsRow]:
    """Its newest pause of 14 days and more, and how it is taken now, in one row."""
    pause = next((pause for pause in reversed(story.pauses) if _is_long(pause, scope.today)), None)
    how = story.how_taken if story.how_taken and story.how_taken.mostly_not else None
    if pause is not None and pause.first is not None:
        paused = head_phrase(scope, story, ChangeKind.PAUSED)
        said = _mostly_not(scope, story, since=True) if how else ""
        text = (Run(text=paused, bold=True), *plain(f" {said}" if said else ""))
        row = Row(head=bold_text(_pause_span(scope, pause)), cells=(text,))
        return [WordsRow(day=pause.first.earliest, rank=4, row=row)]
    if how is None or how.since is None or not how.since.is_dated:
        return []
    text = (
        Run(text=f"{row_name(story.treatment.name)}:", bold=True),
        Run(text=" " + _mostly_not(scope, story, since=False)),
    )
    row = Row(head=bold_text(scope.words.short_when(how.since)), cells=(text,))
    return [WordsRow(day=how.since.earliest, rank=4, row=row)]


def _is_long(pause: Pause, today: date) -> bool:
    if pause.first is None or not pause.first.is_dated:
        return False
    last = pause.last.latest if pause.last and pause.last.is_dated else today
    return (last - pause.first.earliest).days >= LONG_GAP


def _pause_span(scope: ChartScope, pause: Pause) -> str:
    first, last = exact_day(pause.first), exact_day(pause.last)
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
    why = f" ({row_name(reason)})" if reason else ""
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
            row=Row(head=bold_text(scope.words.short_when(event.when)), cells=(_event_words(event),)),
        )
        for event in events.events
        if event.pinned and event.when is not None and event.when.latest >= since
    ]


def _event_words(event: Event) -> Text:
    """Its label in bold where the title begins with it, the rest of the title, and how it came out."""
    label, title = event.label.strip(), row_name(event.title)
    begins = bool(label) and title.casefold().startswith(label.casefold())
    name, rest = (title[: len(label)], title[len(label) :]) if begins else (title, "")
    outcome = cut_at_word(mid_sentence(" ".join(event.outcome.split()).rstrip(".")), _OUTCOME_LENGTH)
    joint = " " if outcome[:1].islower() and not rest.strip() else ", "
    tail = rest.rstrip(". ") + (f"{joint}{outcome}" if outcome else "")
    return (Run(text=name, bold=True), Run(text=f"{tail}."))


def _numbers_row(scope: ChartScope, events: ChosenEvents) -> list[WordsRow]:
    if not events.numbered:
        return []
    named = "; ".join(
        f"{number}\u00a0{cut_at_word(row_name(event.title), _TITLE_LENGTH)}"
        for number, event in events.numbered
    )
    head = scope.words.say("chart.numbers", "Numbers")
    return [WordsRow(day=date.min, rank=3, row=Row(head=bold_text(head), cells=(plain(f"{named}."),)))]


def _next_visit_row(scope: ChartScope) -> list[WordsRow]:
    visit = next_visit(scope)
    if visit is None or visit.when is None:
        return []
    who = scope.journal.clinician(visit.clinician)
    parts = (row_name(who.called), row_name(mid_sentence(who.specialty))) if who else ()
    named = ", ".join(part for part in parts if part)
    head = scope.words.say("chart.next_visit", "Next visit:")
    text = (Run(text=head, bold=True), Run(text=f" {named}.")) if named else bold_text(head.rstrip(":") + ".")
    row = Row(head=bold_text(scope.words.short_when(visit.when)), cells=(text,))
    return [WordsRow(day=visit.when.earliest, rank=2, row=row)]


def next_visit(scope: ChartScope) -> Visit | None:
    """The next visit after today that is not cancelled."""
    coming = [
        visit
        for visit in scope.journal.of(Visit)
        if visit.when and visit.when.is_dated and visit.when.earliest > scope.today and not visit.cancelled
    ]
    return min(coming, key=lambda visit: (visit.when.sort_key if visit.when else (), visit.id), default=None)
