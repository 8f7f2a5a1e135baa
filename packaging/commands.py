"""What `dev.py` can do, once everything it needs is there."""

import os
import subprocess
import sys
from pathlib import Path

import system
from steps import ROOT, has_screen, in_environment, python, say, set_up

NO_SCREEN = "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window was opened."


def is_root() -> bool:
    """Whether system packages can be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def demo(folder: Path, *, window: bool) -> int:
    """Write the sample journal and its PDF into FOLDER; open the window where there is a screen."""
    opens = window and has_screen()
    system.check(window=opens or is_root())
    set_up("run")
    words = ["-m", "app", "demo", str(folder.absolute()), *([] if opens else ["--no-window"])]
    code = in_environment(words)
    if code == 0 and window and not opens:
        say(NO_SCREEN)
    return code


def run(words: list[str]) -> int:
    """Open Told Once, or run one of its commands without a window."""
    window = not words
    if window and not has_screen():
        say(NO_SCREEN + " `told-once --help` lists what can be done without one.", to=sys.stderr)
        return 1
    system.check(window=window)
    set_up("run")
    return in_environment(["-m", "app", *words], folder=Path.cwd())  # names of files are meant from here


def in_own_desktop_session(words: list[str], **extra: str) -> int:
    """Run WORDS where no test can reach the person's own keyring, screen or screen reader."""
    if sys.platform != "linux":
        return in_environment(words, **extra)
    asked = ["dbus-run-session", "--", str(python()), *words]
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("WAYLAND")}
    environment = inherited | {"PYTHONPATH": str(ROOT)} | extra
    try:
        return subprocess.run(asked, env=environment, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


def test(words: list[str]) -> int:
    """Run every gate and every test; WORDS go to pytest."""
    system.check(window=True, tests=True)
    set_up("dev")
    return in_own_desktop_session(["-m", "tests", *words])


def pictures(folder: Path, *, keep: bool) -> int:
    """Save a PNG of every screen in every theme into FOLDER; KEEP them as the ones tests compare with."""
    system.check(window=True)
    set_up("dev")
    words = ["-m", "tests.ui.pictures", str(folder.absolute()), *(["--keep"] if keep else [])]
    return in_environment(words, QT_QPA_PLATFORM="offscreen")


def words() -> int:
    """Write every sentence the app says to `resources/locale/told-once.pot`."""
    system.check(window=True)
    set_up("dev")
    here = Path(__file__).parent
    return in_environment([str(here / "words.py")], PYTHONPATH=os.pathsep.join((str(ROOT), str(here))))


def bench() -> int:
    """Print every ratio of the bench, each against a baseline measured in the same run."""
    system.check(window=True, tests=True)
    set_up("dev")
    return in_own_desktop_session([str(Path(__file__).with_name("bench") / "all.py")])


def build() -> int:
    """Build the one-folder app with PyInstaller into `dist`, and let it test itself."""
    system.check(window=True)
    set_up("dev")
    spec = str(Path(__file__).with_name("told-once.spec"))
    code = in_environment(["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", spec])
    if code != 0:
        return code
    built = ROOT / "dist" / "told-once" / ("told-once.exe" if sys.platform == "win32" else "told-once")
    screen = {} if has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    say(f"Built {built.parent.relative_to(ROOT)}. It tests itself now, away from the project folder ...")
    away = Path(built.parent.anchor)
    return subprocess.run(
        [str(built), "--self-test"], cwd=away, env=os.environ | screen, check=False
    ).returncode
