"""What this computer remembers between starts: how it looks, and a little about each journal.

One file, `state.json`. It holds nothing personal in clear, and losing it costs a convenience only.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import msgspec

from app.storage import files
from app.storage.errors import CannotKeep, StorageError

RECENT_MOST = 12
COVER_NOTES_MOST = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the window looks and behaves."""

    theme: str = "system"
    text_size: int = 0  # percent; 0: not chosen yet, as the computer's own
    bigger_buttons: bool = False
    easier_reading: bool = False
    keep_still: bool = False
    always_show_focus: bool = False
    dim_on_bad_day: bool = True
    keep_messages: bool = False
    only_ctrl_keys: bool = False
    keys_for: str = "both"
    dim_pages: bool = False
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of commands that have others than usual
    language: str = ""  # here and below, empty: the computer's own
    clock: str = ""  # "24" or "12"
    date_style: str = ""  # "day" or "month": what comes first
    first_weekday: int = -1  # 0: Monday; -1: the computer's own
    weight_unit: str = "kg"
    temperature_unit: str = "°C"
    sugar_unit: str = "mmol/L"
    lock_minutes: int = 15  # 0: only when the lid closes
    hide_name: bool = False
    hide_how_it_went: bool = False
    window: str = ""  # place and size as Qt writes them, in hexadecimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is remembered of one journal. Byte strings are in hexadecimal."""

    path: str = ""
    change: int = 0  # the last change seen here, to notice an older copy
    size: int = 0  # bytes, when last closed
    opened: str = ""  # ISO 8601
    is_open: bool = False  # still true at the next start: it closed by itself
    backed_up: str = ""  # ISO 8601, the last proved backup
    backup_change: int = 0  # the last change that is in it
    backup_folders: tuple[str, ...] = ()
    backup_trouble: int = 0  # how many backups in a row could not be made
    backup_why: str = ""  # the name of the last error that kept one from being made
    key_check: str = ""
    device_blob: str = ""  # the file key under the device key
    cover_public: str = ""
    cover_notes: tuple[str, ...] = ()
    replaced_by: str = ""  # the number after a change of passphrase

    def __post_init__(self) -> None:
        """Refuse what someone may have typed into the file, all at once and in one place."""
        for text in (self.key_check, self.device_blob, self.cover_public, self.replaced_by):
            bytes.fromhex(text)
        for moment in (self.opened, self.backed_up):
            if moment and datetime.fromisoformat(moment).tzinfo is None:
                raise ValueError(moment)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The whole file. `journals` is by each journal's number in hexadecimal."""

    look: Look = field(default_factory=Look)
    journals: dict[str, Known] = field(default_factory=dict)
    recent: tuple[str, ...] = ()  # paths, the last opened first

    def __post_init__(self) -> None:
        """Refuse what no path can be."""
        folders = (folder for known in self.journals.values() for folder in known.backup_folders)
        if any("\0" in path for path in (*self.recent, *folders)):
            raise ValueError


class StateFile:
    """Reads and changes state.json. Anything wrong with the file reads as nothing remembered."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> State:
        """Read what is remembered."""
        try:
            return msgspec.json.decode(files.read(self._path), type=State)
        except (StorageError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return State()

    def change(self, changed: Callable[[State], State]) -> State:
        """Read afresh, change and write. Another window's changes to other parts are kept."""
        state = changed(self.read())
        files.make_folder(self._path.parent)
        try:
            text = msgspec.json.encode(state)
        except UnicodeEncodeError:  # a path whose name is no text
            raise CannotKeep from None
        files.write(self._path, msgspec.json.format(text, indent=1))
        return state

    def known(self, number: bytes) -> Known:
        """Read what is remembered of one journal: empty values where nothing is."""
        return self.read().journals.get(number.hex(), Known())

    def note(
        self,
        number: bytes,
        changed: Callable[[Known], Known],
        *,
        first: Path | None = None,
    ) -> Known:
        """Change what is remembered of one journal; `first` also puts its file first of the recent."""

        def with_it(state: State) -> State:
            known = changed(state.journals.get(number.hex(), Known()))
            held = replace(state, journals={**state.journals, number.hex(): known})
            return held if first is None else _with_first(held, first)

        return self.change(with_it).journals[number.hex()]

    def look(self) -> Look:
        """Read how the window looks."""
        return self.read().look

    def set_look(self, look: Look) -> None:
        """Remember how the window looks."""
        self.change(lambda state: replace(state, look=look))


def _with_first(state: State, path: Path) -> State:
    others = [one for one in state.recent if one != str(path)]
    return replace(state, recent=(str(path), *others)[:RECENT_MOST])
