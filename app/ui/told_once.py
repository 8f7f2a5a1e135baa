"""The program in its window: first run, the locked cover, the open journal, and back to the cover."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.records.when import When
from app.i18n import Words
from app.services.errors import is_known
from app.services.preferences import Preferences
from app.services.session import Session
from app.ui import background, errors
from app.ui.lock_signals import LockSignals
from app.ui.looks import keep_look, look_in
from app.ui.main_window import MainWindow
from app.ui.other_journals import NEW, OtherJournals
from app.ui.pages.unlock import Unlock
from app.ui.place import Place
from app.ui.speaking import words_for
from app.ui.theme.look import Look
from app.ui.theme.theme import current

if TYPE_CHECKING:
    from app.ui.desk import Desk
    from app.ui.finding.everywhere import Everywhere


_PAGES_AFTER_MS = 200
_PLACE_LEFT = "window/place left"
_USUAL_SIZE = QSize(1366, 768)


class ToldOnce(QObject):
    """Shows in the window what the session is at, and carries out what the window asks for.

    ``locked(why)`` follows when the journal has been closed: the process is to start afresh then.
    """

    locked = Signal(str)
    opening = Signal()
    """The journal is in memory, and nothing of the window is made from it yet."""

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session = session
        self._words = words
        self._desk: Desk | None = None
        self._everywhere: Everywhere | None = None
        self._keys: frozenset[str] = frozenset()
        self._locking: Path | None = None
        self._bad_day_waits = False
        self.window = MainWindow(words, self._keep_look)
        self.window.closing.connect(self.close_journal)
        self.window.bad_day_missed.connect(self._note_on_cover)
        self.others = OtherJournals(session, words, self)
        self.others.leaving.connect(self.window.lock)
        self.window.journal_menu.connect(self.others.add_to)
        self._signals = LockSignals(self)
        self._signals.leaving.connect(self.window.lock_with_computer)
        self.bugs = errors.BugHook()
        self.bugs.met.connect(self._tell_of_bug)

    # What is shown

    def show_window(self) -> None:
        """Show the window where it was last, or large enough for everything."""
        kept = QByteArray.fromHex(self._session.state.look().window.encode())
        if kept.isEmpty() or not self.window.restoreGeometry(kept):
            self.window.resize(_USUAL_SIZE.boundedTo(self.window.screen().availableSize()))
        self.window.show()

    def start(self, path: Path | None = None, why: str = "") -> None:
        """Show the cover of ``path`` or of the journal opened last; without any, first run."""
        there = [cover.path for cover in self._session.covers() if cover.is_there]
        if why == NEW or (path is None and not there):
            self.show_first_run()
        else:
            self.show_cover(path or there[0], why)
        QTimer.singleShot(_PAGES_AFTER_MS, self._load_pages)

    def show_first_run(self) -> None:
        """Take the person through making a journal."""
        from app.ui.pages.first_run import FirstRun  # noqa: PLC0415 - the cover does without it

        page = FirstRun(self._session, self._words, self._read_when)
        page.opened.connect(self.show_journal)
        page.open_file.connect(self.show_cover)
        self.window.show_whole(page)

    def show_cover(self, path: Path, why: str = "") -> None:
        """Ask for the way into a journal."""
        page = Unlock(self._session, path, self._words, why=why)
        page.opened.connect(self.show_journal)
        page.another.connect(self.show_cover)
        page.new_journal.connect(self.show_first_run)
        self.window.show_whole(page)

    def show_journal(self) -> None:
        """Show the journal that has just been opened."""
        self.opening.emit()
        from app.ui.desk import Desk  # noqa: PLC0415 - see `_load_pages`

        desk = Desk(self._session, self._words)
        desk.said.connect(self._say)
        desk.offered.connect(self._offer)
        desk.wanted.connect(self._go_to)
        desk.pointed.connect(self._point_at)
        desk.left.connect(self.window.come_back)
        desk.leaving.connect(self.others.leave)
        desk.preferred.connect(self._prefer)
        desk.putting_back.connect(self.put_back)
        desk.changed.connect(self.window.forget_preferences)
        desk.bad_day_noted.connect(self._show_bad_day)
        desk.set_aside.connect(self._say_aside)
        self._desk, self._everywhere = desk, None
        self._show_tabs(desk, self._place_left())

    # What the window asks for

    def undo(self) -> str:
        """Take back the last change and return its name, "" where there is none."""
        from app.ui.undone import undo  # noqa: PLC0415 - see `_load_pages`

        return undo(self._session.journal, self._words)

    def redo(self) -> str:
        """Do again what was last undone and return its name, "" where there is none."""
        from app.ui.undone import redo  # noqa: PLC0415 - see `_load_pages`

        return redo(self._session.journal, self._words)

    def bad_day(self) -> str:
        """Note a bad day, now; its page says so, else return what to say."""
        from app.services.bad_days import note_bad_day  # noqa: PLC0415 - see `_load_pages`

        session = self._session
        try:
            note_bad_day(session.journal, session.clock.now(), session.make_id)
        except Exception as error:
            if not is_known(error):
                raise
            return errors.sentence(error, self._words)
        noted = self._words.say("bad_day.noted", "Bad day noted.")
        if self.window.is_covered or not self._show_bad_day():
            return noted
        return ""

    def _show_bad_day(self) -> bool:
        """Let the page of the bad day take the window over; False where it is in view already."""
        from app.services.bad_days import bad_day_of  # noqa: PLC0415 - see `_load_pages`
        from app.ui.pages.bad_day import BadDayPage  # noqa: PLC0415 - see `_load_pages`

        desk = self._desk
        day = bad_day_of(desk.snapshot, desk.now()) if desk is not None else None
        if desk is None or day is None or isinstance(self.window.page, BadDayPage):
            return False
        look = self._session.state.look()

        def make() -> BadDayPage:
            page = BadDayPage(desk, day.id, single_keys=not look.only_ctrl_keys)
            page.rests.connect(self.window.lock_by_hand)
            page.undoes.connect(self.window.undo)
            page.left.connect(self._leave_bad_day)
            return page

        self.window.take_over(make, dim=look.dim_on_bad_day)
        return True

    def _leave_bad_day(self) -> None:
        self.window.go_to("today")

    def _note_on_cover(self) -> None:
        """A bad day while the journal is closed, or just being closed: the cover keeps its time."""
        page = self.window.centralWidget()
        if isinstance(page, Unlock):
            page.bad_day.click()
        elif self._locking is not None:
            self._bad_day_waits = True
            self.window.say(self._words.say("bad_day.noted", "Bad day noted."))

    def lock(self, why: str) -> None:
        """Close the journal, with a backup if one is due; then tell that it is locked."""
        self._keep_place()
        self._keep_place_left()
        self._leave_desk()
        self._locking = self._session.path
        work = partial(self._close, why)
        background.run(self, work, done=self._closed, failed=self._not_locked)

    def put_back(self, backup: Path, passphrase: str = "") -> None:
        """Put a backup in the place of the open journal; what there was can be put back in its turn."""
        self.window.hold(self._words.say("put_back.working", "Putting it back. What there is now is kept."))
        self._keep_place_left()
        self._leave_desk()
        work = partial(self._session.put_back_here, backup, passphrase=passphrase)
        failed = partial(self._not_put_back, self._session.path)
        background.run(self, work, done=self._is_back, failed=failed)

    def _is_back(self, _journal: object) -> None:
        place = self.window.place_left
        self.show_journal()
        if place is not None:
            self.window.go_to(place.page)
        before = next((one for one in self._session.backups.found() if one.before), None)
        if before is not None:
            said = self._words.say("put_back.done", "The backup is back in place")
            self.window.say_preferred(said, partial(self.put_back, before.path))

    def _not_put_back(self, path: Path, error: Exception) -> None:
        if self._session.is_open:
            self.show_journal()
        else:
            self.show_cover(path)
        self.window.say(errors.sentence(error, self._words))

    def close_journal(self) -> None:
        """Close the journal because the window goes."""
        self._keep_place()
        self._leave_desk()
        self._session.lock()

    def let_type(self, name: str) -> None:
        """Let someone type for the person, and show the journal without anything private."""
        if self._desk is not None:
            self._session.journal.begin_helping(name)
            self._show_tabs(self._desk, None)

    # Within

    def _show_tabs(self, desk: "Desk", place: Place | None) -> None:
        """Show the pages there are for whoever types."""
        from app.ui.finding.everywhere import Everywhere  # noqa: PLC0415 - see `_load_pages`
        from app.ui.tabs import tabs  # noqa: PLC0415 - see `_load_pages`

        helping, look = self._session.journal.helping, self._session.state.look()
        shown = tabs(desk)
        self._keys = frozenset(tab.tab.key for tab in shown)
        if self._everywhere is None:
            self._everywhere = Everywhere(desk, self.window, shown)
        self._everywhere.know(shown)
        self.window.set_keys(look.keys)
        self.window.show_journal(
            self._session.path.stem,
            shown,
            self,
            lock_minutes=look.lock_minutes,
            place=place,
            typist=helping.name if helping is not None else "",
        )

    def _keep_place(self) -> None:
        """Remember where the window is; that it can't be written down is no trouble."""
        place = bytes(self.window.saveGeometry().toHex().data()).decode("ascii")
        state = self._session.state
        try:
            state.set_look(replace(state.look(), window=place))
        except Exception as error:
            if not is_known(error):
                raise

    def _keep_place_left(self) -> None:
        """Keep in the journal where the person was; that it can't be kept does not hold up the lock."""
        place = self.window.place_left
        if place is None:
            return
        try:
            self._session.journal.save_draft(_PLACE_LEFT, place.text)
        except Exception as error:
            if not is_known(error):
                raise

    def _place_left(self) -> Place | None:
        """Where the person was when the journal was locked; told once."""
        journal = self._session.journal
        kept = journal.drafts().get(_PLACE_LEFT)
        if not kept:
            return None
        journal.drop_draft(_PLACE_LEFT)
        return Place.of(kept)

    def _load_pages(self) -> None:
        """Load the pages' modules while the person finds the passphrase: the first paint is not to wait."""
        import app.ui.tabs  # noqa: F401, PLC0415 - only loaded here

    def _close(self, why: str) -> str:
        """In a worker: a backup takes a moment."""
        self.others.close(why)
        return why

    def _closed(self, why: str) -> None:
        if self._bad_day_waits and self._locking is not None:
            self._session.note_bad_day(self._locking)
        self.locked.emit(why)

    def _leave_desk(self) -> None:
        if self._desk is not None:
            self._desk.leave()
            self._desk = None

    def _not_locked(self, error: Exception) -> None:
        if self._session.is_open:  # it was to be deleted, and no last backup could be made
            self.show_journal()
        self.window.say(errors.sentence(error, self._words))

    def _tell_of_bug(self, error: BaseException) -> None:
        self.window.say(errors.sentence(error, self._words))

    def _say(self, sentence: str, undoable: bool) -> None:
        self.window.say(sentence, undo=undoable)

    def _offer(self, sentence: str, offer: tuple[str, Callable[[], None]]) -> None:
        self.window.say(sentence, offer=offer)

    def _go_to(self, page: str, what: str) -> None:
        if page not in self._keys:
            return
        shown: QWidget | None = self.window.go_to(page)
        open_record = getattr(shown, "open_record", None)
        if what and open_record is not None:
            open_record(what)

    def _point_at(self, page: str, what: str) -> None:
        if page not in self._keys:
            return
        shown: QWidget | None = self.window.go_to(page)
        point_at = getattr(shown, "point_at", None)
        if what and point_at is not None:
            point_at(what)

    def _prefer(self, before: Preferences, after: Preferences, said: str) -> None:
        """Use at once what was chosen; the message offers to take it back."""
        self._use(before, after)
        self.window.say_preferred(said, partial(self._take_back, before))

    def _say_aside(self, said: str, take_back: Callable[[], None]) -> None:
        """Undo brings it back to Today until the journal changes."""
        self.window.say_preferred(said, partial(self._bring_back, take_back))

    def _bring_back(self, take_back: Callable[[], None]) -> None:
        take_back()
        self.window.refresh()

    def _take_back(self, before: Preferences) -> None:
        state = self._session.state
        now = state.look()
        try:
            state.set_look(before)
        except Exception as error:
            if not is_known(error):
                raise
            self.window.say(errors.sentence(error, self._words))
            return
        self._use(now, before)

    def _use(self, before: Preferences, after: Preferences) -> None:
        look = look_in(after)
        current().wear(replace(look, text_size=look.text_size or current().look.text_size))
        self.window.set_keys(after.keys)
        if before.lock_minutes != after.lock_minutes:
            self.window.autolock.begin(after.lock_minutes)
        words = words_for(after)
        if words != self._words and self._desk is not None:
            from app.ui.tabs import tabs  # noqa: PLC0415 - see `_load_pages`

            self._words = self._desk.words = words
            self.window.speak(words, tabs(self._desk))
        self.window.refresh()

    def _keep_look(self, look: Look) -> None:
        keep_look(self._session, look)

    def _read_when(self, text: str) -> tuple[When | None, str]:
        from app.domain.quick_line import read_when  # noqa: PLC0415 - see `_load_pages`

        read = read_when(text, self._session.clock.now()).when
        return read, self._words.when(read) if read is not None else ""
