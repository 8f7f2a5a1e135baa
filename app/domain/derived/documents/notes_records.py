"""Everything but readings among the dated notes: visits, events, questions, steps, results, notes."""

from collections.abc import Iterator

from app.domain.derived.document import NoteMark, Run, Text, plain
from app.domain.derived.documents.material import Material, begun, bold, ended, facts, listed, quote
from app.domain.derived.documents.more import outcome_words, value_words
from app.domain.derived.documents.notes_changes import change_notes
from app.domain.derived.documents.notes_shape import Entry
from app.domain.derived.documents.visits import been, not_reached, told
from app.domain.derived.provenance import margin_words
from app.domain.derived.shortening import CELL, shortened
from app.domain.records import Event, Measurement, Note, PlanStep, Question, Record, Visit
from app.domain.records.events import EventKind, EventState
from app.domain.records.plans import Outcome, PlanPart, Who
from app.domain.records.questions import Step
from app.domain.records.when import When

_EMERGENCY = frozenset({EventKind.EMERGENCY, EventKind.ADMISSION})


def record_notes(made: Material) -> Iterator[Entry]:
    """Every dated note that is no reading; what comes after today is left to the page of what is coming."""
    yield from change_notes(made)
    for visit in been(made):
        yield from _dated(visit, visit.when, NoteMark.VISIT, _visit(visit, made), made, rank=1)
    for event in made.journal.of(Event):
        if event.state is EventState.HAPPENED:
            mark = NoteMark.EMERGENCY if event.event in _EMERGENCY else NoteMark.EVENT
            yield from _dated(event, event.when, mark, (_event(event, made),), made, rank=2)
    for question in made.journal.of(Question):
        yield from _questions(question, made)
    yield from _small_notes(made)


def _small_notes(made: Material) -> Iterator[Entry]:
    for step in made.journal.of(PlanStep):
        if step.part is PlanPart.FIRST and step.outcome is Outcome.DONE:
            yield from _dated(step, step.settled, NoteMark.STEP, (_step(step, made),), made, rank=4)
    for item in made.journal.of(Measurement):
        yield from _dated(item, item.when, NoteMark.RESULT, (_measurement(item, made),), made, rank=4)
    for note in made.journal.of(Note):
        yield from _dated(note, note.when, NoteMark.NOTE, ((quote(note.text),),), made, rank=5)


def _dated(
    record: Record,
    when: When | None,
    mark: NoteMark,
    paragraphs: tuple[Text, ...],
    made: Material,
    *,
    rank: int,
) -> Iterator[Entry]:
    """A note under its date; nothing for one without a date, or one that is still to come."""
    if when is None or not when.is_dated or when.earliest > made.today:
        return
    yield Entry(
        first=when.latest if when.day else when.earliest,
        last=when.latest,
        mark=mark,
        paragraphs=paragraphs,
        provenance=margin_words(record, when, made.words, made.changed.get(record.id)),
        label=made.words.short_when(when) if when.is_fuzzy else "",
        rank=rank,
        key=record.id,
    )


def _visit(visit: Visit, made: Material) -> tuple[Text, ...]:
    """Who and how; what was said and understood; what each side does; what was not reached."""
    words = made.words
    mode = words.say("visit.mode", str(visit.mode))
    head = ", ".join(part for part in (made.named(visit.clinician), mode) if part)
    said = told(visit, made)
    paragraphs: list[Text] = [(bold(begun(head) + "."), *([facts(" "), *said] if said else []))]
    steps = [
        step for step in made.journal.of(PlanStep) if step.visit == visit.id and step.part is PlanPart.FIRST
    ]
    agreed = ", ".join(_agreed(step, made) for step in sorted(steps, key=lambda step: (step.order, step.id)))
    if agreed:
        paragraphs.append(plain(words.say("notes.agreed", "Agreed: {steps}.", steps=agreed)))
    missed = not_reached(visit, made)
    if missed:
        paragraphs.append(plain(ended(words.say("not_reached", "Not reached: {what}", what=listed(missed)))))
    return tuple(paragraphs)


def _agreed(step: PlanStep, made: Material) -> str:
    words = made.words
    me = words.say("who.me", "me")
    who = me if step.who is Who.ME else step.who_words or made.named(step.clinician)
    by = words.say("notes.by", "by {date}", date=words.short_when(step.by)) if step.by else ""
    aside = ", ".join(part for part in (who, by) if part)
    return f"{step.text} ({aside})" if aside else step.text


def _event(event: Event, made: Material) -> Text:
    head = ", ".join(part for part in (event.title, event.place) if part)
    came = outcome_words(event, made)
    goes_on = bool(came) and came[0].text[:1].islower()
    runs: list[Run] = [bold(f"{head}:" if goes_on else ended(head)), *([facts(" "), *came] if came else [])]
    if event.note.strip():
        runs += [facts(" "), quote(event.note)]
    return tuple(runs)


def _questions(question: Question, made: Material) -> Iterator[Entry]:
    words = made.words
    said = (bold(words.say("notes.question", "Question:")), facts(" "), quote(question.text))
    yield from _dated(question, question.when, NoteMark.QUESTION, (said,), made, rank=5)
    for step in question.life:
        if step.step is Step.REOPENED:
            again = words.say("notes.question.again", "Question opened again:")
            text = (bold(again), facts(" "), quote(question.text))
            yield from _dated(question, step.when, NoteMark.QUESTION, (text,), made, rank=5)


def _step(step: PlanStep, made: Material) -> Text:
    done = made.words.say("notes.done", "{step}: done.", step=step.text)
    return (bold(done), facts(f" {ended(shortened(step.outcome_words, CELL))}" if step.outcome_words else ""))


def _measurement(item: Measurement, made: Material) -> Text:
    value = value_words(item, made.words)
    return (bold(f"{item.name}:"), facts(f" {ended(value)}")) if value else (bold(item.name),)
