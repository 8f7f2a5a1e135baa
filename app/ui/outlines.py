"""Text in any script as outlines for paper, shaped and broken into lines by Qt (document.md 10.5).

What no font at hand has is drawn as a box and named. Fonts and layouts live no longer than one call: Qt keeps
its fonts for each thread apart, so a document may be drawn in a worker.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QGlyphRun,
    QPainterPath,
    QRawFont,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.services.outlines import Outlined, OutlinedLine, OutlinedRun, Step
from app.ui.outline_fonts import EMOJI, PX, OutlineFonts, clusters, is_seen

BOX = "\u25a1"
_Shape = tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
_MOVE = QPainterPath.ElementType.MoveToElement
_LINE = QPainterPath.ElementType.LineToElement


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a paragraph in one font. `drawn` has as many characters as what was typed."""

    run: OutlinedRun
    family: str
    drawn: str
    missing: tuple[str, ...] = ()


class _Shapes:
    """Outlines of glyphs in units of their font, each taken from it once.

    Taken at any other size, Qt rounds them differently after other text was drawn (seen: by a 64th of a
    pixel), and the same document would not give the same bytes.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, int], _Shape] = {}

    def steps(self, line: QTextLine) -> Iterator[Step]:
        """A line's outlines, in points from its left edge and baseline, y upward; glyphs at whole pixels."""
        for run in line.glyphRuns():
            yield from self._run(run, line.ascent())

    def _run(self, run: QGlyphRun, ascent: float) -> Iterator[Step]:
        font = run.rawFont()
        face, unit = (font.familyName(), font.styleName()), font.pixelSize() / font.unitsPerEm() / PX
        for glyph, at in zip(run.glyphIndexes(), run.positions(), strict=True):
            key = (*face, glyph)
            if key not in self._known:
                self._known[key] = tuple(_shape(_in_units(font).pathForGlyph(glyph)))
            x, y = round(at.x()) / PX, round(ascent - at.y()) / PX
            for operator, places in self._known[key]:
                yield operator, tuple(n for dx, dy in places for n in (x + dx * unit, y + dy * unit))


def _in_units(font: QRawFont) -> QRawFont:
    """The font so large that a pixel is one of the units its glyphs were drawn in."""
    found = QRawFont(font)
    found.setPixelSize(font.unitsPerEm())
    return found


class QtOutlines:
    """Outlines of any script; may serve any thread. Keeps names and outlines, no fonts."""

    def __init__(self) -> None:
        self._homes: dict[tuple[str, str], str] = {}
        self._shapes = _Shapes()

    def outline(self, runs: tuple[OutlinedRun, ...], width: float) -> Outlined:
        """The paragraph in lines no wider than `width` points; a line break in it ends a line."""
        lines: list[OutlinedLine] = []
        missing: dict[str, None] = {}
        for paragraph in _paragraphs(runs):
            text = "".join(run.text for run in paragraph)
            fonts = OutlineFonts(self._homes, text)
            pieces = _joined(_pieces(paragraph, fonts))
            missing.update((character, None) for piece in pieces for character in piece.missing)
            lines += _lines(text, pieces, fonts, self._shapes, width)
        return Outlined(lines=tuple(lines), missing=tuple(missing))


def _paragraphs(runs: tuple[OutlinedRun, ...]) -> Iterator[tuple[OutlinedRun, ...]]:
    """The runs between line breaks."""
    here: list[OutlinedRun] = []
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                yield tuple(here)
                here = []
            here.append(replace(run, text=text))
    yield tuple(here)


def _pieces(paragraph: tuple[OutlinedRun, ...], fonts: OutlineFonts) -> Iterator[_Piece]:
    """Every cluster with the family that draws it; spaces stay with what stands before, but for pictures."""
    for run in paragraph:
        before = fonts.first(run)
        for cluster in clusters(run.text):
            if not any(map(is_seen, cluster)):
                yield _Piece(run, before, cluster)
                continue
            for piece in _drawable(run, cluster, fonts):
                before = fonts.first(run) if piece.family == EMOJI else piece.family
                yield piece


def _drawable(run: OutlinedRun, cluster: str, fonts: OutlineFonts) -> Iterator[_Piece]:
    """The cluster in one font, or its characters each in one; a box where none has it."""
    family = fonts.family(run, cluster)
    if family:
        yield _Piece(run, family, cluster)
        return
    for character in cluster:
        family = fonts.family(run, character)
        if family or not is_seen(character):
            yield _Piece(run, family or fonts.first(run), character)
        else:
            yield _Piece(run, fonts.family(run, BOX), BOX, (character,))


def _joined(pieces: Iterator[_Piece]) -> list[_Piece]:
    """Neighbours of one font as one piece: letters join only inside a piece."""
    found: list[_Piece] = []
    for (run, family), same in groupby(pieces, key=attrgetter("run", "family")):
        each = list(same)
        missing = tuple(character for piece in each for character in piece.missing)
        found.append(_Piece(run, family, "".join(piece.drawn for piece in each), missing))
    return found


def _lines(
    text: str, pieces: list[_Piece], fonts: OutlineFonts, shapes: _Shapes, width: float
) -> Iterator[OutlinedLine]:
    """A paragraph in lines; the last one ends with a space, so that copied paragraphs stay apart."""
    if not pieces:
        yield OutlinedLine(text=" ", width=0.0, steps=())
        return
    from_right = _from_right(text)
    layout = QTextLayout(
        "".join(piece.drawn for piece in pieces), fonts.font(pieces[0].run, pieces[0].family)
    )
    layout.setTextOption(_option(from_right=from_right))
    layout.setFormats(_formats(pieces, fonts))
    points = _points(text, pieces)
    for line in _broken(layout, width):
        said = text[points[line.textStart()] : points[line.textStart() + line.textLength()]]
        ends = line.textStart() + line.textLength() == len(points) - 1 and not said.endswith(" ")
        yield OutlinedLine(
            text=f"{said} " if ends else said,
            width=width if from_right else min(line.naturalTextWidth() / PX, width),
            steps=tuple(shapes.steps(line)),
        )


def _from_right(text: str) -> bool:
    """Whether the first letter with a direction runs from the right (Unicode Annex 9, rules P2 and P3)."""
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind for kind in strong if kind in {"L", "R", "AL"}), "L") != "L"


def _option(*, from_right: bool) -> QTextOption:
    """Lines broken at words, inside one only where it is longer than a line."""
    option = QTextOption(
        Qt.AlignmentFlag.AlignAbsolute
        | (Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft)
    )
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setFlags(QTextOption.Flag.DisableEmojiParsing)
    option.setUseDesignMetrics(True)
    return option


def _formats(pieces: list[_Piece], fonts: OutlineFonts) -> list[QTextLayout.FormatRange]:
    found: list[QTextLayout.FormatRange] = []
    start = 0
    for piece in pieces:
        dress = QTextCharFormat()
        dress.setFont(fonts.font(piece.run, piece.family))
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, _units(piece.drawn), dress
        start += each.length
        found.append(each)
    return found


def _units(text: str) -> int:
    """How long Qt takes a text to be: in units of UTF-16."""
    return len(text) + sum(character > "\uffff" for character in text)


def _points(text: str, pieces: list[_Piece]) -> list[int]:
    """For every unit of UTF-16 of what is drawn, and for the end, the character of the text it stands for."""
    drawn = "".join(piece.drawn for piece in pieces)
    points = [place for place, character in enumerate(drawn) for _ in range(_units(character))]
    return [*points, len(text)]


def _broken(layout: QTextLayout, width: float) -> list[QTextLine]:
    found: list[QTextLine] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width * PX)
        line.setPosition(QPointF(0, 0))
        found.append(line)
        line = layout.createLine()
    layout.endLayout()
    return found


def _shape(path: QPainterPath) -> Iterator[tuple[str, tuple[tuple[float, float], ...]]]:
    """A glyph's outline from its own place, y upward; a curve's element is followed by its two others."""
    curve: list[tuple[float, float]] = []
    for number in range(path.elementCount()):
        element = path.elementAt(number)
        place = (element.x, -element.y)
        if element.type in {_MOVE, _LINE}:
            yield ("m" if element.type == _MOVE else "l"), (place,)
            continue
        curve.append(place)
        if len(curve) == 3:  # noqa: PLR2004 (two handles and the end)
            yield "c", tuple(curve)
            curve = []
