"""Tables a spreadsheet can open safely, with nothing left out."""

import csv
import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import Journal
from app.domain.records import KIND_NAMES, Measurement, Note, SymptomEntry
from app.domain.records.record import RecordId, SymptomId, text_in
from app.domain.records.symptoms import Symptom
from app.domain.records.when import in_month, in_year
from app.exchange.csv_out import guarded, said_when, table, write_tables
from app.exchange.json_form import TakenFile
from app.services.sample import sample_journal
from tests.domain.derived.journals import make, on

FORMULAS = ("=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1")  # noqa: RUF001 - meant


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_kind_has_a_table_and_every_word_is_in_it() -> None:
    journal = Journal.holding(*sample_journal())
    with zipfile.ZipFile(io.BytesIO(write_tables(journal))) as zipped:
        tables = {name: zipped.read(name).decode("utf-8-sig") for name in zipped.namelist()}
    assert set(tables) == {f"{kind.replace(' ', '-')}.csv" for kind in KIND_NAMES}
    for record in journal.records.values():
        shown = tables[f"{record.KIND.replace(' ', '-')}.csv"].replace('""', '"').replace('\\"', '"')
        for text in text_in(record):
            assert text in shown, (record.KIND, text)


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula(text: str) -> None:
    (row,) = rows(table([make(Note, "n", text=text)], Journal()))
    assert row["text"] == f"'{text}"


@given(st.text(max_size=20))
def test_a_guarded_text_is_the_same_behind_the_guard(text: str) -> None:
    safe = guarded(text)
    assert safe in {text, f"'{text}"}
    assert not safe.startswith(FORMULAS[0][0])


def test_a_number_below_zero_stays_a_number() -> None:
    cold = make(Measurement, "m", name="Cold", value=Decimal("-1.50"), unit="°C")
    (row,) = rows(table([cold], Journal()))
    assert row["value"] == "-1.50"


def test_what_a_record_belongs_to_has_its_name_beside_it() -> None:
    knee = make(Symptom, "knee", name="=Knee")
    reading = make(SymptomEntry, "r", symptom=SymptomId(RecordId("knee")), when=on("2026-05-11"), severity=4)
    (row,) = rows(table([reading], Journal.holding(knee, reading)))
    assert (row["symptom"], row["symptom_name"]) == ("knee", "'=Knee")
    assert (row["when"], row["when_precision"], row["severity"]) == ("2026-05-11", "day", "4")


def test_a_date_is_no_more_exact_than_it_is_known() -> None:
    assert said_when(in_month(2019, 3, around=True)) == "about 2019-03"
    assert said_when(in_year(2019)) == "2019"


def test_trash_is_there_and_says_so() -> None:
    gone = replace(make(Note, "n", text="x"), trashed=True)
    with zipfile.ZipFile(io.BytesIO(write_tables(Journal.holding(gone)))) as zipped:
        (row,) = rows(zipped.read("note.csv"))
    assert row["trashed"] == "yes"


def test_a_files_name_leads_nowhere() -> None:
    hostile = TakenFile(id="../../x", name="../../.bashrc/evil.sh/..", media_type="", data=b"1")
    usual = TakenFile(id="ab", name="photo.png", media_type="image/png", data=b"2")
    with zipfile.ZipFile(io.BytesIO(write_tables(Journal(), [hostile, usual]))) as zipped:
        assert zipped.namelist() == ["files/______x", "files/ab.png"]


def test_the_same_journal_gives_the_same_bytes() -> None:
    journal = Journal.holding(*sample_journal())
    assert write_tables(journal) == write_tables(journal)
