"""About me: what was said about allergies can be seen and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.records import NoneKnown
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.pages.about_me import AboutMePage
from app.ui.widgets.button import Button
from app.ui.widgets.record_list import RecordList
from tests.ui.desks import Heard, desk_with


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = desk_with(tmp_path)
    yield made
    made.leave()
    made.session.lock(backup=False)


def push(page: AboutMePage, words: str) -> None:
    next(one for one in page.findChildren(Button) if one.text() == words).click()


def allergies(page: AboutMePage) -> list[str]:
    lists = page.findChildren(RecordList)
    shown = next(one for one in lists if one.accessibleName() == "Allergies")
    return [row.title for row in shown.rows]


def test_none_that_i_know_of_is_shown_and_can_be_taken_back(desk: Desk, qtbot: QtBot) -> None:
    page = AboutMePage(desk)
    qtbot.addWidget(page)
    page.show()
    assert allergies(page) == []
    push(page, "I have none that I know of")
    assert allergies(page) == ["None that I know of"]
    push(page, "I am not sure any more")
    assert allergies(page) == []
    assert desk.snapshot.of(NoneKnown) == ()


def test_something_new_is_called_by_its_name_when_it_is_saved(desk: Desk, qtbot: QtBot) -> None:
    heard = Heard()
    heard.listen(desk)
    page = AboutMePage(desk)
    qtbot.addWidget(page)
    page.show()
    push(page, "Add an allergy")
    editor = page.findChild(Editor)
    assert editor is not None
    QTest.keyClicks(editor.first_focus(), "Penicillin")
    editor.save()
    assert heard.said == [("Saved: Penicillin", True)]
