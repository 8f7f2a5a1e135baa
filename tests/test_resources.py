"""What ships beside the code: every file is the one that was looked at, and may be shipped."""

import hashlib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

RESOURCES = Path(__file__).parent.parent / "resources"
FONTS = {
    "AtkinsonHyperlegibleMono-SemiBold.ttf": (
        "e386f6230712396dd167c3598712ffb6cc29ffdb89f657b4ecc191b3ca16a3e6"
    ),
    "AtkinsonHyperlegibleNext-Bold.ttf": ("4ba7415b7095e546720446b6d47daa95d6f482d9fd40c729793e21d67cc9f366"),
    "AtkinsonHyperlegibleNext-Italic.ttf": (
        "b3afbc14be6529a2bc8a84981fa70805623cdfe17bcb825bc8282c1b99440360"
    ),
    "AtkinsonHyperlegibleNext-Medium.ttf": (
        "37e5e7fbcb98af0cd70471fa50d87fc1b30971ec090b9e6183caabdbd9fb05c0"
    ),
    "AtkinsonHyperlegibleNext-Regular.ttf": (
        "60f8c1a1b2e7da47ff7af95c3e5b5b1232ca5b3771e93eb587784f08fb1e6650"
    ),
    "AtkinsonHyperlegibleNext-SemiBold.ttf": (
        "896483629d2c885e6786284a65b07e85ef1a56ed56945e34194ccd579d5bdad6"
    ),
    "DejaVuSans.ttf": ("7da195a74c55bef988d0d48f9508bd5d849425c1770dba5d7bfc6ce9ed848954"),
    "Inter-Bold.ttf": ("fbe825cbfc749317f57a1433d3905aa9d3f388732fd29b8e8a36f34845e3bc3e"),
    "Inter-Regular.ttf": ("a414b48aa577ef2c62ebb135341ddeef33ee26a4f5dc9f787f93c1aab08ebb50"),
    "Literata-Italic.ttf": ("e48dc9674564dc58936960e7a8000c8080155e6882c8d999cadb0854562b5f31"),
    "Literata-Medium.ttf": ("83cbae9d86654fd53f3f7e5991fd0b32a9b63a99e0a3932813afee2de2496079"),
    "Literata-Regular.ttf": ("7a3127b8aee7ac1f50419a45fd6c9dd19071060a7a6b31194a6b72446ff253b1"),
    "Literata-SemiBold.ttf": ("f63e5f1b010a93f397cbdafccef644ce1a4b289eec60a1aca0a3ed3fd7b55bac"),
    "NotoEmoji-Regular.ttf": ("24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504"),
}
LICENCES = {
    "AtkinsonHyperlegibleMono": "AtkinsonHyperlegibleMono-OFL.txt",
    "AtkinsonHyperlegibleNext": "AtkinsonHyperlegibleNext-OFL.txt",
    "DejaVuSans": "DejaVuSans-LICENSE.txt",
    "Inter": "Inter-OFL.txt",
    "Literata": "Literata-OFL.txt",
    "NotoEmoji": "NotoEmoji-OFL.txt",
}
NEVER_TYPED_IN_THE_WINDOW = "\u2192\u00b5"


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_font_is_the_one_that_was_looked_at() -> None:
    found = {path.name: sha256(path) for path in (RESOURCES / "fonts").glob("*.ttf")}
    assert found == FONTS


@pytest.mark.parametrize("name", sorted(FONTS))
def test_every_font_has_its_licence_beside_it(name: str) -> None:
    family = name.removesuffix(".ttf").split("-")[0]
    words = (RESOURCES / "fonts" / LICENCES[family]).read_text("utf-8")
    assert "SIL Open Font License" in words or "Bitstream Vera" in words


@pytest.mark.parametrize("name", ["Inter-Regular.ttf", "Inter-Bold.ttf", "Literata-Regular.ttf"])
def test_the_fonts_of_the_paper_hold_the_marks_that_clinicians_read(name: str) -> None:
    known = TTFontFile(str(RESOURCES / "fonts" / name)).charToGlyph
    assert [mark for mark in "≥≤±×µ°½→▲" if ord(mark) not in known] == []


@pytest.mark.parametrize("name", [n for n in sorted(FONTS) if n.startswith("Atkinson")])
def test_what_the_window_may_not_type_is_known(name: str) -> None:
    known = TTFontFile(str(RESOURCES / "fonts" / name)).charToGlyph
    missing = [mark for mark in "≥≤±×°½…–’“”" + NEVER_TYPED_IN_THE_WINDOW if ord(mark) not in known]
    assert missing == list(NEVER_TYPED_IN_THE_WINDOW)


def test_every_icon_is_one_drawing_in_the_colour_of_its_place() -> None:
    icons = sorted((RESOURCES / "icons").glob("*.svg"))
    assert icons
    for path in icons:
        root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 (our own files)
        assert root.get("viewBox") == "0 0 256 256", path.name
        assert root.get("fill") == "currentColor", path.name


def test_the_icons_have_their_licence_beside_them() -> None:
    words = (RESOURCES / "icons" / "Phosphor-LICENSE.txt").read_text("utf-8")
    assert "MIT License" in words
    assert "Phosphor Icons" in words
