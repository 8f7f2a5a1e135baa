"""Which font draws which characters on paper: the bundled ones first, then those of the system.

Qt would choose by itself, but takes coloured emoji, which have no outlines, and does not say what it could
not find. So every cluster of characters is given a font by name before anything is laid out.
"""

import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from app.services.outlines import OutlinedRun

EMOJI = "Noto Emoji"
_SANS = ("Inter", "Literata", "DejaVu Sans", EMOJI)
_SERIF = ("Literata", "Inter", "DejaVu Sans", EMOJI)
PX = 20  # pixels to the point: outlines are exact then, and line widths to a hundredth of a point
# A flag, a key cap, or a picture with what changes and joins it (Unicode Technical Standard 51).
_PICTURE = "[\u203c-\u3299\U0001f000-\U0001fbff]"
_PICTURES = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    f"|{_PICTURE}(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d{_PICTURE})*"
)
_MARKS = {"Mn", "Me", "Mc"}
_UNSEEN = {"Cf", "Cc", "Zs", "Zl", "Zp"}
_SELECTORS = re.compile("[\u180b-\u180d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# The first word of a character's name, where Qt calls its writing system otherwise.
_HAN, _KANA, _HANGUL = "SimplifiedChinese", "Japanese", "Korean"
_SYSTEMS = {"Cjk": _HAN, "Hiragana": _KANA, "Katakana": _KANA, "Hangul": _HANGUL}
_REGIONS = {_HAN: " SC", _KANA: " JP", _HANGUL: " KR"}
_SPECIAL = re.compile(r"mono|condensed|narrow|light|thin|black|bold|serif|nastaliq|kufi", re.IGNORECASE)
_BOXES_ONLY = re.compile(r"last ?resort", re.IGNORECASE)


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that need one font: a character with all that changes or joins it."""
    place = 0
    while place < len(text):
        picture = _PICTURES.match(text, place)
        end = picture.end() if picture else place + 1
        while end < len(text) and _belongs_to_before(text[end]):
            end += 1
        yield text[place:end]
        place = end


def _belongs_to_before(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in _MARKS or (kind == "Cf" and character != "\u00ad")


def is_seen(character: str) -> bool:
    """Whether a character needs ink, or is one that only changes others, parts words or sets direction."""
    return unicodedata.category(character) not in _UNSEEN and not _SELECTORS.match(character)


class OutlineFonts:
    """Finds and makes the fonts of one paragraph; to be made and dropped in one thread.

    ``homes`` remembers for later paragraphs which family has a cluster: names only, no fonts.
    """

    def __init__(self, homes: dict[tuple[str, str], str], text: str) -> None:
        self._homes = homes
        self._raw: dict[tuple[OutlinedRun, str], QRawFont] = {}
        self._text = text

    def font(self, run: OutlinedRun, family: str) -> QFont:
        """The family in the run's weight and size, and nothing in place of what it lacks."""
        font = QFont(family)
        font.setPixelSize(max(round(run.size * PX), 1))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        if run.bold:
            font.setWeight(QFont.Weight.DemiBold if run.serif else QFont.Weight.Bold)
        return font

    def first(self, run: OutlinedRun) -> str:
        """The family a run is set in where nothing speaks against it."""
        return _bundled(run)[0]

    def family(self, run: OutlinedRun, cluster: str) -> str:
        """The first family that draws the cluster; "" where no font at hand does."""
        key = (cluster, f"{run.serif} {run.bold}")
        if key not in self._homes:
            voice = OutlinedRun(text="", serif=run.serif, bold=run.bold, size=run.size)
            self._homes[key] = next(self._with(voice, cluster), "")
        return self._homes[key]

    def _with(self, run: OutlinedRun, cluster: str) -> Iterator[str]:
        own = _bundled(run)
        if len(cluster) > 1 and _PICTURES.match(cluster):
            own = (EMOJI, *own)
        yield from (family for family in own if self._has(run, family, cluster))
        for family in _of_the_system(cluster, self._text):
            if self._has(run, family, cluster) and self._inks(run, family, cluster):
                yield family

    def _has(self, run: OutlinedRun, family: str, cluster: str) -> bool:
        """Whether the family has the cluster as it is typed, or put together or taken apart.

        A character for private use is whatever each font likes: none has it.
        """
        if any(unicodedata.category(character) == "Co" for character in cluster):
            return False
        raw = self._loaded(run, family)
        forms = dict.fromkeys((cluster, *(unicodedata.normalize(form, cluster) for form in ("NFC", "NFD"))))
        return any(all(raw.supportsCharacter(ord(c)) for c in form if is_seen(c)) for form in forms)

    def _inks(self, run: OutlinedRun, family: str, cluster: str) -> bool:
        """Whether its glyphs are outlines, not coloured pictures."""
        raw = self._loaded(run, family)
        return any(raw.pathForGlyph(glyph).elementCount() for glyph in raw.glyphIndexesForString(cluster))

    def _loaded(self, run: OutlinedRun, family: str) -> QRawFont:
        if (run, family) not in self._raw:
            self._raw[run, family] = QRawFont.fromFont(self.font(run, family))
        return self._raw[run, family]


def _bundled(run: OutlinedRun) -> tuple[str, ...]:
    return _SERIF if run.serif else _SANS


def _of_the_system(cluster: str, text: str) -> Iterator[str]:
    """Families to ask, likely ones first: those for the writing system, of plain style."""
    system = _writing_system(cluster, text)
    likely = QFontDatabase.families(QFontDatabase.WritingSystem[system]) if system else []
    region = _REGIONS.get(system, "")

    def unlikely(family: str) -> tuple[bool, bool, str]:
        return bool(_SPECIAL.search(family)), not family.endswith(region), family

    others = sorted(set(QFontDatabase.families()) - set(likely))
    for family in (*sorted(likely, key=unlikely), *others):
        if not _BOXES_ONLY.search(family):
            yield family


def _writing_system(cluster: str, text: str) -> str:
    """Qt's name for what a cluster is written in; Chinese signs are Japanese or Korean among such letters."""
    word = unicodedata.name(cluster[0], "").partition(" ")[0].title()
    system = _SYSTEMS.get(word, word)
    if system == _HAN:
        near = (unicodedata.name(c, "").partition(" ")[0] for c in text if "\u3041" <= c <= "\ud7ff")
        kinds = set(near)
        system = _KANA if kinds & {"HIRAGANA", "KATAKANA"} else _HANGUL if "HANGUL" in kinds else _HAN
    return system if system in QFontDatabase.WritingSystem.__members__ else ""
