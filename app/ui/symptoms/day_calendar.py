"""The days of a symptom: weeks across, weekdays down, a number on its heather or a dot."""

from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from app.domain.derived.symptoms.calendar import WEEK, Calendar
from app.ui.actions import plain_keys_on
from app.ui.symptoms.day_model import DayModel
from app.ui.symptoms.day_paint import CELL, HEAD, SIDE, DayDelegate, MonthHeader, WeekdayHeader
from app.ui.symptoms.time_table import TimeTable
from app.ui.theme import theme as themes
from app.ui.widgets.ledger import digit_of

_FEWEST_WEEKS = 4


class DayCalendar(TimeTable):
    """``opened(day)`` follows Enter or a click, ``written(day, value)`` a digit or x on a day.

    ``trashed(day)`` follows Delete on a day that has a reading.

    Shows as many weeks as have room, the latest always; ``fits(weeks)`` says how many when that changes.
    """

    opened = Signal(object)
    written = Signal(object, int)
    trashed = Signal(object)
    fits = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = DayModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(DayDelegate(self))
        self.setHorizontalHeader(MonthHeader(self))
        self.setVerticalHeader(WeekdayHeader(self))

    @property
    def shown(self) -> int:
        """How many weeks are in view."""
        return self._model.columnCount()

    @property
    def first_day(self) -> date | None:
        """The first day in view."""
        days = self._model.calendar.weeks[self._model.skipped] if self.shown else ()
        return next((day.day for day in days if day is not None), None)

    @property
    def weeks(self) -> int:
        """How many weeks there are."""
        return len(self._model.calendar.weeks)

    def show_calendar(self, calendar: Calendar) -> None:
        """Show other days; the current one stays where it is, or is today."""
        at = self.currentIndex()
        day = self._model.day(at) if at.isValid() else None
        self._model.show(calendar, self._room())
        place = self._model.place_of(day) or self._model.place_of(None)
        if place is not None:
            self.setCurrentIndex(self._model.index(*place))
        self.measure()

    def open_cell(self, at: QModelIndex) -> None:
        """Open a day that has been."""
        day = self._model.day(at) if at.isValid() else None
        if day is not None:
            self.opened.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write a digit on the day; everything else moves or opens."""
        value, at = digit_of(event.text()), self.currentIndex()
        day = self._model.day(at) if at.isValid() else None
        if value is not None and day is not None and plain_keys_on():
            self.written.emit(day, value)
        elif event.key() == Qt.Key.Key_Delete and day is not None and day.entries:
            self.trashed.emit(day)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of a week."""
        theme = themes.current()
        width = theme.px(SIDE) + theme.px(CELL) * len(self._model.calendar.weeks)
        return QSize(width, theme.px(HEAD) + WEEK * theme.px(CELL) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few weeks."""
        theme = themes.current()
        return QSize(theme.px(SIDE + CELL * _FEWEST_WEEKS), self.sizeHint().height())

    def measure(self) -> None:
        """Give every day its size."""
        side = themes.current().px(CELL)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setDefaultSectionSize(side)
        self._fit()
        self.updateGeometry()
        self.updateGeometries()

    def _room(self) -> int:
        theme = themes.current()
        return max((self.width() - theme.px(SIDE)) // theme.px(CELL), _FEWEST_WEEKS)

    def _fit(self) -> None:
        if self._model.fit(self._room()):
            place = self._model.place_of(None)
            if place is not None and not self.currentIndex().isValid():
                self.setCurrentIndex(self._model.index(*place))
            self.fits.emit(self.shown)
