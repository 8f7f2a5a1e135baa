"""A journal is a value: a change makes another one, and nothing that was asked before is forgotten."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain import journal as journals
from app.domain.journal import Journal, journal_of
from app.domain.records import Note, Record, Symptom, SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import Precision, When, on_day

NOW = datetime(2026, 5, 12, tzinfo=UTC)


def _note(key: str, text: str = "x", *, trashed: bool = False) -> Note:
    return Note(id=RecordId(key), written=NOW, text=text, trashed=trashed)


def _symptom(key: str, into: str | None = None) -> Symptom:
    merged = SymptomId(RecordId(into)) if into else None
    return Symptom(id=RecordId(key), written=NOW, name=key, merged_into=merged)


_CHANGE = st.builds(
    lambda key, text, trashed: _note(f"n{key}", text, trashed=trashed),
    st.integers(0, 40),
    st.text("ab", min_size=1, max_size=3),
    st.booleans(),
) | st.builds(lambda key: _symptom(f"s{key}"), st.integers(0, 5))


@given(st.lists(st.lists(_CHANGE, max_size=4), max_size=30), st.integers(0, 3))
def test_any_run_of_changes_equals_the_journal_made_at_once(
    changes: list[list[Record]], asked_every: int
) -> None:
    journal = Journal()
    for at, records in enumerate(changes):
        before = dict(journal.records)
        later = journal.with_(*records)
        assert dict(journal.records) == before
        journal = later
        if asked_every and at % asked_every == 0:
            journal.of(Note)
    at_once = journal_of(record for records in changes for record in records)
    assert journal == at_once
    assert len(journal) == len(at_once.records)
    assert journal.of(Note) == at_once.of(Note)
    assert journal.of(Symptom) == at_once.of(Symptom)
    assert set(journal.trashed) == set(at_once.trashed)
    assert {record.id for record in journal} == {record.id for record in at_once}


def _reading(key: str, day: int, wrote: int, *, dated: bool, trashed: bool, of: str = "knee") -> SymptomEntry:
    return SymptomEntry(
        id=RecordId(key),
        written=NOW + timedelta(days=wrote),
        symptom=SymptomId(RecordId(of)),
        when=on_day(NOW.date() + timedelta(days=day))
        if dated
        else When(precision=Precision.WORDS, words="before the move"),
        severity=day % 11,
        trashed=trashed,
    )


_READING = st.builds(
    lambda key, day, wrote, dated, trashed: _reading(f"r{key}", day, wrote, dated=dated, trashed=trashed),
    *(st.integers(0, 12), st.integers(0, 9), st.integers(0, 9), st.booleans(), st.booleans()),
)


@given(st.lists(st.lists(_READING | _CHANGE, max_size=4), max_size=20), st.integers(0, 9))
def test_the_latest_are_the_same_whether_asked_before_the_changes_or_after(
    changes: list[list[Record]], days: int
) -> None:
    since = NOW + timedelta(days=days)
    journal = Journal()
    journal.written_since(since)
    journal.readings_since(since.date())
    for records in changes:
        journal = journal.with_(*records)
    found = journal.written_since(since)
    assert {record.id for record in found} == {held.id for held in journal if held.written >= since}
    assert [record.written for record in found] == sorted(record.written for record in found)
    readings = journal.readings_since(since.date())
    dated = [held for held in journal.of(SymptomEntry) if held.when.last is not None]
    assert {one.id for one in readings} == {held.id for held in dated if held.when.latest >= since.date()}


_READING_OF = st.builds(
    lambda key, day, dated, trashed, of: _reading(f"r{key}", day, 0, dated=dated, trashed=trashed, of=of),
    *(st.integers(0, 12), st.integers(0, 9), st.booleans(), st.booleans(), st.sampled_from(("s0", "s1"))),
)


@given(st.lists(st.lists(_READING_OF | _CHANGE, max_size=4), max_size=20), st.integers(1, 3))
def test_the_readings_of_a_symptom_are_the_same_whatever_was_asked_before(
    changes: list[list[Record]], asked_every: int
) -> None:
    """Also where a reading goes to another symptom, is changed twice at once, or leaves the trash."""
    journal = Journal()
    journal.prepare()
    for at, records in enumerate(changes):
        journal = journal.with_(*records)
        if at % asked_every == 0:
            journal.readings_of(RecordId("s0"))
    for key in ("s0", "s1"):
        mine = [held for held in journal.of(SymptomEntry) if held.symptom == key]
        mine.sort(key=lambda one: (one.when.is_dated, one.when.sort_key, one.written, one.id), reverse=True)
        assert list(journal.readings_of(RecordId(key))) == mine
        assert list(journal_of(journal.records.values()).readings_of(RecordId(key))) == mine


def test_many_changes_are_made_one_with_the_rest() -> None:
    journal = Journal.holding(_note("n0"))
    for at in range(journals._OVERLAY + 5):  # one more than lies beside the others
        journal = journal.with_(_note(f"n{at}", "later"))
    assert len(journal) == journals._OVERLAY + 5
    assert journal.get(Note, RecordId("n0")) == _note("n0", "later")


def test_what_is_taken_out_is_gone_and_the_trash_is_apart() -> None:
    journal = Journal.holding(_note("a"), _note("b", trashed=True)).with_(_note("c"))
    assert [note.id for note in journal.of(Note)] == ["a", "c"]
    assert [note.id for note in journal.trashed] == ["b"]
    assert journal.get(Note, RecordId("b")) is None
    assert dict(journal.without(RecordId("a"), RecordId("c")).records).keys() == {"b"}


def test_a_merged_symptom_is_found_and_a_ring_of_merges_ends() -> None:
    journal = Journal.holding(_symptom("knee", "knee pain"), _symptom("knee pain"))
    found = journal.symptom(RecordId("knee"))
    assert found is not None
    assert found.id == "knee pain"
    ring = Journal.holding(_symptom("a", "b"), replace(_symptom("b"), merged_into=SymptomId(RecordId("a"))))
    assert ring.symptom(RecordId("a")) is None
