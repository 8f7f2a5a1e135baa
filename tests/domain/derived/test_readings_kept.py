"""What readings say is worked out anew only where they changed: always the same as from the beginning."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.gaps import days_of
from app.domain.derived.readings import readings_for, readings_of
from app.domain.derived.symptoms.kept import kept_readings, with_readings
from app.domain.journal import Journal, journal_of
from app.domain.records import Record, Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import Precision, When, on_day

NOW = datetime(2026, 5, 12, tzinfo=UTC)
NAMES = ("a", "b", "c")


def _symptom(name: str, into: str | None, *, attacks: bool | None = None) -> Symptom:
    merged = SymptomId(RecordId(into)) if into is not None and into > name else None
    return Symptom(id=RecordId(name), written=NOW, name=name, merged_into=merged, attack_like=attacks)


def _entry(key: int, of: str, day: int, severity: int | None, trashed: bool) -> SymptomEntry:
    return SymptomEntry(
        id=RecordId(f"r{key}"),
        written=NOW,
        symptom=SymptomId(RecordId(of)),
        when=on_day(NOW.date() - timedelta(days=day)),
        severity=severity,
        trashed=trashed,
    )


_NAME = st.sampled_from(NAMES)
_CHANGE = st.builds(
    _entry, st.integers(0, 30), _NAME, st.integers(0, 60), st.none() | st.integers(0, 10), st.booleans()
) | st.builds(_symptom, _NAME, st.none() | _NAME)


@given(st.lists(st.lists(_CHANGE, min_size=1, max_size=5), max_size=12))
def test_it_is_the_same_as_worked_out_from_the_beginning(changes: list[list[Record]]) -> None:
    journal = Journal.holding(*(_symptom(name, None) for name in NAMES))
    held = with_readings(journal)
    for records in changes:
        journal = journal.with_(*records)
        readings_of(journal)
        held = with_readings(journal)
    plain = journal_of(journal.records.values())
    assert readings_of(journal) == readings_of(plain)
    assert held == with_readings(plain)
    for kept in kept_readings(journal).values():
        mine = {one.id for one in plain.of(SymptomEntry) if plain.symptom(one.symptom) == kept.symptom}
        assert {one.id for one in kept.entries} == mine
        assert readings_for(journal, kept.symptom, kept.entries) == readings_for(
            plain, kept.symptom, kept.entries
        )


_DAY = st.integers(0, 900).map(lambda back: NOW.date() - timedelta(days=back))
_WHEN = (
    st.builds(on_day, _DAY, around=st.booleans())
    | st.builds(
        lambda first, long: When(precision=Precision.SPAN, first=first, last=first + timedelta(long)),
        _DAY,
        st.integers(1, 600),
    )
    | st.just(When(precision=Precision.WORDS, words="before the move"))
)


@given(st.lists(_WHEN, max_size=30), _DAY | st.just(date.min), st.integers(0, 400))
def test_the_readings_of_some_days_are_those_of_looking_at_every_one(
    moments: list[When], first: date, days: int
) -> None:
    entries = [replace(_entry(at, "a", 0, 1, False), when=when) for at, when in enumerate(moments)]
    kept = kept_readings(Journal.holding(_symptom("a", None), *entries))[RecordId("a")]
    last = min(first + timedelta(days=days), NOW.date()) if first != date.min else NOW.date()
    plain = {one.id for one in entries if any(first <= day <= last for day in days_of(one.when))}
    assert {one.id for one in kept.between(first, last)} == plain


def test_a_symptom_that_is_said_to_come_in_attacks_is_told_anew() -> None:
    journal = Journal.holding(_symptom("a", None), _entry(1, "a", 3, 0, False))
    (before,) = readings_of(journal)
    (after,) = readings_of(journal.with_(replace(_symptom("a", None), attack_like=True)))
    assert (before.entries, after.entries) == (1, 0)
