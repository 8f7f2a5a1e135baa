"""Marks that lie too near to be told apart become one with a count (interface.md 11.5)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.derived.line.lanes import Thing

CLOSEST = 10.0
"""Px between two marks, below which they become one."""

_COUNTED = 20.0  # px a mark with a count needs on both sides


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """One mark, for one thing or several. `at` is its place in px, counted from the first day of all."""

    at: float
    members: tuple[Thing, ...]

    @property
    def count(self) -> int:
        """How many things it stands for."""
        return len(self.members)


def place_of(thing: Thing, day_width: float) -> float:
    """Where a thing's mark stands, in px from the first day of all."""
    return (thing.middle.toordinal() + 0.5) * day_width


def crowds_of(things: Iterable[Thing], day_width: float, *, scale: float = 1.0) -> tuple[Crowd, ...]:
    """Every thing in one mark or another, from left to right; at one zoom the same wherever the window is."""
    placed = sorted(((place_of(thing, day_width), thing) for thing in things), key=_place)
    crowds: list[tuple[float, float, list[Thing]]] = []
    for at, thing in placed:
        if crowds:
            first, last, members = crowds[-1]
            room = (_COUNTED if len(members) > 1 else CLOSEST) * scale
            if at - (first + last) / 2 < room:
                crowds[-1] = (first, at, members)
                members.append(thing)
                continue
        crowds.append((at, at, [thing]))
    return tuple(Crowd(at=(first + last) / 2, members=tuple(members)) for first, last, members in crowds)


def crowds_between(crowds: tuple[Crowd, ...], left: float, right: float) -> tuple[Crowd, ...]:
    """The marks from `left` to `right`, both in px from the first day of all."""
    return crowds[bisect_left(crowds, left, key=_at) : bisect_right(crowds, right, key=_at)]


def _place(placed: tuple[float, Thing]) -> tuple[float, str]:
    return placed[0], placed[1].id


def _at(crowd: Crowd) -> float:
    return crowd.at
