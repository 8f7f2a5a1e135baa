"""What was put in or taken out of a document by hand, for this once."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.derived.choice import Choice
from app.domain.derived.left_out import LeftOutItem
from app.domain.records.record import RecordId


class ForThisOnce:
    """Changed by the list of what is left out; a choice takes it along. No record changes by it."""

    def __init__(self) -> None:
        self.put_in: frozenset[RecordId] = frozenset()
        self._taken_out: frozenset[RecordId] = frozenset()

    def on(self, choice: Choice) -> Choice:
        """The choice with what was chosen by hand."""
        return replace(choice, put_in=self.put_in, taken_out=self._taken_out)

    def toggle(self, key: RecordId) -> None:
        """Put in what is left out, or leave it out again."""
        if key in self._taken_out:
            self._taken_out -= {key}
        else:
            self.put_in ^= {key}

    def leave_out(self, key: RecordId) -> None:
        """Leave out what would be in."""
        self._taken_out |= {key}
        self.put_in -= {key}

    def take_back(self, items: Iterable[LeftOutItem]) -> None:
        """Leave out again what was put in."""
        self.put_in -= {item.put_in for item in items}
