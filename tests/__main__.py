"""Every gate in its order, as CI runs them: `python -m tests`. Further words go to pytest.

Stops at the first gate that fails, with its exit code.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCRIPTS = Path(sys.executable).parent


def gates(words: list[str]) -> list[tuple[str, list[str]]]:
    """What is run, each with its name."""
    python = [sys.executable, "-m"]
    return [
        ("ruff format", [*python, "ruff", "format", "--check", "--quiet", "."]),
        ("ruff check", [*python, "ruff", "check", "--quiet", "."]),
        ("mypy, app and tests", [*python, "mypy"]),
        ("mypy, packaging", [*python, "mypy", "packaging"]),
        ("import contracts", [str(SCRIPTS / "lint-imports")]),
        ("pytest", [*python, "pytest", *words]),
    ]


def main(words: list[str]) -> int:
    """Run all gates; returns the exit code of the first that fails, else 0."""
    for name, asked in gates(words):
        sys.stdout.write(f"== {name}\n")
        sys.stdout.flush()
        code = subprocess.run(asked, cwd=ROOT, check=False).returncode
        if code != 0:
            sys.stdout.write(f"== {name} failed\n")
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
