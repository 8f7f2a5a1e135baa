"""Good questions to start from, by situation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.good_questions import Situation, good_questions, situation_name
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.text import Text
from app.ui.widgets.words_delegate import WordsDelegate


class Starters(QWidget):
    """`added(text, situation)` takes one as it is, `changing(text, situation)` changes it first."""

    added = Signal(str, str)
    changing = Signal(str, str)
    left = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self._words = words
        self._taken: frozenset[str] = frozenset()
        self._situations = tuple(Situation)
        self.back = Button(say("page.back", "Back"), kind="quiet", icon="caret-left", size="small")
        title = say("starters.title", "Good ones to start from")
        situation = say("starters.situation", "What is it about?")
        self.situation = PickList(situation, [situation_name(one, words) for one in self._situations])
        self.list = RecordList(title, grows=True)
        self.list.setItemDelegate(WordsDelegate(self.list))
        self._add = Button(say("starters.add", "Add it"), kind="main", icon="plus")
        self._change = Button(say("starters.change", "Change it first"), icon="pencil-simple")
        explain = say("starters.explain", "Each can be added as it is, or changed first.")
        self.setLayout(
            Column(
                Row(self.back, 1),
                Heading(title, "title_small", wrap=True), Text(explain, "small", tone="ink2"),
                FormRow(situation, self.situation), Group(FlowLayout(self._add, self._change, gap=8)),
                self.list, spacing=14,
            )
        )  # fmt: skip
        self.situation.currentIndexChanged.connect(self._show)
        self.list.entered.connect(self._take)
        self._add.clicked.connect(self._take)
        self._change.clicked.connect(self._take_and_change)
        self.back.clicked.connect(self.left)
        self._show()

    def first_focus(self) -> QWidget:
        """Which situation."""
        return self.situation

    def show_taken(self, texts: frozenset[str]) -> None:
        """Say of each question whether it is already written down."""
        self._taken = texts
        self._show()

    def _show(self) -> None:
        written = self._words.say("starters.taken", "written down")
        rows: list[RecordRow] = []
        for question in good_questions(self._situation):
            text = self._words.say(*question)
            pill = ("kept", written) if text in self._taken else None
            spoken = f"{text}, {written}" if pill else text
            icon = "check" if pill else ""
            rows.append(RecordRow(key=question.key, words=text, pill=pill, icon=icon, spoken=spoken))
        self.list.show_rows(tuple(rows))
        if not self.list.key:
            self.list.choose(rows[0].key)

    @property
    def _situation(self) -> Situation:
        return self._situations[max(self.situation.currentIndex(), 0)]

    @property
    def _text(self) -> str:
        return next((row.words for row in self.list.rows if row.key == self.list.key), "")

    def _take(self) -> None:
        if self._text and self._text not in self._taken:
            self.added.emit(self._text, self._situation)

    def _take_and_change(self) -> None:
        if self._text:
            self.changing.emit(self._text, self._situation)
