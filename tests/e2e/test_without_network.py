"""The whole main job, with every socket refused and with no network to reach."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.desktop import own_folders
from tests.e2e.main_job import MARKERS, MainJob


def ways_to_have_no_network() -> dict[str, list[str]]:
    """What goes before a command; refusing sockets works anywhere, a namespace of its own on Linux."""
    ways: dict[str, list[str]] = {"sockets refused": []}
    for words in (["unshare", "--net"], ["unshare", "--net", "--map-root-user"]):
        if shutil.which("unshare") and subprocess.run([*words, "true"], check=False).returncode == 0:
            ways["no network but its own"] = words
    return ways


@pytest.mark.parametrize("wrapped", [pytest.param(w, id=i) for i, w in ways_to_have_no_network().items()])
def test_the_main_job_needs_no_network(tmp_path: Path, wrapped: list[str]) -> None:
    notes = tmp_path / "notes"
    notes.touch()
    job = MainJob(tmp_path, own_folders(tmp_path) | {"TOLD_ONCE_WATCH": str(notes)}, wrapped)
    printed = job.do()
    assert [marker for marker in MARKERS if marker.casefold() not in printed.casefold()] == []
    assert [line for line in notes.read_text("utf-8").splitlines() if line.startswith("socket")] == []
