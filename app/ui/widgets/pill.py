"""State in words."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.theme import theme as themes
from app.ui.theme.theme import Theme

WASH = {"kept": ("pinewash", "pine"), "waiting": ("honeywash", "honeyink"), "plain": ("sunk", "ink2")}


_ICON = 20  # an icon of 16 and its gap, px at 100%


def pill_width(words: str, theme: Theme, icon: str = "") -> int:
    """Return the width of a pill in px."""
    room = theme.px(_ICON) if icon else 0
    return room + QFontMetrics(theme.font("caption", weight=500)).horizontalAdvance(words) + 2 * theme.px(8)


def paint_pill(  # noqa: PLR0917 - what is painted, and where
    painter: QPainter, box: QRectF, words: str, kind: str, theme: Theme, icon: str = ""
) -> None:
    """Draw a pill into ``box``."""
    wash, ink = WASH[kind]
    outlined = theme.high_contrast or kind == "plain"
    outline = QPen(theme.colour("edge" if theme.high_contrast else "line"), theme.px(1))
    painter.setPen(outline if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(wash))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.radius("box"), theme.radius("box"))
    if icon:
        drawn = theme.icon(icon, ink, 16, painter.device().devicePixelRatio())
        top = box.center().y() - theme.px(8)
        painter.drawPixmap(round(box.x() + theme.px(7)), round(top), drawn)
        box = box.adjusted(theme.px(_ICON), 0, 0, 0)
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("caption", weight=500))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


class Pill(QLabel):
    """``kind`` is "kept", "waiting" or "plain"; the words carry the meaning."""

    def __init__(self, words: str, kind: str = "plain") -> None:
        super().__init__(words)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        theme = themes.current()
        return QSize(pill_width(self.text(), theme), theme.px(24))

    def changeEvent(self, event: QEvent) -> None:
        """Take new sizes when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_pill(painter, QRectF(self.rect()), self.text(), self._kind, themes.current())
