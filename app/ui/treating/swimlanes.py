"""Every treatment on a line of time, to look at and to choose from."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.treatments.lanes import Lanes
from app.i18n import Words
from app.ui.drawing.axis import paint_grid, paint_labels, paint_today
from app.ui.theme import theme as themes
from app.ui.treating.lane_list import LaneList, with_lines
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column

AXIS = 20
"""Height of the line of years above the rows."""

_BESIDE_TODAY = 6


class Swimlanes(QWidget):
    """The line of years, and the rows under it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._lanes: Lanes | None = None
        self.list = LaneList(words)
        self._axis = _Axis(self, words.say("lanes.today", "today"))
        self.setFocusProxy(self.list)
        self.setLayout(Column(self._axis, self.list, spacing=0))

    @property
    def lanes(self) -> Lanes | None:
        """What is shown."""
        return self._lanes

    def show_lanes(self, lanes: Lanes) -> None:
        """Show other rows."""
        self._lanes = lanes
        self.list.setAccessibleDescription(lanes.summary(self._words))
        self.list.show_lanes(lanes)
        self._axis.update()

    def refold(self, fold: Fold) -> None:
        """Leave line and bars out where there is no room for them."""
        self._axis.setVisible(fold >= Fold.COMPACT)
        self.list.refold(fold)

    def height_of_all(self) -> int:
        """How high the line and all rows are."""
        axis = self._axis.sizeHint().height() if not self._axis.isHidden() else 0
        return self.list.height_of_all + axis


class _Axis(QWidget):
    """The names of the years, and the word "today"."""

    def __init__(self, swimlanes: Swimlanes, today: str) -> None:
        super().__init__()
        self._swimlanes, self._today = swimlanes, today
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a name."""
        return QSize(1, themes.current().px(AXIS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the beginnings of the grid's lines, longer for years, and their names."""
        lanes, columns = self._swimlanes.lanes, self._swimlanes.list.columns
        if lanes is None or columns is None or not columns.bar_width or not lanes.rows:
            return
        theme, panel = themes.current(), lanes.panel
        painter = QPainter(self)
        area = QRectF(columns.bar, 0, columns.bar_width, self.height())
        short = area.adjusted(0, area.height() * 0.6, 0, 0)
        lines = with_lines(lanes)
        paint_grid(painter, theme, [tick for tick in lines if tick.year], panel, area)
        paint_grid(painter, theme, [tick for tick in lines if not tick.year], panel, short)
        paint_labels(painter, theme, panel.ticks, panel, area)
        x = columns.bar + columns.bar_width
        paint_today(painter, theme, x, short.adjusted(0, -2, 0, 0))
        painter.setFont(theme.font("chart", weight=700))
        painter.setPen(theme.colour("honeyink"))
        painter.drawText(round(x) + theme.px(_BESIDE_TODAY), painter.fontMetrics().ascent(), self._today)
