"""The main job in a real window, driven only as a screen reader and a keyboard would."""

from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop
from tests.e2e.main_job import LINES, MARKERS, NAME, PASSPHRASE, files_with_words, words_of
from tests.e2e.window import Window, first_run, journals_of, open_window

# The name is in the journal's file name, and so in the list of journals that were opened here.
WORDS = tuple(marker for marker in MARKERS if marker not in NAME)


@pytest.fixture
def documents(desktop_with_screen: Desktop) -> Path:
    """Where the person keeps documents, and where pages are offered to go."""
    folder = Path(desktop_with_screen.environment["HOME"], "Documents")
    folder.mkdir()
    return folder


def share(window: Window) -> None:
    """Save the new-clinician pages to the place that is offered."""
    window.go_to("Share")
    window.bus.wait_for_words("exactly as it will print")
    window.press("Save the PDF")
    window.bus.wait_for_words("Saved")


def test_from_the_first_word_to_the_pages(desktop_with_screen: Desktop, documents: Path) -> None:
    with open_window(desktop_with_screen) as window:
        first_run(window, NAME, PASSPHRASE)
        for line in LINES:
            window.log(line)
        share(window)
        while_open = {path for path in desktop_with_screen.home.parent.rglob("*") if path.is_file()}
        pages = list(documents.glob("*.pdf"))
        assert len(pages) == 1
        known_here = desktop_with_screen.home / "state.json"
        assert known_here in while_open
        assert files_with_words(while_open - {*pages, known_here}) == []
        assert files_with_words([known_here], WORDS) == []
    printed = words_of(pages[0]).casefold()
    assert [marker for marker in MARKERS if marker.casefold() not in printed] == []


def test_locked_means_that_nothing_can_be_read_until_the_passphrase(desktop_with_screen: Desktop) -> None:
    with open_window(desktop_with_screen) as window:
        first_run(window, NAME, PASSPHRASE)
        window.log(LINES[0])
        window.bus.wait_for_words("left eye")
        window.bus.keys("ctrl+l")
        window.bus.find("text", "Passphrase")
        assert "left eye" not in window.bus.described()
        window.fill("Passphrase", "not the passphrase at all")
        window.press("Open")
        window.bus.wait_for_words("That passphrase did not open the journal.")
        window.fill("Passphrase", PASSPHRASE)
        window.press("Open")
        window.bus.wait_for_words("left eye")
    assert len(journals_of(desktop_with_screen)) >= 1
