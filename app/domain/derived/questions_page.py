"""The list of the page Questions, in its groups, and what fits in one visit."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.derived.about_page import marked
from app.domain.derived.questions_open import OpenQuestion, is_put_aside, open_questions
from app.domain.journal import Journal
from app.domain.records import Question
from app.domain.records.questions import QuestionState, Step, Understood
from app.domain.records.record import ClinicianId, Mark, QuestionId, RecordId
from app.domain.wording import Wording

MOST_MUST = 3
"""How many questions that must be answered fit in one visit."""

_LATELY = 8  # answered questions shown beside the open ones


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question in the list. `pill` is (kind, words, icon); `marked` says that it is not for everyone."""

    key: QuestionId
    text: str
    whom: str
    spoken: str
    pill: tuple[str, str, str] | None = None
    marked: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions under one heading, in the order they are asked in."""

    heading: str
    rows: tuple[QuestionRow, ...]


def question_groups(
    journal: Journal,
    today: date,
    words: Wording,
    *,
    states: Collection[QuestionState] = (QuestionState.OPEN,),
    reader: ClinicianId | None = None,
) -> tuple[QuestionGroup, ...]:
    """The groups that hold something. `reader` leaves only what is for them or for anyone."""
    shown = frozenset(states) or frozenset(QuestionState)
    groups: list[tuple[str, Iterable[QuestionRow]]] = []
    if QuestionState.OPEN in shown:
        waiting = in_order(journal, today)
        rows = [(one, _open_row(journal, one, words)) for one in waiting if _for(one.clinician, reader)]
        must, good = (
            words.say("questions.must", "Must be answered"),
            words.say("questions.good", "Good to ask"),
        )
        groups.append((must, [row for one, row in rows if one.must]))
        groups.append((good, [row for one, row in rows if not one.must]))
        groups.append((words.say("questions.later", "Kept for later"), _aside(journal, today, reader, words)))
    answered = _settled(journal, QuestionState.ANSWERED, reader, words)
    if QuestionState.ANSWERED in shown:
        groups.append((words.say("questions.answered", "Answered"), answered))
    elif QuestionState.OPEN in shown:
        groups.append((words.say("questions.lately", "Lately answered"), answered[:_LATELY]))
    if QuestionState.DROPPED in shown:
        dropped = _settled(journal, QuestionState.DROPPED, reader, words)
        groups.append((words.say("questions.dropped", "No longer needed"), dropped))
    made = (QuestionGroup(heading=heading, rows=tuple(rows)) for heading, rows in groups)
    return tuple(group for group in made if group.rows)


def in_order(journal: Journal, today: date) -> tuple[OpenQuestion, ...]:
    """Every open question in the person's own order; where they chose none, in the order it is asked in."""
    found = list(open_questions(journal, today))
    place = {one.merged: number for number, one in enumerate(found)}
    return tuple(sorted(found, key=lambda one: (not one.must, _chosen(journal, one), place[one.merged])))


def in_the_way(journal: Journal, question: OpenQuestion, today: date) -> tuple[OpenQuestion, ...]:
    """The questions that already fill the visit a question would be asked in; empty while there is room."""
    musts = [one for one in in_order(journal, today) if one.must and one.merged != question.merged]
    readers = {one.clinician for one in musts} if question.clinician is None else {question.clinician}
    for reader in sorted(readers, key=str):
        full = tuple(one for one in musts if one.clinician in {None, reader})
        if len(full) >= MOST_MUST:
            return full
    return ()


def open_question(journal: Journal, key: RecordId, today: date) -> OpenQuestion | None:
    """The open question that a record asks, with those that ask the same."""
    return next((one for one in open_questions(journal, today) if key in one.merged), None)


def times_asked(times: int, words: Wording) -> str:
    """Asked once, asked twice, asked 3 times; nothing for a question not asked yet."""
    if times > 2:  # noqa: PLR2004 - once and twice have words of their own
        return words.say("questions.asked_often", "asked {n} times", n=times)
    once, twice = words.say("question.once", "asked once"), words.say("question.twice", "asked twice")
    return {0: "", 1: once, 2: twice}[times]


def still_unclear(question: Question | None) -> bool:
    """Whether the last answer was not understood, which keeps the question open."""
    answered = [step for step in question.life if step.step is Step.ANSWERED] if question else []
    return bool(answered) and answered[-1].understood is Understood.NO


def whom_words(journal: Journal, clinician: ClinicianId | None, words: Wording) -> str:
    """Whom a question is for."""
    found = journal.clinician(clinician)
    return found.called if found is not None else words.say("question.anyone", "anyone")


def _for(clinician: ClinicianId | None, reader: ClinicianId | None) -> bool:
    return reader is None or clinician in {None, reader}


def _chosen(journal: Journal, one: OpenQuestion) -> int:
    orders = [found.order for key in one.merged if (found := journal.get(Question, key))]
    return min(orders, default=0)


def _open_row(journal: Journal, one: OpenQuestion, words: Wording) -> QuestionRow:
    newest = journal.get(Question, one.merged[-1])
    asked = times_asked(one.times_asked, words)
    pill = ("waiting", asked, "") if asked else None
    if still_unclear(newest):
        pill = ("plain", words.say("questions.unclear", "still not clear"), "")
    return _row(journal, one.merged[-1], one.text, one.clinician, pill, words)


def _aside(
    journal: Journal, today: date, reader: ClinicianId | None, words: Wording
) -> Iterable[QuestionRow]:
    for question in sorted(journal.of(Question), key=lambda one: (one.order, one.id)):
        is_open = question.state is QuestionState.OPEN and is_put_aside(question, today)
        if is_open and _for(question.clinician, reader):
            until = words.when(question.not_before)
            pill = ("plain", words.say("questions.from", "from {date}", date=until), "")
            yield _row(journal, QuestionId(question.id), question.text, question.clinician, pill, words)


def _settled(
    journal: Journal, state: QuestionState, reader: ClinicianId | None, words: Wording
) -> list[QuestionRow]:
    held = [one for one in journal.of(Question) if one.state is state and _for(one.clinician, reader)]
    held.sort(key=_settled_on, reverse=True)
    return [_settled_row(journal, one, words) for one in held]


def _settled_row(journal: Journal, question: Question, words: Wording) -> QuestionRow:
    pill: tuple[str, str, str] | None = None
    if question.state is QuestionState.ANSWERED:
        step = [step for step in question.life if step.step is Step.ANSWERED][-1]
        pill = {
            Understood.YES: ("kept", words.say("questions.understood", "I understood"), "check"),
            Understood.PARTLY: ("plain", words.say("questions.unclear", "still not clear"), ""),
        }.get(step.understood, ("plain", words.say("question.understood", "answered"), ""))  # type: ignore[arg-type]
    return _row(journal, QuestionId(question.id), question.text, question.clinician, pill, words)


def _settled_on(question: Question) -> tuple[date, str]:
    when = question.life[-1].when
    return (when.earliest if when is not None and when.is_dated else date.min, question.id)


def _row(  # noqa: PLR0917 - what a row is made of
    journal: Journal,
    key: QuestionId,
    text: str,
    clinician: ClinicianId | None,
    pill: tuple[str, str, str] | None,
    words: Wording,
) -> QuestionRow:
    question = journal.get(Question, key)
    mark = marked(journal, question.sharing, words) if question is not None else ""
    private = question is not None and question.sharing.mark is Mark.PRIVATE
    whom = whom_words(journal, clinician, words)
    wrote = words.say("spoken.wrote", "you wrote {words}", words=text)
    note = words.say("question.for", "for {name}", name=whom)
    spoken = ", ".join(part for part in (wrote, pill[1] if pill else "", note, mark) if part)
    return QuestionRow(key=key, text=text, whom=whom, pill=pill, spoken=spoken, marked=mark, private=private)
