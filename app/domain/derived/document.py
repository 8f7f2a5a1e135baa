"""A document as it will be printed, in words and not in points: what is on which page, in which order.

`derived.documents` builds one from a journal and a choice; `report` draws it and adds only page numbers.
All text is final and in the document's language. Lengths are millimetres.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.derived.timeline_geometry import RoundsPicture, TimelinePicture

# What other blocks point at by page (`Run.page_of`), and the blocks that carry these names.
TREATMENTS = "treatments"
VISITS = "visits"
EARLIER_VISITS = "earlier visits"
WAITING = "waiting"
QUESTIONS = "questions"
CARE_TEAM = "care team"


class Voice(StrEnum):
    """Two voices, two typefaces (document.md, principle 4)."""

    FACTS = "facts"  # Inter: put together from the journal
    WORDS = "words"  # Literata: the person's own words, and titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text in one voice. `page_of` names an anchor whose page number takes the place of {page}."""

    text: str
    voice: Voice = Voice.FACTS
    bold: bool = False
    small: bool = False
    quoted: bool = False  # somebody's exact words: tagged as a quotation
    language: str = ""  # of the text, where it differs from the document's
    page_of: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The title band: name and kind left, reader and date right, identity and provenance lines under it."""

    name: str
    kind: str
    reader: Text = ()
    date: str
    identity: tuple[Text, ...] = ()
    provenance: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernLine:
    """One numbered concern with its hope; `aside` says whose it is when it is not this reader's."""

    text: str
    hope: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopZone:
    """The framed box of concerns, and the margin column beside it: (heading, own words) each.

    Without a heading there is no box and no column.
    """

    heading: str
    concerns: tuple[ConcernLine, ...] = ()
    aside: str = ""  # behind the heading: whose the concerns are, when none is this reader's
    nothing: str = ""  # printed in the box when there is no concern
    margin: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading in the label column and lines in the field. `listed`: tagged as a list."""

    heading: str
    lines: tuple[Text, ...]
    reversed_heading: bool = False
    listed: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Dates left, dots on an upright line, text right."""

    heading: str
    items: tuple[tuple[str, Text], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table; the head stands in the label column. An empty cell is read as "not written"."""

    head: Text
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under column heads. The block's heading stands where the first column's head would be.

    `corner` is the word a screen reader hears for the first column. `widths` are the columns' after the
    label column's, in mm; that one is `label_width` with its gutter. `after` are lines under the table.
    """

    heading: str
    corner: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    label_width: float = 39.0
    after: tuple[Text, ...] = ()
    small: bool = False  # the size of pages 3 and on
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question with a box to tick and a line to answer on."""

    text: str
    must: bool = False
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """The questions for this reader."""

    heading: str
    lead: str
    asks: tuple[Ask, ...]
    after: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """The person's own words at length, paragraph by paragraph."""

    heading: str
    paragraphs: tuple[str, ...]
    anchor: str = ""


class NoteMark(StrEnum):
    """The mark on the upright line of the dated notes."""

    VISIT = "visit"
    EVENT = "event"
    EMERGENCY = "emergency"
    TREATMENT = "treatment"
    SYMPTOM = "symptom"
    BAD_DAY = "bad day"
    QUESTION = "question"
    STEP = "step"
    RESULT = "result"
    NOTE = "note"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNote:
    """One note: day or span, mark, paragraphs, and at the right how late it was written."""

    day: str
    mark: NoteMark
    paragraphs: tuple[Text, ...]
    provenance: str = ""
    pattern: str = ""  # a treatment's kind, for the pattern of its mark


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesMonth:
    """A month of dated notes, newest first; `continued` heads it again on a next page."""

    heading: str
    continued: str
    notes: tuple[DatedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNotes:
    """My notes by date, newest first."""

    months: tuple[NotesMonth, ...]
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPage:
    """Page 2: in words, the picture, its legend, its sentences. `spoken` is read and drawn nowhere else."""

    words_heading: str
    words_lead: str
    words_rows: tuple[Row, ...]
    picture: TimelinePicture
    legend: tuple["LegendEntry", ...]
    sentences: tuple[str, ...]  # {page} in one is the page of all treatments
    alt: str
    spoken: tuple[str, ...]  # one for each lane label, from the top
    rounds: RoundsPicture | None = None  # by day since the dose, where a concern or question asks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """One sign of the legend: which sign (see `timeline_geometry.Sign`) and its word."""

    sign: str
    word: str


Part = Block | Thread | Table | Asks | Prose | DatedNotes | ChartPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Parts under a page title. `new_page`: begins a page; else it follows on."""

    title: str = ""
    lead: str = ""
    parts: tuple[Part, ...]
    new_page: bool = True
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """Page 1. What does not fit stands in `moved`, which is empty unless nothing else helped."""

    band: Band
    top: TopZone
    parts: tuple[Part, ...]
    moved: tuple[Part, ...] = ()


class Paper(StrEnum):
    """The two papers."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. `fronts` are page 1 from fullest to most cut: the first that fits is drawn."""

    kind: str
    title: str  # of the file: "Maya Reyes: my health story, 12 May 2026"
    name: str  # as printed on every page
    language: str
    day: date
    paper: Paper
    fronts: tuple[Front, ...]
    sections: tuple[Section, ...]
    footer: str  # left, on every page but the first
    front_footer: str = ""  # left on page 1
    last_line: str = ""  # on the last page, one line above the footer
    file_name: str
    bookmarks: tuple[str, ...] = field(default=())


def words_of(text: Text) -> str:
    """A text without its voices."""
    return "".join(run.text for run in text)


def plain(text: str) -> Text:
    """A text in the facts' voice."""
    return (Run(text=text),) if text else ()
