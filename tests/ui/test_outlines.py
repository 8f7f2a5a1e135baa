"""Scripts ReportLab cannot set, drawn as outlines: from the window's thread and from a worker."""

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PIL import ImageChops
from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import app
from app.i18n import Words
from app.report import pdf
from app.report.pdf import Rendered
from app.services.outlines import Outlined, OutlinedLine, OutlinedRun
from app.ui import background
from app.ui.outline_fonts import clusters, is_seen
from app.ui.outlines import BOX, QtOutlines
from tests.report import maya, reading

ARABIC = "صداع منذ 3 أيام بعد العمل الطويل، أسوأ في الصباح (حتى 11:00) وأفضل بعد الراحة. " * 3
HEBREW = "כאב ראש מאז 3 ימים, גרוע יותר בבוקר (עד 11:00) וטוב יותר אחרי מנוחה."
HINDI = "तीन दिन से सिर दर्द, क्षमा करें, सुबह ज़्यादा।"
THAI = "ปวดหัวสามวันหลังทำงานหนัก แย่ลงตอนเช้า"
CHINESE = "頭痛三天、手指僵硬、早上更嚴重。" * 4
FAMILY = "👨‍👩‍👧‍👦"
# The bundled typefaces have Arabic, Hebrew and emoji; for the others it depends on the machine.
NOTES = {
    "Arabic": ARABIC,
    "Hebrew": HEBREW,
    "Devanagari": HINDI,
    "Thai": THAI,
    "TraditionalChinese": CHINESE,
    "Symbol": f"with my family {FAMILY} and מיה",
}
BUNDLED = {"Arabic", "Hebrew", "Symbol"}


class _Heard(QObject):
    """Takes what a worker drew."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[Rendered]] = []
        self.errors: list[Exception] = []

    def take(self, result: list[Rendered]) -> None:
        self.found.append(result)

    def fail(self, error: Exception) -> None:
        self.errors.append(error)


def outline(*texts: str, width: float = 300, size: float = 10) -> Outlined:
    runs = tuple(OutlinedRun(text=text, serif=False, bold=False, size=size) for text in texts)
    return QtOutlines().outline(runs, width)


def said(outlined: Outlined) -> str:
    return "".join(line.text for line in outlined.lines)


def xs(line: OutlinedLine) -> list[float]:
    return [number for _, numbers in line.steps for number in numbers[::2]]


def ys(line: OutlinedLine) -> list[float]:
    return [number for _, numbers in line.steps for number in numbers[1::2]]


def drawn(note: str) -> Rendered:
    return pdf.render(reading.with_notes(maya.text(note)), Words(), QtOutlines())


def actual_texts(data: bytes) -> Iterator[str]:
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        contents = page.get_contents()
        for operands, operator in contents.operations if contents is not None else ():
            if operator == b"BDC" and "/ActualText" in operands[1]:
                yield str(operands[1]["/ActualText"])


def can_be_drawn(script: str) -> bool:
    found = QFontDatabase.families(QFontDatabase.WritingSystem[script])
    return script in BUNDLED or bool(found)


def look_the_same(one: bytes, other: bytes) -> bool:
    pictures = (reading.picture(data, 2, 2.0).convert("L") for data in (one, other))
    return ImageChops.difference(*pictures).getbbox() is None


@pytest.mark.parametrize("script", NOTES)
def test_a_note_reads_back_and_is_seen(script: str) -> None:
    note = NOTES[script]
    rendered = drawn(note)
    assert note in "".join(actual_texts(rendered.data))
    assert not look_the_same(rendered.data, drawn("").data)
    boxed = "".join(BOX if is_seen(character) else character for character in note)
    assert not look_the_same(rendered.data, pdf.render(reading.with_notes(maya.text(boxed)), Words()).data)
    if can_be_drawn(script):
        assert rendered.missing == ()
    else:
        letters = {character for character in note if character > "\u0900"}
        assert set(rendered.missing) == {unicodedata.name(letter).lower() for letter in letters}


def test_a_worker_draws_the_same_while_the_window_paints(qtbot: QtBot) -> None:
    heard = _Heard()
    # Only what the bundled typefaces have: for the rest Qt warns with its fonts locked, and a test's Python
    # listener to warnings would wait for the worker, which waits for the fonts. The app has no such listener.
    label = QLabel(f"{ARABIC} {HEBREW} Knee pain")
    qtbot.addWidget(label)

    def work() -> list[Rendered]:
        return [drawn(note) for note in NOTES.values()]

    for _ in range(3):
        background.run(heard, work, done=heard.take, failed=heard.fail)
    here = [drawn(note) for note in NOTES.values()]
    while len(heard.found) + len(heard.errors) < 3:
        label.grab()
        qtbot.wait(1)
    assert heard.errors == []
    for found in heard.found:
        assert [each.missing for each in found] == [each.missing for each in here]
        assert all(look_the_same(one.data, other.data) for one, other in zip(found, here, strict=True))


def test_the_app_has_no_python_listener_to_qts_messages() -> None:
    """Qt warns with its fonts locked; a listener would wait for a worker that waits for the fonts (seen)."""
    sources = [path.read_text(encoding="utf-8") for path in Path(app.__file__).parent.rglob("*.py")]
    assert len(sources) > 100
    assert not any("qInstallMessageHandler" in source for source in sources)


@pytest.mark.parametrize("text", [*NOTES.values(), "x" * 500, "a\u0301\u0323" * 200])
def test_lines_stay_inside_the_width_and_say_the_text(text: str) -> None:
    outlined = outline(text, width=120)
    assert len(outlined.lines) > 1 or len(text) < 30
    assert said(outlined).rstrip(" ") == text.rstrip(" ")
    for line in outlined.lines:
        assert line.width <= 120
        assert min(xs(line), default=0) > -2
        assert max(xs(line), default=0) < 122


def test_a_line_from_the_right_stands_at_the_right() -> None:
    for line in outline(HEBREW, width=200).lines:
        assert line.width == 200
        assert 197 < max(xs(line)) < 201
    (left,) = outline(f"said {HEBREW[:9]}", width=200).lines
    assert left.width < 120
    assert min(xs(left)) < 2


def test_letters_stand_on_the_baseline_y_upward() -> None:
    (line,) = outline("Hp").lines
    assert 6 < max(ys(line)) < 10
    assert -4 < min(ys(line)) < -1
    (larger,) = outline("Hp", size=20).lines
    assert max(ys(larger)) == pytest.approx(2 * max(ys(line)), abs=0.1)


def test_runs_keep_their_sizes_and_a_space_before_them() -> None:
    small = OutlinedRun(text="small ", serif=False, bold=False, size=8)
    large = OutlinedRun(text="LARGE", serif=True, bold=True, size=24)
    (line,) = QtOutlines().outline((small, large), 300).lines
    assert line.text == "small LARGE "
    assert max(ys(line)) > 14
    (bold,) = outline("صداع").lines
    assert bold.text == "صداع "


def test_arabic_letters_join_and_combining_signs_stand_above_their_letter() -> None:
    joined, apart = outline("بب").lines[0], outline("ب\u200cب").lines[0]
    assert min(xs(joined)) > min(xs(apart))  # both end at the right
    plain, marked = outline("q").lines[0], outline("q\u0303").lines[0]
    assert marked.width == pytest.approx(plain.width, abs=0.1)
    assert max(ys(marked)) > max(ys(plain))


def test_a_family_is_one_picture_and_a_space_after_it_is_a_words_space() -> None:
    together, three = outline(FAMILY).lines[0], outline("👨👩👧").lines[0]
    assert together.width < 0.5 * three.width
    assert outline(f"{FAMILY} x").lines[0].width - together.width < 12
    assert list(clusters(f"a\u0301{FAMILY}1\ufe0f\u20e3🇬🇧👍🏽")) == [
        "a\u0301",
        FAMILY,
        "1\ufe0f\u20e3",
        "🇬🇧",
        "👍🏽",
    ]


def test_what_no_font_has_is_a_box_and_is_told() -> None:
    outlined = outline("x\u0378y \U0001f9d1\u200d\ue000 \u0378")
    assert outlined.missing == ("\u0378", "\ue000")
    assert said(outlined) == "x\u0378y \U0001f9d1\u200d\ue000 \u0378 "
    assert outline("x\u0378").lines[0].steps == outline(f"x{BOX}").lines[0].steps


def test_what_needs_no_ink_is_never_missing() -> None:
    assert outline("a\u200d\u200e\ufe0f\u00ad\u2066\U000e0001b").missing == ()


def test_every_line_break_ends_a_line() -> None:
    assert [line.text for line in outline("one\n\ntwo", " and\nthree\n").lines] == [
        "one ",
        " ",
        "two and ",
        "three ",
        " ",
    ]
