"""A short text that the person asks to have as a file, such as the recovery key."""

from pathlib import Path

from app.storage import files


def save_text(path: Path, text: str) -> None:
    """Write a text file that only this person can read: whole, synced and read back, or not at all.

    Raises ReadOnly, DiskFull, Missing, NotAJournal for a folder, or CannotWrite.
    """
    files.write(path, text.encode())
