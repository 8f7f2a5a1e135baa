"""Where is it from: a file, by its path or by choosing it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.bringing.reading import Reading
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text

_SOURCES = (
    (
        "fhir",
        Phrase("bring.source.fhir", "My health portal (FHIR)"),
        Phrase(
            "bring.how.fhir", "Most portals have “Download my record” or “Export”. Choose FHIR, JSON or XML."
        ),
    ),
    (
        "ccda",
        Phrase("bring.source.ccda", "A hospital summary (C-CDA)"),
        Phrase(
            "bring.how.ccda", "Often called “Continuity of Care Document” or “Visit summary”, an XML file."
        ),
    ),
    (
        "apple",
        Phrase("bring.source.apple", "Apple Health"),
        Phrase(
            "bring.how.apple",
            "In the Health app, press your picture, then “Export All Health Data”. Choose the ZIP file.",
        ),
    ),
    (
        "csv",
        Phrase("bring.source.csv", "A table from another tracker (CSV)"),
        Phrase("bring.how.csv", "Look for “Export” in its settings. You say which column is what."),
    ),
    (
        "own",
        Phrase("bring.source.own", "A Told Once file"),
        Phrase("bring.how.own", "What “Take everything out” has written."),
    ),
)


class WhereStep(QWidget):
    """``chosen(path)`` follows Enter in the field, the button, or a file that was chosen."""

    chosen = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.path = Line(example=say("bring.example", "For example: Downloads/my-record.xml"))
        self.choose = Button(say("bring.choose", "Choose a file"), icon="folder-simple")
        self.look = Button(say("bring.look", "Look inside"), kind="main", icon="magnifying-glass")
        label = say("bring.file", "File")
        hint = say("bring.drop", "Or drop the file on this page. Nothing changes until you say so.")
        self.row = FormRow(label, self.path, hint)
        self.reading = Reading(words)
        column = Column(Heading(say("bring.where", "Where is it from?")), spacing=14)
        for _, name, how in _SOURCES:
            source = Column(
                Text(say(*name), "body_strong"),
                Text(say(*how), "small", tone="ink2"),
                spacing=2,
            )
            column.addLayout(source)
        column.addWidget(Narrow(Column(self.row), 680))
        column.addLayout(Row(self.look, self.choose, 1, spacing=12))
        column.addWidget(self.reading)
        column.addStretch(1)
        self.setLayout(column)
        self.path.returnPressed.connect(self.take)
        self.look.clicked.connect(self.take)
        self.choose.clicked.connect(self._choose)

    def take(self) -> None:
        """Hand over the file in the field; says what is missing."""
        self.row.show_error("")
        typed = self.path.text().strip()
        if typed:
            self.chosen.emit(Path(typed).expanduser())
        else:
            self.row.show_error(self._words.say("bring.first", "Type or choose a file first."))
            self.path.setFocus()

    def take_file(self, path: str) -> None:
        """Take a file that was chosen or dropped."""
        self.path.setText(path)
        self.take()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.choose.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()
