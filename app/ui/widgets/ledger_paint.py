"""How the ledger looks: cells, the days above them, the names beside them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.ledger_model import LedgerModel
from app.ui.widgets.ledger_value import LedgerCell, LedgerDay
from app.ui.widgets.plain_header import PlainHeader

Index = QModelIndex | QPersistentModelIndex
CELL = 32
GAP = 3
HEAD = 40
MARKS = 26
MARK_TONES = {"syringe": "rx", "pill": "rx"}
"""What is taken has the colour of its bar; other marks are ink."""


class LedgerDelegate(QStyledItemDelegate):
    """Draws a number on its heather step, a dot for nothing, a plus for today."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        theme = themes.current()
        model = index.model()
        if not isinstance(model, LedgerModel):
            return
        day = model.view.days[index.column()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        if day.today:
            painter.fillRect(box, theme.colour("pinewash"))
        cell = model.cell(index.row(), index.column())
        if cell is None:
            _paint_marks(painter, box, day, theme)
        else:
            half = theme.px(GAP) / 2
            inside = QRectF(box).adjusted(half, half, -half, -half)
            pending = _pending(model, index)
            if pending:
                _paint_pending(painter, inside, pending, theme)
            else:
                _paint_cell(painter, inside, cell, day, theme)
        painter.restore()


def _pending(model: LedgerModel, index: Index) -> str:
    """Return the number about to be written here; "" for none, "?" where it has no number."""
    about = model.view.about_to_write
    if about is None or about[:2] != (index.row(), index.column()):
        return ""
    return "?" if about[2] is None else str(about[2])


def _paint_pending(painter: QPainter, box: QRectF, pending: str, theme: Theme) -> None:
    radius = theme.radius("cell")
    painter.setPen(QPen(theme.colour("pine"), theme.px(2), Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.setPen(theme.colour("pine"))
    painter.setFont(theme.font("small", weight=600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pending)


def _paint_cell(painter: QPainter, box: QRectF, cell: LedgerCell, day: LedgerDay, theme: Theme) -> None:
    radius = theme.radius("cell")
    painter.setFont(theme.font("small", weight=500))
    if cell.value is not None:
        _paint_value(painter, box, cell.value, cell.readings, theme)
    elif cell.readings:
        side = theme.px(16)
        at = box.center().toPoint() - QPoint(side // 2, side // 2)
        painter.drawPixmap(at, theme.icon("check", "ink2", 16, painter.device().devicePixelRatio()))
    elif day.today:
        painter.setPen(QPen(theme.colour("edge"), theme.border))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(theme.colour("ink2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "+")
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("edge"))
        dot = 1.6 * theme.scale
        painter.drawEllipse(box.center(), dot, dot)


def _paint_value(painter: QPainter, box: QRectF, value: int, readings: int, theme: Theme) -> None:
    fill, ink = theme.severity(value)
    outline = "edge" if theme.high_contrast else "line"
    painter.setPen(QPen(theme.colour(outline), 1) if value == 0 else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    radius = theme.radius("cell")
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(value))
    if readings > 1:
        painter.setFont(theme.font("chart", weight=600))
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -theme.px(4), 0), corner, str(readings))


def _paint_marks(painter: QPainter, box: QRect, day: LedgerDay, theme: Theme) -> None:
    side = theme.px(16)
    x = box.center().x() - (len(day.marks) * side) // 2
    for icon, _words in day.marks:
        drawn = theme.icon(icon, MARK_TONES.get(icon, "ink2"), 16, painter.device().devicePixelRatio())
        painter.drawPixmap(x, box.center().y() - side // 2, drawn)
        x += side


class DayHeader(PlainHeader):
    """Day's short name above its number; today is bold on the wash."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, stretches=True)

    def sizeHint(self) -> QSize:
        """Return the height of two lines."""
        return QSize(0, themes.current().px(HEAD))

    def paint_name(self, painter: QPainter, rect: QRect, section: int, theme: Theme) -> None:
        """Draw one day."""
        model = self.model()
        if not isinstance(model, LedgerModel) or section >= len(model.view.days):
            return
        day = model.view.days[section]
        if day.today:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pinewash"))
            radius = theme.radius("row")
            painter.drawRoundedRect(rect.adjusted(0, 0, 0, radius), radius, radius)
        painter.setPen(theme.colour("ink" if day.today else "ink3"))
        painter.setFont(theme.font("chart", weight=700 if day.today else 400))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{day.name}\n{day.number}")


class NameHeader(PlainHeader):
    """The symptoms' names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, beside=True)

    def sizeHint(self) -> QSize:
        """Return room for the longest name, up to a third of the ledger."""
        theme = themes.current()
        metrics = QFontMetrics(theme.font("small", weight=500))
        model = self.model()
        names = [row.name for row in model.view.rows] if isinstance(model, LedgerModel) else []
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        parent = self.parentWidget()
        room = parent.width() // 3 if parent else widest
        return QSize(min(max(widest + theme.px(16), theme.px(125)), max(room, theme.px(90))), 0)

    def paint_name(self, painter: QPainter, rect: QRect, section: int, theme: Theme) -> None:
        """Draw one name."""
        model = self.model()
        if not isinstance(model, LedgerModel) or section >= len(model.view.rows):
            return
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font("small", weight=500))
        room = rect.width() - theme.px(8)
        name = painter.fontMetrics().elidedText(
            model.view.rows[section].name, Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
