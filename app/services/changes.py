"""Telling everyone who looks at the journal what has changed in it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.records.record import Record, RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One command that has been carried out. `what` says in plain words what was done."""

    number: int
    kinds: frozenset[type[Record]]
    ids: frozenset[RecordId]
    what: str

    def concerns(self, *kinds: type[Record]) -> bool:
        """Say whether any record of these kinds is among what changed."""
        return not self.kinds.isdisjoint(kinds)


Observer = Callable[[Change], None]


class Observers:
    """Who is told of each change, in the order they asked."""

    def __init__(self) -> None:
        self._observers: list[Observer] = []

    def add(self, observer: Observer) -> None:
        """Tell `observer` of every change from now on."""
        self._observers.append(observer)

    def remove(self, observer: Observer) -> None:
        """Tell `observer` no more. Harmless if it was not told before."""
        if observer in self._observers:
            self._observers.remove(observer)

    def announce(self, change: Change) -> None:
        """Tell everyone once."""
        for observer in tuple(self._observers):
            observer(change)
