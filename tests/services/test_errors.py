import re

import pytest

from app.domain.records.invalid import InvalidRecord, Reason
from app.i18n import Words
from app.services import errors
from app.services.errors import BASES, REASONS, SAID, UNKNOWN, Row, Said, explain, is_known
from app.storage import errors as storage


def all_below(kind: type[Exception]) -> set[type[Exception]]:
    below = set(kind.__subclasses__())
    return below.union(*(all_below(one) for one in below))


def in_english(row: Row) -> Said:
    sentence, next_step = row
    return sentence.english, next_step.english


KNOWN = sorted(
    {kind for base in BASES for kind in all_below(base)},
    key=lambda kind: kind.__name__,
)
FIGURES: dict[type[Exception], Exception] = {
    storage.TooLarge: storage.TooLarge(9, 50 * 1024 * 1024),
    storage.MistypedRecoveryKey: storage.MistypedRecoveryKey((2, 3)),
    storage.RecoveryKeyLength: storage.RecoveryKeyLength(89),
}


@pytest.mark.parametrize("kind", KNOWN, ids=str)
def test_every_known_error_has_a_sentence_and_a_next_step_of_its_own(kind: type[Exception]) -> None:
    sentence, next_step = in_english(SAID[kind])
    assert re.fullmatch(r"[A-Z].*[.?]", sentence)
    assert re.fullmatch(r"[A-Z].*[.?]", next_step)
    assert not re.search(r"[!]|error|fail|oops|please|simply", sentence + next_step, re.IGNORECASE)


def test_no_sentence_is_left_over() -> None:
    assert set(SAID) == set(KNOWN)
    assert set(REASONS) == set(Reason)


@pytest.mark.parametrize("kind", list(FIGURES), ids=str)
def test_figures_are_filled_in(kind: type[Exception]) -> None:
    sentence, next_step = explain(FIGURES[kind], Words())
    assert "{" not in sentence + next_step
    assert re.search(r"\d", sentence)


def test_a_mistyped_key_names_its_line() -> None:
    said = explain(storage.MistypedRecoveryKey((3,)), Words())
    assert said == (
        "Line 3 is different.",
        "Look again at your paper: 15 letters and numbers.",
    )


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_to_refuse_a_field_has_a_sentence(reason: Reason) -> None:
    error = InvalidRecord("name", reason, 200)
    assert explain(error, Words()) == in_english(REASONS[reason])
    assert is_known(error)


def test_anything_else_is_a_bug_that_says_nothing_of_what_was_in_it() -> None:
    error = ValueError("headache after the new tablets")
    assert explain(error, Words()) == in_english(UNKNOWN)
    assert not is_known(error)


def test_a_kind_of_known_trouble_without_a_row_falls_back_on_its_parents() -> None:
    class Worse(storage.DiskFull):
        pass

    assert explain(Worse(), Words()) == in_english(SAID[storage.DiskFull])
    assert not is_known(Worse())
    assert errors.ServiceError in BASES
