"""The way from one zoom to the next: the old picture narrows or widens into the new one."""

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPixmap

from app.domain.derived.line.windows import Window
from app.ui.line_of_time.scene import Scene
from app.ui.theme import theme as themes


class Slide(QVariantAnimation):
    """Runs from 0 to 1 where motion is wanted; ``valueChanged`` asks for a paint."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: QPixmap | None = None
        self._window: Window | None = None
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self.finished.connect(self._forget)

    @property
    def runs(self) -> bool:
        """Whether a slide is under way."""
        return self._before is not None

    def begin(self, before: QPixmap, window: Window) -> None:
        """Slide from this picture of this window to whatever is shown next, unless things keep still."""
        theme = themes.current()
        if theme.moves:
            self._before, self._window = before, window
            self.setDuration(theme.tokens.motion_ms["slide"])
            self.start()

    def end(self) -> None:
        """Be there at once: something else has moved meanwhile."""
        self.stop()
        self._forget()

    def paint(self, painter: QPainter, scene: Scene, layer: QPixmap) -> None:
        """Paint both pictures where their days are just now, the old one giving way to the new."""
        share = float(self.currentValue())
        before, old, new = self._before, self._window, scene.window
        if before is None or old is None:
            return
        first = _between(old.first.toordinal(), new.first.toordinal(), share)
        days = _between(old.days, new.days, share)
        painter.save()
        painter.setClipRect(QRectF(scene.left, 0, scene.width, layer.height()))
        for picture, window, strength in ((before, old, 1 - share), (layer, new, share)):
            left = scene.left + (window.first.toordinal() - first) / days * scene.width
            width = window.days / days * scene.width
            ratio = picture.devicePixelRatio()
            source = QRectF(scene.left * ratio, 0, scene.width * ratio, picture.height())
            painter.setOpacity(strength)
            painter.drawPixmap(QRectF(left, 0, width, picture.height() / ratio), picture, source)
        painter.restore()

    def _forget(self) -> None:
        self._before = self._window = None


def _between(start: float, end: float, share: float) -> float:
    return start + (end - start) * share
