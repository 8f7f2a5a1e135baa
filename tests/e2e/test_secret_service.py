"""Unlocking with this computer's login, against a real Secret Service and against none."""

import pytest

from tests.e2e.desktop import Desktop

pytestmark = pytest.mark.session
NUMBER = bytes(range(16))
OTHER = bytes(range(1, 17))
KEEP = """
import sys
from app.storage.keystore import find_keystore
find_keystore().keep(bytes.fromhex(sys.argv[1]), bytes.fromhex(sys.argv[2]))
"""
FETCH = """
import sys
from app.storage.keystore import find_keystore
key = find_keystore().fetch(bytes.fromhex(sys.argv[1]))
print("none" if key is None else key.hex())
"""
DROP = """
import sys
from app.storage.keystore import find_keystore
find_keystore().drop(bytes.fromhex(sys.argv[1]))
"""
NONE = """
from app.storage.errors import NoKeystore
from app.storage.keystore import find_keystore
try:
    find_keystore().fetch(bytes(16))
except NoKeystore:
    print("no key store")
"""


def run(desktop: Desktop, script: str, *words: str) -> str:
    """Run SCRIPT as a process of its own, as after a lock; returns what it printed."""
    done = desktop.python("-c", script, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_a_device_key_outlives_the_process_that_kept_it(desktop_with_keyring: Desktop) -> None:
    key = bytes(range(32)).hex()
    run(desktop_with_keyring, KEEP, NUMBER.hex(), key)
    assert run(desktop_with_keyring, FETCH, NUMBER.hex()) == key


def test_each_journal_has_a_key_of_its_own(desktop_with_keyring: Desktop) -> None:
    run(desktop_with_keyring, KEEP, NUMBER.hex(), "11" * 32)
    run(desktop_with_keyring, KEEP, OTHER.hex(), "22" * 32)
    assert run(desktop_with_keyring, FETCH, NUMBER.hex()) == "11" * 32
    assert run(desktop_with_keyring, FETCH, OTHER.hex()) == "22" * 32


def test_switching_off_leaves_nothing_in_the_key_store(desktop_with_keyring: Desktop) -> None:
    run(desktop_with_keyring, KEEP, NUMBER.hex(), "11" * 32)
    run(desktop_with_keyring, DROP, NUMBER.hex())
    run(desktop_with_keyring, DROP, NUMBER.hex())
    assert run(desktop_with_keyring, FETCH, NUMBER.hex()) == "none"


def test_no_key_store_is_a_normal_answer(desktop_without_keyring: Desktop) -> None:
    assert run(desktop_without_keyring, NONE) == "no key store"
