"""A passage with the found word in it drawn stronger: in one line around the word, or in several."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from app.ui.theme.theme import Theme

_AFTER = 24  # letters that stay behind the found word when the beginning is cut
_MORE = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """`before` is the app's, the words are the person's, `at` is what was found in them."""

    before: str = ""
    words: str = ""
    at: tuple[int, int] = (0, 0)
    strong: bool = False

    @property
    def pieces(self) -> tuple[tuple[str, str, int], ...]:
        """Each piece with its voice and weight; quoted where something stands before it."""
        start, end = self.at
        quoted = bool(self.before and self.words)
        mark = (
            "“" if quoted and self.words[0] != "“" else "",
            "”" if quoted and self.words[-1] != "”" else "",
        )
        said = f"{self.before}: " if self.before and self.words else self.before
        found = (
            (said, "body", 600 if self.strong else 400),
            (mark[0] + self.words[:start], "words_small", 400),
            (self.words[start:end], "words_small", 600),
            (self.words[end:] + mark[1], "words_small", 400),
        )
        return tuple(piece for piece in found if piece[0])


def in_one_line(passage: Passage, room: float, theme: Theme) -> Passage:
    """The passage cut at its ends until it fits, the found word still in view."""
    start, end = passage.at
    words = passage.words
    if _width(passage, theme) > room and start > 0:
        cut = _cut(passage, room, theme)
        words, start, end = _MORE + words[cut:], start - cut + 1, end - cut + 1
    shown = Passage(before=passage.before, words=words, at=(start, end), strong=passage.strong)
    while _width(shown, theme) > room and len(words) > end + 1:
        keep = max(end, round((len(words) - 1) * 0.92))
        words = words[:keep] + _MORE
        shown = Passage(before=passage.before, words=words, at=(start, end), strong=passage.strong)
        if len(words) <= end + 2:
            break
    return shown


def _cut(passage: Passage, room: float, theme: Theme) -> int:
    """Where the words may begin so that the found one and a little after it still fit."""
    start, end = passage.at
    places = [place + 1 for place in range(start) if passage.words[place] == " "]
    for place in places:
        words = _MORE + passage.words[place : end + _AFTER]
        at = (start - place + 1, end - place + 1)
        if _width(Passage(before=passage.before, words=words, at=at), theme) <= room:
            return place
    return start


def laid_out(passage: Passage, room: float, theme: Theme, *, lines: int = 1) -> QTextLayout:
    """The passage in lines of `room` px, at most so many."""
    text = "".join(piece for piece, _, _ in passage.pieces)
    layout = QTextLayout(text, theme.font("words_small"))
    option = QTextOption()
    wrap = QTextOption.WrapMode
    option.setWrapMode(wrap.WrapAtWordBoundaryOrAnywhere if lines > 1 else wrap.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(passage, theme))
    layout.beginLayout()
    height = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _formats(passage: Passage, theme: Theme) -> list[QTextLayout.FormatRange]:
    formats, at = [], 0
    for piece, voice, weight in passage.pieces:
        one = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setFont(theme.font(voice, weight=weight))
        one.start, one.length, one.format = at, len(piece), look
        formats.append(one)
        at += len(piece)
    return formats


def _width(passage: Passage, theme: Theme) -> float:
    return sum(
        QFontMetricsF(_font(voice, weight, theme)).horizontalAdvance(piece)
        for piece, voice, weight in passage.pieces
    )


def _font(voice: str, weight: int, theme: Theme) -> QFont:
    return theme.font(voice, weight=weight)
