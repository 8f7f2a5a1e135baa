"""Labels of events in stairs, so that none lies on another label, on a leader or outside its panel.

Lengths are in label heights (the size of the label's type), so that paper and screen share the rule
(document.md 8, "Labels that collide").
"""

from collections.abc import Callable
from dataclasses import dataclass

ROWS = 3
LEADER_GAP = 0.32  # 2.5 pt at 8 pt
CLOSEST_MARKS = 0.63  # 5 pt: marks nearer than this are moved apart ...
LARGEST_MOVE = 0.375  # ... by at most 3 pt
CROWD = 1.0  # more than three marks in 8 pt become one
MOST_IN_A_CROWD = 3
_LEFT_PART = 1 / 3

Measure = Callable[[str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a label stands: `row` 0 is the highest, `left` its left end, `at` its leader and mark."""

    text: str
    at: float
    left: float
    width: float
    row: int

    @property
    def right(self) -> float:
        """Its right end."""
        return self.left + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """One mark that stands for `count` events too close to each other to be told apart."""

    at: float
    count: int
    members: tuple[int, ...]


def gather(positions: tuple[float, ...]) -> tuple[Crowd, ...]:
    """Marks moved apart where they nearly touch; more than three within a label's height become one."""
    groups: list[list[int]] = []
    for index, at in enumerate(positions):
        if groups and at - positions[groups[-1][0]] <= CROWD:
            groups[-1].append(index)
        else:
            groups.append([index])
    crowds: list[Crowd] = []
    for group in groups:
        if len(group) > MOST_IN_A_CROWD:
            crowds.append(Crowd(at=positions[group[0]], count=len(group), members=tuple(group)))
            continue
        for index in group:
            crowds.append(Crowd(at=_moved(positions[index], crowds), count=1, members=(index,)))
    return tuple(crowds)


def _moved(at: float, before: list[Crowd]) -> float:
    if not before or at - before[-1].at >= CLOSEST_MARKS:
        return at
    return min(at + LARGEST_MOVE, before[-1].at + CLOSEST_MARKS)


def stairs(marks: tuple[tuple[float, str], ...], width: float, measure: Measure) -> tuple[Label, ...] | None:
    """A place for every label, marks in order from the left; None if three rows cannot hold them."""
    choices = [_places(at, text, width, measure) for at, text in marks]
    return _place(choices, ())


def _places(at: float, text: str, width: float, measure: Measure) -> tuple[Label, ...]:
    """Every place inside the panel, the best first: the usual side, the lowest row."""
    long = measure(text)
    right, left = at + LEADER_GAP, at - LEADER_GAP - long
    sides = (right, left) if at < width * _LEFT_PART else (left, right)
    return tuple(
        Label(text=text, at=at, left=side, width=long, row=row)
        for side in sides
        if side >= 0 and side + long <= width
        for row in reversed(range(ROWS))
    )


def _place(choices: list[tuple[Label, ...]], placed: tuple[Label, ...]) -> tuple[Label, ...] | None:
    if len(placed) == len(choices):
        return placed
    for label in choices[len(placed)]:
        if not any(_collide(label, other) for other in placed):
            whole = _place(choices, (*placed, label))
            if whole is not None:
                return whole
    return None


def _collide(one: Label, other: Label) -> bool:
    if one.row == other.row and _overlap(one, other):
        return True
    return _crosses(one, other) or _crosses(other, one)


def _overlap(one: Label, other: Label) -> bool:
    apart = LEADER_GAP
    return one.left < other.right + apart and other.left < one.right + apart


def _crosses(leader: Label, label: Label) -> bool:
    """Whether the leader of one, which runs from its row down to its mark, runs through the other."""
    return leader.row <= label.row and label.left - LEADER_GAP / 2 < leader.at < label.right + LEADER_GAP / 2


def numbered(
    marks: tuple[tuple[float, str], ...], width: float, measure: Measure
) -> tuple[tuple[Label, ...], tuple[int, ...]]:
    """Places for all labels; where three rows cannot hold them, the longest ones give way to a number.

    Returns the labels and which marks (by place in the order) are numbered. Where even numbers have no room
    the label is left out: its mark stands alone and its words stand beside the picture.
    """
    shown = list(marks)
    order = sorted(range(len(marks)), key=lambda at: (-measure(marks[at][1]), at))
    given: list[int] = []
    for at in [*order, *order]:
        labels = stairs(tuple(mark for mark in shown if mark[1]), width, measure)
        if labels is not None:
            return labels, tuple(sorted(given))
        text = "" if at in given else str(at + 1)
        shown[at] = (marks[at][0], text)
        if at not in given:
            given.append(at)
    return (), tuple(sorted(given))
