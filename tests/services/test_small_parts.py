import threading
from datetime import date, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services import passphrase
from app.services.clock import FixedClock, SystemClock, new_id
from app.services.errors import TooEasy
from app.services.login import Login, within
from app.services.passphrase import Strength, refuse_easy, strength, suggest, suggested_bits
from app.storage.errors import NoKeystore
from app.storage.keystore import Keystore
from app.storage.preferences import StateFile
from tests.services.cheap import NOON


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Strength.TOO_SHORT),
        ("short words", Strength.TOO_SHORT),
        ("password1234", Strength.EASY_TO_GUESS),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.EASY_TO_GUESS),
        ("qwertyuiopasdf", Strength.EASY_TO_GUESS),
        ("dragon monkey", Strength.EASY_TO_GUESS),  # two common words: 10^8 guesses
        ("January 2026!!", Strength.EASY_TO_GUESS),
        ("otter pond river", Strength.GOOD),
        ("quiet otter under lamplight", Strength.STRONG),
        ("x" * 5_000, Strength.EASY_TO_GUESS),
    ],
)
def test_the_meter_has_four_words(typed: str, expected: Strength) -> None:
    assert strength(typed) is expected


def test_the_meter_fills_bar_by_bar_and_lets_on_from_good() -> None:
    assert [(one.bars, one.is_enough) for one in Strength] == [
        (1, False),
        (2, False),
        (3, True),
        (4, True),
    ]
    assert len({one.sentence for one in Strength}) == 4


@settings(max_examples=30)
@given(st.text(max_size=150))
def test_no_text_breaks_the_meter(typed: str) -> None:
    assert strength(typed) in Strength


def test_a_suggestion_is_five_plain_words_that_are_very_hard_to_guess() -> None:
    suggested = {suggest() for _ in range(20)}
    assert len(suggested) == 20
    for words in suggested:
        assert len(words.split(" ")) == 5
        assert strength(words).is_enough


def test_the_words_are_plain_and_the_bits_are_said_honestly() -> None:
    words = passphrase.words()
    assert len(words) >= 2048
    assert len(set(words)) == len(words)
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 11 for word in words)
    assert 55 < suggested_bits() < 60


def test_an_easy_passphrase_is_refused() -> None:
    refuse_easy("quiet otter under lamplight")
    with pytest.raises(TooEasy):
        refuse_easy("password1234")


def test_the_clock_knows_its_offset_and_no_finer_than_a_second() -> None:
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert now.microsecond == 0
    assert SystemClock().today() >= now.date()


def test_a_clock_that_stands_still_gives_the_day_it_is_there() -> None:
    clock = FixedClock(NOON.replace(hour=23).astimezone(timezone(timedelta(hours=9))))
    assert clock.today() == date(2026, 5, 13)


def test_ids_are_new() -> None:
    assert len({new_id() for _ in range(100)}) == 100


class SilentKeystore:
    """A key store whose prompt nobody answers."""

    def __init__(self) -> None:
        self.answer = threading.Event()

    def keep(self, number: bytes, device_key: bytes) -> None:
        assert number
        assert device_key
        self.answer.wait()

    def fetch(self, number: bytes) -> bytes | None:
        assert number
        self.answer.wait()
        return None

    def drop(self, number: bytes) -> None:
        assert number
        self.answer.wait()


def test_a_key_store_that_does_not_answer_is_given_up_on(tmp_path: Path) -> None:
    silent = SilentKeystore()
    state = StateFile(tmp_path / "state.json")

    def ask() -> Keystore:
        silent.answer.wait()
        return silent

    login = Login(state, ask, patience=0.01)
    assert not login.is_possible()
    with pytest.raises(NoKeystore):
        within(0.01, lambda: silent.fetch(b"n"))
    silent.answer.set()


def test_an_answer_in_time_is_given() -> None:
    assert within(10, lambda: "answer") == "answer"
