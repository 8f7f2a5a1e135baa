"""The app as a process in a real window, and what a person does in it."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services.demo import DEMO_PASSPHRASE
from tests.e2e.accessibility_bus import AccessibilityBus
from tests.e2e.desktop import ROOT, Desktop, process

MOST_STOPS = 90
SPELLED = re.compile(r"Line (\d): (.+)")


class Window:
    """The app's window, through the accessibility bus and real keys alone."""

    def __init__(self, bus: AccessibilityBus, running: subprocess.Popen[str]) -> None:
        self.bus = bus
        self._running = running

    def kill(self) -> None:
        """End the app between two of its instructions, as a power cut would."""
        self._running.kill()
        self._running.wait()

    def press(self, name: str) -> None:
        """Press the button whose words begin with NAME."""
        self.bus.find("push button", name).press()

    def fill(self, name: str, text: str) -> None:
        """Write TEXT into the field called NAME."""
        self.bus.find("text", name).write(text)

    def log(self, line: str) -> None:
        """Write one line into the quick line and save it with the Enter key."""
        field = self.bus.find("text", "Quick line")
        field.focus()
        field.write(line)
        self.bus.wait_for_words("Understood as")
        self.bus.keys("Return")
        self.bus.wait_for_words("Saved")

    def go_to(self, page: str) -> None:
        """Open a page as by keyboard: to the tabs, down to the one that is called PAGE, Enter."""
        rail = self.bus.find("list", "Pages")
        place = [tab.name() for tab in rail.children()].index(page)
        rail.focus()
        self.bus.keys("Home", *["Down"] * place, "Return")

    def tab_to(self, role: str, name: str) -> None:
        """Press Tab until the keyboard is at that thing; fails once Tab has come round without meeting it."""
        for _ in range(MOST_STOPS):
            now = self.bus.look(role, name)
            if now is not None and now.is_("focused"):
                return
            self.bus.keys("Tab")
        raise AssertionError(f"Tab never came to {role} {name!r}; there is:\n{self.bus.described()}")

    def recovery_key(self) -> dict[int, str]:
        """The lines of the recovery key as they are spelled out on the screen."""
        spelled = (SPELLED.match(node.name()) for node in self.bus.nodes())
        return {int(found[1]): re.sub(r"[^0-9A-Z]", "", found[2]) for found in spelled if found}

    def asked_line(self) -> int:
        """Which line of the recovery key is asked back."""
        asked = self.bus.find("label", "From your paper, type line").name()
        return int(re.sub(r"[^0-9]", "", asked))


@contextmanager
def open_window(desktop: Desktop, *words: str) -> Iterator[Window]:
    """Start the app on DESKTOP with WORDS; it is ended with the block, and may not end before by itself."""
    environment = dict(desktop.environment) | {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    with process([sys.executable, "-m", "app", *words], environment) as started:
        bus = AccessibilityBus(desktop)
        try:
            yield Window(bus, started)
        except AssertionError as missing:
            missing.add_note(f"the app's exit code, None while it runs: {started.poll()}")
            raise
        finally:
            bus.close()
        assert started.poll() in (None, -signal.SIGKILL), "the app ended by itself"


@contextmanager
def open_sample(desktop: Desktop) -> Iterator[Window]:
    """The sample journal, told to today, in a window and past its cover."""
    told = desktop.python("-m", "app", "demo", "--no-window", str(desktop.home))
    assert told.returncode == 0, told.stderr
    with open_window(desktop) as window:
        unlock(window, DEMO_PASSPHRASE)
        yield window


def unlock(window: Window, passphrase: str) -> None:
    """From the cover to Today."""
    window.fill("Passphrase", passphrase)
    window.press("Open")
    window.bus.find("text", "Quick line")


def first_run(window: Window, name: str, passphrase: str) -> None:
    """Make a journal, typing one line of the recovery key back as from paper."""
    window.press("Start a journal")
    window.fill("Name to use", name)
    window.press("Next")
    window.fill("Passphrase", passphrase)
    window.fill("The same again", passphrase)
    window.press("Next")
    asked = window.asked_line()
    lines = window.recovery_key()
    assert sorted(lines) == [1, 2, 3, 4, 5, 6]
    window.fill(f"Line {asked}", lines[asked])
    window.press("Next")
    window.press("Open my journal")


def journals_of(desktop: Desktop) -> list[Path]:
    """The journals the app made."""
    return sorted(desktop.home.rglob("*.toldonce"))
