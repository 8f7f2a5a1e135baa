"""Tables of other trackers: told from their cells, read row by row, hostile ones refused."""

import itertools
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.records import Measurement, Note, Record, Symptom, SymptomEntry
from app.exchange.csv_in import (
    Role,
    TableFound,
    guess,
    read_day,
    read_number,
    read_rating,
    read_time,
    rows_in,
)
from app.exchange.csv_table import MOST_COLUMNS, MOST_ROWS, read_table
from app.exchange.errors import ExchangeError, FileCutShort, FileEmpty, FileTooLarge, FormatUnknown
from tests.exchange.reading import FILES

NOW = datetime(2026, 5, 12, 18, 40, tzinfo=UTC)
DAYLIO = FILES / "staticf0x_daylio-parser_test_data.csv"


def told(data: str | bytes, *roles: Role, keep_left: bool = False) -> TableFound:
    table = read_table(data.encode() if isinstance(data, str) else data)
    ids = itertools.count()
    chosen = roles or guess(table)
    return rows_in(table, chosen, "t.csv", NOW, lambda: f"new{next(ids)}", keep_left=keep_left)


def of(kind: type[Record], found: TableFound) -> list[Record]:
    return [record for record in found.found.records if type(record) is kind]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_is_told(delimiter: str, encoding: str) -> None:
    rows = (("date", "note"), ("2026-05-01", "Kopfweh, später"), ("2026-05-02", "café"))
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    table = read_table(text.encode(encoding))
    assert table.heads == ("date", "note")
    assert table.lines[0].cells == ("2026-05-01", "Kopfweh, später")
    assert table.lines[1].cells[1] == "café"


def test_ratings_numbers_and_words_are_guessed_and_read() -> None:
    found = told("date,Knee pain,steps,note\n2026-05-01,6,8123,Bad stairs\n2026-05-02,4/10,900,\n")
    first, second = of(SymptomEntry, found)
    assert isinstance(first, SymptomEntry)
    assert isinstance(second, SymptomEntry)
    assert (first.severity, second.severity, first.note) == (6, 4, "Bad stairs")
    (symptom,) = of(Symptom, found)
    assert isinstance(symptom, Symptom)
    assert symptom.name == "Knee pain"
    assert first.symptom == symptom.id
    assert [one.value for one in of(Measurement, found) if isinstance(one, Measurement)] == [8123, 900]
    assert found.left == ()


def test_a_long_table_names_its_symptoms_in_a_column() -> None:
    found = told("When;Symptom;Severity\n1.5.2026;Knee;6\n2.5.2026;Hand;3\n3.5.2026;knee;2\n")
    names = [one.name for one in of(Symptom, found) if isinstance(one, Symptom)]
    assert names == ["Knee", "Hand"]
    assert len(of(SymptomEntry, found)) == 3


@pytest.mark.parametrize(
    ("cell", "month_first", "said"),
    [
        ("2026-05-01", False, date(2026, 5, 1)),
        ("2026/5/1 18:40", False, date(2026, 5, 1)),
        ("05/01/2026", True, date(2026, 5, 1)),
        ("05/01/2026", False, date(2026, 1, 5)),
        ("1.5.26", False, date(2026, 5, 1)),
        ("30 May 2020", False, date(2020, 5, 30)),
        ("31.2.2026", False, None),
        ("rad", False, None),
    ],
)
def test_days_as_tables_write_them(cell: str, month_first: bool, said: date | None) -> None:
    found = read_day(cell, NOW, month_first=month_first)
    assert (found.first if found is not None else None) == said


def test_the_order_of_day_and_month_is_told_from_all_rows() -> None:
    assert guess(read_table(b"date,n\n1/2/2026,a b\n1/13/2026,c d\n"))[0] is Role.MONTH_FIRST
    assert guess(read_table(b"date,n\n1/2/2026,a b\n13/1/2026,c d\n"))[0] is Role.DATE


@pytest.mark.parametrize(
    ("cell", "said"),
    [("6:50 pm", time(18, 50)), ("12:20 AM", time(0, 20)), ("14:58", time(14, 58)), ("25:00", None)],
)
def test_times(cell: str, said: time | None) -> None:
    assert read_time(cell) == said


def test_ratings_beyond_the_scale_are_none() -> None:
    assert [read_rating(cell) for cell in ("0", "10", "5/10", "11", "-1", "5.5", "")] == [
        *(0, 10, 5),
        *(None,) * 4,
    ]
    assert read_number("1,5") == read_number("1.5")
    assert read_number("=1+1") is None


def test_lines_not_understood_are_named_and_can_be_kept_as_notes() -> None:
    text = "date,pain\n2026-05-01,6\nyesterday-ish,4\n2026-05-03,much\n"
    found = told(text, Role.DATE, Role.RATING)
    assert [(line.number, line.text) for line in found.left] == [
        (3, "yesterday-ish, 4"),
        (4, "2026-05-03, much"),
    ]
    kept = told(text, Role.DATE, Role.RATING, keep_left=True)
    notes = [one for one in of(Note, kept) if isinstance(one, Note)]
    assert [note.text for note in notes] == ["yesterday-ish, 4", "2026-05-03, much"]
    assert notes[1].when is not None
    assert kept.left == ()


def test_without_a_date_nothing_is_read() -> None:
    with pytest.raises(FormatUnknown):
        told("mood,note\nrad,x\n", Role.WORDS, Role.WORDS)


def test_a_line_over_several_lines_keeps_its_number() -> None:
    found = told('date,note\n2026-05-01,"two\nlines"\nnever,x\n', Role.DATE, Role.WORDS)
    assert [line.number for line in found.left] == [4]


def test_the_sample_of_another_tracker_comes_in_whole() -> None:
    found = told(DAYLIO.read_bytes())
    assert found.left == ()
    notes = [one for one in of(Note, found) if isinstance(one, Note)]
    assert len(notes) == 32
    assert notes[0].text == "mood: rad\nactivities: friends | gaming | programming | nap\nAwesome"
    assert notes[0].when is not None
    assert notes[0].when.at == time(18, 50)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FileEmpty),
        (b"\xef\xbb\xbf \n", FileEmpty),
        (b"date,note\n", FileEmpty),
        (b"one word\nanother\n", FormatUnknown),
        (b"\x00\x01\x02,\x03\n1,2\n", FormatUnknown),
        (b'date,note\n2026-05-01,"' + b"x" * 200_000, FileCutShort),
        (b",".join([b"a"] * (MOST_COLUMNS + 1)) + b"\n1\n", FileTooLarge),
        (b"date,note\n" + b"1,2\n" * (MOST_ROWS + 1), FileTooLarge),
    ],
)
def test_what_is_no_table_or_too_much_of_one_is_refused(data: bytes, error: type[ExchangeError]) -> None:
    with pytest.raises(error):
        read_table(data)


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_unknown(data: bytes) -> None:
    try:
        table = read_table(b"date,pain,note\n" + data)
        rows_in(table, guess(table), "t", NOW, lambda: "x")
    except ExchangeError:
        pass


def test_formulas_come_in_as_words_only() -> None:
    found = told("date,note\n2026-05-01,=HYPERLINK(1)\n")
    (note,) = of(Note, found)
    assert isinstance(note, Note)
    assert note.text == "=HYPERLINK(1)"
