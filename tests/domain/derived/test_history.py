"""What changed between versions, and when it happened against when it was written."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.derived.history import (
    Kind,
    changes_meaning,
    differences,
    happened_and_written,
    meaning_changed,
    word_by_word,
)
from app.domain.records import Note
from app.domain.records.record import PRIVATE
from app.domain.records.when import in_month
from app.i18n import NB, Words
from tests.domain.derived.journals import WRITTEN, make, on

NOTE = make(Note, "note", text="My knee hurt.", when=on("2026-05-01"))


@given(st.text(), st.text())
def test_no_character_is_lost_between_two_versions(before: str, after: str) -> None:
    found = word_by_word(before, after)
    assert "".join(part.text for part in found if part.kind is not Kind.NEW) == before
    assert "".join(part.text for part in found if part.kind is not Kind.GONE) == after


def test_what_came_and_what_went() -> None:
    found = word_by_word("My left knee hurt", "My right knee hurt")
    assert [(part.text, part.kind) for part in found] == [
        ("My ", Kind.SAME),
        ("left ", Kind.GONE),
        ("right ", Kind.NEW),
        ("knee hurt", Kind.SAME),
    ]


def test_every_changed_field_is_named() -> None:
    later = replace(NOTE, text="My hip hurt.", sharing=PRIVATE, written=WRITTEN + timedelta(days=1))
    assert [item.field for item in differences(NOTE, later)] == ["sharing", "text"]


@pytest.mark.parametrize(
    ("later", "changes"),
    [
        (replace(NOTE, text="my knee  hurt."), False),
        (replace(NOTE, sharing=PRIVATE, tags=("x",)), False),
        (replace(NOTE, text="My hip hurt."), True),
        (replace(NOTE, when=on("2026-05-02")), True),
    ],
)
def test_what_changes_the_meaning(later: Note, changes: bool) -> None:
    assert changes_meaning(NOTE, later) is changes


def test_the_day_the_meaning_changed() -> None:
    saved = [datetime(2026, 5, day, 9, tzinfo=UTC) for day in (1, 1, 3, 4)]
    hip = replace(NOTE, text="My hip hurt.")
    same_day = replace(NOTE, text="My knee hurt a lot.")
    versions = list(zip(saved, (NOTE, same_day, hip, replace(hip, tags=("x",))), strict=True))
    assert meaning_changed(versions) == date(2026, 5, 3)
    assert meaning_changed(versions[:2]) is None
    assert meaning_changed([]) is None


def test_an_account_of_the_day_is_told_from_one_made_years_later() -> None:
    late = replace(NOTE, when=in_month(2019, 3, around=True))
    assert happened_and_written(late, Words()).replace(NB, " ") == (
        "Happened about March 2019. Written 7 years later."
    )
    assert happened_and_written(NOTE, Words()).replace(NB, " ") == "Happened 1 May 2026. Written 1 May 2026."
    assert happened_and_written(replace(NOTE, when=None), Words()).replace(NB, " ") == "Written 1 May 2026."
