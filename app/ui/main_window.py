"""The window: the open journal, or the cover over it, and what lies above them."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import Words
from app.ui import actions
from app.ui.actions import MENU
from app.ui.autolock import AutoLock
from app.ui.journal_view import JournalView, PageTab, focus_first
from app.ui.keys.secret_clipboard import SecretClipboard
from app.ui.layered_window import LayeredWindow
from app.ui.menus import MenuBar
from app.ui.place import Place, bring_back, place_on
from app.ui.plain_keys import PlainKeys
from app.ui.theme import theme as themes
from app.ui.theme.look import Look
from app.ui.typing_for_me import bar
from app.ui.typing_for_me.who_types import WhoTypes
from app.ui.undo_first import UndoFirst
from app.ui.widgets import spoken
from app.ui.widgets.cover import Cover, Label
from app.ui.widgets.keys_panel import KeysPanel
from app.ui.widgets.layout import Column
from app.ui.widgets.over import Over
from app.ui.widgets.uncover import Uncover


class Commands(Protocol):
    """What the window asks of whoever holds the open journal."""

    def undo(self) -> str:
        """Take back the last change and return its name, "" where there is none."""

    def redo(self) -> str:
        """Do again what was last undone and return its name, "" where there is none."""

    def bad_day(self) -> str:
        """Note a bad day, now, and return what to say, "" where a page says it."""

    def let_type(self, name: str) -> None:
        """Let someone type for the person, and show the journal again."""

    def lock(self, why: str) -> None:
        """Close the journal and start afresh; ``why`` is "you", "quiet" or "computer"."""


class MainWindow(LayeredWindow):
    """Knows no page: tabs and their factories are given to :meth:`show_journal`.

    All pages are deleted when the window is covered or locked, so that nothing of them can be read
    from outside then; ``place_left`` says where the person was. One page may take the window over, with
    no rail beside it. ``page_opened`` carries a tab's key; ``closing`` comes before the window goes;
    ``bad_day_missed`` follows its key when there is no journal to note it in; ``journal_menu(menu)`` lets
    others add to the menu at the rail's foot before it opens. ``palette_wanted(words_first)`` and
    ``line_wanted`` ask for what lies over any page.
    """

    page_opened = Signal(str)
    palette_wanted = Signal(bool)
    line_wanted = Signal()
    closing = Signal()
    journal_menu = Signal(object)
    bad_day_missed = Signal()

    def __init__(self, words: Words, keep_look: Callable[[Look], None]) -> None:
        super().__init__(words, keep_look)
        self._name = ""
        self._tabs: tuple[PageTab, ...] = ()
        self._open_key = ""
        self._typist = ""
        self._commands: Commands | None = None
        self._preferred: list[tuple[str, Callable[[], None]]] = []
        self.view: JournalView | None = None
        self._alone: Callable[[], QWidget] | None = None
        self._dim_alone = False
        self._covered = False
        self.place_left: Place | None = None
        self.autolock = AutoLock(self, 15)
        self._undo_first = UndoFirst(self)
        self._plain_keys = PlainKeys(self)
        self.chosen_keys: dict[str, tuple[str, ...]] = {}
        self._connect()
        actions.add_to(self, words)
        self.setMenuBar(MenuBar(words, self, self.actions()))

    # What is shown

    @property
    def page(self) -> QWidget | None:
        """The page in view."""
        if self._alone is not None and not self._covered:
            return self.centralWidget()
        return self.view.page if self.view is not None else None

    @property
    def is_covered(self) -> bool:
        """Whether the journal is open but out of sight."""
        return self._commands is not None and self._covered

    def show_whole(self, widget: QWidget) -> None:
        """Fill the window with one widget: first run, or the locked cover."""
        self._replace(widget)
        focus_first(widget)

    def show_journal(
        self,
        name: str,
        tabs: tuple[PageTab, ...],
        commands: Commands,
        *,
        lock_minutes: int = 15,
        place: Place | None = None,
        typist: str = "",
    ) -> None:
        """Show the open journal where it was left, else with the page of the first tab."""
        self._name, self._tabs, self._commands, self._typist = name, tabs, commands, typist
        self._plain_keys.watching = True
        known = place is not None and place.page in {tab.tab.key for tab in tabs}
        self.place_left = place if known else None
        self._open_key = self.place_left.page if self.place_left else tabs[0].tab.key
        self._build()
        self.autolock.begin(lock_minutes)

    def go_to(self, key: str) -> QWidget | None:
        """Open the page of a tab; uncovers the window."""
        self._open_key = key
        if self.view is None and self._commands is not None:
            self._alone = None
            self._build()
        elif self.view is not None:
            self.view.go_to(key)
        return self.page

    def come_back(self) -> None:
        """Go from a page that only others lead to back to the one the person came from."""
        if self.view is not None:
            self.view.come_back()

    def take_over(self, make: Callable[[], QWidget], *, dim: bool) -> None:
        """Show one page in place of everything, held still and in Dusk if ``dim``; `go_to` ends it.

        It is made again after the window was covered.
        """
        if self.view is not None and self.view.page is not None:
            self.place_left = place_on(self.view.page, self.view.open_key)
        self._alone, self._dim_alone = make, dim
        self._show_alone()

    def show_saving(self, state: str) -> None:
        """Say "saved", "saving" or "unsaved" at the foot of the rail."""
        if self.view is not None:
            self.view.rail.show_saving(state)

    # Locking and covering

    def lock(self, why: str) -> None:
        """Cover at once, then close the journal."""
        if self._commands is not None:
            self.autolock.end()
            self.bar.hide()
            SecretClipboard.current().clear()
            self._cover(self.words.say("window.locking", "Locking…"), button=False)
            self._alone = None
            commands, self._commands = self._commands, None
            self._plain_keys.watching = False
            commands.lock(why)

    def lock_by_hand(self) -> None:
        """Lock because the person said so."""
        self.lock("you")

    def lock_with_computer(self) -> None:
        """Lock because the screen was locked or the computer goes to sleep."""
        self.lock("computer")

    def toggle_cover(self) -> None:
        """Cover the window without locking, or show the page again."""
        if self.is_covered:
            if self._alone is not None:
                self._show_alone()
            else:
                self._build()
        elif self._commands is not None:
            self._cover(self.words.say("window.covered", "Covered, not locked."), button=True)

    def hold(self, sentence: str) -> None:
        """Take the pages away while the journal's file is exchanged; `show_journal` brings them back."""
        self.autolock.end()
        self.bar.hide()
        self._preferred.clear()
        self._commands = None
        self._cover(sentence, button=False)

    # Preferences, which the journal's own undo does not know

    def say_preferred(self, sentence: str, take_back: Callable[[], None]) -> None:
        """Say what was chosen; undo takes it back until the journal changes."""
        self._preferred.append((sentence, take_back))
        self.say(sentence, undo=True)

    def forget_preferences(self) -> None:
        """Leave what was chosen as it is: the journal has changed, and undo is for that again."""
        self._preferred.clear()

    def set_keys(self, chosen: dict[str, tuple[str, ...]]) -> None:
        """Give commands the keys that were chosen for them."""
        self.chosen_keys = dict(chosen)
        actions.set_keys(self, chosen)
        self._show_keys()

    def _show_keys(self) -> None:
        self.toast.show_keys(actions.hint("undo", self.chosen_keys))
        if self.view is not None:
            self.view.rail.show_lock_keys(actions.hint("lock", self.chosen_keys))

    def speak(self, words: Words, tabs: tuple[PageTab, ...]) -> None:
        """Say dates and times in another way from now on, where the person is."""
        self.words, self._tabs = words, tabs
        if self.view is not None and self.view.page is not None:
            self.place_left = place_on(self.view.page, self.view.open_key)
            self._build()

    def refresh(self) -> None:
        """Have the page in view show how things stand now."""
        refresh = getattr(self.page, "refresh", None)
        if refresh is not None:
            refresh()

    # The commands of the table

    def undo(self) -> None:
        """Take back the last change, or what was chosen since."""
        if self._preferred and self.view is not None:
            said, take_back = self._preferred.pop()
            take_back()
            self.say(self.words.say("window.undone", "Undone: {what}", what=said))
            return
        done = self._commands.undo() if self._commands is not None else ""
        nothing = self.words.say("window.nothing_to_undo", "There is nothing to undo today.")
        self.say(self.words.say("window.undone", "Undone: {what}", what=done) if done else nothing)

    def redo(self) -> None:
        """Do again what was last undone."""
        done = self._commands.redo() if self._commands is not None else ""
        nothing = self.words.say("window.nothing_to_redo", "There is nothing to do again.")
        self.say(self.words.say("window.redone", "Done again: {what}", what=done) if done else nothing)

    def note_bad_day(self) -> None:
        """Save a bad day, now; on the cover too, which keeps only the time."""
        if self._commands is None:
            self.bad_day_missed.emit()
        elif said := self._commands.bad_day():
            self.say(said, undo=True)

    def open_quick_line(self) -> None:
        """Open the quick line over the page; on the first page it is there already."""
        if self.view is not None and self._open_key != self._tabs[0].tab.key:
            self.line_wanted.emit()
        elif self._tabs:
            self.go_to(self._tabs[0].tab.key)

    def open_palette(self) -> None:
        """Open do or go to, over the page."""
        if self.view is not None:
            self.palette_wanted.emit(False)

    def open_find(self) -> None:
        """Open the same, with what the person wrote first."""
        if self.view is not None:
            self.palette_wanted.emit(True)

    def print_page(self) -> None:
        """Print what the page hands over, where it has that."""
        print_it = getattr(self.page, "print_it", None)
        if print_it is not None:
            print_it()
        elif self.view is not None:
            self.say(self.words.say("window.nothing_to_print", "There is nothing to print on this page."))

    def ask_who_types(self) -> None:
        """Ask who types for the person; while someone does, say who and until when."""
        if self.view is None:
            return
        if self._typist:
            self.say(bar.said(self.words, self._typist))
            return
        panel = WhoTypes(self.words, self)
        panel.begun.connect(self._let_type)
        panel.open_over(self)

    def say_saved(self) -> None:
        """Say that there is nothing to save."""
        if self._commands is not None:
            self.say(self.words.say("window.saved_already", "It is already saved."))

    def go_to_tab(self, page: str) -> None:
        """Open the tab of a page, where there is one."""
        if page in {tab.tab.key for tab in self._in_rail} and self._commands is not None:
            self.go_to(page)

    def go_back(self) -> None:
        """Go back within the page where it has a way back."""
        back = getattr(self.page, "go_back", None)
        if back is not None:
            back()

    def show_keys(self) -> None:
        """Show the list of all keys."""
        pages = {tab.tab.key: tab.tab.words for tab in self._in_rail}
        rows = actions.rows(self.words, pages, self.chosen_keys)
        KeysPanel(self.words, rows, self).open_over(self)

    # Within

    @property
    def _in_rail(self) -> tuple[PageTab, ...]:
        return tuple(tab for tab in self._tabs if tab.in_rail)

    def _connect(self) -> None:
        self.toast.undo.connect(self.undo)
        self.bar.stay.connect(self.autolock.stay)
        self.autolock.soon.connect(self._warn)
        self.autolock.stayed.connect(self.bar.hide)
        self.autolock.due.connect(self._lock_when_quiet)

    def _build(self) -> None:
        """Make the rail and the open page."""
        view = JournalView(self.words, self._name, self._tabs, above=self._typing_bar())
        view.opened.connect(self._note_open)
        view.rail.lock.connect(self.lock_by_hand)
        view.rail.journal_menu.connect(self._open_menu)
        self._replace(view)
        self.view = view
        self._show_keys()
        self.place()
        page, place = view.go_to(self._open_key), self.place_left
        self.place_left = None
        if place is not None and place.page == self._open_key:
            bring_back(page, place)

    def _show_alone(self) -> None:
        """Nothing is painted between the page that goes and the one that comes, whatever its colours."""
        if self._alone is None:
            return
        self.setUpdatesEnabled(False)
        self._replace(QWidget())
        themes.current().rest(dim=self._dim_alone)
        page = self._alone()
        self._put(page)
        focus_first(page)
        self.setUpdatesEnabled(True)
        self.place()
        spoken.announce(self, page.accessibleName())

    def _typing_bar(self) -> bar.TypingBar | None:
        if not self._typist:
            return None
        made = bar.TypingBar(self.words, self._typist)
        made.reads_back.connect(self._read_back)
        return made

    def _let_type(self, name: str) -> None:
        """Every page goes before: what the person was typing is kept as theirs."""
        if self._commands is not None:
            self._replace(QWidget())
            self.place_left = None
            self.toast.hide()
            self.forget_preferences()
            SecretClipboard.current().clear()
            self._commands.let_type(name)

    def _read_back(self) -> None:
        self.go_to("read_back")

    def _note_open(self, key: str) -> None:
        self._open_key = key
        self.page_opened.emit(key)

    def _cover(self, sentence: str, *, button: bool) -> None:
        uncover = Uncover(self.words, sentence, button=button)
        uncover.wanted.connect(self.toggle_cover)
        self.toast.hide()
        if self.view is not None and self.view.page is not None:
            self.place_left = place_on(self.view.page, self.view.open_key)
        self._replace(Cover(Label(Column(uncover))))
        self._covered = True
        uncover.setFocus()

    def _replace(self, widget: QWidget) -> None:
        """Show another widget, as usual; what was there and over it is deleted, not only hidden."""
        self._covered = False
        for panel in self.findChildren(Over):
            panel.close()
        if self.view is not None:
            self.view.leave()
            self.view = None
        self.setUpdatesEnabled(False)
        self._put(widget)
        themes.current().wake()
        self.setUpdatesEnabled(True)

    def _put(self, widget: QWidget) -> None:
        old = self.takeCentralWidget()
        self.setCentralWidget(widget)
        widget.show()  # at once: Qt would leave it to the next turn
        if old is not None:
            old.hide()
            old.deleteLater()

    def _open_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self.actions() if action.objectName() in MENU])
        self.journal_menu.emit(menu)
        menu.popup(place - QPoint(0, menu.sizeHint().height()))

    def _warn(self) -> None:
        self.bar.warn()
        self.place()

    def _lock_when_quiet(self) -> None:
        self.lock("quiet")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``/`` finds, on a page that has no find of its own and where no words are typed."""
        if event.text() == "/" and actions.plain_keys_on():
            self.open_find()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell whoever holds the journal, so that it is closed in good order."""
        if self.view is not None:
            self.view.leave()
        SecretClipboard.current().clear()
        self.closing.emit()
        super().closeEvent(event)

    def place(self) -> None:
        """Fold the rail, and put what lies above in its place."""
        if self.view is not None:
            self.view.refold(self.width())
        super().place()
