"""A passphrase or recovery key that stands in a file of the person's own."""

from pathlib import Path

from app.services.errors import NoSecret
from app.storage import files
from app.storage.errors import StorageError


def read_secret(path: Path, lines: int = 1) -> str:
    """The first line of a file, or its first `lines` lines, without the line's end; else exactly as it is.

    Raises NoSecret where there is no such file, nothing in it, or no text.
    """
    try:
        text = files.read(path).decode("utf-8-sig")
    except (StorageError, UnicodeDecodeError):
        raise NoSecret from None
    return first_lines(text, lines)


def first_lines(text: str, lines: int = 1) -> str:
    """The same of a text that was read elsewhere."""
    found = "\n".join(line.rstrip("\r") for line in text.split("\n")[:lines]).rstrip("\n")
    if not found:
        raise NoSecret
    return found
