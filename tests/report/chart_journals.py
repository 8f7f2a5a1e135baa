"""Journals for page 2: the sample's, and ones that crowd, empty or stretch the chart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from app.domain.derived.chart.page import chart_page
from app.domain.derived.document import ChartPage, Document, Paper, Section
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    Clinician,
    Event,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.events import EventKind
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.treatments import ChangeKind, Dose, Frequency, Taken, TreatmentKind
from app.domain.records.when import When, in_month, on_day
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import TODAY, change, clinician, make, medicine, who
from tests.report import maya

TITLE = "Treatments and symptoms over time"


def sample() -> Journal:
    return journal_of(sample_journal())


def page(journal: Journal, today: date = TODAY) -> ChartPage:
    found = chart_page(journal, today, Words(), something_left_out=False)
    assert found is not None
    return found


def document(part: ChartPage, paper: Paper = Paper.A4) -> Document:
    """A document whose second page is this chart, and whose third holds the treatments."""
    chart = Section(title=TITLE, parts=(part,))
    treatments = Section(title="Treatments", parts=(maya.treatments(),))
    return replace(maya.document(paper), sections=(chart, treatments))


def reading(symptom: str, day: date | When, severity: int | None) -> SymptomEntry:
    when = on_day(day) if isinstance(day, date) else day
    key = f"{symptom} {when.first} {when.last} {severity}"
    return make(SymptomEntry, key, symptom=SymptomId(RecordId(symptom)), when=when, severity=severity)


def readings(symptom: str, first: date, days: int, every: int = 1) -> list[Record]:
    """One reading every so many days, from 3 to 8."""
    levels = cycle((3, 5, 8, 4, 6))
    return [reading(symptom, first + timedelta(days=at), next(levels)) for at in range(0, days, every)]


def event(name: str, day: date | When, **parts: Any) -> Event:
    when = on_day(day) if isinstance(day, date) else day
    return make(Event, f"event {name}", title=name, when=when, **parts)


def visit(name: str, day: date) -> Visit:
    return make(Visit, f"visit {name} {day}", clinician=who(name), when=on_day(day))


def crowded() -> Journal:
    """Twenty-five treatments of all kinds with long names, ten years, many events at one time."""
    records: list[Record] = []
    kinds = cycle(TreatmentKind)
    for at in range(25):
        key = f"wonderfulmedicine number {at} with a name that does not end"
        start = date(2016, 2, 1) + timedelta(days=97 * at)
        records += [
            medicine(key, treatment=next(kinds), route=None),
            change(key, ChangeKind.STARTED, start.isoformat(), planned=dose(10 + at), how_often=daily()),
            change(key, ChangeKind.DOSE, (start + timedelta(days=60)).isoformat(), planned=dose(20 + at)),
            change(key, ChangeKind.PAUSED, (start + timedelta(days=200)).isoformat()),
            change(key, ChangeKind.RESUMED, (start + timedelta(days=230)).isoformat()),
        ]
        if at % 2:
            records.append(change(key, ChangeKind.HOW_TAKEN, "2026-04-01", taken=Taken.SOMETIMES))
        if at % 3 == 0:
            stopped = change(key, ChangeKind.STOPPED, not_tolerated=True, reaction="sick " * 20)
            records.append(replace(stopped, when=in_month(2025, 3)))
    for name in ("Knee pain that has a very long name indeed", "Hands", "Head"):
        records.append(make(Symptom, name, name=name, pinned=True))
        records += readings(name, date(2017, 1, 1), 3400, every=3)
    records += many_events()
    for name in ("osei", "lindqvist", "rahal", "barnes", "featherstonehaugh-cholmondeley-smythe"):
        records.append(clinician(name, specialty="paediatric rheumatology and everything else"))
        records += [visit(name, date(2024, 1, 1) + timedelta(days=40 * at)) for at in range(12)]
        records.append(visit(name, date(2026, 6, 1)))
    return journal_of(records)


def many_events() -> list[Record]:
    """Eight that are close together, and as many that are not drawn."""
    kinds = cycle((EventKind.EMERGENCY, EventKind.ADMISSION, EventKind.DIAGNOSIS))
    return [
        event(f"something that happened {at}", date(2025, 8, 1) + timedelta(days=9 * at), event=next(kinds))
        for at in range(16)
    ]


def ten_readings() -> Journal:
    symptom = make(Symptom, "knee", name="Knee pain")
    return journal_of([symptom, *readings("knee", TODAY - timedelta(days=9), 10)])


HARD_WORDS = ("x" * 200, "😩😩 صداع", "a\nb\tc", "{page} {n} {", "<b>&amp;", "e\u0301" * 20, "word " * 39)


def hard_words() -> Journal:
    """The sample with names that are long, broken, in other scripts, or look like markup."""
    words = cycle(HARD_WORDS)
    return journal_of([_renamed(record, words) for record in sample_journal()])


def _renamed(record: Record, words: Iterator[str]) -> Record:
    match record:
        case Treatment() | Symptom():
            return replace(record, name=next(words))
        case Clinician():
            return replace(record, name=next(words), short="", specialty=next(words))
        case Event():
            return replace(record, title=next(words), label="", outcome=next(words), pinned=True)
        case TreatmentChange(planned=Dose() as planned):
            return replace(record, planned=replace(planned, words=next(words), amount=None))
    return record


def few_months() -> Journal:
    """Half a year: one panel; an end in it, a start nobody knows the day of, a day of a procedure."""
    records: list[Record] = [
        make(Symptom, "knee", name="Knee pain"),
        *readings("knee", date(2025, 12, 5), 150),
        medicine("naproxen"),
        replace(change("naproxen", ChangeKind.STARTED), when=in_month(2026, 1)),
        medicine("old"),
        change("old", ChangeKind.STARTED, "2025-12-10", planned=dose(5)),
        change("old", ChangeKind.STOPPED, "2026-03-01", why_words="It did nothing at all for me, ever"),
        medicine("surgery", treatment=TreatmentKind.PROCEDURE),
        change("surgery", ChangeKind.STARTED, "2026-02-10"),
        medicine("unknown"),
        change("unknown", ChangeKind.STARTED),
        clinician("osei", specialty="rheumatology"),
        visit("osei", date(2026, 2, 1)),
    ]
    return journal_of(records)


def dose(amount: int) -> Dose:
    return Dose(words=f"{amount} mg", amount=Decimal(amount), unit="mg")


def daily() -> Frequency:
    return Frequency(words="a day", times=Decimal(1), days=1)
