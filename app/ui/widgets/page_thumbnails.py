"""A column of small pictures of a document's pages, to go from page to page by."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.page_preview import dim

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PAGE = 74  # width of a small page; the lengths are px at 100%
_TALLEST = 2.0  # height to width: no page is drawn longer
_A4 = 297 / 210
_TOP, _ABOVE, _NUMBER, _FRAME, _APART = 20, 4, 28, 3, 4
_COLUMN = 122


class PageThumbnailsModel(QAbstractListModel):
    """Small pictures of pages, numbered from 1."""

    PaperRole = Qt.ItemDataRole.UserRole  # size of the page in pixels

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.pages: tuple[QImage, ...] = ()
        self._width = 0
        self._small: dict[int, QImage] = {}

    def show(self, pages: tuple[QImage, ...], width: int) -> None:
        """Show other pages, ``width`` pixels wide."""
        self.beginResetModel()
        self.pages, self._width = pages, width
        self._small.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of pages."""
        return 0 if parent.isValid() else len(self.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a page's number, its picture, or what a screen reader says."""
        if not index.isValid() or index.row() >= len(self.pages):
            return None
        number, count = index.row() + 1, len(self.pages)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.say("share.page", "Page {page} of {count}", page=number, count=count)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._scaled(index.row())
        return self.pages[index.row()].size() if role == self.PaperRole else None

    def _scaled(self, row: int) -> QImage:
        """The page scaled down once, when it first comes into view."""
        if row not in self._small:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small[row] = self.pages[row].scaledToWidth(self._width, smooth)
        return self._small[row]


class _ThumbnailDelegate(QStyledItemDelegate):
    """Paints a small page with its number below it; the current one in a frame."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of one page and its number."""
        theme = themes.current()
        height = _above(index) + _page_size(index).height() + theme.px(_NUMBER)
        return QSize(theme.px(_PAGE + 2 * (_APART + _FRAME)), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one page."""
        theme = themes.current()
        box, size = QRect(option.rect), _page_size(index)
        left = box.x() + (box.width() - size.width()) // 2
        page = QRect(left, box.y() + _above(index), size.width(), size.height())
        chosen = self._view.currentIndex().row() == index.row()
        painter.save()
        _paint_page(painter, page, index.data(Qt.ItemDataRole.DecorationRole))
        if chosen:
            _paint_frame(painter, page)
        painter.setFont(theme.font("caption", weight=600 if chosen else 400))
        painter.setPen(theme.colour("ink" if chosen else "ink2"))
        below = QRect(box.x(), page.bottom(), box.width(), theme.px(_NUMBER))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        painter.restore()


def _above(index: Index) -> int:
    """The room above a page; the first one stands as high as the large page beside it."""
    return themes.current().px(_ABOVE + _FRAME if index.row() else _TOP)


def _page_size(index: Index) -> QSize:
    paper, tall = index.data(PageThumbnailsModel.PaperRole), _A4
    if isinstance(paper, QSize) and paper.width() > 0:
        tall = min(paper.height() / paper.width(), _TALLEST)
    width = themes.current().px(_PAGE)
    return QSize(width, round(width * tall))


def _paint_page(painter: QPainter, page: QRect, picture: object) -> None:
    theme = themes.current()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if isinstance(picture, QImage):
        painter.drawImage(page, picture)
        dim(painter, page)
    painter.setPen(QPen(theme.colour("edge"), theme.border))
    painter.drawRect(page.adjusted(0, 0, -1, -1))


def _paint_frame(painter: QPainter, page: QRect) -> None:
    theme = themes.current()
    width = theme.px(_FRAME)
    painter.setPen(QPen(theme.colour("pine"), width, j=Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = theme.px(1) + width // 2
    painter.drawRect(page.adjusted(-out - 1, -out - 1, out, out))


class PageThumbnails(QListView):
    """Arrows, Home, End or a click go to a page; ``chosen(number)`` counts from 1."""

    chosen = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._pages = PageThumbnailsModel(words, self)
        self._following = False
        self.setModel(self._pages)
        self.setItemDelegate(_ThumbnailDelegate(self))
        self.setAccessibleName(words.say("share.pages", "Pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setProperty("ground", "desk")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.selectionModel().currentChanged.connect(self._tell)
        self._grow()
        themes.current().changed.connect(self._grow)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show other pages; the current one keeps its number as far as there are as many."""
        number = max(self.currentIndex().row() + 1, 1)
        self._following = True
        width = round(themes.current().px(_PAGE) * self.devicePixelRatioF())
        self._pages.show(tuple(images), width)
        self._following = False
        self.show_page(number)

    def show_page(self, number: int) -> None:
        """Frame page ``number`` (from 1) and bring it into view, telling nobody."""
        count = self._pages.rowCount()
        if not count:
            return
        self._following = True
        self.setCurrentIndex(self._pages.index(max(1, min(number, count)) - 1, 0))
        self._following = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move; letters do not search."""
        if event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Make the pictures anew where the screen's pixels are of another size."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._grow()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return the column's width."""
        return QSize(self.maximumWidth(), 0)

    def _grow(self) -> None:
        self.setFixedWidth(themes.current().px(_COLUMN))
        self.show_pages(self._pages.pages)
        self.scheduleDelayedItemsLayout()

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if now.isValid() and not self._following:
            self.chosen.emit(now.row() + 1)
