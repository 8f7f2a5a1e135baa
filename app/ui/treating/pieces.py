"""How the Treatments page is put together: lanes above, story and panel below, each with room of its own."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QWidget,
)

from app.ui.theme import theme as themes
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column, Group, Row

_STORY = {Fold.WIDE: 420, Fold.NORMAL: 400}
_STORY_SMALL = 330
_BELOW = 296
"""Least height of story and panel side by side."""


class _Flowing(QWidget):
    """Contents whose height follows from their width, so that wrapped words take what they need."""

    def __init__(self, contents: QLayout) -> None:
        super().__init__()
        self.setLayout(contents)

    def minimumSizeHint(self) -> QSize:
        """Return the least width only."""
        return QSize(super().minimumSizeHint().width(), 0)


class Piece(QScrollArea):
    """A part that scrolls by itself, or where parts stack is as high as what is in it."""

    def __init__(self, contents: QWidget) -> None:
        super().__init__()
        self.whole = False
        self._contents = contents
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._contents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for ground in (self.viewport(), self._contents):
            ground.setAutoFillBackground(False)

    def show_whole(self, whole: bool) -> None:
        """Be as high as the contents, so that the page scrolls as one."""
        self.whole = whole
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the contents need it."""
        if event.type() == QEvent.Type.LayoutRequest and self.whole:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the contents where they are shown whole."""
        theme = themes.current()
        if not self.whole:
            return QSize(theme.px(160), theme.px(120))
        width = max(self.viewport().width(), theme.px(160))
        least = self._contents.minimumSizeHint().height()
        return QSize(theme.px(160), max(self._contents.heightForWidth(width), least))

    def sizeHint(self) -> QSize:
        """Return the same."""
        return self.minimumSizeHint()


class UpperAndLower(QSplitter):
    """Two parts with a hairline between them that can be dragged."""

    def __init__(self, upper: QWidget, lower: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._dragged = False
        self._wanted = 0
        self.addWidget(upper)
        self.addWidget(lower)
        self.splitterMoved.connect(self._note_drag)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(9)
        self.setStretchFactor(1, 1)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's
        """Return a handle that is drawn as a hairline."""
        return _Hairline(self.orientation(), self)

    def divide(self, upper: int) -> None:
        """Give the upper part so many px, unless the person has put the line elsewhere."""
        self._wanted = upper
        if not self._dragged:
            self.setSizes([upper, max(self.height() - self.handleWidth() - upper, 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new height as it was wanted."""
        super().resizeEvent(event)
        self.divide(self._wanted)

    def _note_drag(self) -> None:
        self._dragged = True


class _Hairline(QSplitterHandle):
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() // 2, self.width(), 1, themes.current().colour("line"))


class Below(QStackedWidget):
    """Story and panel beside each other, or below each other; a form takes the place of both."""

    def __init__(self, story: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._stacked = False
        self._story_column = Column(story, spacing=0)
        self._panel_column = Column(panel, spacing=0)
        self._edges = (0, 0)
        self._form_column: Column | None = None
        self._story = Piece(_Flowing(self._story_column))
        self._panel = Piece(_Flowing(self._panel_column))
        self._row = Row(self._story, _Upright(), self._panel, spacing=0)
        self._row.setStretch(2, 1)
        self.addWidget(Group(self._row))

    @property
    def has_form(self) -> bool:
        """Whether a form is in view."""
        return self._form_column is not None

    def show_form(self, form: QWidget) -> None:
        """Show a form in place of both."""
        self._form_column = Column(form, spacing=0)
        piece = Piece(Group(self._form_column))
        piece.show_whole(self._stacked)
        self.addWidget(piece)
        self.setCurrentWidget(piece)
        self.keep_clear(*self._edges)
        self.updateGeometry()

    def close_form(self) -> None:
        """Show story and panel again; the form is gone."""
        self._form_column = None
        self.setCurrentIndex(0)
        for place in range(self.count() - 1, 0, -1):
            old = self.widget(place)
            if old is not None:
                self.removeWidget(old)
                old.hide()
                old.deleteLater()
        self.updateGeometry()

    def refold(self, fold: Fold) -> None:
        """Put the panel below the story where there is no room beside it."""
        self._stacked = fold < Fold.SMALL
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if self._stacked else way.LeftToRight)
        for piece in (self._story, self._panel):
            piece.show_whole(self._stacked)
        theme = themes.current()
        width = theme.px(_STORY.get(fold, _STORY_SMALL))
        self._story.setMinimumWidth(0 if self._stacked else width)
        self._story.setMaximumWidth(16_777_215 if self._stacked else width)
        self.keep_clear(*self._edges)
        self.updateGeometry()

    def keep_clear(self, left: int, right: int) -> None:
        """Keep the contents so far from the page's edges, px at 100%; rows begin 10 px before their words."""
        self._edges = (left, right)
        self._story_column.set_margins((left - 10, 14, right if self._stacked else 20, 12))
        self._panel_column.set_margins((left if self._stacked else 28, 14, right, 12))
        if self._form_column is not None:
            self._form_column.set_margins((left, 10, right, 16))

    def minimumSizeHint(self) -> QSize:
        """Return room for a picture and its sentence, or for all there is where parts are stacked."""
        least = themes.current().px(_BELOW)
        if not self._stacked:
            return QSize(0, least)
        return QSize(0, max(super().minimumSizeHint().height(), least))


class _Upright(QWidget):
    """A hairline between parts beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), themes.current().colour("line"))
