"""A treatment's life, told from its changes, and its words on the pages."""

from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.treatments.story import Status, TreatmentStory, stories, tell
from app.domain.derived.treatments.words import (
    did_it_help,
    dose_path,
    ended_words,
    helps_words,
    how_i_take_it,
    noticed_words,
    pause_words,
    really_words,
    since_words,
    when_words,
)
from app.domain.journal import Journal
from app.domain.records import TreatmentChange
from app.domain.records.treatments import (
    Barrier,
    ChangeKind,
    Decided,
    Dose,
    Frequency,
    Route,
    SideEffect,
    Taken,
    TreatmentKind,
    Verdict,
    Why,
)
from app.domain.records.when import Season, in_month, in_season, in_year
from app.i18n import NB, Words
from tests.domain.derived.journals import TODAY, change, medicine, mg, on, times_a_day

K = ChangeKind
WORDS = Words()


def _story(*changes: TreatmentChange, today: date = TODAY, **treatment: Any) -> TreatmentStory:
    return tell(medicine("naproxen", **treatment), changes, today)


def _c(kind: ChangeKind, day: str = "", **parts: Any) -> TreatmentChange:
    return change("naproxen", kind, day, **parts)


STARTED = _c(K.STARTED, "2024-01-16", planned=mg(250), how_often=times_a_day(2))


@pytest.mark.parametrize(
    ("changes", "status", "when"),
    [
        ((), Status.TAKING, "date not known"),
        ((STARTED,), Status.TAKING, "since 16 Jan 2024"),
        ((STARTED, _c(K.PAUSED, "2025-09-11")), Status.PAUSED, "since 16 Jan 2024"),
        ((STARTED, _c(K.PAUSED, "2025-09-11", until=on("2025-10-20"))), Status.TAKING, "since 16 Jan 2024"),
        (
            (STARTED, _c(K.PAUSED, "2025-09-11"), _c(K.RESUMED, "2025-10-20")),
            Status.TAKING,
            "since 16 Jan 2024",
        ),
        ((STARTED, _c(K.STOPPED, "2024-09-17")), Status.STOPPED, "Jan–Sep 2024"),
        ((STARTED, _c(K.STOPPED, "2025-04-08")), Status.STOPPED, "Jan 2024–Apr 2025"),
        ((STARTED, _c(K.STOPPED)), Status.STOPPED, "Jan 2024, then stopped"),
        ((_c(K.STOPPED, "2024-09-17"),), Status.STOPPED, "until Sep 2024"),
        ((STARTED, _c(K.SWITCHED, "2024-09-17")), Status.STOPPED, "Jan–Sep 2024"),
        ((_c(K.STARTED, "2026-05-20"),), Status.COMING, "from 20 May 2026"),
        ((STARTED, _c(K.STOPPED, "2026-06-01")), Status.TAKING, "since 16 Jan 2024"),
        (
            (STARTED, _c(K.STOPPED, "2024-09-17"), _c(K.STARTED, "2026-01-02")),
            Status.TAKING,
            "since 2 Jan 2026",
        ),
        (
            (STARTED, _c(K.STOPPED, "2024-09-17"), _c(K.RESUMED, "2026-01-02")),
            Status.TAKING,
            "since 16 Jan 2024",
        ),
    ],
)
def test_where_it_stands(changes: tuple[TreatmentChange, ...], status: Status, when: str) -> None:
    story = _story(*changes)
    assert (story.status, when_words(story, WORDS).replace(NB, " ")) == (status, when)


def test_a_procedure_is_a_date() -> None:
    story = _story(_c(K.STARTED, "2024-01-16"), treatment=TreatmentKind.PROCEDURE)
    assert story.status is Status.DONE
    assert when_words(story, WORDS) == f"16{NB}Jan{NB}2024"
    assert not story.taking_now


@given(st.integers(0, 10_000))
def test_the_order_of_entry_does_not_matter(seed: int) -> None:
    changes = [
        STARTED,
        _c(K.PAUSED, "2025-09-11"),
        _c(K.RESUMED, "2025-10-20", planned=mg(500)),
        _c(K.HOW_TAKEN, "2026-04-27", taken=Taken.SOMETIMES),
        _c(K.TAKEN, "2026-05-02", taken=Taken.AS_PLANNED),
    ]
    told = _story(*changes)
    Random(seed).shuffle(changes)  # noqa: S311 (an order to try, not a secret)
    assert _story(*changes) == told


@pytest.mark.parametrize(
    ("doses", "path"),
    [
        ([mg(250)], "250 mg twice a day"),
        ([mg(40), mg(80)], "40 mg, then 80 mg twice a day"),
        ([mg(15), mg(10), mg(5)], "15, 10, 5 mg twice a day"),
        ([mg(15), Dose(words="half a tablet"), mg(5)], "15 mg, then half a tablet, then 5 mg twice a day"),
        ([mg(250), mg(250)], "250 mg twice a day"),
    ],
)
def test_dose_steps_in_words(doses: list[Dose], path: str) -> None:
    changes = [
        _c(K.DOSE if number else K.STARTED, f"2024-0{number + 1}-16", planned=dose, how_often=times_a_day(2))
        for number, dose in enumerate(doses)
    ]
    assert dose_path(_story(*changes), WORDS).replace(NB, " ") == path


def test_planned_and_really_taken_stay_apart() -> None:
    story = _story(_c(K.STARTED, "2026-05-01", planned=mg(50), taking=mg(25), how_often=times_a_day(1)))
    assert how_i_take_it(story, WORDS).replace(NB, " ") == "50 mg once a day; takes 25 mg"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"taken": Taken.SOMETIMES, "why_words": "stomach"}, "mostly not since 27 Apr 2026 (stomach)"),
        ({"taken": Taken.NOT, "barriers": (Barrier.COST,)}, "mostly not since 27 Apr 2026 (cost)"),
        ({"taken": Taken.MOSTLY}, "mostly taken since 27 Apr 2026"),
        ({"taken": Taken.MOSTLY, "taken_share": "half"}, "half of it taken since 27 Apr 2026"),
        ({"taken": Taken.AS_PLANNED}, ""),
        (
            {"taken": Taken.NOT, "not_tolerated": True, "reaction": "rash", "why_words": "up at three"},
            "mostly not since 27 Apr 2026 (rash)",
        ),
    ],
)
def test_how_it_is_really_taken(parts: dict[str, Any], said: str) -> None:
    story = _story(STARTED, _c(K.HOW_TAKEN, "2026-04-27", **parts))
    assert really_words(story, WORDS).replace(NB, " ") == said


def test_one_dose_day_says_nothing_about_how_it_is_taken() -> None:
    mostly_not = _c(K.HOW_TAKEN, "2026-04-27", taken=Taken.SOMETIMES)
    story = _story(STARTED, mostly_not, _c(K.TAKEN, "2026-05-02", taken=Taken.AS_PLANNED))
    assert story.how_taken is not None
    assert story.how_taken.mostly_not
    assert [when.day for when in story.taken_days] == [date(2026, 5, 2)]


def test_nothing_written_is_said_to_be_not_written() -> None:
    assert how_i_take_it(_story(), WORDS) == "dose not written"


def test_form_only_where_it_matters() -> None:
    pen = _story(_c(K.STARTED, planned=mg(40)), form="pen", route=Route.INJECTION)
    tablet = _story(_c(K.STARTED, planned=mg(40)), form="tablet", route=Route.MOUTH)
    cream = _story(form="cream", route=Route.SKIN)
    assert [how_i_take_it(story, WORDS).replace(NB, " ") for story in (pen, tablet, cream)] == [
        "40 mg injection",
        "40 mg",
        "cream",
    ]


def test_a_pause_in_words() -> None:
    story = _story(STARTED, _c(K.PAUSED, "2025-09-11"), _c(K.RESUMED, "2025-10-20"))
    going_on = _story(STARTED, _c(K.PAUSED, "2026-05-11", why_words="surgery"))
    assert pause_words(story.pauses[0], WORDS, TODAY).replace(NB, " ") == "Paused Sep–Oct 2025"
    assert pause_words(going_on.pauses[0], WORDS, TODAY).replace(NB, " ") == "Paused since 11 May 2026"
    assert really_words(going_on, WORDS).replace(NB, " ") == "paused since 11 May 2026 (surgery)"


def test_what_could_not_be_tolerated_is_kept_when_it_is_taken_again() -> None:
    stop = _c(K.STOPPED, "2024-09-17", not_tolerated=True, reaction="sick")
    story = _story(STARTED, stop, _c(K.STARTED, "2026-01-02"))
    assert story.taking_now
    assert story.not_tolerated is not None
    assert story.not_tolerated.reaction == "sick"


def test_a_side_effect_in_words() -> None:
    effect = SideEffect(words="itchy patch", gone_after="two days", came_back=False)
    story = _story(STARTED, _c(K.NOTICED, "2026-03-03", side_effects=(effect,)))
    said = noticed_words(story.noticed[0], WORDS).replace(NB, " ")
    assert said == "itchy patch once, 3 Mar 2026, gone in two days"


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"why": (Why.COST,), "decided": Decided.ME}, "My choice: cost"),
        ({"why": (Why.COST, Why.RAN_OUT)}, "cost, ran out"),
        ({"why": (Why.COST,), "why_words": "too dear", "decided": Decided.ME}, "too dear"),
    ],
)
def test_why_it_ended(parts: dict[str, Any], why: str) -> None:
    story = _story(STARTED, _c(K.STOPPED, "2024-09-17", **parts))
    assert story.ended is not None
    assert ended_words(story.ended, WORDS) == why


def test_the_last_verdict_holds_and_words_stand_with_it() -> None:
    first = _c(K.NOTICED, "2025-01-01", verdict=Verdict.NO_DIFFERENCE)
    story = _story(
        STARTED, first, _c(K.NOTICED, "2026-01-01", verdict=Verdict.HELPED_A_LOT, verdict_words="till 10")
    )
    assert (helps_words(story, WORDS), did_it_help(story, WORDS)) == ("till 10", "helped a lot, till 10")
    assert helps_words(_story(STARTED, first), WORDS) == "no difference"


@pytest.mark.parametrize(
    ("often", "said"),
    [
        (Frequency(when_needed=True), "when needed"),
        (Frequency(words="at night"), "at night"),
        (times_a_day(1), "once a day"),
        (times_a_day(3), "3 times a day"),
        (Frequency(times=times_a_day(1).times, days=7), "once a week"),
        (Frequency(times=times_a_day(1).times, days=14), "every 2 weeks"),
        (Frequency(times=times_a_day(1).times, days=10), "every 10 days"),
        (Frequency(times=times_a_day(2).times, days=7), "2 times a week"),
        (Frequency(times=times_a_day(2).times, days=10), "2 times in 10 days"),
    ],
)
def test_how_often_in_words(often: Frequency, said: str) -> None:
    story = _story(_c(K.STARTED, how_often=often))
    assert how_i_take_it(story, WORDS).replace(NB, " ") == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (in_year(2006, around=True), "about 2006"),
        (in_season(2022, Season.AUTUMN), "autumn 2022"),
        (in_month(2024, 3), "Mar 2024"),
    ],
)
def test_a_rough_start_stays_rough(when: Any, said: str) -> None:
    story = _story(_c(K.STARTED, when=when))
    assert since_words(story, WORDS).replace(NB, " ") == said


def test_newest_start_comes_first_and_names_break_ties() -> None:
    journal = Journal.holding(
        medicine("b"),
        medicine("a"),
        medicine("new"),
        change("a", K.STARTED, "2024-01-01"),
        change("b", K.STARTED, "2024-01-01"),
        change("new", K.STARTED, "2026-01-01"),
    )
    assert [story.treatment.id for story in stories(journal, TODAY)] == ["new", "a", "b"]
