"""Watches a process from its first moment: Python itself imports this module before anything else.

Refuses every socket but those of the machine's own desktop, and writes down, in the file that
TOLD_ONCE_WATCH names, each socket that was asked for and each file that was opened for writing.
"""

import os
import socket
import sys

WATCH = os.environ.get("TOLD_ONCE_WATCH", "")
SOCKETS = {"socket.__new__", "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"}
LOCAL = getattr(socket, "AF_UNIX", None)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND


def note(what: str, about: object) -> None:
    """Add one line to the notes, by a handle of its own so that nothing is kept open."""
    with open(WATCH, "a", encoding="utf-8") as notes:  # noqa: PTH123 (pathlib is not imported yet)
        notes.write(f"{what}\t{about}\n")


def family_of(event: str, words: tuple[object, ...]) -> object:
    """Which family of sockets an event is about; an address that is looked up has none."""
    if event == "socket.__new__":
        return words[1]
    return getattr(words[0], "family", None)


def watch(event: str, words: tuple[object, ...]) -> None:
    """Refuse the network, note what is written."""
    if event in SOCKETS and (LOCAL is None or family_of(event, words) != LOCAL):
        note("socket", event)
        raise OSError("no network in this test")
    if event == "open" and isinstance(words[2], int) and words[2] & WRITING and words[0] != WATCH:
        note("file", words[0])


if WATCH:
    sys.addaudithook(watch)
