"""The trash: what is in it, the way back out, and destroying for ever (interface.md 11.15)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.derived.trash import ThrownAway, in_the_trash
from app.domain.records.record import RecordId
from app.i18n import Words
from app.services.changes import Change
from app.services.destroying import destroy, goes_along, put_there
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.widgets.ask import Ask
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Group
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text

SHOWN = 300
"""Things listed one by one: what was put here last."""


class TrashPanel(Panel):
    """Choose one with the arrows or a click; the buttons above the list are about the chosen one."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self._things: tuple[ThrownAway, ...] = ()
        self.put_back = Button(say("trash.put_back", "Put back"), kind="main", icon="arrow-u-up-left")
        self.look = Button(say("trash.look", "See what it says"), icon="eye")
        self.for_ever = Button(say("trash.destroy", "Destroy for ever"), kind="destroy")
        self.empty = Button(say("trash.empty_it", "Empty the trash"), kind="quiet", icon="trash")
        self.list = RecordList(title, grows=True, beside=True, dated_right=True)
        self._stay = Text(say("trash.stay", "Things stay here until you empty it."), tone="ink2")
        self._nothing = EmptyState(say("trash.empty", "The trash is empty."))
        self._more = Text(tone="ink2")
        self._buttons = Group(FlowLayout(self.put_back, self.look, self.for_ever, self.empty, gap=12))
        for part in (self._stay, self._nothing, self._buttons, self.list, self._more):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._connect()

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.list if self._things else None

    def refresh(self) -> None:
        """Show what is in the trash now."""
        desk, words = self.desk, self.words
        self._things = in_the_trash(desk.snapshot, put_there(desk.journal), words)
        self.list.show_rows(tuple(_row(thing, words) for thing in self._things[:SHOWN]))
        left = len(self._things) - SHOWN
        more = words.count("trash.more", "And {n} more.", "And {n} more.", left) if left > 0 else ""
        self._more.say(more)
        for part in (self._stay, self._buttons, self.list):
            part.setVisible(bool(self._things))
        self._more.setVisible(bool(more))
        self._nothing.setVisible(not self._things)

    def take_out(self) -> None:
        """Put the chosen thing back where it was."""
        thing = self._chosen()
        if thing is not None:
            said = self.words.say("trash.is_back", "Put back: {name}", name=thing.name)
            self.desk.do(lambda: self.desk.journal.restore(thing.id), said)

    def ask_to_destroy(self) -> Ask | None:
        """Ask before the chosen thing is destroyed for ever."""
        thing = self._chosen()
        if thing is None:
            return None
        say = self.words.say
        question = say("trash.ask", "Destroy “{name}”?", name=thing.name)
        more = say("trash.ask.more", "It cannot come back, and older backups still hold it.")
        return self._ask(question, f"{self._along(thing.id)} {more}".strip(), (thing.id,))

    def ask_to_empty(self) -> Ask | None:
        """Ask before everything in the trash is destroyed for ever."""
        ids = tuple(thing.id for thing in self._things)
        if not ids:
            return None
        question = self.words.count(
            "trash.ask_all", "Destroy the {n} thing in the trash?", "Destroy all {n} things?", len(ids)
        )
        more = self.words.say(
            "trash.ask_all.more", "They cannot come back, and older backups still hold them."
        )
        return self._ask(question, more, ids)

    def _connect(self) -> None:
        self.put_back.clicked.connect(self.take_out)
        self.look.clicked.connect(self._look)
        self.for_ever.clicked.connect(self.ask_to_destroy)
        self.empty.clicked.connect(self.ask_to_empty)
        self.list.opened.connect(self._on_to_buttons)
        self.desk.changed.connect(self._note_change)

    def _ask(self, question: str, more: str, ids: tuple[RecordId, ...]) -> Ask:
        say = self.words.say
        ask = Ask(self, question, more, do=say("trash.do", "Destroy"), keep=say("trash.keep", "Keep"))
        ask.yes.connect(partial(self._destroy, ids))
        ask.open()
        return ask

    def _along(self, key: RecordId) -> str:
        """How much goes along with a thing: the readings of a symptom, the files of a note."""
        more = len(goes_along(self.desk.snapshot, (key,))) - 1
        if not more:
            return ""
        return self.words.count(
            "trash.along",
            "{n} thing that belongs to it goes too.",
            "{n} things that belong to it go too.",
            more,
        )

    def _destroy(self, ids: tuple[RecordId, ...]) -> None:
        said = self.words.say("trash.destroyed", "Destroyed. Nothing of it is left in this journal.")
        change = self.desk.do(lambda: destroy(self.desk.journal, *ids))
        if change is not None:
            self.desk.said.emit(said, False)
            (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        thing = self._chosen()
        if thing is not None:
            self.desk.wanted.emit("history", thing.id)

    def _chosen(self) -> ThrownAway | None:
        return next((thing for thing in self._things if thing.id == self.list.key), None)

    def _on_to_buttons(self) -> None:
        self.put_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_change(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()


def _row(thing: ThrownAway, words: Words) -> RecordRow:
    since = thing.since(words)
    return RecordRow(
        key=thing.id,
        title=thing.name,
        note=since,
        icon="trash",
        spoken=", ".join(part for part in (thing.name, since) if part),
    )
