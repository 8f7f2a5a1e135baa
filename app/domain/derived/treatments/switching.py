"""What a switch begins: the treatment that takes the other's place, from the same day on."""

from collections.abc import Callable, Iterator
from datetime import datetime

from app.domain.derived.treatments.story import story_of
from app.domain.journal import Journal
from app.domain.quick_line.fields import dose_in, frequency_in
from app.domain.records import Record, Treatment, TreatmentChange
from app.domain.records.record import RecordId, TreatmentId
from app.domain.records.treatments import ChangeKind, TreatmentKind


def begun_by(
    switch: TreatmentChange,
    journal: Journal,
    *,
    name: str,
    kind: TreatmentKind,
    dose: str,
    how_often: str,
    now: datetime,
    new_id: Callable[[], RecordId],
) -> Iterator[Record]:
    """What it was switched to, where that is new, and its start; nothing where it is taken already."""
    key = switch.switched_to
    if key is None:
        return
    known = journal.treatment(key)
    if known is None:
        yield Treatment(id=RecordId(key), written=now, name=name, treatment=kind)
    elif story_of(journal, known, now.date()).taking_now and _has_started(journal, key):
        return
    yield TreatmentChange(
        id=new_id(),
        written=now,
        treatment=key,
        change=ChangeKind.STARTED,
        when=switch.when,
        planned=dose_in(dose),
        how_often=frequency_in(how_often),
        decided=switch.decided,
        clinician=switch.clinician,
    )


def _has_started(journal: Journal, key: TreatmentId) -> bool:
    changes = journal.of(TreatmentChange)
    return any(one.treatment == key and one.change is ChangeKind.STARTED for one in changes)
