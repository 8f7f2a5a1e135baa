"""Set-up says what is missing in one sentence, and notices when it is done."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parent.parent / "packaging"
IS_SET_UP = "import steps, sys; print(steps.is_set_up(sys.argv[1]))"
LEAVE_A_STAMP = """
import json, steps, sys
steps.STAMP.write_text(json.dumps(steps.wanted_stamp(sys.argv[1])))
"""


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A project folder with nothing but the set-up in it, and an environment with a Python."""
    project = tmp_path / "project"
    shutil.copytree(PACKAGING, project / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    python = project / ".venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    python.parent.mkdir(parents=True)
    python.touch()
    return project / "packaging"


def run(folder: Path, *words: str, path: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python with WORDS in FOLDER, with only PATH to find programs on and no screen."""
    environment = {"PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def is_set_up(folder: Path, lock: str) -> bool:
    done = run(folder, "-c", IS_SET_UP, lock)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip() == "True"


def test_nothing_is_set_up_without_a_stamp(copied: Path) -> None:
    assert not is_set_up(copied, "run")


def test_what_is_set_up_is_noticed(copied: Path) -> None:
    run(copied, "-c", LEAVE_A_STAMP, "run")
    assert is_set_up(copied, "run")
    assert not is_set_up(copied, "dev")


def test_what_the_tests_need_holds_what_the_app_needs(copied: Path) -> None:
    run(copied, "-c", LEAVE_A_STAMP, "dev")
    assert is_set_up(copied, "run")


def test_another_lock_is_set_up_again(copied: Path) -> None:
    run(copied, "-c", LEAVE_A_STAMP, "run")
    with (copied / "run.lock").open("a", encoding="utf-8") as lock:
        lock.write("\n")
    assert not is_set_up(copied, "run")


def test_a_folder_that_moved_is_set_up_again(copied: Path) -> None:
    run(copied, "-c", LEAVE_A_STAMP, "run")
    moved = copied.parent.rename(copied.parent.with_name("moved"))
    assert not is_set_up(moved / "packaging", "run")


def test_a_damaged_stamp_is_no_stamp(copied: Path) -> None:
    run(copied, "-c", LEAVE_A_STAMP, "run")
    (copied.parent / ".venv" / "told-once-set-up.json").write_text("{", "utf-8")
    assert not is_set_up(copied, "run")


def test_without_a_screen_the_window_is_refused_in_a_sentence(copied: Path) -> None:
    done = run(copied, "dev.py", "run")
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen here")
    assert "Traceback" not in done.stderr


def test_what_is_missing_is_named_with_what_to_type(copied: Path) -> None:
    done = run(copied, "dev.py", "test")
    assert done.returncode == 1
    assert "Type:" in done.stderr
    assert "Traceback" not in done.stderr


def test_every_command_is_in_the_help(copied: Path) -> None:
    words = run(copied, "dev.py", "--help").stdout
    commands = ("demo", "test", "run", "pictures", "words", "bench", "build")
    missing = [name for name in commands if name not in words]
    assert missing == []
