"""What stands beside the journal: files, places, preferences, key store, cover notes, hardening."""

import os
import resource
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from app.storage import files, keystore
from app.storage.bad_day_cover import open_note, public_key, seal_note
from app.storage.errors import AlreadyThere, Damaged, Missing, NoKeystore, NotAJournal, WrongKey
from app.storage.keystore import OsKeystore, allowed, open_file_key, seal_file_key
from app.storage.locations import HOME, is_synced, locations
from app.storage.preferences import Known, Look, StateFile
from app.storage.vault import Vault
from tests.storage.cheap import new_key, new_vault, open_again

ROOT = Path(__file__).parents[2]
NUMBER = bytes(range(16))


def test_a_file_is_written_whole_and_for_this_person_only(tmp_path: Path) -> None:
    place = tmp_path / "a"
    files.write(place, b"one")
    files.write(place, b"two")
    assert files.read(place) == b"two"
    assert place.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [place]


def test_nothing_is_written_in_the_place_of_a_journal(tmp_path: Path) -> None:
    journal, link = tmp_path / "Maya.toldonce", tmp_path / "document.pdf"
    journal.write_bytes(b"a journal")
    link.symlink_to(journal)
    for place in (journal, link):
        with pytest.raises(AlreadyThere):
            files.write(place, b"a document")
    assert journal.read_bytes() == b"a journal"


def test_a_private_file_is_never_made_over_another(tmp_path: Path) -> None:
    files.create_private(tmp_path / "a")
    with pytest.raises(AlreadyThere):
        files.create_private(tmp_path / "a")


def test_what_the_system_says_becomes_known_trouble(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        files.read(tmp_path / "nowhere")
    with pytest.raises(NotAJournal):
        files.read(tmp_path)
    with pytest.raises(Missing):
        files.write(tmp_path / "nowhere" / "a", b"")


def test_a_folder_is_for_this_person_only(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "a")
    files.make_folder(tmp_path / "a")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700


def test_everything_can_be_put_in_one_folder(tmp_path: Path) -> None:
    places = locations({HOME: str(tmp_path)})
    assert {places.journals, places.backups, places.state} == {
        tmp_path / "journals",
        tmp_path / "backups",
        tmp_path / "state.json",
    }


def test_without_it_things_are_where_the_system_wants_them() -> None:
    places = locations({})
    assert places.journals.parts[-2:] == ("told-once", "journals")
    assert places.state.name == "state.json"


@pytest.mark.parametrize("place", ["Dropbox/a", "OneDrive - Work/b", "Library/Mobile Documents/x"])
def test_synced_folders_are_known(place: str) -> None:
    expected = "Library" not in place
    assert is_synced(Path("/home/maya") / place) is expected


def test_the_state_comes_back_as_it_was_written(tmp_path: Path) -> None:
    state = StateFile(tmp_path / "config" / "state.json")
    look = Look(theme="dusk", text_size=130, lock_minutes=5)
    state.set_look(look)
    for name in ("a", "b", "a"):
        state.note(NUMBER, lambda _: Known(path="/a/b", change=7), first=tmp_path / name)
    again = StateFile(tmp_path / "config" / "state.json")
    assert again.look() == look
    assert again.known(NUMBER) == Known(path="/a/b", change=7)
    assert again.known(bytes(16)) == Known()
    assert again.read().recent == (str(tmp_path / "a"), str(tmp_path / "b"))


@given(st.binary(max_size=200))
def test_a_state_file_of_any_bytes_reads_as_nothing_remembered_or_something(data: bytes) -> None:
    place = Path(os.environ["HOME"]) / "state.json"
    place.write_bytes(data)
    assert StateFile(place).read().look.lock_minutes >= 0


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b'{"look": {"text_size": "big"}}',
        b"\xff",
        b'{"journals": {"11": {"key_check": "not hexadecimal"}}}',
        b'{"journals": {"11": {"opened": "yesterday"}}}',
        b'{"journals": {"11": {"opened": "2026-05-12"}}}',
        b'{"journals": {"11": {"backup_folders": ["a\\u0000b"]}}}',
        b'{"recent": ["a\\u0000b"]}',
        b'{"more": ' + b"[" * 200_000,
    ],
)
def test_a_damaged_state_file_costs_a_convenience_only(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "state.json"
    place.write_bytes(data)
    state = StateFile(place)
    assert state.look() == Look()
    state.note(NUMBER, lambda known: known, first=tmp_path)
    assert state.read().recent == (str(tmp_path),)


def backend_like(module: str, name: str) -> KeyringBackend:
    kind = type(name, (KeyringBackend,), {"priority": 1, **ANSWERS, "__module__": module})
    made: KeyringBackend = kind()
    return made


def _get(self: object, _service: str, user: str) -> str | None:
    return vars(self).get(user)


def _set(self: object, _service: str, user: str, value: str) -> None:
    vars(self)[user] = value


def _delete(self: object, _service: str, user: str) -> None:
    del vars(self)[user]


def _locked(*_: object) -> None:
    raise KeyringLocked


ANSWERS = {"get_password": _get, "set_password": _set, "delete_password": _delete}


@pytest.mark.parametrize(
    ("module", "name", "is_allowed"),
    [
        ("keyring.backends.SecretService", "Keyring", True),
        ("keyring.backends.kwallet", "DBusKeyring", True),
        ("keyring.backends.macOS", "Keyring", True),
        ("keyring.backends.Windows", "WinVaultKeyring", True),
        ("keyrings.alt.file", "PlaintextKeyring", False),
        ("keyring.backends.fail", "Keyring", False),
        ("keyring.backends.null", "Keyring", False),
        ("keyring.backends.libsecret", "Keyring", False),
    ],
)
def test_only_the_systems_own_key_stores_are_used(
    module: str,
    name: str,
    *,
    is_allowed: bool,
) -> None:
    backend = backend_like(module, name)
    assert (allowed(backend) is backend) is is_allowed


def test_a_chain_is_looked_into_and_never_used_itself() -> None:
    plaintext = backend_like("keyrings.alt.file", "PlaintextKeyring")
    real = backend_like("keyring.backends.SecretService", "Keyring")
    chain = backend_like("keyring.backends.chainer", "ChainerBackend")
    vars(chain)["backends"] = [plaintext, real]
    assert allowed(chain) is real
    vars(chain)["backends"] = [plaintext]
    assert allowed(chain) is None


def test_on_windows_the_key_stays_on_this_computer() -> None:
    backend = backend_like("keyring.backends.Windows", "WinVaultKeyring")
    allowed(backend)
    assert vars(backend)["persist"] == "local machine"


def test_a_device_key_is_44_characters_under_the_journals_number() -> None:
    backend = backend_like("keyring.backends.SecretService", "Keyring")
    store = OsKeystore(backend)
    key = keystore.new_device_key()
    store.keep(NUMBER, key)
    user = f"device:{NUMBER.hex()}"
    assert len(vars(backend)[user]) == 44
    assert store.fetch(NUMBER) == key
    store.drop(NUMBER)
    store.drop(NUMBER)
    assert store.fetch(NUMBER) is None


@pytest.mark.parametrize("value", ["", "short", "not base64 é", "A" * 200])
def test_a_value_that_is_not_ours_counts_as_none(value: str) -> None:
    backend = backend_like("keyring.backends.SecretService", "Keyring")
    vars(backend)[f"device:{NUMBER.hex()}"] = value
    assert OsKeystore(backend).fetch(NUMBER) is None


def test_every_failure_of_a_key_store_is_a_normal_answer() -> None:
    backend = backend_like("keyring.backends.SecretService", "Keyring")
    for name in ANSWERS:
        setattr(type(backend), name, _locked)
    store = OsKeystore(backend)
    with pytest.raises(NoKeystore):
        store.keep(NUMBER, bytes(32))
    with pytest.raises(NoKeystore):
        store.fetch(NUMBER)
    store.drop(NUMBER)


def test_neither_half_opens_anything_alone() -> None:
    key = new_key()
    device_key = keystore.new_device_key()
    blob = seal_file_key(device_key, key)
    assert key.secret not in blob
    assert open_file_key(device_key, key.number, blob).secret == key.secret
    for other_key, number, other_blob in (
        (keystore.new_device_key(), key.number, blob),
        (device_key, bytes(16), blob),
        (device_key, key.number, blob[:-1]),
        (device_key, key.number, b""),
    ):
        with pytest.raises(WrongKey):
            open_file_key(other_key, number, other_blob)


@pytest.fixture
def held(tmp_path: Path) -> Vault:
    return new_vault(tmp_path / "Maya.toldonce")


def test_a_note_on_the_cover_is_60_bytes_that_only_the_journal_reads(
    held: Vault,
    tmp_path: Path,
) -> None:
    moment = datetime(2026, 5, 12, 3, 12, 5, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    public = public_key(held)
    assert public_key(held) == public
    note, again = seal_note(public, moment), seal_note(public, moment)
    assert len(note) == 60
    assert note != again
    opened = open_note(held, note)
    assert (opened, opened.utcoffset()) == (moment, moment.utcoffset())
    held.close()
    held = open_again(tmp_path / "Maya.toldonce")
    assert open_note(held, again) == moment
    other = new_vault(tmp_path / "Ana.toldonce")
    public_key(other)
    for wrong, vault in ((note[:-1] + bytes([note[-1] ^ 1]), held), (b"short", held), (note, other)):
        with pytest.raises(Damaged):
            open_note(vault, wrong)
    held.close()
    other.close()


def test_a_hardened_process_dumps_no_core_and_lets_nobody_read_it() -> None:
    code = (
        "from app.storage import hardening\nimport ctypes, os, resource\n"
        "hardening.harden()\nhardening.private_umask()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0),"
        " oct(os.umask(0)))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert said.stdout.split() == ["0", "0" if sys.platform == "linux" else "1", "0o77"]
    assert resource.getrlimit(resource.RLIMIT_CORE)[1] != 0
