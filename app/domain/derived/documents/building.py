"""Documents: from a journal, a choice and a day to what will be printed, and what will not.

The same choice on the same journal gives the same document, whatever order the records were entered in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.domain.derived.choice import Choice
from app.domain.derived.document import Document
from app.domain.derived.documents.file import file_name, footer_words, title_words
from app.domain.derived.documents.kinds import KINDS
from app.domain.derived.documents.limits import limits
from app.domain.derived.documents.material import Material
from app.domain.derived.documents.words import too_many, within
from app.domain.derived.left_out import LeftOut, left_out, left_out_document
from app.domain.derived.sharing import View, view
from app.domain.derived.treatments.story import stories
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A document, what it leaves out, the separate file that says so, and what to know before saving.

    `too_long` says for each of the document's fronts, in their order, that it has too many words; empty where
    it has not. `warnings` speak of the fullest front until `drawn_with` tells which one was drawn.
    """

    document: Document
    left_out: LeftOut
    left_out_document: Document
    too_long: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    front: int = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        """What Share says before saving; saving stays possible."""
        return tuple(said for said in (*self.too_long[self.front : self.front + 1], *self.limits) if said)

    def drawn_with(self, front: int) -> "Built":
        """The same, speaking of the front that was drawn."""
        return replace(self, front=front)


def build(
    journal: Journal,
    choice: Choice,
    today: date,
    words: Wording,
    changed: Mapping[RecordId, date] | None = None,
) -> Built:
    """The document a choice asks for, as of `today`.

    `changed` gives the day a record was last changed so that its meaning changed (`history.meaning_changed`);
    what is dated after `today` counts as coming.
    """
    seen = view(journal, choice)
    made = _material(seen, choice, today, words, changed or {})
    document = _document(made)
    found = left_out(journal, seen, choice, words)
    footer = _front_footer(document)
    return Built(
        document=document,
        left_out=found,
        left_out_document=left_out_document(found, document, words),
        too_long=tuple(too_many(front, footer, words) for front in document.fronts),
        limits=limits(made),
    )


def _material(
    seen: View, choice: Choice, today: date, words: Wording, changed: Mapping[RecordId, date]
) -> Material:
    return Material(
        view=seen,
        choice=choice,
        today=today,
        words=words,
        stories=stories(seen.journal, today),
        changed=changed,
    )


def _document(made: Material) -> Document:
    kind = KINDS[made.choice.kind]
    called = kind.title(made.words)
    blank = Document(
        kind=kind.key,
        title=title_words(made, called),
        name=made.name,
        language=made.words.language,
        day=made.today,
        paper=made.choice.paper,
        fronts=kind.fronts(made),
        sections=kind.sections(made),
        footer=footer_words(made),
        last_line=made.words.say("last_line", "Made with Told Once on the patient’s own computer."),
        file_name=file_name(made, called),
    )
    return _kept_short(blank)


def _kept_short(document: Document) -> Document:
    return replace(document, fronts=within(document.fronts, _front_footer(document)))


def _front_footer(document: Document) -> str:
    return f"page 1 of 1 {document.front_footer}"
