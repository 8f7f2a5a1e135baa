"""The timeline's list: nothing lost, the same in any order of entry, filtered as asked."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.timeline import (
    EVERYTHING,
    Entry,
    RowKind,
    TimelineFilter,
    TimelineRow,
    row_of,
    timeline,
    when_of,
)
from app.domain.journal import Journal, journal_of
from app.domain.records import (
    Condition,
    Day,
    Decision,
    Event,
    Measurement,
    Note,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    TreatmentChange,
    TurningPoint,
    Visit,
)
from app.domain.records.record import ConditionId, RecordId, SymptomId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind, Frequency
from app.domain.records.visits import Said
from app.domain.records.when import When, in_month, in_words, on_day
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import change, clinician, make, medicine, mg, on, shuffled, who

WORDS = Words()
LISTED = (
    TreatmentChange,
    SymptomEntry,
    Day,
    Visit,
    Decision,
    PlanStep,
    Event,
    Measurement,
    Question,
    Note,
    TurningPoint,
)


def maya() -> Journal:
    return journal_of(sample_journal())


def rows(journal: Journal, shown: TimelineFilter = EVERYTHING) -> list[TimelineRow]:
    return [row_of(journal, entry, WORDS) for entry in timeline(journal, shown)]


def test_nothing_is_lost() -> None:
    journal = maya()
    wanted = {record.id for record in journal if isinstance(record, LISTED)}
    assert {entry.record.id for entry in timeline(journal)} == wanted


def test_every_kind_belongs_to_exactly_one_filter() -> None:
    journal = maya()
    parts = [timeline(journal, TimelineFilter(kinds=frozenset({kind}))) for kind in RowKind]
    assert sum(map(len, parts)) == len(timeline(journal))
    assert all(parts)


@given(seed=st.integers(0, 50))
def test_the_order_of_entry_does_not_matter(seed: int) -> None:
    journal = journal_of([record for record in sample_journal() if not isinstance(record, SymptomEntry)])
    assert timeline(shuffled(journal, seed)) == timeline(journal)


def test_the_newest_comes_first_and_what_has_no_date_last() -> None:
    entries = timeline(maya())
    days = [entry.when.earliest for entry in entries if entry.when and entry.when.is_dated]
    assert days == sorted(days, reverse=True)
    dated = [entry.when is not None and entry.when.is_dated for entry in entries]
    assert dated == sorted(dated, reverse=True)


def test_a_span_of_time_shows_what_can_have_happened_in_it() -> None:
    shown = TimelineFilter(since=date(2025, 6, 1), until=date(2025, 6, 30))
    for entry in timeline(maya(), shown):
        assert entry.when is not None
        assert entry.when.within(date(2025, 6, 1), date(2025, 6, 30))


def test_find_looks_in_words_and_in_names() -> None:
    journal = journal_of(small())
    assert things(journal, "NAPROX") == ["Naproxen started"]
    assert things(journal, "castle") == ["Note"]
    assert things(journal, "osei") == ["Dr Osei", "Naproxen started"]
    assert things(journal, "nothing like it") == []


def things(journal: Journal, find: str) -> list[str]:
    return [row.thing for row in rows(journal, TimelineFilter(find=find))]


def small() -> list[Record]:
    often = Frequency(words="twice a day")
    return [
        clinician("osei", name="Dr Ama Osei", short="Dr Osei"),
        medicine("naproxen", for_conditions=(ConditionId(RecordId("arthritis")),)),
        make(Condition, "arthritis", name="Arthritis"),
        change(
            "naproxen",
            ChangeKind.STARTED,
            "2024-01-16",
            planned=mg(250),
            how_often=often,
            clinician=who("osei"),
        ),
        make(Note, "n", text="Up to the castle.", when=on("2024-02-01")),
        make(
            Visit,
            "v",
            clinician=who("osei"),
            when=on("2024-03-01"),
            said=(Said(words="Keep going."),),
            conditions=(ConditionId(RecordId("arthritis")),),
        ),
        make(Question, "q", text="Why?", when=on("2024-02-02")),
        make(Symptom, "knee", name="Knee pain", conditions=(ConditionId(RecordId("arthritis")),)),
        make(SymptomEntry, "s", symptom=SymptomId(RecordId("knee")), when=on("2024-02-03"), severity=6),
    ]


def test_a_condition_shows_what_belongs_to_it() -> None:
    shown = TimelineFilter(condition=ConditionId(RecordId("arthritis")))
    assert [row.thing for row in rows(journal_of(small()), shown)] == [
        "Dr Osei",
        "Knee pain 6",
        "Naproxen started",
    ]


def test_a_row_says_date_thing_and_line_and_is_spoken_whole() -> None:
    visit, reading, question, note, start = rows(journal_of(small()))
    assert (start.month, start.day, start.thing) == (
        "January 2024".replace(" ", "\u00a0"),
        "16\u00a0Jan",
        "Naproxen started",
    )
    assert start.line == "250\u00a0mg twice a day, with Dr Osei."
    assert (start.own_words, start.can_compare) == (False, True)
    assert start.spoken.replace("\u00a0", " ") == (
        "16 January 2024. Naproxen started: 250 mg twice a day, with Dr Osei."
    )
    assert (visit.line, visit.own_words, visit.can_compare) == ("“Keep going.”", True, False)
    assert (reading.thing, reading.line) == ("Knee pain 6", "")
    assert (question.thing, question.line) == ("Question", "Why?")
    assert (note.thing, note.line) == ("Note", "Up to the castle.")


def test_what_was_written_a_month_later_says_so() -> None:
    def note(key: str, when: When, written: date) -> Note:
        moment = datetime(written.year, written.month, written.day, tzinfo=UTC)
        return make(Note, key, text=key, when=when, written=moment)

    may = date(2026, 5, 31)
    found = {
        row.line: row.written_later
        for row in rows(
            journal_of(
                [
                    note("late", on_day(date(2026, 4, 1)), may),
                    note("soon", on_day(date(2026, 5, 1)), may),
                    note("month", in_month(2026, 5), may),
                    note("words", in_words("before the move"), may),
                ]
            )
        )
    }
    assert found == {"late": "written later", "soon": "", "month": "", "words": ""}


MAKERS: list[tuple[str, Callable[[], Record]]] = [
    ("Bad day", lambda: make(Day, "x", day=DayKind.BAD_DAY, when=on("2026-01-01"))),
    ("No symptoms", lambda: make(Day, "x", day=DayKind.NO_SYMPTOMS, when=on("2026-01-01"))),
    ("CRP", lambda: make(Measurement, "x", name="CRP", words="fine")),
    ("Ring them", lambda: make(PlanStep, "x", text="Ring them", by=on("2026-01-01"))),
    ("Which", lambda: make(Decision, "x", about="Which", chosen="This")),
    ("Scan", lambda: make(Event, "x", title="Scan")),
    ("Treatment", lambda: change("gone", ChangeKind.STARTED, "2026-01-01")),
    (
        "Symptom 3",
        lambda: make(
            SymptomEntry, "x", symptom=SymptomId(RecordId("gone")), when=on("2026-01-01"), severity=3
        ),
    ),
]


@pytest.mark.parametrize(("thing", "maker"), MAKERS)
def test_each_kind_has_its_words_even_alone(thing: str, maker: Callable[[], Record]) -> None:
    (row,) = rows(journal_of([maker()]))
    assert row.thing == thing
    assert row.spoken.startswith(WORDS.when(when_of(maker())))


@pytest.mark.parametrize("kind", list(ChangeKind))
def test_every_change_of_a_treatment_has_a_name(kind: ChangeKind) -> None:
    (row,) = rows(journal_of([medicine("naproxen"), change("naproxen", kind, "2026-01-01", note="why")]))
    assert "Naproxen" in row.thing
    assert row.line == "why"


def test_an_entry_is_the_record_itself() -> None:
    record = make(Note, "n", text="x", when=on("2026-01-01"))
    assert timeline(journal_of([record])) == (Entry(kind=RowKind.NOTES, when=record.when, record=record),)
