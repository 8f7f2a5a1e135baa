"""Canvas, list and whole life of one line, tied: what is chosen in one is chosen in all."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.line.in_view import column_of
from app.domain.derived.line.lanes import Line
from app.domain.derived.line.rows import gathered_day
from app.domain.derived.line.saying import chosen_words, summary, window_words
from app.domain.derived.line.windows import Window, Zoom, showing, window_around, window_at_today, zoomed
from app.domain.derived.timeline import can_compare
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.line_of_time.canvas import LineCanvas
from app.ui.line_of_time.line_list import LineList
from app.ui.line_of_time.twin import Twin
from app.ui.line_of_time.whole_life import WholeLife
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.layout import Group as Box

_LIST_WIDTH, _SMALL_WIDTH = 292, 248


class LineView(QWidget):
    """``opened(key)`` and ``compared(key)`` follow what the person asks for, ``moved()`` other days."""

    opened = Signal(str)
    compared = Signal(str)
    listed = Signal()
    moved = Signal()

    def __init__(self, words: Words, name: str, below_list: QWidget) -> None:
        super().__init__()
        self._words = words
        self._name = name
        self.line: Line | None = None
        self.window_in_view: Window | None = None
        self.key = ""
        self.canvas = LineCanvas(words, name)
        self.strip = WholeLife(words)
        self.list = LineList(words, name)
        self._twin = Twin(self.list, words)
        self.picture = Box(Column(self.canvas, self.strip, spacing=8))
        self.beside = _ListColumn(Column(self.list, below_list, spacing=6, margins=(12, 0, 0, 0)))
        row = Row(self.picture, self.beside, spacing=16)
        row.setStretch(0, 1)
        self.setLayout(row)
        self._connect()

    def show_line(self, line: Line) -> None:
        """Show a line, in the window in view; what was chosen stays chosen while it is on it."""
        self.line = line
        window = self.window_in_view or window_at_today(Zoom.THREE_MONTHS, line.life)
        place = self._twin.place
        gone = (
            self.key
            and self.key not in line.places
            and all(one.record.id != self.key for one in line.undated)
        )
        if gone:
            self.key = ""
        self.show_window(window)
        if gone and self.list.hasFocus():
            self.key = self._twin.choose_near(place)
            self.canvas.choose(self.key)

    def show_window(self, window: Window) -> None:
        """Show other days."""
        if self.line is None:
            return
        self.window_in_view = window
        span = window_words(window, self.line.life.today, self._words)
        name = self._words.say("line.name", "{title}, {span}", title=self._name, span=span)
        self.canvas.show_line(self.line, window)
        self.canvas.choose(self.key)
        self.canvas.setAccessibleName(name)
        self.canvas.setAccessibleDescription(summary(self.line, window, self._words))
        self.strip.show_line(self.line, window, span)
        self._twin.show_line(self.line, window, each=self._twin.each)
        self._twin.choose(self.key)
        self.moved.emit()

    def show_zoom(self, zoom: Zoom) -> None:
        """Show more or less, at what is chosen."""
        if self.line is not None and self.window_in_view is not None:
            found = self.line.thing(self.key)
            at = found[1].middle if found is not None else None
            self.show_window(zoomed(self.window_in_view, zoom, self.line.life, at=at))

    def show_parts(self, *, picture: bool, rows: bool) -> None:
        """Show canvas, list or both. The list alone has a row for every reading."""
        self.picture.setVisible(picture)
        self.beside.setVisible(rows)
        self.beside.hold_width(alone=not picture, small=self.window().width() < themes.current().px(1200))
        if self._twin.each == picture and self.line is not None and self.window_in_view is not None:
            self._twin.show_line(self.line, self.window_in_view, each=not picture)
            self._twin.choose(self.key)

    def span_words(self) -> str:
        """The days in view: "May 2023 to today"."""
        if self.line is None or self.window_in_view is None:
            return ""
        return window_words(self.window_in_view, self.line.life.today, self._words)

    def point_at(self, key: str) -> bool:
        """Choose a record and bring it into view, with another zoom where it needs one."""
        line, window = self.line, self.window_in_view
        if line is None or window is None:
            return False
        found = line.thing(key)
        if found is None:
            if not any(entry.record.id == key for entry in line.undated):
                return False
            self.show_window(window_at_today(Zoom.LIFE, line.life))
            return self._twin.choose(key)
        lane, thing = found
        if lane.is_symptom and window.zoom.gathered is not None and not self._twin.each:
            window = window_around(Zoom.MONTH, thing.middle, line.life)
        self.key = key
        self.show_window(showing(window, thing.first, thing.last, line.life))
        return True

    # The tie

    def _choose_on_canvas(self, key: str) -> None:
        """Follow the canvas, and say aloud what was chosen there."""
        self.key = key
        self._twin.choose(key)
        if key and self.line is not None and self.window_in_view is not None:
            said = chosen_words(self.line, self.window_in_view, key, self._words)
            spoken.announce(self.canvas, said)

    def _choose_in_list(self, key: str) -> None:
        """Follow the list, whose rows are read by themselves."""
        self.key = key
        self.canvas.choose(key)

    def _open(self, key: str) -> None:
        """Open a record; look closer where several readings are meant."""
        line, window = self.line, self.window_in_view
        if line is None or window is None:
            return
        record = self._twin.record_of(key)
        found = line.thing(record)
        column = column_of(*found, window) if found is not None else None
        several = gathered_day(key) is not None or (column is not None and column.count > 1)
        if found is not None and several and not self._twin.each:
            self.key = record
            self.show_window(window_around(window.zoom.nearer, found[1].middle, line.life))
        else:
            self.opened.emit(record)

    def _compare(self, key: str) -> None:
        """Go to before and after, from a change that has both."""
        if self.line is not None and can_compare(self.line.journal.records.get(RecordId(key))):
            self.compared.emit(key)

    def _connect(self) -> None:
        self.canvas.chosen.connect(self._choose_on_canvas)
        self.canvas.opened.connect(self._open)
        self.canvas.compared.connect(self._compare)
        self.canvas.listed.connect(self.listed)
        self.canvas.moved.connect(self.show_window)
        self.strip.moved.connect(self.show_window)
        self._twin.chosen.connect(self._choose_in_list)
        self.list.opened.connect(self._open)
        self.list.compared.connect(self._compare)


class _ListColumn(QWidget):
    """The list behind a hairline."""

    def __init__(self, contents: Column) -> None:
        super().__init__()
        self.setLayout(contents)
        self._alone = False

    def hold_width(self, *, alone: bool, small: bool) -> None:
        """Take all the room there is, or a column's width."""
        theme = themes.current()
        self._alone = alone
        width = theme.px(_SMALL_WIDTH if small else _LIST_WIDTH)
        self.setMinimumWidth(0 if alone else width)
        self.setMaximumWidth(_ANY if alone else width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline, where there is something left of it."""
        painter = QPainter(self)
        if not self._alone:
            painter.fillRect(0, 0, 1, self.height(), themes.current().colour("line"))


_ANY = 16_777_215  # Qt's own largest size
