"""Dates of both spellings keep the precision they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records.when import Precision
from app.exchange.dates import read_date


@pytest.mark.parametrize(
    ("text", "precision", "first"),
    [
        ("2015", Precision.YEAR, "2015-01-01"),
        ("2015-03", Precision.MONTH, "2015-03-01"),
        ("201503", Precision.MONTH, "2015-03-01"),
        ("2015-03-09", Precision.DAY, "2015-03-09"),
        ("20150309", Precision.DAY, "2015-03-09"),
        ("2012-09-27T13:05:00-05:00", Precision.MINUTE, "2012-09-27"),
        ("201209271305-0500", Precision.MINUTE, "2012-09-27"),
        ("20120927000000", Precision.DAY, "2012-09-27"),
    ],
)
def test_a_date_keeps_its_precision(text: str, precision: Precision, first: str) -> None:
    when = read_date(text)
    assert when is not None
    assert (when.precision, str(when.first)) == (precision, first)


@pytest.mark.parametrize("text", ["", "UNK", "2015-13", "20150230", "soon"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    when = read_date(text)
    assert when is None or when.is_dated
