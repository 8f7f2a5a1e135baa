"""The Qt application: typefaces, theme, Qt's own words, keyboard for every control."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app.ui.garbage import GarbageCollection
from app.ui.theme import fonts, tokens
from app.ui.theme.look import Look, size_at_least
from app.ui.theme.theme import Theme
from app.ui.theme.tokens import Tokens
from app.ui.widgets.spoken import SpokenRoles

_USUAL_POINTS = {"darwin": 13, "win32": 9}  # elsewhere 11, as GNOME has it
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class NoScreenError(Exception):
    """There is no screen to open a window on."""


def need_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raise ``NoScreenError`` where Qt would end the process for want of a screen."""
    if platform.startswith("linux") and not any(environment.get(name) for name in _SCREENS):
        raise NoScreenError


def make(arguments: list[str], look: Look) -> QApplication:
    """Make the application and dress it. Raises ``NoScreenError`` where there is no screen."""
    need_screen()
    app = QApplication(arguments)
    app.setApplicationName("Told Once")
    app.setDesktopFileName("org.toldonce.ToldOnce")
    forget_folders()
    _speak_qt(app)
    if not look.text_size:
        look = replace(look, text_size=computers_text_size(app.font().pointSizeF()))
    dress(app, tokens.load(), look)
    return app


def computers_text_size(points: float, platform: str = sys.platform) -> int:
    """The text size in per cent that fits the letters this computer is set to."""
    return size_at_least(100 * points / _USUAL_POINTS.get(platform, 11))


def dress(app: QApplication, values: Tokens, look: Look) -> Theme:
    """Give a running application its typefaces, theme and screen reader roles."""
    fonts.load()
    SpokenRoles(app)
    GarbageCollection(app)
    app.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)
    return Theme(app, values, look)


def forget_folders() -> None:
    """Give Qt no place for settings of its own: its file dialog would note every folder it shows."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def _speak_qt(app: QApplication) -> None:
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
