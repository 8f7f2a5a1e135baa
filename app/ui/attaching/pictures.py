"""Pictures from a file's bytes, in memory only: a photo, or the first pages of a PDF."""

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from app.services import attaching

_MOST_PIXELS = 120_000_000  # larger than any phone takes; more is a picture made to fill the memory
MOST_PAGES = 5


def pictures_of(data: bytes, media_type: str, widest: int, pages: int = MOST_PAGES) -> tuple[QImage, ...]:
    """What there is to see, no side longer than `widest` px; nothing where it can't be shown.

    For a worker: a large photo takes a moment. Raises CannotDraw for a PDF that is none.
    """
    if media_type == attaching.PDF:
        drawn = attaching.pdf_pages(data, most=pages, widest=widest)
        return tuple(
            QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()
            for page in drawn
        )
    image = _photo(data, widest) if media_type.startswith("image/") else QImage()
    return () if image.isNull() else (image,)


def _photo(data: bytes, widest: int) -> QImage:
    """A photo the right way up, made small while it is read."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if size.isValid() and max(size.width(), size.height()) > widest:
        reader.setScaledSize(size.scaled(widest, widest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def as_png(image: QImage) -> bytes:
    """A picture from the clipboard as the bytes of a file."""
    buffer = QBuffer()
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
