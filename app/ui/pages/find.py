"""Find: everything that holds the words, by year, wherever it was written (interface.md 11.14)."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.found_rows import by_year, found_row
from app.domain.derived.search import Search
from app.ui.actions import plain_keys_on
from app.ui.desk import Desk
from app.ui.entry_menu import menu_of
from app.ui.finding.filling import nothing_found
from app.ui.finding.narrowing import Narrowing
from app.ui.finding.opening_found import open_found, write_note
from app.ui.finding.passages import Passage
from app.ui.finding.row_list import RowList
from app.ui.finding.rows import Row
from app.ui.finding.searching import Searching
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.layout import Row as Across
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.page import Page
from app.ui.widgets.row_menu import RowMenuButton
from app.ui.widgets.text import Text

AT_ONCE = 200
"""Places put into words at a time; the rest wait behind "Show more"."""


class FindPage(ListAndDetail):
    """What to look for at the left, what was found at the right."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        title = say("find.title", "Find")
        super().__init__(title, desk.words, Page(say("find.found", "Found"), desk.words), width=300)
        self._desk = desk
        self._most = AT_ONCE
        self._search: Search | None = None
        self.narrowing = Narrowing(desk)
        self.list = RowList(say("find.found", "Found"), roomy=True)
        self._empty = EmptyState(
            say("find.empty", "What are you looking for?"),
            say("find.empty.more", "Part of a word is enough, and small slips are forgiven."),
        )
        self._said = Text("", "story")
        self._waiting = Text(say("find.further", "Looking further back…"), tone="ink2")
        self._meant = Button(icon="magnifying-glass", name=say("find.instead", "Find that instead"))
        self._note = Button(say("find.note", "Write it as a note"), icon="note-pencil")
        self._more = Button(say("find.more", "Show more"), icon="caret-down", size="small")
        self._go = Button(icon="caret-right", name=say("find.go", "Go to what was found"), size="small")
        self._searching = Searching(desk, self)
        self._build()
        self._look()

    def first_focus(self) -> QWidget:
        """The words."""
        return self.narrowing.field

    def refresh(self) -> None:
        """Look again: the journal may have changed."""
        self.narrowing.show_people()
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``/`` goes back to the words, where none are being typed."""
        if event.text() == "/" and plain_keys_on():
            self.show_list()
            self.narrowing.field.selectAll()
        else:
            super().keyPressEvent(event)

    def open_record(self, key: str) -> None:
        """Look for the words in `key`."""
        self.narrowing.field.setText(key)

    def point_at(self, key: str) -> None:
        """Look for the words in `key`, with the focus on what is found."""
        self.open_record(key)
        self._go_on()

    def _build(self) -> None:
        self.title_above_fields()
        self.column.addWidget(self.narrowing)
        self.column.insertWidget(0, self._go)
        self._go.clicked.connect(self._go_on)
        self.column.addStretch(1)
        body = self.detail.body
        for part in (self._empty, self._waiting, self._said):
            body.addWidget(part)
        body.addLayout(Across(self._meant, self._note, 1, spacing=12))
        body.addWidget(self.list)
        body.addWidget(self._more)
        body.addStretch(1)
        self.narrowing.changed.connect(self._look)
        self.narrowing.field.left_down.connect(self._go_on)
        self.list.opened.connect(self._open)
        self.list.menu.connect(self._open_menu)
        dots = RowMenuButton(self.list, self.words.say("any_entry.more", "More about this entry"))
        dots.wanted.connect(self._open_menu_at)
        self._searching.found.connect(self._show_found)
        self._searching.waiting.connect(self._wait)
        self._meant.clicked.connect(self._look_for_meant)
        self._note.clicked.connect(self._write_note)
        self._more.clicked.connect(self._show_more)
        self._desk.changed.connect(self._note_change)

    # What the person does

    def _look(self) -> None:
        self._most = AT_ONCE
        text = self.narrowing.field.text()
        if not text.strip():
            self._search = None
            self._show()
        else:
            self._searching.look(text, self.narrowing.narrow)

    def _go_on(self) -> None:
        if self.list.rows:
            self.show_detail()
            self.list.setFocus()

    def _look_for_meant(self) -> None:
        if self._search is not None:
            self.narrowing.field.setText(self._search.meant)
            self.narrowing.field.setFocus()

    def _write_note(self) -> None:
        write_note(self._desk, self.narrowing.field.text())

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self._show()
        self.list.setFocus()

    def _open(self, row: Row, on_timeline: bool) -> None:
        if row.found is not None:
            open_found(self._desk, row.found.key, on_timeline=on_timeline)

    def _open_menu(self, row: Row, place: QPoint) -> None:
        if row.found is None:
            return
        show = partial(open_found, self._desk)
        menu = menu_of(self._desk, row.found.key, self.list, open_record=show, change=show)
        if menu is not None:
            menu.popup(place)

    def _open_menu_at(self, _index: QModelIndex, place: QPoint) -> None:
        if self.list.row is not None:
            self._open_menu(self.list.row, place)

    # What was found

    def _wait(self) -> None:
        self._waiting.show()

    def _show_found(self, search: Search) -> None:
        if search.query == self.narrowing.field.text():
            self._search = search
            self._show()
            count = self.words.count("find.count", "{n} place", "{n} places", search.count)
            spoken.announce(self.list, count if search.count else self._said.words)

    def _show(self) -> None:
        search = self._search
        nothing = search is not None and not search.count
        slipped = search is not None and bool(search.meant)
        self.list.show_rows(self._rows(search) if search is not None else ())
        self.detail.set_title(self._title(search))
        self._waiting.hide()
        self._empty.setVisible(search is None)
        self._said.say(
            nothing_found(self._desk, search) if search is not None and (nothing or slipped) else ""
        )
        self._said.setVisible(nothing or slipped)
        self._meant.setVisible(slipped)
        if search is not None and search.meant:
            self._meant.say(search.meant)
            self._meant.setAccessibleName(search.meant)
        self._note.setVisible(nothing or slipped)
        self.list.setVisible(bool(self.list.rows))
        self._more.setVisible(search is not None and search.count > self._most)
        self._show_way(search)

    def refold(self) -> None:
        """Arrange the page for the room there is; where only one part has room, show the way to the other."""
        super().refold()
        if hasattr(self, "_searching"):
            self._show_way(self._search)

    def _show_way(self, search: Search | None) -> None:
        self._go.say(self._title(search))
        self._go.setVisible(self.one_at_a_time and bool(self.list.rows))

    def _title(self, search: Search | None) -> str:
        if search is None or not search.count:
            return self.words.say("find.found", "Found")
        return self.words.count("find.count", "{n} place", "{n} places", search.count)

    def _rows(self, search: Search) -> tuple[Row, ...]:
        journal, today = self._desk.snapshot, self._desk.today()
        told = [(one, found_row(journal, one, today, self.words)) for one in search.found[: self._most]]
        rows: list[Row] = []
        for year in by_year(told):
            rows.append(Row(passage=Passage(before=str(year.year)), spoken=str(year.year), heading=True))
            rows += [
                Row(
                    passage=Passage(before=row.thing, words=row.passage, at=row.at),
                    spoken=row.spoken,
                    icon="trash" if row.trashed else row.icon,
                    private=row.private,
                    day=row.day,
                    found=row,
                )
                for row in year.rows
            ]
        return tuple(rows)

    def _note_change(self) -> None:
        if self.isVisible():
            self.refresh()
