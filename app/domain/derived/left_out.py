"""What a document leaves out and why: for the person, never for the paper it is handed over on."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.derived.belonging import happened
from app.domain.derived.choice import Choice, Hidden, part_id
from app.domain.derived.document import Band, Block, Document, Front, Run, Text, TopZone
from app.domain.derived.naming import first_words, kind_name, own_words
from app.domain.derived.sharing import Kept, Reason, View, effective
from app.domain.journal import Journal
from app.domain.records import (
    Attachment,
    Clinician,
    Record,
    ResetConversation,
    SymptomEntry,
    TreatmentChange,
    Visit,
)
from app.domain.records.record import Mark, RecordId
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutRow:
    """One line of Share: how many of what, and why ("11 notes on how visits went", "because …")."""

    count: int
    what: str
    why: str
    reason: Reason

    @property
    def sentence(self) -> str:
        """The row as one line."""
        return f"{self.what} {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOutItem:
    """One left-out thing. `put_in` is what `Choice.put_in` calls it.

    `can_be_put_in` is False where its symptom or treatment has to be put in first, and for what is never
    part of a document.
    """

    put_in: RecordId
    record: RecordId
    day: str
    kind: str
    why: str
    first_words: str
    can_be_put_in: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Everything a document leaves out: counted for Share, one by one for "Look through it".

    `private_in` are things marked private that are in for this once: Share says so before saving.
    """

    rows: tuple[LeftOutRow, ...] = ()
    items: tuple[LeftOutItem, ...] = ()
    private_in: tuple[LeftOutItem, ...] = ()

    @property
    def count(self) -> int:
        """How many things are left out."""
        return len(self.items)


def left_out(journal: Journal, view: View, choice: Choice, words: Wording) -> LeftOut:
    """What `view` keeps out of the document for `choice`."""
    reader = journal.get(Clinician, choice.for_clinician)
    name = reader.called if reader else ""
    kept = sorted(view.kept, key=_newest_first)
    out = frozenset(item.record.id for item in kept if item.part is None)
    counts = Counter((type(item.record), item.part, item.reason) for item in kept)
    rows = [
        LeftOutRow(
            count=count,
            what=_what(kind, part, count, words),
            why=reason_words(reason, name, words),
            reason=reason,
        )
        for (kind, part, reason), count in counts.items()
    ]
    return LeftOut(
        rows=tuple(sorted(rows, key=_row_order)),
        items=tuple(_item(journal, item, name, words, possible=_possible(item, out)) for item in kept),
        private_in=_private_in(journal, choice, words),
    )


def still_private(journal: Journal, private_in: Iterable[LeftOutItem]) -> tuple[LeftOutItem, ...]:
    """What is in for this once though it is private; what is kept from somebody else is not meant."""
    held = ((item, journal.records.get(item.record)) for item in private_in)
    return tuple(
        item
        for item, record in held
        if record is not None
        and (item.put_in != item.record or effective(journal, record).mark is Mark.PRIVATE)
    )


def reason_words(reason: Reason, reader: str, words: Wording) -> str:
    """Why a thing is left out, as Share says it."""
    match reason:
        case Reason.PRIVATE:
            return words.say("left_out.private", "because you keep these private")
        case Reason.NOT_FOR_THEM:
            return words.say("left_out.not_for_them", "because it is not for {name}", name=reader)
        case Reason.PAPER_TRAVELS:
            return words.say("left_out.travels", "because you keep it from a clinician, and paper travels")
        case Reason.UNTICKED:
            return words.say("left_out.unticked", "because pages hold no photos or files")
        case Reason.TAKEN_OUT:
            return words.say("left_out.taken_out", "because you took it out for this once")
    return words.say("left_out.before", "because it was before this document begins")


def left_out_document(found: LeftOut, printed: Document, words: Wording) -> Document:
    """The separate file "left out, for me": never part of the document's file (document.md 6.5)."""
    only_me = words.say("left_out_file.only_me", "For me only")
    title = words.say("left_out_file.title", "What this document leaves out")
    reasons = dict.fromkeys(item.why for item in found.items)
    parts = tuple(
        Block(
            heading=_sentence(why),
            lines=tuple(_line(item) for item in found.items if item.why == why),
            listed=True,
        )
        for why in reasons
    )
    if not parts:
        nothing = words.say("left_out_file.nothing", "Nothing is left out.")
        parts = (Block(heading=title, lines=((Run(text=nothing),),)),)
    lead = words.say("left_out_file.lead", "For me only. Do not hand this over.")
    heading = Band(name=title, kind="", date=words.day(printed.day), provenance=lead)
    return Document(
        kind="left-out",
        title=f"{printed.name}: {title}",
        name=printed.name,
        language=printed.language,
        day=printed.day,
        paper=printed.paper,
        fronts=(Front(band=heading, top=TopZone(heading=""), parts=parts),),
        sections=(),
        footer=only_me,
        front_footer=only_me,
        file_name=printed.file_name.removesuffix(".pdf")
        + words.say("left_out_file.name", ", left out, for me")
        + ".pdf",
    )


def _line(item: LeftOutItem) -> Text:
    parts = [part for part in (item.day, item.kind) if part]
    return (Run(text=", ".join(parts) + (": " if item.first_words else "")), Run(text=item.first_words))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _private_in(journal: Journal, choice: Choice, words: Wording) -> tuple[LeftOutItem, ...]:
    found = [
        _item(journal, Kept(record=record, reason=Reason.PRIVATE, part=part), "", words)
        for key in sorted(choice.put_in)
        for record, part in _named(journal, key)
    ]
    return tuple(found)


def _named(journal: Journal, key: RecordId) -> tuple[tuple[Record, Hidden | None], ...]:
    record = journal.records.get(key)
    if record is not None:
        return ((record, None),)
    visit_key, _, part = key.partition("#")
    visit = journal.get(Visit, RecordId(visit_key))
    return ((visit, Hidden(part)),) if visit is not None and part in set(Hidden) else ()


def _possible(kept: Kept, out: frozenset[RecordId]) -> bool:
    """A reading says nothing without its symptom, a change without its treatment; photos are not printed."""
    record = kept.record
    if isinstance(record, SymptomEntry):
        return record.symptom not in out
    if isinstance(record, TreatmentChange):
        return record.treatment not in out
    return not isinstance(record, ResetConversation | Attachment)


def _item(journal: Journal, kept: Kept, reader: str, words: Wording, *, possible: bool = True) -> LeftOutItem:
    when = happened(kept.record)
    own = _part_words(kept.record, kept.part) if kept.part else own_words(journal, kept.record)
    return LeftOutItem(
        put_in=part_id(kept.record.id, kept.part) if kept.part else kept.record.id,
        record=kept.record.id,
        day=words.when(when) if when else "",
        kind=_what(type(kept.record), kept.part, 1, words).removeprefix("1 "),
        why=reason_words(kept.reason, reader, words),
        first_words=first_words(own),
        can_be_put_in=possible,
    )


def _part_words(record: Record, part: Hidden | None) -> str:
    if not isinstance(record, Visit):
        return ""
    if part is Hidden.UNSAID:
        return record.unsaid.text if record.unsaid else ""
    return record.how_it_went.one_line if record.how_it_went else ""


def _what(kind: type[Record], part: Hidden | None, count: int, words: Wording) -> str:
    if part is Hidden.HOW_IT_WENT:
        return words.count(
            "left_out.how_it_went", "{n} note on how a visit went", "{n} notes on how visits went", count
        )
    if part is Hidden.UNSAID:
        return words.count("left_out.unsaid", "{n} thing you didn’t say", "{n} things you didn’t say", count)
    return kind_name(kind, count, words)


def _newest_first(kept: Kept) -> tuple[object, ...]:
    when = happened(kept.record)
    day = when.earliest if when else date.min
    return (kept.reason, -day.toordinal(), kept.record.KIND, kept.part or "", kept.record.id)


def _row_order(row: LeftOutRow) -> tuple[int, str, str]:
    return (-row.count, row.what, row.why)
