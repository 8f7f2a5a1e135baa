"""The recovery key on paper or in a file: the key, the date, and what it can do."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter

from app.i18n import Words
from app.services.papers import save_text
from app.ui.theme import theme as themes

_POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPaper:
    """What goes on the paper. ``name`` is empty unless the person ticked it."""

    lines: tuple[str, ...]
    day: str
    name: str = ""

    def text(self, words: Words) -> str:
        """Return the whole paper as plain words."""
        rows = [f"{number}  {line}" for number, line in enumerate(self.lines, 1)]
        heading = words.say("paper.title", "Recovery key for a Told Once journal")
        parts = [heading, *([self.name] if self.name else []), self.day, "", *rows, "", warning(words)]
        return "\n".join(parts) + "\n"


def warning(words: Words) -> str:
    """Return the sentence that stands under every key."""
    return words.say("paper.warning", "Anyone with this key and the journal’s file can read it.")


def save(path: Path, paper: KeyPaper, words: Words) -> None:
    """Write the paper to a file that only this person can read. Raises what `save_text` raises."""
    save_text(path, paper.text(words))


def draw(device: QPagedPaintDevice, paper: KeyPaper, words: Words) -> None:
    """Draw the paper on one page."""
    device.setPageMargins(QMarginsF(25, 25, 25, 25), QPageLayout.Unit.Millimeter)
    painter = QPainter(device)
    dots = device.logicalDpiX() / _POINTS_PER_INCH
    width = device.pageLayout().paintRectPixels(device.logicalDpiX()).width()
    page = _Pen(painter, dots, QSizeF(width, 0))
    page.write(words.say("paper.title", "Recovery key for a Told Once journal"), "title", 34)
    for line in (paper.name, paper.day):
        if line:
            page.write(line, "body", 24)
    page.y += 24 * dots
    for number, line in enumerate(paper.lines, 1):
        page.write(f"{number}   {line}", "key", 44)
    page.y += 24 * dots
    page.write(warning(words), "body", 60)
    painter.end()


class _Pen:
    """Writes lines below each other."""

    def __init__(self, painter: QPainter, dots: float, size: QSizeF) -> None:
        self._painter = painter
        self._dots = dots
        self._size = size
        self.y = 0.0

    def write(self, text: str, style: str, height: float) -> None:
        theme = themes.current()
        font = theme.font(style)
        font.setPixelSize(round(theme.tokens.styles[style].px * self._dots * 0.8))
        self._painter.setFont(font)
        box = QRectF(0, self.y, self._size.width(), height * self._dots)
        self._painter.drawText(box, int(Qt.TextFlag.TextWordWrap.value), text)
        self.y += height * self._dots
