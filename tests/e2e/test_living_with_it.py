"""What a person does on ordinary and on bad days, in the sample journal, with real keys."""

from collections.abc import Iterator

import pytest

from app.services.demo import DEMO_PASSPHRASE
from tests.e2e.desktop import desktop
from tests.e2e.window import Window, open_sample, unlock

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """The window on the sample journal; each test leaves it open on some page."""
    with desktop(tmp_path_factory.mktemp("living")) as made, open_sample(made) as opened:
        yield opened


def test_a_line_is_logged_and_taken_back(window: Window) -> None:
    _to_line(window)
    window.bus.type("kn 9")
    window.bus.wait_for_words("9 of 10")
    window.bus.keys("Return")
    window.bus.wait_for_words("Saved: knee pain 9 of 10")
    window.bus.keys("ctrl+z")
    window.bus.wait_for_words("Undone")
    assert not _row(window, "Knee pain, 9 of 10")


def test_what_was_written_is_changed_where_it_stands_and_the_change_is_taken_back(window: Window) -> None:
    _to_line(window)
    window.bus.type("kn 8 stairs again")
    window.bus.wait_for_words("8 of 10")
    window.bus.keys("Return")
    window.bus.wait_for_words("Saved: knee pain 8 of 10")
    window.bus.keys("ctrl+z")
    window.bus.wait_for_words("Undone: ")


def test_a_bad_day_is_one_key_and_the_rest_is_optional(window: Window) -> None:
    _to_line(window)
    window.bus.keys("F8")
    window.bus.wait_for_words("That is enough. You can close the lid.")
    window.bus.keys("1", "7")
    window.bus.wait_for_words("Undo")
    window.tab_to("push button", "Lock and rest")
    window.bus.keys("Return")
    unlock(window, DEMO_PASSPHRASE)
    window.bus.wait_for_words("Bad day")


def test_anything_is_found_and_done_from_one_box(window: Window) -> None:
    window.bus.keys("ctrl+1")
    window.bus.find("text", "Quick line")
    window.bus.keys("ctrl+k")
    window.bus.wait_for_words("Find, do or go to")
    window.bus.type("naprox")
    window.bus.wait_for_words("Naproxen: something changed")
    window.bus.wait_for_words("In your words")
    window.bus.keys("Return")
    window.bus.wait_for_words("What changed?")
    window.bus.keys("Escape")


def test_before_and_after_is_said_in_words(window: Window) -> None:
    window.go_to("Treatments")
    window.bus.wait_for_words("Adalimumab")
    assert "The middle reading went from 6.5 to 4" in _descriptions(window)


def test_the_pages_are_saved_where_it_says_and_noted(window: Window) -> None:
    window.go_to("Share")
    window.bus.wait_for_words("exactly as it will print")
    window.bus.keys("ctrl+Return")
    window.bus.wait_for_words("Saved")


def _descriptions(window: Window) -> str:
    return "\n".join(f"{node.text()} {node.description()} {node.name()}" for node in window.bus.nodes())


def _to_line(window: Window) -> None:
    window.bus.keys("ctrl+1")
    window.bus.find("text", "Quick line")
    window.bus.keys("ctrl+n")
    window.tab_to("text", "Quick line")


def _row(window: Window, words: str) -> bool:
    return any(node.name().find(words) >= 0 for node in window.bus.nodes() if node.role() == "list item")
