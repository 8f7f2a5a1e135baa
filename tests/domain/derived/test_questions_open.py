"""Open questions: merged repeats, how often they were asked, in which order, and for whom."""

from app.domain.derived.questions_open import for_reader, open_questions
from app.domain.journal import Journal
from app.domain.records import Question, Visit
from app.domain.records.questions import QuestionStep, Step, Understood
from app.domain.records.record import RecordId, VisitId
from tests.domain.derived.journals import TODAY, clinician, make, on, who

VISITS = tuple(
    make(Visit, key, clinician="osei", when=on(f"2026-0{n}-12")) for n, key in ((1, "v1"), (2, "v2"))
)


def _step(step: Step, visit: str = "", **parts: object) -> QuestionStep:
    return QuestionStep(step=step, visit=VisitId(RecordId(visit)) if visit else None, **parts)  # type: ignore[arg-type]


def test_asked_and_not_answered_at_one_visit_is_asked_once() -> None:
    life = (_step(Step.ASKED, "v1"), _step(Step.NOT_ANSWERED, "v1"), _step(Step.NOT_ANSWERED, "v2"))
    question = make(Question, "q", text="Why?", life=life)
    found = open_questions(Journal.holding(clinician("osei"), *VISITS, question), TODAY)
    assert (found[0].times_asked, found[0].carried, found[0].asked_of) == (2, 2, ("osei",))


def test_the_same_question_twice_is_one_with_the_oldest_words() -> None:
    first = make(
        Question, "a", text="Why am I tired?", when=on("2026-01-01"), life=(_step(Step.ASKED, "v1"),)
    )
    again = make(
        Question,
        "b",
        text="why am I  tired",
        when=on("2026-02-01"),
        must=True,
        life=(_step(Step.ASKED, "v2"),),
    )
    found = open_questions(Journal.holding(clinician("osei"), *VISITS, again, first), TODAY)
    assert len(found) == 1
    assert found[0].text == "Why am I tired?"
    assert found[0].must
    assert found[0].times_asked == 2
    assert found[0].merged == ("a", "b")


def test_must_first_then_most_asked_then_oldest() -> None:
    questions = (
        make(Question, "new", text="c", when=on("2026-05-01")),
        make(Question, "old", text="b", when=on("2026-01-01")),
        make(Question, "asked", text="a", when=on("2026-05-02"), life=(_step(Step.ASKED, "v1"),)),
        make(Question, "must", text="d", when=on("2026-05-03"), must=True),
    )
    found = open_questions(Journal.holding(*VISITS, *questions), TODAY)
    assert [item.merged[0] for item in found] == ["must", "asked", "old", "new"]


def test_answered_dropped_and_put_aside_are_not_open_but_not_understood_is() -> None:
    questions = (
        make(Question, "answered", text="a", life=(_step(Step.ANSWERED),)),
        make(Question, "dropped", text="b", life=(_step(Step.DROPPED),)),
        make(Question, "aside", text="c", not_before=on("2026-06-01")),
        make(Question, "unclear", text="d", life=(_step(Step.ANSWERED, understood=Understood.NO),)),
    )
    found = open_questions(Journal.holding(*questions), TODAY)
    assert [item.merged[0] for item in found] == ["unclear"]


def test_a_reader_gets_theirs_and_anyones_and_the_others_are_counted() -> None:
    journal = Journal.holding(
        clinician("osei"),
        clinician("lindqvist"),
        clinician("rahal"),
        make(Question, "mine", text="a", clinician="rahal"),
        make(Question, "any", text="b"),
        make(Question, "o1", text="c", clinician="osei"),
        make(Question, "o2", text="d", clinician="osei"),
        make(Question, "l", text="e", clinician="lindqvist"),
    )
    found = for_reader(journal, who("rahal"), TODAY)
    assert {item.merged[0] for item in found.asks} == {"mine", "any"}
    assert [(other.id, count) for other, count in found.others] == [("osei", 2), ("lindqvist", 1)]
    assert [item.merged[0] for item in for_reader(journal, None, TODAY).asks] == ["any"]
