"""Before and after: equal windows, honest counts, and everything else that happened in them."""

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.derived.before_after import (
    ALL_CHANGES,
    SHORTEST_WINDOW,
    BeforeAfter,
    also_then,
    before_after,
    own_doses,
    sentence,
    stays,
)
from app.domain.derived.readings import Readings, count_readings, readings_of
from app.domain.journal import Journal, journal_of
from app.domain.records import Event, Symptom, SymptomEntry
from app.domain.records.events import EventKind
from app.domain.records.record import Record, RecordId, SymptomId
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.domain.records.when import on_day
from app.i18n import Words
from tests.domain.derived.journals import TODAY, change, make, medicine, mg

PIVOT = date(2025, 6, 12)
SINCE = date(2023, 6, 1)
WORDS = Words()


def readings(levels: dict[date, int]) -> Readings:
    symptom = make(Symptom, "knee", name="Knee pain")
    entries = [
        make(SymptomEntry, f"{day}", symptom=SymptomId(RecordId("knee")), when=on_day(day), severity=level)
        for day, level in levels.items()
    ]
    (found,) = readings_of(journal_of([symptom, *entries]))
    return found


def days(first: date, levels: list[int]) -> dict[date, int]:
    return {first + timedelta(days=at): level for at, level in enumerate(levels)}


def around(before: int = 6, after: int = 4) -> Readings:
    return readings(
        days(PIVOT - timedelta(days=20), [before] * 10) | days(PIVOT + timedelta(days=5), [after] * 10)
    )


def compared(held: Readings, wanted: int = 90) -> BeforeAfter:
    found = before_after(held, PIVOT, TODAY, since=SINCE, wanted=wanted)
    assert found is not None
    return found


@given(pivot=st.dates(SINCE, TODAY), wanted=st.sampled_from([30, 60, 90, 180]))
def test_the_windows_are_equal_and_lie_in_the_time_written_about(pivot: date, wanted: int) -> None:
    value = before_after(around(), pivot, TODAY, since=SINCE, wanted=wanted)
    if value is None:
        assert (TODAY - pivot).days + 1 < SHORTEST_WINDOW or (pivot - SINCE).days < SHORTEST_WINDOW
        return
    lengths = {(side.last - side.first).days + 1 for side in (value.before, value.after)}
    assert lengths == {value.span}
    assert SHORTEST_WINDOW <= value.span <= wanted
    assert value.cut == (value.span < wanted)
    assert value.before.first >= SINCE
    assert value.after.last <= TODAY
    assert value.before.last + timedelta(days=1) == value.after.first == pivot


@given(levels=st.dictionaries(st.dates(SINCE, TODAY), st.integers(0, 10), min_size=1, max_size=60))
def test_every_reading_of_a_window_is_in_it_and_no_other(levels: dict[date, int]) -> None:
    held = readings(levels)
    value = compared(held)
    for side in (value.before, value.after):
        inside = sorted((day, level) for day, level in levels.items() if side.first <= day <= side.last)
        # A 0 of what comes in attacks is a day without it, not a reading.
        counted = [(day, level) for day, level in inside if level or not held.attack_like]
        assert list(side.readings) == counted
        assert side.felt_days == sum(level > 0 for _, level in inside)


def test_a_recent_change_is_cut_on_both_sides() -> None:
    value = before_after(around(), TODAY - timedelta(days=19), TODAY, since=SINCE)
    assert value is not None
    assert (value.span, value.cut) == (20, True)


def test_the_sentence_says_both_middles_and_never_why() -> None:
    value = compared(around())
    assert sentence(value, (), WORDS) == (
        "The middle reading went from 6 to 4. This shows what happened, not why."
    )


def test_windows_that_were_cut_say_so() -> None:
    value = before_after(around(), PIVOT, PIVOT + timedelta(days=39), since=SINCE)
    assert value is not None
    assert "Both sides are cut to the same 40\u00a0days." in sentence(value, (), WORDS)


def test_the_sentence_names_every_other_change_in_the_windows() -> None:
    journal = others()
    value = compared(around())
    named = also_then(journal, value, WORDS, besides=RecordId("adalimumab"), kinds=ALL_CHANGES)
    assert [item.words for item in named] == [
        "Sulfasalazine stopped",
        "Hand therapy began",
        "Naproxen paused",
    ]
    said = sentence(value, (*named, *stays(journal, value, WORDS)), WORDS)
    assert "hand therapy also began on 30\u00a0June" in said
    assert "also emergency on 1\u00a0July" in said


def others() -> Journal:
    records: list[Record] = [
        medicine("adalimumab"),
        change("adalimumab", ChangeKind.STARTED, "2025-06-12", planned=mg(40)),
        change("adalimumab", ChangeKind.DOSE, "2025-07-12", planned=mg(80)),
        medicine("sulfasalazine"),
        change("sulfasalazine", ChangeKind.STOPPED, "2025-04-08"),
        medicine("hand therapy", name="Hand therapy", treatment=TreatmentKind.THERAPY),
        change("hand therapy", ChangeKind.STARTED, "2025-06-30"),
        medicine("naproxen"),
        change("naproxen", ChangeKind.PAUSED, "2025-09-01"),
        change("naproxen", ChangeKind.TAKEN, "2025-08-01"),
        change("naproxen", ChangeKind.RESUMED, "2025-09-10"),
        make(Event, "e", title="Emergency", event=EventKind.EMERGENCY, when=on_day(date(2025, 7, 1))),
    ]
    return journal_of(records)


def test_a_dose_of_its_own_inside_the_window_is_found() -> None:
    (found,) = own_doses(others(), compared(around()), RecordId("adalimumab"))
    assert found.planned == mg(80)
    assert own_doses(others(), compared(around()), RecordId("naproxen")) == ()


def test_fewer_than_five_readings_are_not_compared() -> None:
    few = readings(days(PIVOT - timedelta(days=4), [5, 6, 7]) | days(PIVOT, [4] * 8))
    value = compared(few)
    assert value.too_few
    assert sentence(value, (), WORDS) == "Too few readings before to compare: 3."
    few = readings(days(PIVOT - timedelta(days=20), [5] * 9) | days(PIVOT, [4]))
    assert sentence(compared(few), (), WORDS) == "Too few readings after to compare: 1."


def test_a_symptom_comes_in_attacks_as_the_person_says_else_as_its_readings_say() -> None:
    rare = {SINCE + timedelta(days=30 * at): 7 for at in range(12)}
    assert readings(rare).attack_like
    assert not readings(rare | {SINCE + timedelta(days=3): 2}).attack_like
    assert not readings(days(SINCE, [7] * 40)).attack_like
    assert not readings({SINCE: 7, TODAY: 7}).attack_like


@given(severities=st.lists(st.integers(0, 10) | st.none(), min_size=1, max_size=30), said=st.booleans())
def test_a_nought_of_an_attack_is_no_reading(severities: list[int | None], said: bool) -> None:
    assume(any(level for level in severities))
    symptom = make(Symptom, "mig", name="Migraine", attack_like=said)
    entries = [
        make(
            SymptomEntry,
            f"{at:03}",
            symptom=SymptomId(RecordId("mig")),
            when=on_day(SINCE + timedelta(days=at)),
            severity=level,
        )
        for at, level in enumerate(severities)
    ]
    journal = journal_of([symptom, *entries])
    noughts = severities.count(0)
    assert count_readings(journal) == len(severities) - (noughts if said else 0)
    (held,) = readings_of(journal)
    assert len(held.days) == len(severities) - noughts
