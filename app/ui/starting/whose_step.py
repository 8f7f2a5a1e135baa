"""Step 1: whose journal it is."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.records.when import When
from app.i18n import Words
from app.ui.widgets.form import Form, FormRow, Line
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import RoundChoice
from app.ui.widgets.when_field import ReadWhen, WhenField


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """The name as typed, the birth date if one was understood, and who keeps the journal."""

    name: str
    born: When | None
    for_another: bool


class WhoseStep(QWidget):
    """``ready()`` gives the answers, or None after saying what is missing."""

    entered = Signal()

    def __init__(self, words: Words, read_when: ReadWhen) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self.me = RoundChoice(say("whose.me", "Me"))
        self.other = RoundChoice(say("whose.other", "Someone I care for"))
        self.me.setChecked(True)
        self._group = QButtonGroup(self)
        self._group.addButton(self.me)
        self._group.addButton(self.other)
        self.name = Line()
        self.born = WhenField(words, read_when)
        self.born.line.setPlaceholderText(say("whose.born.example", "For example: 2 October 1984"))
        hint = say("whose.name.hint", "As you want it on documents. You can change it later.")
        self.name_row = FormRow(say("whose.name", "Name to use"), self.name, hint)
        born = say("whose.born", "Birth date (if you like)")
        self.born_row = FormRow(born, self.born.line, shown=self.born)
        apart = "Write their words as theirs, and yours as yours. Told Once keeps them apart."
        self._apart = Text(say("whose.apart", apart), tone="ink2")
        self._apart.hide()
        self.other.toggled.connect(self._apart.setVisible)
        self.name.returnPressed.connect(self.entered)
        self.born.line.returnPressed.connect(self.entered)
        self._lay_out(say("whose.title", "Who is this journal for?"))

    def ready(self) -> Whose | None:
        """Return the answers; a name is needed."""
        if not self.name.text().strip():
            self.name_row.show_error(
                self._words.say(
                    "whose.no_name", "A name is needed, so that the journal can be told from others."
                )
            )
            return None
        self.name_row.show_error("")
        return Whose(name=self.name.text(), born=self.born.when, for_another=self.other.isChecked())

    def first_focus(self) -> QWidget:
        """Return where the focus goes."""
        return self.me

    def _lay_out(self, title: str) -> None:
        heading = Heading(title, "title", wrap=True)
        choices = Group(Column(self.me, self.other, self._apart, spacing=6))
        choices.setAccessibleName(title)
        form = Form(self.name_row, self.born_row)
        self.setLayout(Column(heading, choices, Narrow(Column(form), 544), 1, spacing=18))
