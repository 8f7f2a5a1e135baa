"""How wide a table's columns are: room for the longest words, so that none is broken while others have room.

All widths are mm, as in the table itself.
"""

from dataclasses import replace

from app.domain.derived.document import Row, Table, Text, words_of
from app.report import style
from app.report.sections import rows
from app.report.style import MM, Type
from app.report.typesetting import Setter

GUTTER = 4.0  # points, between a text and the next column
HEADS = replace(style.SMALL, size=style.BODY.size + 0.4)  # a hair under the heading's baseline
_SURE = 0.1  # points, so that rounding breaks no line
_WIDEST = 1.75  # times its own width is the most a column grows


def fitted(part: Table, setter: Setter) -> Table:
    """The same table with columns as wide as their words need; what an empty column has is shared out."""
    heads: list[Text] = [(rows.small(text),) for text in part.heads]
    columns = [[labelled(row) for row in part.rows], *_columns(part, heads)]
    usual = [part.label_width, *part.widths]
    needs = [_need(cells, setter, type_of(part), width) for width, cells in zip(usual, columns, strict=True)]
    label, *widths = _shared(usual, needs, needs)
    if _some_empty(part):
        label, *widths = _shared([label, *widths], *_lines(part, setter, [label, *widths], needs))
    return replace(part, label_width=label, widths=tuple(widths))


def labelled(row: Row) -> Text:
    """The head of a row as it is drawn: bold, but for its small parts."""
    return tuple(replace(run, bold=run.bold or not run.small) for run in row.head)


def type_of(part: Table) -> Type:
    """The type of a table's cells."""
    return style.SMALL_ROW if part.small else style.ROW


def _columns(part: Table, heads: list[Text]) -> list[list[Text]]:
    return [list(cells) for cells in zip(heads, *(row.cells for row in part.rows), strict=True)]


def _some_empty(part: Table) -> bool:
    empty = [not any(words_of(row.cells[n]) for row in part.rows) for n in range(len(part.widths))]
    return any(empty) and not all(empty)


def _need(cells: list[Text], setter: Setter, type_: Type, width: float) -> float:
    """What a column needs for its longest word."""
    longest = max((setter.longest_word(text, type_) for text in cells), default=0.0)
    return min((longest + GUTTER + _SURE) / MM, width * _WIDEST) if longest else 0.0


def _lines(
    part: Table, setter: Setter, widths: list[float], needs: list[float]
) -> tuple[list[float], list[float]]:
    """What the columns want to keep their texts on one line, and what they must keep; the first stays."""
    asked = [_one_line(part, n, setter) for n in range(len(part.widths))]
    wanted = [widths[0], *(max(pair) for pair in zip(needs[1:], asked, strict=True))]
    return wanted, [min(pair) for pair in zip(wanted, widths, strict=True)]


def _one_line(part: Table, column: int, setter: Setter) -> float:
    texts = [setter.lay(row.cells[column], type_of(part), style.TEXT_WIDTH) for row in part.rows]
    texts.append(setter.lay((rows.small(part.heads[column]),), HEADS, style.TEXT_WIDTH))
    return (max(text.width for text in texts) + GUTTER + _SURE) / MM


def _shared(widths: list[float], wanted: list[float], least: list[float]) -> list[float]:
    """Columns that want more take it from those that have the most above what they must keep."""
    given = list(widths)
    for narrow, want in enumerate(wanted):
        for wide in sorted(range(len(given)), key=lambda n: least[n] - given[n]):
            more = min(max(0.0, want - given[narrow]), max(0.0, given[wide] - least[wide]))
            given[wide] -= more
            given[narrow] += more
    return given
