"""A list column at the left and what is chosen in it at the right; one at a time where there is less room."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.fold import Fold, fold_of
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.page import Page, Scrolled, scrolling

_EDGES = (20, 22, 12, 16)
_TITLE_IN = (14, 0, 0, 0)  # the wash of a chosen row reaches this far out beyond the title
_BARE = (0, 0, 0, 0)
_BACK_EDGES = (16, 12, 16, 0)
_WIDE_EDGES = (26, 24, 18, 16)
_WIDE_EDGES_NEAR = (10, 16, 10, 16)
_WIDE_HEAD = (14, 0, 14, 0)  # the title of a wide list stands where the words of its rows do
_SMALL_WIDTH, _SMALL_DETAIL = 240, 356  # at 1024 x 700
_ANY = 16_777_215  # Qt's own largest size


class ListAndDetail(QWidget):
    """A page of two parts. Add the list to `column`; `detail` is a page of its own beside it.

    `width` is that of the list column, px at 100%; `way_out` stands above its title, in a page that only
    others lead to. With `detail_width` it is the detail that has a width, behind a honey line, and the list
    has the rest, with a full title and the page's actions beside it. Where only one has room, `show_detail`
    and Back go between them. What the window asks of a page it asks of the detail.
    """

    def __init__(
        self,
        title: str,
        words: Words,
        detail: Page,
        *,
        width: int = 280,
        detail_width: int = 0,
        way_out: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.words, self.detail, self._width, self._detail_width = words, detail, width, detail_width
        detail.beside = bool(detail_width)
        self.fold = Fold.NORMAL
        self.column = Column(spacing=12)
        self.back = Button(words.say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self._shows_detail = False
        self._list = _ListColumn(title, self.column, way_out, wide=bool(detail_width))
        self._back_row = Group(Row(self.back, 1, margins=_BACK_EDGES))
        self._right = _DetailColumn(self._back_row, detail, ruled=bool(detail_width))
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        row = Row(self._list, self._right, spacing=0)
        row.setStretch(0 if detail_width else 1, 1)
        self.setLayout(row)
        self.back.clicked.connect(self.show_list)
        self.refold()

    @property
    def one_at_a_time(self) -> bool:
        """Whether list and detail take turns."""
        return self.fold < Fold.SMALL

    def title_above_fields(self) -> None:
        """Put the title of the list straight above what is no list, such as fields."""
        self._list.head.set_margins(_BARE)

    def add_action(self, button: Button) -> None:
        """Put a button beside the title of the list, the most wanted one last."""
        self._list.beside_title.addWidget(button)

    def show_detail(self) -> None:
        """Show what is chosen; beside the list where there is room."""
        self._shows_detail = True
        self._arrange()

    def show_list(self) -> None:
        """Show the list again, with the focus on it."""
        self._shows_detail = False
        self._arrange()
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """What takes the focus when the page opens: the list, in pages that have one."""
        return self.detail.first_focus()

    def regions(self) -> list[QWidget]:
        """The parts in which the focus goes on: the list, then those of the detail."""
        beside = [] if self.one_at_a_time and self._shows_detail else [self._list]
        hidden = self.one_at_a_time and not self._shows_detail
        return [*beside, *([] if hidden else [self._back_row, *self.detail.regions()])]

    def leave(self) -> None:
        """Let the detail keep what is being typed."""
        leave = getattr(self.detail, "leave", None)
        if leave is not None:
            leave()

    def form_in_view(self) -> tuple[str, str]:
        """The form that is open in the detail, for coming back after a lock."""
        form = getattr(self.detail, "form_in_view", None)
        return form() if form is not None else ("", "")

    def open_record(self, key: str) -> None:
        """Open the form of a record in the detail."""
        open_record = getattr(self.detail, "open_record", None)
        if open_record is not None:
            self.show_detail()
            open_record(key)

    def go_back(self) -> None:
        """Go back within the detail, else from the detail to the list."""
        if self.form_in_view() != ("", "") or not (self.one_at_a_time and self._shows_detail):
            self.detail.go_back()
        else:
            self.show_list()

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
        self.fold = fold_of(self.window().width(), theme.scale, theme.tokens.breakpoints)
        self._arrange()

    def _arrange(self) -> None:
        alone = self.one_at_a_time
        width = _SMALL_WIDTH if self.fold == Fold.SMALL else self._width
        self._list.hold_width(0 if alone or self._detail_width else themes.current().px(width))
        self._list.fold_head(self.fold)
        if self._detail_width:
            beside = _SMALL_DETAIL if self.fold == Fold.SMALL else self._detail_width
            self._right.hold_width(0 if alone else themes.current().px(beside))
        self._list.setVisible(not (alone and self._shows_detail))
        self._right.setVisible(not alone or self._shows_detail)
        self._back_row.setVisible(alone)


class _ListColumn(QWidget):
    """The list under its title, with a hairline at the right where it is narrow; scrolls by itself."""

    def __init__(self, title: str, contents: Column, way_out: QWidget | None, *, wide: bool) -> None:
        super().__init__()
        self._wide = wide
        self.setAccessibleName(title)
        heading = Heading(title, "title" if wide else "title_small", wrap=not wide)
        self.beside_title = FlowLayout(gap=8)
        self.head = Row(heading, spacing=8, margins=_WIDE_HEAD if wide else _TITLE_IN)
        self.head.setStretch(0, 1)
        self.head.addWidget(Group(self.beside_title), 0, Qt.AlignmentFlag.AlignVCenter)
        edges = _WIDE_EDGES if wide else _EDGES
        self._inner = Column(Group(self.head), contents, 1, spacing=16 if wide else 8, margins=edges)
        if way_out is not None:
            self._inner.insertLayout(0, Row(way_out, 1))
        self.setLayout(Row(scrolling(Scrolled(self._inner)), spacing=0, margins=(0, 0, 0 if wide else 1, 0)))

    def hold_width(self, width: int) -> None:
        """Be `width` px wide; 0: as wide as there is room."""
        _hold_width(self, width)

    def fold_head(self, fold: Fold) -> None:
        """Put the actions below the title where there is no room beside it."""
        way = QBoxLayout.Direction
        narrow = fold == Fold.NARROW
        self.head.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        if self._wide:
            self._inner.set_margins(_WIDE_EDGES_NEAR if narrow else _WIDE_EDGES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline."""
        if not self._wide:
            painter = QPainter(self)
            painter.fillRect(self.width() - 1, 0, 1, self.height(), themes.current().colour("line"))


class _DetailColumn(Group):
    """The detail; `ruled`: behind a honey line, as what is beside the point of the page."""

    def __init__(self, *parts: QWidget, ruled: bool) -> None:
        super().__init__(Column(*parts, spacing=0, margins=(2 if ruled else 0, 0, 0, 0)))
        self._ruled = ruled

    def hold_width(self, width: int) -> None:
        """Be `width` px wide; 0: as wide as there is room."""
        _hold_width(self, width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the honey line."""
        if self._ruled and self.maximumWidth() < _ANY:
            theme = themes.current()
            painter = QPainter(self)
            painter.fillRect(0, 0, theme.px(2), self.height(), theme.colour("margin"))


def _hold_width(widget: QWidget, width: int) -> None:
    widget.setMinimumWidth(width)
    widget.setMaximumWidth(width or _ANY)
    grows = QSizePolicy.Policy.Expanding if not width else QSizePolicy.Policy.Fixed
    widget.setSizePolicy(grows, QSizePolicy.Policy.Expanding)
