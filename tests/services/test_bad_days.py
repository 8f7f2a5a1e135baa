"""A bad day noted with one key, and again."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.domain.records import Day
from app.services.bad_days import note_bad_day
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
