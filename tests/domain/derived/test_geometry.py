"""The geometry screen and paper share: labels in stairs, bars day by day, panels and their ticks."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.chart.event_labels import (
    CLOSEST_MARKS,
    CROWD,
    LARGEST_MOVE,
    ROWS,
    Label,
    gather,
    numbered,
    stairs,
)
from app.domain.derived.chart.scope import year_before
from app.domain.derived.chart.stretches import stretches_of
from app.domain.derived.chart.text_room import cut_at_word, room_for
from app.domain.derived.timeline_geometry import BinSize, Fill, Panel, TimelinePicture
from app.domain.derived.treatments.story import tell
from app.domain.records import TreatmentChange
from app.domain.records.treatments import ChangeKind, Taken
from app.domain.records.when import in_month
from tests.domain.derived.journals import TODAY, change, medicine, mg

PANEL = Panel(first=date(2025, 5, 13), last=TODAY, heading="", bins=BinSize.WEEK, caption="each week")
WIDTH = 18.5
POSITIONS = st.lists(st.floats(0, WIDTH), min_size=1, max_size=8).map(sorted)
WORDS = st.sampled_from(["a", "GP left", "emergency", "part-time work", "sixteen letters!"])


def collide(one: Label, other: Label) -> bool:
    if one.row == other.row and one.left < other.right and other.left < one.right:
        return True
    pairs = ((one, other), (other, one))
    return any(a.row <= b.row and b.left < a.at < b.right for a, b in pairs)


@given(positions=POSITIONS, words=st.lists(WORDS, min_size=8, max_size=8))
def test_no_label_touches_another_a_leader_or_the_edge(positions: list[float], words: list[str]) -> None:
    marks = tuple(zip(positions, words, strict=False))
    labels, given_numbers = numbered(marks, WIDTH, room_for)
    assert all(label.left >= 0 and label.right <= WIDTH and 0 <= label.row < ROWS for label in labels)
    assert not any(collide(one, other) for one, other in combinations(labels, 2))
    texts = {label.text for label in labels}
    for at, (_, text) in enumerate(marks):
        assert at in given_numbers or text in texts
    assert {text for text in texts if text.isdigit()} <= {str(at + 1) for at in given_numbers}


def test_labels_climb_to_the_right_and_descend_in_the_left_third() -> None:
    marks = ((1.0, "blood test"), (2.0, "diagnosis"), (14.0, "emergency"), (15.0, "GP left"), (17.0, "itchy"))
    labels = stairs(marks, WIDTH, room_for)
    assert labels is not None
    rows = [label.row for label in labels]
    assert rows[0] < rows[1]
    assert rows[2] > rows[3] > rows[4]
    assert all(label.left > label.at for label in labels[:2])
    assert all(label.right < label.at for label in labels[2:])


@given(positions=POSITIONS)
def test_marks_are_moved_a_little_and_crowds_become_one(positions: list[float]) -> None:
    crowds = gather(tuple(positions))
    assert sorted(at for crowd in crowds for at in crowd.members) == list(range(len(positions)))
    for crowd in crowds:
        moved = crowd.at - positions[crowd.members[0]]
        assert 0 <= moved <= LARGEST_MOVE + 1e-9
        assert crowd.count in {1, 4, 5, 6, 7, 8}
        assert positions[crowd.members[-1]] - positions[crowd.members[0]] <= CROWD


def test_two_marks_that_nearly_touch_are_moved_apart() -> None:
    first, second = gather((5.0, 5.4))
    assert second.at == first.at + CLOSEST_MARKS
    assert [crowd.count for crowd in gather((5.0, 5.2, 5.4, 5.6))] == [4]


@given(day=st.dates(date(2024, 1, 1), date(2027, 1, 1)), length=st.integers(0, 400))
def test_what_is_drawn_stays_in_its_panel(day: date, length: int) -> None:
    last = day + timedelta(days=length)
    extent = PANEL.extent(day, last)
    assert (extent is not None) == PANEL.holds(day, last)
    if extent is not None:
        assert 0 <= extent[0] < extent[1] <= 1


def test_a_panel_is_as_wide_as_its_days() -> None:
    assert PANEL.days == 365
    assert (PANEL.share(PANEL.first), PANEL.share(PANEL.last + timedelta(days=1))) == (0, 1)
    assert PANEL.extent(PANEL.first, PANEL.last) == (0, 1)


@given(today=st.dates(date(2001, 1, 1), date(2090, 12, 31)))
def test_twelve_months_end_today(today: date) -> None:
    assert 365 <= (today - year_before(today)).days + 1 <= 366


KINDS = st.sampled_from(
    [
        ChangeKind.DOSE,
        ChangeKind.PAUSED,
        ChangeKind.RESUMED,
        ChangeKind.STOPPED,
        ChangeKind.STARTED,
        ChangeKind.HOW_TAKEN,
        ChangeKind.MISSED,
    ]
)


@given(life=st.lists(st.tuples(st.integers(0, 800), KINDS, st.integers(1, 90)), max_size=9))
def test_a_bar_never_overlaps_itself_and_stays_in_its_life(life: list[tuple[int, ChangeKind, int]]) -> None:
    start = date(2024, 1, 1)
    changes: list[TreatmentChange] = [change("x", ChangeKind.STARTED, "2024-01-01", planned=mg(10))]
    for at, (days, kind, amount) in enumerate(life):
        when = (start + timedelta(days=days)).isoformat()
        dosed = {"planned": mg(amount)} if kind is ChangeKind.DOSE else {}
        taken = {"taken": Taken.SOMETIMES} if kind is ChangeKind.HOW_TAKEN else {}
        changes.append(change("x", kind, when, note=str(at), **dosed, **taken))
    found = stretches_of(tell(medicine("x"), changes, TODAY), start, TODAY)
    assert found
    assert found[0].first >= start
    assert all(piece.last <= TODAY and piece.first <= piece.last for piece in found)
    assert all(before.last < after.first for before, after in pairwise(found))
    assert all(0 < piece.height <= 1 for piece in found)


def test_a_pause_how_it_is_taken_and_doses_each_have_their_stretch() -> None:
    changes = [
        change("x", ChangeKind.STARTED, "2024-01-01", planned=mg(40)),
        change("x", ChangeKind.DOSE, "2024-02-01", planned=mg(80)),
        change("x", ChangeKind.PAUSED, "2024-03-01"),
        change("x", ChangeKind.RESUMED, "2024-04-01"),
        change("x", ChangeKind.HOW_TAKEN, "2024-05-01", taken=Taken.NOT),
        change("x", ChangeKind.STOPPED, "2024-06-01"),
        change("x", ChangeKind.STARTED, "2024-08-01", planned=mg(20)),
    ]
    found = stretches_of(tell(medicine("x"), changes, TODAY), TODAY, TODAY)
    assert [
        (piece.first.isoformat(), piece.last.isoformat(), piece.fill, piece.height) for piece in found
    ] == [
        ("2024-01-01", "2024-01-31", Fill.TAKEN, 0.5),
        ("2024-02-01", "2024-02-29", Fill.TAKEN, 1.0),
        ("2024-03-01", "2024-03-31", Fill.PAUSED, 1.0),
        ("2024-04-01", "2024-04-30", Fill.TAKEN, 1.0),
        ("2024-05-01", "2024-06-01", Fill.MOSTLY_NOT, 1.0),
        ("2024-08-01", TODAY.isoformat(), Fill.TAKEN, 0.25),
    ]


def test_a_start_of_a_month_is_soft_over_its_whole_month() -> None:
    begun = replace(change("x", ChangeKind.STARTED), when=in_month(2026, 2))
    soft, taken = stretches_of(tell(medicine("x"), [begun], TODAY), TODAY, TODAY)
    assert (soft.first, soft.last, soft.fill) == (date(2026, 2, 1), date(2026, 2, 28), Fill.SOFT)
    assert (taken.first, taken.fill) == (date(2026, 3, 1), Fill.TAKEN)


def test_doses_that_cannot_be_compared_have_full_height() -> None:
    changes = [
        change("x", ChangeKind.STARTED, "2024-01-01", planned=mg(40)),
        change("x", ChangeKind.DOSE, "2024-02-01", planned=None, note="two puffs"),
    ]
    found = stretches_of(tell(medicine("x"), changes, TODAY), TODAY, TODAY)
    assert {piece.height for piece in found} == {1.0}


@given(text=st.text(max_size=60), most=st.integers(2, 40))
def test_a_cut_text_is_never_longer_than_it_may_be(text: str, most: int) -> None:
    cut = cut_at_word(text, most)
    assert len(cut) <= most
    assert cut == text or cut.endswith("…")


def test_a_picture_of_nothing_is_empty() -> None:
    assert TimelinePicture(panels=(PANEL,)).is_empty
