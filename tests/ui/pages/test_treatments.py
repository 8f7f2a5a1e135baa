"""Treatments: chosen, compared, changed and undone by keys alone, drawn or as lists."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Record, Treatment, TreatmentChange
from app.domain.records.person import Badness
from app.domain.records.record import PRIVATE, RecordId, TreatmentId
from app.domain.records.treatments import Again, Barrier, ChangeKind, Taken, TreatmentKind, Verdict, Why
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.pages.treatments import TreatmentsPage
from app.ui.tab_order import stops_in
from app.ui.theme.look import Look
from app.ui.theme.theme import current
from app.ui.treating.change_editor import ChangeEditor
from app.ui.treating.change_fields import ALWAYS, FITS, ORDER
from app.ui.treating.full_page import FullPage
from app.ui.treating.side_effects import SideEffectsField
from app.ui.treating.take_now import TakeNow
from app.ui.treating.what_for import WhatForField
from app.ui.treating.which import WhichField
from app.ui.widgets.chips import Chips
from app.ui.widgets.form import FormRow
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.segments import Segments
from app.ui.widgets.when_field import WhenField
from tests.ui.access import description_of, name_of, role_of, unnamed
from tests.ui.desks import TODAY, Heard
from tests.ui.hands import click, press, write

Key = Qt.Key
SAMPLE = sample_journal()
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def records() -> tuple[Record, ...]:
    return (*SAMPLE,)


def show(desk: Desk, qtbot: QtBot, *, width: int = 1366) -> TreatmentsPage:
    page = TreatmentsPage(desk)
    qtbot.addWidget(page)
    page.resize(width, 768)
    page.show()
    page.first_focus().setFocus()
    return page


def treatment(desk: Desk, name: str) -> Treatment:
    return next(one for one in desk.snapshot.of(Treatment) if one.name == name)


def changes(desk: Desk, name: str, kind: ChangeKind) -> list[TreatmentChange]:
    key = treatment(desk, name).id
    found = [one for one in desk.snapshot.of(TreatmentChange) if one.treatment == key and one.change is kind]
    return sorted(found, key=lambda one: one.written)


def form(page: TreatmentsPage) -> ChangeEditor:
    assert isinstance(page._editor, ChangeEditor)
    return page._editor


def part(page: TreatmentsPage, kind: type[W], place: int = 0) -> W:
    return form(page).findChildren(kind)[place]


def left_of(widget: QWidget, page: TreatmentsPage) -> int:
    return widget.mapTo(page, QPoint()).x()


def rows(page: TreatmentsPage) -> list[FormRow]:
    return form(page).findChildren(FormRow)


def labels(page: TreatmentsPage) -> list[str]:
    return [row.label.words for row in rows(page) if row.isVisibleTo(page) and row.label.words]


def answer(page: TreatmentsPage, question: str, words: str) -> None:
    asked = next(one for one in form(page).findChildren(Segments) if one.accessibleName() == question)
    place = [choice.text() for choice in asked.choices].index(words)
    asked.pick(place)


def push(page: TreatmentsPage, words: str) -> None:
    click(next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()))


# Looking


def test_everything_has_a_name_and_the_first_treatment_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    assert list(unnamed(page)) == []
    assert page.first_focus() is page.overview.swimlanes.list
    assert page.overview.key == treatment(desk, "Adalimumab").id


def test_arrows_choose_and_what_is_below_follows(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    press(page.overview.swimlanes.list, Key.Key_Down)
    assert page.overview.key == treatment(desk, "Naproxen").id
    assert [row.title for row in page.overview.story.list.rows][:2] == ["Started, 250\u00a0mg", "Paused"]
    assert page.overview.compare.shown is not None
    assert page.overview.compare.shown.day == changes(desk, "Naproxen", ChangeKind.STARTED)[0].when.day  # type: ignore[union-attr]


def test_a_row_is_heard_with_its_name_and_then_what_it_says(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    model = page.overview.swimlanes.list.model()
    heard = [
        (
            index.data(Qt.ItemDataRole.AccessibleTextRole),
            index.data(Qt.ItemDataRole.AccessibleDescriptionRole),
        )
        for index in (model.index(row, 0) for row in range(model.rowCount()))
    ]
    spoken = dict(pair for pair in heard if pair[0])
    assert spoken["Methotrexate"] == (
        "5 December 2023 to 17 September 2024, stopped. To 15 milligrams a week. "
        "Helped, sick two days a week."
    )
    assert description_of(page.overview.swimlanes.list) == (
        "6 treatments now, 6 tried and stopped. Press L for the list."
    )


def test_before_and_after_is_a_chart_with_its_sentence(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    chart = page.overview.compare.chart
    assert role_of(chart) == QAccessible.Role.Chart
    assert name_of(chart) == "Knee pain before and after 12 June 2025"
    assert description_of(chart) == (
        "90 days before: 42 readings, 90 days after: 41 readings The middle reading went from 6.5 to 4. "
        "This shows what happened, not why: sulfasalazine also stopped on 8 April and hand therapy also "
        "began on 30 June."
    )


def test_l_turns_lanes_and_readings_into_lists_with_the_same_facts(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    write(page.overview.swimlanes.list, "l")
    assert page.overview.list.isVisible()
    assert page.focusWidget() is page.overview.list
    assert not page.overview.swimlanes.isVisible()
    assert {row.key for row in page.overview.list.rows if not row.heading} == {
        one.id for one in desk.snapshot.of(Treatment)
    }
    write(page.overview.list, "l")
    assert page.focusWidget() is page.overview.swimlanes.list
    write(page.overview.swimlanes.list, "b")
    focused = page.focusWidget()
    assert focused is not None
    write(focused, "l")
    assert page.overview.compare.list.isVisible()
    assert len(page.overview.compare.list.rows) == 83
    assert page.overview.compare.list.rows[0].spoken.endswith(" of 10")


def test_another_symptom_and_length_are_chosen(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    shown = page.overview.compare.shown
    assert shown is not None
    hand = next(key for key, name in shown.symptoms if "Hand" in name)
    page.overview.compare.chosen.emit(hand, 30)
    shown = page.overview.compare.shown
    assert shown is not None
    assert (shown.symptom, shown.days) == (hand, 30)
    assert shown.title.startswith("Hand")


def test_another_page_points_at_a_change_and_it_is_shown_around_it(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    dose = changes(desk, "Propranolol", ChangeKind.DOSE)[0]
    page.point_at(dose.id)
    assert page.overview.key == treatment(desk, "Propranolol").id
    assert page.overview.story.list.key == dose.id
    assert page.overview.compare.shown is not None
    assert page.overview.compare.shown.title.endswith("before and after the new dose")
    page.point_at(treatment(desk, "Omega-3").id)
    assert page.overview.key == treatment(desk, "Omega-3").id


def test_where_there_is_little_room_the_bars_go_and_the_words_stay(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot, width=690)
    columns = page.overview.swimlanes.list.columns
    assert columns is not None
    assert columns.bar_width == 0
    assert not columns.stacked
    assert columns.verdict_width > 100
    assert not page.legend.isVisible()


def test_where_not_even_three_columns_fit_words_stand_below_each_other(desk: Desk, qtbot: QtBot) -> None:
    wide, narrow = show(desk, qtbot, width=690), show(desk, qtbot, width=430)
    columns = narrow.overview.swimlanes.list.columns
    assert columns is not None
    assert columns.stacked
    row = narrow.overview.swimlanes.list.sizeHintForRow(1)
    assert row >= 3 * 20 > wide.overview.swimlanes.list.sizeHintForRow(1)


def test_tab_goes_through_lanes_story_and_panel_and_then_the_header(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    stops = [name_of(stop) for region in page.regions() for stop in stops_in(region)]
    assert stops == [
        "Treatments",
        "Open Adalimumab",
        "What happened, Adalimumab",
        "Knee pain",
        "90 days",
        "As a list",
        "By day since the dose",
        "As a list",
        "Something changed",
        "More",
    ]
    choices = page.overview.compare.findChildren(PickList)
    assert [description_of(choice) for choice in choices] == ["Symptom", "Days on each side"]


def test_with_nothing_stopped_the_second_heading_says_so(empty: Desk, qtbot: QtBot) -> None:
    page = show(empty, qtbot)
    page.take_now()
    write(taking_now(page).rows[0].line, "naproxen")
    taking_now(page).save()
    model = page.overview.swimlanes.list.model()
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert said == ["Taking now", "naproxen", "Tried and stopped Nothing stopped yet."]
    assert page.overview.list.rows[-1].count == "Nothing stopped yet."


# Days since the dose


def test_the_days_since_the_dose_are_shown_beside_and_a_dose_is_written_in_one_press(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    page = show(desk, qtbot)
    push(page, "By day since the dose")
    rounds = page.overview.rounds
    assert rounds.isVisible()
    assert page.focusWidget() is rounds.take
    assert role_of(rounds.chart) == QAccessible.Role.Chart
    assert "day 13" in description_of(rounds.chart)
    write(rounds.take, "l")
    assert [row.when for row in rounds.list.rows][:2] == ["Dose day", "Day 1"]
    before = len(changes(desk, "Adalimumab", ChangeKind.TAKEN))
    press(rounds.take, Key.Key_Space)
    assert heard.said == [("Saved: Adalimumab taken", True)]
    assert len(changes(desk, "Adalimumab", ChangeKind.TAKEN)) == before + 1
    assert not rounds.take.isVisible()
    desk.journal.undo()
    assert rounds.take.isVisible()
    push(page, "Before and after")
    assert page.overview.compare.isVisible()


def test_a_daily_medicine_has_no_days_since_the_dose(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    push(page, "By day since the dose")
    page.overview.choose(treatment(desk, "Naproxen").id)
    assert page.overview.compare.isVisible()
    assert not page.overview.compare.rounds.isVisible()


# What I take now


def taking_now(page: TreatmentsPage) -> TakeNow:
    assert isinstance(page._cover, TakeNow)
    return page._cover


def test_an_empty_journal_asks_kindly_and_one_table_fills_it_in_one_command(
    empty: Desk, qtbot: QtBot
) -> None:
    page = show(empty, qtbot)
    first = page.first_focus()
    assert name_of(first) == "Add what I take now"
    assert list(unnamed(page)) == []
    press(first, Key.Key_Return)
    table = taking_now(page)
    lines = ("naproxen 250 mg twice a day", "Lipitor 20 mg at night since 2019", "turmeric, from the shop")
    for line in lines:
        focused = page.focusWidget()
        assert focused is not None
        write(focused, line)
        press(focused, Key.Key_Return)
    assert description_of(table.rows[1].line) == "Lipitor, 20 milligrams, at night, 2019"
    assert len(table.rows) == 4
    press(table.rows[0].line, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page._cover is None
    assert {one.name for one in empty.snapshot.of(Treatment)} == {"naproxen", "Lipitor", "turmeric"}
    starts = {one.treatment: one.when for one in empty.snapshot.of(TreatmentChange)}
    assert starts[TreatmentId(treatment(empty, "naproxen").id)] is None
    assert treatment(empty, "turmeric").treatment is TreatmentKind.FROM_THE_SHOP
    assert page.focusWidget() is page.overview.swimlanes.list
    empty.journal.undo()
    assert empty.snapshot.of(Treatment) == ()


def test_lines_that_were_not_saved_come_back(empty: Desk, qtbot: QtBot) -> None:
    page = show(empty, qtbot)
    page.open_record("taking now")
    write(taking_now(page).rows[0].line, "naproxen")
    press(taking_now(page).rows[0].line, Key.Key_Escape)
    assert page._cover is None
    page.take_now()
    assert taking_now(page).rows[0].text == "naproxen"
    taking_now(page).save()
    page.take_now()
    assert [row.text for row in taking_now(page).rows] == ["", "", ""]


def test_nothing_written_says_what_to_do(empty: Desk, qtbot: QtBot) -> None:
    page = show(empty, qtbot)
    page.take_now()
    taking_now(page).save()
    assert taking_now(page).trouble.isVisible()
    assert page.focusWidget() is taking_now(page).rows[0].line


# One treatment in full


def in_full(page: TreatmentsPage) -> FullPage:
    assert isinstance(page._cover, FullPage)
    return page._cover


def test_enter_opens_the_full_page_and_escape_gives_the_lanes_back(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    press(page.overview.swimlanes.list, Key.Key_Return)
    full = in_full(page)
    assert list(unnamed(page)) == []
    assert page.focusWidget() is full.changes
    press(full.changes, Key.Key_Escape)
    assert page._cover is None
    assert page.focusWidget() is page.overview.swimlanes.list


def test_how_it_is_really_taken_is_kept_as_it_is_answered(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.open_treatment(treatment(desk, "Propranolol").id)
    how = in_full(page).how
    assert not how.barriers.isVisible()
    how.taken.pick(2)
    assert how.barriers.isVisible()
    how.barriers.chips[2].click()
    (said,) = changes(desk, "Propranolol", ChangeKind.HOW_TAKEN)
    assert (said.taken, said.barriers) == (Taken.SOMETIMES, (Barrier.FORGETTING,))
    assert said.when is not None
    assert said.when.day == TODAY
    desk.journal.undo()
    desk.journal.undo()
    assert changes(desk, "Propranolol", ChangeKind.HOW_TAKEN) == []
    assert how.taken.place == -1


def test_sharing_and_every_change_are_in_the_full_page(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    key = treatment(desk, "Adalimumab").id
    page.open_treatment(key)
    full = in_full(page)
    full._sharing.choose(PRIVATE)
    assert treatment(desk, "Adalimumab").sharing == PRIVATE
    headings = [row.title for row in full.changes.rows if row.heading]
    assert headings == ["Dose days"]
    full.changes.choose(changes(desk, "Adalimumab", ChangeKind.STARTED)[0].id)
    press(full.changes, Key.Key_Return)
    assert form(page).record.id == changes(desk, "Adalimumab", ChangeKind.STARTED)[0].id
    press(form(page), Key.Key_Escape)
    assert page.focusWidget() is full.changes
    assert full.isVisible()


def test_a_stopped_treatment_is_not_asked_how_it_is_taken(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.open_treatment(treatment(desk, "Methotrexate").id)
    assert not in_full(page).how.isVisible()


# Changing


def test_first_only_what_changed_is_asked_and_then_what_fits(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    write(page.overview.swimlanes.list, "c")
    assert labels(page) == ["What changed?"]
    answer(page, "What changed?", "Skipped for a while")
    assert labels(page) == [
        "What changed?",
        "Which",
        "When",
        "Until, if it was for a while",
        "What gets in the way",
        "Why, in my words",
        "Photos and files",
    ]
    answer(page, "What changed?", "Stopped")
    assert {"All in all", "Would I try it again?", "Side effects"} <= set(labels(page))
    assert "Dose, as planned" not in labels(page)


def test_a_stop_is_written_with_everything_that_was_said_and_undone(
    desk: Desk, heard: Heard, qtbot: QtBot
) -> None:
    page = show(desk, qtbot)
    write(page.overview.swimlanes.list, "c")
    answer(page, "What changed?", "Stopped")
    chips = next(one for one in form(page).findChildren(Chips) if one.accessibleName() == "Why")
    next(chip for chip in chips.chips if chip.text() == "cost").click()
    effects = part(page, SideEffectsField)
    write(effects._effects[0].line, "itchy patch")
    effects._effects[0].badness.pick(0)
    effects.more.click()
    write(effects._effects[1].line, "tired")
    answer(page, "All in all", "helped")
    answer(page, "Would I try it again?", "maybe")
    form(page).save()
    assert heard.said == [("Saved: Adalimumab", True)]
    (stopped,) = changes(desk, "Adalimumab", ChangeKind.STOPPED)
    assert stopped.when is not None
    assert (stopped.when.day, stopped.why, stopped.verdict, stopped.again) == (
        TODAY,
        (Why.COST,),
        Verdict.HELPED,
        Again.MAYBE,
    )
    assert [(one.words, one.badness) for one in stopped.side_effects] == [
        ("itchy patch", Badness.MILD),
        ("tired", None),
    ]
    lanes = page.overview.swimlanes.lanes
    assert lanes is not None
    assert "Adalimumab" in [row.name for row in lanes.stopped]
    desk.journal.undo()
    lanes = page.overview.swimlanes.lanes
    assert lanes is not None
    assert "Adalimumab" in [row.name for row in lanes.now]


def test_something_new_is_started_in_one_command(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.something_changed()
    answer(page, "What changed?", "Started")
    which = part(page, WhichField)
    assert which.is_new
    answer(page, "What changed?", "Stopped")
    assert which.which.key == treatment(desk, "Adalimumab").id
    answer(page, "What changed?", "Started")
    form(page).save()
    assert [row.error for row in rows(page) if row.error] == ["Choose which one, or write its name."]
    press(form(page), Key.Key_Escape)
    page.something_changed()
    which = part(page, WhichField)
    assert which.is_new
    write(which.name, "Lipitor")
    which.kind.pick(1)
    assert not any(chip.isChecked() for chip in part(page, WhatForField).chips.chips)
    dose = next(row for row in rows(page) if row.label.words == "Dose, as planned")
    write(dose.field, "20 mg")
    before = len(desk.journal.recent())
    form(page).save()
    new = treatment(desk, "Lipitor")
    (started,) = changes(desk, "Lipitor", ChangeKind.STARTED)
    assert new.treatment is TreatmentKind.FROM_THE_SHOP
    assert started.planned is not None
    assert started.planned.unit == "mg"
    assert len(desk.journal.recent()) == before + 1
    desk.journal.undo()
    assert "Lipitor" not in [one.name for one in desk.snapshot.of(Treatment)]


def test_every_kind_of_change_has_its_fields_and_every_field_its_place() -> None:
    assert set(FITS) == set(ChangeKind)
    asked = {name for names in FITS.values() for name in names}
    assert asked | set(ALWAYS) == set(ORDER)


def test_a_switch_ends_the_one_and_begins_the_other(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.something_changed()
    answer(page, "What changed?", "Switched")
    to = part(page, WhichField, 1)
    to.picker.setCurrentIndex(to.picker.count() - 1)
    write(to.name, "Etanercept")
    dose = next(row for row in rows(page) if row.label.words == "Dose of the new one")
    write(dose.field, "50 mg")
    form(page).save()
    (switched,) = changes(desk, "Adalimumab", ChangeKind.SWITCHED)
    (started,) = changes(desk, "Etanercept", ChangeKind.STARTED)
    assert switched.switched_to == treatment(desk, "Etanercept").id
    assert started.planned is not None
    assert started.planned.words == "50 mg"
    desk.journal.trash(started.id)
    page.open_record(switched.id)
    answer(page, "All in all", "helped")
    form(page).save()
    assert changes(desk, "Etanercept", ChangeKind.STARTED) == []
    assert changes(desk, "Adalimumab", ChangeKind.SWITCHED)[0].switched_to == switched.switched_to


def test_what_no_longer_fits_is_not_saved(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.something_changed()
    answer(page, "What changed?", "New dose")
    dose = next(row for row in rows(page) if row.label.words == "Dose, as planned")
    write(dose.field, "80 mg")
    answer(page, "What changed?", "Stopped")
    form(page).save()
    (stopped,) = changes(desk, "Adalimumab", ChangeKind.STOPPED)
    assert stopped.planned is None


def test_nothing_chosen_says_what_to_do_and_keeps_what_was_typed(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.something_changed()
    form(page).save()
    errors = [row.error for row in rows(page) if row.error]
    assert errors == ["Choose what happened first."]
    answer(page, "What changed?", "Noticed something")
    when = part(page, WhenField)
    when.show_text("yesterday")
    press(form(page), Key.Key_Escape)
    assert page._editor is None
    assert page.focusWidget() is page.overview.swimlanes.list
    page.something_changed()
    assert part(page, WhenField).text == "yesterday"
    assert "What did you notice?" in labels(page)


def test_enter_in_the_story_opens_that_change_with_all_it_holds(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.overview.choose(treatment(desk, "Methotrexate").id)
    page.overview.story.list.choose(changes(desk, "Methotrexate", ChangeKind.STOPPED)[0].id)
    page.overview.story.list.setFocus()
    press(page.overview.story.list, Key.Key_Return)
    assert form(page).record.id == changes(desk, "Methotrexate", ChangeKind.STOPPED)[0].id
    assert "What it did to me" in labels(page)


def test_only_one_button_is_filled_at_a_time(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)

    def filled() -> list[str]:
        found = page.findChildren(QPushButton)
        return [one.text() for one in found if one.property("kind") == "main" and one.isVisible()]

    assert filled() == ["Something changed"]
    page.something_changed()
    assert filled() == ["Save"]


def test_a_treatment_in_the_trash_leaves_the_lanes_and_undo_brings_it_back(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    key = treatment(desk, "Omega-3").id
    page._trash(key)
    assert not page.overview.choose(key)
    desk.journal.undo()
    assert page.overview.choose(RecordId(key))


def test_delete_puts_a_treatment_and_a_change_in_the_trash(desk: Desk, heard: Heard, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    key = page.overview.key
    press(page.overview.swimlanes.list, Key.Key_Delete)
    assert page.overview.key != key
    desk.journal.undo()
    page.overview.choose(str(key))
    page.overview.story.list.setFocus()
    before = len(page.overview.story.list.rows)
    press(page.overview.story.list, Key.Key_Delete)
    assert len(page.overview.story.list.rows) == before - 1
    assert heard.said == [("Put in the trash", True), ("Put in the trash", True)]


def test_single_letters_do_nothing_where_only_keys_with_ctrl_are_wanted(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    current().wear(Look(theme="day", only_ctrl_keys=True))
    write(page.overview.swimlanes.list, "c")
    assert page._editor is None
    write(page.overview.swimlanes.list, "l")
    assert not page.overview.listed


def test_after_a_lock_the_page_comes_back_to_what_was_open(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.overview.choose(treatment(desk, "Naproxen").id)
    page.something_changed()
    answer(page, "What changed?", "Stopped")
    page.leave()
    kept = page.form_in_view()
    again = show(desk, qtbot)
    again.open_record(kept[0])
    assert form(again).record.treatment == treatment(desk, "Naproxen").id  # type: ignore[attr-defined]
    assert "All in all" in labels(again)
    press(form(again), Key.Key_Escape)
    again.open_treatment(treatment(desk, "Naproxen").id)
    kept = again.form_in_view()
    third = show(desk, qtbot)
    third.open_record(kept[0])
    assert in_full(third).key == treatment(desk, "Naproxen").id
    third.take_now()
    assert third.form_in_view() == ("taking now", "")


def test_what_i_take_now_is_behind_more_at_every_width(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    click(page._more)
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    offered = {action.text(): action for action in menu.actions()}
    assert list(offered) == ["Add what I take now", "As a list"]
    offered["Add what I take now"].trigger()
    menu.close()
    assert isinstance(page._cover, TakeNow)


def test_trouble_is_said_on_the_page_and_what_was_typed_stays(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.something_changed()
    answer(page, "What changed?", "Stopped")
    desk.troubled.emit("This could not be saved yet.")
    assert page.trouble.isVisible()
    qtbot.waitUntil(lambda: left_of(page.trouble, page) == left_of(page.title, page) > 0)
    assert "All in all" in labels(page)
