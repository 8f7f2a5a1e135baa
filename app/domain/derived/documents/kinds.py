"""The kinds of documents: one row says what a kind is called, what is asked for it, and what it is made of.

A new kind is a row here. Share, the command line and `building` take what they need from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from app.domain.derived.choice import NEW_CLINICIAN
from app.domain.derived.document import Front, Section
from app.domain.derived.documents.front import fronts
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.sections import sections
from app.domain.wording import Phrase, Wording


class Asked(StrEnum):
    """What a person may choose for a document besides whom it is for."""

    SINCE = "since"
    STORY = "story"
    EVERY_READING = "every reading"
    FULL_NAME = "full name"
    RECORD_NUMBER = "record number"
    PAPER = "paper"
    PASSWORD = "password"  # noqa: S105 - the name of a choice


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentKind:
    """One row. `called` is what Share calls it, `titled` what its title and its file do."""

    key: str
    called: Phrase
    titled: Phrase
    icon: str
    asks: frozenset[Asked]
    fronts: Callable[[Material], tuple[Front, ...]]
    sections: Callable[[Material], tuple[Section, ...]]

    def named(self, words: Wording) -> str:
        """What Share calls it."""
        return words.say(*self.called)

    def title(self, words: Wording) -> str:
        """What its title calls it."""
        return words.say(*self.titled)


_ROWS = (
    DocumentKind(
        key=NEW_CLINICIAN,
        called=Phrase("share.whole_story", "The whole story, from page 1"),
        titled=Phrase("document.kind.story", "my health story"),
        icon="path",
        asks=frozenset(Asked),
        fronts=fronts,
        sections=sections,
    ),
)

KINDS: Mapping[str, DocumentKind] = MappingProxyType({row.key: row for row in _ROWS})
"""Every kind that can be made, in the order Share lists them."""
