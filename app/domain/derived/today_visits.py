"""Visits on Today: those to come within a week, and those to write up."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.domain.derived.today_answers import answers_of, menu_of, weekday_name
from app.domain.derived.today_page import Answer, Moment, MomentKind
from app.domain.journal import Journal
from app.domain.records import Question, Visit
from app.domain.records.questions import QuestionState
from app.domain.records.visits import VisitMode, WrittenUp
from app.domain.records.when import When
from app.domain.wording import Phrase, Wording

SOON = timedelta(days=7)
_WRITE_UP_FOR = timedelta(days=60)  # an older visit is history, and is not asked about any more
_MODES = {
    VisitMode.IN_PERSON: Phrase("mode.in person", "In person."),
    VisitMode.VIDEO: Phrase("mode.video", "By video."),
    VisitMode.PHONE: Phrase("mode.phone", "By phone."),
    VisitMode.MESSAGE: Phrase("mode.message", "By message."),
    VisitMode.EMERGENCY: Phrase("mode.emergency", "Emergency."),
    VisitMode.HOSPITAL: Phrase("mode.hospital stay", "In hospital."),
}
_NUMBERS = {
    1: Phrase("number.1", "one"),
    2: Phrase("number.2", "two"),
    3: Phrase("number.3", "three"),
    4: Phrase("number.4", "four"),
    5: Phrase("number.5", "five"),
}


def coming_visits(journal: Journal, now: datetime) -> tuple[Visit, ...]:
    """Visits that are not over, the next one first."""
    held = [
        visit for visit in journal.of(Visit) if visit.when and visit.when.is_dated and not visit.cancelled
    ]
    coming = [visit for visit in held if not _is_over(visit, now)]
    return tuple(sorted(coming, key=lambda visit: (visit.when.sort_key if visit.when else (), visit.id)))


def _is_over(visit: Visit, now: datetime) -> bool:
    when = visit.until or visit.when
    if when is None or when.latest != now.date():
        return when is None or when.latest < now.date()
    return when.at is not None and when.at < now.time()


def visits_soon(journal: Journal, now: datetime, words: Wording) -> Iterator[Moment]:
    """Visits of the next seven days."""
    for visit in coming_visits(journal, now):
        if visit.when is None or visit.when.earliest > now.date() + SOON:
            continue
        questions = _question_count(journal, visit, words)
        yield Moment(
            key=f"visit:{visit.id}",
            kind=MomentKind.VISIT_SOON,
            icon="stethoscope",
            title=f"{_who(journal, visit, words)}, {_weekday_and_time(visit.when, now, words)}",
            detail=" ".join(part for part in (words.say(*_MODES[visit.mode]), questions) if part),
            answers=answers_of(words, Answer.PREPARE),
            menu=menu_of(words),
            record=visit.id,
            visit=visit.id,
        )


def _who(journal: Journal, visit: Visit, words: Wording) -> str:
    clinician = journal.clinician(visit.clinician)
    return clinician.called if clinician else words.say("today.visit", "Visit")


def _weekday_and_time(when: When, now: datetime, words: Wording) -> str:
    """Thursday 10:20; today; the whole date where the day is not known."""
    if when.day is None:
        return words.when(when)
    day = weekday_name(when.day, words)
    if when.day == now.date():
        day = words.say("when.today", "today")
    return f"{day} {words.time(when.at)}" if when.at else day


def _question_count(journal: Journal, visit: Visit, words: Wording) -> str:
    """Those chosen for the visit; before any is chosen, all that could be asked there."""
    still_open = [one for one in journal.of(Question) if one.state is QuestionState.OPEN]
    chosen = [one for one in still_open if one.id in visit.questions]
    count = len(chosen or [one for one in still_open if one.clinician in {None, visit.clinician}])
    if count == 0:
        return ""
    number = words.say(*_NUMBERS[count]) if count in _NUMBERS else words.number(count)
    return words.count(
        "moment.questions",
        "You have {number} question.",
        "You have {number} questions.",
        count,
        number=number,
    )


def visits_to_write_up(journal: Journal, now: datetime, words: Wording) -> Iterator[Moment]:
    """Visits that are over and not written up, the latest first."""
    held = [
        visit
        for visit in journal.of(Visit)
        if visit.when and visit.when.is_dated and not visit.cancelled and visit.source is None
    ]
    over = [visit for visit in held if _is_over(visit, now) and _is_unwritten(visit, now.date())]
    for visit in sorted(
        over, key=lambda held: (held.when.sort_key if held.when else (), held.id), reverse=True
    ):
        yield Moment(
            key=f"write up:{visit.id}",
            kind=MomentKind.WRITE_UP,
            icon="stethoscope",
            title=words.say(
                "moment.visit.when",
                "{who}, {when}",
                who=_who(journal, visit, words),
                when=words.short_when(visit.when),
            ),
            detail=words.say("moment.write up.why", "How did it go? Three boxes are enough."),
            answers=answers_of(words, Answer.WRITE_UP, Answer.RATHER_NOT),
            menu=menu_of(words),
            record=visit.id,
            visit=visit.id,
        )


def _is_unwritten(visit: Visit, today: date) -> bool:
    if visit.from_memory or visit.written_up in {WrittenUp.DONE, WrittenUp.RATHER_NOT}:
        return False
    recent = visit.when is not None and visit.when.latest >= today - _WRITE_UP_FOR
    return recent and not (visit.heard or visit.what_to_do)
