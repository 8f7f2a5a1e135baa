"""What is done with a symptom as a whole, below its settings: its place, tracking, and what is the same."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.symptoms.kept import in_order, kept_readings
from app.domain.derived.symptoms.same import merged_from
from app.domain.records import Symptom
from app.services import symptoms
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.text import Text

_WIDTH = 680


class AboutIt(QWidget):
    """Each button is one command that undo takes back.

    ``same`` asks for the form that makes two one, ``moved`` follows another place in the list, ``did`` what
    ends the form.
    """

    same = Signal()
    moved = Signal()
    did = Signal()

    def __init__(self, desk: Desk, symptom: Symptom) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._symptom = desk, symptom
        retired = symptom.retired
        stop = say("symptom.stop", "Stop tracking, keep what is written")
        again = say("symptom.again", "Track it again")
        self.up = Button(say("symptom.up", "Move up"), icon="caret-up", size="small")
        self.down = Button(say("symptom.down", "Move down"), icon="caret-down", size="small")
        self.track = Button(again if retired else stop, size="small")
        self.merge = Button(say("symptom.same", "It is the same as another"), size="small")
        if len(in_order(desk.snapshot)) < 2:  # noqa: PLR2004 - one alone is the same as no other
            self.merge.hide()
        self.trash = Button(say("symptom.trash", "Put it in the trash"), size="small")
        if kept_readings(desk.snapshot)[symptom.id].entries:
            self.trash.hide()  # what has readings is kept, tracked or not
        parts = Column(
            Heading(say("symptom.list", "In the list")),
            Group(FlowLayout(self.up, self.down, self.track, self.merge, self.trash, gap=8)),
            spacing=8,
        )
        for held in merged_from(desk.snapshot, symptom.id):
            parts.addWidget(self._apart(held))
        self.setLayout(Column(Narrow(parts, _WIDTH), spacing=0, margins=(0, 16, 0, 0)))
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.track.clicked.connect(self._track)
        self.merge.clicked.connect(self.same)
        self.trash.clicked.connect(self._put_away)

    def _apart(self, held: Symptom) -> QWidget:
        say = self._desk.words.say
        sentence = say("symptom.was", "{name} was made one with this.", name=held.name)
        button = Button(say("symptom.apart", "Take {name} apart again", name=held.name), size="small")
        button.clicked.connect(partial(self._take_apart, held))
        return Group(Column(Text(sentence, "small", tone="ink2"), button, spacing=4))

    def _move(self, by: int) -> None:
        journal, key = self._desk.journal, self._symptom.id
        said = self._desk.words.say("symptom.moved", "Moved: {name}", name=self._symptom.name)
        if self._desk.do(lambda: symptoms.move(journal, key, by), said) is not None:
            self.moved.emit()

    def _track(self) -> None:
        say, journal, symptom = self._desk.words.say, self._desk.journal, self._symptom
        if symptom.retired:
            said = say("symptom.tracked", "Tracking {name} again", name=symptom.name)
        else:
            said = say(
                "symptom.stopped", "Not tracking {name} any more. What is written stays", name=symptom.name
            )
        tracked = symptom.retired
        if self._desk.do(lambda: symptoms.track(journal, symptom.id, tracked=tracked), said) is not None:
            self.did.emit()

    def _put_away(self) -> None:
        journal, key = self._desk.journal, self._symptom.id
        said = self._desk.words.say("trash.put", "Put in the trash")
        if self._desk.do(lambda: journal.trash(key), said) is not None:
            self.did.emit()

    def _take_apart(self, held: Symptom) -> None:
        said = self._desk.words.say("symptom.taken_apart", "{name} stands for itself again", name=held.name)
        journal = self._desk.journal
        if self._desk.do(lambda: symptoms.take_apart(journal, held.id), said) is not None:
            self.did.emit()
