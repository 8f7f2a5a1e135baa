"""A bad day noted with one key, and again."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.domain.records import Day, SymptomEntry, TreatmentChange
from app.domain.records.record import RecordId
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import PartOfDay
from app.services.bad_days import note_bad_day, note_symptom, note_taken, say_how_bad
from tests.services.cheap import NOON, PASSPHRASE, session_in


def test_the_second_time_on_a_day_adds_a_time_only(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    journal = session.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    for hours in (0, 2, 2):
        note_bad_day(journal, NOON + timedelta(hours=hours), session.make_id)
    (day,) = journal.snapshot.of(Day)
    assert day.times == (time(12), time(14))
    session.lock(backup=False)


def test_after_midnight_it_counts_to_the_night_before(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    journal = session.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    note_bad_day(journal, datetime(2026, 5, 13, 3, 10, tzinfo=NOON.tzinfo), session.make_id)
    note_bad_day(journal, datetime(2026, 5, 13, 9, 0, tzinfo=NOON.tzinfo), session.make_id)
    days = sorted(day.when.earliest for day in journal.snapshot.of(Day))
    assert days == [date(2026, 5, 12), date(2026, 5, 13)]
    session.lock(backup=False)


def test_what_is_added_after_midnight_is_of_the_night_before(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    journal = session.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    night = datetime(2026, 5, 13, 3, 10, tzinfo=NOON.tzinfo)
    for key, moment in (("noon", NOON), ("night", night)):
        note_symptom(journal, RecordId("knee"), moment, RecordId(key))
    found = {str(entry.id): entry.when for entry in journal.snapshot.of(SymptomEntry)}
    assert found["noon"].at == time(12)
    assert (found["night"].day, found["night"].part) == (date(2026, 5, 12), PartOfDay.NIGHT)
    session.lock(backup=False)


def test_a_number_can_be_set_and_taken_away_and_each_is_undone(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    journal = session.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    note_symptom(journal, RecordId("knee"), NOON, RecordId("entry"))
    heard = []
    for severity in (7, None):
        say_how_bad(journal, RecordId("entry"), severity)
        heard.append([entry.severity for entry in journal.snapshot.of(SymptomEntry)])
    for _ in range(3):
        journal.undo()
        heard.append([entry.severity for entry in journal.snapshot.of(SymptomEntry)])
    assert heard == [[7], [None], [7], [None], []]
    assert say_how_bad(journal, RecordId("gone"), 5).ids == frozenset()
    session.lock(backup=False)


def test_what_was_taken_is_one_dose_at_its_time(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    journal = session.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    note_taken(journal, RecordId("pill"), NOON, RecordId("dose"))
    (change,) = journal.snapshot.of(TreatmentChange)
    assert (change.change, change.treatment) == (ChangeKind.TAKEN, "pill")
    assert change.when is not None
    assert change.when.at == time(12)
    session.lock(backup=False)


def test_one_kept_from_the_cover_says_so(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    journal = session.create(tmp_path / "journals" / "a.toldonce", PASSPHRASE, "Ada")
    note_bad_day(journal, NOON, session.make_id, from_cover=True)
    assert [day.from_cover for day in journal.snapshot.of(Day)] == [True]
    session.lock(backup=False)
