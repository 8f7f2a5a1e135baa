"""The kinds of treatment that are in view, each with a piece of its bar."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.timeline_geometry import Sign
from app.domain.derived.treatments.lanes import LegendMark
from app.ui.drawing.bars import paint_sample
from app.ui.theme import theme as themes
from app.ui.widgets.layout import Group, Row
from app.ui.widgets.text import Text


class Legend(QWidget):
    """Names only what is in view."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[LegendMark, ...] = ()
        self._flow = Row(spacing=16)
        self.setLayout(self._flow)

    def show_marks(self, marks: tuple[LegendMark, ...]) -> None:
        """Name other kinds."""
        if marks == self._marks:
            return
        self._marks = marks
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for mark in marks:
            word = Text(mark.word, "caption", tone="ink2", wrap=False)
            self._flow.addWidget(Group(Row(_Sample(mark.kind), word, spacing=6)))
        self._flow.invalidate()
        self.updateGeometry()


class _Sample(QWidget):
    def __init__(self, kind: Sign) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = themes.current()
        return QSize(theme.px(22), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        high = theme.px(10)
        paint_sample(painter, theme, self._kind, QRectF(0, (self.height() - high) // 2, self.width(), high))
