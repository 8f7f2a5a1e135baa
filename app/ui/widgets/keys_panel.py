"""The list of all keys, over the page."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.over import Over

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TEXT = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class _Keys(QAbstractTableModel):
    """Two columns: what it does, and its keys."""

    def __init__(self, rows: list[tuple[str, str]], heads: tuple[str, str]) -> None:
        super().__init__()
        self._rows = rows
        self._heads = heads

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _TEXT or not index.isValid():
            return None
        keys, words = self._rows[index.row()]
        return words if index.column() == 0 else keys

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        return self._heads[section] if role in _TEXT and way == Qt.Orientation.Horizontal else None


class KeysPanel(Over):
    """``rows`` are (keys, words). Esc closes, and the focus goes back where it was."""

    def __init__(self, words: Words, rows: list[tuple[str, str]], parent: QWidget) -> None:
        title = words.say("keys.title", "Keys and help")
        super().__init__(title, parent)
        heads = (words.say("keys.does", "What it does"), words.say("keys.keys", "Keys"))
        self.table = QTableView()
        self._model = _Keys(rows, heads)
        self._model.setParent(self)
        self.table.setModel(self._model)
        self.table.setAccessibleName(title)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.setCurrentIndex(self._model.index(0, 0))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(themes.current().px(34))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        close = Button(words.say("keys.close", "Close"), keys="Esc", size="small")
        close.clicked.connect(self.finish)
        head = Row(Heading(title), 1, close)
        self.setLayout(Column(head, self.table, spacing=12, margins=(24, 20, 24, 20)))

    def first_focus(self) -> QWidget:
        """The table."""
        return self.table
