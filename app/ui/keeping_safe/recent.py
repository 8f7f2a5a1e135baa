"""Recent changes: everything done in this journal by day, each with a way to take it back (11.15)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.derived.recent import ShownChange, changes_shown
from app.i18n import Words
from app.services.changes import Change
from app.services.recent import done_lately
from app.ui.desk import Desk
from app.ui.keeping_safe.panel import Panel
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Group, Row
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text

AT_ONCE = 100
"""Changes listed at first, and with each press for earlier ones."""


class RecentPanel(Panel):
    """Choose a change with the arrows or a click; the buttons above the list are about the chosen one."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self._most = AT_ONCE
        self._changes: tuple[ShownChange, ...] = ()
        self.undo = Button(say("recent.undo", "Undo this"), kind="main", icon="arrow-u-up-left")
        self.look = Button(say("recent.look", "See what changed"), icon="clock-counter-clockwise")
        self.earlier = Button(say("recent.earlier", "Show earlier ones"), icon="caret-down")
        self.list = RecordList(title, grows=True, beside=True)
        what = "What is undone stays among the earlier versions. Nothing is lost by it."
        self.body.addWidget(Text(say("recent.what", what), tone="ink2"))
        self.body.addWidget(Group(FlowLayout(self.undo, self.look, gap=12)))
        self.body.addWidget(self.list)
        self.body.addLayout(Row(self.earlier, 1))
        self.body.addStretch(1)
        self.undo.clicked.connect(self.undo_chosen)
        self.look.clicked.connect(self._look)
        self.earlier.clicked.connect(self._show_earlier)
        self.list.opened.connect(self._on_to_buttons)
        self.list.moved.connect(self._note_chosen)
        desk.changed.connect(self._note_change)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """Show what was done last."""
        desk = self.desk
        done = done_lately(desk.journal, self._most + 1)
        self._changes = changes_shown(done[: self._most], desk.snapshot, self.words)
        self.list.show_rows(_rows(self._changes, self.words))
        self.earlier.setVisible(len(done) > self._most)
        self._note_chosen(self.list.key)

    def undo_chosen(self) -> None:
        """Take back the chosen change; say why where that can't be."""
        change, words = self._chosen(), self.words
        if change is None:
            return
        if change.destroyed:
            gone = "What was destroyed for ever can't come back. Older backups still hold it."
            self.desk.troubled.emit(words.say("recent.destroyed", gone))
        elif self.desk.do(lambda: self.desk.journal.undo_change(change.number)) is not None:
            self.desk.said.emit(words.say("recent.undone", "Undone: {name}", name=change.name), False)

    def _look(self) -> None:
        change = self._chosen()
        if change is not None and change.record is not None:
            self.desk.wanted.emit("history", change.record)

    def _show_earlier(self) -> None:
        self._most += AT_ONCE
        self.refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> ShownChange | None:
        return next((one for one in self._changes if str(one.number) == self.list.key), None)

    def _note_chosen(self, _key: str) -> None:
        change = self._chosen()
        self.look.setVisible(change is not None and not change.destroyed)

    def _on_to_buttons(self) -> None:
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_change(self, _change: Change) -> None:
        if self.isVisible():
            self.refresh()


def _rows(changes: tuple[ShownChange, ...], words: Words) -> tuple[RecordRow, ...]:
    rows: list[RecordRow] = []
    day = ""
    for change in changes:
        if change.day != day:
            day = change.day
            rows.append(RecordRow(title=day, heading=True))
        rows.append(_row(change, words))
    return tuple(rows)


def _row(change: ShownChange, words: Words) -> RecordRow:
    undone = "" if change.stands else words.say("recent.is_undone", "undone")
    spoken = (change.what, change.about, change.day, change.time, undone)
    return RecordRow(
        key=str(change.number),
        title=change.name,
        note=change.what if change.about else "",
        when=change.time,
        pill=("plain", undone) if undone else None,
        spoken=", ".join(part for part in spoken if part),
    )
