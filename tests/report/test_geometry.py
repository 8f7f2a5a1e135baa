"""Where things stand on paper: inside the margins, apart from each other, never small."""

from dataclasses import replace
from itertools import combinations

import pytest

from app.domain.derived.document import Block, ConcernLine, Document, Paper, Row, Run
from app.i18n import Words
from app.report import flow, pdf, style
from app.report.tagging import Written
from tests.report import maya, reading
from tests.report.sample import sample_document

CLOSE = 0.05  # points within which two edges are the same


def crowded() -> Document:
    """Long names, 25 medicines, 12 allergies, texts longer than a page."""
    front = maya.front()
    table = maya.taking_now()
    rows = tuple(replace(table.rows[0], head=maya.text(f"Medicine {n} Longname")) for n in range(25))
    giant = Row(head=maya.text("Giant"), cells=(maya.text("Some words. " * 700), *[()] * 4))
    allergies = Block(
        heading="Allergies",
        reversed_heading=True,
        lines=tuple(maya.text(f"*Thing {n}:* rash") for n in range(12)),
    )
    return replace(
        maya.document(),
        fronts=(
            replace(
                front,
                band=replace(front.band, name="Wilhelmina Featherstonehaugh-Cholmondeley van der Berg III"),
                parts=(allergies, replace(table, rows=rows)),
            ),
        ),
        sections=(
            replace(
                maya.document().sections[0],
                parts=(replace(maya.treatments(), rows=(giant,)), maya.questions()),
            ),
        ),
    )


DOCUMENTS = [
    maya.document(Paper.A4),
    maya.document(Paper.LETTER),
    crowded(),
    sample_document(Paper.A4),
    sample_document(Paper.LETTER),
]


def overlap(one: Written, other: Written) -> bool:
    across = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
    upright = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    return across > CLOSE and upright > CLOSE


@pytest.mark.parametrize("document", DOCUMENTS)
def test_all_text_stands_inside_the_margins(document: Document) -> None:
    _, pen = reading.drawn(document)
    width, height = style.SIZES[document.paper]
    left = (width - style.TEXT_WIDTH) / 2
    right = width - left
    lowest = height - style.LOWEST[document.paper]
    texts = [each for each in pen.written if each.text.strip()]
    assert [t for t in texts if t.box[0] < left - CLOSE or t.box[2] > right + CLOSE] == []
    assert [t for t in texts if t.box[3] > height - style.TOP_MARGIN] == []
    footed = {style.FOOTER_BASELINE, style.FOOTER_RULE + 5.0}
    above = [t for t in texts if all(abs(t.box[1] + 0.21 * t.size - line) > CLOSE for line in footed)]
    assert [t for t in above if t.box[1] + 0.21 * t.size < lowest - CLOSE] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_text_lies_on_another(document: Document) -> None:
    laid, pen = reading.drawn(document)
    charted = {
        mark.page for e in reading.elements(pen.root) if e.kind == "Figure" for mark in reading.marks(e)
    }
    for page in set(range(1, len(laid.pages) + 1)) - charted:  # the picture's own tests look at its labels
        texts = [each for each in pen.written if each.page == page and each.text.strip()]
        assert [pair for pair in combinations(texts, 2) if overlap(*pair)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_no_text_is_under_eight_points(document: Document) -> None:
    _, pen = reading.drawn(document)
    assert min(each.size for each in pen.written) >= 8


def test_page_one_of_the_pictures_fits_both_papers() -> None:
    laid, pen = reading.drawn(maya.document())
    height = style.SIZES[Paper.A4][1]
    lowest = min(each.box[1] for each in pen.written if each.page == 1 and each.box[1] > style.FOOTER_RULE)
    assert height - lowest - style.TOP_MARGIN <= style.ONE_PAGE
    assert not laid.overflows


def test_the_first_front_that_fits_is_drawn() -> None:
    full = maya.front()
    too_full = replace(full, parts=full.parts * 2)
    document = replace(maya.document(), fronts=(too_full, full, replace(full, parts=full.parts[:3])))
    assert pdf.render(document, Words()).front_index == 1


def test_what_cannot_be_cut_goes_on_and_says_so() -> None:
    full = maya.front()
    document = replace(maya.document(), fronts=(replace(full, moved=(maya.taking_now(),)),))
    first, second, *_ = reading.page_texts(reading.made(document))
    assert "continues on page 2" in first
    assert second.startswith("Taking now")


def test_a_reference_names_the_page_and_leads_there() -> None:
    document = maya.document()
    laid, pen = reading.drawn(document)
    assert laid.anchors["treatments"][0] == 2
    assert [(link.anchor, link.says) for link in pen.links] == [
        ("treatments", f"(Page{maya.NB}2.)"),
        ("earlier", "9 earlier visits: page 3."),
    ]


def test_a_reference_to_what_is_not_printed_says_further_on() -> None:
    front = maya.front()
    line = (Run(text="+ 2 more: page {page}", page_of="nowhere"),)
    parts = (Block(heading="Waiting for", lines=(line,)),)
    document = replace(maya.document(), fronts=(replace(front, parts=parts),))
    data = reading.made(document)
    assert "+ 2 more: page further on" in reading.page_texts(data)[0]


def test_the_height_of_pieces_counts_the_blank_between_them() -> None:
    def nothing(*_: object) -> None: ...

    pieces = [flow.Piece(height=10, above=5, draw=nothing), flow.Piece(height=20, above=5, draw=nothing)]
    assert flow.height_of(pieces) == 35


def test_whose_a_concern_is_takes_no_line_of_its_own_where_there_is_room() -> None:
    front = maya.front()
    first, *others = front.top.concerns
    asked = replace(first, text="Naproxen hurts my stomach. Most mornings I skip it.", aside="for Dr Osei")
    plain = replace(asked, aside="")

    def lowest(concern: ConcernLine) -> float:
        top = replace(front.top, concerns=(concern, *others))
        _, pen = reading.drawn(replace(maya.document(), fronts=(replace(front, top=top),)))
        return min(each.box[1] for each in pen.written if each.page == 1 and each.box[1] > style.FOOTER_RULE)

    assert lowest(asked) == lowest(plain)


def test_no_word_is_broken_in_a_column_that_can_be_wider() -> None:
    table = maya.taking_now()
    row = table.rows[0]
    cells = (
        *row.cells[:2],
        (Run(text=f"May{maya.NB}2006"),),
        (Run(text="Hypertensive disorder"),),
        row.cells[4],
    )
    head = (Run(text="Hydrochlorothiazide and more"),)
    changed = replace(table, rows=(replace(row, head=head, cells=cells), *table.rows[1:]))
    front = maya.front()
    parts = tuple(changed if part is table or part == table else part for part in front.parts)
    _, pen = reading.drawn(replace(maya.document(), fronts=(replace(front, parts=parts),)))
    words = {word for each in pen.written for word in each.text.split(" ")}
    assert {"Hydrochlorothiazide", "Hypertensive", f"May{maya.NB}2006"} <= words


def test_a_footer_too_long_for_its_line_loses_the_end_of_the_name_only() -> None:
    long = replace(maya.document(), footer=f"{'Wolfeschlegel ' * 9}· written by the patient · 12 May 2026")
    _, pen = reading.drawn(long)
    footer = next(each.text for each in pen.written if each.page == 2 and "…" in each.text)
    assert footer.strip().endswith("… · written by the patient · 12 May 2026")
