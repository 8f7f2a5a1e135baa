"""A treatment's life, told once from its changes: every page, the timeline and the window read it here.

Planned and really taken stay apart. Nothing is guessed: what no change says is None or empty. Changes dated
after the day it is told on have not happened yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.derived.shortening import REASON, shortened
from app.domain.journal import Journal
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.record import ClinicianId, RecordId
from app.domain.records.treatments import (
    Barrier,
    ChangeKind,
    Decided,
    Dose,
    Frequency,
    SideEffect,
    Taken,
    TreatmentKind,
    Verdict,
    Why,
)
from app.domain.records.when import When


class Status(StrEnum):
    """Where a treatment stands on the day its story is told."""

    TAKING = "taking"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"  # a procedure: a date, not a span
    COMING = "coming"  # planned to begin later


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseStep:
    """A dose and how often, as planned and as really taken where that differs, from `when` on."""

    when: When | None
    planned: Dose | None = None
    how_often: Frequency | None = None
    taking: Dose | None = None
    taking_how_often: Frequency | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A time it was not taken on purpose; `last` is None while it goes on."""

    first: When | None
    last: When | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HowTaken:
    """How it is really being taken, since when, and what gets in the way."""

    taken: Taken
    since: When | None = None
    share: str = ""
    barriers: tuple[Barrier, ...] = ()
    why: str = ""

    @property
    def mostly_not(self) -> bool:
        """Drawn white, said "mostly not" (document.md 8)."""
        return self.taken in {Taken.SOMETIMES, Taken.NOT}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTolerated:
    """That it could not be tolerated, what it did in the person's words, and when."""

    reaction: str = ""
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """A side effect, with the date of the change it was written on where it has none of its own."""

    effect: SideEffect
    when: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """When and why it ended; `switched_to` names what took its place."""

    when: When | None = None
    why: tuple[Why, ...] = ()
    words: str = ""
    decided: Decided | None = None
    clinician: ClinicianId | None = None
    switched_to: RecordId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentStory:
    """One treatment's life up to a day. `changes` are oldest first; `taken_days` are logged dose days."""

    treatment: Treatment
    status: Status
    changes: tuple[TreatmentChange, ...] = ()
    started: When | None = None
    ended: Ended | None = None
    steps: tuple[DoseStep, ...] = ()
    pauses: tuple[Pause, ...] = ()
    how_taken: HowTaken | None = None
    not_tolerated: NotTolerated | None = None
    noticed: tuple[Noticed, ...] = ()
    verdict: Verdict | None = None
    verdict_words: str = ""
    taken_days: tuple[When, ...] = ()
    next_change: TreatmentChange | None = None

    @property
    def taking_now(self) -> bool:
        """On the list of what is taken now; a pause does not take it off."""
        return self.status in {Status.TAKING, Status.PAUSED}

    @property
    def when_needed(self) -> bool:
        """Taken when needed, not by the clock."""
        now = self.now
        return now is not None and now.how_often is not None and now.how_often.when_needed

    @property
    def now(self) -> DoseStep | None:
        """The dose it is at, or was at last."""
        return self.steps[-1] if self.steps else None

    @property
    def prescribed(self) -> bool:
        """Prescribed, and not bought, chosen or done."""
        return self.treatment.treatment is TreatmentKind.PRESCRIBED

    @property
    def start_day(self) -> date:
        """For ordering by start: the first day it can have begun; the first day of all if not known."""
        return self.started.earliest if self.started else date.min

    @property
    def end_day(self) -> date:
        """For ordering by end: the last day it can have ended; the last day of all while it goes on."""
        if self.ended is None:
            return date.max
        return self.ended.when.latest if self.ended.when and self.ended.when.is_dated else date.min


def stories(journal: Journal, today: date) -> tuple[TreatmentStory, ...]:
    """Every treatment's story, newest start first; ties by name, then id."""
    by_treatment: dict[RecordId, list[TreatmentChange]] = {}
    for change in journal.of(TreatmentChange):
        by_treatment.setdefault(change.treatment, []).append(change)
    told = [tell(item, by_treatment.get(item.id, ()), today) for item in journal.of(Treatment)]
    return tuple(sorted(told, key=_newest_start_first))


def story_of(journal: Journal, treatment: Treatment, today: date) -> TreatmentStory:
    """One treatment's story."""
    changes = [change for change in journal.of(TreatmentChange) if change.treatment == treatment.id]
    return tell(treatment, changes, today)


def tell(treatment: Treatment, changes: Iterable[TreatmentChange], today: date) -> TreatmentStory:
    """Tell a treatment's story from its changes, in any order, up to and with `today`."""
    ordered = sorted(changes, key=_change_order)
    happened = [change for change in ordered if _begun(change, today)]
    coming = [change for change in ordered if not _begun(change, today)]
    life = _Life(treatment=treatment)
    for change in happened:
        _live(life, change, today)
    if not happened and coming:
        life.status = Status.COMING
    return life.told(tuple(happened), coming[0] if coming else None)


@dataclass(slots=True, kw_only=True)
class _Life:
    """The story while it is being told."""

    treatment: Treatment
    status: Status = Status.TAKING
    started: When | None = None
    began: bool = False
    ended: Ended | None = None
    steps: list[DoseStep] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    how_taken: HowTaken | None = None
    not_tolerated: NotTolerated | None = None
    noticed: list[Noticed] = field(default_factory=list)
    verdict: Verdict | None = None
    verdict_words: str = ""
    taken_days: list[When] = field(default_factory=list)

    def told(
        self, changes: tuple[TreatmentChange, ...], next_change: TreatmentChange | None
    ) -> TreatmentStory:
        """The value that is handed out."""
        procedure = self.treatment.treatment is TreatmentKind.PROCEDURE
        done = procedure and self.status is Status.TAKING
        return TreatmentStory(
            treatment=self.treatment,
            status=Status.DONE if done else self.status,
            changes=changes,
            started=self.started,
            ended=self.ended,
            steps=tuple(self.steps),
            pauses=tuple(self.pauses),
            how_taken=self.how_taken if self.ended is None else None,
            not_tolerated=self.not_tolerated,
            noticed=tuple(self.noticed),
            verdict=self.verdict,
            verdict_words=self.verdict_words,
            taken_days=tuple(self.taken_days),
            next_change=next_change,
        )


def _live(life: _Life, change: TreatmentChange, today: date) -> None:
    """Let one change happen."""
    match change.change:
        case ChangeKind.STARTED:
            _start(life, change)
        case ChangeKind.PAUSED:
            _pause(life, change, today)
        case ChangeKind.RESUMED:
            _resume(life, change)
        case ChangeKind.STOPPED | ChangeKind.SWITCHED:
            _end(life, change)
        case ChangeKind.TAKEN:
            life.taken_days.extend([change.when] if change.when else [])
    _dose(life, change)
    _taking(life, change)
    _felt(life, change)


def _start(life: _Life, change: TreatmentChange) -> None:
    if life.ended is not None or not life.began:
        life.started = change.when
        life.how_taken = None
    life.began = True
    life.ended = None
    life.status = Status.TAKING


def _pause(life: _Life, change: TreatmentChange, today: date) -> None:
    over = change.until is not None and change.until.latest < today
    life.pauses.append(Pause(first=change.when, last=change.until, why=change.why_words))
    life.status = Status.TAKING if over else Status.PAUSED


def _resume(life: _Life, change: TreatmentChange) -> None:
    if life.status is Status.PAUSED and life.pauses and life.pauses[-1].last is None:
        last = life.pauses.pop()
        life.pauses.append(Pause(first=last.first, last=change.when, why=last.why))
    elif life.ended is not None:
        life.pauses.append(Pause(first=life.ended.when, last=change.when, why=life.ended.words))
    life.ended = None
    life.how_taken = None
    life.status = Status.TAKING


def _end(life: _Life, change: TreatmentChange) -> None:
    life.status = Status.STOPPED
    life.ended = Ended(
        when=change.when,
        why=change.why,
        words=change.why_words,
        decided=change.decided,
        clinician=change.clinician,
        switched_to=change.switched_to,
    )


_DOSING = frozenset({ChangeKind.STARTED, ChangeKind.DOSE, ChangeKind.RESUMED, ChangeKind.HOW_TAKEN})


def _dose(life: _Life, change: TreatmentChange) -> None:
    """A dose day or a missed dose says nothing about the plan, so its dose is no step."""
    if change.change not in _DOSING:
        return
    before = life.steps[-1] if life.steps else DoseStep(when=None)
    step = DoseStep(
        when=change.when,
        planned=change.planned or before.planned,
        how_often=change.how_often or before.how_often,
        taking=change.taking or (before.taking if change.planned is None else None),
        taking_how_often=change.taking_how_often or before.taking_how_often,
    )
    if _plan(step) == _plan(before):
        return
    if _plan(before) == _plan(DoseStep(when=None)):
        life.steps.clear()
    life.steps.append(step)


def _plan(step: DoseStep) -> tuple[object, ...]:
    return (step.planned, step.how_often, step.taking, step.taking_how_often)


def _taking(life: _Life, change: TreatmentChange) -> None:
    """One dose day or one missed dose says nothing about how it is taken from here on."""
    if change.taken is None or change.change not in _DOSING:
        return
    life.how_taken = HowTaken(
        taken=change.taken,
        since=change.when,
        share=change.taken_share,
        barriers=change.barriers,
        why=change.why_words,
    )


def _felt(life: _Life, change: TreatmentChange) -> None:
    if change.not_tolerated:
        reaction = change.reaction or change.why_words or change.noticed
        effects = ", ".join(effect.words for effect in change.side_effects)
        life.not_tolerated = NotTolerated(reaction=shortened(reaction or effects, REASON), when=change.when)
    life.noticed.extend(
        Noticed(effect=effect, when=effect.when or change.when) for effect in change.side_effects
    )
    if change.verdict is not None or change.verdict_words:
        life.verdict = change.verdict or life.verdict
        life.verdict_words = change.verdict_words


def _begun(change: TreatmentChange, today: date) -> bool:
    return change.when is None or change.when.earliest <= today


def _change_order(change: TreatmentChange) -> tuple[object, ...]:
    """By when it happened; without a date a start comes first and anything else by when it was written."""
    starts = change.change is ChangeKind.STARTED
    moment = change.when
    if moment is not None and moment.is_dated:
        return (moment.earliest, not starts, moment.sort_key, change.written, change.id)
    day = date.min if starts else change.written.date()
    return (day, not starts, (), change.written, change.id)


def _newest_start_first(story: TreatmentStory) -> tuple[object, ...]:
    return (-story.start_day.toordinal(), story.treatment.name.casefold(), story.treatment.id)
