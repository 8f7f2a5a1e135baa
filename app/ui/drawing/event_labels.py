"""The words beside events: above their mark, else at its right, else left to be read on choosing it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.ui.drawing.marks import VISIT
from app.ui.theme.theme import Theme

_GAP = 8.0
_LONGEST = 18  # characters


def paint_event_labels(
    painter: QPainter,
    theme: Theme,
    labels: Iterable[tuple[float, str, int]],
    taken: Sequence[float],
    lane: QRectF,
) -> None:
    """Paint as many as have room. `labels` are x, words and rank; `taken` is where marks stand.

    The lowest rank is placed first. `lane` is the events' own; labels above stand in the 20 px over it.
    """
    painter.setFont(theme.font("chart"))
    painter.setPen(theme.colour("ink2"))
    metrics, gap = painter.fontMetrics(), _GAP * theme.scale
    above: list[tuple[float, float]] = []
    beside = [(x - gap, x + gap) for x in taken]
    for x, words, _ in sorted(labels, key=_by_rank):
        text = _first_up(words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…")
        width = metrics.horizontalAdvance(text)
        left = min(max(x - width / 2, lane.left()), lane.right() - width)
        right_of = x + gap + theme.px(2)
        if _free(above, left - gap / 2, left + width + gap / 2):
            above.append((left - gap / 2, left + width + gap / 2))
            baseline = lane.center().y() - VISIT * theme.scale - metrics.descent() - theme.px(3)
            painter.drawText(QPointF(left, baseline), text)
        elif right_of + width <= lane.right() and _free(beside, right_of, right_of + width + gap / 2):
            beside.append((right_of, right_of + width + gap / 2))
            down = (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(right_of, lane.center().y() + down), text)


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _free(held: Iterable[tuple[float, float]], left: float, right: float) -> bool:
    return all(right <= start or left >= end for start, end in held)


def _by_rank(label: tuple[float, str, int]) -> tuple[int, float]:
    return label[2], label[0]
