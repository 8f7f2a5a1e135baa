"""A session with the cheap cost of the storage tests, a clock that stands still and a key store in memory."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from app.domain.records import Note, Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import Precision, When
from app.services.clock import FixedClock
from app.services.session import Session
from app.storage.locations import Locations
from tests.storage.cheap import CHEAP, PROFILE

PASSPHRASE = "quiet otter under lamplight"  # noqa: S105 - it opens only test files
OTHER = "violin aquarium glue happy husky"
NOON = datetime(2026, 5, 12, 12, 0, tzinfo=timezone(timedelta(hours=2)))


class MemoryKeystore:
    """A key store that keeps its keys as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[bytes, bytes] = {}

    def keep(self, number: bytes, device_key: bytes) -> None:
        self.kept[number] = device_key

    def fetch(self, number: bytes) -> bytes | None:
        return self.kept.get(number)

    def drop(self, number: bytes) -> None:
        self.kept.pop(number, None)


def session_in(
    folder: Path,
    *,
    clock: FixedClock | None = None,
    store: MemoryKeystore | None = None,
) -> Session:
    places = Locations(
        journals=folder / "journals",
        backups=folder / "backups",
        state=folder / "config" / "state.json",
    )
    keystore = store or MemoryKeystore()
    return Session(
        places,
        clock=clock or FixedClock(NOON),
        find_keystore=lambda: keystore,
        costs=CHEAP,
        profile=PROFILE,
    )


def note(key: str, text: str) -> Note:
    return Note(id=RecordId(key), written=NOON, text=text)


def symptom(key: str, name: str) -> Symptom:
    return Symptom(id=RecordId(key), written=NOON, name=name)


def entry(key: str, of: str, severity: int) -> SymptomEntry:
    day = NOON.date()
    return SymptomEntry(
        id=RecordId(key),
        written=NOON,
        symptom=SymptomId(RecordId(of)),
        when=When(precision=Precision.DAY, first=day, last=day),
        severity=severity,
    )
