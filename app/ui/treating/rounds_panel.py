"""The panel of days since the dose: it shows and counts, and never concludes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.domain.derived.treatments.dose_panel import DosePanel
from app.i18n import Words
from app.ui.treating.rounds_chart import RoundsChart
from app.ui.treating.twin_list import twin_rows
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.fold import Fold
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.text import Text


class RoundsPanel(QWidget):
    """``chosen(symptom)`` follows the choice, ``took()`` the button.

    ``other()`` asks for before and after instead.
    """

    chosen = Signal(str)
    took = Signal()
    other = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.shown: DosePanel | None = None
        self._listed = False
        self._heading = Heading("", wrap=True)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._symptom = PickList(words.say("compare.symptom", "Symptom"), small=True)
        self.chart = RoundsChart()
        self.list = RecordList(words.say("rounds.list", "Days since the dose, one a line"), date=90)
        self._sentence = Text("", "small", tone="ink2")
        self._today = Text(words.say("rounds.today", "Today's dose is written."), "caption", tone="ink3")
        self.take = Button(words.say("rounds.took", "Took it today"), icon="check", size="small")
        self.twin = Button(words.say("treatments.as_list", "As a list"), kind="quiet", size="small")
        self.compare = Button(words.say("compare.heading", "Before and after"), kind="quiet", size="small")
        self._head = Row(self._heading, self._symptom, spacing=8)
        foot = Group(FlowLayout(self.take, self._today, self.twin, self.compare, gap=8))
        column = Column(self._head, self.chart, self.list, self._sentence, foot, 1, spacing=6)
        for picture in (1, 2):
            column.setStretch(picture, 100)
        self.setLayout(column)
        self._symptom.activated.connect(self._choose)
        self.take.clicked.connect(self.took)
        self.twin.clicked.connect(self.turn)
        self.compare.clicked.connect(self.other)

    def show_panel(self, shown: DosePanel) -> None:
        """Show other rounds."""
        self.shown = shown
        self._heading.say(shown.title)
        self._sentence.say(shown.sentence)
        keys = [key for key, _ in shown.symptoms]
        self._symptom.show_items(
            [name for _, name in shown.symptoms],
            keys.index(shown.symptom) if shown.symptom in keys else -1,
        )
        self._symptom.setVisible(bool(shown.symptoms))
        if shown.picture is not None:
            self.chart.show_rounds(shown.picture)
        self.list.show_rows(twin_rows(shown.rows))
        self.take.setVisible(not shown.taken_today)
        self._today.setVisible(shown.taken_today)
        self._show_twin()

    def first_focus(self) -> QWidget:
        """The button, or the first choice."""
        return self.take if self.take.isVisibleTo(self) else self.compare

    def refold(self, fold: Fold) -> None:
        """Put the choice below the title where there is little room beside it."""
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if fold >= Fold.COMPACT else way.TopToBottom)

    def turn(self) -> None:
        """Show the other of the two, with the focus where the person goes on."""
        self._listed = not self._listed
        self._show_twin()
        if self._listed and self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_twin(self) -> None:
        drawn = self.shown is not None and self.shown.picture is not None
        self.chart.setVisible(drawn and not self._listed)
        self.list.setVisible(drawn and self._listed)
        self.twin.setVisible(drawn)
        as_list = self._words.say("treatments.as_list", "As a list")
        self.twin.say(self._words.say("treatments.as_picture", "As a picture") if self._listed else as_list)

    def _choose(self) -> None:
        place = self._symptom.currentIndex()
        if self.shown is not None and 0 <= place < len(self.shown.symptoms):
            self.chosen.emit(self.shown.symptoms[place][0])
