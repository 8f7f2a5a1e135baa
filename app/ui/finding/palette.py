"""Do or go to: one box over the page, by doing first or by words first (interface.md 11.14)."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.derived.palette import Offer
from app.domain.derived.search import Search
from app.ui.desk import Desk
from app.ui.finding.filling import MOST_FOUND, rows_for
from app.ui.finding.row_list import RowList
from app.ui.finding.rows import MEANT, Row
from app.ui.finding.searching import Searching
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.key_hint import KeyHint
from app.ui.widgets.layout import Column, Group, Hairline
from app.ui.widgets.layout import Row as Across
from app.ui.widgets.over import Over
from app.ui.widgets.picture import Picture

_WIDTH, _TOP, _FROM_EDGE = 640, 100, 24
_FIELD = 56


class PaletteField(QLineEdit):
    """The words; arrows and Enter go to the list below, which never needs the focus."""

    stepped = Signal(int)
    entered = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open what is chosen there, or type."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focus_rect(self) -> QRect:
        """Where the ring goes: nowhere by itself, the caret and the chosen row say enough."""
        theme = themes.current()
        always = theme.high_contrast or theme.look.always_show_focus
        return self.rect() if always else QRect()


class Palette(Over):
    """`chosen(Row, str, bool)` carries the row, what was typed, and whether the timeline was asked for."""

    chosen = Signal(object, str, bool)

    def __init__(
        self, desk: Desk, there: tuple[Offer, ...], parent: QWidget, *, words_first: bool = False
    ) -> None:
        say = desk.words.say
        name = say("palette.name", "Do or go to")
        super().__init__(name, parent, width=_WIDTH, veiled=True)
        self._desk, self._there, self._words_first = desk, there, words_first
        self._search: Search | None = None
        self.field = PaletteField()
        self.field.setProperty("look", "palette")
        self.field.setPlaceholderText(say("palette.example", "Find, do or go to"))
        self.field.setAccessibleName(say("palette.example", "Find, do or go to"))
        self.list = RowList(name)
        self._searching = Searching(desk, self)
        top = Across(
            Picture("magnifying-glass"), self.field, KeyHint("Esc", ""), spacing=14, margins=(20, 8, 14, 8)
        )
        self._head = Group(top)
        self.setLayout(Column(self._head, Hairline(), self.list, spacing=0, margins=(1, 1, 1, 10)))
        self.field.textChanged.connect(self._typed)
        self.field.stepped.connect(self.list.step)
        self.field.entered.connect(self._enter)
        self.list.opened.connect(self._open)
        self.list.moved.connect(self._say_row)
        self._searching.found.connect(self._show_found)
        self._searching.waiting.connect(self._wait)
        self._show()

    def first_focus(self) -> QWidget:
        """The field."""
        return self.field

    def place(self) -> None:
        """Stand near the top, as high as the rows need."""
        window = self.parentWidget()
        if window is None:
            return
        super().place()
        theme = themes.current()
        edge = theme.px(_FROM_EDGE)
        width = min(theme.px(_WIDTH), window.width() - edge)
        top = min(theme.px(_TOP), max((window.height() - theme.px(420)) // 2, edge // 2))
        self.setGeometry((window.width() - width) // 2, top, width, self.height())
        self.list.doItemsLayout()
        wanted = self._head.sizeHint().height() + self.list.height_of_all + theme.px(16)
        self.setFixedHeight(min(wanted, window.height() - top - edge))

    def _typed(self) -> None:
        text = self.field.text()
        self._search = None
        if text.strip():
            self._searching.look(text, most=MOST_FOUND)
        if self._search is None:
            self._show()

    def _wait(self) -> None:
        self._search = None
        self._show()

    def _show_found(self, search: Search) -> None:
        if search.query == self.field.text():
            self._search = search
            self._show()

    def _show(self) -> None:
        typed = self.field.text()
        rows = rows_for(self._desk, self._there, typed, self._search, words_first=self._words_first)
        self.list.show_rows(rows)
        self.list.choose_first()
        self.place()

    def _say_row(self, row: Row) -> None:
        if self.field.hasFocus():
            spoken.announce(self.field, row.spoken)

    def _enter(self, on_timeline: bool) -> None:
        self.list.open_chosen(on_timeline=on_timeline)

    def _open(self, row: Row, on_timeline: bool) -> None:
        if row.means == MEANT and self._search is not None:
            self.field.setText(self._search.meant)
            return
        text = self.field.text()
        self.finish()
        self.chosen.emit(row, text, on_timeline)
