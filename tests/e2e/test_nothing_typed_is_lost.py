"""Words that are being typed when the window locks, or when the process is killed, are there again."""

from tests.e2e.accessibility_bus import Node
from tests.e2e.desktop import Desktop, tick
from tests.e2e.main_job import LINES, NAME, PASSPHRASE
from tests.e2e.window import Window, first_run, open_window, unlock

HALF = "knee 5 worse on the stairs and"


def test_a_lock_in_the_middle_of_a_line_brings_it_back(desktop_with_screen: Desktop) -> None:
    with open_window(desktop_with_screen) as window:
        first_run(window, NAME, PASSPHRASE)
        _begin(window)
        window.bus.keys("ctrl+l")
        unlock(window, PASSPHRASE)
        assert _line_holds(window, HALF)


def test_a_process_killed_in_the_middle_of_a_line_leaves_it_in_the_journal(
    desktop_with_screen: Desktop,
) -> None:
    with open_window(desktop_with_screen) as window:
        first_run(window, NAME, PASSPHRASE)
        window.log(LINES[0])
        _begin(window)
        _let_a_moment_pass(window)
        window.kill()
    with open_window(desktop_with_screen) as window:
        unlock(window, PASSPHRASE)
        window.bus.wait_for_words("left eye")
        assert _line_holds(window, HALF)


def test_a_form_left_half_written_by_a_kill_is_there_again(desktop_with_screen: Desktop) -> None:
    with open_window(desktop_with_screen) as window:
        first_run(window, NAME, PASSPHRASE)
        _open_form(window)
        window.bus.type("how long until the injections")
        _let_a_moment_pass(window)
        window.kill()
    with open_window(desktop_with_screen) as window:
        unlock(window, PASSPHRASE)
        _open_form(window)
        window.bus.wait_for_words("how long until the injections")


def _begin(window: Window) -> None:
    window.bus.find("text", "Quick line")
    window.tab_to("text", "Quick line")
    window.bus.type(HALF)
    window.bus.wait_for_words(HALF)


def _open_form(window: Window) -> None:
    window.go_to("Questions")
    window.press("Question")
    window.bus.find("text", "What do you want to ask")
    window.tab_to("text", "What do you want to ask")


def _let_a_moment_pass(window: Window) -> None:
    """A second after the last key a draft is kept (vault.md 2.7); two and a half, for a slow machine."""
    for _ in range(50):
        tick(window.bus.connection)


def _line_holds(window: Window, words: str) -> bool:
    line: Node = window.bus.find("text", "Quick line")
    return line.text() == words
