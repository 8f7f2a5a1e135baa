"""The line: nothing with a date is lost, picture and list hold the same, and the words for both."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.line import moving
from app.domain.derived.line.crowds import CLOSEST, crowds_of, place_of
from app.domain.derived.line.drawing_up import draw_up
from app.domain.derived.line.in_view import column_of, column_size, columns_between, days_with
from app.domain.derived.line.lanes import Group, Lane, Line, Shape, Thing
from app.domain.derived.line.rows import Gathered, key_for, rows_in
from app.domain.derived.line.saying import (
    chosen_words,
    column_part,
    crowd_words,
    flag_words,
    summary,
    window_words,
)
from app.domain.derived.line.ticks import ticks_in
from app.domain.derived.line.windows import (
    Window,
    Zoom,
    life_of,
    panned,
    showing,
    window_around,
    window_at_today,
    zoomed,
)
from app.domain.derived.timeline import EVERYTHING, TimelineFilter, timeline
from app.domain.derived.timeline_geometry import BinSize
from app.domain.journal import journal_of
from app.domain.records import (
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
    Visit,
)
from app.domain.records.events import EventKind
from app.domain.records.plans import Outcome
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.symptoms import DayKind
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import When, from_to, in_month, in_year, on_day
from app.i18n import Words
from app.services.sample import sample_journal
from tests.domain.derived.journals import TODAY, change, make, medicine, mg, on

WORDS = Words()
DAYS = st.dates(date(2021, 1, 1), date(2026, 9, 30))
WHENS = st.one_of(
    DAYS.map(on_day),
    st.builds(lambda day: on_day(day, around=True), DAYS),
    st.builds(lambda day: in_month(day.year, day.month), DAYS),
    st.builds(lambda day: in_year(day.year, around=True), DAYS),
    st.builds(lambda day, length: from_to(day, day + timedelta(days=length)), DAYS, st.integers(0, 400)),
)
KINDS = st.sampled_from([Visit, Event, Question, Note, SymptomEntry, Day, PlanStep, Measurement, Decision])
LONGEST = {Zoom.WEEK: 7, Zoom.MONTH: 31, Zoom.THREE_MONTHS: 92, Zoom.YEAR: 366, Zoom.THREE_YEARS: 1106}


def record_of(at: int, kind: type[Record], when: When) -> Record:
    """Some record of a kind, at a time."""
    own = {
        Event: {"title": f"Event {at}"},
        Question: {"text": "Why?"},
        Note: {"text": "A note"},
        SymptomEntry: {"symptom": SymptomId(RecordId(f"symptom {at % 5}")), "severity": at % 11},
        Day: {"day": DayKind.BAD_DAY},
        PlanStep: {"text": "Ring them"},
        Measurement: {"name": "CRP"},
        Decision: {"about": "Which", "chosen": "This"},
    }
    where = "by" if kind is PlanStep else "when"
    return make(kind, f"record {at}", **{where: when}, **own.get(kind, {}))  # type: ignore[arg-type]


def line_of(*records: Record, shown: TimelineFilter = EVERYTHING) -> Line:
    return draw_up(journal_of(records), TODAY, WORDS, shown)


def some(dated: list[tuple[type[Record], When]]) -> Iterator[Record]:
    for at in range(4):  # the fifth symptom is gone
        yield make(Symptom, f"symptom {at}", name=f"Symptom {at}", order=at)
    yield from (record_of(at, kind, when) for at, (kind, when) in enumerate(dated))
    yield medicine("naproxen")
    yield change("naproxen", ChangeKind.STARTED, "2024-01-16", planned=mg(250))
    yield change("gone", ChangeKind.STARTED, "2025-03-01")


def drawn(line: Line, window: Window, px: float = 640) -> set[RecordId]:
    """Every record that stands on the canvas in this window: alone, in a crowd, or in a column."""
    found: set[RecordId] = set()
    width = px / window.days
    for lane in line.lanes_in(window.first, window.last):
        size = column_size(lane, window.zoom) if lane.is_symptom else None
        if size is not None:
            for column in columns_between(lane, size, window.first, window.last):
                found.update(thing.id for thing in lane.things[column.start : column.end])
            found.update(thing.id for thing in lane.wide_between(window.first, window.last))
        elif lane.is_symptom or lane.group is Group.TREATMENTS:
            found.update(thing.id for thing in lane.between(window.first, window.last))
            found.update(thing.id for thing in lane.wide_between(window.first, window.last))
        else:
            for crowd in crowds_of(lane.things, width):
                found.update(thing.id for thing in crowd.members if inside(thing, window))
    return found


def inside(thing: Thing, window: Window) -> bool:
    return thing.first <= window.last and window.first <= thing.last


def listed(line: Line, window: Window, *, each: bool = False) -> set[RecordId]:
    found: set[RecordId] = set()
    for row in rows_in(line, window, each=each):
        found.update(row.ids if isinstance(row, Gathered) else {row.record.id})
    return found


def in_span(line: Line, window: Window) -> set[RecordId]:
    shown = TimelineFilter(since=window.first, until=window.last)
    return {entry.record.id for entry in timeline(line.journal, shown)}


@given(dated=st.lists(st.tuples(KINDS, WHENS), max_size=40), day=DAYS, zoom=st.sampled_from(Zoom))
def test_everything_in_the_span_is_drawn_or_counted_and_listed(
    dated: list[tuple[type[Record], When]], day: date, zoom: Zoom
) -> None:
    line = line_of(*some(dated))
    window = window_around(zoom, day, line.life)
    wanted = in_span(line, window)
    assert wanted <= drawn(line, window)
    assert wanted <= listed(line, window)
    dated_ids = {entry.record.id for entry in timeline(line.journal) if entry.when}
    assert listed(line, window, each=True) & dated_ids == wanted


@given(dated=st.lists(st.tuples(KINDS, WHENS), max_size=40), day=DAYS)
def test_near_by_the_list_holds_what_the_canvas_holds(
    dated: list[tuple[type[Record], When]], day: date
) -> None:
    line = line_of(*some(dated))
    for zoom in (Zoom.WEEK, Zoom.MONTH, Zoom.THREE_MONTHS):
        window = window_around(zoom, day, line.life)
        assert drawn(line, window) == listed(line, window)


@given(dated=st.lists(st.tuples(KINDS, WHENS), max_size=30), day=DAYS, zoom=st.sampled_from(Zoom))
def test_the_list_is_newest_first_and_each_record_finds_its_row(
    dated: list[tuple[type[Record], When]], day: date, zoom: Zoom
) -> None:
    line = line_of(*some(dated))
    window = window_around(zoom, day, line.life)
    rows = [row for row in rows_in(line, window) if isinstance(row, Gathered) or row.when is not None]
    days = [
        row.first if isinstance(row, Gathered) else row.when.earliest if row.when else date.min
        for row in rows
    ]
    assert days == sorted(days, reverse=True)
    keys = {row.key if isinstance(row, Gathered) else row.record.id for row in rows}
    for key in in_span(line, window):
        assert key_for(line, window, key) in keys


@given(dated=st.lists(st.tuples(KINDS, WHENS), min_size=1, max_size=25), zoom=st.sampled_from(Zoom))
def test_keys_reach_every_stop_of_a_lane_and_come_back(
    dated: list[tuple[type[Record], When]], zoom: Zoom
) -> None:
    line = line_of(*some(dated))
    window = window_at_today(zoom, line.life)
    key: str | None = moving.start_of(line, window)
    assert key is not None
    while (before := moving.along(line, window, key, -1)) is not None:
        key = before
    walked = [key]
    while (following := moving.along(line, window, walked[-1], 1)) is not None:
        walked.append(following)
    assert len(set(walked)) == len(walked)
    found = line.thing(key)
    assert found is not None
    lane = found[0]
    size = column_size(lane, zoom) if lane.is_symptom else None
    stops = len(lane.things) if size is None else len(columns_between(lane, size, date.min, date.max))
    assert len(walked) == stops + len(lane.wide)
    down = moving.across(line, window, key, 1)
    assert down is None or line.thing(down) is not None


@given(day=DAYS, zoom=st.sampled_from(Zoom), other=st.sampled_from(Zoom), days=st.integers(-4000, 4000))
def test_a_window_keeps_its_length_and_stays_within_the_life(
    day: date, zoom: Zoom, other: Zoom, days: int
) -> None:
    life = life_of(date(2019, 6, 1), TODAY, date(2026, 8, 1))
    window = window_around(zoom, day, life)
    length = window_at_today(zoom, life).days
    assert window.days == panned(window, days, life).days == length
    moved = panned(window, days, life)
    assert moved.last <= max(life.last, window_at_today(zoom, life).last)
    assert moved.first >= min(life.first, window_at_today(zoom, life).first)
    again = zoomed(window, other, life, at=day)
    assert again.zoom is other
    assert not window.holds(day) or again.holds(day) or day > life.last
    assert showing(window, day, day, life).holds(day) or not life.first <= day <= life.last


def test_zooms_go_from_a_week_to_a_life_and_stop() -> None:
    assert Zoom.WEEK.nearer is Zoom.WEEK
    assert Zoom.LIFE.farther is Zoom.LIFE
    assert [zoom.farther for zoom in list(Zoom)[:-1]] == list(Zoom)[1:]
    life = life_of(date(2019, 6, 1), TODAY, TODAY)
    assert {zoom: window_at_today(zoom, life).days for zoom in LONGEST} == LONGEST
    assert window_at_today(Zoom.LIFE, life).first == date(2019, 1, 1)
    assert all(window_at_today(zoom, life).holds(TODAY) for zoom in Zoom)


# Marks


@given(days=st.lists(st.integers(0, 3000), max_size=60), width=st.floats(0.05, 40))
def test_marks_closer_than_ten_px_become_one_and_none_is_lost(days: list[int], width: float) -> None:
    things = tuple(
        Thing(id=RecordId(str(at)), first=on_, last=on_, shape=Shape.VISIT)
        for at, on_ in enumerate(date(2020, 1, 1) + timedelta(days=day) for day in days)
    )
    crowds = crowds_of(things, width)
    members = [thing.id for crowd in crowds for thing in crowd.members]
    assert sorted(members) == sorted(thing.id for thing in things)
    for before, after in pairwise(crowds):
        assert after.at - before.at >= CLOSEST
        assert place_of(after.members[0], width) >= place_of(before.members[-1], width)


def test_a_rough_date_stands_in_its_middle_and_is_drawn_wherever_any_of_it_is_in_view() -> None:
    line = line_of(make(Event, "e", title="Knees", when=in_year(2020, around=True)))
    found = line.thing("e")
    assert found is not None
    assert found[1].middle == date(2020, 7, 1)
    edge = Window(zoom=Zoom.WEEK, first=date(2020, 12, 28), last=date(2021, 1, 3))
    assert drawn(line, edge) == {"e"} == listed(line, edge)


def test_things_have_the_shape_of_what_they_are() -> None:
    day = on("2026-01-05")
    shapes = {
        Shape.VISIT: make(Visit, "a", when=day),
        Shape.NEXT_VISIT: make(Visit, "b", when=on("2026-06-05")),
        Shape.EVENT: make(Event, "c", title="x", when=day),
        Shape.EMERGENCY: make(Event, "d", title="x", when=day, event=EventKind.EMERGENCY),
        Shape.OPEN_QUESTION: make(Question, "e", text="Why?", when=day),
        Shape.STEP: make(PlanStep, "f", text="x", by=day, outcome=Outcome.DONE),
        Shape.OPEN_STEP: make(PlanStep, "g", text="x", by=day),
        Shape.GOOD_DAY: make(Day, "h", day=DayKind.NO_SYMPTOMS, when=day),
        Shape.MEASUREMENT: make(Measurement, "i", name="x", when=day),
    }
    line = line_of(*shapes.values())
    for shape, record in shapes.items():
        found = line.thing(record.id)
        assert found is not None
        assert found[1].shape is shape


def test_a_stay_goes_on_until_its_end() -> None:
    stay = make(Event, "e", title="Hospital", when=on("2026-01-05"), until=on("2026-01-09"))
    found = line_of(stay).thing("e")
    assert found is not None
    assert found[1].last == date(2026, 1, 9)


# Lanes


def maya(shown: TimelineFilter = EVERYTHING) -> Line:
    return draw_up(journal_of(sample_journal()), TODAY, WORDS, shown)


def test_lanes_stand_in_their_order() -> None:
    names = [lane.name for lane in maya().lanes]
    assert names[:6] == ["Events", "Visits", "Plans", "Questions", "Measurements", "Notes"]
    assert names[6:12] == [
        "Hand therapy",
        "Adalimumab",
        "Propranolol",
        "Magnesium",
        "Naproxen",
        "Sumatriptan",
    ]
    assert names[12:18] == [
        "Sulfasalazine",
        "Methotrexate",
        "Amitriptyline",
        "Omega-3",
        "Prednisolone",
        "Ibuprofen",
    ]
    assert names[18:] == ["Knee pain", "Hand stiffness", "Migraine days", "Fatigue", "Whole days"]
    heights = {lane.name: lane.low for lane in maya().lanes if lane.is_symptom}
    assert heights == {"Knee pain": False, "Hand stiffness": False, "Migraine days": True, "Fatigue": True}


def test_treatments_out_of_view_have_no_lane_and_symptoms_keep_theirs() -> None:
    line = maya()
    week = window_at_today(Zoom.WEEK, line.life)
    shown = line.lanes_in(week.first, week.last)
    treatments = [lane.name for lane in shown if lane.group is Group.TREATMENTS]
    assert treatments == ["Hand therapy", "Adalimumab", "Propranolol", "Magnesium", "Naproxen", "Sumatriptan"]
    assert [lane for lane in shown if lane.is_symptom] == [lane for lane in line.lanes if lane.is_symptom]


def test_a_find_leaves_only_the_lanes_that_it_finds_something_in() -> None:
    line = maya(TimelineFilter(find="naprox"))
    assert [lane.name for lane in line.lanes if lane.group is Group.TREATMENTS] == ["Naproxen"]


def knee(*values: int | None, first: str = "2026-05-04") -> Line:
    """Readings of knee pain on days that follow each other."""
    start = date.fromisoformat(first)
    symptom = make(Symptom, "knee", name="Knee pain", attack_like=False)
    readings = [
        make(
            SymptomEntry,
            f"r{at}",
            symptom=SymptomId(symptom.id),
            when=on_day(start + timedelta(days=at)),
            severity=value,
        )
        for at, value in enumerate(values)
    ]
    return line_of(symptom, *readings)


def symptom_lane(line: Line) -> Lane:
    return next(lane for lane in line.lanes if lane.is_symptom)


def test_a_column_holds_the_middle_of_its_week() -> None:
    lane = symptom_lane(knee(6, 4, 5, 9, 3, 2, 2, 7))
    first, second = columns_between(lane, BinSize.WEEK, date(2026, 5, 1), date(2026, 5, 31))
    assert (first.middle, first.count, first.last) == (4.0, 7, date(2026, 5, 10))
    assert (second.middle, second.numbers) == (7.0, 1)
    days = columns_between(lane, BinSize.DAY, date(2026, 5, 5), date(2026, 5, 6))
    assert [(day.middle, lane.things[day.start].id) for day in days] == [(4.0, "r1"), (5.0, "r2")]


def test_over_a_long_time_attacks_are_counted_in_days() -> None:
    lane = symptom_lane(knee(6, 0, 5, 5))
    (month,) = days_with(lane, columns_between(lane, BinSize.MONTH, date(2026, 5, 1), date(2026, 5, 31)))
    assert (month.days, month.zero) == (3, False)
    lane = symptom_lane(knee(0, 0))
    (month,) = days_with(lane, columns_between(lane, BinSize.MONTH, date(2026, 5, 1), date(2026, 5, 31)))
    assert (month.days, month.zero) == (0, True)


def test_a_gap_is_shown_from_two_weeks_on() -> None:
    symptom = make(Symptom, "knee", name="Knee pain", attack_like=False)
    readings = [
        make(SymptomEntry, day, symptom=SymptomId(symptom.id), when=on(day), severity=4)
        for day in ("2026-03-01", "2026-03-15", "2026-04-01", "2026-05-10")
    ]
    assert symptom_lane(line_of(symptom, *readings)).gaps == (
        (date(2026, 3, 16), date(2026, 3, 31)),
        (date(2026, 4, 2), date(2026, 5, 9)),
    )


# Words


def test_few_readings_are_told_one_by_one_and_many_by_their_middle() -> None:
    def said(*values: int | None) -> str:
        lane = symptom_lane(knee(*values))
        (column,) = columns_between(lane, BinSize.MONTH, date(2026, 5, 1), date(2026, 5, 31))
        return column_part(lane, column, WORDS)

    assert said(6) == "Knee pain 6"
    assert said(6, 5, 4) == "Knee pain 6, 5 and 4"
    assert said(6, 5, 4, 4, 8) == "Knee pain 5, middle of 5"
    assert said(None, None) == "Knee pain, 2 entries without a number"


def test_what_comes_in_attacks_is_counted_in_days() -> None:
    line = maya()
    lane = next(lane for lane in line.lanes if lane.name == "Migraine days")
    months = columns_between(lane, BinSize.MONTH, date(2024, 1, 1), date(2024, 3, 31))
    assert all(column_part(lane, column, WORDS).startswith("Migraine ") for column in months)
    assert any(" on " in column_part(lane, column, WORDS) for column in months)


def test_a_chosen_thing_is_said_with_its_date_and_its_flag_is_short() -> None:
    line = maya()
    window = window_at_today(Zoom.THREE_YEARS, line.life)
    lane = next(lane for lane in line.lanes if lane.name == "Adalimumab")
    start = next(thing for thing in lane.things if thing.first == date(2025, 6, 12) and thing.quiet)
    assert chosen_words(line, window, start.id, WORDS) == "Adalimumab started, 12\u00a0June\u00a02025"
    assert flag_words(line.journal, start, WORDS) == "Started 12\u00a0Jun\u00a02025"
    reading = symptom_lane(line).things[0]
    column = column_of(symptom_lane(line), reading, window)
    assert column is not None
    assert chosen_words(line, window, reading.id, WORDS).startswith("Knee pain ")
    assert chosen_words(line, window, "nothing", WORDS) == ""
    visits = next(lane for lane in line.lanes if lane.key == "visits")
    assert crowd_words(tuple(visits.things[:2]), visits, WORDS).startswith("2 in Visits, ")


def test_the_canvas_says_what_is_in_view() -> None:
    line = maya()
    window = window_at_today(Zoom.THREE_YEARS, line.life)
    assert window_words(window, TODAY, WORDS) == "May\u00a02023 to today"
    assert summary(line, window, WORDS) == (
        "6 treatments now, 6 stopped, 16 visits, 7 events. Press L for the list."
    )
    early = window_around(Zoom.WEEK, date(2024, 3, 1), line.life)
    said = window_words(early, TODAY, WORDS).replace("\u00a0", " ")
    assert said == "27 February 2024 to 4 March 2024"


@pytest.mark.parametrize("zoom", list(Zoom))
def test_every_zoom_names_its_time_in_order(zoom: Zoom) -> None:
    life = life_of(date(2004, 6, 1), TODAY, TODAY)
    window = window_at_today(zoom, life)
    ticks = ticks_in(window, WORDS, 50)
    days = [tick.day for tick in ticks]
    assert days == sorted(days)
    assert all(window.holds(day) for day in days)
    assert any(tick.year for tick in ticks)
    assert 4 <= len(ticks) <= 32


def test_nothing_at_all_is_an_empty_line() -> None:
    assert line_of().is_empty
    assert not line_of(make(Note, "n", text="x")).is_empty
    assert moving.start_of(line_of(), window_at_today(Zoom.WEEK, line_of().life)) is None
