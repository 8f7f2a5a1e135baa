"""Every screen of the sample journal, read from outside: names, roles, Tab all the way round, spoken rows.

First the pages of the rail, then what opens in them or over them, then the cover and the first run.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.services.demo import DEMO_PASSPHRASE
from tests.e2e.accessibility_bus import AccessibilityBus, Gone, Node
from tests.e2e.desktop import desktop, tick
from tests.e2e.window import Window, open_sample, open_window, unlock

ROWS = frozenset({"list item", "cell", "table cell", "column header", "row header", "tree item"})
"""Reached with the arrows; Tab stops once at the list or table they are in."""

VIEWS = frozenset({"list", "table", "tree", "tree table"})
NO_STOPS = frozenset({"Steps"})
"""Lists that only show how far one is."""
NO_ROLE = frozenset({"", "unknown", "invalid", "filler", "panel", "unspecified"})
NOT_SPOKEN = re.compile(r"·|···|•|\bMon\b|\bTue\b|\bWed\b|\bThu\b|\bFri\b|\bSat\b|\bSun\b|\d mg\b")
"""Interface.md 9: what is written out where it is said."""

PAGES = (
    *("Today", "Timeline", "Symptoms", "Treatments", "Questions", "Visits"),
    *("Care team", "About me", "Share", "Keep safe"),
)
PANELS = (
    *("Backups", "Passphrase and keys", "Locking", "How it looks", "Language and dates", "Keys"),
    *("Bring in", "Take everything out", "Trash", "Recent changes", "Journals", "About Told Once"),
)
MOST_STOPS = 120


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    """The window on the sample journal, unlocked; one for all these tests, which only look."""
    with desktop(tmp_path_factory.mktemp("screens")) as made, open_sample(made) as opened:
        yield opened


def test_these_are_all_the_pages_there_are(window: Window) -> None:
    rail = window.bus.find("list", "Pages")
    assert tuple(tab.name() for tab in rail.children()) == PAGES


@pytest.mark.timeout(120)
@pytest.mark.parametrize("page", PAGES)
def test_everything_that_takes_the_focus_has_a_name_a_role_and_a_place_in_the_tab_order(
    window: Window, page: str
) -> None:
    window.go_to(page)
    _reached_by_name_and_tab(window.bus)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("page", PAGES)
def test_every_row_is_spoken_written_out(window: Window, page: str) -> None:
    window.go_to(page)
    _settled(window.bus)
    rows = [node for node in window.bus.nodes() if node.role() in ROWS]
    assert rows
    assert [row.where[1] for row in rows if not row.name()] == []
    assert [row.name() for row in rows if NOT_SPOKEN.search(row.name())] == []


def _bad_day(window: Window) -> None:
    window.bus.keys("F8")
    window.bus.find("push button", "Lock and rest")


def _found(window: Window) -> None:
    window.bus.keys("ctrl+f")
    window.bus.find("text", "Find, do or go to")
    window.bus.type("naprox")
    window.bus.find("list item", "See all")
    window.bus.keys(*["Down"] * 5, "Return")  # past the five places that are shown at first
    window.bus.find("list", "Found")


def _form(window: Window) -> None:
    window.go_to("Symptoms")
    window.press("Write it down")
    window.bus.find("push button", "Save")


def _history(window: Window) -> None:
    window.go_to("Keep safe")
    _choose_panel(window, "Recent changes")
    window.press("See what changed")
    window.bus.find("list", "Versions")


def _panel(name: str) -> Callable[[Window], None]:
    def open_panel(window: Window) -> None:
        window.go_to("Keep safe")
        _choose_panel(window, name)

    return open_panel


def _choose_panel(window: Window, name: str) -> None:
    panels = window.bus.find("list", "Keep safe")
    place = [row.name() for row in panels.children()].index(name)
    panels.focus()
    window.bus.keys("Home", *["Down"] * place, "Return")
    window.bus.find("heading", name)


OPENED: dict[str, Callable[[Window], None]] = {
    "bad day": _bad_day,
    "find": _found,
    "a form": _form,
    "earlier versions": _history,
    **{name: _panel(name) for name in PANELS},
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("screen", OPENED)
def test_what_opens_in_a_page_is_reached_by_name_and_with_tab(window: Window, screen: str) -> None:
    OPENED[screen](window)
    _reached_by_name_and_tab(window.bus)
    window.bus.keys("Escape")


def test_the_palette_keeps_tab_in_itself_and_gives_the_focus_back(window: Window) -> None:
    window.go_to("Today")
    line = window.bus.find("text", "Quick line")
    line.focus()
    window.bus.keys("ctrl+k")
    field = window.bus.find("text", "Find, do or go to")
    for _ in range(3):
        window.bus.keys("Tab")
        assert field.is_("focused") or window.bus.find("list", "Do or go to").is_("focused")
    window.bus.keys("Escape")
    window.bus.find("push button", "Bad day")
    assert line.is_("focused")


@pytest.mark.timeout(120)
def test_the_cover_is_reached_by_name_and_with_tab(window: Window) -> None:
    window.go_to("Today")  # where the unlocking is to lead back to
    window.bus.find("text", "Quick line")
    window.bus.keys("ctrl+l")
    window.bus.find("text", "Passphrase")
    _reached_by_name_and_tab(window.bus)
    unlock(window, DEMO_PASSPHRASE)


@pytest.mark.timeout(120)
def test_the_first_run_is_reached_by_name_and_with_tab(tmp_path: Path) -> None:
    with desktop(tmp_path) as made, open_window(made) as window:
        window.bus.find("push button", "Start a journal")
        _reached_by_name_and_tab(window.bus)
        window.press("Start a journal")
        window.bus.find("text", "Name to use")
        _reached_by_name_and_tab(window.bus)


def _reached_by_name_and_tab(bus: AccessibilityBus) -> None:
    """All that takes the focus has a name and a role, and Tab comes to it on its way round."""
    _settled(bus)
    reachable = [node for node in bus.nodes() if _takes_focus(node)]
    nameless = [(node.role(), node.where[1]) for node in reachable if not node.name()]
    roleless = [(node.role(), node.name()) for node in reachable if node.role() in NO_ROLE]
    assert (nameless, roleless) == ([], [])
    visited = _by_tab(bus, reachable)
    assert [(n.role(), n.name()) for n in reachable if n not in visited and not _answered(n, visited)] == []


def _settled(bus: AccessibilityBus) -> None:
    """Return once nothing new shows any more."""
    before = ""
    for _ in range(40):
        now = bus.described()
        if now and now == before:
            return
        before = now


def _takes_focus(node: Node) -> bool:
    try:
        role = node.role()
        view = role in VIEWS and node.name() not in NO_STOPS
        return role not in ROWS and node.is_("enabled") and (view or node.is_("focusable"))
    except Gone:
        return False


def _by_tab(bus: AccessibilityBus, reachable: list[Node]) -> list[Node]:
    """What had the focus on the way round with Tab, until it came back to where it began."""
    visited: list[Node] = []
    for _ in range(MOST_STOPS):
        bus.keys("Tab")
        now = _focused(bus, reachable, visited[-1] if visited else None)
        if now is not None and visited and now == visited[0]:
            return visited
        if now is not None and now not in visited:
            visited.append(now)
    raise AssertionError(f"Tab never came round: {[(node.role(), node.name()) for node in visited]}")


def _focused(bus: AccessibilityBus, reachable: list[Node], before: Node | None) -> Node | None:
    """What has the focus, once it is no longer what had it before; the one that comes next is asked first."""
    likely = reachable.index(before) + 1 if before is not None else 0
    now = None
    for _ in range(4):
        now = next((node for node in reachable[likely:] + reachable[:likely] if node.is_("focused")), None)
        if now is not None and now != before:
            break
        tick(bus.connection)
    return now


def _answered(node: Node, visited: list[Node]) -> bool:
    """Whether it is one of several answers, of which Tab stops at one and the arrows go to the rest."""
    return node.role() == "radio button" and any(seen.role() == "radio button" for seen in visited)
