"""The records of a line about a treatment: the change, and the treatment itself where it is new."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.quick_line.doses import barrier_in, verdict_in
from app.domain.quick_line.pen import Pen
from app.domain.quick_line.understood import Named, NameKind, Part, Role, Understood
from app.domain.quick_line.write_days import write_note
from app.domain.records import (
    Record,
    Treatment,
    TreatmentChange,
)
from app.domain.records.record import (
    ConditionId,
    RecordId,
    SymptomId,
    TreatmentId,
)
from app.domain.records.treatments import Barrier, ChangeKind, Dose, Frequency, Why


def write_change(pen: Pen) -> Iterator[Record]:
    """The change, after the treatments it names that are new; a note where it names none."""
    line = pen.understood
    named, other = line.value(Role.TREATMENT, Named), line.value(Role.SWITCHED_TO, Named)
    if named is None:
        yield from write_note(pen)
        return
    treatment, made = _treatment(pen, named)
    yield from made
    switched = None
    if other is not None:
        switched, made = _treatment(pen, other)
        yield from made
    yield _treatment_change(pen, treatment, switched)


def _treatment(pen: Pen, named: Named) -> tuple[TreatmentId, tuple[Record, ...]]:
    """The treatment meant, with the record to write where it is new or has a new purpose."""
    known = pen.journal.treatment(named.id)
    if known is not None:
        started = pen.understood.value(Role.CHANGE, ChangeKind) is ChangeKind.STARTED
        later = _with_purpose(known, pen.understood) if started else known
        return TreatmentId(known.id), () if later == known else (later,)
    new = Treatment(id=pen.id(), written=pen.now, name=named.name, treatment=named.treatment)
    return TreatmentId(new.id), (_with_purpose(new, pen.understood),)


def _with_purpose(treatment: Treatment, line: Understood) -> Treatment:
    """What it is for, added to what it was for before."""
    purpose = line.part(Role.FOR)
    match purpose.value if purpose else None:
        case Named(kind=NameKind.SYMPTOM, id=str(key)) if key not in treatment.for_symptoms:
            return replace(treatment, for_symptoms=(*treatment.for_symptoms, SymptomId(RecordId(key))))
        case Named(kind=NameKind.CONDITION, id=str(key)) if key not in treatment.for_conditions:
            return replace(treatment, for_conditions=(*treatment.for_conditions, ConditionId(RecordId(key))))
        case Named(id=None) if purpose and not treatment.for_words:
            return replace(treatment, for_words=purpose.words)
        case str() if purpose and not treatment.for_words:
            return replace(treatment, for_words=purpose.words)
    return treatment


def _treatment_change(pen: Pen, treatment: TreatmentId, switched: TreatmentId | None) -> TreatmentChange:
    line = pen.understood
    change = line.value(Role.CHANGE, ChangeKind) or ChangeKind.NOTICED
    reasons = line.all(Role.WHY)
    return TreatmentChange(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        treatment=treatment,
        change=change,
        when=pen.when,
        planned=line.value(Role.PLANNED, Dose),
        taking=line.value(Role.TAKING, Dose),
        how_often=line.value(Role.HOW_OFTEN, Frequency),
        taken_share=line.value(Role.SHARE, str) or "",
        why=tuple(dict.fromkeys(part.value for part in reasons if isinstance(part.value, Why))),
        why_words=_why_words(line, reasons),
        barriers=_barriers(line) if change is ChangeKind.MISSED else (),
        verdict=verdict_in(_why_words(line, reasons)),
        not_tolerated=bool(line.value(Role.NOT_TOLERATED, int)),
        switched_to=switched,
        note=line.note,
    )


def _why_words(line: Understood, reasons: tuple[Part, ...]) -> str:
    typed = [part for part in reasons if part.typed]
    return line.text[typed[0].start : typed[-1].end] if typed else ""


def _barriers(line: Understood) -> tuple[Barrier, ...]:
    words = [part.words for part in (*line.all(Role.WHY), *line.all(Role.CHANGE))]
    return tuple(dict.fromkeys(barrier for held in words if (barrier := barrier_in(held)) is not None))
