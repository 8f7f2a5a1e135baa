"""From what was understood to the records that Enter writes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from app.domain.journal import Journal
from app.domain.quick_line.allergy_line import INTOLERANCE
from app.domain.quick_line.pen import Pen
from app.domain.quick_line.understood import Choice, Named, Part, Role, Understood, What
from app.domain.quick_line.write_days import (
    write_bad_day,
    write_no_symptoms,
    write_note,
    write_same,
)
from app.domain.quick_line.write_treatments import write_change
from app.domain.records import (
    Allergy,
    Clinician,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Visit,
)
from app.domain.records.record import (
    ClinicianId,
    SymptomId,
)
from app.domain.records.symptoms import Duration
from app.domain.records.treatments import ChangeKind
from app.domain.records.visits import VisitMode
from app.domain.records.when import Precision, When, at_time, on_day


def records(
    understood: Understood, journal: Journal, now: datetime, new_id: Callable[[], str]
) -> tuple[Record, ...]:
    """The records to write, new names first. None for an empty line. `now` needs its offset from UTC.

    Raises InvalidRecord only for text that no file can hold: half a character, or over two million.
    """
    if not understood.text.strip():
        return ()
    pen = Pen(understood=understood, journal=journal, now=now, new_id=new_id)
    return tuple(_WRITE[understood.what](pen))


def choose(understood: Understood, choice: Choice) -> Understood:
    """What a treatment's name alone means, once the person has said so."""
    if choice is Choice.A_NOTE:
        return replace(understood, what=What.NOTE, note=understood.text)
    end = len(understood.text)
    took = choice is Choice.TOOK_IT_NOW
    change = Part(
        role=Role.CHANGE,
        start=end,
        end=end,
        value=ChangeKind.TAKEN if took else ChangeKind.DOSE,
        sure=took,
        choices=() if took else tuple(kind for kind in ChangeKind if kind is not ChangeKind.TAKEN),
    )
    when = at_time(understood.now) if took else on_day(understood.now.date())
    parts = [*understood.parts, change]
    if understood.part(Role.WHEN) is None:
        parts.append(Part(role=Role.WHEN, start=end, end=end, value=when))
    return replace(understood, what=What.TREATMENT_CHANGE, parts=tuple(parts))


def _symptom(pen: Pen) -> Iterator[Record]:
    line = pen.understood
    for of in sorted({part.of for part in line.all(Role.SYMPTOM)}):
        named = line.value(Role.SYMPTOM, Named, of)
        if named is None:
            continue
        symptom = named.id
        if symptom is None:
            symptom = pen.id()
            yield Symptom(id=symptom, written=pen.now, name=named.name, order=_next_order(pen.journal))
        yield _entry(pen, SymptomId(symptom), of)


def _next_order(journal: Journal) -> int:
    return max((symptom.order + 1 for symptom in journal.of(Symptom)), default=0)


def _entry(pen: Pen, symptom: SymptomId, of: int) -> SymptomEntry:
    """One reading; what was said of the line as a whole stands on the first."""
    line = pen.understood
    reading = SymptomEntry(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        symptom=symptom,
        when=pen.when,
        severity=line.value(Role.SEVERITY, int, of),
        where=_texts(line, Role.WHERE, of),
    )
    if of:
        return reading
    return replace(
        reading,
        lasted=line.value(Role.LASTED, Duration),
        worse_with=_texts(line, Role.WORSE_WITH, 0),
        helped_by=_texts(line, Role.HELPED_BY, 0),
        could_not=line.value(Role.COULD_NOT, str) or "",
        note=line.note,
    )


def _texts(line: Understood, role: Role, of: int) -> tuple[str, ...]:
    return tuple(str(part.value) for part in line.all(role) if part.of == of)


def _question(pen: Pen) -> Iterator[Record]:
    line = pen.understood
    clinician, made = _clinician(pen)
    yield from made
    text = line.value(Role.TEXT, str) or line.text
    yield Question(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        text=text,
        clinician=clinician,
        when=at_time(pen.now),
    )


def _clinician(pen: Pen) -> tuple[ClinicianId | None, tuple[Record, ...]]:
    named = pen.understood.value(Role.CLINICIAN, Named)
    if named is None:
        return None, ()
    if named.id is not None:
        return ClinicianId(named.id), ()
    new = Clinician(id=pen.id(), written=pen.now, name=named.name)
    return ClinicianId(new.id), (new,)


def _visit(pen: Pen) -> Iterator[Record]:
    clinician, made = _clinician(pen)
    yield from made
    when, until = _stay(pen.when)
    yield Visit(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        clinician=clinician,
        when=when,
        until=until,
        mode=pen.understood.value(Role.MODE, VisitMode) or VisitMode.IN_PERSON,
        reason=pen.understood.note,
    )


def _allergy(pen: Pen) -> Iterator[Record]:
    line = pen.understood
    named = line.value(Role.SUBSTANCE, Named)
    if named is None:
        yield from write_note(pen)
        return
    yield Allergy(
        id=pen.id(),
        written=pen.now,
        sharing=pen.sharing,
        substance=named.name,
        reaction=line.value(Role.REACTION, str) or "",
        intolerance=line.value(Role.KEYWORD, str) == INTOLERANCE,
        when=line.value(Role.WHEN, When),
        note=line.note,
    )


def _stay(when: When) -> tuple[When, When | None]:
    """A visit of several days has its first and its last day apart."""
    if when.precision is not Precision.SPAN or when.first is None or when.last is None:
        return when, None
    return on_day(when.first, words=when.words), on_day(when.last)


_WRITE: dict[What, Callable[[Pen], Iterator[Record]]] = {
    What.SYMPTOM: _symptom,
    What.TREATMENT_CHANGE: write_change,
    What.CHOOSE: write_note,
    What.QUESTION: _question,
    What.VISIT: _visit,
    What.ALLERGY: _allergy,
    What.BAD_DAY: write_bad_day,
    What.NO_SYMPTOMS: write_no_symptoms,
    What.SAME_AS_YESTERDAY: write_same,
    What.NOTE: write_note,
}
