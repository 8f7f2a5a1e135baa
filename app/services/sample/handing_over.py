"""Handing over Maya's care: from one GP to the next, for another view, and what was given to whom."""

from app.domain.records import (
    EndingCare,
    Handoff,
    Record,
    SecondOpinion,
    ShareRecord,
)
from app.domain.records.care_team import DoTheyKnow, LeftOutCount, Loop, Now, Report
from app.domain.records.record import SHARED
from app.services.sample.telling import Telling


def handing_over(tell: Telling) -> tuple[Record, ...]:
    """The handoff, the second opinion, the end of care, and the document that was given."""
    return (_handoff(tell), _second_opinion(tell), _ending(tell), _given(tell))


def _handoff(tell: Telling) -> Handoff:
    return Handoff(
        id=tell.id("handoff"),
        written=tell.wrote("2026-01-09"),
        from_clinician=tell.clinician("Whitlock"),
        to_clinician=tell.clinician("Rahal"),
        when=tell.on("2025-12-19"),
        why="Dr Whitlock retired. She knew me for six years. I don’t want to start again from nothing.",
        how_i_am=Now.UP_AND_DOWN,
        how_i_am_words="Good for ten days after each injection, then four bad ones.",
        loops=_loops(tell),
        acknowledged=tell.on("2026-01-20"),
    )


def _loops(tell: Telling) -> tuple[Loop, ...]:
    return (
        _repeats(tell),
        _blood_tests(tell),
        _letter(tell),
        _eye_clinic(tell),
        _vitamin_d(tell),
        _weekend(tell),
    )


def _repeats(tell: Telling) -> Loop:
    return Loop(
        text="Repeat prescription: propranolol",
        kind="repeat prescription",
        of=tell.treatment("Propranolol"),
        who_has_it="Dr Rahal",
        by=tell.on("2026-06-03"),
        landed=tell.on("2026-01-09"),
    )


def _blood_tests(tell: Telling) -> Loop:
    return Loop(
        text="Yearly blood tests",
        kind="test",
        who_has_it="Dr Rahal",
        by=tell.month("2026-03-12"),
        landed=tell.on("2026-03-12"),
    )


def _letter(tell: Telling) -> Loop:
    return Loop(
        text=f"Hospital letter, {tell.date_words('2025-11-03')}",
        kind="letter",
        of=tell.event("emergency"),
        who_has_it="asked for, sent",
        landed=tell.on("2026-01-20"),
    )


def _eye_clinic(tell: Telling) -> Loop:
    return Loop(
        text="Eye clinic referral",
        kind="referral",
        of=tell.id("step eye clinic"),
        who_has_it="who has it now?",
        by=tell.on("2026-05-01"),
    )


def _vitamin_d(tell: Telling) -> Loop:
    return Loop(
        text="Vitamin D, is it still needed?",
        kind="repeat prescription",
        of=tell.question("vitamin D"),
        who_has_it="not talked about",
    )


def _weekend(tell: Telling) -> Loop:
    return Loop(
        text="Who do I ring at the weekend?",
        kind="question",
        of=tell.question("weekend"),
        who_has_it="not answered",
    )


def _second_opinion(tell: Telling) -> SecondOpinion:
    return SecondOpinion(
        id=tell.id("second opinion"),
        written=tell.wrote("2026-05-02"),
        from_clinician=tell.clinician("Osei"),
        condition=tell.condition("arthritis"),
        want_to_know=(
            "Should the injection come more often, or should I change to another medicine?",
            "Is it wearing off, or is this a flare? What would tell us?",
        ),
        decision=tell.id("decision injection"),
        reports=(
            Report(
                name="Blood test, anti-CCP",
                dated=tell.on("2023-09-20"),
                have="yes",
                where="paper copy, with me",
            ),
            Report(
                name="X-rays of knees and hands, pictures",
                dated=tell.month("2023-10-10"),
                have="no",
                where="Riverside Clinic",
            ),
            Report(name="X-ray report", dated=tell.month("2023-10-10"), have="yes"),
            Report(name="Blood test, adalimumab level", dated=tell.on("2026-05-12"), have="waiting"),
        ),
        do_they_know=DoTheyKnow.YES,
    )


def _ending(tell: Telling) -> EndingCare:
    """She chose to share this one: nothing in it is a secret."""
    return EndingCare(
        id=tell.id("ending Whitlock"),
        written=tell.wrote("2025-12-19"),
        sharing=SHARED,
        clinician=tell.clinician("Whitlock"),
        someone_new="Dr Rahal, from January",
        records_asked_for=tell.on("2025-12-04"),
        repeats_covered_until=tell.month("2026-01-09"),
        ended=tell.on("2025-12-19"),
        why=("retired",),
    )


def _given(tell: Telling) -> ShareRecord:
    return ShareRecord(
        id=tell.id("given Rahal"),
        written=tell.wrote("2026-01-09"),
        document="new-clinician",
        to_clinician=tell.clinician("Rahal"),
        to_whom="Dr Sami Rahal",
        when=tell.on("2026-01-09"),
        file_name=f"Maya R, for Dr Rahal, {tell.day('2026-01-09').isoformat()}.pdf",
        pages=6,
        left_out=(
            LeftOutCount(count=2, what="2 reset conversations", why="because you keep these private"),
            LeftOutCount(count=4, what="4 photos and files", why="unless you choose them"),
        ),
        visit=tell.visit("2026-01-09"),
        read=tell.on("2026-01-20"),
    )
