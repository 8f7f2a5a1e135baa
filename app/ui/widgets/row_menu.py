"""The way to a row's menu for the mouse: three dots at the end of the row that is under it, or chosen."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListView

from app.ui.theme import theme as themes
from app.ui.widgets.button import Button

ROOM = 34
"""What a delegate leaves free for it at the end of each row, px at 100%."""


class RowMenuButton(Button):
    """``wanted(index, place)`` follows a press. The keyboard has the menu key for it."""

    wanted = Signal(QModelIndex, QPoint)

    def __init__(self, view: QListView, name: str) -> None:
        super().__init__(kind="quiet", icon="dots-three", name=name, size="small", parent=view.viewport())
        self._view = view
        self._index = QModelIndex()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.selectionModel().currentChanged.connect(self._follow_choice)
        view.verticalScrollBar().valueChanged.connect(self._place)
        view.model().modelReset.connect(self.hide)
        self.clicked.connect(self._press)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the mouse over the rows, and the focus of the list."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._show_at(self._view.indexAt(event.position().toPoint()))
        elif kind in {QEvent.Type.Leave, QEvent.Type.FocusOut} and not self.underMouse():
            self._show_at(self._view.currentIndex() if self._view.hasFocus() else QModelIndex())
        elif kind in {QEvent.Type.FocusIn, QEvent.Type.Resize}:
            self._follow_choice()
        return super().eventFilter(watched, event)

    def _follow_choice(self) -> None:
        self._show_at(self._view.currentIndex() if self._view.hasFocus() else QModelIndex())

    def _show_at(self, index: QModelIndex) -> None:
        chosen = index.isValid() and bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
        self._index = index if chosen else QModelIndex()
        self.setVisible(chosen)
        self._place()

    def _place(self) -> None:
        if self._index.isValid():
            box = self._view.visualRect(self._index)
            size = self.sizeHint()
            top = box.top() + min(themes.current().px(4), max((box.height() - size.height()) // 2, 0))
            self.setGeometry(box.right() - size.width(), top, size.width(), size.height())

    def _press(self) -> None:
        self._view.setCurrentIndex(self._index)
        self.wanted.emit(self._index, self.mapToGlobal(QPoint(0, self.height())))
