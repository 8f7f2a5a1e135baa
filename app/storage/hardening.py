"""Keep other programs of the same person from reading our memory, and the kernel from dumping it.

It does not stop a key logger, and does not claim to. Set again after every restart of the process.
"""

import contextlib
import ctypes
import os
import sys

_PR_SET_DUMPABLE = 4


def harden() -> None:
    """Write no core dump and, on Linux, let no other program of this person attach or read."""
    if os.name == "posix":
        _no_core_dump()
    if sys.platform == "linux":
        _not_dumpable()


def private_umask() -> None:
    """Let every file made from now on be this person's alone."""
    os.umask(0o077)


def _no_core_dump() -> None:
    import resource  # noqa: PLC0415 - there is no such module on Windows

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
