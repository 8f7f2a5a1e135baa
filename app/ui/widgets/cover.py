"""The closed notebook: a pine cover with a spine, a band and a paper label."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from app.ui.theme import theme as themes
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.own_words import paint_quote_mark
from app.ui.widgets.page import scrolling
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

_SPINE = 52
_BAND = 14
_BAND_FROM_RIGHT = 126
_LABEL = 544
_ROOMY = 700
_TALL = 560


class Label(QWidget):
    """The paper label on the cover; whatever is on it is laid out in ``contents``."""

    def __init__(self, contents: QLayout) -> None:
        super().__init__()
        self.setLayout(Column(contents, margins=(49, 40, 49, 30)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self._fit()
        themes.current().changed.connect(self._fit)

    def _fit(self) -> None:
        theme = themes.current()
        room = self.window().width() - theme.px(24)
        self.setFixedWidth(min(theme.px(_LABEL), room) if self.parent() else theme.px(_LABEL))

    def fit(self) -> None:
        """Take the width of the window where that is less than the label's own."""
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper and the fine line inside its edge."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.radius("button")
        outline = QPen(theme.colour("edge"), theme.border) if theme.high_contrast else Qt.PenStyle.NoPen
        painter.setPen(outline)
        painter.setBrush(theme.colour("page"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        inset = theme.px(8) + 0.5
        painter.setPen(QPen(theme.colour("edge"), theme.px(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(inside, theme.radius("cell"), theme.radius("cell"))


class Cover(QWidget):
    """Fills the window. ``foot`` is the line at the bottom; parts in ``beside`` stand right of it."""

    def __init__(self, label: Label, foot: str = "", beside: tuple[QWidget, ...] = ()) -> None:
        super().__init__()
        self._label = label
        self.setAccessibleName("Told Once")
        self.setProperty("ground", "cover")
        middle = QWidget()
        middle.setLayout(Column(1, Row(1, label, 1), 1, margins=(12, 12, 12, 12)))
        area = scrolling(middle)
        self._foot = QWidget()
        line = Row(spacing=10, margins=(101, 0, 140, 24))
        if foot:
            line.addWidget(Picture("lock-key", "oncover", 16))
            text = Text(foot, tone="oncover", wrap=True)
            line.addWidget(text, 1)
        for part in beside:
            line.addWidget(part)
        self._line = line
        self._foot.setLayout(line)
        column = Column(area, self._foot, spacing=4, margins=(0, 0, 0, 0))
        column.setStretch(0, 1)
        self.setLayout(column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the label into the window."""
        super().resizeEvent(event)
        self._label.fit()
        theme = themes.current()
        roomy = self.width() >= theme.px(_ROOMY)
        self._line.set_margins((101, 0, 140, 24) if roomy else (16, 0, 16, 12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cover, spine, band and the app's name."""
        theme = themes.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("cover"))
        roomy = self.width() >= theme.px(_ROOMY)
        if roomy:
            shade = theme.colour("cover").darker(125)
            painter.fillRect(0, 0, theme.px(_SPINE), self.height(), shade)
            left = self.width() - theme.px(_BAND_FROM_RIGHT)
            painter.fillRect(left, 0, theme.px(_BAND), self.height(), theme.colour("band"))
        if roomy and self.height() >= theme.px(_TALL):
            paint_quote_mark(painter, QPoint(theme.px(102), theme.px(43)), 17, "oncover")
            painter.setFont(theme.font("heading"))
            painter.setPen(theme.colour("oncover"))
            painter.drawText(theme.px(130), theme.px(57), "Told Once")
