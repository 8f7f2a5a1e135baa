"""PDFs made to fill the memory are refused before PDFium reads them."""

import pytest

from app.report.errors import CannotDraw
from app.report.page_pictures import first_pages

_PAGE = b"/MediaBox[0 0 612 792]/Contents 4 0 R"


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    out, places = b"%PDF-1.5\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (more, len(content), content)


def nested(levels: int, times: int, *, above: bool = False) -> bytes:
    """Drawings within drawings, each named so often; ABOVE lists the first beside the page."""
    listed = b"/Resources<</XObject<</F 5 0 R>>>>"
    forms = []
    for level in range(levels):
        last = level == levels - 1
        inner = b"" if last else b"/Resources<</XObject<</F %d 0 R>>>>" % (6 + level)
        drawn = (b"0 0 9 9 re f " if last else b"/F Do ") * times
        forms.append(stream(drawn, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]" + inner))
    pages = b"/Type/Pages/Kids[3 0 R]/Count 1" + (listed if above else b"")
    page = b"/Type/Page/Parent 2 0 R" + _PAGE + (b"" if above else listed)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<<%s>>" % pages, b"<<%s>>" % page, stream(b"/F Do"), *forms
    )


@pytest.mark.parametrize("above", [False, True])
def test_drawings_of_drawings_without_end_are_refused(above: bool) -> None:
    with pytest.raises(CannotDraw):
        first_pages(nested(12, 10, above=above), most=1, widest=100)


def test_a_few_within_one_another_are_drawn() -> None:
    (page,) = first_pages(nested(4, 5), most=1, widest=100)
    assert max(page.width, page.height) == 100


def test_one_that_draws_itself_is_refused() -> None:
    itself = stream(
        b"/F Do /F Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>"
    )
    listed = b"<</Type/Page/Parent 2 0 R%s/Resources<</XObject<</F 5 0 R>>>>>>" % _PAGE
    made = pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        listed,
        stream(b"/F Do"),
        itself,
    )
    with pytest.raises(CannotDraw):
        first_pages(made, most=1, widest=100)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(CannotDraw):
        first_pages(b"%PDF-1.7 and nothing more", most=1, widest=100)
