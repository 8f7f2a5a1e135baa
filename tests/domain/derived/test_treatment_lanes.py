"""The Treatments page in words: lanes, story, before and after, days since the dose."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.derived.naming import own_words
from app.domain.derived.timeline_geometry import Ending, Fill, Sign
from app.domain.derived.timeline_rows import tell_record
from app.domain.derived.treatments.comparison import Comparison, comparison
from app.domain.derived.treatments.dose_panel import DosePanel, dose_panel
from app.domain.derived.treatments.lanes import LaneRow, lanes, time_ticks
from app.domain.derived.treatments.story import TreatmentStory, stories
from app.domain.derived.treatments.telling import ToldChange, dose_days_words, told_changes
from app.domain.derived.treatments.written import written
from app.domain.journal import Journal, journal_of
from app.domain.records import Record, Symptom, SymptomEntry, TreatmentChange
from app.domain.records.person import Badness
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.treatments import (
    ChangeKind,
    Frequency,
    SideEffect,
    Taken,
    TreatmentKind,
    Verdict,
    Why,
)
from app.domain.records.when import in_month, on_day
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import TODAY, change, make, medicine, mg

WORDS = Words()
EVERY_TWO_WEEKS = Frequency(words="every 2 weeks", times=Decimal(1), days=14)


@pytest.fixture(scope="module")
def sample() -> Journal:
    return journal_of(sample_journal())


def row(journal: Journal, name: str) -> LaneRow:
    return next(row for row in lanes(journal, TODAY, WORDS).rows if row.name == name)


def story(journal: Journal, name: str) -> TreatmentStory:
    return next(story for story in stories(journal, TODAY) if story.treatment.name == name)


def compare(
    journal: Journal,
    name: str,
    *,
    change: RecordId | None = None,
    symptom: RecordId | None = None,
    days: int | None = None,
) -> Comparison:
    told = written(journal, TODAY)
    return comparison(
        journal, story(journal, name), told, TODAY, WORDS, change=change, symptom=symptom, days=days
    )


def told(journal: Journal, name: str) -> list[ToldChange]:
    return list(told_changes(journal, story(journal, name), WORDS))


# Lanes


def test_the_sample_stands_as_in_the_picture(sample: Journal) -> None:
    shown = lanes(sample, TODAY, WORDS)
    assert [row.name for row in shown.now] == [
        "Adalimumab",
        "Naproxen",
        "Propranolol",
        "Sumatriptan",
        "Magnesium",
        "Hand therapy",
    ]
    assert [row.name for row in shown.stopped][:3] == ["Sulfasalazine", "Methotrexate", "Amitriptyline"]
    assert [mark.word for mark in shown.legend] == ["prescribed", "from the shop", "supplement", "therapy"]
    assert row(sample, "Adalimumab").dose == "40\u00a0mg every 2\u00a0weeks"
    assert row(sample, "Adalimumab").verdict == "helps a lot, until day 10"
    assert row(sample, "Methotrexate").dose == "to 15\u00a0mg a week"
    assert row(sample, "Prednisolone").dose == "15 to 5\u00a0mg a day"
    assert row(sample, "Ibuprofen").dose == "400\u00a0mg, from the shop"
    assert row(sample, "Amitriptyline").verdict == "too sleepy to drive"


def test_the_bars_step_pause_and_end(sample: Journal) -> None:
    heights = [piece.height for piece in row(sample, "Propranolol").lane.stretches]
    assert heights == [0.5, 1.0]
    assert Fill.PAUSED in {piece.fill for piece in row(sample, "Naproxen").lane.stretches}
    assert row(sample, "Adalimumab").lane.ending is Ending.STILL
    assert row(sample, "Methotrexate").lane.ending is Ending.STOPPED
    assert row(sample, "Hand therapy").lane.kind is Sign.THERAPY


def test_a_row_is_spoken_in_full_words(sample: Journal) -> None:
    assert row(sample, "Methotrexate").spoken == (
        "Methotrexate, 5 December 2023 to 17 September 2024, stopped. To 15 milligrams a week. "
        "Helped, sick two days a week."
    )
    assert "1 gram a day" in row(sample, "Omega-3").spoken
    assert not any("\u00a0" in row.spoken for row in lanes(sample, TODAY, WORDS).rows)


def test_what_nothing_dated_is_known_of_is_listed_too() -> None:
    shown = lanes(journal_of([medicine("aspirin")]), TODAY, WORDS)
    assert [row.name for row in shown.now] == ["Aspirin"]
    assert shown.now[0].about == "Taking now, since date not known."


def test_what_begins_later_stands_by_itself() -> None:
    journal = journal_of([medicine("aspirin"), change("aspirin", ChangeKind.STARTED, "2026-06-01")])
    shown = lanes(journal, TODAY, WORDS)
    assert (shown.now, [row.verdict for row in shown.coming]) == ((), ["from 1\u00a0Jun\u00a02026"])


def test_an_empty_journal_has_no_rows_and_a_line_of_time_all_the_same() -> None:
    shown = lanes(Journal(), TODAY, WORDS)
    assert (shown.rows, shown.legend) == ((), ())
    assert shown.panel.days > 90


def test_how_it_is_really_taken_is_part_of_how_it_goes(sample: Journal) -> None:
    assert row(sample, "Naproxen").verdict == "helps, sometimes taken"
    journal = journal_of(
        [
            medicine("aspirin"),
            change("aspirin", ChangeKind.STARTED, "2026-01-01"),
            change("aspirin", ChangeKind.PAUSED, "2026-04-01"),
        ]
    )
    assert row(journal, "Aspirin").verdict == "paused now"


def test_the_dose_really_taken_stands_beside_the_planned_one() -> None:
    journal = journal_of(
        [
            medicine("aspirin"),
            change("aspirin", ChangeKind.STARTED, "2026-01-01", planned=mg(50), taking=mg(25)),
        ]
    )
    assert row(journal, "Aspirin").dose == "50\u00a0mg; I take 25\u00a0mg"


@pytest.mark.parametrize("days", [30, 200, 400, 900, 3000, 9000])
def test_the_line_of_time_is_named_and_never_crowded(days: int) -> None:
    ticks = time_ticks((TODAY - timedelta(days=days)).replace(day=1), TODAY, WORDS)
    named = [tick for tick in ticks if tick.label]
    assert 1 <= len(named) <= 13
    assert [tick.day for tick in ticks] == sorted(tick.day for tick in ticks)


# Story


def test_a_change_tells_what_happened_the_facts_and_the_persons_words(sample: Journal) -> None:
    first = told(sample, "Adalimumab")[0]
    assert (first.day, first.head) == ("12\u00a0Jun\u00a02025", "Started, 40\u00a0mg")
    assert first.facts == "Every 2\u00a0weeks. Decided together with Dr Osei."
    assert first.own == "After two others did not suit."
    assert first.spoken == (
        "12 June 2025, Started, 40 milligrams, Every 2 weeks. Decided together with Dr Osei, "
        "you wrote After two others did not suit."
    )


def test_dose_days_are_counted_and_not_listed(sample: Journal) -> None:
    assert all("Taken" not in change.head for change in told(sample, "Adalimumab"))
    assert dose_days_words(story(sample, "Adalimumab"), WORDS) == (
        "23 dose days written, the last on 30\u00a0Apr\u00a02026."
    )


def test_the_words_of_a_skipped_dose_blame_nobody() -> None:
    journal = journal_of([medicine("aspirin"), change("aspirin", ChangeKind.MISSED, "2026-05-01")])
    assert [change.head for change in told(journal, "Aspirin")] == ["Skipped"]
    (skipped,) = journal.of(TreatmentChange)
    assert tell_record(journal, skipped, WORDS).thing == "Aspirin skipped"
    assert own_words(journal, skipped) == "Aspirin skipped"


def test_side_effects_and_the_verdict_are_told() -> None:
    effect = SideEffect(words="itchy patch", badness=Badness.MILD, gone_after="two days")
    journal = journal_of(
        [
            medicine("aspirin"),
            change("aspirin", ChangeKind.NOTICED, "2026-05-01", side_effects=(effect,)),
            change("aspirin", ChangeKind.STOPPED, "2026-05-02", verdict=Verdict.HELPED, why=(Why.COST,)),
        ]
    )
    noticed, stopped = told(journal, "Aspirin")
    assert (noticed.head, noticed.facts) == ("Noticed: itchy patch", "Mild, gone in two days.")
    assert stopped.facts == "Why: cost. All in all: helped."


# Before and after


def test_knee_pain_around_the_start_of_adalimumab(sample: Journal) -> None:
    shown = compare(sample, "Adalimumab")
    assert shown.title == "Knee pain, before and after the start"
    assert shown.name == "Knee pain before and after 12 June 2025"
    assert shown.before is not None
    assert shown.after is not None
    assert (shown.before.caption, shown.after.caption) == (
        "90 days before: 42 readings",
        "90 days after: 41 readings",
    )
    assert (shown.before.middle_words, shown.after.middle_words) == ("middle 6.5", "middle 4")
    assert shown.sentence == (
        "The middle reading went from 6.5 to 4. This shows what happened, not why: sulfasalazine also "
        "stopped on 8\u00a0April and hand therapy also began on 30\u00a0June."
    )
    assert len(shown.readings) == 83
    assert shown.readings[0][1].endswith(" of 10")


def test_what_comes_in_attacks_is_counted_in_days(sample: Journal) -> None:
    shown = compare(sample, "Propranolol")
    assert shown.title.startswith("Migraine")
    assert shown.days == 180
    assert shown.sentence.startswith("You wrote of migraine on 24 days before and 13 after.")
    assert shown.before is not None
    assert shown.before.middle is None


def test_a_chosen_change_symptom_and_length_are_kept(sample: Journal) -> None:
    dose = next(one for one in story(sample, "Propranolol").changes if one.change is ChangeKind.DOSE)
    hand = next(one.symptom.id for one in written(sample, TODAY).readings if "Hand" in one.symptom.name)
    shown = compare(sample, "Propranolol", change=dose.id, symptom=hand, days=30)
    assert shown.title.endswith("before and after the new dose")
    assert (shown.change, shown.symptom, shown.days) == (dose.id, hand, 30)
    assert shown.before is not None
    assert shown.before.caption.startswith("30 days before: ")


def test_another_change_of_the_same_treatment_inside_the_windows_is_marked(sample: Journal) -> None:
    assert [marker.words for marker in compare(sample, "Sulfasalazine").markers] == ["the new dose"]


def test_too_new_too_early_unknown_and_nothing_are_said_and_not_drawn() -> None:
    def sentence_of(*records: Record) -> str:
        shown = compare(journal_of([medicine("aspirin"), *records]), "Aspirin")
        assert not shown.drawn
        return shown.sentence

    knee = make(Symptom, "knee", name="Knee pain")
    felt = entry(date(2026, 3, 1), 5)
    start = ChangeKind.STARTED
    assert "No readings yet" in sentence_of()
    assert "both sides need 14 days" in sentence_of(knee, felt, change("aspirin", start, "2026-05-10"))
    assert "begin on 1\u00a0March" in sentence_of(knee, felt, change("aspirin", start, "2026-02-20"))
    assert "Nothing with a day" in sentence_of(knee, felt, change("aspirin", start, when=in_month(2026, 3)))


def entry(day: date, level: int) -> SymptomEntry:
    knee = SymptomId(RecordId("knee"))
    return make(SymptomEntry, f"r{day}", symptom=knee, when=on_day(day), severity=level)


# Days since the dose


def panel(journal: Journal, name: str) -> DosePanel | None:
    return dose_panel(journal, story(journal, name), written(journal, TODAY), TODAY, WORDS)


def test_the_rounds_of_the_sample(sample: Journal) -> None:
    shown = panel(sample, "Adalimumab")
    assert shown is not None
    assert shown.picture is not None
    assert shown.title == "Knee pain by day since Adalimumab"
    assert shown.sentence.startswith("23\u00a0rounds. Last dose 30\u00a0Apr\u00a02026, next 14\u00a0May")
    assert shown.rows[0][0] == "Dose day"
    assert all("reading" in line for _, line in shown.rows)


def test_daily_medicine_and_weekly_therapy_have_no_rounds(sample: Journal) -> None:
    assert panel(sample, "Naproxen") is None
    assert panel(sample, "Hand therapy") is None


def test_too_few_rounds_say_what_is_needed_and_when_the_next_dose_is() -> None:
    journal = journal_of(
        [
            medicine("aspirin", treatment=TreatmentKind.PRESCRIBED),
            change("aspirin", ChangeKind.STARTED, "2026-04-01", how_often=EVERY_TWO_WEEKS),
            change("aspirin", ChangeKind.TAKEN, "2026-05-12", taken=Taken.AS_PLANNED),
        ]
    )
    shown = panel(journal, "Aspirin")
    assert shown is not None
    assert (shown.picture, shown.taken_today) == (None, True)
    assert shown.sentence.startswith("Last dose 12\u00a0May\u00a02026, next 26\u00a0May\u00a02026.")


def test_nothing_is_concluded(sample: Journal) -> None:
    shown = panel(sample, "Adalimumab")
    assert shown is not None
    said = f"{shown.title} {shown.sentence}".casefold()
    assert not any(word in said for word in ("because", "fades", "wears off", "caused", "better", "worse"))


def test_the_order_changes_come_in_does_not_matter(sample: Journal) -> None:
    records = list(sample.records.values())
    changes = [one for one in records if isinstance(one, TreatmentChange)]
    others = [one for one in records if not isinstance(one, TreatmentChange)]
    turned = journal_of([*reversed(changes), *others])
    assert lanes(turned, TODAY, WORDS) == lanes(sample, TODAY, WORDS)
