"""The bundled typefaces, loaded once for the application."""

from collections.abc import Iterator
from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from app.ui.theme.tokens import Faces, TypeStyle

_PER_CENT = 100


def load() -> tuple[str, ...]:
    """Add every bundled font file to the application; return the families that came with them."""
    families: list[str] = []
    for data in _font_files():
        number = QFontDatabase.addApplicationFontFromData(QByteArray(data))
        families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))


def _font_files() -> Iterator[bytes]:
    folder = files("resources") / "fonts"
    if folder.is_dir():
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".ttf"):
                yield file.read_bytes()


def make(faces: Faces, style: TypeStyle, px: int, *, weight: int | None = None) -> QFont:
    """Make the font of one step of the type scale, ``px`` high.

    Figures are tabular in the sans, so that doses stand under each other.
    """
    font = QFont()
    font.setFamilies(list(getattr(faces, style.face)))
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight or style.weight))
    if style.face == "sans":
        font.setFeature(QFont.Tag("tnum"), 1)
    font.setWordSpacing(px * style.apart)
    if style.track:
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _PER_CENT * (1 + style.track))
    return font
