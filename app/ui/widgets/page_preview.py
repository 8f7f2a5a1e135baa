"""The pages of a document, as they will print."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets import spoken

FIT = 0.0
_GAP = 20
_DIMMED = 0.32
_ZOOMS = (FIT, 0.75, 1.0, 1.25, 1.5, 2.0)


class PagePreview(QAbstractScrollArea):
    """Images made in memory, below each other; Page Up and Page Down go from page to page.

    ``page_changed(number)`` counts from 1. ``texts`` are the pages' full words, read as the
    description of the page in view.
    """

    page_changed = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._images: tuple[QImage, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._zoom = FIT
        self._page = 0
        self._arranging = QTimer(self, singleShot=True, interval=0)
        self._arranging.timeout.connect(self._arrange)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        spoken.set_role(self, QAccessible.Role.Graphic)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setProperty("ground", "desk")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._name()

    @property
    def page(self) -> int:
        """Number of the page in view, from 1; 0 without pages."""
        return self._page + 1 if self._images else 0

    def show_pages(self, images: Sequence[QImage], texts: Sequence[str] = ()) -> None:
        """Show other pages."""
        self._images, self._texts = tuple(images), tuple(texts)
        self._page = min(self._page, max(len(self._images) - 1, 0))
        self._arrange()
        self._name()

    def go_to(self, number: int) -> None:
        """Bring page ``number`` (from 1) to the top of the view."""
        if self._images:
            place = max(1, min(number, len(self._images))) - 1
            top = self._boxes()[place].top() - themes.current().px(_GAP)
            self._page = place
            self.verticalScrollBar().setValue(top)
            self._tell(place)

    def zoom(self, by: int) -> None:
        """Show the pages one step larger or smaller."""
        place = _ZOOMS.index(self._zoom) + by
        self._zoom = _ZOOMS[max(0, min(place, len(_ZOOMS) - 1))]
        self._arrange()

    def fit(self) -> None:
        """Show whole pages."""
        self._zoom = FIT
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from page to page, zoom, or scroll."""
        step = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self.go_to(self.page + step)
        elif event.text() in {"+", "-"}:
            self.zoom(1 if event.text() == "+" else -1)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.go_to(1 if event.key() == Qt.Key.Key_Home else len(self._images))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new room, once Qt has come back from resizing.

        Setting a scroll bar here would resize the view again inside its own resizeEvent, and PySide6 6.12
        counts the method's references wrongly then: the next garbage collection ends the process (seen).
        """
        super().resizeEvent(event)
        self._arranging.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in view."""
        theme = themes.current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("desk"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setPen(QPen(theme.colour("edge"), theme.px(1)))
        seen = (
            self.viewport()
            .rect()
            .translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        )
        for box, image in zip(self._boxes(), self._images, strict=True):
            if box.intersects(seen):
                painter.drawImage(box, image)
                dim(painter, box)
                painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _boxes(self) -> list[QRect]:
        gap = themes.current().px(_GAP)
        boxes: list[QRect] = []
        y = gap
        for image in self._images:
            size = self._size(image)
            x = max((self.viewport().width() - size.width()) // 2, gap)
            boxes.append(QRect(x, y, size.width(), size.height()))
            y += size.height() + gap
        return boxes

    def _size(self, image: QImage) -> QSize:
        gap = 2 * themes.current().px(_GAP)
        if self._zoom == FIT:
            room = self.viewport().size() - QSize(gap, gap)
            return image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        width = round((self.viewport().width() - gap) * self._zoom)
        return QSize(width, round(image.height() * width / max(image.width(), 1)))

    def _arrange(self) -> None:
        boxes = self._boxes()
        gap = themes.current().px(_GAP)
        height = boxes[-1].bottom() + gap if boxes else 0
        width = max((box.right() + gap for box in boxes), default=0)
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(height - view.height(), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(themes.current().px(40))
        self.horizontalScrollBar().setRange(0, max(width - view.width(), 0))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _scrolled(self, top: int) -> None:
        middle = top + self.viewport().height() // 2
        place = next((n for n, b in enumerate(self._boxes()) if b.bottom() >= middle), self._page)
        if place != self._page:
            self._tell(place)
        self.viewport().update()

    def _tell(self, place: int) -> None:
        self._page = place
        self._name()
        spoken.announce(self, self.accessibleName())
        self.page_changed.emit(self.page)

    def _name(self) -> None:
        name = self._words.say("preview.page", "Page {n} of {all}", n=self.page, all=len(self._images))
        self.setAccessibleName(name)
        inside = self._page < len(self._texts)
        self.setAccessibleDescription(self._texts[self._page] if inside else "")


def dim(painter: QPainter, box: QRect) -> None:
    """Take the glare off a white page in a dark theme, where the person asked for it."""
    theme = themes.current()
    if theme.look.dim_pages and theme.colour("page").lightness() < theme.colour("ink").lightness():
        shade = QColor(theme.colour("desk"))
        shade.setAlphaF(_DIMMED)
        painter.fillRect(box, shade)
