import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.errors import NewerFile, WrongKey
from app.storage.keys import (
    COSTS,
    FileKey,
    cost_of,
    derive,
    new_number,
    profile_for,
)
from app.storage.memory import total_memory
from tests.storage.cheap import CHEAP, PROFILE, new_key

NUMBER = bytes([0x1F]) + bytes(15)


def test_the_same_letters_typed_on_another_computer_give_the_same_key() -> None:
    typed = "la clé du café"
    apart = unicodedata.normalize("NFD", typed)
    assert apart != typed
    assert derive(typed, NUMBER, CHEAP).secret == derive(apart, NUMBER, CHEAP).secret


def test_every_bit_of_the_number_changes_the_key() -> None:
    plain = derive("words", NUMBER, CHEAP).secret
    other = derive("words", NUMBER[:-1] + b"\1", CHEAP).secret
    assert plain != other


def test_the_test_profile_is_not_shipped() -> None:
    assert set(COSTS) == {1, 2, 3}
    with pytest.raises(NewerFile):
        cost_of(new_number(PROFILE))


def test_the_shipped_costs_are_those_of_the_format() -> None:
    costs = {profile: (cost.memory_kib, cost.passes, cost.lanes) for profile, cost in COSTS.items()}
    assert costs == {1: (262_144, 3, 4), 2: (65_536, 3, 4), 3: (1_048_576, 3, 4)}


@given(st.integers(0, 255))
def test_an_unknown_format_or_profile_is_never_tried(first: int) -> None:
    if first in {0x11, 0x12, 0x13}:
        assert cost_of(bytes([first]) * 16)
    else:
        with pytest.raises(NewerFile):
            derive("words", bytes([first]) + bytes(15))


def test_half_a_character_opens_nothing() -> None:
    with pytest.raises(WrongKey):
        derive("\ud800", NUMBER, CHEAP)


def test_wiping_overwrites_the_secret_in_place() -> None:
    key = new_key()
    secret = key.secret
    key.copy().wipe()
    assert any(secret)
    key.wipe()
    assert not any(secret)


def test_the_spec_is_the_key_and_the_salt() -> None:
    key = FileKey(bytearray(range(32)), bytes(range(16)))
    assert key.spec() == b"x'" + bytes(range(32)).hex().encode() + bytes(range(16)).hex().encode() + b"'"


def test_the_key_check_depends_on_key_and_number() -> None:
    one, other = new_key(), new_key()
    assert len(one.check()) == 4
    assert one.check() == one.copy().check()
    assert one.check() != other.check()


def test_no_key_is_shown_by_its_text() -> None:
    key = new_key()
    assert key.secret.hex() not in repr(key)


def test_small_computers_get_the_lighter_cost() -> None:
    assert profile_for(2 * 1024**3) == 2
    assert profile_for(8 * 1024**3) == 1
    assert profile_for(0) == 1
    assert total_memory() > 0


def test_too_little_memory_is_said_and_not_a_bug() -> None:
    limited = (
        "import resource\n"
        "from app.storage.errors import NotEnoughMemory\n"
        "from app.storage.keys import derive, new_number\n"
        "resource.setrlimit(resource.RLIMIT_AS, (200_000_000, resource.RLIM_INFINITY))\n"
        "try:\n"
        "    derive('quiet otter', new_number(1))\n"
        "except NotEnoughMemory:\n"
        "    print('said')\n"
    )
    done = subprocess.run([sys.executable, "-c", limited], capture_output=True, text=True, check=True)
    assert done.stdout == "said\n"
