"""The earlier versions of one entry: what it said, when it changed, and a way back (interface.md 11.15)."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.history_page import ShownVersion, versions_shown
from app.domain.derived.in_short import in_short
from app.domain.derived.naming import kind_name
from app.domain.records import Record
from app.domain.records.record import RecordId
from app.i18n import Words
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.history.version_words import VersionWords
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow


class HistoryPage(ListAndDetail):
    """The versions at the left, the newest first; the words of the chosen one at the right.

    Only others lead here. Back returns to where the person was.
    """

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        self.shown = VersionWords(desk.words)
        self.out = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        title = say("history.title", "Earlier versions")
        super().__init__(title, desk.words, self.shown, width=300, way_out=self.out)
        self.desk = desk
        self._key = ""
        self._versions: tuple[ShownVersion, ...] = ()
        self.list = RecordList(say("history.list", "Versions"), grows=True, beside=True)
        self._empty = EmptyState(say("history.empty", "Nothing is written here yet."))
        for part in (self._empty, self.list):
            self.column.addWidget(part)
        self.out.clicked.connect(self.desk.left)
        self.list.moved.connect(self._show)
        self.list.opened.connect(self._open)
        self.shown.put_back.connect(self.put_back)
        desk.changed.connect(self._note_change)
        self.refresh()

    def first_focus(self) -> QWidget:
        """The list of versions."""
        return self.list if self._versions else self.out

    def form_in_view(self) -> tuple[str, str]:
        """The entry whose versions are shown, for coming back after a lock."""
        return self._key, ""

    def open_record(self, key: str) -> None:
        """Show the versions of an entry, the newest chosen."""
        self._key = key
        self.list.show_rows(())
        self.refresh()
        self.show_list()

    def refresh(self) -> None:
        """Read the versions again."""
        desk, key = self.desk, RecordId(self._key)
        told = desk.journal.history(key) if key in desk.snapshot.records else ()
        versions = [(version.written, version.record) for version in told]
        self._versions = versions_shown(versions, desk.snapshot, desk.words)
        self.list.show_rows(tuple(_row(version, self.words) for version in self._versions))
        self.list.setVisible(bool(self._versions))
        self._empty.setVisible(not self._versions)
        self.shown.set_title(self._name() if versions else "")
        if not versions:
            self.shown.show_nothing()
        self._show(self.list.key)

    def put_back(self) -> None:
        """Make the chosen version the newest again."""
        version = self._chosen(self.list.key)
        if version is not None:
            again = replace(version.record, trashed=False)
            said = self.words.say("history.is_back", "Put back as it was: {name}", name=self._named(again))
            what = "Put back an earlier version"
            self.desk.do(lambda: self.desk.journal.amend(again, what=what), said)

    def go_back(self) -> None:
        """Go from the words to the list where they take turns, else back to where the person was."""
        if self.one_at_a_time and not self.list.isVisible():
            self.show_list()
        else:
            self.desk.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _open(self, key: str) -> None:
        self._show(key)
        self.show_detail()
        first = self.shown.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, key: str) -> None:
        version = self._chosen(key)
        if version is not None:
            self.shown.show_version(version, newest=version is self._versions[0])

    def _chosen(self, key: str) -> ShownVersion | None:
        return next((one for one in self._versions if str(one.place) == key), None)

    def _name(self) -> str:
        """What the entry is called now, or its kind where it has no words of its own."""
        record: Record | None = self.desk.snapshot.records.get(RecordId(self._key))
        if record is None:
            return self.words.say("history.title", "Earlier versions")
        return self._named(record)

    def _named(self, record: Record) -> str:
        return in_short(self.desk.snapshot, [record], self.words) or kind_name(type(record), 1, self.words)

    def _note_change(self, change: Change) -> None:
        if RecordId(self._key) in change.ids:
            self.list.show_rows(())
            self.refresh()


def _row(version: ShownVersion, words: Words) -> RecordRow:
    title = version.title[:1].upper() + version.title[1:]
    return RecordRow(
        key=str(version.place),
        title=title,
        note=version.what,
        icon="clock-counter-clockwise" if version.what else "pencil-simple",
        spoken=words.say("history.spoken", "{title}, {what}", title=title, what=version.what).rstrip(", "),
    )
