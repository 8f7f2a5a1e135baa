"""Whatever a person writes makes a document."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.derived.document import Document, Front, Section
from app.i18n import Words
from app.report import pdf
from app.report.outlines import Outlined, OutlinedLine, OutlinedRun
from tests.report import maya, reading

MARKUP = '<b>5 < 6 & "7" > 3</b> {page} {n} %s (paren \\ ) <a href="x">y</a>'


class Shaper:
    """Outlines every paragraph as one square for each character, ten to a line."""

    def outline(self, runs: tuple[OutlinedRun, ...], width: float) -> Outlined:
        text = "".join(run.text for run in runs)
        square = (("m", (0.0, 0.0)), ("l", (6.0, 0.0)), ("l", (6.0, 6.0)), ("l", (0.0, 6.0)))
        lines = tuple(
            OutlinedLine(text=text[first : first + 10], width=min(60.0, width), steps=square)
            for first in range(0, len(text), 10)
        )
        return Outlined(lines=lines, missing=("\U000e0001",) if "?" in text else ())


def test_markup_and_braces_are_printed_as_typed() -> None:
    data = reading.made(reading.with_notes(maya.text(MARKUP)))
    assert " ".join(MARKUP.split()) in " ".join(reading.page_texts(data)[1].split())


@pytest.mark.parametrize("text", ["words and words and more. " * 40_000, "x" * 1_000_000])
def test_a_million_letters_in_a_note_are_all_printed(text: str) -> None:
    laid, pen = reading.drawn(reading.with_notes(maya.text(text)))
    assert len(laid.pages) > 200
    printed = "".join(each.text for each in pen.written if each.size == 10)
    assert text.replace(" ", "") in printed.replace(" ", "")


def test_other_scripts_are_drawn_as_outlines_where_somebody_can() -> None:
    typed = "صداع منذ الصباح, before work?"
    rendered = pdf.render(reading.with_notes(maya.text(typed)), Words(), Shaper())
    spoken = reading.actual_texts(rendered.data)
    assert typed in "".join(spoken)
    assert "□" not in reading.page_texts(rendered.data)[1]
    assert rendered.missing == ("language tag",)


def test_a_paragraph_of_known_letters_never_asks_for_outlines() -> None:
    with_shaper = pdf.render(maya.document(), Words(), Shaper())
    assert with_shaper.data == reading.made(maya.document())


@settings(max_examples=30)
@given(st.lists(st.text(max_size=300), min_size=1, max_size=5))
def test_any_text_makes_a_document(texts: list[str]) -> None:
    rendered = pdf.render(reading.with_notes(*map(maya.text, texts)), Words())
    assert rendered.data.startswith(b"%PDF-1.7")
    assert rendered.pages >= 2


def least() -> Document:
    """A document of a journal with nothing in it."""
    front = maya.front()
    bare = Front(band=replace(front.band, reader=(), identity=(), provenance=""), top=front.top, parts=())
    bare = replace(bare, top=replace(front.top, concerns=(), margin=(), nothing="Nothing written yet."))
    return replace(maya.document(), fronts=(bare,), sections=(), last_line="")


@pytest.mark.parametrize(
    "document",
    [
        least(),
        replace(least(), sections=(Section(parts=()),)),
        replace(least(), last_line="Made with Told Once on the patient’s own computer."),
    ],
)
def test_an_almost_empty_document_is_one_page(document: Document) -> None:
    assert pdf.render(document, Words()).pages == 1
