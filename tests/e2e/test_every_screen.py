"""Every screen of the sample journal, read from outside: names, roles, Tab all the way round, spoken rows."""

import re
from collections.abc import Iterator

import pytest

from tests.e2e.accessibility_bus import AccessibilityBus, Gone, Node
from tests.e2e.desktop import desktop
from tests.e2e.window import Window, open_sample

ROWS = frozenset({"list item", "cell", "table cell", "column header", "row header", "tree item"})
"""Reached with the arrows; Tab stops once at the list or table they are in."""

VIEWS = frozenset({"list", "table", "tree", "tree table"})
NO_ROLE = frozenset({"", "unknown", "invalid", "filler", "panel", "unspecified"})
NOT_SPOKEN = re.compile(r"·|···|•|\bMon\b|\bTue\b|\bWed\b|\bThu\b|\bFri\b|\bSat\b|\bSun\b|\d mg\b")
"""Interface.md 9: what is written out where it is said."""

PAGES = (
    *("Today", "Timeline", "Symptoms", "Treatments", "Questions", "Visits"),
    *("Care team", "About me", "Share", "Keep safe"),
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
    _settled(window.bus)
    reachable = [node for node in window.bus.nodes() if _takes_focus(node)]
    nameless = [(node.role(), node.where[1]) for node in reachable if not node.name()]
    roleless = [(node.role(), node.name()) for node in reachable if node.role() in NO_ROLE]
    assert (nameless, roleless) == ([], [])
    visited = _by_tab(window.bus, reachable)
    assert [(n.role(), n.name()) for n in reachable if n not in visited and not _answered(n, visited)] == []


@pytest.mark.timeout(120)
@pytest.mark.parametrize("page", PAGES)
def test_every_row_is_spoken_written_out(window: Window, page: str) -> None:
    window.go_to(page)
    _settled(window.bus)
    rows = [node for node in window.bus.nodes() if node.role() in ROWS]
    assert rows
    assert [row.where[1] for row in rows if not row.name()] == []
    assert [row.name() for row in rows if NOT_SPOKEN.search(row.name())] == []


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
        return role not in ROWS and node.is_("enabled") and (role in VIEWS or node.is_("focusable"))
    except Gone:
        return False


def _by_tab(bus: AccessibilityBus, reachable: list[Node]) -> list[Node]:
    """What had the focus on the way round with Tab, until it came back to where it began."""
    visited: list[Node] = []
    for _ in range(MOST_STOPS):
        bus.keys("Tab")
        now = next((node for node in reachable if node.is_("focused")), None)
        if now is not None and visited and now == visited[0]:
            return visited
        if now is not None and now not in visited:
            visited.append(now)
    raise AssertionError(f"Tab never came round: {[(node.role(), node.name()) for node in visited]}")


def _answered(node: Node, visited: list[Node]) -> bool:
    """Whether it is one of several answers, of which Tab stops at one and the arrows go to the rest."""
    return node.role() == "radio button" and any(seen.role() == "radio button" for seen in visited)
