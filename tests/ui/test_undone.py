"""What the message says was undone."""

from pathlib import Path

import pytest

from app.domain.records import Day, Note, Question, Record, Treatment, TreatmentChange, Visit
from app.domain.records.record import RecordId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import on_day
from app.i18n import Words
from app.ui.undone import name_of
from tests.ui.desks import EVENING, KNEE, NAPROXEN, OSEI, TODAY, reading, session_with, some_days

STOPPED = TreatmentChange(
    id=RecordId("stopped"), written=EVENING, treatment=NAPROXEN, change=ChangeKind.STOPPED, when=on_day(TODAY)
)


@pytest.mark.parametrize(
    ("records", "name"),
    [
        ((reading("r9", KNEE, 5, days_ago=0),), "Knee pain 5 of 10"),
        (
            (reading("r8", KNEE, 5, days_ago=0), reading("r9", KNEE, 6, days_ago=0)),
            "Knee pain 5 of 10 and 1 more",
        ),
        ((STOPPED,), "Naproxen stopped"),
        ((Question(id=RecordId("q"), written=EVENING, text="Why: now?"),), "question: Why: now?"),
        ((Note(id=RecordId("n"), written=EVENING, text="one two three"),), "note: one two three"),
        ((Visit(id=RecordId("v"), written=EVENING, clinician=OSEI),), "visit Dr Osei"),
        ((Visit(id=RecordId("v"), written=EVENING, when=on_day(TODAY)),), "visit"),
        ((Day(id=RecordId("d"), written=EVENING, day=DayKind.BAD_DAY, when=on_day(TODAY)),), "bad day"),
        ((Treatment(id=RecordId("t"), written=EVENING, name="Zinc"),), "Zinc"),
    ],
)
def test_a_command_is_called_by_what_it_was_about(
    tmp_path: Path, records: tuple[Record, ...], name: str
) -> None:
    journal = session_with(tmp_path, *some_days()).journal
    journal.record(*records)
    before = journal.snapshot
    assert name_of(journal.undo(), before, Words()) == name
    assert name_of(journal.redo(), journal.snapshot, Words()) == name


def test_the_trash_is_named_too_and_a_name_of_its_own_stays(tmp_path: Path) -> None:
    journal = session_with(tmp_path, *some_days()).journal
    journal.trash(RecordId("r1"))
    before = journal.snapshot
    assert name_of(journal.undo(), before, Words()) == "Knee pain 4 of 10, put in the trash"
    journal.redo()
    journal.restore(RecordId("r1"))
    before = journal.snapshot
    assert name_of(journal.undo(), before, Words()) == "Knee pain 4 of 10, put back"
    journal.record(Note(id=RecordId("n"), written=EVENING, text="x"), what="Brought in: a file")
    before = journal.snapshot
    assert name_of(journal.undo(), before, Words()) == "Brought in: a file"
