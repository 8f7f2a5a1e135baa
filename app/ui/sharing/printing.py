"""Printing pages that were already drawn: paper gets what the screen shows, finer."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

_FINEST = 300  # dots to the inch: finer than that nobody sees, and a page takes a hundred megabytes
_POINTS = 72  # to the inch


def print_pages(parent: QWidget, count: int, page_at: Callable[[int, float], QImage]) -> bool:
    """Ask for a printer and print; tell whether it was done.

    `page_at` gives a page, counted from 0, at so many pixels to the point; one is held at a time.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loads slowly

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    scale = min(printer.resolution(), _FINEST) / _POINTS
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paper = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    for place in range(count):
        if place:
            printer.newPage()
        image = page_at(place, scale)
        painter.drawImage(_fitted(paper, image), image)
    painter.end()
    return True


def _fitted(paper: QRectF, image: QImage) -> QRectF:
    """The largest place on the paper with the page's own proportions, in the middle of its width."""
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF((paper.width() - width) / 2, 0, width, height)
