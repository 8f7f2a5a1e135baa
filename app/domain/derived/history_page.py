"""What the page of earlier versions shows: when each was written, its words, and what changed in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.derived.history import Kind, Stretch, happened_and_written, word_by_word
from app.domain.derived.in_full import Line, in_full
from app.domain.journal import Journal
from app.domain.records.record import Record
from app.domain.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedLine:
    """One field of a version against the one before: what stayed, came and went, and how that is said."""

    label: str
    stretches: tuple[Stretch, ...]
    own: bool
    spoken: str

    @property
    def changed(self) -> bool:
        """Whether anything in it came or went."""
        return any(part.kind is not Kind.SAME for part in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVersion:
    """One version: its place among them from 0, when it came about, and its words."""

    place: int
    title: str  # "written 12 February 2026, 18:10"
    what: str  # what changed, in short
    times: str  # when it happened and when it was written down
    lines: tuple[MarkedLine, ...]
    record: Record


def versions_shown(
    versions: Sequence[tuple[datetime, Record]], journal: Journal, words: Wording
) -> tuple[ShownVersion, ...]:
    """Every version, the newest first. `versions` are oldest first, each with when it was saved."""
    shown: list[ShownVersion] = []
    before: Record | None = None
    for place, (saved, record) in enumerate(versions):
        lines = _lines(before, record, journal, words)
        shown.append(
            ShownVersion(
                place=place,
                title=_title(before, record, saved, words),
                what=_what(before, lines, words),
                times=happened_and_written(record, words),
                lines=lines,
                record=record,
            )
        )
        before = record
    return tuple(reversed(shown))


def _title(before: Record | None, record: Record, saved: datetime, words: Wording) -> str:
    moment = {"date": words.day(saved.date()), "time": words.time(saved.time())}
    if before is None:
        return words.say("history.version.written", "written {date}, {time}", **moment)
    if record.trashed and not before.trashed:
        return words.say("history.version.trashed", "put in the trash {date}, {time}", **moment)
    if before.trashed and not record.trashed:
        return words.say("history.version.back", "put back {date}, {time}", **moment)
    return words.say("history.version.changed", "changed {date}, {time}", **moment)


def _what(before: Record | None, lines: Sequence[MarkedLine], words: Wording) -> str:
    if before is None:
        return ""
    changed = tuple(dict.fromkeys(line.label for line in lines if line.changed))
    return words.listing(changed) or words.say("history.same_words", "the words are the same")


def _lines(before: Record | None, record: Record, journal: Journal, words: Wording) -> tuple[MarkedLine, ...]:
    now = in_full(record, journal, words)
    if before is None:
        marked = [_marked(line, line.text, words) for line in now]
    else:
        texts = {line.field: line.text for line in in_full(before, journal, words)}
        marked = [_marked(line, texts.get(line.field, ""), words) for line in now]
    return tuple(line for line in marked if line.stretches)


def _marked(line: Line, before: str, words: Wording) -> MarkedLine:
    stretches = word_by_word(before, line.text)
    said = " ".join(_said(part, words) for part in stretches)
    return MarkedLine(label=line.label, stretches=stretches, own=line.own, spoken=f"{line.label}: {said}")


def _said(part: Stretch, words: Wording) -> str:
    text = part.text.strip()
    if part.kind is Kind.NEW:
        return words.say("history.added", "added: {text},", text=text)
    if part.kind is Kind.GONE:
        return words.say("history.taken_out", "taken out: {text},", text=text)
    return text
