from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from app.ui.widgets.heading import Heading
from tests.ui.access import name_of, role_of


class Listened(Heading):
    """A heading whose every new name a screen reader asks for at once."""

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 (Qt's own name)
        super().setAccessibleName(name)
        role_of(self)


def test_a_heading_is_one_from_the_first_time_it_is_read(qtbot: QtBot) -> None:
    heading = Listened("Your recovery key", "title")
    qtbot.addWidget(heading)
    assert role_of(heading) is QAccessible.Role.Heading
    assert name_of(heading) == "Your recovery key"
