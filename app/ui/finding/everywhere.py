"""What is at hand on every page: do or go to, find, and the quick line over the page."""

from functools import partial

from PySide6.QtCore import QObject

from app.domain.derived.palette import Deed, Offer, PageName, Verb, offers
from app.domain.records import TreatmentChange
from app.domain.records.record import RecordId, TreatmentId
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import at_time
from app.ui import actions
from app.ui.desk import Desk
from app.ui.editors.editor import AFTER, BEFORE, CHANGE
from app.ui.finding.line_over import LineOver
from app.ui.finding.opening_found import EVERYWHERE, open_found, write_note
from app.ui.finding.palette import Palette
from app.ui.finding.rows import ALL, NOTE, Row
from app.ui.journal_view import PageTab
from app.ui.main_window import MainWindow

_FORMS = {Verb.PREPARE: "visits", Verb.WRITE_UP: "visits", Verb.CHANGED: "treatments"}
_DOORS = {Verb.PREPARE: BEFORE, Verb.WRITE_UP: AFTER, Verb.CHANGED: CHANGE}


class Everywhere(QObject):
    """Answers the window's `palette_wanted` and `line_wanted` while a journal is open."""

    def __init__(self, desk: Desk, window: MainWindow, tabs: tuple[PageTab, ...]) -> None:
        super().__init__(desk)
        self._desk, self._window = desk, window
        self._pages: tuple[PageName, ...] = ()
        self.know(tabs)
        window.palette_wanted.connect(self.open_palette)
        window.line_wanted.connect(self.open_line)

    def know(self, tabs: tuple[PageTab, ...]) -> None:
        """Offer these pages from now on, and no others."""
        self._pages = tuple(
            PageName(key=tab.tab.key, name=tab.tab.words, icon=tab.tab.icon) for tab in tabs if tab.in_rail
        )
        self._desk.pages = frozenset(tab.tab.key for tab in tabs)

    def open_palette(self, words_first: bool) -> None:
        """Open do or go to, over the page."""
        desk = self._desk
        there = offers(desk.snapshot, desk.now(), desk.words, self._commands(), self._pages)
        palette = Palette(desk, there, self._window, words_first=words_first)
        palette.chosen.connect(self._take)
        palette.open_over(self._window)

    def open_line(self) -> None:
        """Open the quick line over the page."""
        LineOver(self._desk, self._window).open_over(self._window)

    def do(self, deed: Deed) -> None:
        """Do one thing, or go to one place."""
        page = _FORMS.get(deed.verb)
        if page is not None:
            self._desk.wanted.emit(
                page if page in self._desk.pages else EVERYWHERE, f"{_DOORS[deed.verb]}{deed.on}"
            )
        elif deed.verb is Verb.COMMAND:
            self._command(deed.on)
        elif deed.verb is Verb.POINT:
            self._desk.pointed.emit(deed.page, deed.on)
        elif deed.verb is Verb.PAGE:
            self._desk.wanted.emit(deed.page, "")
        elif deed.verb is Verb.TOOK:
            self._took(TreatmentId(RecordId(deed.on)))
        else:
            self._write(RecordId(deed.on))

    def _take(self, row: Row, typed: str, on_timeline: bool) -> None:
        if row.offer is not None:
            self.do(row.offer.deed)
        elif row.means == ALL:
            self._desk.wanted.emit("find", typed)
        elif row.means == NOTE:
            write_note(self._desk, typed)
        elif row.found is not None:
            open_found(self._desk, row.found.key, on_timeline=on_timeline)

    def _commands(self) -> tuple[Offer, ...]:
        return tuple(
            Offer(
                text=act.words(self._desk.words),
                icon=act.icon or "keyboard",
                deed=Deed(verb=Verb.COMMAND, on=act.key),
            )
            for act in actions.ACTS
            if act.key not in {"palette", "find"}
        )

    def _command(self, key: str) -> None:
        action = next((one for one in self._window.actions() if one.objectName() == key), None)
        if action is not None:
            action.trigger()

    def _took(self, key: TreatmentId) -> None:
        desk = self._desk
        treatment = desk.snapshot.treatment(key)
        if treatment is None:
            return
        now = desk.now()
        change = TreatmentChange(
            id=desk.new_id(), written=now, treatment=key, change=ChangeKind.TAKEN, when=at_time(now)
        )
        said = desk.words.say("palette.saved_took", "Saved: {name}, took it now", name=treatment.name)
        desk.do(partial(desk.journal.record, change), said)

    def _write(self, key: RecordId) -> None:
        """Begin a line about a symptom; the number is all that is still to be typed."""
        symptom = self._desk.snapshot.symptom(key)
        if symptom is not None:
            panel = LineOver(self._desk, self._window, about=symptom.name)
            panel.open_over(self._window)
