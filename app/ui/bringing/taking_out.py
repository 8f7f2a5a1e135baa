"""Take everything out, so that nobody is locked in."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.errors import explain, is_known
from app.services.exporting import take
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text


class TakingOut(QWidget):
    """One file with everything in it, nothing lost, readable by anyone who has it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.words.say
        self.button = Button(say("take.json", "Everything (JSON)"), icon="export")
        warning = Notice(
            say("take.clear", "These files are not encrypted. Anyone who has them can read them.")
        )
        what = say("take.what", "Every entry with its earlier versions, and every file you kept.")
        heading = Heading(say("take.title", "Take everything out"))
        self.setLayout(Column(heading, Text(what, tone="ink2"), warning, Row(self.button, 1), spacing=12))
        self.button.clicked.connect(self._choose)

    def take_to(self, path: str) -> None:
        """Write everything to a new file, and say so."""
        desk = self._desk
        try:
            take(desk.journal, Path(path))
        except Exception as error:
            if not is_known(error):
                raise
            desk.troubled.emit(" ".join(explain(error, desk.words)))
        else:
            name = Path(path).name
            desk.said.emit(desk.words.say("take.done", "Everything is in {name}", name=name), False)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.button.text(), "", "*.json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(self.take_to)
        dialog.open()
