"""The menu of an entry: the same everywhere an entry is listed (interface.md 6)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.derived.search import texts_of
from app.domain.records import Person, Record
from app.domain.records.record import RecordId, Sharing, field_names
from app.ui.desk import Desk
from app.ui.entry_panels import TagPanel, WhenPanel
from app.ui.keys.secret_clipboard import copy_quietly
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.row_menu import ROOM, RowMenuButton
from app.ui.widgets.sharing_mark import SharingMark

Open = Callable[[str], None]


class EntryMenus(QObject):
    """Answers a list's `menu` signal: menu key, Shift+F10, right click, and the three dots of a row.

    `opened(key)` asks to show an entry, `changes(key)` for its form. `orders`: the list's order is the
    person's, and `ordered(key, by)` of the list moves an entry. It holds nothing of the page: a page and what
    lies in it, each holding the other, end the process when Python takes both away.
    """

    opened = Signal(str)
    changes = Signal(str)

    def __init__(self, desk: Desk, shown: RecordList, *, orders: bool = False) -> None:
        super().__init__(shown)
        self._desk, self._list, self._orders = desk, shown, orders
        shown.menu.connect(self.open_at)
        delegate = shown.itemDelegate()
        if hasattr(delegate, "end_room"):
            delegate.end_room = ROOM
            dots = RowMenuButton(shown, desk.words.say("any_entry.more", "More about this entry"))
            dots.wanted.connect(self._open_at_row)

    def open_at(self, key: str, place: QPoint) -> None:
        """Open the menu of an entry."""
        menu = menu_of(
            self._desk,
            RecordId(key),
            self._list,
            open_record=self.opened.emit,
            change=self.changes.emit,
            move=self._list.ordered.emit if self._orders else None,
        )
        if menu is not None:
            menu.popup(place)

    def _open_at_row(self, index: QModelIndex, place: QPoint) -> None:
        self.open_at(self._list.rows[index.row()].key, place)


def offer_menus(
    desk: Desk, shown: RecordList, open_record: Open, *, change: Open | None = None, orders: bool = False
) -> None:
    """Give the entries of a list their menu; `change` opens the form where `open_record` does not."""
    menus = EntryMenus(desk, shown, orders=orders)
    menus.opened.connect(open_record)
    menus.changes.connect(change or open_record)


def menu_of(
    desk: Desk,
    key: RecordId,
    parent: QWidget,
    *,
    open_record: Open,
    change: Open,
    move: Callable[[str, int], None] | None = None,
) -> QMenu | None:
    """The menu of one entry; None for what is no entry of the journal."""
    record = desk.snapshot.get(Record, key)
    if record is None:
        return None
    say, menu = desk.words.say, QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(text: str, do: Callable[[], object]) -> None:
        menu.addAction(text).triggered.connect(do)

    add(say("any_entry.open", "Open"), partial(open_record, key))
    add(say("any_entry.change", "Change"), partial(change, key))
    if "when" in field_names(record):
        add(say("any_entry.when", "Change when"), partial(_change_when, desk, record, parent))
    menu.addMenu(_sharing(desk, record, menu))
    add(say("any_entry.add_tag", "Add a tag"), partial(_add_tag, desk, record, parent))
    add(say("any_entry.copy", "Copy the words"), partial(_copy, desk, record))
    add(say("any_entry.history", "See earlier versions"), partial(desk.wanted.emit, "history", key))
    if move is not None:
        menu.addSeparator()
        add(say("any_entry.up", "Move up"), partial(move, key, -1))
        add(say("any_entry.down", "Move down"), partial(move, key, 1))
    if not isinstance(record, Person):
        menu.addSeparator()
        add(say("any_entry.trash", "Move to trash"), partial(_trash, desk, key))
    return menu


def _change_when(desk: Desk, record: Record, parent: QWidget) -> None:
    window = parent.window()
    WhenPanel(desk, record, window).open_over(window)


def _add_tag(desk: Desk, record: Record, parent: QWidget) -> None:
    window = parent.window()
    TagPanel(desk, record, window).open_over(window)


def _sharing(desk: Desk, record: Record, menu: QMenu) -> QMenu:
    """The three choices of the sharing mark; a choice is kept at once."""
    mark = SharingMark(desk.words, desk.clinicians(), record.sharing)
    mark.setParent(menu)
    mark.hide()
    choices = mark.menu_of_choices()
    choices.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    choices.setTitle(desk.words.say("any_entry.sharing", "Sharing"))
    mark.changed.connect(partial(_share, desk, record, mark))
    return choices


def _share(desk: Desk, record: Record, mark: SharingMark, sharing: Sharing) -> None:
    changed = replace(record, sharing=sharing)
    desk.do(partial(desk.journal.amend, changed), mark.accessibleName())


def _copy(desk: Desk, record: Record) -> None:
    copy_quietly("\n".join(texts_of(desk.snapshot, record)))
    said = desk.words.say(
        "any_entry.copied", "Copied. It stays on the clipboard until you copy something else."
    )
    desk.said.emit(said, False)


def _trash(desk: Desk, key: RecordId) -> None:
    desk.do(partial(desk.journal.trash, key), desk.words.say("trash.put", "Put in the trash"))
