"""The ledger as a table: spoken texts for every cell and header."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.i18n import Words
from app.ui.widgets.ledger_value import LedgerCell, LedgerDay, LedgerRow, LedgerView

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class LedgerModel(QAbstractTableModel):
    """Rows of symptoms, and below them one row of marks where there are any."""

    CellRole = Qt.ItemDataRole.UserRole

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.view = LedgerView()

    def show(self, view: LedgerView) -> None:
        """Show another ledger."""
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def show_about_to_write(self, place: tuple[int, int, int | None] | None) -> None:
        """Show which cell the quick line would write; nothing else changes."""
        view = self.view
        if place != view.about_to_write and view.rows and view.days:
            self.view = LedgerView(days=view.days, rows=view.rows, about_to_write=place)
            last = self.index(len(view.rows) - 1, len(view.days) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows, with the row of marks."""
        return 0 if parent.isValid() else len(self.view.rows) + self.view.marked

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of days."""
        return 0 if parent.isValid() else len(self.view.days)

    def cell(self, row: int, column: int) -> LedgerCell | None:
        """Return a cell, or None for a mark."""
        rows = self.view.rows
        return rows[row].cells[column] if row < len(rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the view asks for."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row(), index.column())
        cell = self.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if cell is None or cell.value is None else str(cell.value)
        return cell if role == self.CellRole else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a day's or a symptom's name; the day written out when spoken."""
        if role not in _TEXT:
            return None
        if way == Qt.Orientation.Vertical:
            rows = self.view.rows
            return rows[section].name if section < len(rows) else self._words.say("ledger.marks", "Marks")
        day = self.view.days[section]
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        return day.spoken if spoken else f"{day.name}\n{day.number}"

    def spoken(self, row: int, column: int) -> str:
        """Say a cell, what changes first."""
        day = self.view.days[column]
        if row >= len(self.view.rows):
            return self._spoken_marks(day)
        return self._spoken_cell(self.view.rows[row], column, day)

    def _spoken_cell(self, row: LedgerRow, column: int, day: LedgerDay) -> str:
        cell = row.cells[column]
        if cell.value is None and cell.readings:
            return self._words.say("ledger.noted", "noted, {thing}, {day}", thing=row.name, day=day.spoken)
        if cell.value is None:
            return self._words.say(
                "ledger.nothing", "nothing written, {thing}, {day}", thing=row.name, day=day.spoken
            )
        reading = self._words.say(
            "ledger.cell", "{n} of 10, {thing}, {day}", n=cell.value, thing=row.name, day=day.spoken
        )
        if cell.readings <= 1:
            return reading
        return self._words.say(
            "ledger.highest", "{reading}, the highest of {n} readings", reading=reading, n=cell.readings
        )

    def _spoken_marks(self, day: LedgerDay) -> str:
        marks = ", ".join(words for _, words in day.marks)
        marks = marks or self._words.say("ledger.no_marks", "no marks")
        return f"{marks}, {day.spoken}"
