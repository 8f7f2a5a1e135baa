"""Texts into lines: where they break, in which faces, and how they are drawn and tagged.

Lines are ragged right, never hyphenated, broken at spaces only; a word longer than a line is broken where
the line is full. All lengths are points.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from reportlab.pdfbase.pdfmetrics import stringWidth

from app.domain.derived.document import Run, Text, Voice
from app.domain.wording import Wording
from app.report import fonts
from app.report.outlines import Outlined, OutlinedLine, OutlinedRun, Outlines
from app.report.style import Type, face_of
from app.report.tagging import Element, Pen

_TOKENS = re.compile(r"\n| +|[^ \n]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line in one face. `reads`: what it says, where that is not what is drawn."""

    text: str
    face: str
    size: float
    width: float
    run: int
    reads: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `outlined` where it is drawn as outlines. `start`: its first character in the whole text."""

    parts: tuple[Part, ...]
    width: float
    start: int
    outlined: OutlinedLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text in lines of a width. `runs` are the text's, for the tags inside it."""

    lines: tuple[Line, ...]
    runs: Text
    type: Type
    wrappers: dict[int, Element] = field(default_factory=dict)  # shared by the pieces of a text cut in two

    @property
    def height(self) -> float:
        """All its lines, each with its leading."""
        return len(self.lines) * self.type.leading

    @property
    def width(self) -> float:
        """Of its longest line."""
        return max((line.width for line in self.lines), default=0.0)

    def cut(self, count: int) -> tuple["Layout", "Layout"]:
        """Its first lines, and the others."""
        return replace(self, lines=self.lines[:count]), replace(self, lines=self.lines[count:])


@dataclass(slots=True)
class Setter:
    """Sets texts for one document: its words, who outlines other scripts, and where its anchors are."""

    words: Wording
    outlines: Outlines | None = None
    pages: Mapping[str, int] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    _widths: dict[tuple[str, str], float] = field(default_factory=dict)

    def lay(self, text: Text, type_: Type, width: float) -> Layout:
        """Break a text into lines no wider than `width`."""
        runs = tuple(self._ready(run) for run in text)
        cut = [fonts.stretches(run.text, face_of(run)) for run in runs]
        shaped = any(stretch.shaped for each in cut for stretch in each)
        if shaped and self.outlines is not None:
            return self._outlined(runs, type_, width)
        self.missing.update(s.reads for each in cut for s in each if s.shaped)
        words = self._words(cut, runs, type_)
        return Layout(lines=tuple(_filled(words, width)), runs=runs, type=type_)

    def longest_word(self, text: Text, type_: Type) -> float:
        """How wide the widest word is that no line may break; 0 for what is drawn as outlines."""
        runs = tuple(self._ready(run) for run in text)
        cut = [fonts.stretches(run.text, face_of(run)) for run in runs]
        if self.outlines is not None and any(stretch.shaped for each in cut for stretch in each):
            return 0.0
        return max((sum(part.width for part in word) for word in self._words(cut, runs, type_)), default=0.0)

    def width(self, text: str, face: str, size: float) -> float:
        """How wide a text is in one face."""
        key = (text, face)
        if key not in self._widths:
            self._widths[key] = float(stringWidth(text, face, 1000))
        return self._widths[key] * size / 1000

    def _ready(self, run: Run) -> Run:
        """The run as it is printed: control characters gone, the page it points to filled in."""
        text = run.text
        if run.page_of:
            page = self.pages.get(run.page_of)
            further = self.words.say("page.further", "further on")
            text = text.replace("{page}", further if page is None else str(page))
        return replace(run, text=fonts.clean(text), page_of=run.page_of if run.page_of in self.pages else "")

    def _outlined(self, runs: Text, type_: Type, width: float) -> Layout:
        asked = tuple(
            OutlinedRun(text=r.text, serif=r.voice is Voice.WORDS, bold=r.bold, size=type_.size_of(r))
            for r in runs
        )
        drawn = self.outlines.outline(asked, width) if self.outlines else Outlined(lines=())
        self.missing.update(drawn.missing)
        lines = tuple(Line((), each.width, 0, each) for each in drawn.lines)
        return Layout(lines=lines, runs=runs, type=type_)

    def _words(self, cut: list[list[fonts.Stretch]], runs: Text, type_: Type) -> Iterator[list[Part]]:
        """The text word by word; spaces and line breaks are words of their own."""
        word: list[Part] = []
        for number, stretch in _numbered(cut):
            size = type_.size_of(runs[number])
            for token in _tokens(stretch):
                part = self._part(token, size, number)
                if part.text.isspace() and part.text[0] in " \n":
                    yield word
                    yield [part]
                    word = []
                else:
                    word.append(part)
        yield word

    def _part(self, stretch: fonts.Stretch, size: float, number: int) -> Part:
        width = 0.0 if stretch.text == "\n" else self.width(stretch.text, stretch.face, size)
        return Part(stretch.text, stretch.face, size, width, number, stretch.reads)


def _numbered(cut: list[list[fonts.Stretch]]) -> Iterator[tuple[int, fonts.Stretch]]:
    return ((number, stretch) for number, each in enumerate(cut) for stretch in each)


def _tokens(stretch: fonts.Stretch) -> Iterable[fonts.Stretch]:
    if stretch.reads:
        return (stretch,)
    return (fonts.Stretch(token, stretch.face) for token in _TOKENS.findall(stretch.text))


def _filled(words: Iterable[list[Part]], width: float) -> Iterator[Line]:
    """Lines as full as they go."""
    line: list[Part] = []
    used, start = 0.0, 0
    for word in words:
        for chunk in _chunks(word, width):
            wide = sum(part.width for part in chunk)
            if chunk[0].text == "\n":
                yield _line(line, start)
                start += _length(line) + 1
                line, used = [], 0.0
                continue
            if used + wide > width + 0.01 and line and not chunk[0].text.startswith(" "):
                yield _line(line, start)
                start += _length(line)
                line, used = [], 0.0
            line.extend(chunk)
            used += wide
    if line or not start:
        yield _ended(_line(line, start))


def _length(line: list[Part]) -> int:
    return sum(len(part.reads or part.text) for part in line)


def _line(parts: list[Part], start: int) -> Line:
    """A line with the pieces of one run and face joined; trailing spaces take no room."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if last and not part.reads and _alike(last, part):
            joined[-1] = replace(last, text=last.text + part.text, width=last.width + part.width)
        else:
            joined.append(part)
    trailing = parts[-1].width if parts and parts[-1].text.isspace() else 0.0
    return Line(tuple(joined), sum(part.width for part in joined) - trailing, start)


def _ended(line: Line) -> Line:
    """The last line with a space after it, so that who copies the text keeps paragraphs apart."""
    last = line.parts[-1] if line.parts else None
    if last is None or last.reads or last.text.endswith(" "):
        return line
    return replace(line, parts=(*line.parts[:-1], replace(last, text=f"{last.text} ")))


def _alike(one: Part, other: Part) -> bool:
    return not one.reads and (one.face, one.size, one.run) == (other.face, other.size, other.run)


def _chunks(word: list[Part], width: float) -> Iterator[list[Part]]:
    """The word, in pieces where it is longer than a line."""
    if not word:
        return
    if word[0].text.startswith((" ", "\n")) or sum(part.width for part in word) <= width:
        yield word
        return
    for part in word:
        yield from ([piece] for piece in _pieces(part, width))


@lru_cache(maxsize=4096)
def _letter_width(character: str, face: str) -> float:
    return float(stringWidth(character, face, 1000))


def _pieces(part: Part, width: float) -> Iterator[Part]:
    if part.reads or len(part.text) < 2 or part.width <= width:  # noqa: PLR2004 (one letter stays whole)
        yield part
        return
    start, used = 0, 0.0
    for place, character in enumerate(part.text):
        wide = _letter_width(character, part.face) * part.size / 1000
        if used + wide > width and place > start:
            yield replace(part, text=part.text[start:place], width=used)
            start, used = place, 0.0
        used += wide
    yield replace(part, text=part.text[start:], width=used)


def draw(pen: Pen, layout: Layout, left: float, top: float, element: Element) -> None:
    """Draw a laid-out text as the element's content."""
    for number, line in enumerate(layout.lines):
        draw_line(pen, layout, line, (left, top - layout.type.size - number * layout.type.leading), element)


def draw_right(pen: Pen, layout: Layout, right: float, top: float, element: Element) -> None:
    """The same, its lines ending at `right`."""
    for number, line in enumerate(layout.lines):
        baseline = top - layout.type.size - number * layout.type.leading
        draw_line(pen, layout, line, (right - line.width, baseline), element)


def draw_line(pen: Pen, layout: Layout, line: Line, at: tuple[float, float], element: Element) -> None:
    """Draw one line from a point on its baseline."""
    if line.outlined is not None:
        with pen.inside(element), pen.mark(Element(kind="Span", actual_text=line.outlined.text)):
            _draw_outlined(pen, line.outlined, at, layout.type.size)
        return
    x, baseline = at
    with pen.inside(element):
        for run, parts in groupby(line.parts, key=attrgetter("run")):
            inner = _wrapper(layout, run)
            start, x = x, _draw_run(pen, list(parts), (x, baseline), inner or element)
            if inner is not None and inner.kind == "Link":
                box = (start, baseline - 3, x, baseline + layout.type.size)
                pen.link(inner, box, layout.runs[run].page_of, layout.runs[run].text.strip())


def _draw_run(pen: Pen, parts: list[Part], at: tuple[float, float], element: Element) -> float:
    """Draw the parts of one run; what reads otherwise than it looks becomes a Span of its own."""
    x, baseline = at
    for part in parts:
        if part.reads:
            with pen.inside(element), pen.mark(Element(kind="Span", actual_text=part.reads)):
                x = pen.write(x, baseline, part.text, part.face, part.size)
        else:
            with pen.mark(element):
                x = pen.write(x, baseline, part.text, part.face, part.size)
    return x


def _wrapper(layout: Layout, number: int) -> Element | None:
    """The element a run stands in inside its paragraph, the same on all its lines."""
    run = layout.runs[number]
    kind = "Link" if run.page_of else "Quote" if run.quoted else "Span" if run.language else ""
    if kind and number not in layout.wrappers:
        layout.wrappers[number] = Element(kind=kind, language=run.language)
    return layout.wrappers.get(number)


def _draw_outlined(pen: Pen, line: OutlinedLine, at: tuple[float, float], size: float) -> None:
    """Fill the outlines; one unseen space holds the place of the text for finding and copying it."""
    x, baseline = at
    for operator, numbers in line.steps:
        moved = (n + (baseline if place % 2 else x) for place, n in enumerate(numbers))
        pen.canvas.addLiteral(" ".join(f"{n:.2f}" for n in moved) + f" {operator}")
    if line.steps:
        pen.canvas.addLiteral("f")
    pen.canvas.saveState()
    unseen = pen.canvas.beginText(x, baseline)
    unseen.setFont(fonts.SANS, size)
    unseen.setTextRenderMode(3)
    unseen.textOut("\u2003")
    pen.canvas.drawText(unseen)
    pen.canvas.restoreState()
