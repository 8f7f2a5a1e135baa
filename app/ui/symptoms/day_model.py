"""The days of a symptom as a table: a spoken text for every day and header."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.derived.symptoms.calendar import WEEK, Calendar, CalendarDay

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NO_DAYS = Calendar(weeks=(), months=(), weekdays=("",) * WEEK, spoken_weeks=(), spoken_weekdays=("",) * WEEK)


class DayModel(QAbstractTableModel):
    """Days as values; what is still to come is empty and can't be chosen."""

    DayRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self.calendar = _NO_DAYS
        self._most = 0

    def show(self, calendar: Calendar, most: int) -> None:
        """Show other days, at most so many weeks of them."""
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
        """The day of a cell; None for what is still to come."""
        return self.calendar.weeks[at.column() + self.skipped][at.row()]

    def place_of(self, day: CalendarDay | None) -> tuple[int, int] | None:
        """Row and column of the same day, of today where none is given."""
        for column in range(self.columnCount()):
            for row, held in enumerate(self.calendar.weeks[column + self.skipped]):
                if held is not None and (held.today if day is None else held.day == day.day):
                    return row, column
        return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the days of a week."""
        return 0 if parent.isValid() else WEEK

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the weeks in view."""
        return 0 if parent.isValid() else min(self._most, len(self.calendar.weeks))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Keep days that are still to come from being chosen."""
        if index.isValid() and self.day(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks for."""
        day = self.day(index) if index.isValid() else None
        if day is None:
            return self.calendar.to_come if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return day.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if day.severity is None else str(day.severity)
        return day if role == self.DayRole else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a weekday, or the month that begins; the week written out when spoken."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if way == Qt.Orientation.Vertical:
            named = self.calendar
            return (named.weekdays if role == Qt.ItemDataRole.DisplayRole else named.spoken_weekdays)[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.calendar.spoken_weeks[section + self.skipped]
        return dict(self.calendar.months).get(section + self.skipped, "")
