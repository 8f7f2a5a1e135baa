"""The parts of the window that F6 goes through and Tab goes along: body, margin, header, rail."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.ui.journal_view import JournalView
from app.ui.tab_order import stops_in
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.over import Over
from app.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Region:
    """What Tab stops at in one part, in order."""

    widgets: tuple[QWidget, ...]

    def has_focus(self) -> bool:
        """Tell whether the focus is in this part."""
        now = QApplication.focusWidget()
        return now is not None and any(w is now or w.isAncestorOf(now) for w in self.widgets)

    def take_focus(self) -> None:
        """Move the focus to its first widget."""
        self.widgets[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def regions_of(window: QMainWindow, *above: QWidget) -> list[Region]:
    """Return the parts of ``window`` that can take the focus now; ``above`` lie over the page."""
    over: list[QWidget] = [panel for panel in window.findChildren(Over) if panel.isVisible()]
    parts: list[QWidget] = over or [*_parts(window), *above]
    found = [Region(tuple(dict.fromkeys(stops_in(part)))) for part in parts]
    return [region for region in found if region.widgets]


def step(window: QMainWindow, by: int, *above: QWidget) -> bool:
    """Move the focus one stop on or back, round the whole window; tell whether it moved."""
    stops = [widget for region in regions_of(window, *above) for widget in region.widgets]
    now = QApplication.focusWidget()
    if not stops or now not in stops:
        return False
    reason = Qt.FocusReason.TabFocusReason if by > 0 else Qt.FocusReason.BacktabFocusReason
    stops[(stops.index(now) + by) % len(stops)].setFocus(reason)
    return True


def _parts(window: QMainWindow) -> Iterator[QWidget]:
    central = window.centralWidget()
    if not isinstance(central, JournalView):
        if central is not None:
            yield central
        return
    yield central.rail
    if central.above is not None:
        yield central.above
    page = central.page
    if isinstance(page, Page | ListAndDetail):
        yield from page.regions()
    elif page is not None:
        yield page
