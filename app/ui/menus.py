"""The menu bar: every command, for those who look for them there."""

import sys

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenuBar

from app.i18n import Words


class MenuBar(QMenuBar):
    """Always there on macOS; elsewhere hidden until F10, and gone again when its menu closes."""

    def __init__(self, words: Words, window: QMainWindow, actions: list[QAction]) -> None:
        super().__init__(window)
        self.setAccessibleName(words.say("menu.name", "Menu"))
        commands = self.addMenu(words.say("menu.do", "Do"))
        commands.addActions([action for action in actions if action.text()])
        commands.aboutToHide.connect(self._tuck_away)
        self._opener = QAction(words.say("menu.open", "Menu"), window)
        self._opener.setShortcut("F10")
        self._opener.triggered.connect(self._open)
        window.addAction(self._opener)
        self._commands = commands
        self._tuck_away()

    def _open(self) -> None:
        self.show()
        self.setActiveAction(self._commands.menuAction())

    def _tuck_away(self) -> None:
        if sys.platform != "darwin":
            self.hide()
