"""After a lock, nothing in our process opens the journal any more."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from app.storage.vault import read_number
from tests.services.cheap import PASSPHRASE, session_in
from tests.storage.cheap import CHEAP
from tests.storage.independent_reader import key_of_recovery_key

ROOT = Path(__file__).parents[2]
CODE = """
import sys
from pathlib import Path
from tests.services.cheap import session_in
session = session_in(Path(sys.argv[1]))
passphrase = sys.stdin.readline().strip()
session.unlock(session.covers()[0].path, passphrase)
print("open", flush=True)
sys.stdin.readline()
session.lock()
print("locked", flush=True)
sys.stdin.readline()
"""


def memory_of(pid: int) -> Iterator[bytes]:
    """Read another process's memory, piece by piece."""
    with (
        Path(f"/proc/{pid}/maps").open(encoding="utf-8") as maps,
        Path(f"/proc/{pid}/mem").open("rb", 0) as memory,
    ):
        for line in maps:
            span, rights = line.split()[:2]
            if rights.startswith("rw"):
                first, last = (int(part, 16) for part in span.split("-"))
                memory.seek(first)
                yield memory.read(last - first)


def count_in(pid: int, *wanted: bytes) -> list[int]:
    found = [0] * len(wanted)
    for piece in memory_of(pid):
        found = [count + piece.count(one) for count, one in zip(found, wanted, strict=True)]
    return found


def test_a_lock_leaves_no_key_in_memory(tmp_path: Path) -> None:
    session = session_in(tmp_path)
    path = session.free_path("Maya")
    session.create(path, PASSPHRASE, "Maya")
    lines = session.keys.recovery_key()
    session.lock()
    key, number = key_of_recovery_key("\n".join(lines))
    assert number == read_number(path)
    assert number[0] & 15 in CHEAP
    with subprocess.Popen(
        [sys.executable, "-c", CODE, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        said = []
        for line in (PASSPHRASE, "lock"):
            other.stdin.write(f"{line}\n")
            other.stdin.flush()
            said.append((other.stdout.readline().strip(), count_in(other.pid, key, key.hex().encode())))
        other.stdin.write("end\n")
        other.stdin.flush()
    assert [word for word, _ in said] == ["open", "locked"]
    assert said[0][1][0] >= 1, "while it is open one copy is there, so the search finds what is there"
    assert said[1][1] == [0, 0]
