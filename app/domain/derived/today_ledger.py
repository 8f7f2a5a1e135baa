"""The ledger of Today: the last days, one row for each tracked symptom, marks under the days."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.derived.today_page import DayMark, Ledger, LedgerCell, LedgerDay, LedgerRow, Mark
from app.domain.journal import Journal
from app.domain.records import Day, Symptom, SymptomEntry, Treatment, TreatmentChange, Visit
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind, Route
from app.domain.wording import Wording

MOST_ROWS = 6
_Readings = dict[tuple[SymptomId, date], list[SymptomEntry]]


def ledger(journal: Journal, today: date, words: Wording, days: int) -> Ledger:
    """The last `days` days, today last; the higher of a day's readings stands in its cell."""
    columns = tuple(today - timedelta(days=back) for back in range(days - 1, -1, -1))
    tracked = tracked_symptoms(journal)
    readings = _readings(journal, columns[0], today)
    rows = tuple(_row(symptom, columns, readings, words) for symptom in tracked[:MOST_ROWS])
    marks = _marks(journal, columns[0], today, words)
    shown = tuple(_column(day, today, marks.get(day, []), words) for day in columns)
    empty = any(cell.count == 0 for row in rows for cell in row.cells[:-1])
    return Ledger(
        heading=words.count("today.ledger", "The last {n} day", "The last {n} days", days),
        days=shown,
        rows=rows,
        legend=_legend(shown),
        nothing_written=words.say("today.nothing written", "nothing written") if empty else "",
        more=max(0, len(tracked) - MOST_ROWS),
    )


def tracked_symptoms(journal: Journal) -> tuple[Symptom, ...]:
    """The symptoms shown on Today, in the person's order."""
    held = [
        symptom
        for symptom in journal.of(Symptom)
        if symptom.show_on_today and not symptom.retired and symptom.merged_into is None
    ]
    return tuple(sorted(held, key=lambda symptom: (symptom.order, symptom.name, symptom.id)))


def _readings(journal: Journal, first: date, last: date) -> _Readings:
    held: _Readings = {}
    for entry in journal.readings_since(first):
        day = entry.when.day
        if day is None or not first <= day <= last:
            continue
        symptom = journal.symptom(entry.symptom)
        if symptom is not None:
            held.setdefault((SymptomId(symptom.id), day), []).append(entry)
    return held


def _row(symptom: Symptom, columns: tuple[date, ...], readings: _Readings, words: Wording) -> LedgerRow:
    key = SymptomId(symptom.id)
    cells = tuple(_cell(symptom, day, readings.get((key, day), []), words) for day in columns)
    return LedgerRow(symptom=key, name=symptom.name, cells=cells)


def _cell(symptom: Symptom, day: date, entries: list[SymptomEntry], words: Wording) -> LedgerCell:
    highest_first = sorted(
        entries, key=lambda entry: -1 if entry.severity is None else entry.severity, reverse=True
    )
    severity = highest_first[0].severity if highest_first else None
    return LedgerCell(
        day=day,
        severity=severity,
        count=len(entries),
        text="" if severity is None else words.number(severity),
        spoken=_spoken(symptom, day, severity, len(entries), words),
        entries=tuple(entry.id for entry in highest_first),
    )


def _spoken(symptom: Symptom, day: date, severity: int | None, count: int, words: Wording) -> str:
    """What changes from cell to cell first: "6 of 10, knee pain, Wednesday 6 May"."""
    if count == 0:
        what = words.say("today.nothing written", "nothing written")
    elif severity is None:
        what = words.say("today.noted", "noted")
    else:
        what = words.say("severity", "{n} of 10", n=severity)
    parts = [what, inside_sentence(symptom.name), words.weekday(day)]
    if count > 1:
        parts.append(words.count("today.readings", "{n} reading", "{n} readings", count))
    return ", ".join(parts)


def inside_sentence(name: str) -> str:
    """A name in the middle of a sentence: "knee pain"; "IBS" stays as it is."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _column(day: date, today: date, marks: list[Mark], words: Wording) -> LedgerDay:
    is_today = day == today
    number = words.number(day.day) if day.day != 1 else words.day_in_year(day)
    weekday = words.say("today.today", "Today") if is_today else words.short_weekday(day)
    return LedgerDay(day=day, weekday=weekday, number=number, today=is_today, marks=tuple(marks))


def _marks(journal: Journal, first: date, last: date, words: Wording) -> dict[date, list[Mark]]:
    marks: dict[date, list[Mark]] = {}
    for day, mark in (
        *_dose_marks(journal, words),
        *_day_marks(journal, words),
        *_visit_marks(journal, words),
    ):
        held = marks.setdefault(day, [])
        if first <= day <= last and mark.mark not in {other.mark for other in held}:
            held.append(mark)
    return marks


def _dose_marks(journal: Journal, words: Wording) -> Iterator[tuple[date, Mark]]:
    for change in journal.of(TreatmentChange):
        treatment = journal.treatment(change.treatment)
        day = change.when.day if change.when else None
        if change.change is ChangeKind.TAKEN and treatment and treatment.dose_every_days and day:
            yield day, _dose_mark(treatment, change.id, day, words)


def _dose_mark(treatment: Treatment, record: RecordId, day: date, words: Wording) -> Mark:
    injected = treatment.route is Route.INJECTION
    return Mark(
        mark=DayMark.INJECTION if injected else DayMark.DOSE_DAY,
        icon="syringe" if injected else "pill",
        text=words.say("mark.injection", "injection") if injected else words.say("mark.dose day", "dose day"),
        spoken=f"{treatment.name}, {words.weekday(day)}",
        record=record,
    )


def _day_marks(journal: Journal, words: Wording) -> Iterator[tuple[date, Mark]]:
    for record in journal.of(Day):
        day = record.when.day
        if day is None:
            continue
        bad = record.day is DayKind.BAD_DAY
        text = words.say("mark.bad day", "bad day") if bad else words.say("mark.no symptoms", "no symptoms")
        yield (
            day,
            Mark(
                mark=DayMark.BAD_DAY if bad else DayMark.NO_SYMPTOMS,
                icon="moon-stars-fill" if bad else "check-circle",
                text=text,
                spoken=f"{text}, {words.weekday(day)}",
                record=record.id,
            ),
        )


def _visit_marks(journal: Journal, words: Wording) -> Iterator[tuple[date, Mark]]:
    for visit in journal.of(Visit):
        day = visit.when.day if visit.when else None
        if day is None or visit.cancelled:
            continue
        clinician = journal.clinician(visit.clinician)
        text = words.say("mark.visit", "visit")
        who = f"{text}, {clinician.called}" if clinician else text
        mark = Mark(
            mark=DayMark.VISIT,
            icon="stethoscope",
            text=text,
            spoken=f"{who}, {words.weekday(day)}",
            record=visit.id,
        )
        yield day, mark


def _legend(days: tuple[LedgerDay, ...]) -> tuple[Mark, ...]:
    """Each mark in view once, in the order of the kinds."""
    seen = {mark.mark: mark for day in days for mark in day.marks}
    return tuple(seen[kind] for kind in DayMark if kind in seen)
