"""A table from another tracker, whatever its delimiter and encoding: heads, and rows with their lines."""

import codecs
import contextlib
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from app.exchange.errors import FileCutShort, FileEmpty, FileTooLarge, FormatUnknown

MOST_ROWS = 100_000
MOST_COLUMNS = 100
_LONGEST_CELL = 100_000
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE = 20  # lines looked at to tell the delimiter
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NEVER_IN_TEXT = {*range(9), 11, 12, *range(14, 32)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: its line in the file, counted from 1, and a cell for each head."""

    number: int
    cells: tuple[str, ...]

    @property
    def text(self) -> str:
        """The row as one line of words."""
        return ", ".join(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A whole table; every row has as many cells as there are heads."""

    heads: tuple[str, ...]
    lines: tuple[Line, ...]

    def column(self, place: int) -> tuple[str, ...]:
        """What is filled in, in one column."""
        return tuple(line.cells[place] for line in self.lines if line.cells[place])


def read_table(data: bytes) -> Table:
    """Read a table. Raises FormatUnknown for what is none, FileEmpty, FileCutShort or FileTooLarge."""
    text = _decoded(data)
    delimiter = _delimiter(text)
    rows = [(number, row) for number, row in _rows(text, delimiter) if any(cell.strip() for cell in row)]
    if len(rows) < 2:  # noqa: PLR2004 - heads and one row
        raise FileEmpty
    heads = _heads(rows[0][1])
    lines = tuple(Line(number=number, cells=_cells(row, len(heads))) for number, row in rows[1:])
    return Table(heads=heads, lines=lines)


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if not text.strip():
        raise FileEmpty
    if any(ord(letter) in _NEVER_IN_TEXT for letter in text[:10_000]):
        raise FormatUnknown
    return text


def _delimiter(text: str) -> str:
    """The sign that parts the first lines into the most cells, as many in each."""
    first = "\n".join(text.splitlines()[:_SAMPLE])
    best, most = "", 1.0
    for delimiter in _DELIMITERS:
        widths = list(_widths(first, delimiter))
        width = widths[0] if widths else 0
        even = sum(one == width for one in widths) / max(len(widths), 1)
        if width > 1 and width * even > most:
            best, most = delimiter, width * even
    if not best:
        raise FormatUnknown
    return best


def _widths(text: str, delimiter: str) -> Iterator[int]:
    with contextlib.suppress(csv.Error):  # a cell too long: what came before it tells enough
        yield from (len(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for count, row in enumerate(reader):
            if count > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise FileTooLarge
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error:
        raise FileCutShort(f"line {reader.line_num}") from None


def _heads(row: list[str]) -> tuple[str, ...]:
    """The heads; a column without one is called by its place."""
    return tuple(cell.strip() or f"{place + 1}" for place, cell in enumerate(row))


def _cells(row: list[str], width: int) -> tuple[str, ...]:
    """As many cells as heads: what stands beyond the last joins it, so that no word is lost."""
    cells = [cell.strip() for cell in row]
    if len(cells) > width:
        cells = [*cells[: width - 1], ", ".join(cell for cell in cells[width - 1 :] if cell)]
    return (*cells, *([""] * (width - len(cells))))
