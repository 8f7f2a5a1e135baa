"""What the ledger shows: days across, symptoms down, a number or nothing in each cell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerDay:
    """One column. ``spoken`` is the day written out; ``marks`` are (icon, words) below it."""

    name: str
    number: str
    spoken: str
    today: bool = False
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerCell:
    """One cell: the highest reading of the day and how many there were; None for no number."""

    value: int | None = None
    readings: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One symptom: its key for the code, its name, one cell for each day."""

    key: str
    name: str
    cells: tuple[LedgerCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """The whole ledger. ``about_to_write`` is (row, column, value) of what the line would write."""

    days: tuple[LedgerDay, ...] = ()
    rows: tuple[LedgerRow, ...] = ()
    about_to_write: tuple[int, int, int | None] | None = None

    @property
    def marked(self) -> bool:
        """Whether any day has a mark."""
        return any(day.marks for day in self.days)
