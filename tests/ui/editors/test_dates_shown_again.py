"""A date is shown in the person's words while they still mean the same day."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.quick_line import read_when
from app.domain.records.when import When
from app.i18n import Words
from app.ui.editors.boxes import when_box
from app.ui.widgets.when_field import WhenField

SAID = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def read_later(text: str) -> tuple[When | None, str]:
    found = read_when(text, LATER).when
    return found, Words().when(found) if found is not None else ""


@pytest.mark.parametrize(
    "words", ["24 Nov 10:20", "yesterday evening", "6 May", "6 May 2026", "around March 2019"]
)
def test_what_the_line_says_is_what_was_meant(qtbot: QtBot, words: str) -> None:
    meant = read_when(words, SAID, ahead=words == "24 Nov 10:20").when
    assert meant is not None
    box = when_box(Words(), read_later)
    qtbot.addWidget(box.widget)
    box.show(meant)
    assert isinstance(box.widget, WhenField)
    understood = box.widget.when
    assert understood is not None
    assert (understood.first, understood.last) == (meant.first, meant.last)
    assert box.value == meant


def test_words_that_still_mean_the_day_stay_as_they_are(qtbot: QtBot) -> None:
    box = when_box(Words(), read_later)
    qtbot.addWidget(box.widget)
    box.show(read_when("6  May 2026", SAID).when)
    assert box.draft() == "6  May 2026"
