"""The Today page, against the picture of Tuesday 12 May 2026 and the rules of interface.md 11.3 and 14."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.today import today
from app.domain.derived.today_page import Answer, DayMark, GapAnswer, Keeping, MomentKind, Today
from app.domain.journal import Journal
from app.domain.records import (
    Clinician,
    Day,
    Goal,
    Note,
    Person,
    PlanStep,
    Question,
    Record,
    Symptom,
    SymptomEntry,
    Treatment,
    TreatmentChange,
    Visit,
)
from app.domain.records.notes import NoteTopic
from app.domain.records.plans import StepKind, Who
from app.domain.records.questions import QuestionStep, Step
from app.domain.records.record import ClinicianId, RecordId, Source, SymptomId, TreatmentId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind, Route
from app.domain.records.visits import WrittenUp
from app.domain.records.when import PartOfDay, at_time, from_to, on_day, part_of_day
from app.i18n import Words

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
WORDS = Words()
OSEI = ClinicianId(RecordId("osei"))
NAPROXEN = TreatmentId(RecordId("naproxen"))
ADALIMUMAB = TreatmentId(RecordId("adalimumab"))


def key(text: str) -> RecordId:
    return RecordId(text)


def moment(day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC)


def symptom(name: str, order: int) -> Symptom:
    return Symptom(id=key(name), written=moment(1), name=name, order=order)


def reading(
    id_: str, name: str, at: datetime, severity: int | None, *, note: str = "", typed_by: str = ""
) -> SymptomEntry:
    return SymptomEntry(
        id=key(id_),
        written=at,
        symptom=SymptomId(key(name)),
        when=at_time(at),
        severity=severity,
        note=note,
        typed_by=typed_by,
    )


MAYA: tuple[Record, ...] = (
    Person(id=key("person"), written=moment(1), name="Maya R."),
    symptom("Fatigue", 2),
    symptom("Knee pain", 0),
    symptom("Hand stiffness", 1),
    Clinician(id=OSEI, written=moment(1), name="Dr Ama Osei", short="Dr Osei"),
    Treatment(id=NAPROXEN, written=moment(1), name="Naproxen"),
    Treatment(id=ADALIMUMAB, written=moment(1), name="Adalimumab", route=Route.INJECTION, dose_every_days=14),
    reading("a", "Knee pain", moment(11), 5),
    reading("b", "Knee pain", moment(6, 8), 4),
    reading("c", "Knee pain", moment(6, 20), 6),
    reading("d", "Hand stiffness", moment(12, 7, 50), 4, note="Eased after an hour. Could hold the mug."),
    reading("e", "Fatigue", moment(11), None),
    Day(id=key("bad"), written=moment(6), day=DayKind.BAD_DAY, when=on_day(date(2026, 5, 6))),
    TreatmentChange(
        id=key("dose"),
        written=moment(1),
        treatment=ADALIMUMAB,
        change=ChangeKind.TAKEN,
        when=on_day(date(2026, 4, 30)),
    ),
    TreatmentChange(
        id=key("skip"),
        written=moment(12, 8, 15),
        treatment=NAPROXEN,
        change=ChangeKind.MISSED,
        when=part_of_day(date(2026, 5, 12), PartOfDay.MORNING),
        note="Stomach again.",
    ),
    Question(
        id=key("q"),
        written=moment(12, 13, 5),
        text="Could the injections be closer together?",
        clinician=OSEI,
    ),
    Question(
        id=key("asked"),
        written=moment(1),
        text="Should I keep taking naproxen with this stomach pain?",
        clinician=OSEI,
        life=(QuestionStep(step=Step.ASKED), QuestionStep(step=Step.NOT_ANSWERED)),
    ),
    Question(id=key("q3"), written=moment(1), text="Is there a generic?"),
    Visit(id=key("visit"), written=moment(1), clinician=OSEI, when=at_time(moment(14, 10, 20))),
    PlanStep(
        id=key("referral"),
        written=moment(1),
        text="Eye clinic referral",
        step=StepKind.REFERRAL,
        who=Who.CLINICIAN,
        clinician=OSEI,
        by=on_day(date(2026, 5, 1)),
    ),
    PlanStep(
        id=key("blood"),
        written=moment(1),
        text="Blood test before the visit",
        step=StepKind.TEST,
        by=on_day(date(2026, 5, 12)),
    ),
)


def page(*records: Record, keeping: Keeping | None = None, now: datetime = NOW) -> Today:
    journal = Journal.holding(*MAYA, *records)
    return today(journal, now, WORDS) if keeping is None else today(journal, now, WORDS, keeping=keeping)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_title_is_the_day() -> None:
    assert plain(page().title) == "Tuesday 12 May"


def test_fourteen_days_with_today_last() -> None:
    ledger = page().ledger
    assert ledger.heading == "The last 14 days"
    assert [f"{day.weekday} {plain(day.number)}" for day in ledger.days][:4] == [
        "Wed 29",
        "Thu 30",
        "Fri 1 May",
        "Sat 2",
    ]
    assert (ledger.days[-1].weekday, ledger.days[-1].number, ledger.days[-1].today) == ("Today", "12", True)


def test_rows_stand_in_the_persons_order() -> None:
    assert [row.name for row in page().ledger.rows] == ["Knee pain", "Hand stiffness", "Fatigue"]


def test_the_higher_of_two_readings_stands_in_the_cell_with_their_number() -> None:
    cell = next(cell for cell in page().ledger.rows[0].cells if cell.day == date(2026, 5, 6))
    assert (cell.severity, cell.count, cell.text, cell.entries) == (6, 2, "6", ("c", "b"))
    assert plain(cell.spoken) == "6 of 10, knee pain, Wednesday 6 May, 2 readings"


def test_an_empty_cell_says_that_nothing_is_written() -> None:
    cell = page().ledger.rows[0].cells[-1]
    assert (cell.severity, cell.count) == (None, 0)
    assert plain(cell.spoken) == "nothing written, knee pain, Tuesday 12 May"


def test_a_reading_without_a_number_is_not_an_empty_cell() -> None:
    cell = page().ledger.rows[2].cells[-2]
    assert (cell.severity, cell.count, cell.text) == (None, 1, "")


def test_marks_stand_under_their_days_and_only_those_in_view_are_in_the_legend() -> None:
    ledger = page().ledger
    marks = {day.day: [mark.mark for mark in day.marks] for day in ledger.days if day.marks}
    assert marks == {date(2026, 4, 30): [DayMark.INJECTION], date(2026, 5, 6): [DayMark.BAD_DAY]}
    assert [(mark.icon, mark.text) for mark in ledger.legend] == [
        ("syringe", "injection"),
        ("moon-stars-fill", "bad day"),
    ]
    assert ledger.nothing_written == "nothing written"


def test_at_most_six_rows_and_the_rest_behind_all_symptoms() -> None:
    more = [symptom(f"S{number}", 10 + number) for number in range(5)]
    ledger = page(*more).ledger
    assert (len(ledger.rows), ledger.more) == (6, 2)


def test_a_retired_symptom_has_no_row() -> None:
    assert "Old" not in [row.name for row in page(replace(symptom("Old", 9), retired=True)).ledger.rows]


def test_readings_of_a_merged_symptom_stand_with_the_other() -> None:
    merged = replace(symptom("Knees", 9), merged_into=SymptomId(key("Knee pain")))
    row = page(merged, reading("m", "Knees", moment(12), 9)).ledger.rows[0]
    assert (row.name, row.cells[-1].severity) == ("Knee pain", 9)


def test_what_was_written_today() -> None:
    lines = [(line.time, line.icon, line.thing, line.value, line.words) for line in page().written]
    assert lines == [
        ("07:50", "wave-sine", "Hand stiffness", "4 of 10", "Eased after an hour. Could hold the mug."),
        ("08:15", "pill", "Naproxen", "skipped this morning", "Stomach again."),
        ("13:05", "chat-circle-text", "Question", "for Dr Osei", "Could the injections be closer together?"),
    ]


def test_a_reading_of_yesterday_written_today_says_so() -> None:
    late = replace(reading("late", "Fatigue", moment(11, 20), 7), written=moment(12, 18, 30))
    line = page(late).written[-1]
    assert (line.time, line.value) == ("18:30", "7 of 10, yesterday, 20:00")


def test_what_an_import_brought_is_not_written_today() -> None:
    brought = replace(reading("i", "Fatigue", moment(12), 7), source=Source(title="file"))
    assert len(page(brought).written) == 3


def test_a_helpers_line_names_the_helper() -> None:
    line = page(reading("h", "Fatigue", moment(12, 9), 7, typed_by="Ana")).written[-2]
    assert line.typed_by == "typed by Ana, for me"


def test_what_waits_as_in_the_picture() -> None:
    shown = [(item.title, item.detail, [answer.text for answer in item.answers]) for item in page().moments]
    assert [(plain(title), plain(detail), answers) for title, detail, answers in shown] == [
        ("Dr Osei, Thursday 10:20", "In person. You have three questions.", ["Prepare for this visit"]),
        ("Eye clinic referral", "Promised by 1 May. Did it come?", ["It came", "Ask on Thursday"]),
        (
            "Blood test before the visit",
            "You planned this for today.",
            ["Done", "Partly", "Not done"],
        ),
        ("Asked twice, not answered yet", "", []),
    ]
    assert page().moments[-1].words == "Should I keep taking naproxen with this stomach pain?"
    assert page().moments_last_line == "Leave any of these. They will keep."


@pytest.mark.parametrize(("until", "waits"), [(date(2026, 5, 12), True), (date(2026, 5, 13), False)])
def test_a_question_put_aside_comes_back_on_its_day(until: date, waits: bool) -> None:
    asked = next(record for record in MAYA if record.id == key("asked"))
    assert isinstance(asked, Question)
    kinds = [item.kind for item in page(replace(asked, not_before=on_day(until))).moments]
    assert (MomentKind.QUESTION in kinds) is waits


def test_everything_that_waits_can_be_put_aside() -> None:
    for item in page().moments:
        assert {Answer.NOT_NOW, Answer.NEVER_MIND} <= {answer.answer for answer in item.menu}


def test_the_order_of_what_waits() -> None:
    been = Visit(id=key("been"), written=moment(1), clinician=OSEI, when=on_day(date(2026, 5, 4)))
    goal = Goal(id=key("goal"), written=moment(1), text="Walk", look_again=on_day(date(2026, 5, 10)))
    tuesday = Day(id=key("b2"), written=moment(10), day=DayKind.BAD_DAY, when=on_day(date(2026, 5, 10)))
    keeping = Keeping(
        recovery_key_checked=False,
        backups_wanted=True,
        last_backup=date(2026, 5, 1),
        begun=(("after:been", moment(1)),),
    )
    kinds = [item.kind for item in page(been, goal, tuesday, keeping=keeping).moments]
    assert kinds == list(MomentKind)


def test_a_visit_today_is_over_once_its_hour_has_passed() -> None:
    visit = Visit(id=key("v2"), written=moment(1), when=at_time(moment(12, 9)))
    kinds = {item.record: item.kind for item in page(visit).moments}
    assert kinds[key("v2")] is MomentKind.WRITE_UP


@pytest.mark.parametrize("how", [WrittenUp.DONE, WrittenUp.RATHER_NOT])
def test_a_visit_that_is_written_up_does_not_wait(how: WrittenUp) -> None:
    visit = Visit(id=key("v2"), written=moment(1), when=on_day(date(2026, 5, 4)), written_up=how)
    assert "v2" not in {item.record for item in page(visit).moments}


def test_a_bad_day_is_offered_by_name() -> None:
    sunday = Day(id=key("b2"), written=moment(10), day=DayKind.BAD_DAY, when=on_day(date(2026, 5, 10)))
    assert page(sunday).moments[0].title == "Sunday was a bad day. Add anything?"


def test_what_is_put_aside_is_gone_until_its_day() -> None:
    name = "promise:referral"
    gone = Keeping(put_aside=((name, None),))
    later = Keeping(put_aside=((name, date(2026, 5, 13)),))
    back = Keeping(put_aside=((name, date(2026, 5, 12)),))
    assert name not in {item.key for item in page(keeping=gone).moments}
    assert name not in {item.key for item in page(keeping=later).moments}
    assert name in {item.key for item in page(keeping=back).moments}


def test_at_most_five_are_shown_at_first() -> None:
    steps = [
        PlanStep(id=key(f"p{number}"), written=moment(1), text="x", by=on_day(date(2026, 5, 10)))
        for number in range(4)
    ]
    shown = page(*steps)
    assert (shown.shown, shown.show_more, len(shown.moments)) == (5, "Show 3 more", 8)


def test_nothing_waits() -> None:
    assert today(Journal(), NOW, WORDS).moments_last_line == "Nothing is waiting for you."


def test_same_as_yesterday_counts_symptoms_and_hides_when_yesterday_is_empty() -> None:
    assert page().same_as_yesterday == 2
    assert today(Journal(), NOW, WORDS).same_as_yesterday == 0


def test_the_first_day() -> None:
    person = Journal.holding(MAYA[0])
    assert today(person, NOW, WORDS).day_one
    assert not page().day_one


AFTER = datetime(2026, 5, 18, 9, 0, tzinfo=UTC)


def test_back_after_five_empty_days() -> None:
    shown = page(now=AFTER)
    assert shown.gap is not None
    assert (shown.gap.first, shown.gap.last) == (date(2026, 5, 13), date(2026, 5, 17))
    assert shown.gap.welcome == "Good to see you. Nothing was lost."
    assert plain(shown.gap.ask) == "Say one thing about 13 May to 17 May"
    assert [answer for answer, _ in shown.gap.answers] == list(GapAnswer)
    assert shown.shown == 1


def test_four_empty_days_are_no_gap() -> None:
    assert page(now=AFTER - timedelta(days=1)).gap is None


def test_a_reading_today_ends_the_gap() -> None:
    assert page(reading("n", "Fatigue", AFTER, 4), now=AFTER).gap is None


def test_one_remembered_line_is_enough() -> None:
    told = Note(
        id=key("told"),
        written=moment(1),
        text="Mostly better",
        topic=NoteTopic.GAP,
        when=from_to(date(2026, 5, 13), date(2026, 5, 17)),
    )
    assert page(told, now=AFTER).gap is None


def test_a_gap_can_be_left_blank() -> None:
    keeping = Keeping(put_aside=(("gap:2026-05-13", None),))
    assert page(now=AFTER, keeping=keeping).gap is None


@given(st.permutations(MAYA), st.integers(min_value=1, max_value=60))
def test_the_order_of_entry_does_not_matter(records: list[Record], days: int) -> None:
    shuffled = today(Journal.holding(*records), NOW, WORDS, days)
    assert shuffled == today(Journal.holding(*MAYA), NOW, WORDS, days)
    assert len(shuffled.ledger.days) == days


@given(
    st.lists(
        st.tuples(st.integers(min_value=0, max_value=20), st.none() | st.integers(min_value=0, max_value=10)),
        max_size=30,
    )
)
def test_every_reading_of_the_days_in_view_is_in_exactly_one_cell(
    given_: list[tuple[int, int | None]],
) -> None:
    entries = [
        reading(f"r{number}", "Knee pain", NOW - timedelta(days=back), severity)
        for number, (back, severity) in enumerate(given_)
    ]
    journal = Journal.holding(symptom("Knee pain", 0), *entries)
    (row,) = today(journal, NOW, WORDS).ledger.rows
    held = sorted(entry for cell in row.cells for entry in cell.entries)
    assert held == sorted(entry.id for entry, (back, _) in zip(entries, given_, strict=True) if back < 14)
    for cell in row.cells:
        severities = [severity for back, severity in given_ if NOW.date() - timedelta(days=back) == cell.day]
        assert cell.count == len(severities)
        assert cell.severity == max((held for held in severities if held is not None), default=None)
