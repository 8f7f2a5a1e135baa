"""What is taken now, a line each: nothing typed is lost, and no day is made up."""

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.treatments.story import Status, stories
from app.domain.derived.treatments.taken_now import TakenLine, taken_line
from app.domain.journal import Journal, journal_of
from app.domain.quick_line import Vocabulary
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.record import text_in
from app.domain.records.treatments import ChangeKind, TreatmentKind
from app.i18n import Words
from tests.domain.derived.journals import TODAY, change, medicine, mg, times_a_day

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
WORDS = Words()


def read(text: str, journal: Journal | None = None) -> TakenLine | None:
    journal = journal or Journal()
    numbers = count()
    return taken_line(
        text,
        journal,
        vocabulary=Vocabulary.of(journal),
        now=NOW,
        new_id=lambda: f"new {next(numbers)}",
        words=WORDS,
    )


def understood(text: str, journal: Journal | None = None) -> TakenLine:
    found = read(text, journal)
    assert found is not None
    return found


def test_a_line_is_a_treatment_that_began_on_a_day_nobody_made_up() -> None:
    line = understood("naproxen 250 mg twice a day")
    assert line.shown == "naproxen · 250 mg · twice a day"
    assert line.spoken == "naproxen, 250 milligrams, twice a day"
    new, started = line.records
    assert isinstance(new, Treatment)
    assert isinstance(started, TreatmentChange)
    assert (started.change, started.when) == (ChangeKind.STARTED, None)
    assert started.planned is not None
    assert started.planned.words == "250 mg"


def test_since_when_and_from_the_shop_are_understood() -> None:
    new, started = understood("turmeric, from the shop, since 2019").records
    assert isinstance(new, Treatment)
    assert isinstance(started, TreatmentChange)
    assert (new.name, new.treatment) == ("turmeric", TreatmentKind.FROM_THE_SHOP)
    assert started.when is not None
    assert started.when.earliest.year == 2019


def test_what_is_taken_already_is_not_begun_twice() -> None:
    journal = journal_of(
        [
            medicine("aspirin"),
            change("aspirin", ChangeKind.STARTED, "2026-01-01", planned=mg(75), how_often=times_a_day(1)),
        ]
    )
    same = understood("aspirin 75 mg daily", journal)
    assert (same.records, same.shown) == ((), "Aspirin, already in your list")
    (dose,) = understood("aspirin 150 mg daily", journal).records
    assert isinstance(dose, TreatmentChange)
    assert dose.change is ChangeKind.DOSE


def test_what_was_stopped_is_taken_again() -> None:
    journal = journal_of(
        [
            medicine("aspirin"),
            change("aspirin", ChangeKind.STARTED, "2025-01-01"),
            change("aspirin", ChangeKind.STOPPED, "2025-06-01"),
        ]
    )
    later = journal.with_(*understood("aspirin 75 mg", journal).records)
    (story,) = stories(later, TODAY)
    assert story.status is Status.TAKING


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_an_empty_line_is_nothing(text: str) -> None:
    assert read(text) is None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=60))
def test_nothing_typed_raises_and_every_word_is_kept(text: str) -> None:
    line = read(text)
    if line is None:
        assert not text.strip()
        return
    kept = " ".join(text_in(tuple(line.records))).casefold() + " " + line.shown.casefold()
    for word in text.split():
        plain = word.strip(",;.:()").casefold()
        if plain.isalpha() and plain not in {"i", "take", "taking", "started", "start", "began", "on"}:
            assert plain in kept
