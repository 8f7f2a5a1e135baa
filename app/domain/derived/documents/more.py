"""Page 4: my story, how to talk with me, results, and what happened besides visits and treatments."""

from decimal import Decimal

from app.domain.derived.about_story import printed_part
from app.domain.derived.belonging import in_order_of_time
from app.domain.derived.choice import Extra
from app.domain.derived.document import Prose, Row, Run, Table, Text, plain
from app.domain.derived.documents.facts import shared_source
from app.domain.derived.documents.material import Material, bold, facts, own, quote
from app.domain.derived.documents.top import about, visit_needs
from app.domain.derived.provenance import margin_words, source_words
from app.domain.derived.shortening import CELL, PARAGRAPHS, shortened
from app.domain.records import Event, Measurement, Record
from app.domain.records.events import EventKind, EventState
from app.domain.records.person import Topic
from app.domain.wording import Wording

NB = "\u00a0"
_TESTS = frozenset({EventKind.TEST, EventKind.RESULT})
_HAPPENED = frozenset(
    {
        EventKind.PROCEDURE,
        EventKind.ADMISSION,
        EventKind.EMERGENCY,
        EventKind.LIFE_CHANGE,
        EventKind.CARE_CHANGE,
        EventKind.VACCINE,
        EventKind.OTHER,
    }
)
_RESULT_WIDTHS, _EVENT_WIDTHS = (46.0, 40.0, 49.0), (52.0, 83.0)  # mm


def my_words(made: Material) -> Prose | None:
    """The person's story as they wrote it, paragraph by paragraph."""
    if Extra.STORY not in made.choice.extras:
        return None
    heading = made.words.say("heading.my_words", "My story in my words")
    return _prose(heading, tuple(printed_part(item) for item in about(made, Topic.STORY)))


def how_to_talk(made: Material) -> Prose | None:
    """What page 1 has no room for: pace, numbers or not, in writing."""
    rest = visit_needs(made)[1]
    found = (*rest, *about(made, Topic.TALK, Topic.KNOWING, Topic.DECIDING, Topic.WORKING))
    heading = made.words.say("heading.talk", "How to talk with me")
    return _prose(heading, tuple(item.text for item in found))


def _prose(heading: str, texts: tuple[str, ...]) -> Prose | None:
    cut = (shortened(text, PARAGRAPHS) for text in texts)
    lines = tuple(line for text in cut for line in text.splitlines() if line.strip())
    return Prose(heading=heading, paragraphs=lines) if lines else None


def results(made: Material) -> Table | None:
    """Every number and result, newest first; a test whose result is a measurement stands once."""
    measured = made.journal.of(Measurement)
    told = {item.event for item in measured if item.event is not None}
    tests = [event for event in made.journal.of(Event) if _is_result(event) and event.id not in told]
    found = tuple(reversed(in_order_of_time([*measured, *tests])))
    if not found:
        return None
    words = made.words
    shared = shared_source(found, made)
    return Table(
        heading=words.say("heading.results", "Results I know of"),
        corner=words.say("corner.test", "Test"),
        heads=(
            words.say("column.result", "Result"),
            words.say("column.range", "Usual range"),
            words.say("column.date", "Date"),
        ),
        widths=_RESULT_WIDTHS,
        rows=tuple(_result(item, made, sourced=not shared) for item in found),
        after=(plain(shared),) if shared else (),
        small=True,
    )


def _is_result(event: Event) -> bool:
    return event.event in _TESTS and event.state is EventState.HAPPENED


def _result(item: Record, made: Material, *, sourced: bool) -> Row:
    words = made.words
    if isinstance(item, Measurement):
        cells = (
            plain(value_words(item, words)),
            plain(_range(item, words)),
            _dated(item, made, sourced=sourced),
        )
        return Row(head=(bold(item.name),), cells=cells)
    if isinstance(item, Event):
        return Row(
            head=(bold(item.title),),
            cells=(outcome_words(item, made), (), _dated(item, made, sourced=sourced)),
        )
    return Row(head=(), cells=())


def value_words(item: Measurement, words: Wording) -> str:
    """The number with its unit, or the words there are instead."""
    if item.value is None:
        return item.words
    number = (
        f"{words.number(item.value)}/{words.number(item.second)}" if item.second else words.number(item.value)
    )
    value = f"{number}{NB}{item.unit}" if item.unit else number
    return f"{value}, {item.words}" if item.words else value


def _range(item: Measurement, words: Wording) -> str:
    if item.range_words or (item.low is None and item.high is None):
        return item.range_words
    unit = f"{NB}{item.unit}" if item.unit else ""
    return f"{_bounds(item.low, item.high, words)}{unit}"


def _bounds(low: Decimal | None, high: Decimal | None, words: Wording) -> str:
    if low is None:
        return f"≤{NB}{words.number(high)}"
    if high is None:
        return f"≥{NB}{words.number(low)}"
    return f"{words.number(low)}–{words.number(high)}"


def _dated(item: Measurement | Event, made: Material, *, sourced: bool) -> Text:
    when = made.words.short_when(item.when)
    aside = margin_words(item, item.when, made.words) if sourced else ""
    return (facts(when), *([Run(text=f"\n{aside}", small=True)] if aside else []))


def outcome_words(event: Event, made: Material) -> Text:
    """What came of an event: its outcome, a letter's own words, what was understood."""
    words = made.words
    runs: list[Run] = [facts(shortened(event.outcome, CELL))] if event.outcome else []
    if event.source is not None and event.source.quote and not event.source.code:
        letter = words.say("letter", "{letter}:", letter=source_words(event, words))
        runs += [facts(f"{_gap(runs)}{letter} "), quote(event.source.quote)]
    for said in event.said:
        by = said.by or made.named(event.clinician)
        runs += [facts(_gap(runs) + words.say("said", "{who} said:", who=by) + " "), quote(said.words)]
    if event.understood:
        runs += [
            facts(_gap(runs) + words.say("understood", "I understood:") + " "),
            own(shortened(event.understood, CELL)),
        ]
    return tuple(runs)


def _gap(runs: list[Run]) -> str:
    if not runs:
        return ""
    return " " if runs[-1].text.rstrip()[-1:] in {".", "”", "!", "?"} else ". "


def happened_besides(made: Material) -> Table | None:
    """Operations, stays and life changes, newest first."""
    found = [event for event in made.journal.of(Event) if _is_listed(event)]
    if not found:
        return None
    words = made.words
    return Table(
        heading=words.say("heading.operations", "Operations, stays, life changes"),
        corner=words.say("corner.date", "Date"),
        heads=(words.say("column.what", "What"), words.say("column.came", "What came of it")),
        widths=_EVENT_WIDTHS,
        rows=tuple(_event(event, made) for event in reversed(in_order_of_time(found))),
        small=True,
    )


def _is_listed(event: Event) -> bool:
    return event.event in _HAPPENED and event.state is EventState.HAPPENED


def _event(event: Event, made: Material) -> Row:
    who = made.named(event.clinician)
    with_whom = "" if who and who in event.title else who
    what = ", ".join(part for part in (event.title, event.place, with_whom) if part)
    came = outcome_words(event, made) or ((own(shortened(event.note, CELL)),) if event.note else ())
    return Row(head=(bold(made.words.short_when(event.when)),), cells=(plain(what), came))
