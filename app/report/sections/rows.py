"""What all sections are made of: texts side by side in one row, rules, headings."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace

from app.domain.derived.document import Run, Text
from app.report import style
from app.report.flow import Draw, Piece
from app.report.style import Type
from app.report.tagging import Element, Pen
from app.report.typesetting import Layout, Setter, draw, draw_right

Decoration = Callable[[Pen, float, float, float], None]  # pen, left, top, height

RULE_ROOM = 0.5  # of the height a block's rule takes
ABOVE, BELOW = 4.0, 5.5  # of a block's text
ROW_ABOVE, ROW_BELOW = 2.0, 2.2
FEWEST = 2  # lines of a paragraph that may stand alone on a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A text at a place in a row. An empty one is read as its element's actual text."""

    left: float
    layout: Layout
    element: Element
    right_aligned: bool = False  # `left` is its right edge then
    inside: tuple[Element, ...] = ()

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw it in a row whose upper left corner is there."""
        with within(pen, self.inside):
            if any(run.text for run in self.layout.runs):
                setting = draw_right if self.right_aligned else draw
                setting(pen, self.layout, left + self.left, top, self.element)
            elif self.element.actual_text:
                with pen.mark(self.element):
                    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells side by side between two paddings, inside the elements that hold them.

    `notices` say on paper that a row cut in two goes on and went on; `before` and `after` are where they do.
    """

    cells: tuple[Cell, ...]
    above: float = 0.0
    below: float = 0.0
    inside: tuple[Element, ...] = ()
    decoration: Decoration | None = None  # an artifact under the text
    mark: Draw | None = None  # an artifact at the top, only of the first part
    notices: tuple[Layout, Layout] | None = None
    before: Layout | None = None
    after: Layout | None = None

    @property
    def height(self) -> float:
        """With its paddings and notices."""
        return (
            self.above + self._head + self._tallest + (self.after.height if self.after else 0.0) + self.below
        )

    @property
    def _tallest(self) -> float:
        return max((cell.layout.height for cell in self.cells), default=0.0)

    @property
    def _head(self) -> float:
        return self.before.height if self.before else 0.0

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """Draw it with its upper left corner there."""
        with pen.artifact():
            if self.decoration is not None:
                self.decoration(pen, left, top, self.height)
            if self.mark is not None:
                self.mark(pen, left, top)
        under = top - self.above - self._head
        self._note(pen, self.before, left, top - self.above)
        with within(pen, self.inside):
            for cell in self.cells:
                cell.draw(pen, left, under)
        self._note(pen, self.after, left, under - self._tallest)

    def cut(self, room: float) -> "tuple[Row, Row] | None":
        """What fits into a height and the rest; at the end of a sentence where there is one."""
        going_on = self.notices[0].height if self.notices else 0.0
        inner = room - self.above - self.below - self._head - going_on
        counts = [_fitting(cell.layout, inner) for cell in self.cells]
        halves = [cell.layout.cut(count) for cell, count in zip(self.cells, counts, strict=True)]
        if 0 in counts or not any(rest.lines for _, rest in halves):
            return None
        first = (replace(c, layout=h[0]) for c, h in zip(self.cells, halves, strict=True))
        rest = (replace(c, layout=h[1]) for c, h in zip(self.cells, halves, strict=True) if h[1].lines)
        on, back = self.notices or (None, None)
        return replace(self, cells=tuple(first), after=on), replace(
            self, cells=tuple(rest), before=back, mark=None
        )

    def _note(self, pen: Pen, note: Layout | None, left: float, top: float) -> None:
        if note is not None:
            with pen.artifact("Pagination"):
                longest = max(self.cells, key=lambda cell: cell.layout.height)
                draw(pen, note, left + longest.left, top, Element(kind="P"))


@contextmanager
def within(pen: Pen, elements: tuple[Element, ...]) -> Iterator[None]:
    """What is drawn meanwhile stands inside the elements, the first outermost."""
    with ExitStack() as stack:
        for element in elements:
            stack.enter_context(pen.inside(element))
        yield


def _fitting(layout: Layout, room: float) -> int:
    """How many lines to keep on a page: all, or up to the last that ends a sentence; 0 if none may."""
    count = int((room + 0.01) // layout.type.leading)
    if count >= len(layout.lines):
        return len(layout.lines)
    count = min(count, len(layout.lines) - FEWEST)
    if count < FEWEST:
        return 0
    return next((n for n in range(count, max(FEWEST, count // 2), -1) if _ends(layout, n)), count)


def _ends(layout: Layout, count: int) -> bool:
    """Whether a sentence ends with the line before the `count`th."""
    parts = layout.lines[count - 1].parts
    return not parts or parts[-1].text.rstrip().endswith((".", "!", "?", "\u2026", "\u201d", "\u3002"))


def piece(row: Row, *, loose: bool = False) -> Piece:
    """A row as a piece of the flow."""

    def cut(room: float) -> tuple[Piece, Piece] | None:
        halves = row.cut(room)
        return (piece(halves[0], loose=loose), piece(halves[1], loose=loose)) if halves else None

    return Piece(height=row.height, draw=row.draw, trail=row.below, cut=cut, loose=loose)


def around(under: Piece, *, before: Draw | None = None, after: Draw | None = None) -> Piece:
    """A piece with something drawn at its top and something at its bottom, also where it is cut in two."""

    def drawn(pen: Pen, left: float, top: float) -> None:
        if before is not None:
            before(pen, left, top)
        under.draw(pen, left, top)
        if after is not None:
            after(pen, left, top - under.height)

    def cut(room: float) -> tuple[Piece, Piece] | None:
        halves = under.cut(room) if under.cut else None
        return (around(halves[0], before=before), around(halves[1], after=after)) if halves else None

    return replace(under, draw=drawn, cut=cut)


def notices(setter: Setter) -> tuple[Layout, Layout]:
    """What stands under and over the two parts of a row that is longer than a page."""
    going_on, back = (
        setter.words.say("row.continues", "continues"),
        setter.words.say("row.continued", "continued"),
    )
    return (
        setter.lay((small(going_on),), style.SMALL, style.FIELD_WIDTH),
        setter.lay((small(back),), style.SMALL, style.FIELD_WIDTH),
    )


def small(text: str) -> Run:
    """A run in the size of column heads."""
    return Run(text=text, small=True)


def bold(text: str) -> Text:
    """A text of one bold run."""
    return (Run(text=text, bold=True),)


def rule(pen: Pen, left: float, top: float) -> None:
    """The black rule over a block, as wide as the text."""
    with pen.artifact():
        style.rule(pen.canvas, left, top, style.TEXT_WIDTH)


def hairline(pen: Pen, left: float, y: float) -> None:
    """The grey line between rows."""
    with pen.artifact():
        style.rule(pen.canvas, left, y, style.TEXT_WIDTH, weight=style.HAIRLINE, grey=style.HAIRLINE_GREY)


def heading(setter: Setter, text: str, level: int, width: float, type_: Type = style.BODY) -> Cell:
    """A heading as a cell at the left edge."""
    return Cell(left=0.0, layout=setter.lay(bold(text), type_, width), element=Element(kind=f"H{level}"))


def plain(text: str) -> Text:
    """A text of one run of facts."""
    return (Run(text=text),) if text else ()
