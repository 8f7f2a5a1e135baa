"""The look of paper: grid, type and the only colours there are (document.md 2 and 3)."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from app.domain.derived.document import Paper, Run, Voice
from app.report import fonts

MM = 72 / 25.4

TEXT_WIDTH = 174 * MM
LABEL_WIDTH = 36 * MM
FIELD_LEFT = 39 * MM
FIELD_WIDTH = 135 * MM
TOP_MARGIN = 14 * MM
FOOTER_RULE = 14 * MM
FOOTER_BASELINE = 10.5 * MM
ONE_PAGE = 248 * MM  # what must fit on both papers
SIZES = {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (215.9 * MM, 279.4 * MM)}
LOWEST = {Paper.A4: 280 * MM, Paper.LETTER: 262.4 * MM}  # of a text line, from the top

RULE = 0.75
HAIRLINE = 0.35
FRAME = 1.4

PINE = HexColor("#1A5445")
PLUM = HexColor("#562347")
PLUM_PALE = HexColor("#DDC3CF")
PLUM_OUTLINE = HexColor("#8B6A7B")
HONEY = HexColor("#D3A156")
GRID_GREY = 0.82
HAIRLINE_GREY = 0.60
GAP_GREY = 0.86


@dataclass(frozen=True, slots=True, kw_only=True)
class Type:
    """Sizes in points of the runs of a text: the facts, the person's own words, the small ones."""

    size: float
    leading: float
    words: float = 0.0  # 0: as the facts
    small: float = 9.0

    def size_of(self, run: Run) -> float:
        """The size a run is set in."""
        if run.small:
            return self.small
        return self.words or self.size if run.voice is Voice.WORDS else self.size


NAME = Type(size=23, leading=27, small=14.5)
TITLE = Type(size=17, leading=21)
MONTH = Type(size=12, leading=16)
CONCERN = Type(size=12, leading=16)
HOPE = Type(size=11, leading=14.5)
CONCERN_NUMBER = Type(size=16, leading=17)
OWN_WORDS = Type(size=11, leading=14.5)
PROSE = Type(size=11, leading=16)
BODY = Type(size=10.5, leading=14)
ROW = Type(size=10.5, leading=13.5)
SMALL_ROW = Type(size=9.5, leading=12.2)
NOTE = Type(size=10, leading=13.2)
SMALL = Type(size=9, leading=12)
WORDS_ROW = Type(size=10, leading=12.6)  # "In words" of page 2


def face_of(run: Run) -> str:
    """The typeface of a run: two voices, each in two weights."""
    if run.voice is Voice.WORDS:
        return fonts.SERIF_BOLD if run.bold else fonts.SERIF
    return fonts.SANS_BOLD if run.bold else fonts.SANS


def rule(
    canvas: Canvas, x: float, y: float, width: float, *, weight: float = RULE, grey: float = 0.0
) -> None:
    """A straight line to the right."""
    stroke(canvas, weight, grey=grey)
    canvas.line(x, y, x + width, y)


def stroke(canvas: Canvas, weight: float, colour: Color | None = None, *, grey: float = 0.0) -> None:
    """What lines are drawn with from here on."""
    canvas.setLineWidth(weight)
    if colour is None:
        canvas.setStrokeGray(grey)
    else:
        canvas.setStrokeColor(colour)


def fill(canvas: Canvas, colour: Color | None = None, *, grey: float = 0.0) -> None:
    """What areas and letters are filled with from here on; black again after use."""
    if colour is None:
        canvas.setFillGray(grey)
    else:
        canvas.setFillColor(colour)
