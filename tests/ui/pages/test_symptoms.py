"""Symptoms: chosen, read and written by keys alone; named, ordered, made one, and all of it undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Record, Symptom, SymptomEntry
from app.domain.records.record import RecordId
from app.domain.records.symptoms import Anchor
from app.domain.records.when import at_time, on_day
from app.i18n import NB
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.editors.symptom import symptom_editor
from app.ui.entry_menu import EntryMenus
from app.ui.pages.symptoms import SymptomsPage
from app.ui.symptoms.merge_form import MergeForm
from app.ui.tab_order import stops_in
from app.ui.theme.look import Look
from app.ui.theme.theme import Theme
from app.ui.widgets.form import FormRow
from tests.ui.access import interface, unnamed
from tests.ui.desks import EVENING, HAND, KNEE, TODAY, Heard, desk_with, some_days
from tests.ui.hands import click, press, write

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
Make = Callable[..., SymptomsPage]


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot) -> Iterator[Make]:
    desks: list[Desk] = []

    def page_on(*records: Record, width: int = 1366) -> SymptomsPage:
        desk = desk_with(tmp_path / str(len(desks)), *records)
        desks.append(desk)
        page = SymptomsPage(desk)
        qtbot.addWidget(page)
        page.resize(width, 768)
        page.show()
        first = page.first_focus()
        assert first is not None
        first.setFocus()
        return page

    yield page_on
    for desk in desks:
        desk.leave()
        desk.session.lock(backup=False)


@pytest.fixture
def page(make: Make) -> SymptomsPage:
    return make(*some_days())


@pytest.fixture
def maya(make: Make) -> SymptomsPage:
    return make(*sample_journal())


def heard_on(page: SymptomsPage) -> Heard:
    heard = Heard()
    heard.listen(page.desk)
    return heard


def plain(text: str) -> str:
    return text.replace(NB, " ")


def names(page: SymptomsPage) -> list[str]:
    return [row.title for row in page.list.rows]


def push(page: QWidget, words: str) -> None:
    click(next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()))


def form(page: SymptomsPage) -> Editor:
    assert page.shows._editor is not None
    return page.shows._editor


def line(form: QWidget, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def readings(page: SymptomsPage, of: str) -> list[SymptomEntry]:
    return [one for one in page.desk.snapshot.of(SymptomEntry) if one.symptom == of]


def newest(page: SymptomsPage, of: str) -> SymptomEntry:
    (found,) = (one for one in readings(page, of) if one.id not in {"r1", "r2"})
    return found


def merging(page: SymptomsPage) -> MergeForm:
    assert page.shows._merging is not None
    return page.shows._merging


# What is shown


def test_the_list_has_the_focus_and_the_first_symptom_is_in_view(maya: SymptomsPage) -> None:
    assert maya.first_focus() is maya.list
    assert names(maya) == ["Knee pain", "Hand stiffness", "Fatigue", "Migraine"]
    assert maya.shows.title.words == "Knee pain"
    assert plain(maya.shows._since.words) == "since about October 2022, arthritis"
    assert [row.title for row in maya.shows.one.worse.listed.rows] == [
        "stairs",
        "cold, wet days",
        "long days standing",
    ]


def test_everything_has_a_name_and_arrows_show_the_next_symptom(maya: SymptomsPage) -> None:
    assert list(unnamed(maya)) == []
    press(maya.list, Key.Key_Down)
    press(maya.list, Key.Key_Down)
    assert maya.shows.title.words == "Fatigue"
    assert maya.shows.one._anchors.words == "My 7 is: I cancel work."


def test_rows_cells_and_counts_are_spoken_in_full(maya: SymptomsPage) -> None:
    one = maya.shows.one
    role = Qt.ItemDataRole.AccessibleTextRole
    assert maya.list.model().index(0, 0).data(role) == "Knee pain, 5 yesterday"
    assert one.worse.listed.model().index(0, 0).data(role) == "stairs, 14 times"
    calendar = one.pictures.calendar
    model = calendar.model()
    last = model.columnCount() - 1
    assert plain(model.index(0, last).data(role)) == "5 of 10, Monday 11 May 2026"
    assert plain(model.index(1, last).data(role)) == "nothing written, Tuesday 12 May 2026"
    assert plain(calendar.accessibleName()) == "Knee pain, Six months, day by day"
    cell = interface(calendar).child(interface(calendar).childCount() - 1)
    assert cell is not None


def test_tab_goes_list_picture_tallies_entries(maya: SymptomsPage) -> None:
    one = maya.shows.one
    stops = [maya.list, one.pictures.calendar, one.worse.listed, one.helps.listed, one.written.listed]
    order = [stop for region in maya.regions() for stop in stops_in(region)]
    places = [order.index(stop) for stop in stops]
    assert places == sorted(places)


def test_weeks_and_years_are_columns_that_can_be_walked_through(maya: SymptomsPage) -> None:
    pictures = maya.shows.one.pictures
    pictures.zoom.pick(2)
    assert not pictures.calendar.isVisible()
    assert pictures._heading.words == "All of it, month by month"
    pictures.spans.setFocus()
    press(pictures.spans, Key.Key_Left)
    assert plain(pictures._holds.words).endswith("April 2026, 10 readings")
    pictures.zoom.pick(1)
    assert pictures._heading.words == "A year, week by week"
    pictures.zoom.pick(0)
    assert pictures.calendar.isVisible()


def test_what_you_wrote_has_words_first_and_every_reading_on_request(maya: SymptomsPage) -> None:
    written = maya.shows.one.written
    assert [row.words for row in written.listed.rows[:2]] == [
        "Stairs at work, twice. Slower coming down.",
        "Could not kneel at the low shelf.",
    ]
    assert all(row.words for row in written.listed.rows)
    push(maya, "Show all 496 readings, with and without words")
    assert not all(row.words for row in written.listed.rows)
    before = len(written.listed.rows)
    push(maya, "Show earlier")
    assert len(written.listed.rows) == before + 50
    assert maya.focusWidget() is written.listed


def test_an_empty_journal_says_how_a_symptom_comes_here(make: Make) -> None:
    page = make()
    first = page.first_focus()
    assert isinstance(first, QPushButton)
    assert first.isVisible()
    assert list(unnamed(page)) == []
    assert [b.text() for b in page.shows.findChildren(QPushButton) if b.isVisible()] == ["Name a symptom"]
    press(first, Key.Key_Return)
    write(form(page).first_focus(), "jaw")
    form(page).save()
    assert names(page) == ["jaw"]
    assert page.shows.title.words == "jaw"
    page.desk.journal.undo()
    assert names(page) == []


def test_an_empty_journal_says_so_in_a_narrow_window_too(make: Make) -> None:
    page = make(width=900)
    first = page.first_focus()
    assert first is not None
    assert first.isVisible()
    assert not page._back_row.isVisible()


def test_a_narrow_window_shows_list_and_symptom_in_turn(make: Make) -> None:
    page = make(*sample_journal(), width=900)
    assert page.list.isVisible()
    assert not page.detail.isVisible()
    press(page.list, Key.Key_Return)
    assert page.detail.isVisible()
    assert page.focusWidget() is page.shows.one.pictures.calendar
    press(page.shows.one.pictures.calendar, Key.Key_Escape)
    assert page.list.isVisible()
    assert page.focusWidget() is page.list


def test_fewer_weeks_are_shown_where_there_is_less_room_and_the_heading_says_so(make: Make) -> None:
    page = make(*sample_journal(), width=1024)
    pictures = page.shows.one.pictures
    assert pictures.calendar.shown < 27
    assert pictures._heading.words == f"The last {pictures.calendar.shown} weeks, day by day"


# What the person writes


def test_a_digit_picks_and_the_next_one_writes(page: SymptomsPage) -> None:
    heard = heard_on(page)
    press(page.list, Key.Key_2)
    assert page.shows.title.words == "Hand stiffness"
    assert (
        page._keys.words == "Hand stiffness: now 0 to 9, or x for ten, writes how bad it is. Esc leaves it."
    )
    press(page.list, Key.Key_7)
    assert newest(page, HAND).severity == 7
    assert newest(page, HAND).when == at_time(EVENING)
    assert heard.said == [("Saved: hand stiffness 7 of 10", True)]
    page.desk.journal.undo()
    assert len(readings(page, HAND)) == 1


def test_x_is_ten_and_esc_leaves_it(page: SymptomsPage) -> None:
    press(page.list, Key.Key_1)
    press(page.list, Key.Key_Escape)
    press(page.list, Key.Key_X)
    assert len(readings(page, KNEE)) == 1
    press(page.list, Key.Key_1)
    press(page.list, Key.Key_X)
    assert newest(page, KNEE).severity == 10


def test_a_digit_beyond_the_list_picks_nothing(page: SymptomsPage) -> None:
    press(page.list, Key.Key_9)
    press(page.list, Key.Key_5)
    assert len(readings(page, KNEE)) + len(readings(page, HAND)) == 2


def test_only_keys_with_ctrl_leaves_digits_alone(page: SymptomsPage, theme: Theme) -> None:
    theme.wear(Look(theme="day", only_ctrl_keys=True))
    press(page.list, Key.Key_1)
    press(page.list, Key.Key_5)
    press(page.shows.one.pictures.calendar, Key.Key_5)
    assert len(page.desk.snapshot.of(SymptomEntry)) == 2


def test_moving_on_forgets_the_pick(page: SymptomsPage) -> None:
    press(page.list, Key.Key_1)
    press(page.list, Key.Key_Down)
    press(page.list, Key.Key_2)
    assert len(readings(page, KNEE)) + len(readings(page, HAND)) == 2


def test_a_digit_on_a_day_writes_on_that_day(page: SymptomsPage) -> None:
    heard = heard_on(page)
    calendar = page.shows.one.pictures.calendar
    calendar.setFocus()
    press(calendar, Key.Key_Left)
    press(calendar, Key.Key_3)
    assert newest(page, KNEE).when == on_day(TODAY.replace(day=5))
    assert [(plain(said), undo) for said, undo in heard.said] == [
        ("Saved: knee pain 3 of 10, Tuesday 5 May", True)
    ]
    assert plain(calendar.spoken(calendar.currentIndex())) == "3 of 10, Tuesday 5 May 2026"


def test_enter_on_a_day_opens_its_reading_or_a_new_one(page: SymptomsPage) -> None:
    calendar = page.shows.one.pictures.calendar
    calendar.setFocus()
    press(calendar, Key.Key_Up)
    press(calendar, Key.Key_Return)
    assert form(page).record.id == "r1"
    press(form(page), Key.Key_Escape)
    assert page.focusWidget() is calendar
    press(calendar, Key.Key_Left)
    press(calendar, Key.Key_Return)
    form(page).save()
    assert newest(page, KNEE).when == on_day(TODAY.replace(day=4))


def test_delete_on_a_day_puts_its_reading_in_the_trash(page: SymptomsPage) -> None:
    calendar = page.shows.one.pictures.calendar
    calendar.setFocus()
    press(calendar, Key.Key_Delete)  # nothing is written today
    assert len(readings(page, KNEE)) == 1
    press(calendar, Key.Key_Up)
    press(calendar, Key.Key_Delete)
    assert readings(page, KNEE) == []
    page.desk.journal.undo()
    assert len(readings(page, KNEE)) == 1


def test_what_is_counted_is_of_the_days_in_view(maya: SymptomsPage) -> None:
    one = maya.shows.one
    assert [row.value for row in one.worse.listed.rows] == ["14 times", "9 times", "6 times"]
    one.pictures.zoom.pick(2)
    assert int(one.worse.listed.rows[0].count) > 60
    one.pictures.zoom.pick(0)
    assert [row.value for row in one.worse.listed.rows] == ["14 times", "9 times", "6 times"]


def test_a_day_to_come_cannot_be_chosen(page: SymptomsPage) -> None:
    calendar = page.shows.one.pictures.calendar
    calendar.setFocus()
    today = calendar.currentIndex()
    press(calendar, Key.Key_Down)
    assert calendar.currentIndex() == today
    calendar.open_cell(QModelIndex())
    assert page.shows._editor is None


def test_write_it_down_opens_the_form_and_its_draft_waits_for_this_symptom(page: SymptomsPage) -> None:
    push(page, "Write it down")
    assert not page.shows._write.isVisible()  # one main button at a time
    assert page.form_in_view() == (f"reading of {KNEE}", "")
    scale = form(page).first_focus().focusProxy()
    assert scale is not None
    press(scale, Key.Key_4)
    press(form(page), Key.Key_Escape)
    assert page.shows._write.isVisible()
    press(page.list, Key.Key_Down)
    push(page, "Write it down")
    form(page).save()
    assert newest(page, HAND).severity is None
    page.open_record(f"reading of {KNEE}")
    form(page).save()
    assert newest(page, KNEE).severity == 4


def test_delete_puts_a_reading_in_the_trash_and_undo_brings_it_back(maya: SymptomsPage) -> None:
    listed = maya.shows.one.written.listed
    first = listed.rows[0].key
    listed.setFocus()
    press(listed, Key.Key_Delete)
    assert listed.rows[0].key != first
    maya.desk.journal.undo()
    assert listed.rows[0].key == first


def test_enter_on_what_you_wrote_opens_it_and_back_gives_the_focus_again(maya: SymptomsPage) -> None:
    listed = maya.shows.one.written.listed
    listed.setFocus()
    press(listed, Key.Key_Return)
    assert form(maya).record.id == listed.rows[0].key
    press(form(maya), Key.Key_Escape)
    assert maya.focusWidget() is listed


def test_another_page_points_at_a_symptom_or_a_reading(maya: SymptomsPage) -> None:
    fatigue = next(one for one in maya.desk.snapshot.of(Symptom) if one.name == "Fatigue")
    maya.point_at(fatigue.id)
    assert maya.shows.title.words == "Fatigue"
    knee = next(one for one in maya.desk.snapshot.of(Symptom) if one.name == "Knee pain")
    reading = next(one for one in maya.desk.snapshot.of(SymptomEntry) if one.symptom == knee.id)
    maya.point_at(reading.id)
    assert maya.shows.title.words == "Knee pain"


# The symptom itself


def test_a_new_name_keeps_the_old_one_and_undo_takes_it_back(page: SymptomsPage) -> None:
    push(page, "Edit")
    name = line(form(page), "Name")
    name.selectAll()
    write(name, "Both knees")
    form(page).save()
    knee = page.desk.snapshot.get(Symptom, KNEE)
    assert knee is not None
    assert (knee.name, knee.other_names) == ("Both knees", ("Knee pain",))
    assert names(page) == ["Both knees", "Hand stiffness"]
    page.desk.journal.undo()
    assert names(page) == ["Knee pain", "Hand stiffness"]


def test_new_name_and_other_names_in_one_go_lose_neither(page: SymptomsPage) -> None:
    push(page, "Edit")
    line(form(page), "Name").setText("Both knees")
    line(form(page), "Other names it answers to").setText("kn, knees,")
    form(page).save()
    knee = page.desk.snapshot.get(Symptom, KNEE)
    assert knee is not None
    assert knee.other_names == ("kn", "knees", "Knee pain")


def test_a_name_that_is_taken_is_refused_with_what_to_do(page: SymptomsPage) -> None:
    push(page, "Edit")
    line(form(page), "Name").setText("hand STIFFNESS")
    form(page).save()
    row = form(page)._rows["name"]
    assert isinstance(row, FormRow)
    assert row.error == (
        "hand STIFFNESS already stands for Hand stiffness. Take another name, or make the two one."
    )
    assert names(page) == ["Knee pain", "Hand stiffness"]


def test_the_person_s_own_numbers_are_kept_and_shown(page: SymptomsPage) -> None:
    push(page, "Edit")
    write(line(form(page), "What it means"), "can work, can't drive")
    push(form(page), "Another number")
    second = form(page).findChildren(QLineEdit)
    write(next(one for one in second if one.accessibleName() == "What it means" and not one.text()), "bed")
    form(page).save()
    knee = page.desk.snapshot.get(Symptom, KNEE)
    assert knee is not None
    assert knee.anchors == (
        Anchor(severity=6, words="can work, can't drive"),
        Anchor(severity=7, words="bed"),
    )
    assert page.shows.one._anchors.words == "My 6 is: can work, can't drive. My 7 is: bed."


def test_settings_that_are_not_touched_give_back_the_same_symptom(maya: SymptomsPage, qtbot: QtBot) -> None:
    for symptom in maya.desk.snapshot.of(Symptom):
        editor = symptom_editor(maya.desk, symptom)
        qtbot.addWidget(editor)
        assert not editor.touched
        assert editor._changed() == symptom


def test_a_symptom_is_moved_by_keys_and_by_a_button(page: SymptomsPage) -> None:
    heard = heard_on(page)
    press(page.list, Key.Key_Down, ALT)
    assert names(page) == ["Hand stiffness", "Knee pain"]
    assert page.list.key == KNEE
    assert heard.said == [("Moved: Knee pain", True)]
    push(page, "Edit")
    push(page, "Move up")
    assert names(page) == ["Knee pain", "Hand stiffness"]
    assert form(page).isVisible()


def test_not_tracked_any_more_it_stands_apart_and_comes_back(page: SymptomsPage) -> None:
    push(page, "Edit")
    push(page, "Stop tracking, keep what is written")
    assert names(page) == ["Hand stiffness", "Not tracked any more", "Knee pain"]
    assert len(readings(page, KNEE)) == 1
    page.list.choose(KNEE)
    push(page, "Edit")
    push(page, "Track it again")
    assert names(page) == ["Knee pain", "Hand stiffness"]


def test_saving_after_a_move_keeps_the_new_place(page: SymptomsPage) -> None:
    push(page, "Edit")
    push(page, "Move down")
    line(form(page), "Other names it answers to").setText("kn")
    form(page).save()
    knee = page.desk.snapshot.get(Symptom, KNEE)
    assert knee is not None
    assert (knee.order, knee.other_names) == (1, ("kn",))


def test_one_that_was_never_used_can_go_to_the_trash(make: Make) -> None:
    typo = Symptom(id=RecordId("typo"), written=EVENING, name="Knee pian", order=9)
    page = make(*some_days(), typo)
    push(page, "Edit")
    shown = {one.text() for one in page.findChildren(QPushButton) if one.isVisible()}
    assert "Put it in the trash" not in shown
    page.list.choose("typo")
    push(page, "Edit")
    push(page, "Put it in the trash")
    assert names(page) == ["Knee pain", "Hand stiffness"]
    page.desk.journal.undo()
    assert names(page)[-1] == "Knee pian"


def test_menus_offer_what_keys_do(page: SymptomsPage) -> None:
    assert page.findChildren(EntryMenus) != []
    page.list.menu.emit(HAND, page.mapToGlobal(page.rect().center()))
    (menu,) = page.findChildren(QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == ["Write it down", "Edit", "Move up", "Move down", "See earlier versions"]
    menu.actions()[2].trigger()
    assert names(page) == ["Hand stiffness", "Knee pain"]
    menu.close()


def test_two_are_made_one_after_reading_what_will_happen(page: SymptomsPage) -> None:
    heard = heard_on(page)
    push(page, "Edit")
    push(page, "It is the same as another")
    assert list(unnamed(merging(page))) == []
    assert merging(page)._says.words.split("\n") == [
        "1 reading of Hand stiffness moves to Knee pain.",
        "Hand stiffness stays as another name for it: the quick line knows both.",
    ]
    assert merging(page).name is not None
    merging(page).name.pick(1)  # type: ignore[union-attr]
    assert merging(page)._says.words.startswith("1 reading of Knee pain moves to Hand stiffness.")
    push(page, "Make them one")
    assert heard.said == [("Knee pain and Hand stiffness are one now", True)]
    assert names(page) == ["Hand stiffness"]
    assert page.shows.title.words == "Hand stiffness"
    assert len(page.shows.one.written._kept.entries) == 2  # type: ignore[union-attr]
    page.desk.journal.undo()
    assert names(page) == ["Knee pain", "Hand stiffness"]


def test_back_from_making_one_changes_nothing(page: SymptomsPage) -> None:
    before = page.desk.snapshot
    push(page, "Edit")
    push(page, "It is the same as another")
    press(merging(page), Key.Key_Escape)
    assert page.shows._merging is None
    assert page.desk.snapshot == before
    assert page.shows._write.isVisible()


def test_made_one_by_mistake_they_can_be_taken_apart_any_day(page: SymptomsPage) -> None:
    push(page, "Edit")
    push(page, "It is the same as another")
    push(page, "Make them one")
    push(page, "Edit")
    push(page, "Take Hand stiffness apart again")
    assert names(page) == ["Knee pain", "Hand stiffness"]
    assert page.desk.snapshot.symptom(RecordId(HAND)) == page.desk.snapshot.get(Symptom, HAND)
