"""The app as a process in a real window, and what a person does in it."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.accessibility_bus import AccessibilityBus
from tests.e2e.desktop import ROOT, Desktop, process

SPELLED = re.compile(r"Line (\d): (.+)")


class Window:
    """The app's window, through the accessibility bus and real keys alone."""

    def __init__(self, bus: AccessibilityBus) -> None:
        self.bus = bus

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
    """Start the app on DESKTOP with WORDS; it is ended with the block, and may not end before."""
    environment = dict(desktop.environment) | {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    with process([sys.executable, "-m", "app", *words], environment) as started:
        bus = AccessibilityBus(desktop)
        try:
            yield Window(bus)
        except AssertionError as missing:
            missing.add_note(f"the app's exit code, None while it runs: {started.poll()}")
            raise
        finally:
            bus.close()
        assert started.poll() is None, "the app ended by itself"


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
