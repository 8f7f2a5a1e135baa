"""The pages of a document once more, by ReportLab alone: the same words and shapes, without tags.

What our pages draw is written down once. Drawing it again breaks each block of words into lines with
ReportLab's own `Paragraph`, and repeats every line, box and fill as it was.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from app.domain.derived.document import Document
from app.i18n import Words
from app.report.pages import draw_pages, lay_out
from app.report.pdf import new_canvas
from app.report.tagging import Element, Pen
from app.report.typesetting import Setter

Step = Callable[[Canvas], None]
ANSWERS = {"beginText", "beginPath", "stringWidth", "save", "getpdfdata", "getPageNumber"}
ALMOST = 0.1  # points by which lines of one block may begin elsewhere
WIDEST_LEADING = 1.6  # times the size


@dataclass(slots=True)
class Block:
    """Words of one face and size that belong together: lines under each other, or runs beside each other."""

    face: str
    size: float
    left: float
    top: float
    bottom: float
    end: float
    width: float
    text: str

    def takes(self, x: float, y: float, face: str, size: float) -> bool:
        """Whether a run at X, Y goes on with this block."""
        if (face, size) != (self.face, self.size):
            return False
        below = abs(self.left - x) < ALMOST and 0 < self.bottom - y < WIDEST_LEADING * size
        return below or (abs(self.bottom - y) < ALMOST and -1 < x - self.end < size)

    def add(self, x: float, y: float, text: str) -> None:
        """Go on with a run."""
        self.text += text if text.startswith(" ") else f" {text}"
        self.bottom, self.end = y, x + stringWidth(text, self.face, self.size)
        self.width = max(self.width, self.end - self.left)

    def draw(self, canvas: Canvas) -> None:
        """Break into lines and draw, as any user of ReportLab would."""
        style = ParagraphStyle("block", fontName=self.face, fontSize=self.size, leading=1.3 * self.size)
        style.bulletFontName = self.face
        paragraph = Paragraph(escape(self.text), style)
        _, height = paragraph.wrap(self.width + 1, 10_000)
        paragraph.drawOn(canvas, self.left, self.top - height + self.size)


class WritingPen(Pen):
    """Draws on a canvas that only writes down what it is asked for."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.steps: list[Step] = []
        self._block: Block | None = None
        self._inside = 0
        for name in dir(canvas):
            if not name.startswith("_") and name not in ANSWERS and callable(getattr(canvas, name)):
                setattr(canvas, name, self._noting(name, getattr(canvas, name)))

    def _noting(self, name: str, act: Callable[..., object]) -> Callable[..., object]:
        def noted(*given: object, **named: object) -> object:
            if not self._inside:
                self.steps.append(lambda canvas: getattr(canvas, name)(*given, **named))
                self._block = None if name == "showPage" else self._block
            self._inside += 1
            try:
                return act(*given, **named)
            finally:
                self._inside -= 1

        return noted

    def write(self, x: float, y: float, text: str, face: str, size: float) -> float:
        """Note the words, as part of the block before where they go on with it."""
        end = x + stringWidth(text, face, size)
        if self._block is not None and self._block.takes(x, y, face, size):
            self._block.add(x, y, text)
        else:
            self._block = Block(face, size, x, y, y, end, end - x, text)
            self.steps.append(self._block.draw)
        return end

    @contextmanager
    def inside(self, element: Element) -> Iterator[Element]:
        """Only what is drawn."""
        yield element

    @contextmanager
    def mark(self, element: Element) -> Iterator[Element]:
        """Only what is drawn."""
        yield element

    @contextmanager
    def artifact(self, kind: str = "", subtype: str = "") -> Iterator[None]:  # noqa: ARG002 (Pen's own)
        """Only what is drawn."""
        yield


def steps_of(document: Document, words: Words) -> list[Step]:
    """What is drawn on the document's pages, in order."""
    setter = Setter(words=words, outlines=None)
    pen = WritingPen(new_canvas(document, io.BytesIO()))
    draw_pages(document, lay_out(document, setter), pen, setter)
    return pen.steps


def draw_again(document: Document, steps: list[Step]) -> bytes:
    """The same pages, untagged."""
    target = io.BytesIO()
    canvas = new_canvas(document, target)
    for step in steps:
        step(canvas)
    canvas.save()
    return target.getvalue()
