"""Page 2 in words: what the pictures say of the sample, the limits, and nothing untrue."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.derived.chart.page import chart_page
from app.domain.derived.chart.scope import Drawn
from app.domain.derived.document import ChartPage, words_of
from app.domain.derived.readings import count_readings
from app.domain.derived.timeline_geometry import Ending, Fill, Sign
from app.domain.journal import Journal, journal_of
from app.domain.records import Condition, Question, Record, Symptom
from app.domain.records.record import EventId, RecordId, SymptomId, TreatmentId
from app.domain.records.treatments import ChangeKind, Route, Taken, TreatmentKind
from app.domain.records.visits import VisitMode
from app.domain.records.when import in_month, in_year
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import (
    TODAY,
    change,
    clinician,
    make,
    medicine,
    mg,
    shuffled,
    times_a_day,
    who,
)
from tests.report import chart_journals
from tests.report.chart_journals import event, reading, readings, visit

WORDS = Words()
NB = "\u00a0"


def page(journal: Journal) -> ChartPage:
    found = chart_page(journal, TODAY, WORDS, something_left_out=False)
    assert found is not None
    return found


def rows(part: ChartPage) -> list[tuple[str, str]]:
    return [
        (words_of(row.head).replace(NB, " "), words_of(row.cells[0]).replace(NB, " "))
        for row in part.words_rows
    ]


@pytest.fixture(name="maya", scope="module")
def maya_page() -> ChartPage:
    return page(journal_of(sample_journal()))


def test_in_words_says_what_the_picture_says(maya: ChartPage) -> None:
    assert maya.words_lead == "The chart shows what happened and when, not why."
    assert rows(maya) == [
        (
            "8 Oct 2024",
            (
                "Propranolol started. Migraine days: 24 in the 180 days before (29 without notes), "
                "13 in the 180 after. 80 mg from 14 Jan 2025. "
                "Also then: 5 other medicine changes (see Treatments, page {page}), part-time work."
            ),
        ),
        (
            "12 Jun 2025",
            (
                "Adalimumab started. Knee pain, 90 days before: middle 6.5 (42 readings); 90 after: 4 (41). "
                "Also then: Sulfasalazine stopped, Hand therapy began."
            ),
        ),
        ("11 Sep–20 Oct 2025", "Naproxen paused. Mostly not taken since 27 Apr 2026 (stomach pain)."),
        ("3 Mar 2026", "Itchy patch after the injection, gone in two days."),
        ("14 May 2026", "Next visit: Dr Osei, rheumatology."),
    ]


def test_lanes_are_those_of_the_picture(maya: ChartPage) -> None:
    picture = maya.picture
    assert [(lane.name, lane.dose.replace(NB, " ")) for lane in picture.now] == [
        ("Adalimumab", "40 mg"),
        ("Naproxen", "250 mg"),
        ("Propranolol", "40 → 80 mg"),
        ("Sumatriptan", "50 mg"),
        ("Magnesium", "300 mg"),
        ("Hand therapy", "weekly"),
    ]
    assert [(lane.name, lane.dose.replace(NB, " "), lane.why) for lane in picture.stopped][:4] == [
        ("Sulfasalazine", "1 → 2 g", "no difference"),
        ("Methotrexate", "10 → 15 mg", "could not tolerate: sick two days a week"),
        ("Amitriptyline", "10 mg", "could not tolerate: too sleepy to drive"),
        ("Omega-3", "1 g", "can’t tell; my choice: cost"),
    ]
    assert [(lane.name, lane.aside, len(lane.marks)) for lane in picture.visits] == [
        ("Dr Osei", "rheumatology", 9),
        ("Dr Lindqvist", "neurology", 3),
        ("GP", "Whitlock, now Rahal", 3),
    ]
    assert picture.visits[0].next_label == f"14{NB}May"


def test_symptoms_events_gaps_and_lines_are_those_of_the_picture(maya: ChartPage) -> None:
    picture = maya.picture
    assert [(lane.name, lane.caption) for lane in picture.symptoms] == [
        ("Knee pain", "496 readings"),
        ("Hand stiffness", "476 readings"),
    ]
    assert [(lane.name, lane.caption) for lane in picture.days] == [("Migraine", "days each month (102)")]
    zeros = [column.first for column in picture.days[0].panels[0] if column.zero]
    assert date(2026, 3, 1) in zeros
    assert [mark.label for mark in picture.events] == [
        "blood test",
        "diagnosis",
        "part-time work",
        "emergency",
        "GP left",
        "itchy patch",
    ]
    assert [gap.label.replace(NB, " ") for gap in picture.gaps] == [
        "21 Jul–18 Aug 2024",
        "23 Dec 2025–5 Jan 2026",
    ]
    assert [(line.day, line.label) for line in picture.lines] == [(date(2025, 6, 12), "Adalimumab started")]


def test_what_is_drawn_and_not_drawn_adds_up_to_page_1(maya: ChartPage) -> None:
    assert (
        " ".join(maya.sentences)
        .replace(NB, " ")
        .startswith(
            "Bar height: dose, to compare within one medicine only. Symptoms: my own ratings, 0 to 10. "
            "Nothing drawn: nothing written. Not drawn: fatigue, 476 readings. Readings of all kinds: 1,550."
        )
    )
    assert 496 + 476 + 102 + 476 == 1550 == count_readings(journal_of(sample_journal()))


def test_the_legend_holds_only_what_is_on_the_page(maya: ChartPage) -> None:
    assert [entry.word for entry in maya.legend] == [
        *("prescribed", "from the shop", "supplement", "therapy", "when needed", "mostly not taken"),
        *("paused", "still taking", "stopped", "visit", "next visit", "event", "emergency"),
        *("Adalimumab started", "lowest, middle, highest", "under 3 readings"),
        *("0: notes, but no migraine", "the 12 months drawn larger"),
    ]


def test_what_is_read_out_has_the_sentences_of_the_design(maya: ChartPage) -> None:
    assert maya.alt == (
        f"Timeline from June{NB}2023 to 12{NB}May{NB}2026 in two panels, the right one showing the last 12 "
        "months larger; stopped treatments are below. 12 treatments as bars, 3 symptoms, 15 visits, 6 events."
    )
    spoken = [text.replace(NB, " ") for text in maya.spoken]
    assert (
        "Methotrexate: 10 mg from 5 Dec 2023, 15 mg from 12 Mar 2024, stopped 17 Sep 2024, helped, "
        "could not tolerate: sick two days a week."
    ) in spoken
    assert (
        "Knee pain: 496 readings. Middle by year: 2023 6, 2024 5, 2025 5, 2026 4. "
        "Highest month: May 2025, middle 7. Lowest month: Feb 2026, middle 3."
    ) in spoken
    assert any(
        text.startswith(
            "Migraine: days a month, middle by year: 2023 5, 2024 3, 2025 1, 2026 2. Most: Dec 2023, 8 days. "
            "No migraine in Feb 2025, Mar 2025,"
        )
        for text in spoken
    )
    assert "Dr Osei: 9 visits, last on 12 Feb 2026, next on 14 May 2026." in spoken
    assert "No notes from 21 Jul to 18 Aug 2024 and from 23 Dec 2025 to 5 Jan 2026." in spoken


def test_the_days_since_the_dose_are_shown_because_a_concern_names_the_injection(maya: ChartPage) -> None:
    assert maya.rounds is not None
    assert maya.rounds.heading == "Hand stiffness by day since Adalimumab"
    assert maya.rounds.sentence.replace(NB, " ") == "23 rounds. Last dose 30 Apr 2026, next 14 May 2026."
    assert [held.day for held in maya.rounds.days] == list(range(14))
    assert maya.rounds.days[0].middle < maya.rounds.days[13].middle


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_entry_does_not_matter(seed: int, maya: ChartPage) -> None:
    assert page(shuffled(journal_of(sample_journal()), seed)) == maya


def test_an_empty_journal_and_one_with_nothing_to_draw_have_no_chart() -> None:
    assert chart_page(Journal(), TODAY, WORDS, something_left_out=False) is None
    symptom = make(Symptom, "knee", name="Knee pain")
    alone = journal_of([symptom, reading("knee", TODAY, 6)])
    assert chart_page(alone, TODAY, WORDS, something_left_out=False) is None


def test_each_lane_has_a_sentence_in_the_order_of_the_picture() -> None:
    for build in (chart_journals.sample, chart_journals.crowded, chart_journals.few_months):
        part = page(build())
        lanes = part.picture
        count = bool(lanes.events) + len(lanes.visits) + len(lanes.now) + len(lanes.symptoms)
        count += len(lanes.days) + bool(lanes.gaps) + len(lanes.stopped)
        assert len(part.spoken) == count
        assert len(part.alt) <= 600
        names = [lane.name for lane in lanes.now]
        starts = [text.split(":")[0] for text in part.spoken]
        assert [name for name in starts if name in names] == names


def test_limits_hold_however_much_there_is() -> None:
    part = page(chart_journals.crowded())
    lanes = part.picture
    assert len(lanes.now) + len(lanes.stopped) == 12
    assert len(lanes.symptoms) + len(lanes.days) == 3
    assert len(lanes.visits) == 4  # three and the others
    assert len(lanes.events) == 8
    assert len(part.words_rows) <= 7
    words = " ".join(words_of(text) for row in part.words_rows for text in (row.head, *row.cells)).split()
    assert sum(any(letter.isalnum() for letter in word) for word in words) <= 120
    assert any("and 12 others, on page" in text for text in part.sentences)


def test_each_symptom_not_used_gives_three_more_treatments() -> None:
    records: list[Record] = []
    for at in range(25):
        records += [medicine(f"m{at:02}"), change(f"m{at:02}", ChangeKind.STARTED, "2024-01-01")]
    assert len(page(journal_of(records)).picture.now) == 18
    for at, name in enumerate(("a", "b"), start=1):
        records += [make(Symptom, name, name=name), *readings(name, date(2026, 1, 1), 30)]
        assert len(page(journal_of(records)).picture.now) == min(18, 12 + 3 * (3 - at))


def test_what_could_not_be_tolerated_is_drawn_before_what_ended_later() -> None:
    records: list[Record] = []
    for at in range(18):
        records += [medicine(f"m{at:02}"), change(f"m{at:02}", ChangeKind.STARTED, "2024-01-01")]
    for name, day, bad in (("late", "2024-12-01", False), ("bad", "2024-06-01", True)):
        records += [
            medicine(name),
            change(name, ChangeKind.STARTED, "2023-01-01"),
            change(name, ChangeKind.STOPPED, day, not_tolerated=bad, reaction="itch" if bad else ""),
        ]
    without_one = [record for record in records if "m00" not in record.id]
    part = page(journal_of(without_one))
    assert [lane.name for lane in part.picture.stopped] == ["Bad"]
    assert "Not drawn: Late" in part.sentences[2]


def test_what_ended_within_the_year_stands_with_what_is_taken_now() -> None:
    records = [
        medicine("recent"),
        change("recent", ChangeKind.STARTED, "2024-01-01"),
        change("recent", ChangeKind.STOPPED, "2025-12-01", why_words="Too dear."),
    ]
    part = page(journal_of(records))
    (lane,) = part.picture.now
    assert (lane.ending, lane.why) == (Ending.STOPPED, "too dear")
    assert part.picture.headings.now == "Taking now or in the last 12 months"


def test_a_story_under_nine_months_is_one_panel_of_weeks() -> None:
    part = page(chart_journals.few_months())
    (panel,) = part.picture.panels
    assert (panel.heading.replace(NB, " "), panel.caption) == ("Since December 2025", "each week")
    assert part.picture.larger is None
    assert part.alt.startswith(f"Timeline from December{NB}2025 to 12{NB}May{NB}2026. ")


def test_left_out_days_leave_no_trace_and_nothing_untrue() -> None:
    journal = journal_of(sample_journal())
    hidden = frozenset({date(2024, 8, 1), date(2026, 3, 10)})
    part = chart_page(journal, TODAY, WORDS, something_left_out=True, left_out_days=hidden)
    assert part is not None
    assert [gap.first for gap in part.picture.gaps] == [date(2025, 12, 23)]
    assert not any("Nothing drawn" in text for text in part.sentences)
    march = [column for column in part.picture.days[0].panels[0] if column.first == date(2026, 3, 1)]
    assert march == []
    said = " ".join((*part.spoken, *(text for _, text in rows(part))))
    assert "Aug 2024" not in said
    assert f"Mar{NB}2026" not in said.split("No migraine in")[1].split(".")[0]
    assert "without notes" not in said


def test_too_few_readings_are_said_so_and_not_compared() -> None:
    records = [
        medicine("new", main=True),
        change("new", ChangeKind.STARTED, "2026-02-01"),
        make(Symptom, "knee", name="Knee pain"),
        *readings("knee", date(2026, 2, 1), 60),
        reading("knee", date(2025, 11, 1), 5),
    ]
    (row, *_) = rows(page(journal_of(records)))
    assert row == ("1 Feb 2026", "New started. Too few readings to compare.")


def test_two_main_treatments_have_a_line_and_a_row_each() -> None:
    records: list[Record] = [make(Symptom, "knee", name="Knee pain")]
    records += readings("knee", date(2024, 1, 1), 860)
    for at, name in enumerate(("one", "two", "three")):
        start = date(2024, 6, 1) + timedelta(days=200 * at)
        records += [medicine(name, main=True), change(name, ChangeKind.STARTED, start.isoformat())]
    part = page(journal_of(records))
    assert [line.label for line in part.picture.lines] == ["Two started", "Three started"]
    assert [row[1].split(".")[0] for row in rows(part)] == ["Two started", "Three started"]


def test_a_short_time_after_a_start_gives_equal_shorter_windows() -> None:
    records = [
        medicine("new", main=True),
        change("new", ChangeKind.STARTED, (TODAY - timedelta(days=29)).isoformat()),
        make(Symptom, "knee", name="Knee pain"),
        *readings("knee", date(2026, 1, 1), 132),
    ]
    (row, *_) = rows(page(journal_of(records)))
    assert "Knee pain, 30 days before: middle 5 (30 readings); 30 after: 5 (30)." in row[1]


def test_numbers_that_stand_for_events_are_explained() -> None:
    part = page(chart_journals.crowded())
    numbers = [mark.label for mark in part.picture.events if mark.label.isdigit()]
    assert numbers
    explained = dict(rows(part))["Numbers"]
    assert all(number in explained for number in numbers)


def test_picks_of_the_person_come_before_the_rules() -> None:
    drawn = Drawn(
        symptoms=(SymptomId(RecordId("b")),),
        treatments=(TreatmentId(RecordId("x")),),
        events=(EventId(RecordId("event one")),),
    )
    records: list[Record] = [
        medicine("x"),
        medicine("y"),
        event("one", TODAY),
        event("two", TODAY, pinned=True),
    ]
    records += [change("x", ChangeKind.STARTED, "2026-01-01"), change("y", ChangeKind.STARTED, "2026-01-01")]
    for name in ("a", "b"):
        records += [make(Symptom, name, name=name, pinned=name == "a"), *readings(name, date(2026, 1, 1), 30)]
    part = chart_page(journal_of(records), TODAY, WORDS, something_left_out=False, drawn=drawn)
    assert part is not None
    assert [lane.name for lane in part.picture.symptoms] == ["b"]
    assert [lane.name for lane in part.picture.now] == ["X"]
    assert [mark.title for mark in part.picture.events] == ["one"]


def test_before_this_names_what_began_earlier() -> None:
    records = [
        make(Condition, "m", name="Migraine with aura", short="migraine", onset=in_year(2006, around=True)),
        make(Condition, "w", name="Something", wondering=True, onset=in_year(2001)),
        make(Symptom, "knee", name="Knee pain"),
        *readings("knee", date(2025, 1, 1), 400),
    ]
    assert page(journal_of(records)).sentences[-1] == "Before this: migraine since about 2006."


def test_visits_of_a_role_that_changed_hands_share_a_lane_and_the_rest_are_others() -> None:
    records: list[Record] = [
        clinician("old", name="Dr Helen Old", short="Dr Old", specialty="GP"),
        clinician("new", name="Dr New", specialty="GP", took_over_from=who("old")),
        *(visit("old", date(2026, 1, at)) for at in (1, 2)),
        visit("new", date(2026, 2, 1)),
        medicine("x"),
        change("x", ChangeKind.STARTED, "2025-12-01"),
    ]
    for at, name in enumerate(("a", "b", "c", "d")):
        records += [clinician(name), *(visit(name, date(2026, 3, 1 + day)) for day in range(6 - at))]
    lanes = page(journal_of(records)).picture.visits
    assert [(lane.name, lane.aside, len(lane.marks)) for lane in lanes] == [
        ("Dr A", "", 6),
        ("Dr B", "", 5),
        ("Dr C", "", 4),
        ("Others", "", 6),
    ]


def test_an_emergency_visit_is_an_event_and_is_not_counted_as_a_visit() -> None:
    stay = replace(visit("a", date(2026, 3, 1)), id=RecordId("stay"))
    records: list[Record] = [
        clinician("a"),
        visit("a", date(2026, 2, 1)),
        replace(stay, mode=VisitMode.EMERGENCY),
        medicine("x"),
        change("x", ChangeKind.STARTED, "2025-12-01"),
    ]
    picture = page(journal_of(records)).picture
    assert [(mark.label, mark.hollow) for mark in picture.events] == [("emergency", True)]
    assert [len(lane.marks) for lane in picture.visits] == [1]


def test_a_question_about_a_dose_shows_its_rounds_only_from_three_on() -> None:
    def asked(rounds: int) -> ChartPage:
        records: list[Record] = [
            medicine("shot", name="Shot", route=Route.INJECTION, dose_every_days=7),
            change("shot", ChangeKind.STARTED, "2026-03-01"),
            make(Question, "q", text="Does the Injection wear off?"),
            make(Symptom, "knee", name="Knee pain"),
            *readings("knee", date(2026, 3, 1), 60),
        ]
        for at in range(rounds):
            day = date(2026, 3, 1) + timedelta(days=7 * at)
            records.append(change("shot", ChangeKind.TAKEN, day.isoformat()))
        return page(journal_of(records))

    assert asked(2).rounds is None
    found = asked(3).rounds
    assert found is not None
    assert sum(held.count for held in found.days) == 21
    assert found.sentence.replace(NB, " ") == "3 rounds. Last dose 15 Mar 2026, next 22 Mar 2026."


def test_signs_of_every_kind_reach_the_legend() -> None:
    records: list[Record] = []
    for kind in TreatmentKind:
        records += [medicine(kind, treatment=kind), change(kind, ChangeKind.STARTED, "2026-01-01")]
    records.append(replace(change("soft", ChangeKind.STARTED), when=in_month(2026, 2)))
    records += [medicine("soft"), medicine("rare"), change("rare", ChangeKind.STARTED, "2026-01-01")]
    records.append(change("rare", ChangeKind.HOW_TAKEN, "2026-03-01", taken=Taken.NOT))
    signs = {entry.sign for entry in page(journal_of(records)).legend}
    assert signs >= {Sign(kind.value) for kind in TreatmentKind} | {Sign.SOFT, Sign.MOSTLY_NOT, Sign.STILL}


def test_an_end_nobody_dated_and_a_dose_a_day_are_drawn_as_far_as_known() -> None:
    records: list[Record] = [
        medicine("x"),
        change("x", ChangeKind.STARTED, "2026-01-01", planned=mg(250), how_often=times_a_day(2)),
        change("x", ChangeKind.DOSE, "2026-02-01", planned=mg(1000), how_often=times_a_day(1)),
        change("x", ChangeKind.STOPPED),
        medicine("y"),
        change("y", ChangeKind.STARTED, "2025-12-01"),
    ]
    lanes = {lane.name: lane for lane in page(journal_of(records)).picture.now}
    stopped = {lane.name: lane for lane in page(journal_of(records)).picture.stopped}
    lane = (lanes | stopped)["X"]
    assert lane.ending is Ending.NONE
    assert {stretch.fill for stretch in lane.stretches} == {Fill.SOFT}
    assert [stretch.height for stretch in lane.stretches] == [0.5, 1.0]
