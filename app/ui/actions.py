"""Every command of the window in one table: words, keys, icon, and the slot it calls."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.theme import theme as themes


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One command. ``slot`` is the name of the window's method; ``keys`` are Qt key sequences."""

    key: str
    phrase: Phrase
    slot: str
    keys: tuple[str, ...] = ()
    icon: str = ""

    def words(self, words: Words) -> str:
        """Return the command's words."""
        return words.say(*self.phrase)


ACTS = (
    Act(
        key="quick_line",
        phrase=Phrase("action.quick_line", "Write something down"),
        slot="open_quick_line",
        keys=("Ctrl+N",),
        icon="pencil-simple-line",
    ),
    Act(
        key="palette",
        phrase=Phrase("action.palette", "Do or go to"),
        slot="open_palette",
        keys=("Ctrl+K",),
        icon="magnifying-glass",
    ),
    Act(
        key="find",
        phrase=Phrase("action.find", "Find"),
        slot="open_find",
        keys=("Ctrl+F",),
        icon="magnifying-glass",
    ),
    Act(
        key="bad_day",
        phrase=Phrase("action.bad_day", "Bad day"),
        slot="note_bad_day",
        keys=("F8", "Ctrl+B"),
        icon="moon-stars",
    ),
    Act(
        key="typing",
        phrase=Phrase("action.typing", "Someone is typing for me"),
        slot="ask_who_types",
        keys=("Ctrl+Shift+T",),
        icon="pencil-simple-line",
    ),
    Act(
        key="undo",
        phrase=Phrase("action.undo", "Undo"),
        slot="undo",
        keys=("Ctrl+Z",),
        icon="arrow-u-up-left",
    ),
    Act(
        key="redo",
        phrase=Phrase("action.redo", "Redo"),
        slot="redo",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        icon="arrow-u-up-right",
    ),
    Act(
        key="cover",
        phrase=Phrase("action.cover", "Cover the screen"),
        slot="toggle_cover",
        keys=("F9",),
        icon="eye-slash",
    ),
    Act(
        key="lock",
        phrase=Phrase("action.lock", "Lock now"),
        slot="lock_by_hand",
        keys=("Ctrl+L",),
        icon="lock-key",
    ),
    Act(
        key="larger",
        phrase=Phrase("action.larger", "Larger text"),
        slot="larger_text",
        keys=("Ctrl++", "Ctrl+="),
        icon="text-aa",
    ),
    Act(
        key="smaller",
        phrase=Phrase("action.smaller", "Smaller text"),
        slot="smaller_text",
        keys=("Ctrl+-",),
        icon="text-aa",
    ),
    Act(
        key="usual",
        phrase=Phrase("action.usual", "Usual text size"),
        slot="usual_text",
        keys=("Ctrl+0",),
        icon="text-aa",
    ),
    Act(
        key="next_region",
        phrase=Phrase("action.next_region", "Next part of the window"),
        slot="next_region",
        keys=("F6",),
    ),
    Act(
        key="last_region",
        phrase=Phrase("action.last_region", "Previous part of the window"),
        slot="previous_region",
        keys=("Shift+F6",),
    ),
    Act(
        key="back",
        phrase=Phrase("action.back", "Back"),
        slot="go_back",
        keys=("Alt+Left",),
        icon="caret-left",
    ),
    Act(
        key="saved",
        phrase=Phrase("action.saved", "Save"),
        slot="say_saved",
        keys=("Ctrl+S",),
        icon="floppy-disk",
    ),
    Act(
        key="print",
        phrase=Phrase("action.print", "Print"),
        slot="print_page",
        keys=("Ctrl+P",),
        icon="printer",
    ),
    Act(
        key="keys",
        phrase=Phrase("action.keys", "Keys and help"),
        slot="show_keys",
        keys=("F1",),
        icon="keyboard",
    ),
)

MENU = ("find", "undo", "redo", "typing", "keys")
"""The commands at the foot of the rail, for the mouse."""

PAGES_BY_KEY = {
    "today": Phrase("tab.today", "Today"),
    "timeline": Phrase("tab.timeline", "Timeline"),
    "symptoms": Phrase("tab.symptoms", "Symptoms"),
    "treatments": Phrase("tab.treatments", "Treatments"),
    "questions": Phrase("tab.questions", "Questions"),
    "visits": Phrase("tab.visits", "Visits"),
    "care_team": Phrase("tab.care_team", "Care team"),
    "about_me": Phrase("tab.about_me", "About me"),
    "share": Phrase("tab.share", "Share"),
    "keep_safe": Phrase("tab.keep_safe", "Keep safe"),
}
"""The tabs that have a key: Ctrl+1 to Ctrl+9 in the order of the rail, and Ctrl+comma for the last."""


def usual_keys(command: str) -> tuple[str, ...]:
    """Return the keys a command has unless others were chosen; a tab's is called "page.…"."""
    page = command.removeprefix("page.")
    if page != command:
        return (tab_keys(list(PAGES_BY_KEY).index(page)),) if page in PAGES_BY_KEY else ()
    return next((act.keys for act in ACTS if act.key == command), ())


def tab_keys(place: int) -> str:
    """Return the key of the tab at ``place`` (from 0): Ctrl+1 to Ctrl+9, then Ctrl+comma."""
    return f"Ctrl+{place + 1}" if place < 9 else "Ctrl+,"  # noqa: PLR2004 - the digits there are


def plain_keys_on() -> bool:
    """Tell whether single letters, digits and signs do something where no text is typed.

    Every page asks this before it answers such a key ("Only keys with Ctrl" turns them off).
    """
    return not themes.current().look.only_ctrl_keys


class _TabAction(QAction):
    """Opens one tab by its key."""

    def __init__(self, window: QWidget, page: str) -> None:
        super().__init__(window)
        self._page = page
        self.setObjectName(f"page.{page}")
        self.triggered.connect(self._open)

    def _open(self) -> None:
        go_to_tab = getattr(self.parent(), "go_to_tab", None)
        if go_to_tab is not None:
            go_to_tab(self._page)


def add_to(window: QWidget, words: Words) -> None:
    """Give ``window`` every command of the table, and the keys of its tabs."""
    for act in ACTS:
        action = QAction(act.words(words), window)
        action.setObjectName(act.key)
        action.triggered.connect(getattr(window, act.slot))
        window.addAction(action)
    for page in PAGES_BY_KEY:
        window.addAction(_TabAction(window, page))
    set_keys(window, {})


def set_keys(window: QWidget, chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Give every command its keys: those chosen for it, else its usual ones."""
    for action in window.actions():
        command = action.objectName()
        keys = chosen.get(command, usual_keys(command))
        if command:
            action.setShortcuts([QKeySequence(key) for key in keys])


def commands(words: Words) -> dict[str, str]:
    """Return every command that has keys, by its key in the code, with its words."""
    pages = {f"page.{page}": words.say(*phrase) for page, phrase in PAGES_BY_KEY.items()}
    return {act.key: act.words(words) for act in ACTS} | pages


def rows(
    words: Words, pages: Mapping[str, str], chosen: Mapping[str, tuple[str, ...]]
) -> list[tuple[str, str]]:
    """Return (keys, words) of every command and of the tabs in ``pages``, for the list of all keys."""
    named = {act.key: act.words(words) for act in ACTS}
    named |= {f"page.{page}": name for page, name in pages.items()}
    return [(shown(chosen.get(key, usual_keys(key))), name) for key, name in named.items()]


def hint(command: str, chosen: Mapping[str, tuple[str, ...]]) -> str:
    """Return the first key of a command as it stands on a button: "Ctrl L"."""
    keys = chosen.get(command, usual_keys(command))
    return _shown(keys[0]).replace("+", " ") if keys else ""


def shown(keys: tuple[str, ...]) -> str:
    """Return keys as they are written on this computer."""
    return ", ".join(_shown(key) for key in keys)


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
