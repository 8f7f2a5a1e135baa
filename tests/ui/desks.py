"""An open journal on a desk, for the tests of the pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from app.domain.records import (
    Clinician,
    Day,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.plans import Who
from app.domain.records.record import ClinicianId, RecordId, SymptomId, TreatmentId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import at_time, on_day
from app.i18n import Words
from app.services.clock import FixedClock
from app.services.open_journal import OpenJournal
from app.services.session import Session
from app.ui.desk import Desk
from tests.services.cheap import PASSPHRASE, session_in

EVENING = datetime(2026, 5, 12, 18, 40, tzinfo=timezone(timedelta(hours=1)))
TODAY = EVENING.date()
KNEE, HAND = SymptomId(RecordId("knee")), SymptomId(RecordId("hand"))
OSEI = ClinicianId(RecordId("osei"))
NAPROXEN = TreatmentId(RecordId("naproxen"))


@dataclass
class Heard:
    """What a desk said, in order."""

    said: list[tuple[str, bool]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    wanted: list[tuple[str, str]] = field(default_factory=list)
    offered: list[tuple[str, tuple[str, Callable[[], None]]]] = field(default_factory=list)

    def listen(self, desk: Desk) -> None:
        """Write down all that `desk` says from now on."""
        desk.said.connect(self._say)
        desk.troubled.connect(self.troubles.append)
        desk.wanted.connect(self._want)
        desk.offered.connect(self._offer)

    def _say(self, sentence: str, undoable: bool) -> None:
        self.said.append((sentence, undoable))

    def _offer(self, sentence: str, offer: tuple[str, Callable[[], None]]) -> None:
        self.offered.append((sentence, offer))

    def _want(self, page: str, what: str) -> None:
        self.wanted.append((page, what))


def session_with(folder: Path, *records: Record) -> Session:
    """A new journal of Ada's with these records, open, on the evening of 12 May 2026."""
    session = session_in(folder, clock=FixedClock(EVENING))
    session.create(folder / "journals" / "Ada.toldonce", PASSPHRASE, "Ada")
    if records:
        session.journal.record(*records)
    return session


def desk_with(folder: Path, *records: Record) -> Desk:
    """A desk with such a journal on it."""
    return Desk(session_with(folder, *records), Words())


def some_days() -> Iterator[Record]:
    """Two symptoms with a reading yesterday, a treatment, a visit on Thursday, what waits."""
    before = EVENING - timedelta(days=1)
    yield Symptom(id=KNEE, written=before, name="Knee pain", order=0)
    yield Symptom(id=HAND, written=before, name="Hand stiffness", order=1)
    yield reading("r1", KNEE, 4, days_ago=1)
    yield reading("r2", HAND, 3, days_ago=1)
    yield Treatment(id=NAPROXEN, written=before, name="Naproxen")
    yield TreatmentChange(
        id=RecordId("started"),
        written=before,
        treatment=NAPROXEN,
        change=ChangeKind.STARTED,
        when=on_day(TODAY - timedelta(days=40)),
    )
    yield Clinician(id=OSEI, written=before, name="Dr Osei")
    yield Visit(
        id=RecordId("thursday"),
        written=before,
        clinician=OSEI,
        when=at_time(datetime(2026, 5, 14, 10, 20, tzinfo=EVENING.tzinfo)),
    )
    yield Visit(id=RecordId("last"), written=before, clinician=OSEI, when=on_day(TODAY - timedelta(days=20)))
    yield Question(id=RecordId("why"), written=before, text="Could the injections be closer?", clinician=OSEI)
    yield step("blood", "Blood test before the visit", Who.ME, days_ago=0)
    yield step("referral", "Eye clinic referral", Who.CLINICIAN, days_ago=11)
    yield Day(id=RecordId("bad"), written=before, day=DayKind.BAD_DAY, when=on_day(TODAY - timedelta(days=6)))


def reading(key: str, of: SymptomId, severity: int, *, days_ago: int) -> SymptomEntry:
    """One reading."""
    moment = EVENING - timedelta(days=days_ago)
    return SymptomEntry(id=RecordId(key), written=moment, symptom=of, when=at_time(moment), severity=severity)


def step(key: str, text: str, who: Who, *, days_ago: int) -> PlanStep:
    """One open step of a plan."""
    return PlanStep(
        id=RecordId(key),
        written=EVENING - timedelta(days=20),
        text=text,
        who=who,
        clinician=OSEI,
        by=on_day(TODAY - timedelta(days=days_ago)),
    )


def only(journal: OpenJournal, kind: type[Record]) -> Record:
    """The one record of a kind that is in the journal."""
    (found,) = journal.snapshot.of(kind)
    return found
