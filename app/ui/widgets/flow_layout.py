"""A layout that fills a line and then goes on in the next."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QWidget

from app.ui.theme import theme as themes


class FlowLayout(QHBoxLayout):
    """Parts in reading order, wrapped; ``gap`` is px at 100%.

    Where not all parts fit on one line and ``break_after`` is given, no line holds more than that.
    A box layout keeps the parts; only their places are its own.
    """

    def __init__(
        self, *parts: QWidget, gap: int = 8, break_after: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)  # type: ignore[arg-type]
        self._gap = gap
        self._break_after = break_after
        self.setContentsMargins(0, 0, 0, 0)
        themes.current().changed.connect(self.invalidate)
        for part in parts:
            self.addWidget(part)

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at ``width``."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one long line."""
        gap = themes.current().px(self._gap)
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(s.width() for s in sizes) + gap * max(len(sizes) - 1, 0)
        return QSize(width, max((s.height() for s in sizes), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest part."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        items = [self.itemAt(place) for place in range(self.count())]
        return [item for item in items if item is not None and not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        gap = themes.current().px(self._gap)
        limit = self._break_after if self.sizeHint().width() > rect.width() else 0
        x, y, tallest, on_line = rect.x(), rect.y(), 0, 0
        for item in self._shown():
            size = item.sizeHint()
            full = x + size.width() > rect.right() + 1 and on_line
            if full or (limit and on_line == limit):
                x, y, tallest, on_line = rect.x(), y + tallest + gap, 0, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, tallest, on_line = x + size.width() + gap, max(tallest, size.height()), on_line + 1
        return y + tallest - rect.y()
