"""Kill a process in the middle of something, at a point that can be chosen and repeated."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

Say = Callable[[str], None]
Task = Callable[[Say], None]
NEVER = 1 << 60


def calls_of(task: Task) -> int:
    """Count the calls a task makes, in Python and in C, when nothing stops it."""
    said, calls = _run(task, NEVER)
    if calls is None:
        message = f"the task failed by itself after {said}"
        raise AssertionError(message)
    return calls


def die_in(task: Task, call: int) -> list[str]:
    """Run a task in a process of its own, killed at its nth call; give what it had said by then."""
    return _run(task, call)[0]


def points(task: Task, most: int) -> list[int]:
    """Choose points at which to kill a task, spread over all of it."""
    calls = calls_of(task)
    return sorted({1 + (calls - 1) * place // (most - 1) for place in range(most)})


def _run(task: Task, call: int) -> tuple[list[str], int | None]:
    """Give what the task said and, if it lived, how many calls it made."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _live(task, call, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        lines = pipe.read().splitlines()
    os.waitpid(child, 0)
    if lines and lines[-1].startswith("calls "):
        return lines[:-1], int(lines[-1].removeprefix("calls "))
    return lines, None


def _live(task: Task, call: int, writing: int) -> None:
    made = 0

    def count(_frame: FrameType, _event: str, _value: object) -> None:
        nonlocal made
        made += 1
        if made == call:
            os.kill(os.getpid(), signal.SIGKILL)

    def say(line: str) -> None:
        os.write(writing, f"{line}\n".encode())

    try:
        sys.setprofile(count)
        task(say)
        sys.setprofile(None)
        say(f"calls {made}")
    finally:
        os._exit(0)
