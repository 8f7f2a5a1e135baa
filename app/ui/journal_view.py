"""The open journal in the window: the rail, and one page at a time."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n import Words
from app.services.errors import is_known
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.fold import fold_of
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.rail import Rail, Tab


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTab:
    """What makes a page when it is first opened: a tab of the rail, or a page that only others lead to."""

    tab: Tab
    make: Callable[[], QWidget]
    in_rail: bool = True


class JournalView(QWidget):
    """Makes each page when it is first opened. ``opened`` carries the key of the page in view.

    ``above`` stands over every page.
    A page may have ``first_focus()`` for where the focus goes, ``leave()`` to save what is being
    typed before it is deleted, ``refresh()`` for when it is shown again, ``open_record(key)`` to open the
    form of a record, and ``point_at(key)`` to choose what is shown of it and bring it into view.
    """

    opened = Signal(str)

    def __init__(
        self, words: Words, name: str, tabs: tuple[PageTab, ...], *, above: QWidget | None = None
    ) -> None:
        super().__init__()
        self.above = above
        self._tabs = {tab.tab.key: tab for tab in tabs}
        self._pages: dict[str, QWidget] = {}
        self._came_from: dict[str, tuple[str, QWidget | None]] = {}
        self.open_key = ""
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(tuple(tab.tab for tab in tabs if tab.in_rail), words, name)
        self.rail.opened.connect(self.go_to)
        self.stack = QStackedWidget()
        pages = Column(*([above] if above is not None else []), self.stack, spacing=0)
        pages.setStretch(pages.count() - 1, 1)
        row = Row(self.rail, pages, spacing=0)
        row.setStretch(1, 1)
        self.setLayout(row)

    @property
    def page(self) -> QWidget | None:
        """The page in view."""
        return self.stack.currentWidget()

    def go_to(self, key: str) -> QWidget:
        """Open the page of a tab, with the focus on its first field or list.

        Where a page that only others lead to was opened from is remembered, for `come_back`.
        """
        if self.page is not None and key != self.open_key and not self._tabs[key].in_rail:
            self._came_from[key] = (self.open_key, self.page.focusWidget())
        return self._open(key)

    def come_back(self) -> QWidget:
        """Open the page that led to the one in view, with the focus where it was; else the first tab."""
        key, had_focus = self._came_from.pop(self.open_key, (next(iter(self._tabs)), None))
        page = self._open(key)
        if had_focus is not None and shiboken6.isValid(had_focus) and had_focus.isVisibleTo(self):
            had_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    def leave(self) -> None:
        """Let every page save what is being typed; it is deleted after this.

        Nothing that goes wrong in one keeps the window from covering and locking: a full disk least of all.
        """
        for page in self._pages.values():
            leave = getattr(page, "leave", None)
            if leave is not None:
                _leave_in_any_case(leave)

    def refold(self, width: int) -> None:
        """Fold the rail for a window ``width`` px wide."""
        theme = themes.current()
        self.rail.set_fold(fold_of(width, theme.scale, theme.tokens.breakpoints))

    def _open(self, key: str) -> QWidget:
        page = self._page(key)
        self.open_key = key
        self.stack.setCurrentWidget(page)
        self.rail.list.show_open(key)
        self.rail.update()
        focus_first(page)
        spoken.announce(self, self._tabs[key].tab.words)
        self.opened.emit(key)
        return page

    def _page(self, key: str) -> QWidget:
        if key not in self._pages:
            self._pages[key] = self._tabs[key].make()
            self.stack.addWidget(self._pages[key])
        return self._pages[key]


def _leave_in_any_case(leave: Callable[[], None]) -> None:
    try:
        leave()
    except Exception as error:  # noqa: BLE001 - a bug is told of like any other, but after locking
        if not is_known(error):
            sys.excepthook(type(error), error, error.__traceback__)


def focus_first(widget: QWidget) -> None:
    """Put the focus where ``widget`` wants it first."""
    first = getattr(widget, "first_focus", None)
    target = first() if first is not None else None
    (target or widget).setFocus(Qt.FocusReason.OtherFocusReason)
