"""The bundled typefaces, and the guard that no character is lost on the way to paper (document.md 10.5).

ReportLab drops a character its font lacks without a word, and cannot set right-to-left, Indic or combining
text. So every string is walked first and cut into stretches that can be drawn.
"""

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream
from reportlab.pdfbase.ttfonts import TTFont

SANS, SANS_BOLD = "Inter-Regular", "Inter-Bold"
SERIF, SERIF_BOLD = "Literata-Regular", "Literata-SemiBold"
SYMBOLS, EMOJI = "DejaVuSans", "NotoEmoji-Regular"
FACES = (SANS, SANS_BOLD, SERIF, SERIF_BOLD, SYMBOLS, EMOJI)
BOX = "\u25a1"  # stands for what no font has; DejaVu has it

_FALLBACKS = {
    SANS: (SERIF, SYMBOLS, EMOJI),
    SANS_BOLD: (SERIF_BOLD, SYMBOLS, EMOJI),
    SERIF: (SANS, SYMBOLS, EMOJI),
    SERIF_BOLD: (SANS_BOLD, SYMBOLS, EMOJI),
}
# Scripts whose letters join, reorder or run from the right: a font alone does not place them.
_SHAPED = re.compile(
    "[\u0590-\u109f\u1780-\u18af\u1900-\u1c7f\u1cc0-\u1cff\ua800-\uaaff\uabc0-\uabff"
    "\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00011fff\U0001e800-\U0001efff]"
)
# An emoji and what changes it: a variation sign, a skin tone, a joiner and the next one.
_JOINER, _TONES = "\u200d", re.compile("[\U0001f3fb-\U0001f3ff]")
_MARKS = {"Mn", "Me", "Mc"}
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text drawn in one face. `reads`: what it says, where that is not what is drawn."""

    text: str
    face: str
    reads: str = ""
    shaped: bool = False  # would be right only as outlines


class EmbeddedFont(TTFont):
    """A TrueType font whose text can be copied out again.

    ReportLab 5.1 writes a table of characters that gives code points above U+FFFF five digits (so an emoji
    copies out as another letter), maps unused codes to U+0000 (PDF/UA-1, 7.21.7) and puts more than 100
    entries into one block.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802 (ReportLab's name)
        """Add the font to the document, with a right table of characters."""
        subsets = self.state[doc].subsets
        before = set(doc.idToObject)
        super().addObjects(doc)
        tables = [name for name in doc.idToObject if name not in before and name.startswith("toUnicodeCMap:")]
        for name, subset in zip(tables, subsets, strict=True):
            stream = doc.idToObject[name]
            if isinstance(stream, PDFStream):
                stream.content = _character_table(subset)


def _character_table(subset: list[int]) -> str:
    """Which character each code of a subset stands for (ISO 32000-1, 9.10.3)."""
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point >= ord(" ")
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for first in range(0, len(entries), 100):
        block = entries[first : first + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"])


@lru_cache(maxsize=1)
def register() -> dict[str, frozenset[str]]:
    """Make the faces known to ReportLab; returns the characters each can draw by itself."""
    return {face: _register(face) for face in FACES}


def _register(face: str) -> frozenset[str]:
    data = (resources.files("resources") / "fonts" / f"{face}.ttf").read_bytes()
    font = EmbeddedFont(face, io.BytesIO(data), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return frozenset({"\n", *filter(_stands_alone, map(chr, font.face.charToGlyph))})


def _stands_alone(character: str) -> bool:
    if unicodedata.category(character) in _MARKS | {"Cf", "Cc", "Cs", "Co", "Cn"}:
        return False
    return not _SHAPED.match(character)


def clean(text: str) -> str:
    """A person's text as it may stand in a page: line breaks are kept, other control characters dropped."""
    return _DROPPED.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


def name_of(character: str) -> str:
    """What a character is called, for telling the person that it can't be printed."""
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def stretches(text: str, face: str) -> list[Stretch]:
    """Cut a text into what can be drawn. Nothing of it is lost: joined, the stretches read as the text."""
    if register()[face].issuperset(text):
        return [Stretch(text, face)]
    found: list[Stretch] = []
    for cluster in _clusters(text):
        stretch = _drawable(cluster, face)
        if found and not stretch.reads and not found[-1].reads and found[-1].face == stretch.face:
            found[-1] = Stretch(found[-1].text + stretch.text, stretch.face)
        else:
            found.append(stretch)
    return found


def _clusters(text: str) -> Iterator[str]:
    """A character with all that changes or joins it."""
    start = 0
    for place in range(1, len(text)):
        if not _joins(text[place - 1], text[place]):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _joins(before: str, character: str) -> bool:
    if character in " \n" or before in " \n":
        return False
    kind = unicodedata.category(character)
    return kind in _MARKS or kind == "Cf" or before == _JOINER or bool(_TONES.match(character))


def _drawable(cluster: str, face: str) -> Stretch:
    """How a cluster is drawn; the box where no face can."""
    seen = "".join(c for c in cluster if unicodedata.category(c) != "Cf" and not "\ufe00" <= c <= "\ufe0f")
    drawn = unicodedata.normalize("NFC", seen)
    if drawn and _is_emoji(drawn):
        drawn = _TONES.sub("", drawn) or drawn
    for candidate in (face, *_FALLBACKS.get(face, ())):
        if register()[candidate].issuperset(drawn):
            return Stretch(drawn, candidate, "" if drawn == cluster else cluster)
    return Stretch(BOX, SYMBOLS, cluster, shaped=True)


def _is_emoji(text: str) -> bool:
    return text[0] in register()[EMOJI] and text[0] not in register()[SANS]
