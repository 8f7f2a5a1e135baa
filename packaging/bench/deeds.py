"""What a person does in the window, one thing after the other, for measuring how long it holds them up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.derived.line.windows import Zoom
from app.domain.records import SymptomEntry
from app.domain.records.record import RecordId, SymptomId
from app.domain.records.when import on_day
from app.services.destroying import destroy
from app.services.importing import Suggestions
from app.services.session import Session
from app.services.symptoms import merge
from app.ui.finding.narrowing import Narrowing
from app.ui.finding.palette import Palette
from app.ui.keeping_safe.backups import BackupsPanel
from app.ui.keeping_safe.bring_in import BringInPanel
from app.ui.keeping_safe.panels import PANELS
from app.ui.line_of_time.canvas import LineCanvas
from app.ui.line_of_time.tools import TimelineTools
from app.ui.main_window import MainWindow
from app.ui.pages.about_me import AboutMePage
from app.ui.pages.bad_day import BadDayPage
from app.ui.pages.keep_safe import KeepSafePage
from app.ui.pages.symptoms import SymptomsPage
from app.ui.pages.timeline import TimelinePage
from app.ui.tabs import PAGES
from app.ui.theme import theme as themes
from app.ui.treating.compare_panel import ComparePanel

LINE = "knee 5 worse on stairs"
WORDS = "walk number 1200"
SIZES = (100, 150)
BROUGHT_IN = 1_000
AT_ONCE = 20  # trashed, and then destroyed
DRAWN_BEHIND = 0.4  # seconds: pages of a document are drawn 250 ms behind
READ_BEHIND = 0.3  # seconds: a search waits until typing stops
W = TypeVar("W", bound=QWidget)
Act = Callable[[int], object]


def nothing(_turn: int) -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing to do, given how often it was done before; `prepare` comes first and is not measured.

    `behind` is how long it takes until what follows from it has begun, in seconds.
    """

    what: str
    act: Act
    prepare: Act = nothing
    behind: float = 0.0


def deeds(window: MainWindow, session: Session) -> Iterator[Deed]:
    """Everything, in an order in which each finds what it needs; every page is open by the end."""
    hands = Hands(window, session)
    yield from _pages(hands)
    yield from _writing(hands)
    yield from _looking(hands)
    yield from _keeping(hands)
    yield from _dressing()


class Hands:
    """What the deeds have in common: the window, and ways to get somewhere in it."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self.window, self.session = window, session

    def go(self, key: str, _turn: int = 0) -> None:
        """Open a page."""
        self.window.go_to(key)

    def on(self, kind: type[W]) -> W:
        """The part of the window of that kind which is in view."""
        found = self.window.findChildren(kind)
        return next(one for one in found if one.isVisibleTo(self.window))

    def type(self, text: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.window.focusWidget() or self.window, text)

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key)

    def write_line(self, _turn: int = 0) -> None:
        """Save a line, on the first page."""
        self.type_line()
        self.press(Qt.Key.Key_Return)

    def type_line(self, _turn: int = 0) -> None:
        """Type a line, on the first page."""
        self.go("today")
        self.window.open_quick_line()
        self.type(LINE)

    def cover(self, key: str, _turn: int = 0) -> None:
        """Cover a page, which deletes it."""
        self.go(key)
        self.window.toggle_cover()

    def uncover(self, _turn: int = 0) -> None:
        """Make the page again."""
        self.window.toggle_cover()

    def undo(self, _turn: int = 0) -> None:
        """Take the last change back."""
        self.window.undo()


def _pages(hands: Hands) -> Iterator[Deed]:
    for key, *_ in PAGES:
        there, away = partial(hands.go, key), partial(hands.go, "today" if key != "today" else "questions")
        behind = DRAWN_BEHIND if key == "share" else 0.0
        yield Deed(
            what=f"{key}, made again", act=hands.uncover, prepare=partial(hands.cover, key), behind=behind
        )
        yield Deed(
            what=f"{key}, covered", act=partial(hands.cover, key), prepare=partial(_uncovered, hands, key)
        )
        hands.uncover()
        yield Deed(what=f"{key}, opened", act=there, prepare=away, behind=behind)
        yield Deed(
            what=f"{key}, opened after something was written",
            act=there,
            prepare=hands.write_line if key != "today" else partial(_write_and_go, hands),
            behind=behind,
        )


def _uncovered(hands: Hands, key: str, _turn: int) -> None:
    if hands.window.is_covered:
        hands.window.toggle_cover()
    hands.go(key)


def _write_and_go(hands: Hands, _turn: int) -> None:
    hands.write_line()
    hands.go("questions")


def _writing(hands: Hands) -> Iterator[Deed]:
    letters = iter(LINE * 2)
    yield Deed(
        what="Ctrl+N", act=lambda _: hands.window.open_quick_line(), prepare=partial(hands.go, "today")
    )
    yield Deed(what="a letter typed in the quick line", act=lambda _: hands.type(next(letters)))
    yield Deed(what="a line saved", act=lambda _: hands.press(Qt.Key.Key_Return), prepare=hands.type_line)
    yield Deed(what="undone", act=hands.undo)
    yield Deed(
        what="one entry put in the trash",
        act=partial(_trash, hands, 0),
        prepare=partial(hands.go, "symptoms"),
    )
    yield Deed(
        what="a bad day noted", act=lambda _: hands.window.note_bad_day(), prepare=partial(hands.go, "today")
    )
    yield Deed(
        what="back from a bad day",
        act=lambda _: hands.on(BadDayPage).left.emit(),
        prepare=lambda _: hands.window.note_bad_day(),
    )
    yield Deed(
        what="about me, a row opened",
        act=lambda _: hands.on(AboutMePage).open_topic("story"),
        prepare=partial(hands.go, "about_me"),
    )
    yield Deed(
        what="about me, a letter typed in it",
        act=lambda _: hands.type("a"),
        behind=READ_BEHIND,
    )
    yield Deed(
        what="about me, a row closed",
        act=lambda _: hands.on(AboutMePage).close_editor(),
        prepare=lambda _: hands.on(AboutMePage).open_topic("story"),
    )


def _trash(hands: Hands, start: int, turn: int) -> None:
    hands.session.journal.trash(RecordId(f"entry-{start + turn}"))


def _looking(hands: Hands) -> Iterator[Deed]:
    yield Deed(
        what="Ctrl+K", act=lambda _: hands.window.open_palette(), prepare=partial(_close_palette, hands)
    )
    yield Deed(
        what="a letter typed in Ctrl+K",
        act=lambda turn: QTest.keyClicks(hands.on(Palette).field, WORDS[turn]),
        behind=READ_BEHIND,
    )
    _close_palette(hands)
    yield Deed(
        what="a letter typed in Find",
        act=lambda turn: QTest.keyClicks(_find_field(hands), WORDS[turn]),
        prepare=partial(hands.go, "find"),
        behind=READ_BEHIND,
    )
    zooms, kinds = tuple(Zoom), range(2)
    go = partial(hands.go, "timeline")
    yield Deed(
        what="the timeline zoomed",
        act=lambda turn: hands.on(TimelinePage).show_zoom(zooms[turn % len(zooms)]),
        prepare=go,
    )
    yield Deed(what="the timeline moved", act=lambda _: hands.on(LineCanvas).pan(-0.25), prepare=go)
    yield Deed(
        what="the timeline with other kinds",
        act=lambda turn: hands.on(TimelineTools).chips[turn % len(kinds)].click(),
        prepare=go,
    )
    yield Deed(
        what="the timeline with words to find",
        act=lambda turn: hands.on(TimelineTools).field.setText(WORDS[: turn + 1]),
        prepare=go,
        behind=READ_BEHIND,
    )
    hands.on(TimelineTools).show_first()
    yield Deed(
        what="another symptom chosen",
        act=partial(_choose_symptom, hands),
        prepare=partial(hands.go, "symptoms"),
    )
    yield Deed(
        what="before and after, other days",
        act=partial(_compare, hands),
        prepare=partial(hands.go, "treatments"),
    )
    yield Deed(
        what="two symptoms made one",
        act=lambda _: merge(hands.session.journal, RecordId("symptom-1"), RecordId("symptom-2")),
        prepare=partial(_apart, hands),
    )
    hands.undo()


def _close_palette(hands: Hands, _turn: int = 0) -> None:
    for palette in hands.window.findChildren(Palette):
        palette.finish()


def _find_field(hands: Hands) -> QLineEdit:
    return next(iter(hands.on(Narrowing).findChildren(QLineEdit)))


def _choose_symptom(hands: Hands, turn: int) -> None:
    listed = hands.on(SymptomsPage).list
    keys = [row.key for row in listed.rows if not row.heading]
    listed.choose(keys[(turn + 1) % len(keys)])


def _compare(hands: Hands, turn: int) -> None:
    panel = hands.on(ComparePanel)
    shown = panel.shown
    if shown is None:
        raise RuntimeError("Nothing is compared.")
    panel.chosen.emit(shown.symptom or "", (28, 56)[turn % 2])


def _apart(hands: Hands, turn: int) -> None:
    if turn:
        hands.undo()
    hands.go("symptoms")


def _keeping(hands: Hands) -> Iterator[Deed]:
    hands.session.journal.trash(*(RecordId(f"entry-{at}") for at in range(100, 100 + AT_ONCE)))
    for row in PANELS:
        yield Deed(
            what=f"Keep safe, {row.key}",
            act=partial(_panel, hands, row.key),
            prepare=partial(_panel, hands, "about" if row.key != "about" else "looks"),
        )
    yield Deed(
        what="the copies there are", act=partial(_copies, hands), prepare=partial(_panel, hands, "backups")
    )
    yield Deed(
        what=f"{BROUGHT_IN:,} things brought in",
        act=lambda _: hands.on(BringInPanel).bring_in(frozenset()),
        prepare=partial(_found, hands),
    )
    yield Deed(
        what="something destroyed for ever",
        act=partial(_destroy, hands),
        prepare=partial(_panel, hands, "trash"),
    )


def _panel(hands: Hands, key: str, _turn: int) -> None:
    hands.go("keep_safe")
    hands.on(KeepSafePage).point_at(key)


def _copies(hands: Hands, _turn: int) -> None:
    hands.on(BackupsPanel).show_copies()


def _found(hands: Hands, turn: int) -> None:
    _panel(hands, "bring_in", turn)
    written = datetime(2026, 5, 16, 9, 0, tzinfo=UTC)
    day = written.date()
    new = tuple(
        SymptomEntry(
            id=RecordId(f"brought-{turn}-{at}"),
            written=written,
            symptom=SymptomId(RecordId("symptom-3")),
            when=on_day(day - timedelta(days=at)),
            severity=at % 11,
        )
        for at in range(BROUGHT_IN)
    )
    panel = hands.on(BringInPanel)
    panel.show_found(Suggestions(form="table", title="old.csv", new=new))


def _destroy(hands: Hands, turn: int) -> None:
    destroy(hands.session.journal, RecordId(f"entry-{100 + turn}"))


def _dressing() -> Iterator[Deed]:
    yield Deed(what="another theme", act=lambda turn: _wear(theme=("dusk", "day")[turn % 2]))
    yield Deed(what="another text size", act=lambda turn: _wear(text_size=SIZES[turn % 2]))


def _wear(**chosen: object) -> None:
    theme = themes.current()
    theme.wear(replace(theme.look, **chosen))  # type: ignore[arg-type]
