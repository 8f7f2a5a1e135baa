"""How the bench measures: medians, the peak of a process, and one line of JSON for the table."""

import json
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path


def seconds(act: Callable[[], object]) -> float:
    """How long ACT takes once."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def median(act: Callable[[], object], times: int) -> float:
    """The median of how long ACT takes, in seconds, over TIMES runs."""
    return statistics.median(seconds(act) for _ in range(times))


def peak_megabytes() -> float:
    """The most memory this process has held so far.

    On Linux by its own count: what `getrusage` tells there was inherited from whoever started it.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024)


def report(**figures: float | str) -> None:
    """Hand this process's figures to the table: seconds, and its peak in megabytes."""
    print(json.dumps(figures | {"peak": peak_megabytes()}))
