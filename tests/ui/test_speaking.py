"""Dates and clock follow what is chosen, else the computer; what is written so is read again."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QLocale

from app.domain.quick_line import read_when
from app.i18n import Words
from app.services.preferences import Preferences
from app.ui.speaking import words_for

GERMAN = QLocale("de_DE")
AMERICAN = QLocale("en_US")
NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
DAY = date(2025, 9, 11)


def test_nothing_chosen_is_as_the_computer_has_it() -> None:
    german, american = words_for(Preferences(), GERMAN), words_for(Preferences(), AMERICAN)
    assert german.time(time(18, 40)) == "18:40"
    assert american.time(time(18, 40)) == "6:40\u00a0pm"
    assert (german.date_style, american.date_style) == ("day", "month")
    assert (german.first_weekday, american.first_weekday) == (0, 6)
    assert american.week() == (6, 0, 1, 2, 3, 4, 5)


def test_what_is_chosen_wins() -> None:
    chosen = replace(Preferences(), clock="24", date_style="day", first_weekday=0)
    assert words_for(chosen, AMERICAN) == Words()


def test_months_first() -> None:
    words = Words(date_style="month")
    assert words.day(DAY) == "September\u00a011,\u00a02025"
    assert words.weekday(DAY) == "Thursday, September\u00a011"
    assert words.span(DAY, date(2025, 9, 20)) == "Sep\u00a011–20,\u00a02025"


@pytest.mark.parametrize("style", ["day", "month"])
def test_every_date_that_is_shown_can_be_typed_again(style: str) -> None:
    words = Words(date_style=style)
    for last in (DAY, date(2025, 9, 20), date(2025, 10, 20), date(2026, 1, 2)):
        read = read_when(words.span(DAY, last), NOW).when
        assert read is not None
        assert (read.first, read.last) == (DAY, last)


def test_a_number_alone_is_read_in_the_persons_order() -> None:
    usual, months_first = (read_when("05/06/2025", NOW, month_first=first).when for first in (False, True))
    assert usual is not None
    assert months_first is not None
    assert usual.day == date(2025, 6, 5)
    assert months_first.day == date(2025, 5, 6)
