"""The pages after the first, in the order of document.md 7.1."""

from app.domain.derived.document import Section
from app.domain.derived.document_material import Material


def sections(made: Material) -> tuple[Section, ...]:
    """Page 3 on; a section without anything in it is not there at all."""
    return ()
