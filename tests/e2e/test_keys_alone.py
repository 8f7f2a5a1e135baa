"""The main job from the first word to the pages, with real keys and nothing else; the bus is only read."""

from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.main_job import LINES, MARKERS, NAME, PASSPHRASE, words_of
from tests.e2e.window import Window, open_window


@pytest.mark.timeout(240)
def test_from_the_first_word_to_the_pages_with_keys_alone(desktop_with_screen: Desktop) -> None:
    documents = Path(desktop_with_screen.environment["HOME"], "Documents")
    documents.mkdir()
    with open_window(desktop_with_screen) as window:
        _make_a_journal(window)
        for line in LINES:
            _write(window, line)
        window.bus.keys("ctrl+9")
        window.bus.wait_for_words("exactly as it will print")
        window.bus.keys("ctrl+Return")
        window.bus.wait_for_words("Saved")
    (pages,) = documents.glob("*.pdf")
    printed = words_of(pages).casefold()
    assert [marker for marker in MARKERS if marker.casefold() not in printed] == []


def _make_a_journal(window: Window) -> None:
    bus = window.bus
    bus.find("push button", "Start a journal")
    window.tab_to("push button", "Start a journal")
    bus.keys("Return")
    bus.find("text", "Name to use")
    window.tab_to("text", "Name to use")
    bus.type(NAME)
    bus.keys("Return")
    for field in ("Passphrase", "The same again"):
        bus.find("text", field)
        window.tab_to("text", field)
        bus.type(PASSPHRASE)
    bus.keys("Return")
    bus.wait_for_words("From your paper")
    asked = window.asked_line()
    window.tab_to("text", f"Line {asked}")
    bus.type(window.recovery_key()[asked])
    bus.keys("Return")
    bus.find("push button", "Open my journal")
    window.tab_to("push button", "Open my journal")
    bus.keys("Return")
    bus.find("text", "Quick line")


def _write(window: Window, line: str) -> None:
    window.bus.keys("ctrl+n")
    window.tab_to("text", "Quick line")
    window.bus.type(line)
    window.bus.wait_for_words("Understood as")
    window.bus.keys("Return")
    window.bus.wait_for_words("Saved")
