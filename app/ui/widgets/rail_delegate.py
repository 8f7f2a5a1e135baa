"""Paints the rail's index tabs: the open one is part of the page."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.theme import icons
from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme
from app.ui.widgets.fold import Fold

Index = QModelIndex | QPersistentModelIndex
_APART = 16
_LEFT = 8
_LEFT_NARROW = 2  # "Treatments" under its icon takes nearly the whole width


class RailDelegate(QStyledItemDelegate):
    """Icon and word beside each other, or below each other where there is less room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a tab's height, with the gap above a group."""
        theme = themes.current()
        height = theme.control(54) if self._fold() < Fold.NORMAL else theme.size("tab")
        tab = index.data(Qt.ItemDataRole.UserRole)
        return QSize(option.rect.width(), height + (theme.px(_APART) if tab.apart else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one tab."""
        theme = themes.current()
        tab = index.data(Qt.ItemDataRole.UserRole)
        apart = theme.px(_APART) if tab.apart else 0
        box = option.rect.adjusted(0, apart, 0, 0)
        chosen = tab.key == getattr(self.parent(), "open_key", "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            narrow = self._fold() < Fold.NORMAL
            paint_tab(painter, box, theme, _LEFT_NARROW if narrow else _LEFT)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            _paint_hover(painter, box, theme)
        self._paint_contents(painter, box, tab, chosen=chosen)
        painter.restore()

    def _paint_contents(self, painter: QPainter, box: QRect, tab: object, *, chosen: bool) -> None:
        theme = themes.current()
        icon, words = getattr(tab, "icon", ""), getattr(tab, "words", "")
        tone = "pine" if chosen else "ink2"
        drawn = theme.icon(_drawing(icon, chosen=chosen), tone, 22, painter.device().devicePixelRatio())
        side = theme.px(22)
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        if self._fold() >= Fold.NORMAL:
            painter.setFont(theme.font("small", weight=600 if chosen else 400))
            painter.drawPixmap(theme.px(20), box.y() + (box.height() - side) // 2, drawn)
            place = box.adjusted(theme.px(54), 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            return
        painter.drawPixmap(box.x() + (box.width() - side) // 2, box.y() + theme.px(6), drawn)
        painter.setFont(theme.font("chart", weight=600 if chosen else 400))
        below = box.adjusted(0, theme.px(30), 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)

    def _fold(self) -> Fold:
        fold = getattr(self.parent(), "fold", Fold.NORMAL)
        return fold if isinstance(fold, Fold) else Fold.NORMAL


def _drawing(icon: str, *, chosen: bool) -> str:
    """Return the icon's own name, or that of its heavier drawing for the open tab."""
    if not chosen:
        return icon
    heavier = f"{icon}-bold" if icon == "wave-sine" else f"{icon}-fill"
    return heavier if icons.exists(heavier) else icon


def paint_tab(painter: QPainter, box: QRect, theme: Theme, left: int = _LEFT) -> None:
    """Draw a tab that is open to the right, where the page is."""
    inset, radius = theme.px(left), theme.radius("tab")
    right = box.right() + radius * 2
    path = QPainterPath()
    path.addRoundedRect(QRectF(inset + 0.5, box.y() + 0.5, right - inset, box.height() - 1), radius, radius)
    painter.setPen(QPen(theme.colour("edge" if theme.high_contrast else "line"), theme.border))
    painter.setBrush(theme.colour("page"))
    painter.drawPath(path)


def _paint_hover(painter: QPainter, box: QRect, theme: Theme) -> None:
    painter.setPen(QPen(theme.colour("edge"), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sunk"))
    inside = box.adjusted(theme.px(_LEFT), theme.px(2), -theme.px(_LEFT), -theme.px(2))
    painter.drawRoundedRect(inside, theme.radius("row"), theme.radius("row"))
