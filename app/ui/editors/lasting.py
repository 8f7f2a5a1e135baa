"""How long something lasted: in words, with the usual answers one press away."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.editors.boxes import Box
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column, Group

_USUAL = (
    Phrase("entry.lasted.usual.10 minutes", "10 minutes"),
    Phrase("entry.lasted.usual.1 hour", "1 hour"),
    Phrase("entry.lasted.usual.3 hours", "3 hours"),
    Phrase("entry.lasted.usual.all day", "all day"),
)


class LastingField(QWidget):
    """A line for words such as "two hours, still going"; buttons write the usual ones into it."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.line = Line(example=say("entry.lasted.example", "For example: two hours, all day"))
        self._going = say("entry.still_going", "still going")
        usual = [Button(say(*phrase), size="small") for phrase in _USUAL]
        going = Button(self._going, size="small")
        self.setLayout(Column(self.line, Group(FlowLayout(*usual, going, gap=8)), spacing=8))
        self.setFocusProxy(self.line)
        for button in usual:
            button.clicked.connect(partial(self._take, button.text()))
        going.clicked.connect(self._take_going)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's
        """Name the line as well: it is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _take(self, text: str) -> None:
        going = self._going in self.line.text()
        self.line.setText(f"{text}, {self._going}" if going else text)

    def _take_going(self) -> None:
        before = self.line.text().strip()
        if self._going not in before:
            self.line.setText(f"{before}, {self._going}" if before else self._going)


def lasting_box(words: Words) -> Box[str]:
    """How long, as typed."""
    field = LastingField(words)
    line = field.line
    box = Box(field, read=line.text, fill=line.setText, draft=line.text, take_draft=line.setText)
    line.textChanged.connect(box.tell)
    return box
