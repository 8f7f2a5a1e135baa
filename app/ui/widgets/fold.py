"""How much room there is: window width over text size, in five steps."""

from collections.abc import Mapping
from enum import IntEnum

_LEDGER_DAYS = {4: 21, 3: 14, 2: 10, 1: 7, 0: 7}


class Fold(IntEnum):
    """From the least room to the most; bigger text and a smaller window behave the same."""

    NARROW = 0
    COMPACT = 1
    SMALL = 2
    NORMAL = 3
    WIDE = 4

    @property
    def ledger_days(self) -> int:
        """How many days the ledger shows."""
        return _LEDGER_DAYS[self]

    @property
    def margin_beside(self) -> bool:
        """Whether the margin column stands beside the page instead of behind a button."""
        return self >= Fold.SMALL


def fold_of(width: int, scale: float, breakpoints: Mapping[str, int]) -> Fold:
    """Return the step for a window ``width`` px wide at text ``scale``."""
    room = width / scale
    steps = sorted(breakpoints.values())
    return Fold(sum(room >= step for step in steps))
