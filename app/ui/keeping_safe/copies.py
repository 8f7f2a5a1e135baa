"""The copies there are: where each is kept, from when, how large; and a look inside one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.derived.looked_into import LookedInto, looked_into
from app.i18n import Words
from app.services.backups import BackupFile
from app.ui import background
from app.ui.desk import Desk
from app.ui.errors import sentence
from app.ui.keeping_safe.backups_said import when_in_words
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.notice import Notice
from app.ui.widgets.passphrase_field import PassphraseField
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text
from app.ui.widgets.working import Working

_LISTED = 100  # entries that would be missing, the newest first
_MILLION = 1_000_000


class CopiesView(QWidget):
    """``chosen(BackupFile)`` follows a copy in the list, or a file from elsewhere."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.words.say
        self._desk = desk
        self._copies: dict[str, BackupFile] = {}
        self.back = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self.file = Button(say("copies.file", "Choose a file"), icon="folder-simple")
        self.list = RecordList(say("copies.title", "The copies"), grows=True, dated_right=True)
        self.trouble = Notice(kind="trouble")
        hint = say("copies.hint", "Open one to look inside. Nothing changes until you say so.")
        self._none = Text(say("copies.none", "There are no copies yet."), tone="ink2")
        self.setLayout(
            Column(
                Row(self.back, 1),
                Heading(say("copies.title", "The copies"), wrap=True),
                Text(hint, "small", tone="ink2"),
                Row(self.file, 1),
                self.trouble,
                self._none,
                self.list,
                spacing=12,
            )
        )
        self.back.clicked.connect(self.left)
        self.file.clicked.connect(self._choose)
        self.list.opened.connect(self._open)

    def refresh(self) -> None:
        """List what is there now, the newest first."""
        found = sorted(self._desk.session.backups.found(), key=lambda one: one.made, reverse=True)
        self._copies = {str(one.path): one for one in found}
        self.list.show_rows(tuple(self._row(one) for one in found))
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)

    def take_file(self, path: str) -> None:
        """Look into a file from elsewhere."""
        try:
            copy = self._desk.session.backups.file_at(Path(path))
        except Exception as error:  # noqa: BLE001 - a bug is told of as such
            self.trouble.say(sentence(error, self._desk.words))
        else:
            self.trouble.say("")
            self.chosen.emit(copy)

    def _row(self, copy: BackupFile) -> RecordRow:
        words = self._desk.words
        when = when_in_words(copy.made, self._desk.now(), words)
        size = size_in_words(copy.size, words)
        before = words.say("copies.before", "from before another was put back") if copy.before else ""
        checked = words.say("copies.checked", "opened and checked when it was made")
        parts = (str(copy.path.parent), before or checked, size)
        older = words.say("copies.older", "older passphrase")
        pill = None if copy.opens else ("waiting", older)
        spoken = ", ".join(part for part in (when, *parts, "" if copy.opens else older) if part)
        return RecordRow(
            key=str(copy.path),
            title=when,
            note=" · ".join(part for part in parts if part),
            icon="floppy-disk",
            pill=pill,
            spoken=spoken,
        )

    def _open(self, key: str) -> None:
        self.chosen.emit(self._copies[key])

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.file.text(), "", "*.toldonce")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()


class InsideView(QWidget):
    """A read-only look into one copy, then `Put this back`: ``wanted(path, passphrase)``."""

    wanted = Signal(object, str)
    left = Signal()

    def __init__(self, desk: Desk, copy: BackupFile) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._copy, self._typed = desk, copy, ""
        self.inside: LookedInto | None = None
        self.back = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self.said = Heading("", wrap=True)
        self.passphrase = PassphraseField(desk.words)
        label = say("copies.passphrase", "The passphrase it was made with")
        self.passphrase_row = FormRow(label, self.passphrase.line, shown=self.passphrase)
        self.look = Button(say("bring.look", "Look inside"), icon="magnifying-glass")
        self.put_back = Button(say("put_back.button", "Put this back"), kind="main")
        kept = say("put_back.kept", "What you have now is kept as a backup first, so this can be undone.")
        self._kept = Text(kept, "small", tone="ink2")
        self._missing = Text("", tone="ink2")
        self.list = RecordList(say("put_back.gone", "What would be gone"), grows=True)
        self.working = Working(say("copies.looking", "Looking inside…"))
        self.trouble = Notice(kind="trouble")
        self._ask = Narrow(Column(self.passphrase_row, Row(self.look, 1), spacing=12), 544)
        self._shown = Group(Column(self._kept, Row(self.put_back, 1), self._missing, self.list, spacing=12))
        parts = (self.said, self.working, self.trouble, self._ask, self._shown)
        self.setLayout(Column(Row(self.back, 1), *parts, spacing=12))
        self.back.clicked.connect(self.left)
        self.look.clicked.connect(self.look_inside)
        self.passphrase.entered.connect(self.look_inside)
        self.put_back.clicked.connect(self._want)
        self._shown.hide()
        self._ask.setVisible(not copy.opens)
        if not copy.opens:
            self.said.say(say("copies.older.ask", "This copy opens with another passphrase than today’s."))

    def first_focus(self) -> QWidget:
        """Put this back, the passphrase, or the way back."""
        if self.inside is not None:
            return self.put_back
        return self.back if self._copy.opens else self.passphrase.line

    def look_inside(self) -> None:
        """Read it in a worker; only looks."""
        self._typed = self.passphrase.text
        if not self._copy.opens and not self._typed:
            say = self._desk.words.say
            self.passphrase_row.show_error(say("put_back.no_passphrase", "Type its passphrase first."))
            return
        self.trouble.say("")
        self.working.begin()
        work = partial(self._desk.session.look_inside, self._copy.path, self._typed)
        background.run(self, work, done=self._show, failed=self._failed)

    def _show(self, journal: object) -> None:
        words = self._desk.words
        self.working.end()
        inside = self.inside = looked_into(journal, self._desk.snapshot, words)  # type: ignore[arg-type]
        entries = words.count("copies.entries", "{n} entry", "{n} entries", inside.entries)
        day = words.day(self._copy.day)
        named = "{name}’s journal, {day}, {entries}."
        whose = words.say("copies.inside", named, name=inside.whose, day=day, entries=entries)
        newer = words.count(
            "copies.newer", "{n} is newer than this.", "{n} are newer than this.", len(inside.newer)
        )
        same = words.say("copies.same", "Nothing is newer than this.")
        self.said.say(f"{whose} {newer if inside.newer else same}")
        missing = "Once it is put back, these would be gone, or as they were before:"
        self._missing.say(words.say("copies.gone", missing))
        self._missing.setVisible(bool(inside.newer))
        self.list.setVisible(bool(inside.newer))
        rows = [
            RecordRow(
                key=str(place),
                title=one.name,
                pill=("plain", words.say("copies.changed", "as it was before")) if one.changed else None,
            )
            for place, one in enumerate(inside.newer[:_LISTED])
        ]
        left = len(inside.newer) - _LISTED
        if left > 0:
            rows.append(RecordRow(title=words.count("trash.more", "And {n} more.", "And {n} more.", left)))
        self.list.show_rows(tuple(rows))
        self._ask.hide()
        self._shown.show()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self.working.end()
        self.trouble.say(sentence(error, self._desk.words))
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self) -> None:
        self.wanted.emit(self._copy.path, self._typed)


def size_in_words(size: int, words: Words) -> str:
    """1.4 MB."""
    return words.say("copies.size", "{n} MB", n=words.number(max(round(size / _MILLION, 1), 0.1)))
