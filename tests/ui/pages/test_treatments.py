"""Treatments: chosen, compared, changed and undone by keys alone, drawn or as lists."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.records import Treatment, TreatmentChange
from app.domain.records.person import Badness
from app.domain.records.record import RecordId
from app.domain.records.treatments import Again, ChangeKind, TreatmentKind, Verdict, Why
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.pages.treatments import TreatmentsPage
from app.ui.treating.change_editor import ChangeEditor
from app.ui.treating.side_effects import SideEffectsField
from app.ui.treating.which import WhichField
from app.ui.widgets.chips import Chips
from app.ui.widgets.form import FormRow
from app.ui.widgets.segments import Segments
from app.ui.widgets.when_field import WhenField
from tests.ui.access import description_of, name_of, role_of, unnamed
from tests.ui.desks import TODAY, Heard, desk_with
from tests.ui.hands import click, press, write

Key = Qt.Key
SAMPLE = sample_journal()
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path, *SAMPLE)
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path)
    yield made
    made.leave()
    made.session.lock(backup=False)


@pytest.fixture
def heard(desk: Desk) -> Heard:
    made = Heard()
    made.listen(desk)
    return made


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
    assert page.first_focus() is page.swimlanes.list
    assert page.key == treatment(desk, "Adalimumab").id


def test_arrows_choose_and_what_is_below_follows(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    press(page.swimlanes.list, Key.Key_Down)
    assert page.key == treatment(desk, "Naproxen").id
    assert [row.title for row in page.story.list.rows][:2] == ["Started, 250\u00a0mg", "Paused"]
    assert page.compare.shown is not None
    assert page.compare.shown.day == changes(desk, "Naproxen", ChangeKind.STARTED)[0].when.day  # type: ignore[union-attr]


def test_a_row_is_heard_with_its_name_and_then_what_it_says(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    model = page.swimlanes.list.model()
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
    assert description_of(page.swimlanes.list) == (
        "6 treatments now, 6 tried and stopped. Press L for the list."
    )


def test_before_and_after_is_a_chart_with_its_sentence(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    chart = page.compare.chart
    assert role_of(chart) == QAccessible.Role.Chart
    assert name_of(chart) == "Knee pain before and after 12 June 2025"
    assert description_of(chart) == (
        "90 days before: 42 readings, 90 days after: 41 readings The middle reading went from 6.5 to 4. "
        "This shows what happened, not why: sulfasalazine also stopped on 8 April and hand therapy also "
        "began on 30 June."
    )


def test_l_turns_lanes_and_readings_into_lists_with_the_same_facts(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    write(page.swimlanes.list, "l")
    assert page.list.isVisible()
    assert page.focusWidget() is page.list
    assert not page.swimlanes.isVisible()
    assert {row.key for row in page.list.rows if not row.heading} == {
        one.id for one in desk.snapshot.of(Treatment)
    }
    write(page.list, "l")
    assert page.focusWidget() is page.swimlanes.list
    write(page.swimlanes.list, "b")
    focused = page.focusWidget()
    assert focused is not None
    write(focused, "l")
    assert page.compare.list.isVisible()
    assert len(page.compare.list.rows) == 83
    assert page.compare.list.rows[0].spoken.endswith(" of 10")


def test_another_symptom_and_length_are_chosen(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    shown = page.compare.shown
    assert shown is not None
    hand = next(key for key, name in shown.symptoms if "Hand" in name)
    page.compare.chosen.emit(hand, 30)
    shown = page.compare.shown
    assert shown is not None
    assert (shown.symptom, shown.days) == (hand, 30)
    assert shown.title.startswith("Hand")


def test_another_page_points_at_a_change_and_it_is_shown_around_it(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    dose = changes(desk, "Propranolol", ChangeKind.DOSE)[0]
    page.point_at(dose.id)
    assert page.key == treatment(desk, "Propranolol").id
    assert page.story.list.key == dose.id
    assert page.compare.shown is not None
    assert page.compare.shown.title.endswith("before and after the new dose")
    page.point_at(treatment(desk, "Omega-3").id)
    assert page.key == treatment(desk, "Omega-3").id


def test_where_there_is_little_room_the_bars_go_and_the_words_stay(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot, width=600)
    columns = page.swimlanes.list.columns
    assert columns is not None
    assert columns.bar_width == 0
    assert columns.verdict_width > 100
    assert not page.legend.isVisible()


# Changing


def test_first_only_what_changed_is_asked_and_then_what_fits(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    write(page.swimlanes.list, "c")
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
    write(page.swimlanes.list, "c")
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
    lanes = page.swimlanes.lanes
    assert lanes is not None
    assert "Adalimumab" in [row.name for row in lanes.stopped]
    desk.journal.undo()
    lanes = page.swimlanes.lanes
    assert lanes is not None
    assert "Adalimumab" in [row.name for row in lanes.now]


def test_something_new_is_started_in_one_command(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.something_changed()
    answer(page, "What changed?", "Started")
    which = part(page, WhichField)
    which.picker.setCurrentIndex(which.picker.count() - 1)
    write(which.name, "Lipitor")
    which.kind.pick(1)
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
    assert page.focusWidget() is page.swimlanes.list
    page.something_changed()
    assert part(page, WhenField).text == "yesterday"
    assert "What did you notice?" in labels(page)


def test_enter_in_the_story_opens_that_change_with_all_it_holds(desk: Desk, qtbot: QtBot) -> None:
    page = show(desk, qtbot)
    page.choose(treatment(desk, "Methotrexate").id)
    page.story.list.choose(changes(desk, "Methotrexate", ChangeKind.STOPPED)[0].id)
    page.story.list.setFocus()
    press(page.story.list, Key.Key_Return)
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
    assert not page.choose(key)
    desk.journal.undo()
    assert page.choose(RecordId(key))
