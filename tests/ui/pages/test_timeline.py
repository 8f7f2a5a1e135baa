"""The timeline as a list: what is shown, found, opened and written down from before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.records import Condition, Event, Record, SymptomEntry, Treatment
from app.domain.records.record import PRIVATE, ConditionId, RecordId
from app.domain.records.when import in_month
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.line_of_time.from_before import PLACE, FromBefore, read_line
from app.ui.pages.timeline import AT_ONCE, TimelinePage
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from tests.ui.access import name_of, unnamed
from tests.ui.desks import EVENING, KNEE, NAPROXEN, Heard, desk_with, reading, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
ARTHRITIS = ConditionId(RecordId("arthritis"))


def show(desk: Desk, qtbot: QtBot) -> TimelinePage:
    page = TimelinePage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.first_focus().setFocus()
    return page


def with_condition() -> Iterator[Record]:
    yield Condition(id=ARTHRITIS, written=EVENING, name="Arthritis")
    for record in some_days():
        treats = isinstance(record, Treatment)
        yield replace(record, for_conditions=(ARTHRITIS,)) if treats else record  # type: ignore[call-arg]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path, *with_condition())
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> TimelinePage:
    return show(desk, qtbot)


def titles(page: TimelinePage) -> list[str]:
    return [row.title for row in page._list.rows if not row.heading]


def months(page: TimelinePage) -> list[str]:
    return [row.title for row in page._list.rows if row.heading]


def form(page: TimelinePage) -> Editor | None:
    return page._editor


def before(page: TimelinePage) -> FromBefore:
    assert page._before is not None
    return page._before


def turn(page: TimelinePage, *names: str) -> None:
    for chip in page._tools.chips:
        if chip.text() in names:
            press(chip, Key.Key_Space)


def test_it_is_newest_first_under_its_months(page: TimelinePage) -> None:
    assert months(page) == ["May\u00a02026", "April\u00a02026", "Without a date"]
    assert titles(page)[0] == "Dr Osei"
    assert titles(page)[-1] == "Question"
    assert page._span.words == "9 entries, April\u00a02026 to today"


def test_chips_leave_out_whole_kinds(page: TimelinePage) -> None:
    turn(page, "Symptoms", "Visits", "Events", "Questions", "Notes")
    assert titles(page) == ["Naproxen started"]
    turn(page, "Treatments")
    assert titles(page) == []
    assert page._hidden.words == "Nothing of that kind between April\u00a02026 and today."
    click(page._everything)
    assert len(titles(page)) == 9
    assert page.focusWidget() is page._list


def test_slash_goes_to_find_and_esc_takes_it_away(page: TimelinePage, qtbot: QtBot) -> None:
    page.activateWindow()
    press(page._list, Key.Key_Slash)
    assert page.focusWidget() is page._tools.field
    with qtbot.waitSignal(page._tools.changed):
        write(page._tools.field, "knee")
    assert titles(page) == ["Knee pain 4"]
    press(page._tools.field, Key.Key_Escape)
    assert page._tools.field.text() == ""
    assert len(titles(page)) == 9


def test_nothing_found_is_said_with_a_way_out(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page._tools.changed):
        write(page._tools.field, "zebra")
    assert not page._list.isVisible()
    assert page._everything.isVisible()
    assert not page._empty.isVisible()
    assert page.first_focus() is page._everything


def test_one_condition_can_be_chosen(page: TimelinePage) -> None:
    page._tools.condition.setCurrentIndex(1)
    assert titles(page) == ["Naproxen started"]
    page._tools.condition.setCurrentIndex(0)
    assert len(titles(page)) == 9


def test_a_chosen_condition_stays_when_another_is_added(page: TimelinePage, desk: Desk) -> None:
    page._tools.condition.setCurrentIndex(1)
    desk.journal.record(Condition(id=RecordId("asthma"), written=EVENING, name="A first one"))
    assert page._tools.condition.currentText() == "Arthritis"
    assert titles(page) == ["Naproxen started"]


def test_enter_opens_a_reading_and_saving_shows_it(page: TimelinePage) -> None:
    page._list.choose("r1")
    press(page._list, Key.Key_Return)
    editor = form(page)
    assert editor is not None
    press(editor.first_focus().focusProxy() or editor.first_focus(), Key.Key_9)
    editor.save()
    assert form(page) is None
    assert "Knee pain 9" in titles(page)
    assert page._list.key == "r1"


def test_delete_trashes_and_undo_brings_back(page: TimelinePage, desk: Desk) -> None:
    heard = Heard()
    heard.listen(desk)
    page._list.choose("r1")
    press(page._list, Key.Key_Delete)
    assert "Knee pain 4" not in titles(page)
    assert heard.said == [("Put in the trash", True)]
    desk.journal.undo()
    assert "Knee pain 4" in titles(page)


def test_rows_say_date_thing_and_words_and_what_is_private(page: TimelinePage, desk: Desk) -> None:
    secret = replace(reading("secret", KNEE, 7, days_ago=0), sharing=PRIVATE, note="I cried.")
    desk.journal.record(secret)
    row = next(row for row in page._list.rows if row.key == "secret")
    assert row.spoken == "12\u00a0May\u00a02026, 18:40. Knee pain 7: I cried. private"
    assert (row.words, row.private) == ("I cried.", "private")


def test_what_was_written_much_later_says_so(page: TimelinePage, desk: Desk) -> None:
    desk.journal.record(
        Event(id=RecordId("long ago"), written=EVENING, title="Broke an arm", when=in_month(2005, 3))
    )
    row = next(row for row in page._list.rows if row.key == "long ago")
    assert row.pill == ("plain", "written later")
    assert "March\u00a02005" in months(page)


def test_a_long_journal_opens_with_its_newest_entries_and_shows_earlier_ones(
    tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(desk_with(tmp_path, *sample_journal()), qtbot)
    assert len(titles(page)) == AT_ONCE
    click(page._earlier)
    assert len(titles(page)) == 2 * AT_ONCE
    keys = [row.key for row in page._list.rows if not row.heading]
    assert page._list.key == keys[AT_ONCE]
    while page._earlier.isVisible():
        click(page._earlier)
    assert len(titles(page)) == len(page._entries)
    assert len(page._entries) > 1_550


# The first day, and what was before


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> TimelinePage:
    return show(desk_with(tmp_path), qtbot)


def test_an_empty_line_says_how_it_starts(first: TimelinePage) -> None:
    assert first._empty.isVisible()
    assert not first._tools.isVisible()
    assert first.first_focus() is first._first


def test_several_rough_things_are_written_at_once_by_keys(first: TimelinePage) -> None:
    press(first._first, Key.Key_Space)
    lines = before(first).lines
    write(lines, "knees, around autumn 2022")
    press(lines, Key.Key_Return)
    write(lines, "moved house in March 2019")
    press(lines, Key.Key_Return)
    write(lines, "the year it all began")
    press(lines, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert first._before is None
    found = {event.title: event.when for event in first.desk.snapshot.of(Event)}
    assert set(found) == {"knees", "moved house in", "the year it all began"} or set(found) == {
        "knees",
        "moved house",
        "the year it all began",
    }
    knees = found["knees"]
    assert knees is not None
    assert (knees.around, knees.first) == (True, date(2022, 9, 1))
    assert PLACE not in first.desk.journal.drafts()
    assert first._list.isVisible()


def test_esc_keeps_the_lines_for_later(first: TimelinePage) -> None:
    click(first._first)
    write(before(first).lines, "knees")
    press(before(first).lines, Key.Key_Escape)
    assert first._before is None
    assert first.desk.snapshot.of(Event) == ()
    click(first._first)
    assert before(first).lines.words == "knees"
    first.leave()
    assert first.desk.journal.drafts()[PLACE] == "knees"


@pytest.mark.parametrize("line", ["autumn 2022", "  no date here ", ", ,"])
def test_a_line_without_both_is_all_title(line: str) -> None:
    assert read_line(line, EVENING) == (line.strip(), None)


# For everyone


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_fits(page: TimelinePage, theme: Theme, size: int) -> None:
    theme.wear(Look(theme="day", text_size=size))
    page.refold()
    assert list(unnamed(page)) == []
    assert name_of(page._list) == "Timeline"
    assert page._span.isVisible() == (size == 100)
    assert page._span_below.isVisible() == (size == 200)
    more = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    assert page._add in more


def test_a_page_out_of_sight_is_fresh_when_it_is_opened_again(page: TimelinePage, desk: Desk) -> None:
    page.hide()
    desk.journal.record(reading("later", KNEE, 9, days_ago=0))
    assert "Knee pain 9" not in titles(page)
    page.first_focus()
    assert "Knee pain 9" in titles(page)
    assert desk.snapshot.get(SymptomEntry, RecordId("later")) is not None


def test_a_treatment_that_is_gone_leaves_its_change_readable(page: TimelinePage, desk: Desk) -> None:
    desk.journal.trash(NAPROXEN)
    assert "Naproxen started" not in titles(page)
    assert all(titles(page))
