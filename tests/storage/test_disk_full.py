"""A full disk: what was acknowledged is there, the rest is refused with a known error."""

import resource
from pathlib import Path

import pytest

from app.storage import backups, copies, files, rekey
from app.storage.errors import CannotWrite, DiskFull, StorageError
from app.storage.versions import load
from tests.storage.cheap import NOTES, new_key, new_vault, open_again, write
from tests.storage.dying import NEVER, Say, die_in
from tests.storage.test_kills import DAY

LIMIT = 300_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "Maya.toldonce"
    held = new_vault(place)
    write(held, *NOTES)
    held.close()
    return place


def limit_file_size(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def test_what_was_acknowledged_before_the_disk_was_full_is_there(path: Path) -> None:
    def filling(say: Say) -> None:
        held = open_again(path)
        limit_file_size(LIMIT)
        number = 0
        try:
            while True:
                write(held, "x" * 9000, record=f"more{number}-")
                number += 1
                say(f"more{number - 1}-0")
        except (CannotWrite, DiskFull):
            again = load(held)
            say(f"refused with {len(again.newest)} there")

    said = die_in(filling, NEVER)
    kept = set(said[:-1])
    held = open_again(path)
    found = {version.record for version in load(held).newest}
    assert len(kept) > 5
    assert kept <= found
    assert said[-1] == f"refused with {len(found)} there"
    held.close()


@pytest.mark.parametrize("what", ["backup", "new key"])
def test_a_copy_that_finds_no_room_leaves_the_journal_open_and_nothing_beside_it(
    path: Path,
    what: str,
) -> None:
    size = path.stat().st_size
    folder = path.parent / "backups"

    def copying(say: Say) -> None:
        held = open_again(path)
        limit_file_size(size // 2)
        try:
            if what == "backup":
                backups.make(held, folder, DAY)
            else:
                rekey.rekey(held, new_key("other words"))
        except StorageError as error:
            say(type(error).__name__)
            say(str(len(load(held).newest)))

    said = die_in(copying, NEVER)
    assert said[0] in {"CannotWrite", "DiskFull"}
    assert said[1] == str(len(NOTES))
    assert [one.name for one in path.parent.rglob("*") if one.is_file()] == [path.name]
    held = open_again(path)
    assert len(load(held).newest) == len(NOTES)
    held.close()


def test_a_disk_without_room_is_noticed_before_a_copy_is_begun(tmp_path: Path) -> None:
    with pytest.raises(DiskFull) as caught:
        files.need_room(tmp_path, 1 << 60)
    assert caught.value.needed == 1 << 60
    assert 0 < caught.value.free < caught.value.needed


def test_a_file_beside_the_journal_is_whole_or_as_it_was(tmp_path: Path) -> None:
    place = tmp_path / "state.json"
    files.write(place, b"before")

    def writing(say: Say) -> None:
        limit_file_size(1000)
        try:
            files.write(place, b"x" * 5000)
        except StorageError as error:
            say(type(error).__name__)

    assert die_in(writing, NEVER)[0] == "CannotWrite"
    assert place.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [place]


def test_a_copy_clears_what_an_interrupted_one_left(path: Path) -> None:
    part = path.with_name("part")
    part.write_bytes(b"left behind")
    part.with_name("part-journal").write_bytes(b"left behind")
    held = open_again(path)
    copies.copy_under_same_key(held, part)
    held.close()
    assert not part.with_name("part-journal").exists()
    assert part.stat().st_mode & 0o777 == 0o600
