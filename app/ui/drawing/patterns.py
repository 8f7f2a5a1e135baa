"""The tiled patterns that tell kinds of treatment apart without their colour."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform

from app.domain.derived.timeline_geometry import Sign
from app.ui.theme.theme import Theme

_TOKENS = {
    Sign.PRESCRIBED: "rx",
    Sign.FROM_THE_SHOP: "otc",
    Sign.SUPPLEMENT: "supplement",
    Sign.THERAPY: "therapy",
    Sign.PROCEDURE: "procedure",
    Sign.DEVICE: "device",
    Sign.LIFESTYLE: "lifestyle",
}
_SIDE = {Sign.FROM_THE_SHOP: 7.0, Sign.SUPPLEMENT: 6.0, Sign.THERAPY: 5.0, Sign.LIFESTYLE: 4.0}
_FADE_CELLS = 4
_FADE_CELL = 2.0
_FADES = (
    ((0, 0), (2, 2)),
    ((0, 0), (2, 2), (2, 0), (0, 2)),
    ((0, 0), (2, 2), (2, 0), (0, 2), (1, 1), (3, 3), (3, 1), (1, 3)),
)
"""Which cells of their tile the dots of a fading bar stand in, thin to thick."""

FADE_STEPS = len(_FADES)


def tone(kind: Sign, theme: Theme) -> QColor:
    """The colour of a kind of treatment."""
    return theme.colour(_TOKENS[kind])


def pattern(kind: Sign, theme: Theme, ratio: float) -> QBrush:
    """What a bar of this kind is filled with. `ratio` is that of the device to px."""
    if kind not in _SIDE:
        return QBrush(tone(kind, theme))
    return _tile(kind, tone(kind, theme).rgb(), theme.colour("page").rgb(), theme.scale, ratio)


def fade(kind: Sign, step: int, theme: Theme, ratio: float) -> QBrush:
    """Dots, the more of them the higher `step`, 0 to 2: where a date is known only roughly."""
    return _fading(step, tone(kind, theme).rgb(), theme.scale, ratio)


@lru_cache(maxsize=64)
def _tile(kind: Sign, ink: int, ground: int, scale: float, ratio: float) -> QBrush:
    image, side, painter = _begin(_SIDE[kind] * scale, QColor(ink), ratio)
    gap = QColor(ground)
    match kind:
        case Sign.SUPPLEMENT:
            _dot(painter, QPointF(side / 4, side / 4), side / 5.4, gap)
            _dot(painter, QPointF(side * 3 / 4, side * 3 / 4), side / 5.4, gap)
        case Sign.THERAPY:
            painter.fillRect(QRectF(side * 0.6, 0, side * 0.4, side), gap)
        case Sign.LIFESTYLE:
            painter.fillRect(QRectF(0, side * 0.5, side, side * 0.4), gap)
        case _:
            painter.setPen(QPen(gap, side * 0.32))
            for at in (-1, 0, 1):
                painter.drawLine(QPointF(at * side - 1, side + 1), QPointF((at + 1) * side + 1, -1))
    return _end(image, painter, ratio)


@lru_cache(maxsize=64)
def _fading(step: int, ink: int, scale: float, ratio: float) -> QBrush:
    image, side, painter = _begin(_FADE_CELLS * _FADE_CELL * scale, QColor(Qt.GlobalColor.transparent), ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    cell = side / _FADE_CELLS
    for x, y in _FADES[step]:
        painter.fillRect(QRectF(x * cell, y * cell, cell, cell), QColor(ink))
    return _end(image, painter, ratio)


def _begin(length: float, ground: QColor, ratio: float) -> tuple[QImage, float, QPainter]:
    """A tile of whole pixels, so that it repeats without a seam; its side in px; and what paints it."""
    pixels = max(round(length * ratio), 2)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ground)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(ratio, ratio)
    return image, pixels / ratio, painter


def _end(image: QImage, painter: QPainter, ratio: float) -> QBrush:
    painter.end()
    brush = QBrush(image)
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


def _dot(painter: QPainter, at: QPointF, radius: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at, radius, radius)
