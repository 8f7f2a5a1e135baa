"""The steps of set-up: the virtual environment, its stamp, and how a command is run in it."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "told-once-set-up.json"
LOCKS = {"run": ("run.lock",), "dev": ("run.lock", "dev.lock")}


class SetUpError(Exception):
    """Set-up can't go on. The message is the one sentence, or the one command, to show."""


def say(words: str, to: TextIO | None = None) -> None:
    """Print a line at once, in order with what child processes print."""
    print(words, file=to or sys.stdout, flush=True)


def python() -> Path:
    """The environment's own interpreter."""
    windows = sys.platform == "win32"
    return ENVIRONMENT / ("Scripts/python.exe" if windows else "bin/python")


def sum_of(lock: str) -> str:
    """One sum over the lock files that LOCK stands for."""
    parts = (Path(__file__).with_name(name).read_bytes() for name in LOCKS[lock])
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def wanted_stamp(lock: str) -> dict[str, str]:
    """What the stamp says when LOCK is set up here, with this Python, as it stands now."""
    return {"place": str(ENVIRONMENT), "python": sys.version, "lock": lock, "sum": sum_of(lock)}


def is_set_up(lock: str) -> bool:
    """Whether LOCK is installed already. "dev" holds all of "run"."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    enough = [wanted_stamp(one) for one in dict.fromkeys((lock, "dev"))]
    return stamp in enough and python().exists()


def fits_this_python() -> bool:
    """Whether `.venv` was made here and by this version of Python, so that it can be added to."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    libraries = ENVIRONMENT / ("Lib" if sys.platform == "win32" else f"lib/{version}")
    if not (libraries / "site-packages").is_dir() or not python().exists():
        return False
    asked = [str(python()), "-m", "pip", "--version"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.returncode == 0 and str(ENVIRONMENT) in answer.stdout


def packages_for_environment() -> list[str]:
    """The Debian packages without which `python3 -m venv` makes nothing that works."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    return [f"python3.{sys.version_info.minor}-venv"]


def make_environment() -> None:
    """Make `.venv` afresh with the Python that runs this."""
    say("Making the virtual environment in .venv ...")
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(ENVIRONMENT)], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise SetUpError(f"python3 -m venv failed:\n{made.stdout}{made.stderr}")


def install(lock: str) -> None:
    """Install exactly what LOCK names, every file by its hash, ready-built files only."""
    say(f"Installing what packaging/{lock}.lock names (the first time takes some minutes) ...")
    asked = [str(python()), "-m", "pip", "install", "--quiet", "--require-hashes"]
    asked += ["--only-binary", ":all:", "--no-input", "--disable-pip-version-check"]
    asked += ["--requirement", str(Path(__file__).with_name(f"{lock}.lock"))]
    if subprocess.run(asked, cwd=ROOT, check=False).returncode != 0:
        raise SetUpError("pip could not install everything; what it said stands above.")


def set_up(lock: str) -> None:
    """Bring `.venv` to what LOCK names, unless it is there already.

    Raises SetUpError when the environment can't be made or filled.
    """
    if is_set_up(lock):
        return
    if not fits_this_python():
        make_environment()
    STAMP.unlink(missing_ok=True)
    install(lock)
    STAMP.write_text(json.dumps(wanted_stamp(lock), indent=1), encoding="utf-8")
    say("Set up.")


def has_screen() -> bool:
    """Whether a window can be opened here. Windows and macOS always have a screen to ask for."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_environment(words: list[str], *, folder: Path = ROOT, **extra: str) -> int:
    """Run the environment's Python with WORDS in FOLDER; returns its exit code.

    What is imported is the project's, wherever FOLDER is.
    """
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"} | extra
    try:
        return subprocess.run([str(python()), *words], env=environment, cwd=folder, check=False).returncode
    except KeyboardInterrupt:
        return 130
