"""What is done with a whole symptom is one command, and undo takes it back whole."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.derived.symptoms.kept import in_order
from app.domain.records import Symptom, SymptomEntry
from app.domain.records.record import PRIVATE, RecordId, SymptomId
from app.services import symptoms
from app.services.open_journal import OpenJournal
from tests.ui.desks import EVENING, HAND, KNEE, reading, session_with, some_days

JAW = SymptomId(RecordId("jaw"))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    jaw = Symptom(id=JAW, written=EVENING, name="Jaw", order=2, sharing=PRIVATE)
    session = session_with(tmp_path, *some_days(), jaw, reading("j", JAW, 2, days_ago=3))
    yield session.journal
    session.lock(backup=False)


def order(journal: OpenJournal) -> list[str]:
    return [one.name for one in in_order(journal.snapshot)]


def test_made_one_and_taken_back_the_journal_is_as_it_was(journal: OpenJournal) -> None:
    before = journal.snapshot
    change = symptoms.merge(journal, KNEE, HAND)
    assert change.ids == {KNEE, HAND}
    assert journal.snapshot.symptom(KNEE) == journal.snapshot.get(Symptom, HAND)
    assert journal.snapshot.of(SymptomEntry) == before.of(SymptomEntry)
    journal.undo()
    assert journal.snapshot == before
    journal.redo()
    assert journal.snapshot.symptom(KNEE) == journal.snapshot.get(Symptom, HAND)


def test_earlier_versions_keep_the_names_and_marks(journal: OpenJournal) -> None:
    symptoms.merge(journal, KNEE, JAW)
    first, later = journal.history(JAW)
    assert isinstance(first.record, Symptom)
    assert isinstance(later.record, Symptom)
    assert (first.record.other_names, later.record.other_names) == ((), ("Knee pain",))
    knee = journal.snapshot.get(Symptom, KNEE)
    assert knee is not None
    assert knee.sharing == PRIVATE  # the name is Jaw's now, and Jaw is private


def test_a_second_merge_is_followed_to_its_end(journal: OpenJournal) -> None:
    symptoms.merge(journal, KNEE, HAND)
    symptoms.merge(journal, KNEE, JAW)  # Knee stands for Hand by now
    found = journal.snapshot.symptom(KNEE)
    assert found is not None
    assert found.id == JAW
    assert set(found.other_names) == {"Knee pain", "Hand stiffness"}


def test_one_and_the_same_is_not_made_one(journal: OpenJournal) -> None:
    with pytest.raises(ValueError, match="different"):
        symptoms.merge(journal, KNEE, KNEE)
    symptoms.merge(journal, KNEE, HAND)
    with pytest.raises(ValueError, match="different"):
        symptoms.merge(journal, HAND, KNEE)


def test_taken_apart_each_has_its_own_readings_again(journal: OpenJournal) -> None:
    symptoms.merge(journal, KNEE, HAND)
    symptoms.take_apart(journal, KNEE)
    assert order(journal) == ["Knee pain", "Hand stiffness", "Jaw"]
    found = journal.snapshot.symptom(KNEE)
    assert found is not None
    assert found.id == KNEE


def test_a_symptom_is_not_tracked_any_more_and_taken_up_again(journal: OpenJournal) -> None:
    symptoms.track(journal, KNEE, tracked=False)
    assert order(journal) == ["Hand stiffness", "Jaw", "Knee pain"]
    assert journal.snapshot.get(SymptomEntry, RecordId("r1")) is not None
    symptoms.track(journal, KNEE, tracked=True)
    assert order(journal)[0] == "Knee pain"


def test_a_symptom_moves_one_place_and_not_past_the_end(journal: OpenJournal) -> None:
    symptoms.move(journal, HAND, -1)
    assert order(journal) == ["Hand stiffness", "Knee pain", "Jaw"]
    assert symptoms.move(journal, HAND, -1).ids == frozenset()
    symptoms.move(journal, HAND, 1)
    journal.undo()
    assert order(journal) == ["Hand stiffness", "Knee pain", "Jaw"]


def test_what_is_tracked_does_not_move_among_what_is_not(journal: OpenJournal) -> None:
    symptoms.track(journal, JAW, tracked=False)
    assert symptoms.move(journal, HAND, 1).ids == frozenset()
    assert order(journal) == ["Knee pain", "Hand stiffness", "Jaw"]
