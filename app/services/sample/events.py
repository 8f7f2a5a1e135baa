"""What happened to Maya besides visits and treatments, the numbers she was told, her notes and bad days."""

from datetime import time
from decimal import Decimal

from app.domain.records import Day, Event, Measurement, Note, Record
from app.domain.records.events import EventKind
from app.domain.records.notes import NoteTopic
from app.domain.records.record import Source
from app.domain.records.symptoms import DayKind
from app.services.sample.telling import Telling


def events(tell: Telling) -> tuple[Record, ...]:
    """Events, measurements, free notes and bad days."""
    return (
        *_finding_out(tell),
        *_later(tell),
        *_measurements(tell),
        *_notes(tell),
        *_bad_days(tell),
    )


def _finding_out(tell: Telling) -> tuple[Event, ...]:
    arthritis = (tell.condition("arthritis"),)
    return (
        Event(
            id=tell.event("blood test"),
            written=tell.wrote("2023-09-20"),
            title="Blood test",
            event=EventKind.TEST,
            label="blood test",
            when=tell.on("2023-09-20"),
            clinician=tell.clinician("Whitlock"),
            conditions=arthritis,
            outcome="anti-CCP positive",
            pinned=True,
            attachments=(tell.photo("blood test"),),
        ),
        Event(
            id=tell.event("x-rays"),
            written=tell.wrote("2023-10-10"),
            title="X-rays of knees and hands",
            event=EventKind.TEST,
            when=tell.on("2023-10-10"),
            place="Riverside Clinic",
            conditions=arthritis,
            outcome="no damage seen",
        ),
        Event(
            id=tell.event("diagnosis"),
            written=tell.wrote("2023-11-22"),
            title="Diagnosis: inflammatory arthritis",
            event=EventKind.DIAGNOSIS,
            label="diagnosis",
            when=tell.on("2023-11-22"),
            clinician=tell.clinician("Osei"),
            visit=tell.visit("2023-11-22"),
            conditions=arthritis,
        ),
    )


def _later(tell: Telling) -> tuple[Event, ...]:
    return (
        Event(
            id=tell.event("part-time"),
            written=tell.wrote("2025-01-06"),
            title="Part-time work",
            event=EventKind.LIFE_CHANGE,
            label="part-time work",
            when=tell.on("2025-01-06"),
            note="Three days a week at the library.",
        ),
        _emergency(tell),
        Event(
            id=tell.event("GP left"),
            written=tell.wrote("2025-12-19"),
            title="Dr Whitlock left the practice",
            event=EventKind.CARE_CHANGE,
            label="GP left",
            when=tell.on("2025-12-19"),
            clinician=tell.clinician("Whitlock"),
            note=f"My GP since {tell.day('2019-07-01').year}.",
        ),
        Event(
            id=tell.event("itchy patch"),
            written=tell.wrote("2026-03-03"),
            title="Itchy patch",
            event=EventKind.REACTION,
            label="itchy patch",
            when=tell.on("2026-03-03"),
            outcome="after the injection, gone in two days",
            pinned=True,
        ),
    )


def _emergency(tell: Telling) -> Event:
    return Event(
        id=tell.event("emergency"),
        written=tell.wrote("2026-01-20"),
        source=Source(
            title="Letter",
            dated=tell.date_words("2025-11-03"),
            quote="Migraine with aura. CT head: no acute change.",
        ),
        title="Emergency visit",
        event=EventKind.EMERGENCY,
        label="emergency",
        when=tell.on("2025-11-03"),
        place="Riverside Hospital",
        conditions=(tell.condition("migraine"),),
        understood="no stroke, no new medicine",
    )


def _measurements(tell: Telling) -> tuple[Measurement, ...]:
    return (
        Measurement(
            id=tell.id("measurement anti-CCP"),
            written=tell.wrote("2023-09-22"),
            name="Anti-CCP",
            when=tell.on("2023-09-20"),
            words="positive",
            event=tell.event("blood test"),
        ),
        Measurement(
            id=tell.id("measurement kidneys"),
            written=tell.wrote("2026-03-12"),
            name="Kidneys, liver, blood",
            when=tell.on("2026-03-12"),
            words="told normal",
        ),
        Measurement(
            id=tell.id("measurement pressure"),
            written=tell.wrote("2026-01-09"),
            name="Blood pressure",
            when=tell.on("2026-01-09"),
            value=Decimal(118),
            second=Decimal(74),
            unit="mmHg",
            visit=tell.visit("2026-01-09"),
        ),
        Measurement(
            id=tell.id("measurement CRP"),
            written=tell.wrote("2025-06-05"),
            name="CRP",
            when=tell.on("2025-06-04"),
            value=Decimal(19),
            unit="mg/L",
            low=Decimal(0),
            high=Decimal(5),
            visit=tell.visit("2025-06-05"),
        ),
    )


def _notes(tell: Telling) -> tuple[Note, ...]:
    return (
        Note(
            id=tell.id("note gap"),
            written=tell.wrote("2024-08-19"),
            text="Four weeks at Tomás’s. I wanted to think of something else.",
            when=tell.on("2024-08-19"),
            topic=NoteTopic.GAP,
        ),
        Note(
            id=tell.id("note library"),
            written=tell.wrote("2025-01-06"),
            text="The first short week. A free day to sleep, and the shopping done like anyone.",
            when=tell.on("2025-01-06"),
            about=(tell.event("part-time"),),
        ),
        Note(
            id=tell.id("note stairs"),
            written=tell.wrote("2025-08-24"),
            text="Walked up to the castle with Inés. She counted the steps: 112.",
            when=tell.on("2025-08-24"),
            topic=NoteTopic.REFLECTION,
            attachments=(tell.photo("hands"),),
        ),
    )


def _bad_days(tell: Telling) -> tuple[Day, ...]:
    days = (
        ("2023-10-09", ""),
        ("2023-12-05", "Dark room from ten."),
        ("2024-06-18", ""),
        ("2024-12-11", "Knees like wood."),
        ("2025-03-19", ""),
        ("2025-05-03", "Could not get down to tie a shoe."),
        ("2025-11-03", ""),
        ("2026-02-18", ""),
        ("2026-04-01", ""),
        ("2026-04-14", ""),
        ("2026-04-22", ""),
        ("2026-04-28", ""),
        ("2026-05-06", "Left work at noon."),
    )
    return tuple(
        Day(
            id=tell.id(f"bad day {day}"),
            written=tell.wrote(f"{day} 12:20"),
            day=DayKind.BAD_DAY,
            when=tell.on(day),
            times=(time(12, 20),),
            note=note,
        )
        for day, note in days
    )
