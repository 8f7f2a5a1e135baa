"""Records in the order of something, so that the latest are found without looking at all of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import itemgetter

from app.domain.records.record import Record, RecordId

_Place = tuple[float, RecordId]
_place_of: Callable[[tuple[_Place, Record]], _Place] = itemgetter(0)


class Ordered:
    """Some of a journal's records by a number each, such as when they were written; never changed.

    `number` gives None for a record that does not belong here.
    """

    __slots__ = ("_held", "_number")

    def __init__(self, number: Callable[[Record], float | None], records: Iterable[Record] = ()) -> None:
        self._number = number
        found = ((number(record), record) for record in records)
        self._held = [((at, record.id), record) for at, record in found if at is not None]
        self._held.sort(key=_place_of)

    def since(self, at: float) -> tuple[Record, ...]:
        """Every record with this number or a higher one, the lowest first."""
        return tuple(record for _, record in self._held[bisect_left(self._held, (at, ""), key=_place_of) :])

    def last(self) -> float | None:
        """The highest number; None when there are no records."""
        return self._held[-1][0][0] if self._held else None

    def with_(self, before: Iterable[Record], after: Iterable[Record]) -> "Ordered":
        """The same with the records of `after` in place of those of `before`."""
        later = Ordered(self._number)
        later._held = list(self._held)
        for record in before:
            later._take_out(record)
        for record in after:
            later._put_in(record)
        return later

    def _take_out(self, record: Record) -> None:
        number = self._number(record)
        if number is None:
            return
        place = (number, record.id)
        at = bisect_left(self._held, place, key=_place_of)
        if at < len(self._held) and self._held[at][0] == place:
            del self._held[at]

    def _put_in(self, record: Record) -> None:
        number = self._number(record)
        if number is not None:
            place = (number, record.id)
            self._held.insert(bisect_left(self._held, place, key=_place_of), (place, record))
