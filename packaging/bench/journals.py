"""Journals of any size for the bench: readings of eight symptoms, some with a few words."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.domain.records.record import RecordId, SymptomId
from app.domain.records.symptoms import Symptom, SymptomEntry
from app.domain.records.when import Precision, When
from app.services.clock import Clock, FixedClock
from app.services.open_journal import OpenJournal
from app.services.session import Session
from app.storage.locations import Locations

PASSPHRASE = "lichen pine heather honey"  # noqa: S105 (a made-up journal's)
NAMES = ("fatigue", "knee pain", "headache", "stiffness", "nausea", "low mood", "rash", "brain fog")
LAST_DAY = date(2026, 5, 12)
WRITTEN = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
A_DAY = 5
IN_ONE_CHANGE = 50


def session(folder: Path, clock: Clock | None = None) -> Session:
    """A session that keeps everything under FOLDER."""
    places = Locations(journals=folder / "journals", backups=folder / "backups", state=folder / "state.json")
    return Session(places, clock=clock)


def symptoms() -> tuple[Symptom, ...]:
    """The eight symptoms the readings are of."""
    return tuple(
        Symptom(id=RecordId(f"symptom-{place}"), written=WRITTEN, name=name)
        for place, name in enumerate(NAMES)
    )


def entry(number: int) -> SymptomEntry:
    """The reading with that number, counted back from the last day."""
    day = LAST_DAY - timedelta(days=number // A_DAY)
    return SymptomEntry(
        id=RecordId(f"entry-{number}"),
        written=WRITTEN,
        symptom=SymptomId(RecordId(f"symptom-{number % len(NAMES)}")),
        when=When(precision=Precision.DAY, first=day, last=day),
        severity=number * 7 % 11,
        note=f"after the long walk, number {number}" if number % 3 == 0 else "",
    )


def fill(journal: OpenJournal, records: int) -> None:
    """Write RECORDS readings, many to a change so that making them doesn't take all day."""
    journal.record(*symptoms())
    for start in range(0, records, IN_ONE_CHANGE):
        journal.record(*(entry(number) for number in range(start, min(start + IN_ONE_CHANGE, records))))


def make(folder: Path, records: int) -> Path:
    """A closed journal with that many readings."""
    path = folder / "journals" / "bench.toldonce"
    keeper = session(folder, FixedClock(WRITTEN))  # not today: today's commands can be undone
    fill(keeper.create(path, PASSPHRASE, "Bench"), records)
    keeper.lock(backup=False)
    return path
