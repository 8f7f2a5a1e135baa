"""Choosing one of a longer list: a field that opens."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox

from app.ui.theme import theme as themes


class PickList(QComboBox):
    """A combo box drawn as a field, or with ``small`` as a pill. The wheel does not change it by accident.

    On Linux Qt reads its value as its name: it needs a label with this as its buddy besides. A pill has
    none, so its name is its description too.
    """

    def __init__(self, name: str, items: list[str] | None = None, *, small: bool = False) -> None:
        super().__init__()
        self._small = small
        self.setAccessibleName(name)
        self.setAccessibleDescription(name if small else "")
        self.addItems(items or [])

    def show_items(self, items: list[str], place: int) -> None:
        """Offer other items, with the one at `place` chosen; says nothing, for nobody chose."""
        told = self.blockSignals(True)
        if items != [self.itemText(n) for n in range(self.count())]:
            self.clear()
            self.addItems(items)
        self.setCurrentIndex(place)
        self.blockSignals(told)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the longest item."""
        theme = themes.current()
        metrics = QFontMetrics(theme.font(self._voice))
        texts = [self.itemText(n) for n in range(self.count())]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        if self._small:
            return QSize(widest + theme.px(48), theme.size("button_small"))
        return QSize(widest + theme.px(56), theme.size("field"))

    def minimumSizeHint(self) -> QSize:
        """Return a width that may cut a long item, never the arrow."""
        return QSize(themes.current().px(120), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the page: they are its keys, and a closed list does not search."""
        if event.text().isprintable() and event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the words and the arrow."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(2) if self.hasFocus() else theme.border
        painter.setPen(QPen(theme.colour("pine" if self.hasFocus() else "edge"), width))
        painter.setBrush(theme.colour("raised" if self.isEnabled() else "sunk"))
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        radius = box.height() / 2 if self._small else theme.radius("field")
        painter.drawRoundedRect(box, radius, radius)
        self._draw_words(painter)

    @property
    def _voice(self) -> str:
        return "small" if self._small else "body"

    def _draw_words(self, painter: QPainter) -> None:
        theme = themes.current()
        side = theme.px(18)
        words = QRect(theme.px(13), 0, self.width() - theme.px(44), self.height())
        painter.setFont(theme.font(self._voice))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink3"))
        shown = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        arrow = theme.icon("caret-down", "ink", 18, self.devicePixelRatioF())
        x = self.width() - side - theme.px(12)
        painter.drawPixmap(x, (self.height() - side) // 2, arrow)
