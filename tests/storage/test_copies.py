"""A copy counts only when the slowest check has passed too: one that compares each index with its table."""

import shutil
from pathlib import Path

import pytest

from app.storage import backups, copies, rekey
from app.storage.errors import Damaged, DiskFull
from app.storage.vault import Vault
from tests.storage.cheap import NOTES, key_of, new_key, new_vault, open_again, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Maya.toldonce"


@pytest.fixture
def crooked(path: Path) -> Vault:
    """A journal with an index that says something else than its table, which unlocking does not compare."""
    made = new_vault(path)
    write(made, *NOTES)
    made.run("CREATE INDEX crooked ON version (written)")
    made.run("PRAGMA writable_schema = on")
    made.run("UPDATE sqlite_master SET sql = 'CREATE INDEX crooked ON version (body)' WHERE name = 'crooked'")
    made.close()
    return open_again(path)


def test_what_an_index_says_is_compared_before_a_file_is_put_back(crooked: Vault, path: Path) -> None:
    crooked.close()
    with pytest.raises(Damaged):
        copies.check(path, key_of(path))


def test_what_an_index_says_is_compared_before_a_new_file_takes_the_place(crooked: Vault, path: Path) -> None:
    before = crooked.number
    with pytest.raises(Damaged):
        rekey.rekey(crooked, new_key("other words"))
    assert crooked.number == before
    crooked.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_disk_without_room_is_said_before_a_copy_is_begun(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = new_vault(path)
    write(held, *NOTES)
    usage = shutil.disk_usage(path.parent)._replace(free=path.stat().st_size)  # a copy asks for a fifth more
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    with pytest.raises(DiskFull):
        rekey.rekey(held, new_key("other words"))
    with pytest.raises(DiskFull):
        backups.write_proved(held, path.with_name("copy.toldonce"))
    write(held, "and on it goes")
    held.close()
    assert list(path.parent.iterdir()) == [path]
