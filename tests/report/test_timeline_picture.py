"""Page 2 on paper: labels apart and inside, everything tagged, nothing small, the same on both papers."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.domain.derived.document import ChartPage, Paper
from app.domain.derived.timeline_geometry import Sign
from app.domain.journal import Journal
from app.i18n import Words
from app.report import fonts, style, timeline_picture
from app.report.chart_signs import Area
from app.report.sections.legend import legend_piece
from app.report.tagging import Element, Pen, Written
from app.report.timeline_sheet import LABEL_RIGHT, LEFT_FIELD, ONE_FIELD, RIGHT_FIELD, Sheet
from app.report.typesetting import Setter
from tests.report import chart_journals, reading
from tests.report.chart_journals import TITLE, document, page
from tests.report.test_validator import veraPDF

LEFT, TOP = 50.0, 800.0
CLOSE = 0.05
JOURNALS = {
    "sample": chart_journals.sample,
    "crowded": chart_journals.crowded,
    "ten readings": chart_journals.ten_readings,
    "few months": chart_journals.few_months,
    "hard words": chart_journals.hard_words,
}


def drawn(part: ChartPage) -> tuple[Sheet, Pen]:
    """The picture alone, on a page of its own."""
    fonts.register()
    pen = Pen(Canvas(io.BytesIO(), initialFontName=fonts.SANS))  # type: ignore[arg-type]
    setter = Setter(words=Words())
    said = (part.alt, part.spoken)
    return timeline_picture.draw_timeline(pen, setter, part.picture, said, (LEFT, TOP)), pen


@cache
def part_of(name: str) -> ChartPage:
    return page(JOURNALS[name]())


@pytest.fixture(name="part", params=JOURNALS)
def each_part(request: pytest.FixtureRequest) -> ChartPage:
    return part_of(request.param)


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    upright = min(one[3], other[3]) - max(one[1], other[1])
    return across > CLOSE and upright > CLOSE


def letters(text: Written) -> tuple[float, ...]:
    """Where a text's letters are, without the room under and over them."""
    left, bottom, right, _ = text.box
    baseline = bottom + 0.21 * text.size
    return (left, baseline, right, baseline + 0.7 * text.size)


def box(area: Area) -> tuple[float, ...]:
    return (area.left, area.bottom, area.right, area.top)


def test_no_label_lies_on_another(part: ChartPage) -> None:
    _, pen = drawn(part)
    texts = [each for each in pen.written if each.text.strip()]
    pairs = [(a.text, b.text) for a, b in combinations(texts, 2) if overlap(letters(a), letters(b))]
    assert pairs == []


def test_no_label_lies_on_a_bar_or_a_mark(part: ChartPage) -> None:
    sheet, pen = drawn(part)
    texts = [each for each in pen.written if each.text.strip()]
    hits = [(a.text, area) for a in texts for area in sheet.drawn if overlap(letters(a), box(area))]
    assert hits == []


def test_nothing_is_drawn_outside_the_panels(part: ChartPage) -> None:
    sheet, _ = drawn(part)
    places = (LEFT_FIELD, RIGHT_FIELD) if len(sheet.picture.panels) > 1 else (ONE_FIELD, LEFT_FIELD)
    spans = [(LEFT + left, LEFT + right) for left, right in places]
    for area in sheet.drawn:
        mark = (area.right - area.left) / 2 if area.width <= 7.3 else 0.0  # a mark on the edge is cut in two
        assert any(
            left - mark - 3.1 <= area.left and area.right <= right + mark + 3.1 for left, right in spans
        )
        assert TOP - sheet.plan.foot - CLOSE <= area.bottom
        assert area.top <= TOP


def test_texts_stay_in_the_width_and_over_eight_points(part: ChartPage) -> None:
    sheet, pen = drawn(part)
    for text in pen.written:
        assert text.size >= 8
        assert text.box[0] >= LEFT - CLOSE
        assert text.box[2] <= LEFT + style.TEXT_WIDTH + 0.5
        assert TOP - sheet.plan.foot - 1 <= text.box[1]


def test_the_labels_of_lanes_stay_in_their_column(part: ChartPage) -> None:
    _, pen = drawn(part)
    items = [body for body in elements(pen.root) if body.kind == "LBody"]
    assert len(items) == len(part.spoken)
    for text in pen.written:
        if text.box[0] < LEFT + LABEL_RIGHT - 15 and text.size == 8.5:
            assert text.box[2] <= LEFT + LABEL_RIGHT + CLOSE


def elements(root: Element) -> Iterator[Element]:
    for kid in root.kids:
        if isinstance(kid, Element):
            yield kid
            yield from elements(kid)


def test_the_figure_has_its_words_and_its_box_and_each_lane_its_sentence() -> None:
    part = part_of("sample")
    sheet, pen = drawn(part)
    figure, listed = (kid for kid in pen.root.kids if isinstance(kid, Element))
    assert (figure.kind, figure.alt) == ("Figure", part.alt)
    assert figure.box == (LEFT, TOP - sheet.plan.foot, LEFT + style.TEXT_WIDTH, TOP)
    assert listed.kind == "L"
    assert [body.actual_text for body in elements(listed) if body.kind == "LBody"] == list(part.spoken)


PAINTING = {"f", "F", "f*", "S", "s", "B", "b", "B*", "b*", "Tj", "TJ", "Do"}


def test_everything_on_the_page_stands_in_marked_content() -> None:
    made = reading.made(document(part_of("sample")))
    with pikepdf.open(io.BytesIO(made)) as file:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(file.pages[1])]
    depth, painted, loose = 0, 0, 0
    for operator in operators:
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
        painted += operator in PAINTING
        loose += operator in PAINTING and depth == 0
    assert (depth, loose) == (0, 0)
    assert painted > 500


@pytest.mark.parametrize("paper", list(Paper))
def test_the_sample_is_one_page_on_both_papers(paper: Paper) -> None:
    pages = reading.page_texts(reading.made(document(part_of("sample"), paper)))
    assert pages[1].startswith(TITLE)
    assert "Bar height: dose" in pages[1]
    assert pages[2].startswith("Treatments")


def test_the_words_are_read_first_then_the_picture_its_lanes_the_legend_the_sentences() -> None:
    _, pen = reading.drawn(document(part_of("sample")))
    (holder,) = [each for each in reading.elements(pen.root) if each.kind == "Document"]
    kinds = [kid.kind for kid in holder.kids if isinstance(kid, Element)]
    title = next(at for at, kind in enumerate(kinds) if kind == "Figure") - 3
    assert kinds[title : title + 8] == ["H2", "H3", "Table", "Figure", "L", "L", "P", "Figure"]


def test_the_days_since_the_dose_stand_on_page_2_where_they_fit() -> None:
    part = part_of("sample")
    assert part.rounds is not None
    _, pen = reading.drawn(document(part))
    figures = [each for each in elements(pen.root) if each.kind == "Figure"]
    assert [figure.alt for figure in figures] == [part.alt, part.rounds.alt]
    _, letter = reading.drawn(document(part, Paper.LETTER))
    assert [figure.alt for figure in elements(letter.root) if figure.kind == "Figure"] == [part.alt]


def test_the_legend_has_at_most_three_lines_however_much_is_on_the_page() -> None:
    part = part_of("crowded")
    every = tuple(replace(part.legend[0], sign=sign, word=f"a word for {sign}") for sign in Sign)
    fonts.register()
    pieces = legend_piece(every, Setter(words=Words()))
    assert sum(piece.height for piece in pieces) <= 4 + 3 * 12.4 + CLOSE


def test_the_same_picture_gives_the_same_bytes() -> None:
    journal = chart_journals.sample()
    backward = Journal(dict(reversed(list(journal.records.items()))))
    assert reading.made(document(page(journal))) == reading.made(document(page(backward)))


def test_the_chart_keeps_the_rules_of_accessible_files(tmp_path: Path) -> None:
    names = []
    for name in JOURNALS:
        path = tmp_path / f"{name.replace(' ', '-')}.pdf"
        path.write_bytes(reading.made(document(part_of(name))))
        names.append(path)
    answer = veraPDF("ua1,3a", *names)
    assert answer.stdout.count("passes") == 2 * len(names), answer.stdout + answer.stderr
