"""What becomes of questions: each is one command that undo takes back whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.derived.questions_open import OpenQuestion, open_questions
from app.domain.derived.questions_page import in_order
from app.domain.records import Question
from app.domain.records.questions import QuestionState
from app.domain.records.record import RecordId
from app.services import asking
from app.services.session import Session
from tests.ui.desks import EVENING, OSEI, TODAY, session_with


def ask(key: str, text: str, *, must: bool = False) -> Question:
    return Question(id=RecordId(key), written=EVENING, text=text, must=must, clinician=OSEI)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = session_with(tmp_path, ask("a", "Why?"), ask("b", "why"), ask("c", "When?", must=True))
    yield made
    made.lock(backup=False)


def found(session: Session, key: str) -> OpenQuestion:
    return next(one for one in open_questions(session.journal.snapshot, TODAY) if key in one.merged)


def state(session: Session, key: str) -> QuestionState:
    question = session.journal.snapshot.get(Question, RecordId(key))
    assert question is not None
    return question.state


def test_all_that_ask_the_same_follow_and_come_back_in_one_undo(session: Session) -> None:
    asking.set_must(session.journal, found(session, "a"), must=True)
    assert [one.must for one in session.journal.snapshot.of(Question)] == [True, True, True]
    session.journal.undo()
    assert [one.must for one in session.journal.snapshot.of(Question) if one.id != "c"] == [False, False]


def test_a_swap_is_one_command(session: Session) -> None:
    asking.swap_must(session.journal, found(session, "a"), found(session, "c"))
    assert (found(session, "a").must, found(session, "c").must) == (True, False)
    session.journal.undo()
    assert (found(session, "a").must, found(session, "c").must) == (False, True)


def test_what_is_let_go_is_kept_and_can_be_asked_again(session: Session) -> None:
    keys = found(session, "a").merged
    asking.let_go(session.journal, keys, session.clock)
    assert {state(session, key) for key in keys} == {QuestionState.DROPPED}
    asking.ask_again(session.journal, keys, session.clock)
    assert {state(session, key) for key in keys} == {QuestionState.OPEN}


def test_the_persons_own_order_holds(session: Session) -> None:
    session.journal.record(ask("d", "How long?"))
    good = [one for one in in_order(session.journal.snapshot, TODAY) if not one.must]
    asking.put_in_order(session.journal, good[::-1])
    again = [one for one in in_order(session.journal.snapshot, TODAY) if not one.must]
    assert [one.text for one in again] == [one.text for one in good[::-1]]
