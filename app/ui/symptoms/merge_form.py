"""Making two symptoms one: what will happen, in numbers, before anything does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.symptoms.kept import in_order
from app.domain.derived.symptoms.same import merging
from app.domain.records import Symptom
from app.domain.records.record import RecordId
from app.services import symptoms
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.heading import Heading
from app.ui.widgets.joined_segments import JoinedSegments
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text

_WIDTH = 680


class MergeForm(QWidget):
    """Which other symptom is the same, and which name stays. ``done(key)`` names the one to show then."""

    done = Signal(str)

    def __init__(self, desk: Desk, symptom: Symptom) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._symptom = desk, symptom
        self._others = [one for one in in_order(desk.snapshot) if one.id != symptom.id]
        with_label = say("merge.with", "The same as")
        self.others = PickList(with_label, [one.name for one in self._others])
        self._says = Text("", "body")
        self._stays = Column(spacing=4)
        self.name: JoinedSegments | None = None
        self._back = Button(say("editor.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self._merge = Button(say("merge.do", "Make them one"), kind="main", icon="check")
        title = say("merge.title", "{name} is the same as another symptom", name=symptom.name)
        heading = Heading(title, "title_small", wrap=True)
        undo = say("merge.undo", "Nothing is lost: every reading keeps its words, and you can undo this.")
        contents = Column(
            Row(self._back, 1),
            heading,
            FormRow(with_label, self.others),
            self._stays,
            self._says,
            Text(undo, "caption", tone="ink3"),
            Row(self._merge, 1),
            spacing=16,
        )
        self.setLayout(Column(Narrow(contents, _WIDTH), 1, spacing=0))
        self.others.currentIndexChanged.connect(self._offer)
        self._back.clicked.connect(self.leave)
        self._merge.clicked.connect(self.merge)
        self._offer()

    def first_focus(self) -> QWidget:
        """The list of the others."""
        return self.others

    def leave(self) -> None:
        """Go back; nothing has happened."""
        self.done.emit(self._symptom.id)

    def merge(self) -> None:
        """Make them one, and say so."""
        pair = self._pair()
        if pair is None:
            return
        gone, into = pair
        said = self._desk.words.say(
            "merge.said", "{gone} and {into} are one now", gone=gone.name, into=into.name
        )
        journal = self._desk.journal
        if self._desk.do(lambda: symptoms.merge(journal, gone.id, into.id), said) is not None:
            self.done.emit(into.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _pair(self) -> tuple[Symptom, Symptom] | None:
        """The one that goes and the one that stays, as they are now."""
        at = self.others.currentIndex()
        if at < 0 or self.name is None:
            return None
        other = self._others[at]
        keys = (self._symptom.id, other.id) if self.name.place == 1 else (other.id, self._symptom.id)
        found = [self._desk.snapshot.get(Symptom, RecordId(key)) for key in keys]
        gone, into = found
        return (gone, into) if gone is not None and into is not None else None

    def _offer(self) -> None:
        """Offer the two names; what is asked about keeps its own unless the person says otherwise."""
        at = self.others.currentIndex()
        if at < 0:
            return
        while (item := self._stays.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        label = self._desk.words.say("merge.stays", "Which name stays?")
        self.name = JoinedSegments(label, [self._symptom.name, self._others[at].name])
        self.name.choose(0)
        self.name.chosen.connect(self._tell)
        self._stays.addWidget(FormRow(label, self.name))
        self._tell()

    def _tell(self) -> None:
        pair = self._pair()
        if pair is not None:
            told = merging(self._desk.snapshot, *pair, self._desk.words)
            self._says.say("\n".join(told.sentences))
