import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.widgets.chips import Chips
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.segments import Segments
from app.ui.widgets.severity_scale import SeverityScale
from tests.ui.access import description_of, interface, name_of, role_of
from tests.ui.hands import click, press, write

Key = Qt.Key


@pytest.fixture
def scale(qtbot: QtBot) -> SeverityScale:
    made = SeverityScale(Words())
    qtbot.addWidget(made)
    made.show()
    made.setFocus()
    return made


def test_a_scale_has_no_default(scale: SeverityScale) -> None:
    assert scale.value is None
    assert not any(choice.isChecked() for choice in scale.choices)


@pytest.mark.parametrize(("key", "value"), [("0", 0), ("7", 7), ("9", 9), ("x", 10), ("X", 10)])
def test_a_digit_picks_and_x_is_ten(scale: SeverityScale, qtbot: QtBot, key: str, value: int) -> None:
    with qtbot.waitSignal(scale.chosen) as said:
        write(scale.choices[0], key)
    assert said.args == [value]
    assert scale.value == value


def test_arrows_move_and_never_pick(scale: SeverityScale) -> None:
    scale.show_value(5)
    scale.choices[5].setFocus()
    press(scale.choices[5], Key.Key_Right)
    press(scale.choices[6], Key.Key_Right)
    assert scale.value == 5
    assert scale.focusProxy() is scale.choices[7]
    press(scale.choices[7], Key.Key_Space)
    assert scale.value == 7


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_empties_the_answer(scale: SeverityScale, qtbot: QtBot, key: Qt.Key) -> None:
    scale.show_value(3)
    with qtbot.waitSignal(scale.chosen) as said:
        press(scale.choices[3], key)
    assert said.args == [-1]
    assert scale.value is None


def test_a_second_click_on_the_chosen_one_empties_it(scale: SeverityScale) -> None:
    click(scale.choices[4])
    first = scale.value
    click(scale.choices[4])
    second = scale.value
    click(scale.choices[4])
    assert (first, second, scale.value) == (4, None, 4)


def test_a_scale_is_one_stop_for_tab(scale: SeverityScale) -> None:
    scale.choose(6)
    stops = [c for c in scale.choices if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [scale.choices[6]]


def test_a_scale_is_read_as_radio_buttons_with_their_meaning(scale: SeverityScale) -> None:
    scale.show_value(5)
    assert name_of(scale) == "How bad, 0 to 10"
    assert description_of(scale) == "0 none, 10 worst you can imagine"
    assert role_of(scale) == QAccessible.Role.Grouping
    assert [name_of(c) for c in scale.choices[:2]] == ["0 of 10", "1 of 10"]
    assert role_of(scale.choices[5]) == QAccessible.Role.RadioButton
    assert interface(scale.choices[5]).state().checked


def test_segments_give_their_words_and_can_be_emptied(qtbot: QtBot) -> None:
    segments = Segments("Did I understand it?", ["yes", "partly", "no"])
    qtbot.addWidget(segments)
    spy = QSignalSpy(segments.chosen)
    click(segments.choices[1])
    assert segments.answer == "partly"
    segments.empty()
    assert segments.answer == ""
    assert [spy.at(n)[0] for n in range(spy.count())] == [1, -1]
    assert name_of(segments) == "Did I understand it?"


def test_chips_choose_many_and_say_each_change(qtbot: QtBot) -> None:
    chips = Chips("Show", ["Treatments", "Symptoms", "Visits"], frozenset({"Visits"}))
    qtbot.addWidget(chips)
    chips.show()
    with qtbot.waitSignal(chips.changed):
        press(chips.chips[0], Key.Key_Space)
    assert chips.on == ("Treatments", "Visits")
    assert interface(chips.chips[0]).state().checked
    assert name_of(chips) == "Show"


def test_a_scale_wraps_after_five_where_it_does_not_fit(scale: SeverityScale) -> None:
    window: QWidget = Group(Column(scale))
    window.resize(360, 300)
    window.show()
    tops = [choice.y() for choice in scale.choices]
    assert len(set(tops[:6])) == 1
    assert tops[6] > tops[5]
    window.hide()
    scale.setParent(None)
    window.deleteLater()
