"""Back after a gap: a welcome, and one thing that may be said of the days between."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.domain.derived.today_page import Gap
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.text import Text


class GapPanel(QWidget):
    """``answered(place)`` follows one of the answers."""

    answered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._gap: Gap | None = None
        self._welcome = Text("", "story")
        self._ask = Text("")
        self._answers = FlowLayout(gap=8)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.answered)
        self.setLayout(Column(self._welcome, self._ask, Group(self._answers), spacing=8))

    def show_gap(self, gap: Gap | None) -> None:
        """Show the welcome, or nothing where there was no gap."""
        self.setVisible(gap is not None)
        if gap is None or gap == self._gap:
            return
        self._gap = gap
        self._welcome.say(gap.welcome)
        self._ask.say(gap.ask)
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for place, (_, text) in enumerate(gap.answers):
            answer = Button(text, size="small")
            self._group.addButton(answer, place)
            self._answers.addWidget(answer)
