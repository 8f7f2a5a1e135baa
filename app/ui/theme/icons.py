"""Icons: one set of one-colour drawings, recoloured when asked for."""

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_Key = tuple[str, str, int, float]


class Icons:
    """Renders icons by name, and remembers each by name, colour and size."""

    def __init__(self) -> None:
        self._made: dict[_Key, QPixmap] = {}

    def pixmap(self, name: str, colour: str, px: int, ratio: float = 1.0) -> QPixmap:
        """Return the icon ``px`` points square in ``colour``; empty where there is no such icon."""
        key = (name, colour, px, ratio)
        if key not in self._made:
            self._made[key] = _render(name, colour, px, ratio)
        return self._made[key]

    def icon(self, name: str, colour: str, px: int, ratio: float = 1.0) -> QIcon:
        """Return the same as a ``QIcon``, for menus."""
        return QIcon(self.pixmap(name, colour, px, ratio))

    def forget(self) -> None:
        """Drop what was drawn, after a change of theme."""
        self._made.clear()


def exists(name: str) -> bool:
    """Tell whether an icon of this name is shipped."""
    return (files("resources") / "icons" / f"{name}.svg").is_file()


def _render(name: str, colour: str, px: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(px, px) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    if exists(name):
        text = (files("resources") / "icons" / f"{name}.svg").read_text("utf-8")
        drawing = QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
        painter = QPainter(pixmap)
        drawing.render(painter, QRectF(0, 0, px, px))
        painter.end()
    return pixmap
