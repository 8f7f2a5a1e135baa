"""What is printed is what the document says, in its order, and a listener hears the same."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.domain.derived.document import Document, Paper
from app.i18n import Words
from app.report import pdf
from app.report.errors import CannotDraw
from app.report.tagging import Element
from tests.report import maya, reading
from tests.report.sample import sample_document

DOCUMENTS = [maya.document(Paper.A4), maya.document(Paper.LETTER), sample_document(Paper.A4)]


def body(document: Document, data: bytes) -> list[str]:
    """The words read back from a file, without its footers."""
    texts = reading.page_texts(data)
    found: list[str] = []
    for number, text in enumerate(texts, 1):
        said = document.front_footer if number == 1 else document.footer
        footer = f"{said} page {number} of {len(texts)}".split()
        words = text.split()
        assert words[-len(footer) :] == footer
        found += words[: -len(footer)]
    return found


def test_the_words_read_back_are_the_documents_in_its_order() -> None:
    document = maya.document()
    asked = " ".join(reading.words(document))
    asked = asked.replace("(Page {page}.)", "(Page 2.)").replace("page {page}.", "page 3.")
    assert body(document, reading.made(document)) == asked.split()


def test_both_papers_break_the_lines_of_page_one_alike() -> None:
    a4, letter = (reading.made(maya.document(paper)) for paper in Paper)
    assert reading.page_texts(a4)[0].split("page 1")[0] == reading.page_texts(letter)[0].split("page 1")[0]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_reading_order_is_the_order_things_are_drawn_in(document: Document) -> None:
    _, pen = reading.drawn(document)
    order = [(mark.page, mark.number) for mark in reading.marks(pen.root)]
    assert order == sorted(order)
    assert len(order) == len(set(order))


def test_page_one_counts_the_words_the_design_counts() -> None:
    rendered = pdf.render(maya.document(), Words())
    assert rendered.words_on_page_1 == 350
    assert rendered.front_index == 0
    assert rendered.missing == ()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_headings_go_down_without_skipping_a_level(document: Document) -> None:
    _, pen = reading.drawn(document)
    levels = [int(e.kind[1]) for e in reading.elements(pen.root) if e.kind[0] == "H" and e.kind[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def kinds_under(element: Element) -> set[str]:
    return {kid.kind for kid in element.kids if isinstance(kid, Element)}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_tables_and_lists_hold_only_what_they_may(document: Document) -> None:
    _, pen = reading.drawn(document)
    allowed = {"Table": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"}}
    found = [element for element in reading.elements(pen.root) if element.kind in allowed]
    assert {element.kind for element in found} == set(allowed)
    assert [e.kind for e in found if not kinds_under(e) <= allowed[e.kind]] == []


def test_column_heads_row_heads_and_the_corner_say_what_they_head() -> None:
    _, pen = reading.drawn(maya.document())
    tables = [element for element in reading.elements(pen.root) if element.kind == "Table"]
    for table in tables:
        first, *others = (row for row in table.kids if isinstance(row, Element))
        heads = [cell for cell in first.kids if isinstance(cell, Element)]
        assert {head.scope for head in heads} == {"Column"}
        assert heads[0].actual_text in {"Medicine", "Treatment", "Visit"}
        for row in others:
            cells = [cell for cell in row.kids if isinstance(cell, Element)]
            assert [cell.scope for cell in cells] == ["Row", *[""] * (len(cells) - 1)]


def test_empty_cells_boxes_and_answer_lines_are_read() -> None:
    document = maya.document()
    empty = sum(not cell for row in maya.treatments().rows for cell in row.cells)
    empty += sum(not cell for row in maya.visits().rows for cell in row.cells)
    read = reading.actual_texts(reading.made(document))
    assert read.count("not written") == empty > 3
    assert read.count("open") == read.count("space to write") == 4


def test_quotes_and_other_languages_are_marked_inside_their_paragraph() -> None:
    french = replace(maya.text("raideur")[0], language="fr")
    document = reading.with_notes((*maya.text("So: "), french, *maya.text(", then "), maya.quoted("“ça”")))
    _, pen = reading.drawn(document)
    runs = [e for e in reading.elements(pen.root) if e.kind in {"Span", "Quote"}]
    assert [(run.kind, run.language) for run in runs] == [("Span", "fr"), ("Quote", "")]


def test_a_document_with_no_first_page_is_refused() -> None:
    with pytest.raises(CannotDraw):
        pdf.render(replace(maya.document(), fronts=()), Words())
