"""Page 3's visits: what I was told, what we decided, and what became of it."""

from dataclasses import replace
from datetime import date

from app.domain.derived.belonging import in_order_of_time
from app.domain.derived.document import EARLIER_VISITS, VISITS, Block, Row, Run, Table, Text, plain
from app.domain.derived.documents.material import Material, bold, facts, listed, own, quote, sentences
from app.domain.derived.shortening import CELL, PASSAGE, shortened
from app.domain.derived.treatments.phrases import barrier_words
from app.domain.records import Decision, PlanStep, Question, Visit
from app.domain.records.plans import Outcome, PlanPart, Who
from app.domain.records.questions import Step
from app.domain.records.treatments import Decided
from app.domain.records.visits import VisitMode, WrittenUp

MOST = 20
_LABEL, _WIDTHS = 33.0, (77.0, 64.0)  # mm
_ONE_LINE = 72  # characters of a line of 135 mm, safely


def been(made: Material) -> tuple[Visit, ...]:
    """Visits that have been, newest first; one without a date only if it was written up."""
    found = [visit for visit in made.journal.of(Visit) if not visit.cancelled and has_been(visit, made.today)]
    return tuple(reversed(in_order_of_time(found)))


def has_been(visit: Visit, today: date) -> bool:
    """Whether a visit lies behind `today`; today's own once something of it is written."""
    written = bool(visit.heard or visit.said or visit.became) or visit.written_up is not WrittenUp.NOT_YET
    if visit.when is None or not visit.when.is_dated:
        return written
    return visit.when.latest < today or (visit.when.earliest <= today and written)


def recent_and_earlier(made: Material) -> tuple[tuple[Visit, ...], tuple[Visit, ...]]:
    """The last 12 months, at most 20; and all before."""
    found = been(made)
    since = year_before(made.today)
    recent = [visit for visit in found if visit.when and visit.when.is_dated and visit.when.latest > since]
    shown = tuple(recent[:MOST])
    return shown, tuple(visit for visit in found if visit not in shown)


def year_before(day: date) -> date:
    """The same day a year before; 28 February for a leap day."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28) if leap else day.replace(year=day.year - 1)


def visits(made: Material) -> Table | None:
    """Newest first, at most 20 of the last 12 months, then how many earlier ones there are."""
    recent, earlier = recent_and_earlier(made)
    if not recent and not earlier:
        return None
    words = made.words
    after: tuple[Text, ...] = ()
    if earlier:
        text = words.count(
            "visits.earlier",
            "{n} earlier visit: page {page}.",
            "{n} earlier visits: page {page}.",
            len(earlier),
            page="{page}",
        )
        after = ((Run(text=text, page_of=EARLIER_VISITS),),)
    return Table(
        heading=words.say("heading.visits", "Visits"),
        corner=words.say("corner.visit", "Visit"),
        heads=(
            words.say("column.told", "What I was told, what we decided"),
            words.say("column.became", "What became of it"),
        ),
        widths=_WIDTHS,
        label_width=_LABEL,
        rows=tuple(_row(visit, made) for visit in recent),
        after=after,
        small=True,
        anchor=VISITS,
    )


def earlier_visits(made: Material) -> Block | None:
    """One line each, on the last page."""
    _, earlier = recent_and_earlier(made)
    if not earlier:
        return None
    lines = tuple(_line(visit, made) for visit in earlier)
    heading = made.words.say("heading.earlier_visits", "Earlier visits")
    return Block(heading=heading, lines=lines, listed=len(lines) > 1, anchor=EARLIER_VISITS)


def _line(visit: Visit, made: Material) -> Text:
    """Date, who, and as much of what was told as one line holds."""
    when = made.words.short_when(visit.when)
    head = ", ".join(part for part in (when, with_whom(visit, made)) if part)
    runs: list[Run] = [bold(head)]
    room = _ONE_LINE - len(head)
    for run in told(visit, made):
        lead = ". " if len(runs) == 1 else ""
        text = one_line(run.text, room - len(lead))
        if not text:
            break
        runs.append(replace(run, text=lead + text))
        room -= len(lead) + len(text)
        if text != run.text:
            break
    return tuple(runs)


def one_line(text: str, room: int) -> str:
    """A text that fits into `room` characters: whole, else its first sentence or words with a mark behind."""
    if len(text) <= room:
        return text
    first = text.split(". ", 1)[0] + ". …"
    if len(first) <= room:
        return first
    cut = text[: max(0, room - 2)].rpartition(" ")[0]
    return f"{cut} …" if cut else ""


def with_whom(visit: Visit, made: Material) -> str:
    """Who it was with, and how, unless in person."""
    mode = "" if visit.mode is VisitMode.IN_PERSON else made.words.say("visit.mode", str(visit.mode))
    return ", ".join(part for part in (made.named(visit.clinician), mode) if part)


def _row(visit: Visit, made: Material) -> Row:
    who = with_whom(visit, made)
    head = bold(made.words.short_when(visit.when))
    aside = [Run(text=f"\n{who}", small=True)] if who else []
    return Row(head=(head, *aside), cells=(told(visit, made), plain(became(visit, made))))


def told(visit: Visit, made: Material) -> Text:
    """Exact words in quotes with who said them, what was understood, then what was decided and why."""
    words = made.words
    runs: list[Run] = []
    for said in visit.said:
        by = said.by or made.named(visit.clinician)
        runs += [facts(_gap(runs) + words.say("said", "{who} said:", who=by) + " "), quote(said.words)]
    if visit.heard:
        runs += [
            facts(_gap(runs) + words.say("understood", "I understood:") + " "),
            own(shortened(visit.heard, PASSAGE)),
        ]
    decided = sentences(decision_words(decision, made) for decision in _decisions(visit, made))
    return (*runs, facts(_gap(runs) + decided)) if decided else tuple(runs)


def _gap(runs: list[Run]) -> str:
    return " " if runs else ""


def _decisions(visit: Visit, made: Material) -> list[Decision]:
    return [decision for decision in made.journal.of(Decision) if decision.visit == visit.id]


def decision_words(decision: Decision, made: Material) -> str:
    """Who decided what and why; "we" only where the visit says it was decided together."""
    words = made.words
    chosen = shortened(decision.chosen or decision.about, CELL)
    match decision.decided:
        case Decided.TOGETHER:
            said = words.say("decided.together", "We decided together: {what}", what=chosen)
        case Decided.CLINICIAN:
            who = made.named(decision.clinician) or words.say("decided.someone", "The clinician")
            said = words.say("decided.clinician", "{who} suggested: {what}", who=who, what=chosen)
        case Decided.ME:
            said = words.say("decided.me", "I chose: {what}", what=chosen)
        case _:
            return words.say("decided.not_yet", "Not decided yet: {what}", what=decision.about)
    because = shortened(decision.because.strip(), CELL)
    return words.say("decided.because", "{said} ({why})", said=said, why=because) if because else said


def became(visit: Visit, made: Material) -> str:
    """The person's line, plan steps of both sides with what became of them, and what was not reached."""
    steps = sorted((step for step in made.journal.of(PlanStep) if step.visit == visit.id), key=_own_order)
    parts = [
        shortened(visit.became, CELL),
        *(step_words(step, made) for step in steps if step.part is PlanPart.FIRST),
    ]
    missed = not_reached(visit, made)
    if missed:
        parts.append(made.words.say("not_reached", "Not reached: {what}", what=listed(missed)))
    return sentences(parts) if len([part for part in parts if part]) > 1 else "".join(parts)


def _own_order(step: PlanStep) -> tuple[object, ...]:
    return (step.order, step.written, step.id)


def not_reached(visit: Visit, made: Material) -> tuple[str, ...]:
    """What was not reached: as written, then questions that got no answer there."""
    asked = [
        shortened(question.text, CELL)
        for question in made.journal.of(Question)
        if any(step.visit == visit.id and step.step is Step.NOT_ANSWERED for step in question.life)
    ]
    return (*visit.not_reached, *asked)


def step_words(step: PlanStep, made: Material) -> str:
    """As in "Nurse call about the rash (clinic): done 3 Mar 2026"."""
    words = made.words
    who = "" if step.who is Who.ME else step.who_words or made.named(step.clinician)
    name = f"{step.text} ({who})" if who else step.text
    state = outcome_words(step, made)
    if step.outcome is Outcome.OPEN and step.by is not None and step.settled is None:
        name = words.say("step.by", "{step}, by {date}", step=name, date=words.short_when(step.by))
    return f"{name}: {state}" if state else name


def outcome_words(step: PlanStep, made: Material) -> str:
    """What became of a step, without blame: done, partly, not done and what was in the way, not here yet."""
    words = made.words
    barriers = ", ".join(barrier_words(barrier, words) for barrier in step.barriers)
    why = shortened(step.outcome_words, CELL) or barriers
    when = f" {words.short_when(step.settled)}" if step.settled else ""
    match step.outcome:
        case Outcome.DONE:
            said = words.say("outcome.done", "done") + when
        case Outcome.PARTLY:
            said = words.say("outcome.partly", "partly")
        case Outcome.NOT_DONE:
            said = words.say("outcome.not_done", "not done")
        case Outcome.NO_LONGER_NEEDED:
            said = words.say("outcome.not_needed", "no longer needed")
        case _:
            said = _still_open(step, made)
    return f"{said}: {why}" if why and said else said or why


def _still_open(step: PlanStep, made: Material) -> str:
    words = made.words
    if step.taken is not None:
        return words.say("waiting.taken", "taken {date}, result pending", date=words.short_when(step.taken))
    coming = step.by is not None and step.by.latest >= made.today
    if step.who is Who.ME or coming:
        return words.say("outcome.open", "not yet")
    return words.say("outcome.not_here", "not here yet")
