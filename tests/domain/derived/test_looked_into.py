"""A backup beside the journal of today: what is in it, and what would be missing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from app.domain.derived.looked_into import looked_into
from app.domain.journal import Journal
from app.domain.records import Note, Person
from app.domain.records.record import RecordId
from app.i18n import Words

THEN = datetime(2026, 5, 3, 8, 0, tzinfo=UTC)
MAYA = Person(id=RecordId("maya"), written=THEN, name="Maya")


def note(key: str, text: str, days: int = 0) -> Note:
    return Note(id=RecordId(key), written=THEN + timedelta(days=days), text=text)


def test_entries_are_counted_and_what_is_newer_is_named_newest_first() -> None:
    backup = Journal.holding(MAYA, note("a", "stays"), note("b", "was so"))
    today = backup.with_(replace(note("b", "is so now")), note("c", "came later", 4))
    seen = looked_into(backup, today, Words())
    assert (seen.whose, seen.entries) == ("Maya", 2)
    assert [(one.name, one.changed) for one in seen.newer] == [
        ("note: came later", False),
        ("note: is so now", True),
    ]


def test_the_same_journal_has_nothing_newer() -> None:
    journal = Journal.holding(MAYA, note("a", "stays"))
    assert looked_into(journal, journal, Words()).newer == ()
