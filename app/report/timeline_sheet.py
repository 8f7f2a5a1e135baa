"""Where each zone of the timeline stands on paper, and how texts are set there (document.md 8).

Lengths are points. `down` is measured from the figure's top edge; y grows upward, as on the page.
"""

from dataclasses import dataclass, field
from datetime import date

from app.domain.derived.document import Run
from app.domain.derived.timeline_geometry import Panel, TimelinePicture
from app.report import style
from app.report.chart_signs import Area, span
from app.report.style import Type
from app.report.tagging import Element, Pen
from app.report.typesetting import Layout, Setter, draw

LABEL_RIGHT = 111.0
LEFT_FIELD = (116.0, 289.0)
RIGHT_FIELD = (306.0, 454.0)
ONE_FIELD = (116.0, 454.0)

HEADS = 27.0
EVENTS = 45.0
LANE = 13.5
NOW_HEAD = 15.0
SYMPTOMS_HEAD = 18.0
SYMPTOM, BETWEEN_SYMPTOMS = 35.0, 9.5
DAYS = 25.0
NO_NOTES = 15.0
STOPPED_HEAD = 17.0
ZONE_GAP = 5.0  # a rule and a little air between zones
FOOT = 2.0

LABEL = Type(size=8.5, leading=10.5, small=8.0)
FIGURES = Type(size=8.0, leading=10.0)
HEADING = Type(size=9.5, leading=12.0)
ELLIPSIS = "…"
_LEAST_CUT = 0.5  # of the room


@dataclass(frozen=True, slots=True)
class Field:
    """A panel between two x of the sheet."""

    panel: Panel
    left: float
    right: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    def at(self, share: float) -> float:
        """A share of the panel's width as an x."""
        return self.left + share * self.width

    def middle_of(self, day: date) -> float:
        """The middle of a day as an x."""
        return self.at(self.panel.middle_of(day))

    def extent(self, first: date, last: date) -> tuple[float, float] | None:
        """From where to where some days lie, cut at the edges; None if outside."""
        shares = self.panel.extent(first, last)
        return (self.at(shares[0]), self.at(shares[1])) if shares else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How far down each zone begins; a zone with nothing in it is as high as nothing."""

    axis: float
    visits: float
    now: float
    symptoms: float
    days: float
    no_notes: float
    stopped: float
    foot: float
    rules: tuple[float, ...]


def plan_of(picture: TimelinePicture) -> Plan:
    """Stack the zones that have something in them."""
    rules: list[float] = []
    visits = HEADS + (EVENTS if picture.events else 0.0)
    down = visits + LANE * len(picture.visits)
    now = down = _ruled(down, rules, follows=bool(picture.now))
    down += NOW_HEAD + LANE * len(picture.now) if picture.now else 0.0
    rated = bool(picture.symptoms or picture.days)
    symptoms = down = _ruled(down, rules, follows=rated)
    days = symptoms + SYMPTOMS_HEAD + (SYMPTOM + BETWEEN_SYMPTOMS) * len(picture.symptoms)
    no_notes = days + (DAYS + BETWEEN_SYMPTOMS) * len(picture.days) - BETWEEN_SYMPTOMS
    down = no_notes + (NO_NOTES if picture.gaps else 3.0) if rated else down
    stopped = down = _ruled(down, rules, follows=bool(picture.stopped), gap=FOOT)
    down += STOPPED_HEAD + LANE * len(picture.stopped) if picture.stopped else 0.0
    return Plan(
        axis=HEADS,
        visits=visits,
        now=now,
        symptoms=symptoms,
        days=days,
        no_notes=no_notes,
        stopped=stopped,
        foot=down + FOOT,
        rules=tuple(rules),
    )


def _ruled(down: float, rules: list[float], *, follows: bool, gap: float = ZONE_GAP) -> float:
    """The next zone's top, under a rule if there is one."""
    if not follows:
        return down
    rules.append(down + gap / 2)
    return down + gap


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A picture at a place on a page, with the pen it is drawn with."""

    pen: Pen
    setter: Setter
    picture: TimelinePicture
    left: float
    top: float
    plan: Plan
    figure: Element
    drawn: list[Area] = field(default_factory=list)  # bars and marks, for those who check the page

    @property
    def fields(self) -> tuple[Field, ...]:
        """The panels where they stand."""
        places = (LEFT_FIELD, RIGHT_FIELD) if len(self.picture.panels) > 1 else (ONE_FIELD,)
        return tuple(
            Field(panel, self.left + left, self.left + right)
            for panel, (left, right) in zip(self.picture.panels, places, strict=True)
        )

    @property
    def stopped_field(self) -> Field:
        """Stopped treatments stand in the left field; their reasons are beside it."""
        return Field(self.picture.panels[0], self.left + LEFT_FIELD[0], self.left + LEFT_FIELD[1])

    def y(self, down: float) -> float:
        """A height on the page."""
        return self.top - down

    def x(self, right: float) -> float:
        """A place across the page."""
        return self.left + right


def one_line(setter: Setter, text: str, type_: Type, room: float, *, bold: bool = False) -> Layout:
    """A text in one line; too wide, it is cut at a word and ends in an ellipsis.

    Where a cut at a word would leave less than half a line, it is cut inside the word.
    """
    clean = " ".join(text.split("\n"))
    layout = _laid(setter, clean, type_, room, bold=bold)
    if len(layout.lines) <= 1:
        return layout
    words = clean.split(" ")
    for count in range(len(words) - 1, 0, -1):
        shorter = _laid(setter, _ended(" ".join(words[:count])), type_, room, bold=bold)
        if len(shorter.lines) == 1 and shorter.width >= room * _LEAST_CUT:
            return shorter
    return _cut_inside(setter, clean, type_, room, bold=bold)


def _cut_inside(setter: Setter, text: str, type_: Type, room: float, *, bold: bool) -> Layout:
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = len(_laid(setter, _ended(text[:middle]), type_, room, bold=bold).lines) == 1
        low, high = (middle, high) if fits else (low, middle - 1)
    return _laid(setter, _ended(text[:low]), type_, room, bold=bold).cut(1)[0]


def _laid(setter: Setter, text: str, type_: Type, room: float, *, bold: bool) -> Layout:
    return setter.lay((Run(text=text, bold=bold),), type_, room)


def _ended(text: str) -> str:
    return text.rstrip(" ,;:") + ELLIPSIS


def put(sheet: Sheet, layout: Layout, x: float, baseline: float, element: Element | None = None) -> None:
    """Draw one line with its left end on a baseline."""
    draw(sheet.pen, layout, x, baseline + layout.type.size, element or sheet.figure)


def put_left_of(sheet: Sheet, layout: Layout, right: float, baseline: float) -> None:
    """Draw one line with its right end on a baseline."""
    put(sheet, layout, right - layout.width, baseline)


def text_at(sheet: Sheet, text: str, x: float, baseline: float, type_: Type = LABEL) -> Layout:
    """Set and draw a short text at a place."""
    layout = one_line(sheet.setter, text, type_, style.TEXT_WIDTH)
    put(sheet, layout, x, baseline)
    return layout


def heading_at(sheet: Sheet, text: str, x: float, baseline: float) -> None:
    """Set and draw a zone's heading."""
    put(sheet, one_line(sheet.setter, text, HEADING, style.TEXT_WIDTH, bold=True), x, baseline)


def draw_span(sheet: Sheet, field: Field, first: date, last: date, y: float) -> None:
    """A date that is not exact is a bar over its whole span."""
    extent = field.extent(first, last)
    if first != last and extent is not None:
        span(sheet.pen.canvas, *extent, y)
