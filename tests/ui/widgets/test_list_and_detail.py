"""The list column and what is chosen in it, beside each other or in turn."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.page import Page


@pytest.fixture
def page(qtbot: QtBot) -> ListAndDetail:
    """A list with one button, and a detail with another."""
    detail = Page("Knee pain", Words())
    detail.body.addWidget(QPushButton("Reading"))
    made = ListAndDetail("Symptoms", Words(), detail)
    made.column.addWidget(QPushButton("Row"))
    qtbot.addWidget(made)
    return made


def _shown(page: ListAndDetail) -> set[str]:
    return {button.text() for button in page.findChildren(QPushButton) if button.isVisible()} - {""}


def test_both_stand_beside_each_other_where_there_is_room(page: ListAndDetail) -> None:
    """At 1366 px nothing needs a way back."""
    page.resize(1366, 768)
    page.show()
    assert _shown(page) == {"Row", "Reading"}
    assert not page.one_at_a_time


def test_they_take_turns_where_there_is_less(page: ListAndDetail) -> None:
    """Below 1000 px the list comes first; the detail has Back."""
    page.resize(800, 700)
    page.show()
    assert _shown(page) == {"Row"}
    page.show_detail()
    assert _shown(page) == {"Back", "Reading"}
    page.go_back()
    assert _shown(page) == {"Row"}


def test_f6_goes_from_the_list_to_the_detail(page: ListAndDetail) -> None:
    """The list is the first part, then those of the detail; alone, only the one in view."""
    page.resize(1366, 768)
    page.show()
    assert len(page.regions()) == 2 + len(page.detail.regions())
    page.resize(800, 700)
    page.refold()
    assert len(page.regions()) == 1
