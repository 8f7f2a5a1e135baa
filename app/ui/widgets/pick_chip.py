"""Choosing one of a list where chips stand: a pick list in a chip's shape."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from app.ui.theme import theme as themes
from app.ui.widgets.pick_list import PickList

_PAD, _ARROW = 13, 26


class PickChip(PickList):
    """As wide as what is chosen, and no longer than that."""

    def __init__(self, name: str, items: list[str] | None = None) -> None:
        super().__init__(name, items)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self.updateGeometry)

    def show_items(self, items: list[str], at: int) -> None:
        """Offer other items with one chosen, telling nobody."""
        self.blockSignals(True)
        self.clear()
        self.addItems(items)
        self.setCurrentIndex(at)
        self.blockSignals(False)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for what is chosen and the arrow."""
        theme = themes.current()
        width = QFontMetrics(theme.font("small")).horizontalAdvance(self.currentText())
        return QSize(width + theme.px(2 * _PAD + _ARROW), theme.size("button_small"))

    def minimumSizeHint(self) -> QSize:
        """Return a width that may cut a long name, never the arrow."""
        return QSize(min(self.sizeHint().width(), themes.current().px(120)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip, the words and the arrow."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), theme.border))
        painter.setBrush(theme.colour("sunk" if self.underMouse() else "raised"))
        half = theme.border / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("ink"))
        words = QRect(theme.px(_PAD), 0, self.width() - theme.px(_PAD + _ARROW), self.height())
        shown = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        arrow = theme.icon("caret-down", "ink", 16, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - theme.px(_ARROW), (self.height() - theme.px(16)) // 2, arrow)
