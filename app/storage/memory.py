"""How much memory this computer has, to choose a cost that it can bear."""

import ctypes
import os


class _MemoryStatus(ctypes.Structure):
    """What GlobalMemoryStatusEx fills in."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("rest", ctypes.c_ulonglong * 6),
    )


def total_memory() -> int:
    """Give the computer's memory in bytes, or 0 where it can't be told."""
    if os.name == "nt":
        return _windows_memory()
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError):
        return 0


def _windows_memory() -> int:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    system = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    if not system.GlobalMemoryStatusEx(ctypes.byref(status)):
        return 0
    return int(status.total)
