"""The life of one question so far: written down, asked, answered, and the visit it goes along to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.derived.questions_page import whom_words
from app.domain.derived.today_answers import weekday_name
from app.domain.derived.today_visits import SOON, coming_visits
from app.domain.journal import Journal
from app.domain.records import Question, Visit
from app.domain.records.questions import QuestionState, QuestionStep, Step
from app.domain.records.record import ClinicianId
from app.domain.records.when import on_day
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeLine:
    """One step: what happened, and when or with whom. `coming`: it has not happened yet."""

    text: str
    when: str
    coming: bool = False


def question_life(
    journal: Journal, asking: Iterable[Question], now: datetime, words: Wording
) -> tuple[LifeLine, ...]:
    """The steps of all records that ask the same question, oldest first; last the visit it goes along to."""
    questions = sorted(asking, key=lambda one: one.written)
    if not questions:
        return ()
    first = questions[0]
    written = words.when(first.when or on_day(first.written.date()))
    lines = [LifeLine(text=words.say("life.written", "Written down"), when=written)]
    steps = [step for question in questions for step in question.life]
    if len(questions) > 1:
        steps.sort(key=_moment)
    teller = _Teller(journal, words)
    lines += teller.tell(steps)
    if any(question.state is QuestionState.OPEN for question in questions):
        lines += _going_along(journal, questions, now, words)
    return tuple(lines)


class _Teller:
    """Puts steps into lines; what was asked and answered at one visit is one line."""

    def __init__(self, journal: Journal, words: Wording) -> None:
        self._journal, self._words = journal, words
        self._lines: list[LifeLine] = []
        self._asked: QuestionStep | None = None  # the step of the last line, while it waits for its answer
        self._times = 0

    def tell(self, steps: Iterable[QuestionStep]) -> list[LifeLine]:
        """The lines of these steps."""
        for step in steps:
            if step.step is Step.ANSWERED:
                self._answered(step)
            elif step.step is Step.REOPENED:
                self._reopened(step)
            elif step.step is Step.DROPPED:
                dropped = self._words.say("questions.dropped", "No longer needed")
                self._add(dropped, step)
            else:
                self._asked_it(step)
        return self._lines

    def _asked_it(self, step: QuestionStep) -> None:
        same = self._asked is not None and step.moment is not None and step.moment == self._asked.moment
        if not same:
            self._times += 1
        again, who = self._times > 1, self._whom(step)
        say = self._words.say
        if step.step is Step.NOT_ANSWERED:
            no_time = say("life.no_time", "Asked, we ran out of time")
            text = say("life.again_no_time", "Asked again, we ran out of time") if again else no_time
        elif who:
            text = say("life.asked_again_of", "Asked {name} again.", name=who)
            text = text if again else say("life.asked_of", "Asked {name}.", name=who)
        else:
            text = say("life.asked_again", "Asked again.") if again else say("life.asked", "Asked.")
        if same:
            self._lines.pop()
        self._add(" ".join(part for part in (text, step.answer or step.said) if part), step)
        self._asked = step

    def _answered(self, step: QuestionStep) -> None:
        words = step.answer or step.said
        if self._asked is not None and step.moment == self._asked.moment and self._lines:
            last = self._lines.pop()
            self._lines.append(replace(last, text=" ".join(part for part in (last.text, words) if part)))
        else:
            who = self._whom(step)
            lead = self._words.say("life.answer_of", "{name} answered.", name=who) if who else ""
            lead = lead or self._words.say("life.answer", "Answered.")
            self._add(" ".join(part for part in (lead, words) if part), step)
        self._asked = None

    def _reopened(self, step: QuestionStep) -> None:
        day = self._words.when(step.when) if step.when is not None else ""
        said = self._words.say("life.reopened", "Answered for then, opened again {date}", date=day).strip()
        self._asked = None
        if self._lines:
            last = self._lines.pop()
            self._lines.append(replace(last, when=". ".join(part for part in (last.when, said) if part)))
        else:
            self._lines.append(LifeLine(text=said, when=""))

    def _add(self, text: str, step: QuestionStep) -> None:
        visit = self._journal.get(Visit, step.visit)
        when = step.when or (visit.when if visit is not None else None)
        self._lines.append(LifeLine(text=text, when=self._words.when(when) if when is not None else ""))
        self._asked = None

    def _whom(self, step: QuestionStep) -> str:
        visit = self._journal.get(Visit, step.visit)
        key = step.clinician or (visit.clinician if visit is not None else None)
        found = self._journal.clinician(key)
        return step.said_by or (found.called if found is not None else "")


def _going_along(
    journal: Journal, questions: list[Question], now: datetime, words: Wording
) -> Iterable[LifeLine]:
    visit = _next_visit(journal, questions, now)
    if visit is None or visit.when is None:
        return
    day = visit.when.earliest
    if now.date() <= day <= now.date() + SOON and visit.when.day is not None:
        name = weekday_name(day, words)
        text = words.say("life.going_soon", "Going with you on {weekday}", weekday=name)
    else:
        text = words.say("life.going", "Going with you next time")
    who = whom_words(journal, visit.clinician, words) if visit.clinician else ""
    yield LifeLine(
        text=text, when=", ".join(part for part in (words.when(visit.when), who) if part), coming=True
    )


def _next_visit(journal: Journal, questions: list[Question], now: datetime) -> Visit | None:
    keys = {question.id for question in questions}
    whom: set[ClinicianId | None] = {question.clinician for question in questions}
    for visit in coming_visits(journal, now):
        if keys & set(visit.questions) or visit.clinician in whom or None in whom:
            return visit
    return None


def _moment(step: QuestionStep) -> tuple[object, ...]:
    return step.when.sort_key if step.when is not None else ()
