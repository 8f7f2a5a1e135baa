import os
import stat
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from app.storage import vault
from app.storage.errors import (
    AlreadyThere,
    Cancelled,
    CannotKeep,
    Damaged,
    InUse,
    KeyRightFileDamaged,
    Missing,
    NewerFile,
    NotAJournal,
    StorageError,
    UnsafeSettings,
    WrongKey,
)
from app.storage.keys import FileKey, derive
from app.storage.vault import SETTINGS, Step, open_vault, read_number, set_up, uri_of
from app.storage.versions import load
from tests.storage.cheap import CHEAP, key_of, new_key, new_vault, open_again, write

ROOT = Path(__file__).parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "Maya's journal.toldonce"
    held = new_vault(place)
    write(held, "the marker word is kestrel")
    held.close()
    return place


def changed(path: Path, place: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[place : place + len(data)] = data
    path.write_bytes(whole)


def test_what_was_written_is_there_after_opening_again(path: Path) -> None:
    held = open_again(path)
    assert [one.body for one in load(held).newest] == ['{"text":"the marker word is kestrel"}']
    held.close()


def test_the_file_is_for_this_person_only(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_only_one_file_is_left_beside_nothing(path: Path) -> None:
    assert list(path.parent.iterdir()) == [path]


def test_the_first_16_bytes_are_the_number_of_the_key(tmp_path: Path) -> None:
    key = new_key()
    number = key.number
    held = vault.create(tmp_path / "a.toldonce", key)
    held.run("CREATE TABLE t (a)")
    held.close()
    assert (tmp_path / "a.toldonce").read_bytes()[:16] == number


def test_every_setting_took(path: Path) -> None:
    held = open_again(path)
    read = {name: held.rows(f"PRAGMA {name}")[0][0] for name, _, _ in SETTINGS}
    held.close()
    assert read == {
        "locking_mode": "exclusive",
        "journal_mode": "delete",
        "synchronous": 3,
        "temp_store": 2,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "fullfsync": 1,
        "mmap_size": 0,
        "foreign_keys": 1,
    }


def test_a_setting_that_does_not_take_stops_everything(path: Path) -> None:
    held = open_again(path)
    with pytest.raises(UnsafeSettings) as caught:
        set_up(held, (("synchronous", "normal", 3),))
    held.close()
    assert caught.value.what == "synchronous"


def test_a_wrong_passphrase_is_refused_and_changes_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        open_again(path, "wrong words entirely")
    assert path.read_bytes() == before
    open_again(path).close()


def test_a_second_program_is_refused(path: Path) -> None:
    held = open_again(path)
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from tests.storage.cheap import open_again\n"
        "from app.storage.errors import InUse\n"
        "try:\n    open_again(Path(sys.argv[1]))\nexcept InUse:\n    print('in use')"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    held.close()
    assert (said.stdout, said.stderr) == ("in use\n", "")


def test_opening_twice_in_one_program_is_refused(path: Path) -> None:
    key = key_of(path)
    held = open_again(path)
    with pytest.raises(InUse):
        open_vault(path, key)
    write(held, "still ours")
    held.close()


def test_a_file_already_there_is_never_written_over(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(AlreadyThere):
        vault.create(path, new_key())
    assert path.read_bytes() == before


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    place = tmp_path / "nowhere.toldonce"
    with pytest.raises(Missing):
        read_number(place)
    with pytest.raises(Missing):
        open_vault(place, new_key())
    assert not place.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x11 too short",
        b"SQLite format 3\0" + bytes(4080),
        b"%PDF-1.7\n" + bytes(4087),
        b"PK\3\4" + bytes(100),
        b"Dear doctor, this is a letter and not a journal.",
        bytes(100),
    ],
)
def test_another_kind_of_file_is_told_apart(tmp_path: Path, content: bytes) -> None:
    place = tmp_path / "a.toldonce"
    place.write_bytes(content)
    with pytest.raises(NotAJournal):
        read_number(place)
    assert place.read_bytes() == content


def test_a_folder_is_not_a_journal(tmp_path: Path) -> None:
    with pytest.raises(NotAJournal):
        read_number(tmp_path)


def test_a_newer_format_is_never_tried(path: Path) -> None:
    changed(path, 0, b"\x21")
    with pytest.raises(NewerFile):
        read_number(path)


def test_an_unknown_profile_is_never_tried(path: Path) -> None:
    changed(path, 0, b"\x1e")
    with pytest.raises(NewerFile):
        key_of(path)


def test_a_lowered_cost_does_not_open(path: Path) -> None:
    costs = {**CHEAP, 14: CHEAP[15]}
    changed(path, 0, b"\x1e")
    key = derive("quiet otter under lamplight", read_number(path), costs)
    with pytest.raises(WrongKey):
        open_vault(path, key)


def test_a_damaged_first_page_is_told_from_a_wrong_passphrase(path: Path) -> None:
    check = key_of(path).check()
    changed(path, 100, b"damage")
    with pytest.raises(KeyRightFileDamaged):
        open_vault(path, key_of(path), known_check=check)
    with pytest.raises(WrongKey):
        open_vault(path, key_of(path, "other words"), known_check=check)


def test_half_a_character_is_refused_and_rolled_back(path: Path) -> None:
    held = open_again(path)
    with pytest.raises(CannotKeep):
        write(held, "fine", "half \ud83d of it")
    assert len(load(held).newest) == 1
    held.close()


def test_the_steps_are_announced_and_can_be_stopped(path: Path) -> None:
    steps: list[Step] = []
    open_vault(path, key_of(path), announce=steps.append).close()
    assert steps == [Step.CHECKING_PAGES, Step.CHECKING_STRUCTURE]

    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        open_vault(path, key_of(path), announce=stop)
    open_again(path).close()


def test_closing_wipes_the_key_and_may_be_done_twice(path: Path) -> None:
    key = key_of(path)
    held = open_vault(path, key)
    assert any(key.secret)
    held.close()
    held.close()
    assert not any(key.secret)


def delete_and_fail(held: vault.Vault) -> None:
    held.run("DELETE FROM version")
    raise WrongKey


def test_a_transaction_is_all_or_nothing(path: Path) -> None:
    held = open_again(path)
    before = load(held)
    with pytest.raises(WrongKey), held.transaction():
        delete_and_fail(held)
    assert load(held) == before
    held.close()


def test_a_programming_mistake_is_not_passed_off_as_known_trouble(path: Path) -> None:
    held = open_again(path)
    with pytest.raises(Exception, match="no such table") as caught:
        held.rows("SELECT * FROM nowhere")
    assert not isinstance(caught.value, StorageError)
    held.close()


def test_a_path_with_odd_characters_opens(tmp_path: Path) -> None:
    place = tmp_path / "50% off? #1 (é) & more.toldonce"
    new_vault(place).close()
    open_again(place).close()
    assert [one.name for one in tmp_path.iterdir()] == [place.name]


def test_paths_of_other_systems_are_written_as_sqlite_wants_them() -> None:
    assert uri_of(PureWindowsPath("C:/a b/c#.toldonce")) == "file:///C:/a%20b/c%23.toldonce"
    assert uri_of(PureWindowsPath("//server/share/c.toldonce")) == "file:////server/share/c.toldonce"
    assert uri_of(PurePosixPath("/a/b?.toldonce")) == "file:///a/b%3F.toldonce"


def test_a_first_16_bytes_that_were_destroyed_do_not_stop_the_recovery_key(path: Path) -> None:
    key = key_of(path)
    changed(path, 0, os.urandom(16))
    held = open_vault(path, key)
    write(held, "written after")
    number = held.number
    held.close()
    assert read_number(path) == number
    open_again(path).close()


def test_a_key_of_the_wrong_size_is_no_key() -> None:
    with pytest.raises(WrongKey):
        FileKey(bytearray(31), bytes(16))


def test_damage_says_which_check_noticed() -> None:
    assert Damaged("page seal").what == "page seal"
