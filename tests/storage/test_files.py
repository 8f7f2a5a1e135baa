"""Writing a file: what the disk made of it is read back, and the folder's list of names is synced too."""

import os
from pathlib import Path

import pytest

from app.storage import files
from app.storage.errors import CannotWrite


def test_a_disk_that_keeps_other_bytes_is_noticed_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: really_write(handle, bytes(len(data))))
    with pytest.raises(CannotWrite):
        files.write(tmp_path / "page.pdf", b"what was to be kept")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_keeps_other_bytes_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "page.pdf"
    files.write(place, b"the first")
    really_write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: really_write(handle, bytes(len(data))))
    with pytest.raises(CannotWrite):
        files.write(place, b"the second")
    assert files.read(place) == b"the first"


def test_the_file_and_then_its_folder_are_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_sync, synced = os.fsync, []

    def note(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        really_sync(handle)

    monkeypatch.setattr(os, "fsync", note)
    place = tmp_path / "page.pdf"
    files.write(place, b"what is to be kept")
    assert synced[-1] == tmp_path.stat().st_ino
    assert place.stat().st_ino in synced[:-1]
