"""Open questions: repeats merged, how often each was asked and of whom, in the order they are asked in."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from app.domain.journal import Journal
from app.domain.records import Clinician, Question, Visit
from app.domain.records.questions import QuestionState, Step
from app.domain.records.record import ClinicianId, QuestionId
from app.domain.records.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question nobody has answered yet. `merged` are all records that ask it, the oldest first.

    `times_asked` counts each visit once. `carried` is in how many of them there was no answer.
    `asked_of` are the clinicians it was asked of, in order of time. `text` is the oldest wording.
    """

    text: str
    must: bool
    clinician: ClinicianId | None
    times_asked: int
    carried: int
    asked_of: tuple[ClinicianId, ...]
    came_up: When | None
    why: str
    merged: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForReader:
    """The open questions for one clinician or anyone, and how many wait for each of the others."""

    asks: tuple[OpenQuestion, ...]
    others: tuple[tuple[Clinician, int], ...]


def open_questions(journal: Journal, today: date) -> tuple[OpenQuestion, ...]:
    """Every open question that is not put aside: must-answer first, then most often asked, then oldest."""
    groups: dict[tuple[str, ClinicianId | None], list[Question]] = {}
    for question in journal.of(Question):
        if question.state is QuestionState.OPEN and not is_put_aside(question, today):
            groups.setdefault((_same(question.text), question.clinician), []).append(question)
    return tuple(sorted((_merged(journal, group) for group in groups.values()), key=_order))


def for_reader(journal: Journal, reader: ClinicianId | None, today: date) -> ForReader:
    """What to ask this reader: questions for them and for anyone. Without a reader: those for anyone."""
    found = open_questions(journal, today)
    mine = tuple(item for item in found if item.clinician in {None, reader})
    counts = Counter(item.clinician for item in found if item.clinician not in {None, reader})
    others = [(journal.clinician(key), count) for key, count in counts.items()]
    known = [(clinician, count) for clinician, count in others if clinician is not None]
    return ForReader(asks=mine, others=tuple(sorted(known, key=_most_first)))


def _merged(journal: Journal, group: list[Question]) -> OpenQuestion:
    group.sort(key=_age)
    times: dict[object, bool] = {}
    of: dict[ClinicianId, None] = {}
    for question in group:
        for number, step in enumerate(question.life):
            if step.step in {Step.ASKED, Step.NOT_ANSWERED}:
                moment = step.visit or (step.when, step.clinician)
                key = moment if moment != (None, None) else (question.id, number)
                times[key] = times.get(key, False) or step.step is Step.NOT_ANSWERED
                visit = journal.get(Visit, step.visit)
                who = step.clinician or (visit.clinician if visit else None)
                of.update({who: None} if who else {})
    return OpenQuestion(
        text=group[0].text,
        must=any(question.must for question in group),
        clinician=group[0].clinician,
        times_asked=len(times),
        carried=sum(times.values()),
        asked_of=tuple(of),
        came_up=group[0].when,
        why=next((question.why for question in group if question.why), ""),
        merged=tuple(QuestionId(question.id) for question in group),
    )


def _same(text: str) -> str:
    """Two questions are the same if only case, spaces or the mark at the end differ."""
    return " ".join(text.casefold().split()).rstrip("?!. ")


def is_put_aside(question: Question, today: date) -> bool:
    """Whether a question is kept for a later day than today."""
    until = question.not_before
    return until is not None and until.is_dated and until.earliest > today


def _age(question: Question) -> tuple[object, ...]:
    day = question.when.earliest if question.when and question.when.is_dated else question.written.date()
    return (day, question.order, question.written, question.id)


def _order(item: OpenQuestion) -> tuple[object, ...]:
    day = item.came_up.earliest if item.came_up else date.max
    return (not item.must, -item.times_asked, day, item.merged[0])


def _most_first(pair: tuple[Clinician, int]) -> tuple[int, str, str]:
    return (-pair[1], pair[0].called, pair[0].id)
