"""A slider for the text size: eight steps, with the one chosen in words."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.theme import theme as themes
from app.ui.theme.look import TEXT_SIZES, nearest_size
from app.ui.widgets import spoken
from app.ui.widgets.layout import Column
from app.ui.widgets.text import Text

_WORDS = {
    90: Phrase("looks.size.90", "A little smaller"),
    100: Phrase("looks.size.100", "Usual"),
    110: Phrase("looks.size.110", "A little larger"),
    125: Phrase("looks.size.125", "Larger"),
    150: Phrase("looks.size.150", "Large"),
    175: Phrase("looks.size.175", "Very large"),
    200: Phrase("looks.size.200", "Twice as large"),
    250: Phrase("looks.size.250", "The largest"),
}


class SizeSlider(QWidget):
    """``chosen(percent)`` follows each key, and the mouse when it lets go: all else would jump under it.

    A heading above it says what it is.
    """

    chosen = Signal(int)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.slider = _Line()
        self.slider.setAccessibleName(words.say("looks.size", "Text size"))
        self._said = Text("", "small")
        self.setLayout(Column(self.slider, self._said, spacing=2))
        self.slider.sliderMoved.connect(self._say)
        self.slider.valueChanged.connect(self._tell)

    def show_size(self, percent: int) -> None:
        """Show the size that is worn; says nothing."""
        was = self.slider.blockSignals(True)
        self.slider.setValue(TEXT_SIZES.index(nearest_size(percent or 100)))
        self.slider.blockSignals(was)
        self._say(self.slider.value())

    def _say(self, place: int) -> None:
        percent = TEXT_SIZES[place]
        step = self._words.say(*_WORDS[percent])
        said = self._words.say("looks.size.said", "{step}, {n}%", step=step, n=percent)
        self._said.say(said)
        self.slider.setAccessibleDescription(said)

    def _tell(self, place: int) -> None:
        self._say(place)
        spoken.announce(self.slider, self._said.words)
        self.chosen.emit(TEXT_SIZES[place])


class _Line(QSlider):
    """A line with a notch for each step and a round handle."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, len(TEXT_SIZES) - 1)
        self.setPageStep(1)
        self.setTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        theme = themes.current()
        return QSize(theme.px(320), theme.size("min_target"))

    def minimumSizeHint(self) -> QSize:
        return QSize(themes.current().px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, middle = theme.px(10), self.height() / 2
        room = self.width() - 2 * radius - 2
        steps = self.maximum()
        painter.setPen(QPen(theme.colour("edge"), theme.px(2)))
        painter.drawLine(QPointF(radius, middle), QPointF(radius + room, middle))
        for step in range(steps + 1):
            x = radius + room * step / steps
            painter.drawLine(QPointF(x, middle - theme.px(4)), QPointF(x, middle + theme.px(4)))
        x = radius + room * self.sliderPosition() / steps
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pine"))
        painter.drawEllipse(QRectF(x - radius, middle - radius, 2 * radius, 2 * radius))
