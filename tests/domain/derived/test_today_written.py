"""What was written today, in the order in which it happened."""

from datetime import UTC, datetime, timedelta

from app.domain.derived.today_written import written_today
from app.domain.journal import Journal
from app.domain.records import Note, Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import at_time
from app.i18n import Words

NOW = datetime(2026, 5, 12, 18, 4, 50, tzinfo=UTC)
KNEE = SymptomId(RecordId("knee"))


def test_within_one_minute_it_is_the_order_of_writing() -> None:
    first, second = NOW - timedelta(seconds=40), NOW - timedelta(seconds=20)
    earlier = at_time(NOW - timedelta(hours=2))
    records = (
        Symptom(id=KNEE, written=first, name="Knee pain"),
        Note(id=RecordId("a"), written=NOW, text="third", when=at_time(NOW)),
        SymptomEntry(id=RecordId("b"), written=second, symptom=KNEE, severity=5, when=at_time(second)),
        Note(id=RecordId("c"), written=first, text="first", when=at_time(first)),
        SymptomEntry(id=RecordId("d"), written=NOW, symptom=KNEE, severity=3, when=earlier),
    )
    journal = Journal({record.id: record for record in records})
    assert [line.record for line in written_today(journal, NOW, Words())] == ["d", "c", "b", "a"]
