"""The same pages without their tags: what `dev.py bench` measures the making of a file against."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.derived.document import Document
from app.i18n import Words
from app.report import fonts, pages, pdf
from app.report.tagging import Element, Pen
from app.report.typesetting import Setter


class PlainPen(Pen):
    """Draws and writes down nothing of what is drawn."""

    @contextmanager
    def inside(self, element: Element) -> Iterator[Element]:
        yield element

    @contextmanager
    def mark(self, element: Element) -> Iterator[Element]:
        yield element

    @contextmanager
    def artifact(self, kind: str = "", subtype: str = "") -> Iterator[None]:
        del kind, subtype
        yield


def render_untagged(document: Document) -> bytes:
    """ReportLab drawing the same lines at the same places: no tags, no metadata, packed by ReportLab."""
    fonts.register()
    setter = Setter(words=Words())
    laid = pages.lay_out(document, setter)
    target = io.BytesIO()
    pen = PlainPen(pdf.new_canvas(document, target))
    pen.canvas.setPageCompression(1)
    pages.draw_pages(document, laid, pen, setter)
    pen.canvas.save()
    return target.getvalue()
