"""What is on its way: referrals, tests, results and letters in somebody's hands, and steps not done yet."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.derived.belonging import named
from app.domain.journal import Journal
from app.domain.records import Event, PlanStep, Visit
from app.domain.records.events import EventKind, EventState
from app.domain.records.plans import Outcome, PlanPart, StepKind, Who
from app.domain.records.record import ClinicianId, RecordId
from app.domain.records.when import When
from app.domain.wording import Wording


class Waits(StrEnum):
    """What sort of thing is open."""

    REFERRAL = "referral"
    TEST = "test"
    RESULT = "result"
    LETTER = "letter"
    REPEAT = "repeat prescription"
    CALL = "call"
    TASK = "task"
    PROCEDURE = "procedure"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLoop:
    """One open thing. `who_name` has it; `taken`: when a test was taken, its result still out."""

    of: RecordId
    text: str
    waits: Waits
    who: Who
    who_name: str = ""
    clinician: ClinicianId | None = None
    asked: When | None = None
    due: When | None = None
    taken: When | None = None

    def is_late(self, today: date) -> bool:
        """Its date has passed. On paper that is "not here yet", never "overdue" (document.md 5.5)."""
        return self.due is not None and self.due.latest < today


_WAITED_FOR = frozenset({Waits.REFERRAL, Waits.TEST, Waits.RESULT, Waits.LETTER, Waits.PROCEDURE})


def open_loops(journal: Journal) -> tuple[OpenLoop, ...]:
    """Everything open, soonest due first; what has no date last, by when it was asked, then by its words."""
    steps = [_of_step(journal, step) for step in journal.of(PlanStep) if _is_open(step)]
    events = [_of_event(event) for event in journal.of(Event) if event.state is not EventState.HAPPENED]
    return tuple(sorted([*steps, *events], key=_soonest))


def waiting_for(journal: Journal) -> tuple[OpenLoop, ...]:
    """Only what the person waits for: referrals, tests, results, letters, planned procedures."""
    return tuple(loop for loop in open_loops(journal) if loop.waits in _WAITED_FOR)


def loop_words(loop: OpenLoop, words: Wording, today: date) -> str:
    """How far it is: "Dr Osei asked 12 Feb 2026; due 1 May, not here yet"."""
    if loop.taken is not None:
        return words.say("waiting.taken", "taken {date}, result pending", date=words.short_when(loop.taken))
    return "; ".join(part for part in (_asked(loop, words), _due(loop, words, today)) if part)


def _asked(loop: OpenLoop, words: Wording) -> str:
    who = words.say("waiting.me", "I") if loop.who is Who.ME else loop.who_name
    if not who or loop.asked is None:
        return words.say("waiting.with", "with {who}", who=loop.who_name) if loop.who_name else ""
    return words.say("waiting.asked", "{who} asked {date}", who=who, date=words.short_when(loop.asked))


def _due(loop: OpenLoop, words: Wording, today: date) -> str:
    if loop.due is None:
        return ""
    day, asked = loop.due.day, loop.asked.day if loop.asked else None
    same_year = day is not None and asked is not None and day.year == asked.year
    shown = words.day_in_year(day) if same_year and day else words.short_when(loop.due)
    if loop.is_late(today):
        return words.say("waiting.due_past", "due {date}, not here yet", date=shown)
    return words.say("waiting.due", "due {date}", date=shown)


def _is_open(step: PlanStep) -> bool:
    if step.part is not PlanPart.FIRST or step.settled is not None:
        return False
    return step.outcome in {Outcome.OPEN, Outcome.PARTLY}


def _of_step(journal: Journal, step: PlanStep) -> OpenLoop:
    visit = journal.get(Visit, step.visit)
    clinician = step.clinician or (visit.clinician if visit and step.who is Who.CLINICIAN else None)
    return OpenLoop(
        of=step.id,
        text=step.text,
        waits=_WAITS[step.step],
        who=step.who,
        who_name=step.who_words or named(journal, clinician),
        clinician=clinician,
        asked=step.asked or (visit.when if visit else None),
        due=step.by,
        taken=step.taken,
    )


_WAITS = {
    StepKind.TASK: Waits.TASK,
    StepKind.REFERRAL: Waits.REFERRAL,
    StepKind.TEST: Waits.TEST,
    StepKind.RESULT: Waits.RESULT,
    StepKind.LETTER: Waits.LETTER,
    StepKind.REPEAT: Waits.REPEAT,
    StepKind.CALL: Waits.CALL,
}


def _of_event(event: Event) -> OpenLoop:
    pending = event.state is EventState.PENDING
    procedure = event.event in {EventKind.PROCEDURE, EventKind.ADMISSION}
    return OpenLoop(
        of=event.id,
        text=event.title,
        waits=Waits.PROCEDURE if procedure else Waits.TEST,
        who=Who.CLINICIAN,
        clinician=event.clinician,
        due=None if pending else event.when,
        taken=event.when if pending else None,
    )


def _soonest(loop: OpenLoop) -> tuple[object, ...]:
    due = loop.due.earliest if loop.due else date.max
    asked = loop.asked or loop.taken
    return (due, asked.earliest if asked else date.max, loop.text, loop.of)
