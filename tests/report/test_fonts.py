"""No character is lost on the way to paper."""

import hashlib
import io
import unicodedata
from importlib import resources

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.i18n import Words
from app.report import fonts, pdf
from tests.report import maya, reading

NAMED = "≥≤±×µ°½→▲"
LETTERS = [
    character
    for character in map(chr, range(0x20000))
    if unicodedata.category(character).startswith("L")
    and unicodedata.name(character, "").split(" ")[0] in {"LATIN", "GREEK", "CYRILLIC"}
]
# The bundled fonts are pinned: other bytes would be other pages.
SUMS = {
    "Inter-Regular": "a414b48aa577ef2c62ebb135341ddeef33ee26a4f5dc9f787f93c1aab08ebb50",
    "Inter-Bold": "fbe825cbfc749317f57a1433d3905aa9d3f388732fd29b8e8a36f34845e3bc3e",
    "Literata-Regular": "7a3127b8aee7ac1f50419a45fd6c9dd19071060a7a6b31194a6b72446ff253b1",
    "Literata-SemiBold": "f63e5f1b010a93f397cbdafccef644ce1a4b289eec60a1aca0a3ed3fd7b55bac",
    "DejaVuSans": "7da195a74c55bef988d0d48f9508bd5d849425c1770dba5d7bfc6ce9ed848954",
    "NotoEmoji-Regular": "24aaa2a20c9c06ffe9bf04284bfd1f14376a329d10122f902abe2770817eb504",
}


def read_as(stretches: list[fonts.Stretch]) -> str:
    return "".join(stretch.reads or stretch.text for stretch in stretches)


def test_the_fonts_are_the_pinned_ones() -> None:
    folder = resources.files("resources") / "fonts"
    found = {face: hashlib.sha256((folder / f"{face}.ttf").read_bytes()).hexdigest() for face in fonts.FACES}
    assert found == SUMS


def test_every_letter_of_latin_greek_and_cyrillic_is_read_back() -> None:
    data = reading.made(reading.with_notes(maya.text(" ".join([*LETTERS, *NAMED]))))
    printed = "".join(reading.page_texts(data))
    spoken = set(reading.actual_texts(data))
    assert [each for each in (*LETTERS, *NAMED) if each not in printed and each not in spoken] == []


@pytest.mark.parametrize("face", [fonts.SANS, fonts.SANS_BOLD, fonts.SERIF, fonts.SERIF_BOLD])
@pytest.mark.parametrize("character", [*NAMED, *"ŵřŐșẾΩψЖӘ“”’–…"])
def test_what_the_designs_name_is_printed_in_every_face(face: str, character: str) -> None:
    fonts.register()
    (stretch,) = fonts.stretches(character, face)
    assert (stretch.text, stretch.reads) == (character, "")


@given(st.text(), st.sampled_from([fonts.SANS, fonts.SANS_BOLD, fonts.SERIF, fonts.SERIF_BOLD]))
def test_whatever_is_typed_reads_as_typed(typed: str, face: str) -> None:
    text = fonts.clean(typed)
    stretches = fonts.stretches(text, face)
    assert read_as(stretches) == text
    covered = fonts.register()
    assert [s for s in stretches if not covered[s.face].issuperset(s.text)] == []


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("e\u0301", "é"),  # typed in two, drawn as the one letter it is
        ("❤\ufe0f", "❤"),
        ("👍🏽", "👍"),
        ("👩\u200d🔬", "👩🔬"),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_what_reads_as_typed_may_be_drawn_more_simply(typed: str, drawn: str) -> None:
    stretches = fonts.stretches(typed, fonts.SANS)
    assert "".join(stretch.text for stretch in stretches) == drawn
    assert read_as(stretches) == typed


def test_what_no_font_can_set_becomes_a_box_that_reads_as_typed() -> None:
    rendered = pdf.render(reading.with_notes(maya.text("my نوبة today, x\u0302 and 头")), Words())
    assert "□□□□" in reading.page_texts(rendered.data)[1]
    assert {"ن", "و", "ب", "ة", "x\u0302", "头"} <= set(reading.actual_texts(rendered.data))
    assert "arabic letter noon" in rendered.missing
    assert "combining circumflex accent" in rendered.missing


def test_control_characters_are_dropped_and_line_breaks_kept() -> None:
    assert fonts.clean("a\x00b\x07c\r\nd\re\u2028f\tg\ud800") == "abc\nd\ne\nf g"


def test_only_embedded_fonts_are_used() -> None:
    document = reading.with_notes(maya.text("≥ 3 😩 ☐ ✓"))
    with pikepdf.open(io.BytesIO(reading.made(document))) as opened:
        faces = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and _is_font(each)]
        assert len(faces) >= 5
        assert [str(face.BaseFont) for face in faces if "/FontFile2" not in face.FontDescriptor] == []


def _is_font(found: pikepdf.Object) -> bool:
    return str(found.get("/Type")) == "/Font"
