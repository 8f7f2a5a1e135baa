"""A date that is only words is kept as the words it is."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from app.domain.quick_line import read_when
from app.domain.records.when import Precision, When
from app.i18n import Words
from app.ui.editors.boxes import when_box

NOW = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)


def _read(text: str) -> tuple[When | None, str]:
    found = read_when(text, NOW).when
    return found, Words().when(found) if found is not None else ""


def test_words_that_are_no_date_are_kept(qtbot: QtBot) -> None:
    box = when_box(Words(), _read)
    qtbot.addWidget(box.widget)
    box.show(None)
    box.take_draft("the year the roof leaked")
    assert box.value is not None
    assert (box.value.precision, box.value.words) == (Precision.WORDS, "the year the roof leaked")


def test_an_emptied_date_is_no_date(qtbot: QtBot) -> None:
    box = when_box(Words(), _read)
    qtbot.addWidget(box.widget)
    box.show(_read("6 May 2026")[0])
    box.take_draft("  ")
    assert box.value is None
