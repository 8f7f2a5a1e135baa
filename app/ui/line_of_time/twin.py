"""The list of a line in a window: which rows it holds, put into words as far as they are looked at."""

from itertools import islice

from PySide6.QtCore import QObject, Signal

from app.domain.derived.line.lanes import Line
from app.domain.derived.line.rows import Gathered, Row, gathered_day, key_for, rows_in
from app.domain.derived.line.windows import Window
from app.domain.records.record import RecordId
from app.i18n import Words
from app.ui.line_of_time.line_list import LineList
from app.ui.line_of_time.rows import rows_of

AT_ONCE = 20
"""Rows put into words at a time: more follow when the list is scrolled to them."""


class Twin(QObject):
    """Fills one list. ``chosen(record)`` follows a choice of the person's in it: the record of the row."""

    chosen = Signal(str)

    def __init__(self, listed: LineList, words: Words) -> None:
        super().__init__(listed)
        self._list = listed
        self._words = words
        self._line: Line | None = None
        self._window: Window | None = None
        self._most = AT_ONCE
        self._telling = False
        self.each = False
        listed.moved.connect(self._tell)
        listed.ran_out.connect(self._show_more)

    def show_line(self, line: Line, window: Window, *, each: bool) -> None:
        """List what a window holds; with `each`, every reading by itself."""
        self._line, self._window, self.each = line, window, each
        self._most = AT_ONCE
        self._fill()

    def choose(self, key: str) -> bool:
        """Choose the row in which a record stands, "" for none; tell whether there is one."""
        if self._line is None or self._window is None:
            return False
        row = key_for(self._line, self._window, RecordId(key), each=self.each) if key else ""
        self._telling = True
        chosen = bool(row) and (self._list.choose(row) or (self._reach(row) and self._list.choose(row)))
        if chosen:
            self._list.scrollTo(self._list.currentIndex())
        else:
            self._list.choose_none()
        self._telling = False
        return chosen

    @property
    def place(self) -> int:
        """Where the chosen row is, -1 for none."""
        return self._list.currentIndex().row()

    def choose_near(self, place: int) -> str:
        """Choose the row that took the place of one that is gone; give its record."""
        rows = self._list.rows
        keys = [row.key for row in (*rows[max(place, 0) :], *reversed(rows[: max(place, 0)])) if row.key]
        record = self.record_of(keys[0]) if keys else RecordId("")
        self.choose(record)
        return record

    def record_of(self, key: str) -> RecordId:
        """The record a row stands for; of readings put together, the first."""
        if gathered_day(key) is None:
            return RecordId(key)
        row = next((row for row in self._rows() if _key_of(row) == key), None)
        if not isinstance(row, Gathered):
            return RecordId("")
        lane, column = row.parts[0]
        return lane.things[column.start].id

    def _rows(self) -> tuple[Row, ...]:
        if self._line is None or self._window is None:
            return ()
        return tuple(rows_in(self._line, self._window, each=self.each))

    def _reach(self, key: str) -> bool:
        """Put as many rows into words as it takes to show one of them."""
        at = next((at for at, row in enumerate(self._rows(), start=1) if _key_of(row) == key), 0)
        if at:
            self._most = at + AT_ONCE
            self._fill()
        return bool(at)

    def _show_more(self) -> None:
        """Put more rows into words, when the list is scrolled to the last."""
        if sum(not row.heading for row in self._list.rows) < self._most:
            return
        key, bar = self._list.key, self._list.verticalScrollBar()
        top, before = bar.value(), self._telling
        self._telling = True
        self._most += AT_ONCE
        self._fill()
        self._list.choose(key)
        bar.setValue(top)
        self._telling = before

    def _fill(self) -> None:
        line, window = self._line, self._window
        if line is None or window is None:
            return
        before, self._telling = self._telling, True
        rows = islice(rows_in(line, window, each=self.each), self._most)
        self._list.show_rows(tuple(rows_of(line, rows, self._words)))
        self._telling = before

    def _tell(self, key: str) -> None:
        if not self._telling:
            self.chosen.emit(self.record_of(key))


def _key_of(row: Row) -> str:
    return row.key if isinstance(row, Gathered) else row.record.id
