"""The parts of the window that F6 goes through: rail, header, body, margin, toast."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class Region:
    """Widgets that can take the focus, in order."""

    widgets: tuple[QWidget, ...]

    def has_focus(self) -> bool:
        """Tell whether the focus is in this part."""
        now = QApplication.focusWidget()
        return now is not None and any(w is now or w.isAncestorOf(now) for w in self.widgets)

    def take_focus(self) -> None:
        """Move the focus to its first widget."""
        self.widgets[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def regions_of(window: QWidget) -> list[Region]:
    """Return the parts of ``window`` that can take the focus now, in their order."""
    found = [Region(tuple(_focusable(part))) for part in _parts(window)]
    return [region for region in found if region.widgets]


def _parts(window: QWidget) -> Iterator[QWidget]:
    rail = getattr(getattr(window, "view", None), "rail", None)
    if isinstance(rail, QWidget):
        yield rail
    page = getattr(window, "page", None)
    if isinstance(page, Page):
        yield from page.regions()
    elif isinstance(page, QWidget):
        yield page
    toast = getattr(window, "toast", None)
    if isinstance(toast, QWidget):
        yield toast


def _focusable(part: QWidget) -> Iterator[QWidget]:
    """Give what Tab would reach inside ``part``, in tab order."""
    if not part.isVisible():
        return
    at: QWidget | None = part
    while at is not None:
        takes = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and at.isVisible() and at.isEnabled() and at.focusProxy() is None:
            yield at
        at = at.nextInFocusChain()
        if at is part or (at is not None and not part.isAncestorOf(at)):
            return
