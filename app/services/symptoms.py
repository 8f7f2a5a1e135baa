"""What a person does with a whole symptom: its place in the list, whether it is tracked, two made one.

Each is one command, and undo takes it back whole.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.derived.symptoms.kept import in_order
from app.domain.derived.symptoms.same import made_one
from app.domain.records import Symptom
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.services.open_journal import OpenJournal


def merge(journal: OpenJournal, gone: RecordId, into: RecordId) -> Change:
    """Make two symptoms one, under the name of `into`.

    Raises ValueError where the two are not different symptoms that stand for themselves.
    """
    first, second = journal.seen.symptom(gone), journal.seen.symptom(into)
    if first is None or second is None or first.id == second.id:
        raise ValueError("Only two different symptoms can be made one.")
    return journal.record(*made_one(first, second), what="Made two symptoms one")


def take_apart(journal: OpenJournal, gone: RecordId) -> Change:
    """Let a symptom that was made one with another stand for itself again, with its own readings.

    The names, conditions and marks the other took over stay there: nothing tells them from its own by now.
    """
    symptom = journal.seen.get(Symptom, gone)
    found = (symptom,) if symptom is not None else ()
    return journal.record(
        *(replace(one, merged_into=None) for one in found), what="Took two symptoms apart again"
    )


def track(journal: OpenJournal, key: RecordId, *, tracked: bool) -> Change:
    """Stop tracking a symptom and keep what is written, or take it up again."""
    symptom = journal.seen.get(Symptom, key)
    found = (symptom,) if symptom is not None else ()
    what = "Took up a symptom again" if tracked else "Stopped tracking a symptom"
    return journal.record(*(replace(one, retired=not tracked) for one in found), what=what)


def move(journal: OpenJournal, key: RecordId, by: int) -> Change:
    """Move a symptom `by` places among those of its kind: tracked, or not any more."""
    held = list(in_order(journal.seen))
    at = next((place for place, one in enumerate(held) if one.id == key), None)
    to = at + by if at is not None else -1
    if at is not None and 0 <= to < len(held) and held[to].retired == held[at].retired:
        held.insert(to, held.pop(at))
    return journal.record(*_renumbered(held), what="Moved a symptom")


def _renumbered(held: Iterable[Symptom]) -> Iterable[Symptom]:
    return (replace(one, order=place) if one.order != place else one for place, one in enumerate(held))
