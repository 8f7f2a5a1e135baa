"""Visits and care team: written, changed and trashed by keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.records import (
    Clinician,
    PlanStep,
    Record,
    Visit,
)
from app.domain.records.record import RecordId
from app.services.sample import sample_journal
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import Editor
from app.ui.pages.care_team import CareTeamPage
from app.ui.pages.visits import VisitsPage
from app.ui.widgets.record_list import RecordList
from tests.ui.access import unnamed
from tests.ui.desks import Heard, desk_with
from tests.ui.hands import click, press, write

Key = Qt.Key
PAGES: tuple[Callable[[Desk], EditingPage], ...] = (VisitsPage, CareTeamPage)


def show(make: Callable[[Desk], EditingPage], desk: Desk, qtbot: QtBot) -> EditingPage:
    page = make(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    first = page.first_focus()
    if first is not None:
        first.setFocus()
    return page


def push(page: EditingPage, words: str) -> None:
    click(next(one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()))


def form(page: EditingPage) -> Editor:
    assert page._editor is not None
    return page._editor


def is_open(page: EditingPage) -> bool:
    return page._editor is not None


def the_list(page: EditingPage, name: str) -> RecordList:
    return next(one for one in page.findChildren(RecordList) if one.accessibleName() == name)


def get(desk: Desk, kind: type[Record], key: str) -> Record | None:
    return desk.snapshot.get(kind, RecordId(key))


@pytest.mark.parametrize("make", PAGES)
def test_every_page_has_names_and_a_first_place_empty_or_full(
    make: Callable[[Desk], EditingPage], empty: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    full = desk_with(tmp_path / "full", *sample_journal())
    for desk in (empty, full):
        page = show(make, desk, qtbot)
        assert list(unnamed(page)) == []
        first = page.first_focus()
        assert first is not None
        assert first.isVisible()


@pytest.mark.parametrize("make", PAGES)
def test_enter_opens_the_chosen_row_and_back_gives_the_list_the_focus_again(
    make: Callable[[Desk], EditingPage], tmp_path: Path, qtbot: QtBot
) -> None:
    page = show(make, desk_with(tmp_path, *sample_journal()), qtbot)
    listed = page.first_focus()
    assert isinstance(listed, RecordList)
    press(listed, Key.Key_Return)
    press(form(page), Key.Key_Escape)
    assert not is_open(page)
    assert page.focusWidget() is listed


def test_visits_are_sorted_by_what_can_be_done_with_them(desk: Desk, qtbot: QtBot) -> None:
    page = show(VisitsPage, desk, qtbot)
    rows = the_list(page, "Visits").rows
    assert [row.title for row in rows if row.heading] == ["Coming", "To write up"]
    assert [row.key for row in rows if not row.heading] == ["thursday", "last"]


def test_a_visit_is_prepared_and_written_up(desk: Desk, qtbot: QtBot) -> None:
    page = show(VisitsPage, desk, qtbot)
    listed = the_list(page, "Visits")
    listed.choose("thursday")
    push(page, "Prepare")
    write(form(page).first_focus(), "The injection fades")
    form(page).save()
    listed.choose("last")
    push(page, "Write it up")
    write(form(page).first_focus(), "Keep going")
    form(page).save()
    prepared, written = get(desk, Visit, "thursday"), get(desk, Visit, "last")
    assert isinstance(prepared, Visit)
    assert isinstance(written, Visit)
    assert prepared.concerns[0].text == "The injection fades"
    assert written.heard == "Keep going"
    assert [row.title for row in listed.rows if row.heading] == ["Coming", "Been"]


def test_a_step_of_the_plan_belongs_to_its_visit(desk: Desk, qtbot: QtBot) -> None:
    page = show(VisitsPage, desk, qtbot)
    the_list(page, "Visits").choose("last")
    push(page, "Add a step of the plan")
    write(form(page).first_focus(), "Send the letter")
    form(page).save()
    (step,) = (one for one in desk.snapshot.of(PlanStep) if one.text == "Send the letter")
    assert (step.visit, step.clinician) == ("last", "osei")


def test_delete_trashes_and_undo_brings_back(desk: Desk, qtbot: QtBot) -> None:
    heard = Heard()
    heard.listen(desk)
    page = show(VisitsPage, desk, qtbot)
    listed = the_list(page, "Visits")
    listed.choose("last")
    press(listed, Key.Key_Delete)
    assert get(desk, Visit, "last") is None
    assert heard.said == [("Put in the trash", True)]
    desk.journal.undo()
    assert get(desk, Visit, "last") is not None
    assert "last" in {row.key for row in listed.rows}


def test_someone_is_added_to_an_empty_care_team(empty: Desk, qtbot: QtBot) -> None:
    page = show(CareTeamPage, empty, qtbot)
    first = page.first_focus()
    assert first is not None
    press(first, Key.Key_Space)
    write(form(page).first_focus(), "Dr Lindqvist")
    form(page).save()
    assert [one.name for one in empty.snapshot.of(Clinician)] == ["Dr Lindqvist"]


def test_covering_the_window_keeps_what_is_being_typed(empty: Desk, qtbot: QtBot) -> None:
    page = show(CareTeamPage, empty, qtbot)
    first = page.first_focus()
    assert first is not None
    press(first, Key.Key_Space)
    write(form(page).first_focus(), "Dr L")
    page.leave()
    assert "Dr L" in empty.journal.drafts()["new clinician"]


def test_alt_left_leaves_the_form(empty: Desk, qtbot: QtBot) -> None:
    page = show(CareTeamPage, empty, qtbot)
    first = page.first_focus()
    assert first is not None
    press(first, Key.Key_Space)
    page.go_back()
    assert not is_open(page)
