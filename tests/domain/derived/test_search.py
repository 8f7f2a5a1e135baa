"""Find: parts of words, other names, small slips, and the passage the words stand in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.search import Narrow, find, folded
from app.domain.journal import Journal
from app.domain.records import Note, Question, Symptom, SymptomEntry, Treatment
from app.domain.records.record import PRIVATE
from app.domain.records.treatments import ChangeKind
from tests.domain.derived.journals import change, make, medicine, on

LONG = "It was a long day with much walking and " * 4
JOURNAL = Journal.holding(
    medicine("naproxen", other_names=("Naprosyn",)),
    change("naproxen", ChangeKind.STARTED, "2024-01-16"),
    make(Symptom, "knee", name="Knee pain"),
    make(SymptomEntry, "entry", symptom="knee", when=on("2026-05-01"), severity=6, note="on the stairs"),
    make(
        Note,
        "note",
        text=LONG + "then Tomás fetched Inés from school",
        when=on("2026-05-02"),
        sharing=PRIVATE,
    ),
    make(Question, "question", text="Should I keep taking naproxen?", when=on("2026-05-03")),
    make(Note, "gone", text="stairs", trashed=True),
)


def _ids(query: str, narrow: Narrow | None = None) -> list[str]:
    return [item.record.id for item in find(JOURNAL, query, narrow or Narrow()).found]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stairs", ["entry"]),
        ("stair", ["entry"]),
        ("knee STAIRS", ["entry"]),
        ("tomas", ["note"]),
        ("naprosyn", ["naproxen started 2024-01-16 0", "naproxen"]),
        ("keep taking", ["question"]),
        ("nowhere", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_are_found(query: str, found: list[str]) -> None:
    assert sorted(_ids(query)) == sorted(found)


def test_newest_first() -> None:
    assert _ids("naproxen") == ["question", "naproxen", "naproxen started 2024-01-16 0"]


def test_a_small_slip_is_forgiven_and_said() -> None:
    found = find(JOURNAL, "naproxin")
    assert found.meant == "naproxen"
    assert "question" in {item.record.id for item in found.found}


def test_the_passage_holds_the_word_where_it_says() -> None:
    hit = find(JOURNAL, "tomas").found[0]
    first, last = hit.at
    assert hit.passage[first:last] == "Tomás"
    assert len(hit.passage) < len(LONG)
    assert hit.private


def test_narrowed_by_kind_and_time_and_trash_only_when_asked() -> None:
    assert _ids("naproxen", Narrow(kinds=(Treatment,))) == ["naproxen"]
    assert _ids("naproxen", Narrow(first=date(2026, 1, 1))) == ["question"]
    assert _ids("stairs", Narrow(trash=True)) == ["entry", "gone"] or "gone" in _ids(
        "stairs", Narrow(trash=True)
    )


@given(st.text(min_size=1, max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_whatever_was_typed_is_found_in_a_note_that_holds_it(word: str, before: str, after: str) -> None:
    text = f"{before} {word} {after}"
    if not folded(word).split() or not text.strip():
        return
    hit = find(Journal.holding(make(Note, "note", text=text)), word).found[0]
    first, last = hit.at
    assert folded(hit.passage[first:last]).startswith(folded(word).split()[0][:1])
    assert hit.passage in text


@pytest.mark.parametrize(
    ("written", "compared"),
    [("Sjögren", "sjogren"), ("Sjo\u0308gren", "sjogren"), ("TOMÁS", "tomas"), ("Straße", "strasse")],
)
def test_accents_and_capitals_make_no_difference(written: str, compared: str) -> None:
    assert folded(written) == compared
