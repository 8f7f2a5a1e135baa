"""The recovery key, shown once: on paper, bigger, copied, hidden; and asked back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from app.i18n import Words
from app.services.errors import is_known
from app.ui.keys import key_paper
from app.ui.keys.key_box import KeyBox
from app.ui.keys.key_paper import KeyPaper
from app.ui.keys.secret_clipboard import SecretClipboard
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Hairline, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox

Check = Callable[[int, str], bool]
Choose = Callable[[Sequence[int]], int]


class RecoveryStep(QWidget):
    """``check(line, typed)`` says whether a line (1 to 6) is right; ``choose`` picks which to ask.

    ``ready()`` is true once the line asked for has been typed back; else it says what is missing.
    """

    entered = Signal()

    def __init__(self, words: Words, paper: KeyPaper, check: Check, choose: Choose) -> None:
        super().__init__()
        self._words = words
        self._paper = paper
        self._check = check
        self._asked = choose(range(1, len(paper.lines) + 1))
        self.box = KeyBox(words, paper.lines)
        self.clipboard = SecretClipboard.current()
        self.answer = Line(width=260)
        self.answer.setProperty("look", "key")
        label = words.say("recovery.line", "Line {n}", n=self._asked)
        self.row = FormRow(label, self.answer)
        self.name_too = TickBox(words.say("recovery.name_too", "Put the journal’s name on the paper"))
        self.two = TickBox(words.say("recovery.two", "Print two: one for someone you trust"))
        self.trouble = Notice(kind="trouble")
        self._make_buttons()
        self._lay_out()
        self.answer.returnPressed.connect(self.entered)

    @property
    def asked(self) -> int:
        """Which line is asked back, 1 to 6."""
        return self._asked

    def ready(self) -> bool:
        """Tell whether the line has been typed back; say what is missing where not."""
        typed = self.answer.text()
        if not typed.strip():
            missing = self._words.say("recovery.first", "Type line {n} first.", n=self._asked)
            self.row.show_error(missing)
            return False
        if self._check(self._asked, typed):
            return True
        self.row.show_error(
            self._words.say(
                "recovery.different",
                "Line {n} is different. Look again at your paper: 15 letters and numbers.",
                n=self._asked,
            )
        )
        return False

    def _make_buttons(self) -> None:
        say = self._words.say
        self.print_button = Button(say("recovery.print", "Print the key"), kind="main", icon="printer")
        self.save_button = Button(say("recovery.save", "Save it as a file"), icon="floppy-disk")
        self.bigger = Button(say("recovery.bigger", "Show it bigger"), icon="magnifying-glass-plus")
        self.copy = Button(say("recovery.copy", "Copy it"), icon="copy")
        self.hide_button = Button(say("recovery.hide", "Hide it"), kind="quiet", icon="eye-slash")
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self._choose_file)
        self.bigger.clicked.connect(self._toggle_size)
        self.copy.clicked.connect(self._copy)
        self.hide_button.clicked.connect(self._toggle_hidden)

    def _lay_out(self) -> None:
        say = self._words.say
        intro = say(
            "recovery.intro",
            "If you forget your passphrase, this key opens your journal. Keep it on paper, away from "
            "this computer, with things you would not lose. It is shown only once.",
        )
        buttons = (self.print_button, self.save_button, self.bigger, self.copy, self.hide_button)
        spool = say("recovery.spool", "It passes through this computer’s printer queue.")
        letters = say("recovery.letters", "There is no O, I, L or U in it, so nothing can be misread.")
        below = (self.two, self.name_too, Text(spool, "caption", wrap=False))
        beside = Column(*(Row(button, 1) for button in buttons), *below, 1, spacing=6)
        self.setLayout(
            Column(
                Heading(say("recovery.title", "Your recovery key"), "title", wrap=True),
                Narrow(Column(Text(intro, tone="ink2")), 680),
                Group(FlowLayout(self.box, Group(beside), gap=28)),
                self.trouble,
                Text(letters, "caption"),
                Hairline(),
                Heading(say("recovery.check", "Check that you have it")),
                Text(say("recovery.ask", "From your paper, type line {n}.", n=self._asked)),
                self.row,
                1,
                spacing=12,
            )
        )

    def print_paper(self) -> None:
        """Print the key through the computer's own print dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loads slowly

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName("Told Once")
        printer.setCopyCount(self.copies)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._draw, printer))
        dialog.setModal(True)
        dialog.show()

    def _draw(self, printer: object) -> None:
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - as above

        if isinstance(printer, QPrinter):
            key_paper.draw(printer, self.paper, self._words)

    @property
    def copies(self) -> int:
        """How many papers are printed."""
        return 2 if self.two.isChecked() else 1

    @property
    def paper(self) -> KeyPaper:
        """What would be printed now."""
        name = self._paper.name if self.name_too.isChecked() else ""
        return KeyPaper(lines=self._paper.lines, day=self._paper.day, name=name)

    def _choose_file(self) -> None:
        title = self._words.say("recovery.save.title", "Save the recovery key")
        dialog = QFileDialog(self, title, "", "*.txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(self._words.say("recovery.file", "recovery key"))
        dialog.fileSelected.connect(self.save_paper)
        dialog.open()

    def save_paper(self, path: str) -> None:
        """Write the key into a file, and say where it could not be written."""
        from pathlib import Path  # noqa: PLC0415 - only here

        try:
            key_paper.save(Path(path), self.paper, self._words)
        except Exception as error:
            if not is_known(error):
                raise
            unsaved = "It could not be saved there. Nothing is lost. Choose another place."
            self.trouble.say(self._words.say("recovery.unsaved", unsaved))
        else:
            self.trouble.say("")

    def _toggle_size(self) -> None:
        self.box.set_big(not self.box.big)
        say = self._words.say
        self.bigger.say(
            say("recovery.smaller", "Show it smaller")
            if self.box.big
            else say("recovery.bigger", "Show it bigger")
        )

    def _toggle_hidden(self) -> None:
        self.box.set_shown(not self.box.shown)
        say = self._words.say
        self.hide_button.say(
            say("recovery.hide", "Hide it") if self.box.shown else say("recovery.show", "Show it")
        )
        self.hide_button.set_icon("eye-slash" if self.box.shown else "eye")

    def _copy(self) -> None:
        self.clipboard.copy("\n".join(self._paper.lines))

    def first_focus(self) -> QLineEdit:
        """Return the field in which the line is asked back."""
        return self.answer
