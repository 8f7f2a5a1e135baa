"""Unlocking with this computer's login, against a real Secret Service and against none."""

from pathlib import Path

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
LOCKED = """
from pathlib import Path
from app.services.login import Login
from app.storage.errors import NoKeystore
from app.storage.keys import FileKey
from app.storage.locations import locations
from app.storage.preferences import StateFile
try:
    Login(StateFile(locations().state)).remember(FileKey(bytearray(32), bytes(16)))
except NoKeystore:
    print("no key store")
"""
SESSION = """
import sys
from pathlib import Path
from app.services.session import Session
from app.storage.locations import locations
session = Session(locations())
journal = Path(sys.argv[1])
"""
REMEMBER = (
    SESSION
    + """
session.create(journal, "thimble orchard lantern wheat", "Maya")
session.keys.remember_here()
session.lock()
"""
)
OPEN = (
    SESSION
    + """
session.unlock_with_login(journal)
print(session.journal.snapshot.person.name)
session.lock()
"""
)
CHANGE = (
    SESSION
    + """
from app.services.errors import NotRemembered
session.unlock_with_login(journal)
session.keys.change_passphrase(new="seven grey herons on a wall", old="thimble orchard lantern wheat")
session.lock()
try:
    session.unlock_with_login(journal)
except NotRemembered:
    print("asks for the passphrase")
"""
)


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


def test_a_key_ring_that_nobody_unlocks_is_a_normal_answer(desktop_with_locked_keyring: Desktop) -> None:
    assert run(desktop_with_locked_keyring, LOCKED) == "no key store"


def test_this_computers_login_opens_the_journal_until_the_passphrase_changes(
    desktop_with_keyring: Desktop, tmp_path: Path
) -> None:
    journal = str(tmp_path / "Maya.toldonce")
    run(desktop_with_keyring, REMEMBER, journal)
    assert run(desktop_with_keyring, OPEN, journal) == "Maya"
    assert run(desktop_with_keyring, CHANGE, journal) == "asks for the passphrase"
