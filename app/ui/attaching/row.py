"""Photos and files of a record, in its form: add, describe, look at, take out."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.records import Attachment, Record
from app.domain.records.record import AttachmentId
from app.services import attaching
from app.services.changes import Change
from app.services.errors import explain, is_known
from app.ui import background
from app.ui.attaching.drafting import Listed, alone, as_text, from_text, listed, saved_beside
from app.ui.attaching.file_line import FileLine
from app.ui.attaching.pictures import as_png
from app.ui.desk import Desk
from app.ui.editors.boxes import Box
from app.ui.editors.editor import Field
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text


def attachments_field(desk: Desk, record: Record) -> Field:
    """The row *Photos and files* of a record's form."""
    label = desk.words.say("attaching.label", "Photos and files")
    row = AttachmentRow(desk, record)
    box = Box(
        row,
        read=row.keys,
        fill=row.show_keys,
        draft=row.draft,
        take_draft=row.take_draft,
        beside=row.saved_beside,
        forget=row.forget,
    )
    row.changed.connect(box.tell)
    return Field(name="attachments", label=label, box=box)


class AttachmentRow(QWidget):
    """What is added is in the journal at once, so that a lock loses nothing; a save ties it to the record.

    A form that is thrown away puts what was added to it into the trash.
    """

    changed = Signal()

    def __init__(self, desk: Desk, record: Record) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._record = desk, record
        self.lines: list[FileLine] = []
        self._gone: list[Listed] = []  # undone meanwhile, and back after a redo
        self.add_button = Button(say("attaching.add", "Add a photo or file"), icon="paperclip", size="small")
        self.paste_button = Button(say("attaching.paste", "Paste"), kind="quiet", size="small")
        self.trouble = Notice(kind="trouble")
        self._photo_hint = Text(
            say(
                "attaching.photo",
                "A photo can hold the time and the place it was taken. It is kept as it is, and private "
                "until you say otherwise.",
            ),
            "caption",
        )
        self._files = Column(spacing=14)
        size = say(
            "attaching.limit",
            "Up to {n} MB each. You can drop them here too.",
            n=attaching.LARGEST // (1024 * 1024),
        )
        buttons = Group(FlowLayout(self.add_button, self.paste_button, gap=8))
        parts = (self._files, self._photo_hint, self.trouble, buttons, Text(size, "caption", tone="ink3"))
        self.setLayout(Column(*parts, spacing=8))
        self.setFocusProxy(self.add_button)
        self.setAcceptDrops(True)
        self.add_button.clicked.connect(self._choose)
        self.paste_button.clicked.connect(self.paste)
        desk.changed.connect(self._note_change)
        self._show_hint()

    # What the form asks

    def keys(self) -> tuple[AttachmentId, ...]:
        """The files listed, by id."""
        return tuple(one.key for one in self._listed())

    def show_keys(self, keys: tuple[AttachmentId, ...]) -> None:
        """List these files as the journal has them."""
        self._show(listed(self._desk.snapshot, keys))

    def draft(self) -> str:
        """What a draft keeps."""
        return as_text(self._listed())

    def take_draft(self, text: str) -> None:
        """List what a draft kept."""
        self._show(from_text(text))

    def saved_beside(self) -> tuple[Record, ...]:
        """The files that change with the record."""
        return saved_beside(self._desk.snapshot, self._record, self._listed())

    def forget(self) -> None:
        """Put what was added to this form, and to nothing else, into the trash."""
        before = self._record.attachments
        added = tuple(key for key in self.keys() if key not in before)
        new = alone(self._desk.snapshot, self._record, added)
        if new:
            said = self._desk.words.count(
                "attaching.forgotten", "{n} file put in the trash", "{n} files put in the trash", len(new)
            )
            self._desk.do(lambda: self._desk.journal.trash(*new), said)

    # What the person does

    def add(self, path: Path) -> None:
        """Keep a file of the computer's."""
        self.trouble.say("")
        work = partial(attaching.load, path)
        background.run(self, work, done=partial(self.keep, path.name), failed=self._say_why)

    def keep(self, name: str, data: bytes) -> None:
        """Keep these bytes in the journal and list them."""
        desk = self._desk
        try:
            file = attaching.described(name, data, desk.session.clock, desk.session.make_id)
        except Exception as error:  # noqa: BLE001 - told of in place, or raised again
            self._say_why(error)
            return
        said = desk.words.say("attaching.kept", "Kept in the journal: {name}", name=file.name)
        if desk.do(partial(desk.journal.attach, file, data), said) is not None:
            self._list(Listed(key=AttachmentId(file.id), caption="", sharing=file.sharing))
            self.lines[-1].caption.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def paste(self) -> None:
        """Keep what is on the clipboard, where that is a photo or files."""
        self.trouble.say("")
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.trouble.say(
                self._desk.words.say(
                    "attaching.nothing",
                    "There is no photo or file to paste. Copy one first, then paste it here.",
                )
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by the usual key, where no words are being typed."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's
        """Take files and pictures."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's
        """Keep what was dropped."""
        if self._take(event.mimeData()):
            event.acceptProposedAction()

    # Within

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.add_button.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add_all)
        dialog.open()

    def _add_all(self, paths: list[str]) -> None:
        for path in paths:
            self.add(Path(path))

    def _take(self, data: QMimeData) -> bool:
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        image = data.imageData() if data.hasImage() and not paths else None
        self._add_all(paths)
        if isinstance(image, QImage) and not image.isNull():
            self.keep(self._desk.words.say("attaching.pasted", "pasted picture.png"), as_png(image))
            return True
        return bool(paths)

    def _say_why(self, error: Exception) -> None:
        if not is_known(error):
            raise error
        self.trouble.say(" ".join(explain(error, self._desk.words)))

    def _listed(self) -> tuple[Listed, ...]:
        return tuple(
            Listed(key=AttachmentId(line.attachment.id), caption=line.caption.text(), sharing=line.sharing)
            for line in self.lines
        )

    def _show(self, files: tuple[Listed, ...]) -> None:
        if files != self._listed():
            for line in list(self.lines):
                self._drop(line)
            for file in files:
                self._list(file)

    def _list(self, file: Listed) -> None:
        attachment = self._desk.snapshot.get(Attachment, file.key)
        if attachment is None:
            return
        line = FileLine(self._desk, attachment)
        line.caption.setText(file.caption)
        line.mark.show_sharing(file.sharing)
        line.changed.connect(self.changed)
        line.removed.connect(partial(self._remove, line))
        self.lines.append(line)
        self._files.addWidget(line)
        self._show_hint()

    def _remove(self, line: FileLine) -> None:
        self._drop(line)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, line: FileLine) -> None:
        self.lines.remove(line)
        self._files.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._show_hint()

    def _show_hint(self) -> None:
        self._photo_hint.setVisible(any(line.attachment.photo for line in self.lines))

    def _note_change(self, change: Change) -> None:
        """Follow an undo and a redo of what was added here."""
        if not change.concerns(Attachment):
            return
        before, there = self._listed(), self._desk.snapshot
        self._gone += [one for one in before if there.get(Attachment, one.key) is None]
        back = [one for one in self._gone if there.get(Attachment, one.key) is not None]
        self._gone = [one for one in self._gone if one not in back]
        for line in [line for line in self.lines if there.get(Attachment, line.attachment.id) is None]:
            self._drop(line)
        for one in back:
            self._list(one)
        if self._listed() != before:
            self.changed.emit()
