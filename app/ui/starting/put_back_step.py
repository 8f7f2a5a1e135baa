"""Putting a backup back: which file, and its passphrase."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.notice import Notice
from app.ui.widgets.passphrase_field import PassphraseField


class PutBackStep(QWidget):
    """``wanted(path, passphrase)`` follows the button once both are there."""

    wanted = Signal(object, str)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.file = Line()
        self.choose = Button(say("computer.choose", "Choose"))
        self.choose.clicked.connect(self._choose)
        beside = Group(Row(self.file, self.choose, spacing=8))
        self.file_row = FormRow(say("put_back.file", "The backup"), self.file, shown=beside)
        self.passphrase = PassphraseField(words)
        label = say("put_back.passphrase", "Its passphrase")
        self.passphrase_row = FormRow(label, self.passphrase.line, shown=self.passphrase)
        self.button = Button(say("put_back.button", "Put this back"), kind="main")
        self.button.clicked.connect(self._want)
        self.passphrase.entered.connect(self._want)
        self.trouble = Notice(kind="trouble")
        title = Heading(say("welcome.backup", "Put a backup back"), "title", wrap=True)
        fields = Column(self.file_row, self.passphrase_row, self.trouble, Row(self.button, 1), spacing=18)
        self.setLayout(Column(title, Narrow(fields, 544), 1, spacing=18))

    def first_focus(self) -> QWidget:
        """Return where the focus goes."""
        return self.file

    def _want(self) -> None:
        if not self.file.text().strip():
            self.file_row.show_error(self._words.say("put_back.no_file", "Choose the backup first."))
        elif not self.passphrase.text:
            missing = self._words.say("put_back.no_passphrase", "Type its passphrase first.")
            self.passphrase_row.show_error(missing)
        else:
            self.wanted.emit(Path(self.file.text()), self.passphrase.text)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.choose.text(), "", "*.toldonce")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file.setText)
        dialog.open()
