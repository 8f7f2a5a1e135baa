from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip
from app.ui.widgets.eye_button import EyeButton
from tests.ui.hands import press

Key = Qt.Key


def button() -> Button:
    return Button("Next")


def chip() -> Chip:
    return Chip("a decision")


def eye() -> EyeButton:
    return EyeButton(Words())


@pytest.mark.parametrize("make", [button, chip, eye])
@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_enter_and_space_press_the_button_in_focus(
    qtbot: QtBot, make: Callable[[], QAbstractButton], key: Qt.Key
) -> None:
    made = make()
    qtbot.addWidget(made)
    pressed = QSignalSpy(made.clicked)
    press(made, key)
    assert pressed.count() == 1


def test_ctrl_enter_is_left_to_the_page(qtbot: QtBot) -> None:
    made = button()
    qtbot.addWidget(made)
    pressed = QSignalSpy(made.clicked)
    press(made, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed.count() == 0
