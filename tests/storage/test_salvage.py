from pathlib import Path

import pytest

from app.storage.errors import Damaged, WrongKey
from app.storage.salvage import salvage
from app.storage.vault import PAGE_BYTES
from app.storage.versions import append, history, load
from tests.storage.cheap import AT, key_of, new_key, new_vault, open_again, write
from tests.storage.test_versions import picture

ROWS = 60


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "Maya.toldonce"
    held = new_vault(place)
    write(held, *(f"{number} " + "a long day " * 90 for number in range(ROWS)))
    write(held, "changed", record="r")
    with held.transaction():
        append(held, at=AT, what="x", attachments=[picture()])
    held.close()
    return place


def test_what_can_be_read_of_a_damaged_file_is_copied(path: Path, tmp_path: Path) -> None:
    whole = path.read_bytes()
    counts = []
    for page in range(4, len(whole) // PAGE_BYTES, 3):
        damaged = bytearray(whole)
        damaged[page * PAGE_BYTES + 1000] ^= 1
        path.write_bytes(damaged)
        with pytest.raises(Damaged):
            open_again(path)
        into = new_vault(tmp_path / f"{page}.toldonce")
        counts.append(salvage(path, key_of(path), into, at=AT, what="Copied"))
        right = {f'{{"text":"{number} {"a long day " * 90}"}}' for number in range(ROWS)}
        found = {one.body for one in load(into).newest}
        assert found <= right | {'{"text":"changed"}'}
        assert len(found) == counts[-1]
        into.close()
        assert path.read_bytes() == bytes(damaged)
    assert min(counts) > ROWS - 12
    assert max(counts) > ROWS - 5


def test_a_whole_file_comes_over_whole(path: Path, tmp_path: Path) -> None:
    into = new_vault(tmp_path / "new.toldonce")
    assert salvage(path, key_of(path), into, at=AT, what="Copied") == ROWS
    assert [one.number for one, _ in history(into, "r0")] == [1, 2]
    assert into.rows("SELECT id FROM attachment") == [("p1",)]
    into.close()


def test_nothing_comes_of_a_wrong_key_or_an_empty_journal(path: Path, tmp_path: Path) -> None:
    into = new_vault(tmp_path / "new.toldonce")
    with pytest.raises(WrongKey):
        salvage(path, new_key(), into, at=AT, what="Copied")
    empty = tmp_path / "empty.toldonce"
    new_vault(empty).close()
    with pytest.raises(Damaged):
        salvage(empty, key_of(empty), into, at=AT, what="Copied")
    into.close()
