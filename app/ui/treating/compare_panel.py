"""The before-and-after panel: its choices, the picture or its list, and the sentence that is always there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from app.domain.derived.treatments.comparison import WINDOWS, Comparison
from app.i18n import Words
from app.ui.treating.compare_chart import CompareChart
from app.ui.treating.twin_list import twin_rows
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.fold import Fold
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.text import Text


class ComparePanel(QWidget):
    """``chosen(symptom, days)`` follows the choices, ``other()`` asks for the days since the dose."""

    chosen = Signal(str, int)
    other = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: Comparison | None = None
        self._listed = False
        self._heading = Heading("", wrap=True)
        self._heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._symptom = PickList(words.say("compare.symptom", "Symptom"), small=True)
        self._lengths = [words.say("compare.window", "{n} days", n=days) for days in WINDOWS]
        each = words.say("compare.days.each", "Days on each side")
        self._days = PickList(each, self._lengths, small=True)
        self.chart = CompareChart()
        self.list = RecordList(words.say("compare.list", "Readings, one a line"), date=150)
        self._sentence = Text("", "small", tone="ink2")
        self.twin = Button(words.say("treatments.as_list", "As a list"), kind="quiet", size="small")
        self.rounds = Button(words.say("rounds.open", "By day since the dose"), kind="quiet", size="small")
        self._arrange()

    @property
    def listed(self) -> bool:
        """Whether the readings stand as a list."""
        return self._listed

    @property
    def shown(self) -> Comparison | None:
        """What is shown."""
        return self._shown

    def show_comparison(self, shown: Comparison, *, rounds: bool) -> None:
        """Show another comparison; `rounds` says whether days since the dose can be shown instead."""
        self._shown = shown
        self._heading.say(shown.title)
        self._symptom.show_items([name for _, name in shown.symptoms], self._place_of(shown))
        self._days.show_items(self._lengths, WINDOWS.index(shown.days))
        for picker in (self._symptom, self._days):
            picker.setVisible(bool(shown.symptoms))
        self.chart.show_comparison(shown)
        self.list.show_rows(twin_rows(shown.readings))
        self._sentence.say(shown.sentence)
        self.rounds.setVisible(rounds)
        self._show_twin()

    def first_focus(self) -> QWidget:
        """The first choice."""
        return self._symptom if self._symptom.isVisibleTo(self) else self.rounds

    def refold(self, fold: Fold) -> None:
        """Put the choices below the title where there is little room beside it."""
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if fold >= Fold.COMPACT else way.TopToBottom)

    def show_as_list(self, listed: bool) -> None:
        """Show the readings as a list, or drawn."""
        self._listed = listed
        self._show_twin()

    def turn(self) -> None:
        """Show the other of the two, with the focus where the person goes on."""
        self.show_as_list(not self._listed)
        if self._listed and self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_twin(self) -> None:
        drawn = self._shown is not None and self._shown.drawn
        self.chart.setVisible(drawn and not self._listed)
        self.list.setVisible(drawn and self._listed)
        self.twin.setVisible(drawn)
        as_list = self._words.say("treatments.as_list", "As a list")
        self.twin.say(self._words.say("treatments.as_picture", "As a picture") if self._listed else as_list)

    def _place_of(self, shown: Comparison) -> int:
        keys = [key for key, _ in shown.symptoms]
        return keys.index(shown.symptom) if shown.symptom in keys else -1

    def _arrange(self) -> None:
        self._head = Row(self._heading, Row(self._symptom, self._days), spacing=8)
        foot = Group(FlowLayout(self.twin, self.rounds, gap=8))
        column = Column(self._head, self.chart, self.list, self._sentence, foot, 1, spacing=6)
        for picture in (1, 2):
            column.setStretch(picture, 100)
        self.setLayout(column)
        self._symptom.activated.connect(self._choose)
        self._days.activated.connect(self._choose)
        self.twin.clicked.connect(self.turn)
        self.rounds.clicked.connect(self.other)

    def _choose(self) -> None:
        shown, place = self._shown, self._symptom.currentIndex()
        if shown is not None and 0 <= place < len(shown.symptoms):
            self.chosen.emit(shown.symptoms[place][0], WINDOWS[max(self._days.currentIndex(), 0)])
