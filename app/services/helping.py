"""Someone types for the person: who it is, what is out of their sight, and what they have written (14.9).

It lasts until the journal is locked. The journal asks here what may be seen; nothing else decides it.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.derived.belonging import owners
from app.domain.derived.out_of_sight import hidden_in, in_sight, shown, with_hidden
from app.domain.journal import Journal
from app.domain.records import Attachment
from app.domain.records.record import Mark, Record, RecordId


class Helping:
    """Who types, since which change; `wrote` holds what they wrote or changed, `right` what was read back."""

    def __init__(self, name: str, since: int) -> None:
        self.name = name
        self.since = since
        self.wrote: tuple[RecordId, ...] = ()
        self.right: frozenset[RecordId] = frozenset()
        self._added: frozenset[RecordId] = frozenset()  # files: a photo is private at first, theirs too
        self._whole: Journal | None = None
        self._seen = Journal()
        self._out: frozenset[RecordId] = frozenset()

    def seen(self, whole: Journal) -> Journal:
        """The journal without anything private; found once for each snapshot."""
        self._look(whole)
        return self._seen

    def signed(self, records: Iterable[Record], whole: Journal) -> tuple[Record, ...]:
        """Records as they are to be kept: with who typed them, and with what they never saw of them."""
        self._look(whole)
        records = tuple(records)
        files = (record.id for record in records if isinstance(record, Attachment))
        self._added |= {key for key in files if key not in whole.records}
        return tuple(self._sign(record, whole.records.get(record.id)) for record in records)

    def note(self, records: Iterable[Record]) -> None:
        """Remember what was written; what was right before is to be read again."""
        ids = tuple(record.id for record in records)
        self.wrote = tuple(dict.fromkeys((*(key for key in self.wrote if key not in ids), *ids)))
        self.right -= set(ids)

    def say_right(self, key: RecordId) -> None:
        """Remember that the person heard it and it is right."""
        self.right |= {key}

    def version(self, record: Record, whole: Journal) -> Record | None:
        """An earlier version as it may be seen; None where it was private then, or is now.

        What it belonged to then may be private, though it belongs to something else today.
        """
        self._look(whole)
        private = record.sharing.mark is Mark.PRIVATE or record.id in self._out
        private = private or any(owner.id in self._out for owner in owners(whole, record))
        return None if private else shown(record, self._out)

    def place(self, place: str) -> str:
        """Where words being typed are kept: apart from the person's own."""
        return f"{_PLACES}/{self.name}/{place}"

    def drafts(self, held: dict[str, str]) -> dict[str, str]:
        """The words being typed by this one, by place."""
        start = self.place("")
        return {place.removeprefix(start): text for place, text in held.items() if place.startswith(start)}

    def _look(self, whole: Journal) -> None:
        if whole is not self._whole:
            self._whole, self._out = whole, hidden_in(whole) - self._added
            self._seen = in_sight(whole, self._out)

    def _sign(self, record: Record, whole: Record | None) -> Record:
        signed = replace(record, typed_by=self.name)
        return signed if whole is None else with_hidden(signed, whole, self._out)


_PLACES = "typed for me"
