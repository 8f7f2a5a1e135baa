"""A page: title, actions, body, and beside it the margin column."""

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Margins, Row

_EDGES = (40, 24, 36, 24)
_BESIDE = (28, 24, 16, 20)
_NEAR = (24, 18, 20, 20)
_NEAREST = (16, 16, 16, 16)
_TINY = 560
_WIDEST = 1480


class Page(QWidget):
    """What every page of the rail is built on.

    ``body`` and ``margin`` are columns to add to; ``add_action`` puts a button into the header,
    the most wanted one first. A page without a title has no header.
    ``folded`` says how much room there is whenever that changes.
    """

    folded = Signal(object)
    side_from_top = False
    """Whether the margin column begins beside the title instead of below it."""
    beside = False
    """Whether the page stands beside a list, in a column of its own width."""
    all_width = False
    """Whether the page uses all of a very wide window, as a picture of years does."""

    def __init__(self, title: str, words: Words, *, margin_title: str = "") -> None:
        super().__init__()
        self.words = words
        self.fold = Fold.NORMAL
        self.title = Heading(title, "title")
        self.body = Column(spacing=18)
        self.margin = Column(spacing=14)
        self.side = MarginColumn(margin_title, self.margin) if margin_title else None
        self._scroll_to: QWidget | None = None
        self._scrolling = QTimer(self, singleShot=True, interval=0)
        self._scrolling.timeout.connect(self._bring)
        self._actions: list[Button] = []
        self._rare: list[Button] = []
        self._not_offered: set[Button] = set()
        self._more = Button(icon="dots-three", name=words.say("page.more", "More"))
        self._more.clicked.connect(self._open_more)
        self._more.hide()
        self._header = Row(self.title, 1, self._more, spacing=16)
        self._head = Group(self._header)
        self._head.setVisible(bool(title))
        self._main = Group(self.body)
        self._open_side = Button(margin_title, icon="note-pencil", size="small")
        self._open_side.hide()
        self._open_side.clicked.connect(self.show_side)
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self._lay_out()

    def first_focus(self) -> QWidget | None:
        """Return what takes the focus when the page opens: its first field or list."""
        return None

    def regions(self) -> list[QWidget]:
        """Return the parts in which the focus goes on: body, margin column, header."""
        shown = self._stack.currentWidget()
        if shown is not None and self._stack.currentIndex():
            return [shown]
        beside = [self.side] if self.side is not None and self.fold.margin_beside else []
        return [self._open_side, self._main, *beside, self._head]

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.say(title)
        self.setAccessibleName(title)

    def add_action(self, button: Button) -> Button:
        """Put a button into the header; on a narrow page all but the first move into More."""
        self._header.insertWidget(self._header.count() - 1, button)
        self._actions.append(button)
        self._fold_actions()
        return button

    def add_rare_action(self, button: Button) -> Button:
        """Put a button that is seldom wanted behind More, at every width."""
        button.hide()
        button.setParent(self._head)
        self._rare.append(button)
        self._fold_actions()
        return button

    def offer(self, button: Button, *, offered: bool) -> None:
        """Show one of the actions, or leave it out while there is nothing for it to do."""
        (self._not_offered.discard if offered else self._not_offered.add)(button)
        self._fold_actions()

    def set_margin_count(self, count: int) -> None:
        """Say how much waits in the margin column, for when it is folded."""
        if self.side is not None:
            text = self.words.say("page.margin", "{heading}: {n}", heading=self.side.title, n=count)
            self._open_side.say(text)

    def show_side(self) -> None:
        """Open the folded margin column as a page with Back."""
        if self.side is not None and not self.fold.margin_beside:
            self._stack.setCurrentIndex(1)
            self._back.setFocus()

    def show_main(self) -> None:
        """Go back from the margin column to the page."""
        self._stack.setCurrentIndex(0)
        self._open_side.setFocus()

    def show_top(self) -> None:
        """Show the beginning of the page itself: what opens there would be out of sight."""
        self._stack.setCurrentIndex(0)
        self._area.verticalScrollBar().setValue(0)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll, once all is laid out, so that a part is seen whole, as far as there is room."""
        self._scroll_to = part
        self._scrolling.start()

    def _bring(self) -> None:
        part = self._scroll_to
        if part is not None and shiboken6.isValid(part) and self._area.isAncestorOf(part):
            self._area.ensureWidgetVisible(part, 0, themes.current().px(_EDGES[1]))

    def go_back(self) -> None:
        """Go back from the margin column, where it stands alone."""
        if self._stack.currentIndex():
            self.show_main()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold by the window's width over the text size."""
        super().resizeEvent(event)
        self.refold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold again after a change of text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.refold()

    def refold(self) -> None:
        """Arrange the page for the room there is."""
        theme = themes.current()
        fold = fold_of(self.window().width(), theme.scale, theme.tokens.breakpoints)
        if fold != self.fold:
            self.fold = fold
            self._fold_side()
            self._fold_actions()
            self.folded.emit(fold)
        self._set_edges()

    def _lay_out(self) -> None:
        self._beside = Row(spacing=36)
        if self.side_from_top:
            self._below = Column(self._head, self._open_side, self._main, spacing=12)
            self._below.setStretch(2, 1)
            self._beside.addWidget(Group(self._below), 1)
        else:
            self._beside.addWidget(self._main, 1)
        if self.side is not None:
            self._beside.addWidget(self.side)
        above = () if self.side_from_top else (self._head, self._open_side)
        self._inner = Column(*above, self._beside, spacing=18)
        self._inner.setStretch(len(above), 1)
        self._stack = QStackedLayout(self)
        self._contents = Scrolled(self._inner)
        self._area = scrolling(self._contents)
        self._stack.addWidget(self._area)
        self._back = Button(
            self.words.say("page.back", "Back"), kind="quiet", icon="caret-left", size="small"
        )
        self._back.clicked.connect(self.show_main)
        self._folded_side = Column(Row(self._back, 1), spacing=12)
        self._stack.addWidget(scrolling(Scrolled(self._folded_side)))
        self._set_edges()

    def _set_edges(self) -> None:
        room = self.window().width() / themes.current().scale
        full = _BESIDE if self.beside else _EDGES
        edges = full if self.fold >= Fold.NORMAL else _NEAR if room >= _TINY else _NEAREST
        way = QBoxLayout.Direction
        self._header.setDirection(way.TopToBottom if room < _TINY else way.LeftToRight)
        self._beside.set_spacing(36 if self.fold >= Fold.NORMAL else 20)
        self._lay_edges(edges)
        self._folded_side.set_margins(edges)
        if self.side_from_top and self.side is not None:
            left, top, right, bottom = edges
            self._inner.set_margins((left, 0, right, 0))
            self._below.set_margins((0, top, 0, bottom))
            self.side.set_top(top if self.fold.margin_beside else 0)
        if not self.all_width:
            self._contents.setMaximumWidth(themes.current().px(_WIDEST))

    def _lay_edges(self, edges: Margins) -> None:
        """Keep the contents clear of the page's edges."""
        self._inner.set_margins(edges)

    def _fold_side(self) -> None:
        if self.side is None:
            return
        beside = self.fold.margin_beside
        home: QVBoxLayout | Row = self._beside if beside else self._folded_side
        home.addWidget(self.side)
        self.side.show()
        self._open_side.setVisible(not beside)
        if beside:
            self._stack.setCurrentIndex(0)

    def _fold_actions(self) -> None:
        offered = [button for button in self._actions if button not in self._not_offered]
        fits = len(offered) if self.fold > Fold.NARROW else 1
        for button in self._actions:
            button.setVisible(button in offered[:fits])
        self._more.setVisible(len(offered) > fits or bool(self._rare))

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folded = [button for button in self._actions if button.isHidden() and button not in self._not_offered]
        for button in (*folded, *self._rare):
            menu.addAction(button.text()).triggered.connect(button.click)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


_SIDE_WIDTH = {Fold.WIDE: 324, Fold.NORMAL: 292, Fold.SMALL: 268}


class MarginColumn(QWidget):
    """What is beside the point of the page, behind a honey line."""

    def __init__(self, title: str, contents: Column) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column = Column(Heading(title, wrap=True), contents, 1, spacing=12, margins=(26, 0, 0, 0))
        self.setLayout(self._column)

    def set_top(self, top: int) -> None:
        """Begin so far below the top, px at 100%; the line begins at the top itself."""
        self._column.set_margins((26, top, 0, 0))

    def sizeHint(self) -> QSize:
        """Return the column's width, less where the window is small."""
        theme = themes.current()
        fold = fold_of(self.window().width(), theme.scale, theme.tokens.breakpoints)
        width = _SIDE_WIDTH.get(fold, _SIDE_WIDTH[Fold.SMALL])
        return QSize(theme.px(width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same width beside a page; any width when it stands alone."""
        return QSize(min(self.sizeHint().width(), self.window().width() // 2), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the honey line."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("margin"), theme.px(2)))
        painter.drawLine(theme.px(1), 0, theme.px(1), self.height())


class Scrolled(Group):
    """What scrolls, as high as its words need at its width.

    Qt would ask for the height they need at a width of its own, and scroll what fits.
    """

    def minimumSizeHint(self) -> QSize:
        """Ask for no height where it follows from the width: the area gives what is needed."""
        wanted = super().minimumSizeHint()
        return QSize(wanted.width(), 0) if self.hasHeightForWidth() else wanted


def scrolling(contents: QWidget) -> QScrollArea:
    """Put contents into an area that scrolls up and down only, and takes no focus itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(contents)
    for ground in (area.viewport(), contents):
        ground.setAutoFillBackground(False)
    return area
