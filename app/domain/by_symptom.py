"""The readings of each symptom in the order of time, so that a change looks only at the ones it is about."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from operator import itemgetter

from app.domain import records as kinds
from app.domain.records.record import Record, RecordId

_Place = tuple[bool, tuple[object, ...], float, RecordId]
_Held = tuple[_Place, "kinds.SymptomEntry"]
_place_of: Callable[[_Held], _Place] = itemgetter(0)


class BySymptom:
    """A journal's readings that are not in the trash, by the symptom they name; never changed."""

    __slots__ = ("_held", "_shown")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._held: dict[RecordId, list[_Held]] = {}
        self._shown: dict[RecordId, tuple[kinds.SymptomEntry, ...]] = {}  # filled when first asked
        for record in records:
            if type(record) is kinds.SymptomEntry and not record.trashed:
                self._held.setdefault(RecordId(record.symptom), []).append((_place(record), record))
        for held in self._held.values():
            held.sort(key=_place_of)

    def of(self, symptom: RecordId) -> "tuple[kinds.SymptomEntry, ...]":
        """Its readings, the newest first, those without a date last."""
        if symptom not in self._shown:
            self._shown[symptom] = tuple(entry for _, entry in reversed(self._held.get(symptom, [])))
        return self._shown[symptom]

    def with_(self, before: Iterable[Record], after: Iterable[Record]) -> "BySymptom":
        """The same with the records of `after` in place of those of `before`."""
        gone = [one for one in before if type(one) is kinds.SymptomEntry and not one.trashed]
        come = [one for one in after if type(one) is kinds.SymptomEntry and not one.trashed]
        touched = {RecordId(one.symptom) for one in (*gone, *come)}
        later = BySymptom()
        later._held = self._held | {key: list(self._held.get(key, [])) for key in touched}
        later._shown = {key: shown for key, shown in self._shown.items() if key not in touched}
        for entry in gone:
            held, at = later._found(entry)
            if at < len(held) and held[at][1].id == entry.id:
                del held[at]
        for entry in come:
            held, at = later._found(entry)
            held.insert(at, (_place(entry), entry))
        return later

    def _found(self, entry: "kinds.SymptomEntry") -> tuple[list[_Held], int]:
        held = self._held[RecordId(entry.symptom)]
        return held, bisect_left(held, _place(entry), key=_place_of)


def _place(entry: "kinds.SymptomEntry") -> _Place:
    return (entry.when.is_dated, entry.when.sort_key, entry.written.timestamp(), entry.id)
