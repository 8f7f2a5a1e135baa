"""The bad-day page: what it offers, and what it never does (interface.md 11.4, 14.1, 14.5)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.derived.bad_day import BadDay, bad_day
from app.domain.journal import Journal
from app.domain.records import AboutMe, Contact, Day, PlanStep, Record, Symptom, SymptomEntry
from app.domain.records.person import Topic
from app.domain.records.plans import Outcome, PlanPart
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind, Frequency, Taken, TreatmentKind
from app.domain.records.when import at_time, on_day
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import TODAY, change, clinician, make, medicine, mg, on, who

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
WORDS = Words()
DAY = make(Day, "bad", day=DayKind.BAD_DAY, when=on_day(TODAY))


def page(*records: Record, now: datetime = NOW, noted: tuple[str, ...] = ()) -> BadDay:
    return bad_day(Journal.holding(DAY, *records), DAY, now, WORDS, frozenset(RecordId(key) for key in noted))


def taking(key: str, **parts: object) -> tuple[Record, ...]:
    return (medicine(key), change(key, ChangeKind.STARTED, "2026-01-01", planned=mg(50), **parts))


def test_the_sample_is_what_the_picture_shows() -> None:
    journal = Journal.holding(*sample_journal())
    shown = bad_day(journal, DAY, NOW, WORDS)
    assert [one.name for one in shown.symptoms] == ["Migraine", "Knee pain", "Hand stiffness", "Fatigue"]
    assert shown.symptoms[0].how_bad == "How bad is the migraine?"
    assert shown.treatments[0].text == "Sumatriptan 50\u00a0mg"
    assert shown.treatments[0].spoken == "Sumatriptan, 50 milligrams"
    assert shown.helps[0].splitlines()[0] == "Dark room, cold cloth."
    assert [(one.who, one.phone) for one in shown.to_call] == [("Tomás, my brother", "020 7946 0142")]
    assert (
        "Dr Lindqvist said to call if",
        ("a headache is sudden and the worst ever, or with weakness, confusion or fever. Then 999.",),
    ) in [(one.heading, one.said) for one in shown.call_if]


def test_what_is_used_when_needed_comes_first() -> None:
    needed = taking("rescue", how_often=Frequency(when_needed=True))
    shown = page(*taking("daily"), *needed)
    assert [one.name for one in shown.treatments] == ["Rescue", "Daily"]


@pytest.mark.parametrize(
    "ends",
    [
        change("pill", ChangeKind.STOPPED, "2026-03-01"),
        change("pill", ChangeKind.PAUSED, "2026-03-01"),
        change("pill", ChangeKind.HOW_TAKEN, "2026-03-01", taken=Taken.NOT),
        change("pill", ChangeKind.HOW_TAKEN, "2026-03-01", taken=Taken.SOMETIMES),
        change("pill", ChangeKind.NOTICED, "2026-03-01", not_tolerated=True),
    ],
)
def test_nothing_is_offered_that_is_not_taken_or_not_tolerated(ends: Record) -> None:
    assert [one.name for one in page(*taking("pill")).treatments] == ["Pill"]
    assert page(*taking("pill"), ends).treatments == ()


def test_a_therapy_is_nothing_one_takes() -> None:
    therapy, began = taking("yoga")
    assert page(replace(therapy, treatment=TreatmentKind.THERAPY), began).treatments == ()  # type: ignore[call-arg]


def test_only_what_was_noted_on_the_page_is_picked() -> None:
    knee = make(Symptom, "knee", name="Knee pain")
    early = make(SymptomEntry, "early", symptom=SymptomId(RecordId("knee")), when=at_time(NOW), severity=4)
    assert page(knee, early).symptoms[0].entry is None
    shown = page(knee, early, noted=("early",)).symptoms[0]
    assert (shown.entry, shown.severity) == ("early", 4)


def test_after_midnight_it_says_which_day_it_counts_to() -> None:
    night = datetime(2026, 5, 13, 3, 12, tzinfo=UTC)
    assert page(now=night).counts_to == "It is after midnight, so it counts to Tuesday."
    assert page().counts_to == ""


def test_nothing_is_asked_for_that_is_not_there() -> None:
    shown = page(make(Contact, "ana", name="Ana"), make(AboutMe, "hope", topic=Topic.HOPE, text="Sleep"))
    assert (shown.helps, shown.to_call, shown.call_if) == ((), (), ())


def test_open_steps_to_call_are_said_word_for_word_by_who_said_them() -> None:
    steps = [
        make(PlanStep, "a", text="It wakes me", part=PlanPart.CALL_IF, clinician=who("osei"), phone="0177"),
        make(PlanStep, "b", text="Fever!", part=PlanPart.CALL_IF, call_whom="999", phone="999"),
        make(PlanStep, "c", text="Over", part=PlanPart.CALL_IF, outcome=Outcome.NO_LONGER_NEEDED),
        make(PlanStep, "d", text="Walk", part=PlanPart.FIRST, by=on("2026-05-12")),
    ]
    shown = page(clinician("osei"), *steps).call_if
    assert [(one.heading, one.said) for one in shown] == [
        ("Dr Osei said to call if", ("It wakes me. Then 0177.",)),
        ("Call if", ("Fever! Then 999.",)),
    ]
