"""The panels of Keep safe, in their order: only those that work are here."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.desk import Desk
from app.ui.keeping_safe.about import AboutPanel
from app.ui.keeping_safe.backups import BackupsPanel
from app.ui.keeping_safe.bring_in import BringInPanel
from app.ui.keeping_safe.journals import JournalsPanel
from app.ui.keeping_safe.keys import KeysPanel
from app.ui.keeping_safe.language import LanguagePanel
from app.ui.keeping_safe.locking import LockingPanel
from app.ui.keeping_safe.looks import LooksPreferences
from app.ui.keeping_safe.panel import Panel
from app.ui.keeping_safe.passphrase import PassphrasePanel
from app.ui.keeping_safe.recent import RecentPanel
from app.ui.keeping_safe.take_out import TakeOutPanel
from app.ui.keeping_safe.trash import TrashPanel

MakePanel = Callable[[Desk, str], Panel]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRow:
    """One panel: ``key`` for the code, English words and icon for the person.

    ``make`` is called with the desk and the panel's name when it is first opened.
    """

    key: str
    phrase: Phrase
    icon: str
    make: MakePanel

    def words(self, words: Words) -> str:
        """Return the panel's name."""
        return words.say(*self.phrase)


PANELS = (
    PanelRow(
        key="backups", phrase=Phrase("keep_safe.backups", "Backups"), icon="floppy-disk", make=BackupsPanel
    ),
    PanelRow(
        key="passphrase",
        phrase=Phrase("keep_safe.passphrase", "Passphrase and keys"),
        icon="key",
        make=PassphrasePanel,
    ),
    PanelRow(
        key="locking", phrase=Phrase("keep_safe.locking", "Locking"), icon="lock-key", make=LockingPanel
    ),
    PanelRow(
        key="looks", phrase=Phrase("keep_safe.looks", "How it looks"), icon="text-aa", make=LooksPreferences
    ),
    PanelRow(
        key="language",
        phrase=Phrase("keep_safe.language", "Language and dates"),
        icon="globe",
        make=LanguagePanel,
    ),
    PanelRow(key="keys", phrase=Phrase("keep_safe.keys", "Keys"), icon="keyboard", make=KeysPanel),
    PanelRow(
        key="bring_in",
        phrase=Phrase("keep_safe.bring_in", "Bring in"),
        icon="download-simple",
        make=BringInPanel,
    ),
    PanelRow(
        key="take_out",
        phrase=Phrase("keep_safe.take_out", "Take everything out"),
        icon="export",
        make=TakeOutPanel,
    ),
    PanelRow(key="trash", phrase=Phrase("keep_safe.trash", "Trash"), icon="trash", make=TrashPanel),
    PanelRow(
        key="recent",
        phrase=Phrase("keep_safe.recent", "Recent changes"),
        icon="clock-counter-clockwise",
        make=RecentPanel,
    ),
    PanelRow(
        key="journals",
        phrase=Phrase("keep_safe.journals", "Journals"),
        icon="folder-simple",
        make=JournalsPanel,
    ),
    PanelRow(key="about", phrase=Phrase("keep_safe.about", "About Told Once"), icon="info", make=AboutPanel),
)
