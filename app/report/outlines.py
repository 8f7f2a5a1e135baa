"""Glyph outlines for scripts ReportLab cannot set: right-to-left, Indic, Thai, Chinese, Japanese, Korean.

The report has no Qt; whoever can shape such text implements `Outlines` and is passed in.
"""

from dataclasses import dataclass
from typing import Protocol

Step = tuple[str, tuple[float, ...]]  # "m" x y, "l" x y, "c" x1 y1 x2 y2 x3 y3: as PDF's own operators


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedRun:
    """A stretch of a paragraph in one typeface; `size` in points."""

    text: str
    serif: bool
    bold: bool
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedLine:
    """One line of a paragraph, broken to the width asked for.

    `steps` are in points from the line's left edge and baseline, y upward; a right-to-left line stands at
    the right already. `text` is what the line says, in reading order.
    """

    text: str
    width: float
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """A paragraph as outlines, and the characters no font at hand has."""

    lines: tuple[OutlinedLine, ...]
    missing: tuple[str, ...] = ()


class Outlines(Protocol):
    """Whoever can shape any script."""

    def outline(self, runs: tuple[OutlinedRun, ...], width: float) -> Outlined:
        """The paragraph in lines no wider than `width` points."""
