"""Every command of the window in one table: words, keys, icon, and the slot it calls."""

from dataclasses import dataclass

from app.i18n import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One command. ``slot`` is the name of the window's method; ``keys`` are Qt key sequences."""

    key: str
    english: str
    slot: str
    keys: tuple[str, ...] = ()
    icon: str = ""

    def words(self, words: Words) -> str:
        """Return the command's words."""
        return words.say(f"action.{self.key}", self.english)


ACTS = (
    Act(
        key="quick_line",
        english="Write something down",
        slot="open_quick_line",
        keys=("Ctrl+N",),
        icon="pencil-simple-line",
    ),
    Act(key="bad_day", english="Bad day", slot="note_bad_day", keys=("F8", "Ctrl+B"), icon="moon-stars"),
    Act(key="undo", english="Undo", slot="undo", keys=("Ctrl+Z",), icon="arrow-u-up-left"),
    Act(key="redo", english="Redo", slot="redo", keys=("Ctrl+Shift+Z", "Ctrl+Y"), icon="arrow-u-up-right"),
    Act(key="cover", english="Cover the screen", slot="toggle_cover", keys=("F9",), icon="eye-slash"),
    Act(key="lock", english="Lock now", slot="lock_by_hand", keys=("Ctrl+L",), icon="lock-key"),
    Act(key="larger", english="Larger text", slot="larger_text", keys=("Ctrl++", "Ctrl+="), icon="text-aa"),
    Act(key="smaller", english="Smaller text", slot="smaller_text", keys=("Ctrl+-",), icon="text-aa"),
    Act(key="usual", english="Usual text size", slot="usual_text", keys=("Ctrl+0",), icon="text-aa"),
    Act(key="next_region", english="Next part of the window", slot="next_region", keys=("F6",)),
    Act(
        key="last_region",
        english="Previous part of the window",
        slot="previous_region",
        keys=("Shift+F6",),
    ),
    Act(key="back", english="Back", slot="go_back", keys=("Alt+Left",), icon="caret-left"),
    Act(key="saved", english="Save", slot="say_saved", keys=("Ctrl+S",), icon="floppy-disk"),
    Act(key="keys", english="Keys and help", slot="show_keys", keys=("F1",), icon="keyboard"),
)

MENU = ("undo", "redo", "keys")
"""The commands at the foot of the rail, for the mouse."""

ON_COVER = ("larger", "smaller", "usual", "cover")
"""What still works while the window is covered or a journal is yet to be opened."""


def tab_keys(place: int) -> str:
    """Return the key of the tab at ``place`` (from 0): Ctrl+1 to Ctrl+9, then Ctrl+comma."""
    return f"Ctrl+{place + 1}" if place < 9 else "Ctrl+,"  # noqa: PLR2004 - the digits there are
