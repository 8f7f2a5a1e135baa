"""Printing pages that were already drawn: paper gets what the screen shows."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget


def print_pages(parent: QWidget, images: Sequence[QImage]) -> bool:
    """Ask for a printer and print; tell whether it was done."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loads slowly

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    paper = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
    for place, image in enumerate(images):
        if place:
            printer.newPage()
        painter.drawImage(_fitted(paper, image), image)
    painter.end()
    return True


def _fitted(paper: QRectF, image: QImage) -> QRectF:
    """The largest place on the paper with the page's own proportions, in the middle of its width."""
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    return QRectF((paper.width() - width) / 2, 0, width, height)
