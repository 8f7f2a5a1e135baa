"""The life of a question, drawn as squares on an upright line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.question_life import LifeLine
from app.ui.theme import theme as themes
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.text import Text

_MARK, _GUTTER, _DROP = 12, 26, 6  # px at 100%


class LifeOfQuestion(QWidget):
    """One line for each step; what is still to come is hollow and bold."""

    def __init__(self) -> None:
        super().__init__()
        self._column = Column(spacing=0)
        self.setLayout(self._column)

    def show_life(self, lines: tuple[LifeLine, ...]) -> None:
        """Show other steps."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            self._column.addWidget(_Step(line, last=place == len(lines) - 1))


class _Step(QWidget):
    """A mark on the line, what happened, and when."""

    def __init__(self, line: LifeLine, *, last: bool) -> None:
        super().__init__()
        self._line, self._last = line, last
        column = Column(Text(line.text, "body_strong" if line.coming else "body"), spacing=0)
        if line.when:
            column.addWidget(Text(line.when, "small", tone="ink3"))
        below = 0 if last else 14
        row = Row(_Gutter(), Group(column), spacing=0, margins=(0, 0, 0, below))
        row.setStretch(1, 1)
        self.setLayout(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark, and the line down to the next one."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, top = theme.px(_MARK), theme.px(_DROP)
        if not self._last:
            painter.fillRect(side // 2 - 1, top + side, theme.px(2), self.height(), theme.colour("line"))
        mark = QRectF(0, top, side, side)
        if self._line.coming:
            edge = theme.px(2)
            painter.setPen(QPen(theme.colour("question"), edge))
            painter.setBrush(theme.colour("page"))
            mark = mark.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        else:
            painter.setPen(QPen(theme.colour("question"), 1))
            painter.setBrush(theme.colour("question"))
        painter.drawRoundedRect(mark, theme.px(3), theme.px(3))


class _Gutter(QWidget):
    """The room of the marks."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Return the width of a mark and its gap."""
        return QSize(themes.current().px(_GUTTER), 0)
