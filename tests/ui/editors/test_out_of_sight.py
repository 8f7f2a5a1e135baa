"""How a visit went is out of sight until it is asked for, where the person wants that."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.records import Visit
from app.domain.records.record import RecordId
from app.ui.desk import Desk
from app.ui.editors.editor import Editor
from app.ui.editors.visit import after_editor
from app.ui.widgets.button import Button
from tests.ui.hands import press


def shown(desk: Desk, qtbot: QtBot) -> Editor:
    visit = desk.snapshot.get(Visit, RecordId("last"))
    assert visit is not None
    editor = after_editor(desk, visit)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    return editor


def show_button(editor: Editor) -> Button | None:
    found = [one for one in editor.findChildren(Button) if one.text() == "Show how it went"]
    return found[0] if found else None


def test_it_is_in_sight_by_itself(desk: Desk, qtbot: QtBot) -> None:
    editor = shown(desk, qtbot)
    assert editor._rows["one_line"].isVisible()
    assert show_button(editor) is None


def test_it_is_out_of_sight_until_asked_for(desk: Desk, qtbot: QtBot) -> None:
    desk.prefer("Hide how it went: on", hide_how_it_went=True)
    editor = shown(desk, qtbot)
    felt = ("listened", "trust", "one_line")
    assert not any(editor._rows[name].isVisible() for name in felt)
    assert editor._rows["heard"].isVisible()
    show = show_button(editor)
    assert show is not None
    press(show, Qt.Key.Key_Return)
    assert all(editor._rows[name].isVisible() for name in felt)
    focus = editor.focusWidget()
    assert focus is not None
    assert editor._rows["listened"].isAncestorOf(focus)
