"""Everything done in a journal, by day: what each command was about, and whether it was taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.derived.in_short import in_short
from app.domain.journal import Journal
from app.domain.records.record import RecordId
from app.domain.wording import Wording

_NAMED = 20  # more than these are not read one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One command as it was carried out: `ids` is what it wrote, `undoes` the one it took back."""

    number: int
    at: datetime
    what: str
    ids: tuple[RecordId, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """One command as it is shown; `stands` is False once another has taken it back."""

    number: int
    day: str
    time: str
    what: str
    about: str
    stands: bool
    destroyed: bool  # nothing is left of what it wrote
    record: RecordId | None  # the first record it wrote

    @property
    def name(self) -> str:
        """What to call it in a message: the thing, else what was done."""
        return self.about or self.what


def changes_shown(done: Sequence[Done], journal: Journal, words: Wording) -> tuple[ShownChange, ...]:
    """The commands, the newest first as they come, each with the thing it was about as it is called now."""
    taken_back: set[int] = set()
    shown = []
    for one in done:
        stands = one.number not in taken_back
        if stands and one.undoes is not None:
            taken_back.add(one.undoes)
        records = [journal.records[key] for key in one.ids[:_NAMED] if key in journal.records]
        few = len(one.ids) <= _NAMED
        shown.append(
            ShownChange(
                number=one.number,
                day=words.weekday(one.at.date()) + f" {one.at.year}",
                time=words.time(one.at.time()),
                what=one.what,
                about=in_short(journal, records, words) if few else "",
                stands=stands,
                destroyed=not one.ids,
                record=one.ids[0] if one.ids else None,
            )
        )
    return tuple(shown)
