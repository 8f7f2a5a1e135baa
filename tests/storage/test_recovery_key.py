import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.errors import (
    MistypedRecoveryKey,
    NewerFile,
    RecoveryKeyLength,
    StorageError,
)
from app.storage.keys import FileKey
from app.storage.recovery_key import is_line, lines_of, read

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KEY = FileKey(bytearray(b"told once for tests, 32 bytes...".upper()), b"\x11" + bytes(range(90, 105)))
LINES = lines_of(KEY)
RUN = "".join(LINES).replace("-", "")
WRONG_TRIES = 6 * 15 * 31


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
def test_every_key_comes_back(secret: bytes, number: bytes) -> None:
    back = read("\n".join(lines_of(FileKey(bytearray(secret), number))))
    assert (bytes(back.secret), back.number) == (secret, number)


def test_it_is_six_lines_of_three_groups_of_five() -> None:
    assert len(LINES) == 6
    assert all([len(group) for group in line.split("-")] == [5, 5, 5] for line in LINES)
    assert not set("OILU") & set(RUN)


@pytest.mark.parametrize(
    "typed",
    [
        "\n".join(LINES).lower(),
        RUN,
        " ".join(LINES),
        "\r\n".join(f"{place}. {line}" for place, line in enumerate(LINES, 1)),
        RUN.replace("0", "O").replace("1", "l").replace("V", "u"),
        RUN.replace("1", "i").replace("0", "o"),
    ],
)
def test_any_way_of_typing_it_is_taken(typed: str) -> None:
    assert read(typed).secret == KEY.secret


def test_every_single_wrong_character_names_its_line() -> None:
    tried = 0
    for place, right in enumerate(RUN):
        for wrong in ALPHABET.replace(right, ""):
            with pytest.raises(MistypedRecoveryKey) as caught:
                read(RUN[:place] + wrong + RUN[place + 1 :])
            assert caught.value.lines == (place // 15 + 1,)
            tried += 1
    assert tried == WRONG_TRIES


def test_every_swap_of_neighbours_or_lines_is_noticed() -> None:
    for place in range(len(RUN) - 1):
        if RUN[place] != RUN[place + 1]:
            with pytest.raises(MistypedRecoveryKey):
                read(RUN[:place] + RUN[place + 1] + RUN[place] + RUN[place + 2 :])
    for one, other in itertools.combinations(range(6), 2):
        lines = list(LINES)
        lines[one], lines[other] = lines[other], lines[one]
        with pytest.raises(MistypedRecoveryKey) as caught:
            read("\n".join(lines))
        assert caught.value.lines == (one + 1, other + 1)


def test_a_line_that_is_too_short_is_named() -> None:
    with pytest.raises(MistypedRecoveryKey) as caught:
        read("\n".join((*LINES[:2], LINES[2][:-1], *LINES[3:])))
    assert caught.value.lines == (3,)


def test_a_missing_line_is_counted() -> None:
    with pytest.raises(RecoveryKeyLength) as caught:
        read("\n".join(LINES[:5]))
    assert caught.value.count == 75


def test_a_key_of_a_later_shape_is_said_to_be_newer() -> None:
    later = FileKey(bytearray(32), bytes(16))
    values = [0] * 13
    check = (0 + 13 * 0 + 5) % 1021
    first = "".join(ALPHABET[value] for value in (*values, check >> 5, check & 31))
    with pytest.raises(NewerFile):
        read("\n".join((first, *lines_of(later)[1:])))


def test_one_line_can_be_asked_back() -> None:
    assert is_line(KEY, 3, LINES[2].lower().replace("-", " "))
    assert not is_line(KEY, 3, LINES[3])


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    with pytest.raises(StorageError):
        read(text)


@pytest.mark.parametrize("line", range(1, 7))
def test_a_line_typed_back_is_compared_to_its_last_character(line: int) -> None:
    typed = LINES[line - 1]
    assert is_line(KEY, line, typed.lower())
    other = "0" if typed[-1] != "0" else "1"
    assert not is_line(KEY, line, typed[:-1] + other)
    assert not is_line(KEY, line, typed[:-1])
