"""The names beside or above a table's cells, painted and not to be clicked."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme


class PlainHeader(QHeaderView):
    """A subclass says how large it is, and paints each section's name in `paint_name`."""

    def __init__(self, parent: QWidget, *, beside: bool = False, stretches: bool = False) -> None:
        super().__init__(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal, parent)
        modes = QHeaderView.ResizeMode
        self.setSectionResizeMode(modes.Stretch if stretches else modes.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def paint_name(self, painter: QPainter, rect: QRect, section: int, theme: Theme) -> None:
        """Paint the name of one section, in the voice of a chart unless it takes another."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's
        """Leave the painter as it was."""
        theme = themes.current()
        painter.save()
        painter.setFont(theme.font("chart"))
        painter.setPen(theme.colour("ink2"))
        self.paint_name(painter, rect, section, theme)
        painter.restore()
