"""What becomes of questions: each is one command of the journal, and can be undone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.derived.questions_open import OpenQuestion
from app.domain.records import Question
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.record import ClinicianId, RecordId
from app.domain.records.when import on_day
from app.services.changes import Change
from app.services.clock import Clock
from app.services.open_journal import OpenJournal


def set_must(journal: OpenJournal, question: OpenQuestion, *, must: bool) -> Change:
    """Must be answered, or good to ask: all records that ask the same question follow."""
    return journal.amend(*_with_must(journal, question, must=must), what="Changed a question")


def swap_must(journal: OpenJournal, comes: OpenQuestion, goes: OpenQuestion) -> Change:
    """Let one question that must be answered take the place of another, which is then good to ask."""
    changed = (*_with_must(journal, comes, must=True), *_with_must(journal, goes, must=False))
    return journal.amend(*changed, what="Swapped two questions")


def set_whom(journal: OpenJournal, keys: Iterable[RecordId], clinician: ClinicianId | None) -> Change:
    """Whom a question is for; None: anyone."""
    changed = (replace(question, clinician=clinician) for question in _held(journal, keys))
    return journal.amend(*changed, what="Changed a question")


def let_go(journal: OpenJournal, keys: Iterable[RecordId], clock: Clock) -> Change:
    """Put a question aside as no longer needed; it is kept."""
    return _step(journal, keys, Step.DROPPED, clock, "Let go of a question")


def ask_again(journal: OpenJournal, keys: Iterable[RecordId], clock: Clock) -> Change:
    """Open a question again that was answered or no longer needed."""
    return _step(journal, keys, Step.REOPENED, clock, "Opened a question again")


def put_in_order(journal: OpenJournal, groups: Sequence[OpenQuestion]) -> Change:
    """Keep open questions in the order given."""
    changed = (
        replace(question, order=place)
        for place, group in enumerate(groups, 1)
        for question in _held(journal, group.merged)
    )
    return journal.amend(*changed, what="Put questions in order")


def _step(journal: OpenJournal, keys: Iterable[RecordId], step: Step, clock: Clock, what: str) -> Change:
    today = on_day(clock.today())
    changed = (
        replace(
            question, life=(*question.life, QuestionStep(step=step, when=today, clinician=question.clinician))
        )
        for question in _held(journal, keys)
    )
    return journal.amend(*changed, what=what)


def _with_must(journal: OpenJournal, question: OpenQuestion, *, must: bool) -> list[Question]:
    return [replace(one, must=must) for one in _held(journal, question.merged)]


def _held(journal: OpenJournal, keys: Iterable[RecordId]) -> list[Question]:
    return [found for key in keys if (found := journal.seen.get(Question, key)) is not None]
