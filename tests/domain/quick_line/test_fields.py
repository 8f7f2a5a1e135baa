from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.quick_line.fields import dose_in, duration_in, frequency_in


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [("250 mg", Decimal(250), "mg"), ("2 tablets ", Decimal(2), "tablets"), ("a lot", None, "")],
)
def test_a_dose_field_is_read_and_its_words_stay(text: str, amount: Decimal | None, unit: str) -> None:
    dose = dose_in(text)
    assert dose is not None
    assert (dose.words, dose.amount, dose.unit) == (text, amount, unit)


@pytest.mark.parametrize(
    ("text", "times", "days"),
    [("twice a day", 2, 1), ("every 2 weeks", 1, 14), ("now and then", None, None)],
)
def test_a_frequency_field_is_read_and_its_words_stay(text: str, times: int | None, days: int | None) -> None:
    often = frequency_in(text)
    assert often is not None
    assert (often.words, often.times, often.days) == (text, times, days)


@pytest.mark.parametrize(
    ("text", "minutes", "going"),
    [("2 hours", 120, False), ("still going", None, True), ("a long time", None, False)],
)
def test_a_duration_field_is_read_and_its_words_stay(text: str, minutes: int | None, going: bool) -> None:
    lasted = duration_in(text)
    assert lasted is not None
    assert (lasted.words, lasted.minutes, lasted.still_going) == (text, minutes, going)


@given(st.text(max_size=150))
def test_no_field_raises_and_none_loses_a_word(text: str) -> None:
    for read in (dose_in, frequency_in, duration_in):
        found = read(text)
        assert found is None if not text.strip() else found is not None and found.words == text
