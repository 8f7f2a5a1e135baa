"""Earlier versions of a record: what changed, and when it happened against when it was written."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from app.domain.derived.belonging import happened
from app.domain.derived.provenance import written_later
from app.domain.records.record import Record
from app.domain.wording import Wording

# What says nothing about what is told: who may see it, where it stands, how it is filed.
_FILING = frozenset(
    {"id", "written", "typed_by", "sharing", "tags", "order", "pinned", "trashed", "attachments"}
)


class Kind(StrEnum):
    """What became of a stretch of text between two versions."""

    SAME = "same"
    NEW = "new"  # underlined
    GONE = "gone"  # struck through


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text, with its spaces, that stayed, came or went."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that is not the same in two versions."""

    field: str
    before: object
    after: object

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The words of both versions, each once; for fields that are texts, else whole values."""
        if isinstance(self.before, StrEnum) or isinstance(self.after, StrEnum):
            return _whole(str(self.before or ""), str(self.after or ""))
        if isinstance(self.before, str) and isinstance(self.after, str):
            return word_by_word(self.before, self.after)
        return ()


def differences(before: Record, after: Record) -> tuple[Difference, ...]:
    """Every field that changed, in the order the record declares them; `written` is the version's own."""
    found = [
        Difference(field=field.name, before=getattr(before, field.name), after=getattr(after, field.name))
        for field in fields(after)
        if field.name not in {"id", "written"} and hasattr(before, field.name)
    ]
    return tuple(item for item in found if item.before != item.after)


def changes_meaning(before: Record, after: Record) -> bool:
    """Whether a change is one a reader should know of: more than spaces, marks, order or filing."""
    return any(item.field not in _FILING and not _same_words(item) for item in differences(before, after))


def meaning_changed(versions: Sequence[tuple[datetime, Record]]) -> date | None:
    """The day the meaning last changed after it was first written; None if it never did.

    `versions` are oldest first, each with when it was saved. A change on the day of the first writing is
    still the writing of it.
    """
    if not versions:
        return None
    first = versions[0][0].date()
    last: date | None = None
    for (_, before), (saved, after) in pairwise(versions):
        if changes_meaning(before, after) and saved.date() != first:
            last = saved.date()
    return last


def word_by_word(before: str, after: str) -> tuple[Stretch, ...]:
    """Both texts in one, word by word: what stayed, what went, what came. No character is lost."""
    old, new = _words(before), _words(after)
    found: list[Stretch] = []
    for step, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if step == "equal":
            found.append(Stretch(text="".join(old[a:b]), kind=Kind.SAME))
            continue
        found += [Stretch(text="".join(old[a:b]), kind=Kind.GONE)] if a < b else []
        found += [Stretch(text="".join(new[c:d]), kind=Kind.NEW)] if c < d else []
    return tuple(found)


def happened_and_written(record: Record, words: Wording) -> str:
    """Both times, as in "Happened about March 2019. Written 6 years later."."""
    when = happened(record)
    written = words.say("history.written", "Written {date}.", date=words.day(record.written.date()))
    if when is None:
        return written
    said = words.say("history.happened", "Happened {date}.", date=words.when(when))
    later = written_later(record, when, words)
    return f"{said} {later[:1].upper()}{later[1:]}." if later else f"{said} {written}"


def _words(text: str) -> list[str]:
    """Words, each with the white space behind it, so that joining gives the text back."""
    found: list[str] = []
    for letter in text:
        if found and (letter.isspace() or not found[-1][-1].isspace()):
            found[-1] += letter
        else:
            found.append(letter)
    return found


def _whole(before: str, after: str) -> tuple[Stretch, ...]:
    pairs = ((before, Kind.GONE), (after, Kind.NEW))
    return tuple(Stretch(text=text, kind=kind) for text, kind in pairs if text)


def _same_words(item: Difference) -> bool:
    if not (isinstance(item.before, str) and isinstance(item.after, str)):
        return False
    return item.before.casefold().split() == item.after.casefold().split()
