import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.ui import application
from app.ui.application import NoScreenError, computers_text_size, need_screen
from app.ui.theme.theme import Theme, current

WITHOUT_SCREEN = """
from app.ui import application
from app.ui.theme.look import Look
try:
    application.make(["told-once"], Look())
except application.NoScreenError:
    print("no screen")
"""
OFFSCREEN = """
from app.ui import application
from app.ui.theme.look import Look
app = application.make(["told-once"], Look(theme="dusk"))
print(app.applicationName(), app.findChildren(application.Theme)[0].name)
"""


def _run(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=kept | more, capture_output=True, text=True, timeout=60, check=False)


def test_without_a_screen_it_says_so_instead_of_ending() -> None:
    done = _run(WITHOUT_SCREEN)
    assert (done.returncode, done.stdout.strip()) == (0, "no screen")
    assert done.stderr == ""


def test_the_application_starts_dressed() -> None:
    done = _run(OFFSCREEN, QT_QPA_PLATFORM="offscreen")
    assert done.stdout.strip() == "Told Once dusk"
    assert done.returncode == 0


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_kind_of_screen_will_do(name: str) -> None:
    need_screen({name: "x"}, "linux")


def test_a_screen_is_asked_for_on_linux_only() -> None:
    need_screen({}, "darwin")
    need_screen({}, "win32")
    with pytest.raises(NoScreenError):
        need_screen({"DISPLAY": ""}, "linux")


def test_tab_reaches_every_control(qapp: QApplication, theme: Theme) -> None:
    behaviour = qapp.styleHints().tabFocusBehavior()
    assert behaviour == Qt.TabFocusBehavior.TabFocusAllControls
    assert current() is theme


def test_the_first_text_size_follows_the_letters_of_the_computer() -> None:
    assert computers_text_size(11, "linux") == 100
    assert computers_text_size(9, "linux") == 100
    assert computers_text_size(12, "linux") == 110
    assert computers_text_size(18, "win32") == 200
    assert computers_text_size(14, "darwin") == 110
    assert computers_text_size(60, "linux") == 250


@pytest.mark.usefixtures("qtbot")
def test_a_file_dialog_notes_no_folder_anywhere(tmp_path: Path) -> None:
    place = Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName())
    try:
        application.forget_folders()
        folder = tmp_path / "a folder with a telling name"
        folder.mkdir()
        dialog = QFileDialog(None, "", str(folder))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
        dialog.setDirectory(str(folder))
        dialog.done(QFileDialog.DialogCode.Accepted)
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(dialog, int(QEvent.Type.DeferredDelete))
        noted = QSettings(QSettings.Scope.UserScope, "QtProject")
        noted.sync()
        assert not noted.allKeys()
        assert not place.exists() or "telling" not in place.read_text("utf-8")
    finally:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(place.parent))
