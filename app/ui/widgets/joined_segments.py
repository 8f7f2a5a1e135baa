"""A few answers joined to one bar, of which one always holds: how closely something is looked at."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen

from app.ui.theme import theme as themes
from app.ui.widgets.choice import Choice, OneOf
from app.ui.widgets.flow_layout import FlowLayout

_PAD = 11


class JoinedSegments(OneOf):
    """One is always chosen: a second press changes nothing."""

    def __init__(self, question: str, answers: list[str]) -> None:
        last = len(answers) - 1
        choices: list[Choice] = [
            _Segment(answer, first=at == 0, last=at == last) for at, answer in enumerate(answers)
        ]
        super().__init__(question, choices, FlowLayout(gap=0))

    def empty(self) -> None:
        """Keep the answer: something is always in view."""


class _Segment(Choice):
    """One piece of the bar; the outer corners of its ends are round."""

    def __init__(self, words: str, *, first: bool = False, last: bool = False) -> None:
        super().__init__(words)
        self._first, self._last = first, last

    def sizeHint(self) -> QSize:
        """Return room for the words, bold; joined pieces need less than single ones."""
        theme = themes.current()
        width = QFontMetrics(theme.font("small", weight=600)).horizontalAdvance(self.text())
        return QSize(width + 2 * theme.px(_PAD), theme.size("button_small"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the piece, sharing its edges with its neighbours."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        half = theme.border / 2
        box = QRectF(self.rect()).adjusted(
            half if self._first else -half, half, -half if self._last else half, -half
        )
        shape = _rounded(box, theme.radius("button"), left=self._first, right=self._last)
        painter.fillPath(shape, theme.colour("pinewash" if on else self._ground()))
        painter.setPen(QPen(theme.colour("edge"), theme.border))
        painter.drawPath(shape)
        if on:
            inset = theme.px(1)
            chosen = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.setPen(QPen(theme.colour("pine"), theme.px(2)))
            painter.drawPath(
                _rounded(chosen, theme.radius("button") - inset, left=self._first, right=self._last)
            )
        painter.setFont(theme.font("small", weight=600 if on else 400))
        painter.setPen(theme.colour("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _rounded(box: QRectF, radius: float, *, left: bool, right: bool) -> QPainterPath:
    """A box whose left or right corners are round."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, radius, radius)
    if not left:
        path.addRect(QRectF(box.left(), box.top(), 2 * radius, box.height()))
    if not right:
        path.addRect(QRectF(box.right() - 2 * radius, box.top(), 2 * radius, box.height()))
    return path.simplified()
