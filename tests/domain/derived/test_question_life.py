"""The life of a question in lines: what was asked and answered at one visit is one of them."""

from datetime import UTC, datetime

from app.domain.derived.question_life import question_life
from app.domain.journal import Journal
from app.domain.records import Question, Visit
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.record import ClinicianId, RecordId, VisitId
from app.i18n import Words
from tests.domain.derived.journals import clinician, make, on

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
WHO = ClinicianId(RecordId("osei"))


def step(kind: Step, day: str, **parts: object) -> QuestionStep:
    return QuestionStep(step=kind, when=on(day), clinician=WHO, **parts)  # type: ignore[arg-type]


def lines(
    *life: QuestionStep, visits: tuple[Visit, ...] = (), **parts: object
) -> list[tuple[str, str, bool]]:
    asked = make(Question, "q", text="Why?", when=on("2025-09-04"), clinician="osei", life=life, **parts)
    journal = Journal.holding(clinician("osei"), *visits, asked)
    return [(one.text, one.when, one.coming) for one in question_life(journal, [asked], NOW, Words())]


def test_a_question_that_was_asked_answered_opened_again_and_goes_along_on_thursday() -> None:
    name = "osei"
    found = lines(
        step(Step.ASKED, "2025-09-11"),
        step(Step.ANSWERED, "2025-09-11", answer="She said to pause it."),
        QuestionStep(step=Step.REOPENED, when=on("2026-02-02")),
        step(Step.NOT_ANSWERED, "2026-02-12"),
        visits=(make(Visit, "v", clinician="osei", when=on("2026-05-14")),),
    )
    texts = [text.replace("Dr Osei", name).lower() for text, _, _ in found]
    assert texts == [
        "written down",
        "asked osei. she said to pause it.",
        "asked again, we ran out of time",
        "going with you on thursday",
    ]
    assert found[1][1].endswith("Answered for then, opened again 2\u00a0February\u00a02026")
    assert [coming for *_, coming in found] == [False, False, False, True]


def test_asked_and_not_answered_in_one_visit_is_one_line() -> None:
    visit = make(Visit, "v1", clinician="osei", when=on("2026-02-12"))
    both = [
        QuestionStep(step=kind, visit=VisitId(RecordId("v1"))) for kind in (Step.ASKED, Step.NOT_ANSWERED)
    ]
    found = lines(*both, visits=(visit,))
    assert [text for text, *_ in found] == ["Written down", "Asked, we ran out of time"]


def test_a_question_that_is_no_longer_needed_goes_nowhere() -> None:
    coming = make(Visit, "v", clinician="osei", when=on("2026-05-14"))
    found = lines(step(Step.DROPPED, "2026-03-01"), visits=(coming,))
    assert [text for text, *_ in found] == ["Written down", "No longer needed"]


def test_a_visit_that_is_far_away_has_no_weekday() -> None:
    found = lines(visits=(make(Visit, "v", clinician="osei", when=on("2026-07-14")),))
    assert found[-1][0] == "Going with you next time"
