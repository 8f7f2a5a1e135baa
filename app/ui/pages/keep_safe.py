"""Keep safe: backups, keys, how it looks, and everything else that is set once (interface.md 11.13)."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.keeping_safe.panel_list import PanelList
from app.ui.keeping_safe.panels import PANELS
from app.ui.tab_order import stops_in
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.notice import Notice
from app.ui.widgets.page import Page
from app.ui.widgets.pile import Pile

_LIST_WIDTH = 244


class KeepSafePage(ListAndDetail):
    """The list of panels, and the one that is chosen. `point_at` opens a panel by its key."""

    def __init__(self, desk: Desk) -> None:
        title = desk.words.say("keep_safe.title", "Keep safe")
        super().__init__(title, desk.words, Page(title, desk.words), width=_LIST_WIDTH)
        self.desk = desk
        self._panels: dict[str, Panel] = {}
        self.trouble = Notice(kind="trouble")
        self._pile = Pile()
        self.detail.body.addWidget(self.trouble)
        self.detail.body.addWidget(self._pile, 1)
        rows = tuple((row.key, row.words(desk.words), row.icon) for row in PANELS)
        self.list = PanelList(title, rows)
        self.column.addWidget(self.list)
        self.list.moved.connect(self._show)
        self.list.opened.connect(self._enter)
        desk.troubled.connect(self._note_trouble)
        self.list.choose(PANELS[0].key)

    @property
    def panel(self) -> Panel:
        """The panel in view."""
        return self._panels[self.list.key]

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show how things stand now."""
        self.panel.refresh()

    def point_at(self, key: str) -> None:
        """Open a panel by its key, with the focus in it."""
        if self.list.choose(key):
            self._enter()

    def open_record(self, key: str) -> None:
        """Open a panel by its key: nothing else is opened here."""
        self.point_at(key)

    def form_in_view(self) -> tuple[str, str]:
        """The panel in view, for coming back after a lock."""
        return self.list.key, ""

    def leave(self) -> None:
        """Let every panel keep what is being typed."""
        for panel in self._panels.values():
            panel.leave()

    def go_back(self) -> None:
        """Go back within the panel, else to the list."""
        if not self.panel.go_back():
            self.show_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _show(self, key: str) -> None:
        """Show a panel beside the list."""
        self.trouble.say("")
        panel = self._panels.get(key)
        if panel is None:
            row = next(row for row in PANELS if row.key == key)
            panel = self._panels[key] = row.make(self.desk, row.words(self.words))
            self._pile.add(panel)
        self.detail.set_title(panel.title)
        self._pile.show_only(panel)
        panel.refresh()

    def _enter(self) -> None:
        """Go on into the panel."""
        self.show_detail()
        first = self.panel.first_focus() or next(stops_in(self.panel), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_trouble(self, sentence: str) -> None:
        if self.isVisible():
            self.trouble.say(sentence)
