"""A year by weeks, or everything by months: columns from a zero line, as a table of one row."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.derived.symptoms.spans import SpanColumn, Spans
from app.domain.derived.timeline_geometry import BinSize
from app.ui.drawing.columns import WORST, paint_column, paint_zero_line
from app.ui.symptoms.time_table import TimeTable
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.plain_header import PlainHeader

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_NOTHING = Spans(columns=(), ticks=(), size=BinSize.WEEK, summary="")
_HIGH = 150
_HEAD = 22
_SIDE = 40
_DAYS_STEP = 7  # the heather that days are drawn in


class SpanTable(TimeTable):
    """Columns to walk through; what each holds is said, and shown in the line below."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._model = _Model()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalHeader(_Ticks(self))
        self.setVerticalHeader(_Scale(self))
        self.measure()

    @property
    def shown(self) -> Spans:
        """The columns in view."""
        return self._model.spans

    def show_spans(self, spans: Spans) -> None:
        """Show other columns, the last one current."""
        if spans == self._model.spans:
            return
        self._model.show(spans)
        self.setAccessibleDescription(spans.summary)
        if spans.columns:
            self.setCurrentIndex(self._model.index(0, len(spans.columns) - 1))
        self.measure()

    def sizeHint(self) -> QSize:
        """Return the height of the picture."""
        theme = themes.current()
        return QSize(theme.px(400), theme.px(_HEAD + _HIGH) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same height in any width."""
        return QSize(themes.current().px(160), self.sizeHint().height())

    def measure(self) -> None:
        """Take the sizes of the theme in use."""
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setMinimumSectionSize(1)
        self.setRowHeight(0, themes.current().px(_HIGH))
        self.updateGeometry()
        self.updateGeometries()


class _Model(QAbstractTableModel):
    """Columns as values."""

    ColumnRole = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self.spans = _NOTHING

    def show(self, spans: Spans) -> None:
        self.beginResetModel()
        self.spans = spans
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.spans.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column = self.spans.columns[index.column()]
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return column.spoken
        return column if role == self.ColumnRole else None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        return "" if way == Qt.Orientation.Vertical else self.spans.columns[section].name


class _Delegate(QStyledItemDelegate):
    """Draws one column, and the part of the scale and the zero line behind it."""

    def __init__(self, view: SpanTable) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = themes.current()
        column: SpanColumn = index.data(_Model.ColumnRole)
        box = QRectF(option.rect)
        area = box.adjusted(0, theme.px(8), 0, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.fillRect(area, theme.colour("pinewash"))
        most = self._view.shown.most_days
        for value in () if most else (WORST // 2, WORST):
            pen = QPen(theme.colour("line"), 1, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([1, 3])
            pen.setDashOffset(area.left())
            painter.setPen(pen)
            y = round(area.bottom() - area.height() * value / WORST)
            painter.drawLine(round(area.left()), y, round(area.right()), y)
        if most:
            _paint_days(painter, theme, area, column.days / most)
        elif column.held is not None:
            paint_column(painter, theme, (area.left(), area.right()), column.held.middle, area)
        paint_zero_line(painter, theme, area)
        painter.restore()


def _paint_days(painter: QPainter, theme: Theme, area: QRectF, share: float) -> None:
    """Draw on how many days it was there: counted, not graded, so all of one heather."""
    high = round(area.height() * share)
    if not high:
        return
    box = QRectF(area.left(), round(area.bottom()) - high, max(area.width() - theme.px(1), 2), high)
    painter.fillRect(box, theme.severity(_DAYS_STEP)[0])
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), theme.colour("edge"))


class _Ticks(PlainHeader):
    """Names of months or years above the columns they begin with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, stretches=True)

    def sizeHint(self) -> QSize:
        return QSize(0, themes.current().px(_HEAD))

    def paint_name(self, painter: QPainter, rect: QRect, _section: int, theme: Theme) -> None:
        """Draw the names that reach into this section."""
        model = self.model()
        if not isinstance(model, _Model):
            return
        painter.setClipRect(rect)
        metrics, free = painter.fontMetrics(), 0
        for at, name in model.spans.ticks:
            left = self.sectionViewportPosition(at)
            if left < free:
                continue
            free = left + metrics.horizontalAdvance(name) + theme.px(6)
            if left <= rect.right() and free > rect.left():
                room = QRect(left, rect.top(), free - left, rect.height() - theme.px(3))
                painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, name)


class _Scale(PlainHeader):
    """The numbers of the scale, at 0, 5 and 10; of days, at 0 and the most there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, beside=True)

    def sizeHint(self) -> QSize:
        return QSize(themes.current().px(_SIDE), 0)

    def paint_name(self, painter: QPainter, rect: QRect, _section: int, theme: Theme) -> None:
        high = painter.fontMetrics().height()
        bottom, top = rect.bottom() - 2, rect.top() + theme.px(8)
        model = self.model()
        most = model.spans.most_days if isinstance(model, _Model) else 0
        for value in (0, most) if most else (0, WORST // 2, WORST):
            y = round(bottom - (bottom - top) * value / (most or WORST))
            room = QRect(rect.left(), min(y - high // 2, rect.bottom() - high), theme.px(20), high)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(value))
