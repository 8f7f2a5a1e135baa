"""The rows of the palette and of the Find page, as plain values."""

from dataclasses import dataclass

from app.domain.derived.found_rows import FoundRow
from app.domain.derived.palette import Offer
from app.ui.finding.passages import Passage

ALL, NOTE, MEANT = "all", "note", "meant"
"""Rows that are neither an offer nor something found: see all, write it as a note, search what was meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`heading` and `remark` rows are read, not chosen. `means` is one of ALL, NOTE and MEANT, or empty."""

    passage: Passage
    spoken: str
    icon: str = ""
    heading: bool = False
    remark: bool = False
    private: bool = False
    day: str = ""
    offer: Offer | None = None
    found: FoundRow | None = None
    means: str = ""

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter does anything here."""
        return not (self.heading or self.remark)

    @property
    def key(self) -> str:
        """What tells it from the others when the rows change under it."""
        if self.found is not None:
            return self.found.key
        return f"{self.offer.deed}" if self.offer is not None else self.means
