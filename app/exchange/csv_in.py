"""A table's rows as records: which column is what is guessed, and the person may say otherwise."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from app.domain.quick_line import read_when
from app.domain.records import Measurement, Note, Symptom, SymptomEntry
from app.domain.records.invalid import InvalidRecord
from app.domain.records.record import SymptomId
from app.domain.records.symptoms import WORST
from app.domain.records.when import Precision, When, at_time, on_day
from app.exchange.csv_table import Line, Table
from app.exchange.errors import FormatUnknown
from app.exchange.found import Found, Gathering, shortened

FORM = "CSV"


class Role(StrEnum):
    """What a column is."""

    NOTHING = "nothing"
    DATE = "date"
    MONTH_FIRST = "month first"  # a date such as 5/30/2020
    TIME = "time"
    SYMPTOM = "symptom"  # the name of what the row's rating is about
    RATING = "rating"  # 0 to 10, of that symptom, else of the one the column is called after
    NUMBER = "number"  # a measurement called after the column
    WORDS = "words"


DATES = frozenset({Role.DATE, Role.MONTH_FIRST})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFound:
    """What a table's rows become, and the lines that were not understood."""

    found: Found
    left: tuple[Line, ...]


_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T,]+(.+))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T,]+(.+))?")
_TIME = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:\.\d+)?)?\s*([ap])?\.?m?\.?(?:\s*Z|\s*[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_RATED = re.compile(r"(\d{1,2})(?:[.,]0+)?(?:\s*(?:/|of)\s*10)?", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,6})?")
_MONTHS = 12
_HALF = 0.5  # of a column whose head says what it is
_HEADS: tuple[tuple[Role, tuple[str, ...]], ...] = (
    (Role.DATE, ("full_date", "date", "datum", "fecha", "day", "timestamp", "when", "datetime", "created")),
    (Role.TIME, ("time", "uhrzeit", "hora", "heure")),
    (Role.SYMPTOM, ("symptom", "symptoms", "complaint")),
    (Role.RATING, ("severity", "intensity", "rating", "pain", "level", "score", "how bad")),
)
_LEFT_ALONE = ("weekday", "day of week")


def guess(table: Table) -> tuple[Role, ...]:
    """What each column seems to be, by its head and by what stands in it."""
    roles: list[Role] = []
    for place, head in enumerate(table.heads):
        role = _by_head(head, table.column(place))
        once = role in {*DATES, Role.TIME, Role.SYMPTOM}
        taken = any(role is one or (role in DATES and one in DATES) for one in roles)
        roles.append(Role.NOTHING if once and taken else role)
    if not DATES & set(roles):
        dated = [n for n in range(len(table.heads)) if _is_dates(table.column(n))]
        for first in dated[:1]:
            roles[first] = _date_order(table.column(first))
    return tuple(roles)


def rows_in(
    table: Table,
    roles: Sequence[Role],
    title: str,
    now: datetime,
    new_id: Callable[[], str],
    *,
    keep_left: bool = False,
) -> TableFound:
    """The records of a table. Rows that are not understood are left, or kept as notes if `keep_left`.

    Raises FormatUnknown where no column is a date: a row without one says nothing of when.
    """
    if not DATES & set(roles):
        raise FormatUnknown("date")
    rows = _Rows(table.heads, roles, Gathering(FORM, title, now, new_id), now)
    left = tuple(line for line in table.lines if not rows.take(line))
    if keep_left:
        for line in left:
            rows.keep_as_note(line)
        left = ()
    return TableFound(found=rows.gathering.found(), left=left)


class _Rows:
    """Reads row after row; a symptom is made once, at its first reading."""

    def __init__(
        self, heads: Sequence[str], roles: Sequence[Role], gathering: Gathering, now: datetime
    ) -> None:
        self.gathering = gathering
        self._heads, self._roles, self._now = heads, roles, now
        self._symptoms: dict[str, SymptomId] = {}

    def take(self, line: Line) -> bool:
        """Make the records of a row; False, and none, where anything in it is not understood."""
        when = self._when(line)
        if when is None or not self._is_understood(line):
            return False
        before = len(self.gathering.records)
        try:
            self._add_all(line, when)
        except InvalidRecord:
            gone = {record.id for record in self.gathering.records[before:]}
            del self.gathering.records[before:]
            self._symptoms = {name: key for name, key in self._symptoms.items() if key not in gone}
            return False
        return True

    def keep_as_note(self, line: Line) -> None:
        """Keep a whole row in words, with its date where that was understood."""
        when = self._when(line)
        self.gathering.add(Note(**self.gathering.origin(f"line {line.number}"), text=line.text, when=when))

    def _cell(self, line: Line, *roles: Role) -> str:
        places = (place for place, role in enumerate(self._roles) if role in roles)
        return next((line.cells[place] for place in places if line.cells[place]), "")

    def _all(self, line: Line, role: Role) -> list[tuple[str, str]]:
        """Head and cell of each column of a role that is filled in."""
        pairs = zip(self._roles, self._heads, line.cells, strict=True)
        return [(head, cell) for one, head, cell in pairs if one is role and cell]

    def _when(self, line: Line) -> When | None:
        day = self._cell(line, *DATES)
        found = read_day(day, self._now, month_first=Role.MONTH_FIRST in self._roles) if day else None
        time = self._cell(line, Role.TIME)
        if found is None or found.first is None or not time:
            return found
        at = read_time(time)
        if at is None or found.precision is not Precision.DAY:
            return None if at is None else found
        return at_time(datetime.combine(found.first, at))

    def _is_understood(self, line: Line) -> bool:
        rated = all(read_rating(cell) is not None for _, cell in self._all(line, Role.RATING))
        return rated and all(read_number(cell) is not None for _, cell in self._all(line, Role.NUMBER))

    def _add_all(self, line: Line, when: When) -> None:
        origin = self.gathering.origin
        code = f"line {line.number}"
        words = self._words(line)
        named = self._cell(line, Role.SYMPTOM)
        ratings = self._all(line, Role.RATING)
        for head, cell in ratings or ([("", "")] if named else []):
            entry = SymptomEntry(
                **origin(code),
                symptom=self._symptom(named or head),
                when=when,
                severity=read_rating(cell),
                note=words,
            )
            self.gathering.add(entry)
            words = ""
        for head, cell in self._all(line, Role.NUMBER):
            measured = Measurement(**origin(code), name=shortened(head), when=when, value=read_number(cell))
            self.gathering.add(measured)
        if words:
            self.gathering.add(Note(**origin(code), text=words, when=when))

    def _words(self, line: Line) -> str:
        """The words of a row; a column's head stands before what is not simply a note."""
        told = self._all(line, Role.WORDS)
        return "\n".join(cell if "note" in head.casefold() else f"{head}: {cell}" for head, cell in told)

    def _symptom(self, name: str) -> SymptomId:
        name = shortened(name)
        folded = name.casefold()
        if folded not in self._symptoms:
            made = Symptom(**self.gathering.origin(f"symptom {folded}"), name=name)
            self.gathering.add(made)
            self._symptoms[folded] = SymptomId(made.id)
        return self._symptoms[folded]


def read_day(text: str, now: datetime, *, month_first: bool = False) -> When | None:
    """A day as tables write it, with its time where that stands beside it; None for what is no date."""
    if found := _ISO.fullmatch(text):
        year, month, day, rest = found.groups()
        return _on(int(year), int(month), int(day), rest)
    if found := _NUMERIC.fullmatch(text):
        first, second, year, rest = found.groups()
        day, month = (second, first) if month_first else (first, second)
        return _on(int(year) + (2000 if len(year) == len("20") else 0), int(month), int(day), rest)
    if not any(letter.isdigit() for letter in text):
        return None
    read = read_when(text, now)
    return read.when if read.when is not None and read.when.is_dated else None


def read_time(text: str) -> clock_time | None:
    """A time of day: 18:40, 6:40 pm, 18:40:22."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    half = (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return clock_time(hour, minute)
    except ValueError:
        return None


def read_rating(text: str) -> int | None:
    """A whole number from 0 to 10, also as 5/10; None for anything else."""
    found = _RATED.fullmatch(text.strip())
    return int(found[1]) if found is not None and int(found[1]) <= WORST else None


def read_number(text: str) -> Decimal | None:
    """A number, with a point or a comma before its decimals."""
    if _NUMBER.fullmatch(text.strip()) is None:
        return None
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None


def _on(year: int, month: int, day: int, rest: str | None) -> When | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    at = read_time(rest) if rest else None
    if rest and at is None:
        return None
    return at_time(datetime.combine(found, at)) if at is not None else on_day(found)


def _by_head(head: str, cells: tuple[str, ...]) -> Role:
    plain = head.strip().casefold()
    if plain in _LEFT_ALONE or not cells:
        return Role.NOTHING
    for role, names in _HEADS:
        if plain in names:
            if role is Role.DATE:
                return _date_order(cells) if any(map(_is_date, cells)) else Role.NOTHING
            if role is not Role.RATING or _mostly(cells, read_rating, _HALF):
                return role
    if _mostly(cells, read_rating) and len(set(cells)) > 1:
        return Role.RATING
    return Role.NUMBER if _mostly(cells, read_number) else Role.WORDS


def _is_dates(cells: tuple[str, ...]) -> bool:
    return bool(cells) and 2 * sum(map(_is_date, cells)) > len(cells)


def _is_date(cell: str) -> bool:
    return _ISO.fullmatch(cell) is not None or _NUMERIC.fullmatch(cell) is not None


def _date_order(cells: tuple[str, ...]) -> Role:
    """Day or month first, told from the numbers above 12; the day where nothing tells."""
    found = [match for cell in cells if (match := _NUMERIC.fullmatch(cell))]
    day_second = any(int(match[2]) > _MONTHS for match in found)
    day_first = any(int(match[1]) > _MONTHS for match in found)
    return Role.MONTH_FIRST if day_second and not day_first else Role.DATE


def _mostly(cells: tuple[str, ...], read: Callable[[str], object], least: float = 0.9) -> bool:
    return sum(read(cell) is not None for cell in cells) >= len(cells) * least
