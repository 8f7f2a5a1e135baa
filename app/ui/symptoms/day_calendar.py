"""The days of a symptom: weeks across, Monday to Sunday down, a number on its heather or a dot."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.derived.symptoms.calendar import WEEK, Calendar, CalendarDay
from app.ui.symptoms.time_table import TimeTable
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.ledger import digit_of

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NO_DAYS = Calendar(weeks=(), months=(), weekdays=("",) * WEEK, spoken_weeks=())
CELL = 25  # never less: it is the smallest day a finger finds (interface.md 2.4)
_HEAD = 22
_SIDE = 40
_FEWEST_WEEKS = 4


class DayCalendar(TimeTable):
    """``opened(day)`` follows Enter or a click, ``written(day, value)`` a digit or x on a day.

    Shows as many weeks as have room, the latest always; ``fits(weeks)`` says how many when that changes.
    """

    opened = Signal(object)
    written = Signal(object, int)
    fits = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = _Model()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Months(self))
        self.setVerticalHeader(_Weekdays(self))

    @property
    def shown(self) -> int:
        """How many weeks are in view."""
        return self._model.columnCount()

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
        if value is not None and day is not None:
            self.written.emit(day, value)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many weeks as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the height of a week."""
        theme = themes.current()
        width = theme.px(_SIDE) + theme.px(CELL) * len(self._model.calendar.weeks)
        return QSize(width, theme.px(_HEAD) + WEEK * theme.px(CELL) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few weeks."""
        theme = themes.current()
        return QSize(theme.px(_SIDE + CELL * _FEWEST_WEEKS), self.sizeHint().height())

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
        return max((self.width() - theme.px(_SIDE)) // theme.px(CELL), _FEWEST_WEEKS)

    def _fit(self) -> None:
        if self._model.fit(self._room()):
            place = self._model.place_of(None)
            if place is not None and not self.currentIndex().isValid():
                self.setCurrentIndex(self._model.index(*place))
            self.fits.emit(self.shown)


class _Model(QAbstractTableModel):
    """Days as values; what is still to come is empty and can't be chosen."""

    DayRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self.calendar = _NO_DAYS
        self._most = 0

    def show(self, calendar: Calendar, most: int) -> None:
        self.beginResetModel()
        self.calendar, self._most = calendar, most
        self.endResetModel()

    def fit(self, most: int) -> bool:
        """Show at most so many weeks; tell whether that changes anything."""
        before = self.columnCount()
        if min(most, len(self.calendar.weeks)) == before:
            self._most = most
            return False
        self.show(self.calendar, most)
        return True

    @property
    def skipped(self) -> int:
        """How many of the first weeks have no room."""
        return len(self.calendar.weeks) - self.columnCount()

    def day(self, at: Index) -> CalendarDay | None:
        return self.calendar.weeks[at.column() + self.skipped][at.row()]

    def place_of(self, day: CalendarDay | None) -> tuple[int, int] | None:
        """Row and column of the same day, of today where none is given."""
        for column in range(self.columnCount()):
            for row, held in enumerate(self.calendar.weeks[column + self.skipped]):
                if held is not None and (held.today if day is None else held.day == day.day):
                    return row, column
        return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else WEEK

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else min(self._most, len(self.calendar.weeks))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.day(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day(index) if index.isValid() else None
        if day is None:
            return None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return day.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if day.severity is None else str(day.severity)
        return day if role == self.DayRole else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if way == Qt.Orientation.Vertical:
            return self.calendar.weekdays[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.calendar.spoken_weeks[section + self.skipped]
        return dict(self.calendar.months).get(section + self.skipped, "")


class _Delegate(QStyledItemDelegate):
    """Draws a number on its step, a tick for what was only noted, a dot for nothing, a frame for today."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day: CalendarDay | None = index.data(_Model.DayRole)
        if day is None:
            return
        theme = themes.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0.5, 0.5, -1.5, -1.5)
        if day.severity is not None:
            _paint_number(painter, box, day.severity, theme)
        elif day.count:
            side = theme.px(14)
            tick = theme.icon("check", "ink2", 14, painter.device().devicePixelRatio())
            painter.drawPixmap(round(box.center().x() - side / 2), round(box.center().y() - side / 2), tick)
        elif not day.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("edge"))
            dot = 1.4 * theme.scale
            painter.drawEllipse(box.center(), dot, dot)
        if day.today:
            _paint_today(painter, box, theme, filled=day.count > 0)
        painter.restore()


def _paint_number(painter: QPainter, box: QRectF, value: int, theme: Theme) -> None:
    fill, ink = theme.severity(value)
    outline = "edge" if theme.high_contrast else "line"
    painter.setPen(QPen(theme.colour(outline), 1) if value == 0 else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(box, theme.radius("cell"), theme.radius("cell"))
    painter.setPen(ink)
    painter.setFont(theme.font("chart", weight=500))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))


def _paint_today(painter: QPainter, box: QRectF, theme: Theme, *, filled: bool) -> None:
    width = theme.px(2)
    painter.setPen(QPen(theme.colour("pine"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush if filled else theme.colour("raised"))
    half = width / 2
    painter.drawRoundedRect(
        box.adjusted(half, half, -half, -half), theme.radius("cell"), theme.radius("cell")
    )


class _Months(QHeaderView):
    """A month's name over its first whole week, as wide as it needs to be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(0, themes.current().px(_HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's
        """Draw the name that reaches into this section: a name is wider than its week."""
        model = self.model()
        if not isinstance(model, _Model):
            return
        theme = themes.current()
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(theme.font("chart"))
        painter.setPen(theme.colour("ink2"))
        for at, name in model.calendar.months:
            left = rect.left() + (at - model.skipped - section) * theme.px(CELL)
            if at - model.skipped <= section:
                room = QRect(left, rect.top(), theme.px(CELL) * 4, rect.height() - theme.px(3))
                painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


class _Weekdays(QHeaderView):
    """Every second day's short name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(themes.current().px(_SIDE), 0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's
        model = self.model()
        if section % 2 or not isinstance(model, _Model):
            return
        theme = themes.current()
        painter.save()
        painter.setFont(theme.font("chart"))
        painter.setPen(theme.colour("ink2"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, middle, model.calendar.weekdays[section])
        painter.restore()
