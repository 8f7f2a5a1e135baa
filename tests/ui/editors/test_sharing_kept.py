"""Who may see a thing, chosen and not saved yet, comes back with the words."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.records import Question
from app.domain.records.record import PRIVATE, Mark, RecordId, Sharing
from app.ui.desk import Desk
from app.ui.editors.editor import UNNAMED, Editor
from app.ui.editors.question import question_editor
from app.ui.widgets.sharing_mark import SharingMark
from tests.ui.desks import EVENING, OSEI


def new_form(desk: Desk, key: str, qtbot: QtBot) -> tuple[Editor, SharingMark]:
    made = question_editor(desk, Question(id=RecordId(key), written=EVENING, text=UNNAMED), new=True)
    qtbot.addWidget(made)
    made.show()
    mark = made.findChild(SharingMark)
    assert isinstance(mark, SharingMark)
    return made, mark


@pytest.mark.parametrize("chosen", [PRIVATE, Sharing(mark=Mark.NOT_WITH, not_with=(OSEI,))])
def test_a_mark_chosen_before_a_lock_is_there_after_it(desk: Desk, qtbot: QtBot, chosen: Sharing) -> None:
    first, mark = new_form(desk, "one", qtbot)
    QTest.keyClicks(first.first_focus(), "Is it my fault")
    mark.choose(chosen)
    first.keep_draft()
    second, again = new_form(desk, "two", qtbot)
    assert again.sharing == chosen
    second.save()
    saved = desk.snapshot.get(Question, RecordId("two"))
    assert saved is not None
    assert saved.sharing == chosen
