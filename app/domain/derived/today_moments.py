"""When you have a moment: what waits, each thing with its own answers (interface.md 11.3, 14.10)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.domain.derived.questions_open import is_put_aside
from app.domain.derived.today_answers import answers_of, menu_of, weekday_name
from app.domain.derived.today_begun import begun
from app.domain.derived.today_page import Answer, Keeping, Moment, MomentAnswer, MomentKind
from app.domain.derived.today_visits import SOON, coming_visits, visits_soon, visits_to_write_up
from app.domain.journal import Journal
from app.domain.records import Day, Goal, PlanStep, Question, SymptomEntry, Visit, WorkingAgreement
from app.domain.records.person import GoalState
from app.domain.records.plans import Outcome, PlanPart, StepKind, Who
from app.domain.records.questions import QuestionState
from app.domain.records.record import ClinicianId
from app.domain.records.symptoms import DayKind
from app.domain.records.when import When
from app.domain.wording import Phrase, Wording

BACKUP_OLD = timedelta(days=7)
_STEP_ICONS = {
    StepKind.TEST: "test-tube",
    StepKind.RESULT: "test-tube",
    StepKind.REFERRAL: "paper-plane-tilt",
    StepKind.REPEAT: "arrows-clockwise",
}
_TIMES = {1: Phrase("times.1", "once"), 2: Phrase("times.2", "twice")}


def moments(journal: Journal, now: datetime, words: Wording, keeping: Keeping) -> tuple[Moment, ...]:
    """All that waits, in order, without what was put aside."""
    today = now.date()
    aside = {key for key, until in keeping.put_aside if until is None or until > today}
    waiting = (
        *_recovery_key(words, keeping),
        *_bad_day(journal, today, words),
        *visits_soon(journal, now, words),
        *visits_to_write_up(journal, now, words),
        *_promises(journal, today, words),
        *_own_steps(journal, today, words),
        *_questions(journal, today, words),
        *_agreements_and_goals(journal, today, words),
        *begun(journal, now, words, keeping),
        *_backup(today, words, keeping),
    )
    return tuple(moment for moment in waiting if moment.key not in aside)


def _recovery_key(words: Wording, keeping: Keeping) -> Iterator[Moment]:
    if not keeping.recovery_key_checked:
        yield Moment(
            key="recovery key",
            kind=MomentKind.RECOVERY_KEY,
            icon="key",
            title=words.say("moment.key", "Your recovery key"),
            detail=words.say(
                "moment.key.why", "It is not checked yet. It opens the journal if you lose the passphrase."
            ),
            answers=answers_of(words, Answer.CHECK_KEY),
            menu=menu_of(words),
        )


def _bad_day(journal: Journal, today: date, words: Wording) -> Iterator[Moment]:
    """A bad day of the last week before today that holds nothing but itself: offered once."""
    days = [
        day
        for day in journal.of(Day)
        if day.day is DayKind.BAD_DAY
        and not day.note
        and day.when.day
        and today - SOON <= day.when.day < today
    ]
    for record in sorted(days, key=lambda held: held.when.sort_key)[-1:]:
        on = record.when.day
        if on is None or any(entry.when.day == on for entry in journal.of(SymptomEntry)):
            continue
        weekday = weekday_name(on, words)
        yield Moment(
            key=f"bad day:{record.id}",
            kind=MomentKind.BAD_DAY,
            icon="moon-stars-fill",
            title=words.say("moment.bad day", "{weekday} was a bad day. Add anything?", weekday=weekday),
            answers=answers_of(words, Answer.ADD, Answer.LEAVE_IT),
            menu=menu_of(words),
            record=record.id,
        )


def _promises(journal: Journal, today: date, words: Wording) -> Iterator[Moment]:
    """What somebody else said they would do, once its day has passed."""
    for step in _open_steps(journal):
        if step.who is Who.ME or step.by is None or step.by.latest >= today:
            continue
        visit = _next_with(journal, step.clinician, today)
        yield Moment(
            key=f"promise:{step.id}",
            kind=MomentKind.PROMISE,
            icon="handshake",
            title=step.text,
            detail=words.say("moment.promise", "Promised by {day}. Did it come?", day=_by(step.by, words)),
            answers=(*answers_of(words, Answer.IT_CAME), _ask(visit, today, words)),
            menu=menu_of(words),
            record=step.id,
            visit=visit.id if visit else None,
        )


def _by(when: When, words: Wording) -> str:
    return words.day_in_year(when.day) if when.day else words.when(when)


def _ask(visit: Visit | None, today: date, words: Wording) -> MomentAnswer:
    """Ask on Thursday, where a visit is that near."""
    day = visit.when.day if visit and visit.when else None
    if day is None or day > today + SOON:
        return answers_of(words, Answer.ASK_AT_VISIT)[0]
    weekday = weekday_name(day, words)
    return MomentAnswer(
        answer=Answer.ASK_AT_VISIT, text=words.say("moment.ask on", "Ask on {weekday}", weekday=weekday)
    )


def _next_with(journal: Journal, clinician: ClinicianId | None, today: date) -> Visit | None:
    """The next visit, with this clinician if there is one."""
    coming = coming_visits(journal, datetime.combine(today, datetime.min.time()))
    same = [visit for visit in coming if visit.clinician == clinician]
    return next(iter((*same, *coming)), None)


def _open_steps(journal: Journal) -> list[PlanStep]:
    held = [
        step for step in journal.of(PlanStep) if step.part is PlanPart.FIRST and step.outcome is Outcome.OPEN
    ]
    return sorted(held, key=lambda step: (step.by.sort_key if step.by else (), step.order, step.id))


def _own_steps(journal: Journal, today: date, words: Wording) -> Iterator[Moment]:
    for step in _open_steps(journal):
        if step.who is not Who.ME or step.by is None or step.by.earliest > today or not step.by.is_dated:
            continue
        if step.by.day == today:
            detail = words.say("moment.step.today", "You planned this for today.")
        else:
            detail = words.say("moment.step", "You planned this for {day}.", day=_by(step.by, words))
        yield Moment(
            key=f"step:{step.id}",
            kind=MomentKind.STEP,
            icon=_STEP_ICONS.get(step.step, "check-circle"),
            title=step.text,
            detail=detail,
            answers=answers_of(words, Answer.DONE, Answer.PARTLY, Answer.NOT_DONE),
            menu=menu_of(words),
            record=step.id,
        )


def _questions(journal: Journal, today: date, words: Wording) -> Iterator[Moment]:
    asked = [
        question
        for question in journal.of(Question)
        if question.state is QuestionState.OPEN and question.times_asked and not is_put_aside(question, today)
    ]
    for question in sorted(asked, key=lambda held: (-held.times_asked, held.order, held.id)):
        times = question.times_asked
        said = words.say(*_TIMES[times]) if times in _TIMES else words.say("times.n", "{n} times", n=times)
        yield Moment(
            key=f"question:{question.id}",
            kind=MomentKind.QUESTION,
            icon="chat-circle-text",
            title=words.say("moment.asked", "Asked {times}, not answered yet", times=said),
            words=question.text,
            answers=(),
            menu=(*answers_of(words, Answer.ANSWERED, Answer.NO_LONGER_NEEDED), *menu_of(words)),
            record=question.id,
        )


def _agreements_and_goals(journal: Journal, today: date, words: Wording) -> Iterator[Moment]:
    due: list[tuple[WorkingAgreement | Goal, str, str]] = []
    for agreement in journal.of(WorkingAgreement):
        clinician = journal.clinician(agreement.clinician)
        who = clinician.called if clinician else ""
        due.append(
            (agreement, words.say("moment.agreement", "How we work together, {who}", who=who), "signature")
        )
    due += [(goal, goal.text, "flag-pennant") for goal in journal.of(Goal) if goal.state is GoalState.GOING]
    for record, title, icon in due:
        if (
            record.look_again is not None
            and record.look_again.is_dated
            and record.look_again.earliest <= today
        ):
            yield Moment(
                key=f"look again:{record.id}",
                kind=MomentKind.LOOK_AGAIN,
                icon=icon,
                title=title,
                detail=words.say("moment.look again", "You wanted to look at this again."),
                answers=answers_of(words, Answer.LOOK),
                menu=menu_of(words),
                record=record.id,
            )


def _backup(today: date, words: Wording, keeping: Keeping) -> Iterator[Moment]:
    last = keeping.last_backup
    if not keeping.backups_wanted or (last is not None and today - last <= BACKUP_OLD):
        return
    detail = words.say("moment.backup.none", "There is no copy outside this computer yet.")
    if last is not None:
        detail = words.say("moment.backup.last", "The last one is from {day}.", day=words.day_in_year(last))
    yield Moment(
        key="backup",
        kind=MomentKind.BACKUP,
        icon="floppy-disk",
        title=words.say("moment.backup", "A new backup"),
        detail=detail,
        answers=answers_of(words, Answer.BACK_UP),
        menu=menu_of(words),
    )
