"""Journals: one for each person, each with a passphrase of its own (interface.md 11.13)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n import Words
from app.services.cover import Cover
from app.ui.desk import Desk
from app.ui.keeping_safe.backups_said import place_in_words
from app.ui.keeping_safe.panel import Panel
from app.ui.other_journals import DELETE, NEW, SWITCH
from app.ui.widgets.ask import Ask
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Group, Hairline
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text


class JournalsPanel(Panel):
    """The journals known on this computer. Going to another closes this one in good order first."""

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title)
        say = desk.words.say
        self.open = Button(say("journals.open", "Open it"), kind="main", icon="arrow-right")
        self.new = Button(say("journals.new", "New journal"), icon="plus")
        self.file = Button(say("journals.file", "Open a file"), icon="folder-simple")
        self.shut = Button(say("journals.close", "Close this one"), icon="lock-key")
        self.delete = Button(say("journals.delete", "Delete this journal"), kind="destroy")
        self.list = RecordList(title, grows=True, beside=True)
        what = (
            "One journal for each person, each with a passphrase of its own. Opening another closes this one."
        )
        self.body.addWidget(Text(say("journals.what", what), tone="ink2"))
        self.body.addWidget(Group(FlowLayout(self.open, self.new, self.file, self.shut, gap=12)))
        self.body.addWidget(self.list)
        self.body.addWidget(Hairline())
        self.body.addWidget(Group(FlowLayout(self.delete, gap=12)))
        self.body.addStretch(1)
        self.open.clicked.connect(self.open_chosen)
        self.new.clicked.connect(self._make_new)
        self.file.clicked.connect(self._choose_file)
        self.shut.clicked.connect(self._close)
        self.delete.clicked.connect(self.ask_to_delete)
        self.list.opened.connect(self._on_to_buttons)
        self.list.moved.connect(self._note_chosen)

    def first_focus(self) -> QWidget:
        """The list."""
        return self.list

    def refresh(self) -> None:
        """List the journals again."""
        here = self.desk.session.path
        rows = tuple(_row(cover, self.words, is_open=cover.path == here) for cover in self._covers())
        self.list.show_rows(rows)
        self._note_chosen(self.list.key)

    def open_chosen(self) -> None:
        """Close this journal and go to the cover of the chosen one."""
        if self.list.key and self.list.key != str(self.desk.session.path):
            self.desk.leaving.emit(SWITCH, self.list.key)

    def ask_to_delete(self) -> Ask:
        """Ask for the open journal's name before its file is deleted; say what stays, and where."""
        say, session = self.words.say, self.desk.session
        places = tuple(place_in_words(place, self.words) for place in session.backups.places())
        more = say(
            "journals.ask.more",
            "One more backup is made first. The backups stay in {places}, and open with its passphrase. "
            "Delete them there if nothing is to stay.",
            places=self.words.listing(places),
        )
        name = session.path.stem
        ask = Ask(
            self,
            say("journals.ask", "Delete the journal “{name}”?", name=name),
            more,
            do=say("journals.ask.do", "Delete it"),
            keep=say("trash.keep", "Keep"),
            type_this=name,
            label=say("journals.ask.type", "Type its name to delete it: {name}", name=name),
            wrong=say("journals.ask.wrong", "That is not its name. Nothing is deleted."),
        )
        ask.yes.connect(self._delete)
        ask.open()
        return ask

    def take_file(self, path: str) -> None:
        """Go to the cover of a journal in a file of its own."""
        self.desk.leaving.emit(SWITCH, path)

    def _covers(self) -> tuple[Cover, ...]:
        """The open one first."""
        here = self.desk.session.path
        return tuple(sorted(self.desk.session.covers(), key=lambda cover: cover.path != here))

    def _delete(self) -> None:
        self.desk.leaving.emit(DELETE, "")

    def _make_new(self) -> None:
        self.desk.leaving.emit(NEW, "")

    def _close(self) -> None:
        self.desk.leaving.emit("you", "")

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.file.text(), str(self.desk.session.path.parent), "*.toldonce")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def _on_to_buttons(self) -> None:
        (self.open if self.open.isVisible() else self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_chosen(self, key: str) -> None:
        self.open.setVisible(key not in {"", str(self.desk.session.path)})


def _row(cover: Cover, words: Words, *, is_open: bool) -> RecordRow:
    now = words.say("journals.open_now", "open now") if is_open else ""
    gone = "" if cover.is_there else words.say("journals.gone", "not where it was")
    last = ""
    if cover.last_words is not None:
        last = words.say("journals.changed", "last changed {date}", date=words.day(cover.last_words.date()))
    where = str(cover.path.parent)
    note = ", ".join(part for part in (where, gone or last) if part)
    return RecordRow(
        key=str(cover.path),
        title=cover.name,
        note=note,
        icon="key",
        pill=("kept", now) if now else ("waiting", gone) if gone else None,
        spoken=", ".join(part for part in (cover.name, now, gone or last) if part),
    )
