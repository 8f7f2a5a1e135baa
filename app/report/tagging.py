"""Pages that say what they are: drawing wrapped in marked content, collected into a tree of elements.

A `Pen` draws with ReportLab's canvas and writes down, for every piece drawn, which structure element it
belongs to (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, 7.1). Everything drawn stands inside `mark` or `artifact`.
The tree is put into the file by `finishing`.

How to use it::

    figure = Element(kind="Figure", alt="Timeline from ...", box=(x0, y0, x1, y1))
    with pen.mark(figure):                      # content of the element; may be done many times
        pen.canvas.rect(...)
    with pen.inside(Element(kind="L")), pen.inside(Element(kind="LI")):
        with pen.mark(Element(kind="LBody", actual_text="Methotrexate: 10 mg ...")):
            pen.write(x, y, "Methotrexate", face, size)
    with pen.artifact():                        # grid, rules, fills: not read
        pen.canvas.line(...)

Lengths are points, y grows upward from the sheet's lower edge, as in ReportLab.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reportlab.pdfgen.canvas import Canvas

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of marked content: on which page (from 1), under which number there."""

    page: int
    number: int


@dataclass(slots=True, eq=False, kw_only=True)
class Element:
    """What a piece of the page is, for whoever listens to it. `kind` is a standard structure type.

    The same element may be drawn in several stretches and on several pages.
    """

    kind: str
    alt: str = ""  # of a Figure
    actual_text: str = ""  # read in place of what is drawn
    language: str = ""
    scope: str = ""  # of a TH: Row or Column
    numbering: str = "None"  # of an L: None, Decimal, Disc...
    columns: int = 1  # of a TH or TD that spans several
    box: Box | None = None  # of a Figure; on the page of its first mark
    kids: list["Element | Mark"] = field(default_factory=list)
    placed: bool = False  # has a parent already


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkArea:
    """Where a Link element can be pressed, and the anchor it leads to; `says` is read out."""

    element: Element
    page: int
    box: Box
    anchor: str
    says: str


@dataclass(frozen=True, slots=True)
class Written:
    """One text as it was drawn, for those who check pages: its box, its size, its words."""

    page: int
    box: Box
    size: float
    text: str


class Pen:
    """A canvas together with the tree of what is drawn on it."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.root = Element(kind="Document", placed=True)
        self.links: list[LinkArea] = []
        self.written: list[Written] = []
        self.page = 1
        self._stack = [self.root]
        self._next_number = 0
        self._open = False

    @contextmanager
    def inside(self, element: Element) -> Iterator[Element]:
        """What is drawn meanwhile belongs to children of the element; inside an artifact, to nothing."""
        if self._open:
            yield element
            return
        self._place(element)
        self._stack.append(element)
        try:
            yield element
        finally:
            self._stack.pop()

    @contextmanager
    def mark(self, element: Element) -> Iterator[Element]:
        """What is drawn meanwhile is the element's content. Inside an artifact it stays an artifact."""
        if self._open:
            yield element
            return
        self._place(element)
        element.kids.append(Mark(self.page, self._next_number))
        self._begin(f"/{element.kind} <</MCID {self._next_number}{_actual(element)}>> BDC")
        self._next_number += 1
        try:
            yield element
        finally:
            self._end()

    @contextmanager
    def artifact(self, kind: str = "", subtype: str = "") -> Iterator[None]:
        """What is drawn meanwhile is not read. `kind` is Pagination, Layout or Background."""
        if self._open:
            yield
            return
        inner = (f"/Type /{kind}" if kind else "") + (f" /Subtype /{subtype}" if subtype else "")
        self._begin(f"/Artifact <<{inner}>> BDC" if inner else "/Artifact BMC")
        try:
            yield
        finally:
            self._end()

    def write(self, x: float, y: float, text: str, face: str, size: float) -> float:
        """Draw a text from x on the baseline y, all of whose characters the face has; returns its end."""
        line = self.canvas.beginText(x, y)
        line.setFont(face, size)
        line.textOut(text)
        self.canvas.drawText(line)
        end = x + float(self.canvas.stringWidth(text, face, size))
        right = end if text[-1:] != " " else x + float(self.canvas.stringWidth(text.rstrip(" "), face, size))
        self.written.append(Written(self.page, (x, y - 0.21 * size, right, y + 0.73 * size), size, text))
        return end

    def link(self, element: Element, box: Box, anchor: str, says: str) -> None:
        """Let a place on this page lead to an anchor."""
        self.links.append(LinkArea(element=element, page=self.page, box=box, anchor=anchor, says=says))

    def end_page(self) -> None:
        """Go on to the next page."""
        self.canvas.showPage()
        self.page += 1
        self._next_number = 0

    def _place(self, element: Element) -> None:
        if not element.placed:
            element.placed = True
            self._stack[-1].kids.append(element)

    def _begin(self, operator: str) -> None:
        self._open = True
        self.canvas.addLiteral(operator)

    def _end(self) -> None:
        self._open = False
        self.canvas.addLiteral("EMC")


def _actual(element: Element) -> str:
    """The property that makes copying and searching find what is read, not what is drawn."""
    if not element.actual_text:
        return ""
    text = "\ufeff" + element.actual_text
    return f" /ActualText <{text.encode('utf-16-be').hex()}>"
