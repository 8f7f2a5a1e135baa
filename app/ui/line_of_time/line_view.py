"""Canvas, list and whole life of one line, tied: what is chosen in one is chosen in all."""

from itertools import islice

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.line.lanes import Group, Line, column_size
from app.domain.derived.line.rows import Gathered, gathered_day, key_for, rows_in
from app.domain.derived.line.saying import column_words, thing_words
from app.domain.derived.line.windows import Window, Zoom, showing, window_around, window_at_today, zoomed
from app.domain.derived.timeline import Entry, can_compare
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.line_of_time.canvas import LineCanvas
from app.ui.line_of_time.line_list import LineList
from app.ui.line_of_time.rows import rows_of
from app.ui.line_of_time.whole_life import WholeLife
from app.ui.theme import theme as themes
from app.ui.widgets import spoken
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.layout import Group as Box

AT_ONCE = 60
"""Rows put into words at a time: more follow when the list is scrolled to them."""

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
        self._most = AT_ONCE
        self._each = False
        self._telling = False
        self.canvas = LineCanvas(words, name)
        self.strip = WholeLife(words)
        self.list = LineList(words, name)
        self.picture = Box(Column(self.canvas, self.strip, spacing=8))
        self.beside = _ListColumn(Column(self.list, below_list, spacing=6, margins=(12, 0, 0, 0)))
        row = Row(self.picture, self.beside, spacing=16)
        row.setStretch(0, 1)
        self.setLayout(row)
        self._connect()

    # What is shown

    def show_line(self, line: Line) -> None:
        """Show a line, in the window in view; what was chosen stays chosen while it is on it."""
        self.line = line
        window = self.window_in_view or window_at_today(Zoom.THREE_MONTHS, line.life)
        if line.thing(self.key) is None:
            self.key = ""
        self.show_window(window)

    def show_window(self, window: Window) -> None:
        """Show other days."""
        if self.line is None:
            return
        self.window_in_view = window
        self._most = AT_ONCE
        self.canvas.show_line(self.line, window)
        self.canvas.choose(self.key)
        span = self.span_words()
        name = self._words.say("line.name", "{title}, {span}", title=self._name, span=span)
        self.canvas.setAccessibleName(name)
        self.canvas.setAccessibleDescription(self._summary(self.line, window))
        self.strip.show_line(self.line, window, span)
        self._fill_list()
        self.moved.emit()

    def show_zoom(self, zoom: Zoom) -> None:
        """Show more or less, at what is chosen."""
        if self.line is not None and self.window_in_view is not None:
            found = self.line.thing(self.key)
            at = found[1].middle if found is not None else None
            self.show_window(zoomed(self.window_in_view, zoom, self.line.life, at=at))

    def show_each(self, each: bool) -> None:
        """Give every reading a row of its own, or put them together as the zoom does."""
        if each != self._each:
            self._each = each
            self._fill_list()

    def show_parts(self, *, picture: bool, rows: bool) -> None:
        """Show canvas, list or both."""
        self.picture.setVisible(picture)
        self.beside.setVisible(rows)
        self.beside.hold_width(alone=not picture, small=self.window().width() < themes.current().px(1200))

    def point_at(self, key: str) -> bool:
        """Choose a record and bring it into view, with another zoom where it needs one."""
        line = self.line
        if line is None or self.window_in_view is None:
            return False
        found = line.thing(key)
        if found is None:
            if not any(entry.record.id == key for entry in line.undated):
                return False
            self.show_window(window_at_today(Zoom.LIFE, line.life))
            return self._choose_row(key)
        lane, thing = found
        window = self.window_in_view
        if lane.is_symptom and window.zoom.gathered is not None and not self._each:
            window = window_around(Zoom.MONTH, thing.middle, line.life)
        self.show_window(showing(window, thing.first, thing.last, line.life))
        self._choose(key)
        return True

    def rows_left(self) -> bool:
        """Whether the window holds anything to list."""
        return bool(self.list.rows)

    # Words

    def span_words(self) -> str:
        """The days in view: "May 2023 to today"."""
        line, window, words = self.line, self.window_in_view, self._words
        if line is None or window is None:
            return ""
        name = words.month if window.zoom.gathered is not None else words.day
        first = name(window.first)
        if window.holds(line.life.today):
            return words.say("line.to_today", "{first} to today", first=first)
        return words.say("line.from_to", "{first} to {last}", first=first, last=name(window.last))

    def _summary(self, line: Line, window: Window) -> str:
        """What is in view, counted: "6 treatments now, 4 stopped, 16 visits, 4 events."."""
        words = self._words
        shown = line.lanes_in(window.first, window.last)
        bars = [lane for lane in shown if lane.group is Group.TREATMENTS and lane.bar is not None]
        now = sum(lane.now for lane in bars)
        parts = []
        if bars:
            parts.append(words.count("line.now", "{n} treatment now", "{n} treatments now", now))
            parts.append(words.say("line.stopped", "{n} stopped", n=len(bars) - now))
        counts = {lane.key: len(lane.between(window.first, window.last)) for lane in shown}
        if "visits" in counts:
            parts.append(words.count("line.visits", "{n} visit", "{n} visits", counts["visits"]))
        if "events" in counts:
            parts.append(words.count("line.events", "{n} event", "{n} events", counts["events"]))
        press = words.say("line.press_l", "Press L for the list.")
        return f"{', '.join(parts)}. {press}" if parts else press

    def _said(self, key: str) -> str:
        """What is chosen, as it is said aloud."""
        found = self.line.thing(key) if self.line is not None else None
        if self.line is None or self.window_in_view is None or found is None:
            return ""
        lane, thing = found
        size = column_size(lane, self.window_in_view.zoom) if lane.is_symptom else None
        columns = lane.columns_between(size, thing.first, thing.first) if size and thing.is_exact else ()
        if columns:
            return column_words(lane, columns[0], self._words)
        return thing_words(self.line.journal, thing, self._words)

    # The tie

    def _choose(self, key: str) -> None:
        """Choose in all of them; say nothing."""
        self.key = key
        self.canvas.choose(key)
        self._choose_row(key)

    def _choose_on_canvas(self, key: str) -> None:
        """Follow the canvas, and say aloud what was chosen there."""
        self.key = key
        self._choose_row(key)
        said = self._said(key)
        if said:
            spoken.announce(self.canvas, said)

    def _choose_in_list(self, key: str) -> None:
        """Follow the list, whose rows are read by themselves."""
        if self._telling or self.line is None:
            return
        self.key = self._record_of(key)
        self.canvas.choose(self.key)

    def _choose_row(self, key: str) -> bool:
        """Show the row of a record, put into words now if it was not yet."""
        if self.line is None or self.window_in_view is None:
            return False
        self._telling = True
        row = key_for(self.line, self.window_in_view, RecordId(key), each=self._each) if key else ""
        chosen = bool(row) and self.list.choose(row)
        if row and not chosen:
            places = enumerate(rows_in(self.line, self.window_in_view, each=self._each), start=1)
            at = next((at for at, held in places if _key_of(held) == row), 0)
            if at:
                self._most = at + AT_ONCE
                self._put_rows()
                chosen = self.list.choose(row)
        if not chosen:
            self.list.choose_none()
        self._telling = False
        return chosen

    def _record_of(self, key: str) -> str:
        """The record a row stands for; of readings put together, the first."""
        if gathered_day(key) is None or self.line is None or self.window_in_view is None:
            return key
        for row in rows_in(self.line, self.window_in_view, each=self._each):
            if isinstance(row, Gathered) and row.key == key:
                lane, column = row.parts[0]
                return lane.exact[column.start].id
        return ""

    def _fill_list(self) -> None:
        self._telling = True
        self._put_rows()
        self._telling = False
        self._choose_row(self.key)

    def _put_rows(self) -> None:
        line, window = self.line, self.window_in_view
        if line is not None and window is not None:
            rows = islice(rows_in(line, window, each=self._each), self._most)
            self.list.show_rows(tuple(rows_of(line, rows, self._words)))

    def _show_more(self) -> None:
        """Put more rows into words, when the list is scrolled to the last."""
        shown = sum(not row.heading for row in self.list.rows)
        if shown >= self._most:
            self._most += AT_ONCE
            self._telling = True
            self._put_rows()
            self._telling = False

    # What the person does

    def open_chosen(self, key: str) -> None:
        """Open a record; look closer where several readings are meant."""
        line, window = self.line, self.window_in_view
        if line is None or window is None:
            return
        record = self._record_of(key)
        found = line.thing(record)
        if found is None:
            self.opened.emit(record)
            return
        lane, thing = found
        size = column_size(lane, window.zoom) if lane.is_symptom and thing.is_exact else None
        columns = lane.columns_between(size, thing.first, thing.first) if size is not None else ()
        several = gathered_day(key) is not None or any(column.count > 1 for column in columns)
        if several and not self._each:
            self.key = record
            self.show_window(window_around(window.zoom.nearer, thing.middle, line.life))
        else:
            self.opened.emit(record)

    def _compare(self, key: str) -> None:
        """Go to before and after, from a change that has both."""
        if self.line is not None and can_compare(self.line.journal.records.get(RecordId(key))):
            self.compared.emit(key)

    def _connect(self) -> None:
        self.canvas.chosen.connect(self._choose_on_canvas)
        self.canvas.opened.connect(self.open_chosen)
        self.canvas.compared.connect(self._compare)
        self.canvas.listed.connect(self.listed)
        self.canvas.moved.connect(self.show_window)
        self.strip.moved.connect(self.show_window)
        self.list.moved.connect(self._choose_in_list)
        self.list.opened.connect(self.open_chosen)
        self.list.compared.connect(self.compared)
        self.list.ran_out.connect(self._show_more)


class _ListColumn(QWidget):
    """The list behind a hairline."""

    def __init__(self, contents: Column) -> None:
        super().__init__()
        self.setLayout(contents)

    def hold_width(self, *, alone: bool, small: bool) -> None:
        """Take all the room there is, or a column's width."""
        theme = themes.current()
        width = theme.px(_SMALL_WIDTH if small else _LIST_WIDTH)
        self.setMinimumWidth(0 if alone else width)
        self.setMaximumWidth(_ANY if alone else width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline."""
        painter = QPainter(self)
        painter.fillRect(0, 0, 1, self.height(), themes.current().colour("line"))


_ANY = 16_777_215  # Qt's own largest size


def _key_of(row: Entry | Gathered) -> str:
    return row.key if isinstance(row, Gathered) else row.record.id
