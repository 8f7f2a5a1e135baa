"""A file at a glance: a small picture where there is one, else its icon."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.records import Attachment
from app.services.attaching import PDF
from app.ui.theme import theme as themes


def icon_of(attachment: Attachment) -> str:
    """The icon of a photo, a PDF or any other file."""
    if attachment.photo:
        return "image"
    return "file-pdf" if attachment.media_type == PDF else "paperclip"


class Thumb(QWidget):
    """``most`` px square at 100%. Decoration: the file's name stands beside it."""

    def __init__(self, icon: str, most: int = 56) -> None:
        super().__init__()
        self._icon, self._most = icon, most
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def has_picture(self) -> bool:
        """Whether there is something to see."""
        return not self._image.isNull()

    def show_pictures(self, images: tuple[QImage, ...]) -> None:
        """Show the first of these."""
        self._image = images[0] if images else QImage()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square at the text size in use."""
        side = themes.current().px(self._most)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture, cut to the square, or the icon."""
        theme = themes.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, theme.radius("button"), theme.radius("button"))
        painter.fillPath(shape, theme.colour("sunk"))
        if self.has_picture:
            painter.save()
            painter.setClipPath(shape)
            painter.drawImage(box, self._image, QRectF(self._middle()))
            painter.restore()
        else:
            side = min(self.width() // 2, theme.px(24))
            icon = theme.icon(self._icon, "ink2", 24, self.devicePixelRatioF())
            place = (self.width() - side) // 2
            painter.drawPixmap(place, place, side, side, icon)
        painter.setPen(QPen(theme.colour("edge" if theme.high_contrast else "line"), 1))
        painter.drawPath(shape)

    def _middle(self) -> QRectF:
        """The largest square in the middle of the picture."""
        size = self._image.size()
        cut = QSize(1, 1).scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (size.width() - cut.width()) / 2, (size.height() - cut.height()) / 2, cut.width(), cut.height()
        )
