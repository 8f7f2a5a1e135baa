"""The names that a journal holds, each in every way it may be written; and the few everybody uses."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.journal import Journal
from app.domain.quick_line.common_names import COMMON_SYMPTOMS, COMMON_TREATMENTS
from app.domain.quick_line.understood import Named, NameKind
from app.domain.records import Clinician, Condition, Symptom, Treatment, TreatmentChange, Visit
from app.domain.records.record import Mark, Record, RecordId, SymptomId
from app.domain.records.treatments import ChangeKind, Dose, Route
from app.domain.records.when import When

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TITLES = {"dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "nurse"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way to write a name, as folded words."""

    words: tuple[str, ...]
    named: Named


def fold(text: str) -> str:
    """Letters without case and accents, so that "Mémoire" is found by "memoire"."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()


def spellings_of(journal: Journal) -> tuple[Spelling, ...]:
    """Every name of a journal in the order they win, and the built-in ones after them."""
    own = [*_symptoms(journal), *_treatments(journal), *_clinicians(journal), *_conditions(journal)]
    return (*own, *_common(own))


def _spellings(named: Named, names: Iterable[str]) -> Iterator[Spelling]:
    for name in dict.fromkeys((named.name, *names)):
        words = tuple(fold(word) for word in WORD.findall(name))
        if words:
            yield Spelling(words=words, named=named)


def _is_private(record: Record) -> bool:
    return record.sharing.mark is Mark.PRIVATE


def _symptoms(journal: Journal) -> Iterator[Spelling]:
    for symptom in sorted(journal.of(Symptom), key=lambda held: (held.retired, held.order, held.name)):
        into = journal.symptom(SymptomId(symptom.id)) or symptom
        named = Named(kind=NameKind.SYMPTOM, name=into.name, id=into.id, private=_is_private(into))
        yield from _spellings(named, (symptom.name, *symptom.other_names))


def _treatments(journal: Journal) -> Iterator[Spelling]:
    stopped = _stopped(journal)
    units = _units(journal)
    treatments = sorted(journal.of(Treatment), key=lambda held: (held.id in stopped, held.order, held.name))
    for treatment in treatments:
        named = Named(
            kind=NameKind.TREATMENT,
            name=treatment.name,
            id=treatment.id,
            private=_is_private(treatment),
            treatment=treatment.treatment,
            injected=treatment.route is Route.INJECTION,
            dose_days=treatment.dose_every_days is not None,
            current=treatment.id not in stopped,
            unit=units.get(treatment.id, ""),
        )
        yield from _spellings(named, treatment.other_names)


def _stopped(journal: Journal) -> set[RecordId]:
    """Treatments whose last change of course was a stop or a switch to another one."""
    last: dict[RecordId, ChangeKind] = {}
    changes = [change for change in journal.of(TreatmentChange) if change.when is not None]
    for change in sorted(changes, key=lambda held: held.when.sort_key if held.when else ()):
        if change.change in {ChangeKind.STARTED, ChangeKind.RESUMED, ChangeKind.STOPPED, ChangeKind.SWITCHED}:
            last[change.treatment] = change.change
    return {key for key, kind in last.items() if kind in {ChangeKind.STOPPED, ChangeKind.SWITCHED}}


def _units(journal: Journal) -> dict[RecordId, str]:
    """The unit each treatment's doses are written in, where there is only one."""
    units: dict[RecordId, set[str]] = {}
    for change in journal.of(TreatmentChange):
        doses: tuple[Dose | None, ...] = (change.planned, change.taking)
        held = {dose.unit for dose in doses if dose is not None and dose.unit}
        units.setdefault(change.treatment, set()).update(held)
    return {key: next(iter(held)) for key, held in units.items() if len(held) == 1}


def _clinicians(journal: Journal) -> Iterator[Spelling]:
    clinicians = sorted(
        journal.of(Clinician), key=lambda held: (held.until is not None, held.order, held.name)
    )
    for clinician in clinicians:
        named = _clinician(clinician)
        names = (clinician.name, clinician.short, *clinician.other_names, clinician.role, clinician.specialty)
        for spelling in _spellings(named, names):
            yield spelling
            untitled = tuple(word for word in spelling.words if word not in _TITLES)
            if untitled and untitled != spelling.words:
                yield Spelling(words=untitled, named=named)
                yield Spelling(words=("dr", untitled[-1]), named=named)


def _clinician(clinician: Clinician) -> Named:
    kind = NameKind.CLINICIAN
    return Named(kind=kind, name=clinician.called, id=clinician.id, private=_is_private(clinician))


def _conditions(journal: Journal) -> Iterator[Spelling]:
    for condition in sorted(journal.of(Condition), key=lambda held: (held.order, held.name)):
        named = Named(
            kind=NameKind.CONDITION, name=condition.name, id=condition.id, private=_is_private(condition)
        )
        yield from _spellings(named, (condition.short,))


def _common(known: Iterable[Spelling]) -> Iterator[Spelling]:
    """The built-in names that are not the journal's own."""
    own = {spelling.words for spelling in known}
    common = [Named(kind=NameKind.SYMPTOM, name=name) for name in COMMON_SYMPTOMS]
    common += [
        Named(kind=NameKind.TREATMENT, name=name, treatment=kind) for name, kind in COMMON_TREATMENTS.items()
    ]
    for named in common:
        yield from (spelling for spelling in _spellings(named, ()) if spelling.words not in own)


def visits_of(journal: Journal) -> tuple[tuple[When, Named], ...]:
    """Every dated visit that was not cancelled, with its clinician."""
    held = []
    for visit in journal.of(Visit):
        clinician = journal.clinician(visit.clinician)
        if clinician is not None and visit.when is not None and visit.when.is_dated and not visit.cancelled:
            held.append((visit.when, _clinician(clinician)))
    return tuple(held)
