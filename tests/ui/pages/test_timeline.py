"""The timeline: picture and list of the same days, what is found, opened and written down from before."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.domain.derived.line.windows import Window, Zoom
from app.domain.records import Condition, Event, Note, Record, SymptomEntry, Treatment
from app.domain.records.record import PRIVATE, ConditionId, RecordId
from app.domain.records.when import in_month, on_day
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.line_of_time.from_before import PLACE, FromBefore, read_line
from app.ui.line_of_time.line_delegate import COMPARE
from app.ui.line_of_time.twin import AT_ONCE
from app.ui.pages.timeline import TimelinePage
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import THEMES
from app.ui.widgets import spoken
from app.ui.widgets.record_row import RecordRow
from tests.ui.access import name_of, role_of, unnamed
from tests.ui.desks import (
    EVENING,
    HAND,
    KNEE,
    NAPROXEN,
    TODAY,
    Heard,
    desk_with,
    reading,
    some_days,
)
from tests.ui.hands import click, drag, press, write

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
def records() -> tuple[Record, ...]:
    return (*with_condition(),)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> TimelinePage:
    return show(desk, qtbot)


def rows(page: TimelinePage) -> tuple[RecordRow, ...]:
    return page._view.list.rows


def titles(page: TimelinePage) -> list[str]:
    return [row.title for row in rows(page) if not row.heading]


def months(page: TimelinePage) -> list[str]:
    return [row.title for row in rows(page) if row.heading]


def row_of(page: TimelinePage, key: str) -> RecordRow:
    return next(row for row in rows(page) if row.key == key)


def window(page: TimelinePage) -> Window:
    assert page._view.window_in_view is not None
    return page._view.window_in_view


def zoom(page: TimelinePage) -> str:
    return page._zooms.zoom


def form(page: TimelinePage) -> Editor | None:
    return page._editor


def before(page: TimelinePage) -> FromBefore:
    assert page._before is not None
    return page._before


def turn(page: TimelinePage, *names: str) -> None:
    for chip in page._tools.chips:
        if chip.text() in names:
            press(chip, Key.Key_Space)


def test_it_opens_on_three_months_newest_first_with_readings_by_day(page: TimelinePage) -> None:
    assert zoom(page) == Zoom.THREE_MONTHS
    assert page._span.words == "February\u00a02026 to today"
    assert months(page) == ["May\u00a02026", "April\u00a02026"]
    assert titles(page) == ["Dr Osei", "Symptoms", "Bad day", "Dr Osei", "Naproxen started"]
    (day,) = [row for row in rows(page) if row.title == "Symptoms"]
    assert (day.when, day.note) == ("11\u00a0May", "Knee pain 4; Hand stiffness 3")
    assert day.spoken == "11\u00a0May\u00a02026. Symptoms: Knee pain 4; Hand stiffness 3."


def test_nearer_by_every_reading_has_a_row_of_its_own(page: TimelinePage) -> None:
    page._zooms.pick(0)
    assert page._span.words == "8\u00a0May\u00a02026 to today"
    assert titles(page) == ["Dr Osei", "Hand stiffness 3", "Knee pain 4"]


def test_a_whole_life_ends_with_what_has_no_date(page: TimelinePage) -> None:
    turn(page, "Questions")
    page._zooms.pick(5)
    assert months(page)[-1] == "Without a date"
    assert titles(page)[-1] == "Question"


def test_chips_leave_out_whole_kinds(page: TimelinePage) -> None:
    turn(page, "Symptoms", "Visits", "Events")
    assert titles(page) == ["Naproxen started"]
    turn(page, "Treatments")
    assert not page._view.isVisible()
    assert page._states.hidden.words == "Nothing of that kind between April\u00a02026 and today."
    assert page.first_focus() is page._states.show_all
    click(page._states.show_all)
    assert len(titles(page)) == 7
    assert page.focusWidget() is page._view.canvas


def test_how_many_are_left_is_said(page: TimelinePage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(spoken, "announce", lambda _widget, sentence, **_: said.append(sentence))
    turn(page, "Symptoms", "Visits", "Events")
    assert said == ["3 entries", "1 entry", "1 entry"]


def test_the_menu_adds_plans_and_notes_to_picture_and_list(page: TimelinePage) -> None:
    page._tools.kinds[0].setChecked(True)
    assert "Eye clinic referral" in titles(page)
    line = page._view.line
    assert line is not None
    assert "Plans" in [lane.name for lane in line.lanes]


def test_slash_goes_to_find_and_esc_takes_it_away(page: TimelinePage, qtbot: QtBot) -> None:
    page.activateWindow()
    press(page._view.canvas, Key.Key_Slash)
    assert page.focusWidget() is page._tools.field
    with qtbot.waitSignal(page._tools.changed):
        write(page._tools.field, "knee")
    assert titles(page) == ["Symptoms"]
    press(page._tools.field, Key.Key_Escape)
    assert page._tools.field.text() == ""
    assert len(titles(page)) == 5


def test_nothing_found_is_said_with_a_way_out(page: TimelinePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page._tools.changed):
        write(page._tools.field, "zebra")
    assert not page._view.isVisible()
    assert page._states.show_all.isVisible()
    assert not page._states.empty.isVisible()
    assert page.first_focus() is page._states.show_all


def test_one_condition_can_be_chosen(page: TimelinePage) -> None:
    page._tools.condition.setCurrentIndex(1)
    assert titles(page) == ["Naproxen started"]
    page._tools.condition.setCurrentIndex(0)
    assert len(titles(page)) == 5


def test_a_chosen_condition_stays_when_another_is_added(page: TimelinePage, desk: Desk) -> None:
    page._tools.condition.setCurrentIndex(1)
    desk.journal.record(Condition(id=RecordId("asthma"), written=EVENING, name="A first one"))
    assert page._tools.condition.currentText() == "Arthritis"
    assert titles(page) == ["Naproxen started"]


def test_a_symptom_can_have_a_lane_of_its_own(page: TimelinePage) -> None:
    hand = page._tools._symptoms[HAND]
    hand.setChecked(True)
    line = page._view.line
    assert line is not None
    assert [lane.name for lane in line.lanes if lane.is_symptom] == ["Hand stiffness", "Knee pain"]


# The tie of picture and list


def test_a_thing_chosen_on_the_canvas_is_chosen_in_the_list_and_the_other_way_round(
    page: TimelinePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(spoken, "announce", lambda _widget, sentence, **_: said.append(sentence))
    canvas, listed = page._view.canvas, page._view.list
    press(canvas, Key.Key_Right)
    assert canvas.key == "thursday"
    assert listed.key == "thursday"
    assert said == ["Dr Osei, 14\u00a0May\u00a02026, 10:20"]
    press(canvas, Key.Key_Left)
    assert listed.key == "last"
    press(canvas, Key.Key_Down)
    assert listed.key == "started"
    assert said[-1] == "Naproxen started, 2\u00a0April\u00a02026"
    press(canvas, Key.Key_Down)
    assert said[-1] == "Knee pain 4, 11\u00a0May\u00a02026"
    assert listed.row is not None
    assert listed.row.title == "Symptoms"
    listed.choose("bad")
    assert canvas.key == "bad"
    press(canvas, Key.Key_Escape)
    assert (canvas.key, listed.key) == ("", "")


def test_keys_move_zoom_and_come_back_to_today(page: TimelinePage, desk: Desk) -> None:
    desk.journal.record(
        Event(id=RecordId("arm"), written=EVENING, title="Broke an arm", when=in_month(2005, 3))
    )
    canvas = page._view.canvas
    opened = window(page)
    press(canvas, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert window(page).first < opened.first
    press(canvas, Key.Key_T)
    assert window(page) == opened
    press(canvas, Key.Key_Minus)
    assert zoom(page) == Zoom.YEAR
    press(canvas, Key.Key_Plus)
    assert zoom(page) == Zoom.THREE_MONTHS
    press(canvas, Key.Key_Home)
    assert window(page).first < opened.first
    press(canvas, Key.Key_End)
    assert window(page) == opened


def test_l_makes_the_list_the_page_and_brings_the_picture_back(page: TimelinePage) -> None:
    press(page._view.canvas, Key.Key_L)
    assert not page._view.canvas.isVisible()
    assert page.focusWidget() is page._view.list
    assert "Knee pain 4" in titles(page)
    click(page._as_list)
    assert page._view.canvas.isVisible()
    assert page.focusWidget() is page._view.canvas


def test_before_and_after_leads_to_the_treatments(page: TimelinePage, desk: Desk) -> None:
    pointed: list[tuple[str, str]] = []
    desk.pointed.connect(lambda where, key: pointed.append((where, key)))
    listed = page._view.list
    listed.choose("started")
    listed.doItemsLayout()
    assert listed.row is not None
    links = listed._delegate.link_places(listed.visualRect(listed.currentIndex()), listed.row)
    click(listed.viewport(), links[COMPARE].center())
    press(listed, Key.Key_B)
    page._view.canvas.choose("started")
    press(page._view.canvas, Key.Key_B)
    assert pointed == [("treatments", "started")] * 3


def test_pointing_at_something_far_away_brings_it_into_view(page: TimelinePage, desk: Desk) -> None:
    desk.journal.record(
        Event(id=RecordId("arm"), written=EVENING, title="Broke an arm", when=in_month(2005, 3)),
        Note(id=RecordId("castle"), written=EVENING, text="Up to the castle.", when=on_day(TODAY)),
    )
    page.point_at("arm")
    assert window(page).holds(date(2005, 3, 15))
    assert (page._view.canvas.key, page._view.list.key) == ("arm", "arm")
    page.point_at("r1")
    assert zoom(page) == Zoom.MONTH
    assert page._view.list.key == "r1"
    page.point_at("castle")
    assert page._view.list.key == "castle"
    page.point_at("why")
    assert zoom(page) == Zoom.LIFE
    assert page._view.list.key == "why"


def test_the_whole_life_moves_the_window(page: TimelinePage, desk: Desk) -> None:
    desk.journal.record(
        Event(id=RecordId("arm"), written=EVENING, title="Broke an arm", when=in_month(2005, 3))
    )
    strip, opened = page._view.strip, window(page)
    press(strip, Key.Key_Home)
    assert window(page).first == date(2005, 1, 1)
    press(strip, Key.Key_Right)
    assert window(page).first == date(2005, 1, 1) + timedelta(days=opened.days // 4)
    press(strip, Key.Key_End)
    assert window(page) == opened
    plot = strip._plot().toRect()
    click(strip, QPoint(plot.left() + plot.width() // 2, plot.center().y()))
    assert 2014 <= window(page).first.year <= 2017
    frame = strip.frame.center().toPoint()
    drag(strip, frame, frame - QPoint(plot.width() // 4, 0))
    assert 2008 <= window(page).first.year <= 2012


# What is done with an entry


def test_enter_opens_a_reading_and_saving_shows_it(page: TimelinePage) -> None:
    page.point_at("r1")
    press(page._view.list, Key.Key_Return)
    editor = form(page)
    assert editor is not None
    press(editor.first_focus().focusProxy() or editor.first_focus(), Key.Key_9)
    editor.save()
    assert form(page) is None
    assert "Knee pain 9" in titles(page)
    assert page._view.list.key == "r1"


def test_enter_on_readings_put_together_looks_closer(page: TimelinePage) -> None:
    page._zooms.pick(3)
    gathered = next(row for row in rows(page) if row.title == "Symptoms")
    page._view.list.choose(gathered.key)
    press(page._view.list, Key.Key_Return)
    assert form(page) is None
    assert zoom(page) == Zoom.THREE_MONTHS


def test_delete_trashes_and_undo_brings_back(page: TimelinePage, desk: Desk) -> None:
    heard = Heard()
    heard.listen(desk)
    page._view.list.choose("started")
    press(page._view.list, Key.Key_Delete)
    assert "Naproxen started" not in titles(page)
    assert heard.said == [("Put in the trash", True)]
    desk.journal.undo()
    assert "Naproxen started" in titles(page)


def test_rows_say_date_thing_and_words_and_what_is_private(page: TimelinePage, desk: Desk) -> None:
    page._zooms.pick(1)
    secret = replace(reading("secret", KNEE, 7, days_ago=0), sharing=PRIVATE, note="I cried.")
    desk.journal.record(secret)
    row = row_of(page, "secret")
    assert row.spoken == "12\u00a0May\u00a02026, 18:40. Knee pain 7: I cried. private"
    assert (row.words, row.private) == ("I cried.", "private")


def test_what_was_written_much_later_says_so(page: TimelinePage, desk: Desk) -> None:
    desk.journal.record(
        Event(id=RecordId("long ago"), written=EVENING, title="Broke an arm", when=in_month(2005, 3))
    )
    page._zooms.pick(5)
    assert row_of(page, "long ago").pill == ("plain", "written later")
    assert "March\u00a02005" in months(page)
    plain = page._view.canvas.grab().toImage()
    page._tools.written.setChecked(True)
    assert page._view.canvas.grab().toImage() != plain


def test_a_long_list_goes_on_as_it_is_scrolled(tmp_path: Path, qtbot: QtBot) -> None:
    page = show(desk_with(tmp_path, *sample_journal()), qtbot)
    page._zooms.pick(5)
    page.toggle_list()
    assert len(titles(page)) == AT_ONCE
    bar = page._view.list.verticalScrollBar()
    for _ in range(4):
        page._view.list.doItemsLayout()
        bar.setValue(bar.maximum())
    assert len(titles(page)) > 3 * AT_ONCE


# The first day, and what was before


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> TimelinePage:
    return show(desk_with(tmp_path), qtbot)


def test_an_empty_line_says_how_it_starts(first: TimelinePage) -> None:
    assert first._states.empty.isVisible()
    assert not first._tools.isVisible()
    assert first.first_focus() is first._states.first


def test_several_rough_things_are_written_at_once_by_keys(first: TimelinePage) -> None:
    press(first._states.first, Key.Key_Space)
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
    assert first._view.isVisible()


def test_esc_keeps_the_lines_for_later(first: TimelinePage) -> None:
    click(first._states.first)
    write(before(first).lines, "knees")
    press(before(first).lines, Key.Key_Escape)
    assert first._before is None
    assert first.desk.snapshot.of(Event) == ()
    click(first._states.first)
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
    assert page._view.list.isVisible() == (size == 100)
    assert page._view.canvas.isVisible()
    assert name_of(page._view.list) == "Timeline"
    assert page._zooms.width() <= page.width()


def test_the_canvas_is_a_chart_that_tells_what_is_in_view(page: TimelinePage) -> None:
    canvas = page._view.canvas
    assert role_of(canvas) == QAccessible.Role.Chart
    assert name_of(canvas) == "Timeline, February\u00a02026 to today"
    assert canvas.accessibleDescription() == (
        "1 treatment now, 0 stopped, 2 visits, 0 events. Press L for the list."
    )
    assert name_of(page._view.strip) == "Whole life"


@pytest.mark.parametrize("look", THEMES)
@pytest.mark.parametrize("zoom", range(6))
def test_every_zoom_is_painted_in_every_theme(
    tmp_path: Path, qtbot: QtBot, theme: Theme, look: str, zoom: int
) -> None:
    page = show(desk_with(tmp_path, *sample_journal()), qtbot)
    theme.wear(Look(theme=look))
    page._tools.show_everything()
    page._zooms.pick(zoom)
    page._view.canvas.choose(page._view.list.rows[1].key)
    image = page.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() // 2).isValid()


def test_a_page_out_of_sight_is_fresh_when_it_is_opened_again(page: TimelinePage, desk: Desk) -> None:
    page._zooms.pick(0)
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
