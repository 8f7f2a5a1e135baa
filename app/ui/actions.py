"""Every command of the window in one table: words, keys, icon, and the slot it calls."""

from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

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

TABS = 10
"""How many tabs have a key: Ctrl+1 to Ctrl+9, and the comma."""


def tab_keys(place: int) -> str:
    """Return the key of the tab at ``place`` (from 0): Ctrl+1 to Ctrl+9, then Ctrl+comma."""
    return f"Ctrl+{place + 1}" if place < 9 else "Ctrl+,"  # noqa: PLR2004 - the digits there are


class _TabAction(QAction):
    """Opens one tab by its key."""

    def __init__(self, window: QWidget, place: int) -> None:
        super().__init__(window)
        self._place = place
        self.setShortcut(QKeySequence(tab_keys(place)))
        self.triggered.connect(self._open)

    def _open(self) -> None:
        go_to_tab = getattr(self.parent(), "go_to_tab", None)
        if go_to_tab is not None:
            go_to_tab(self._place)


def add_to(window: QWidget, words: Words) -> None:
    """Give ``window`` every command of the table, and the keys of its tabs."""
    for act in ACTS:
        action = QAction(act.words(words), window)
        action.setObjectName(act.key)
        action.setShortcuts([QKeySequence(key) for key in act.keys])
        action.triggered.connect(getattr(window, act.slot))
        window.addAction(action)
    for place in range(TABS):
        window.addAction(_TabAction(window, place))


def rows(words: Words, tabs: list[str]) -> list[tuple[str, str]]:
    """Return (keys, words) of every command and tab, for the list of all keys."""
    listed = [(", ".join(_shown(key) for key in act.keys), act.words(words)) for act in ACTS]
    return listed + [(_shown(tab_keys(place)), name) for place, name in enumerate(tabs)]


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
