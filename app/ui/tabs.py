"""The tabs of the rail, in their order: only pages that work are here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.wording import Phrase
from app.ui.desk import Desk
from app.ui.journal_view import PageTab
from app.ui.pages.about_me import AboutMePage
from app.ui.pages.care_team import CareTeamPage
from app.ui.pages.find import FindPage
from app.ui.pages.history import HistoryPage
from app.ui.pages.keep_safe import KeepSafePage
from app.ui.pages.questions import QuestionsPage
from app.ui.pages.read_back import ReadBackPage
from app.ui.pages.share import SharePage
from app.ui.pages.symptoms import SymptomsPage
from app.ui.pages.timeline import TimelinePage
from app.ui.pages.today import TodayPage
from app.ui.pages.treatments import TreatmentsPage
from app.ui.pages.visits import VisitsPage
from app.ui.widgets.rail import Tab

MakePage = Callable[[Desk], QWidget]

PAGES: tuple[tuple[str, Phrase, str, MakePage], ...] = (
    ("today", Phrase("tab.today", "Today"), "sun-horizon", TodayPage),
    ("timeline", Phrase("tab.timeline", "Timeline"), "path", TimelinePage),
    ("symptoms", Phrase("tab.symptoms", "Symptoms"), "wave-sine", SymptomsPage),
    ("treatments", Phrase("tab.treatments", "Treatments"), "pill", TreatmentsPage),
    ("questions", Phrase("tab.questions", "Questions"), "chat-circle-text", QuestionsPage),
    ("visits", Phrase("tab.visits", "Visits"), "calendar-blank", VisitsPage),
    ("care_team", Phrase("tab.care_team", "Care team"), "users-three", CareTeamPage),
    ("about_me", Phrase("tab.about_me", "About me"), "user-circle", AboutMePage),
    ("share", Phrase("tab.share", "Share"), "paper-plane-tilt", SharePage),
    ("keep_safe", Phrase("tab.keep_safe", "Keep safe"), "shield-check", KeepSafePage),
    ("read_back", Phrase("tab.read_back", "Read it back to me"), "pencil-simple-line", ReadBackPage),
    ("history", Phrase("tab.history", "Earlier versions"), "clock-counter-clockwise", HistoryPage),
    ("find", Phrase("tab.find", "Find"), "magnifying-glass", FindPage),
)
"""Key, name, icon and maker of each page."""

_APART = frozenset({"share"})

_NOT_IN_RAIL = frozenset({"history", "read_back", "find"})
"""Pages that only others lead to; they stand last in PAGES, because a tab's key is its place."""

_OUT_OF_SIGHT = frozenset({"share", "keep_safe"})
"""Pages that are not there while someone else types (interface.md 14.9)."""


def tabs(desk: Desk) -> tuple[PageTab, ...]:
    """The tabs of an open journal; each page is made when it is first opened."""
    missing = _OUT_OF_SIGHT if desk.journal.helping is not None else frozenset[str]()
    return tuple(
        PageTab(
            tab=Tab(key=key, words=desk.words.say(*phrase), icon=icon, apart=key in _APART),
            make=partial(make, desk),
            in_rail=key not in _NOT_IN_RAIL,
        )
        for key, phrase, icon, make in PAGES
        if key not in missing
    )
