"""One entry of the dated notes before it is put under its month."""

from dataclasses import dataclass
from datetime import date

from app.domain.derived.document import NoteMark, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A note with its days, both inclusive. `label` replaces the days where they are not exactly known.

    `rank` orders the notes of one day, `key` those of one rank.
    """

    first: date
    last: date
    mark: NoteMark
    paragraphs: tuple[Text, ...]
    provenance: str = ""
    pattern: str = ""
    label: str = ""
    rank: int = 5
    key: str = ""
