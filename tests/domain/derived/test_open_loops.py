"""What is on its way, and how far."""

from typing import Any

import pytest

from app.domain.derived.open_loops import loop_words, open_loops, waiting_for
from app.domain.journal import Journal
from app.domain.records import Event, PlanStep, Visit
from app.domain.records.events import EventKind, EventState
from app.domain.records.plans import Outcome, PlanPart, StepKind, Who
from app.i18n import NB, Words
from tests.domain.derived.journals import TODAY, clinician, make, on

VISIT = make(Visit, "visit", clinician="osei", when=on("2026-02-12"))


def _step(key: str = "step", **parts: Any) -> PlanStep:
    usual = {"text": "Eye clinic", "step": StepKind.REFERRAL, "who": Who.CLINICIAN, "visit": "visit"}
    return make(PlanStep, key, **{**usual, **parts})


def _words(*records: PlanStep | Event) -> list[str]:
    loops = open_loops(Journal.holding(clinician("osei"), VISIT, *records))
    return [loop_words(loop, Words(), TODAY).replace(NB, " ") for loop in loops]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"by": on("2026-05-01")}, "Dr Osei asked 12 Feb 2026; due 1 May, not here yet"),
        ({"by": on("2026-06-01")}, "Dr Osei asked 12 Feb 2026; due 1 Jun"),
        ({"by": on("2027-06-01")}, "Dr Osei asked 12 Feb 2026; due 1 Jun 2027"),
        ({"taken": on("2026-05-12")}, "taken 12 May 2026, result pending"),
        ({"who": Who.ME}, "I asked 12 Feb 2026"),
        ({"who": Who.SOMEONE_ELSE, "who_words": "The clinic"}, "The clinic asked 12 Feb 2026"),
        ({"who": Who.SOMEONE_ELSE, "who_words": "the clinic", "visit": None}, "with the clinic"),
    ],
)
def test_how_far_it_is(parts: dict[str, Any], said: str) -> None:
    assert _words(_step(**parts)) == [said]


def test_what_is_settled_or_is_no_step_is_not_open() -> None:
    closed = (
        _step("a", outcome=Outcome.DONE),
        _step("b", settled=on("2026-03-01")),
        _step("c", outcome=Outcome.NO_LONGER_NEEDED),
        _step("d", part=PlanPart.CALL_IF),
    )
    assert _words(*closed) == []
    assert len(_words(_step("e", outcome=Outcome.PARTLY))) == 1


def test_soonest_first_and_only_what_is_waited_for() -> None:
    records = (
        _step("late", by=on("2026-06-01")),
        _step("none"),
        _step("soon", by=on("2026-05-01")),
        _step("mine", step=StepKind.TASK, who=Who.ME, by=on("2026-04-01")),
        make(
            Event, "scan", title="Scan", event=EventKind.TEST, when=on("2026-05-20"), state=EventState.PLANNED
        ),
        make(
            Event,
            "blood",
            title="Blood",
            event=EventKind.TEST,
            when=on("2026-05-02"),
            state=EventState.PENDING,
        ),
        make(Event, "past", title="Past", event=EventKind.TEST, when=on("2026-05-02")),
    )
    journal = Journal.holding(clinician("osei"), VISIT, *records)
    assert [loop.of for loop in waiting_for(journal)] == ["soon", "scan", "late", "none", "blood"]
    assert open_loops(journal)[0].of == "mine"
