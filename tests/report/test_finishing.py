"""What the file says about itself, its bookmarks and links, its password."""

import io
from collections.abc import Iterator

import pikepdf
import pytest

from app.domain.derived.document import Document
from app.i18n import Words
from app.report import pdf
from app.report.finishing import Attachment
from tests.report import maya, reading

FOUR_WORDS = "amber kettle river stone"


@pytest.fixture
def opened() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(reading.made(maya.document()))) as found:
        yield found


def test_metadata_stands_in_one_place(opened: pikepdf.Pdf) -> None:
    assert "/Info" not in opened.trailer
    metadata = opened.open_metadata()
    assert metadata["dc:title"] == f"Maya Reyes: my health story, 12{maya.NB}May 2026"
    assert metadata["dc:creator"] == ["Maya Reyes"]
    assert metadata["pdfuaid:part"] == "1"
    assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
    assert metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"] == "2026-05-12T12:00:00Z"
    assert str(metadata["pdf:Producer"]).startswith("Told Once ")


def test_the_file_opens_at_page_one_with_its_title(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "en"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert opened.Root.OpenAction[0].objgen == opened.pages[0].objgen
    assert str(opened.Root.PageMode) == "/UseOutlines"


def test_bookmarks_name_pages_blocks_and_years(opened: pikepdf.Pdf) -> None:
    with opened.open_outline() as outline:
        found = {item.title: [child.title for child in item.children] for item in outline.root}
    assert list(found) == [
        "Maya Reyes, my health story",
        "Treatments, questions, visits",
        "My notes by date, newest first",
    ]
    first, second, third = found.values()
    assert first[:3] == ["Why I am here", "Allergies", "Could not tolerate"]
    assert second[:2] == ["Treatments", f"My questions for Dr{maya.NB}Rahal"]
    assert third == ["2026", "2025"]


def test_links_say_where_they_lead(opened: pikepdf.Pdf) -> None:
    (note,) = opened.pages[0].obj.Annots
    assert str(note.Contents) == f"(Page{maya.NB}2.)"
    assert note.Dest[0].objgen == opened.pages[1].objgen
    assert "/StructParent" in note


@pytest.fixture
def short() -> Document:
    return reading.with_notes(maya.text("secretword"))


def test_a_password_seals_everything_and_leaves_screen_readers_in(short: Document) -> None:
    sealed = pdf.render(short, Words(), password=FOUR_WORDS).data
    assert b"secretword" not in sealed
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(sealed))
    with pikepdf.open(io.BytesIO(sealed), password=FOUR_WORDS) as found:
        assert found.encryption.R == 6
        assert found.encryption.bits == 256
        assert found.allow.accessibility
        assert "pdfaid:part" not in found.open_metadata()
        assert found.open_metadata()["pdfuaid:part"] == "1"


def test_attached_data_is_described_and_comes_out_as_it_went_in(short: Document) -> None:
    data = Attachment(
        name="told-once.json",
        data=b'{"a": 1}',
        media_type="application/json",
        described="The same notes as data",
    )
    rendered = pdf.render(short, Words(), attachments=(data,))
    assert rendered.data == pdf.render(short, Words(), attachments=(data,)).data
    with pikepdf.open(io.BytesIO(rendered.data)) as found:
        attached = found.attachments["told-once.json"]
        assert attached.get_file().read_bytes() == data.data
        assert attached.description == data.described
        assert str(attached.obj.AFRelationship) == "/Data"
        assert len(found.Root.AF) == 1
