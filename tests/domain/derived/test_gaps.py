"""Times without notes: found, never guessed at, and never shown where something is left out."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.gaps import LONG_GAP, days_in_gaps, days_of, gaps_between, noted_days
from app.domain.journal import journal_of
from app.domain.records import Note, SymptomEntry
from app.domain.records.notes import NoteTopic
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import from_to, in_month, in_words, on_day
from tests.domain.derived.journals import TODAY, make

DAYS = st.frozensets(st.dates(date(2025, 1, 1), TODAY), min_size=1, max_size=30)


@given(noted=DAYS)
def test_a_gap_holds_no_note_and_is_bounded_by_notes(noted: frozenset[date]) -> None:
    since = min(noted)
    gaps = gaps_between(noted, since, TODAY)
    for gap in gaps:
        assert gap.days >= LONG_GAP
        assert not any(gap.first <= day <= gap.last for day in noted)
        assert gap.first - timedelta(days=1) in noted
        assert gap.last == TODAY or gap.last + timedelta(days=1) in noted
    unwritten = {since + timedelta(days=at) for at in range((TODAY - since).days + 1)} - noted
    assert days_in_gaps(gaps, since, TODAY) <= len(unwritten)


@given(noted=DAYS, hidden=DAYS)
def test_a_gap_with_something_left_out_in_it_is_not_a_gap(
    noted: frozenset[date], hidden: frozenset[date]
) -> None:
    everything = gaps_between(noted, min(noted), TODAY)
    shown = gaps_between(noted, min(noted), TODAY, hidden=hidden)
    touched = {gap for gap in everything if any(gap.first <= day <= gap.last for day in hidden)}
    assert set(shown) == set(everything) - touched


def test_thirteen_days_are_not_long_fourteen_are() -> None:
    noted = frozenset({date(2026, 1, 1), date(2026, 1, 15), date(2026, 1, 30)})
    gaps = gaps_between(noted, date(2026, 1, 1), date(2026, 1, 31))
    assert [(gap.first, gap.last) for gap in gaps] == [(date(2026, 1, 16), date(2026, 1, 29))]


def test_what_happened_before_the_first_reading_opens_no_gap() -> None:
    noted = frozenset({date(2006, 5, 1), date(2026, 5, 1)})
    assert gaps_between(noted, date(2026, 5, 1), TODAY) == ()


def test_only_days_that_are_known_count_and_a_remembered_line_does_not_fill_a_gap() -> None:
    def note(key: str, topic: NoteTopic = NoteTopic.NOTE) -> Note:
        return make(Note, key, text=key, when=on_day(date(2026, 3, int(key))), topic=topic)

    entry = make(
        SymptomEntry,
        "x",
        symptom=SymptomId(RecordId("knee")),
        when=from_to(date(2026, 4, 1), date(2026, 4, 3)),
    )
    journal = journal_of([note("2"), note("9", NoteTopic.GAP), entry])
    days = [date(2026, 3, 2), *(date(2026, 4, at) for at in (1, 2, 3))]
    assert noted_days(journal) == frozenset(days)
    assert days_of(in_month(2026, 3)) == ()
    assert days_of(in_words("before the move")) == ()
    assert days_of(on_day(date(2026, 3, 2), around=True)) == ()


def test_days_in_gaps_counts_only_the_window() -> None:
    gaps = gaps_between(
        frozenset({date(2024, 7, 20), date(2024, 8, 19)}), date(2024, 7, 20), date(2024, 8, 20)
    )
    assert days_in_gaps(gaps, date(2024, 4, 11), date(2024, 10, 7)) == 29
    assert days_in_gaps(gaps, date(2024, 8, 10), date(2024, 10, 7)) == 9
