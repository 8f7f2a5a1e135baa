"""How it's really being taken: four answers, and what gets in the way. Each answer is kept as it is given."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.records import TreatmentChange
from app.domain.records.record import RecordId, TreatmentId
from app.domain.records.treatments import Barrier, ChangeKind, Taken
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.editors import answers
from app.ui.widgets.chips import Chips
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Text

_TAKEN = tuple(Taken)
_BARRIERS = tuple(answers.BARRIER_TO_TAKING)


class HowTaken(QWidget):
    """A second answer on the same day takes the place of the first; another day it is a change of its own."""

    def __init__(self, desk: Desk, key: RecordId) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self._key = desk, key
        self._barriers_before: tuple[Barrier, ...] = ()
        heading = say("change.taken", "How it's really being taken")
        in_the_way = say("change.barriers", "What gets in the way")
        self.taken = Segments(heading, list(answers.said(desk.words, answers.TAKEN).values()))
        words = answers.said(desk.words, answers.BARRIER_TO_TAKING)
        self.barriers = Chips(in_the_way, list(words.values()))
        self._label = Text(in_the_way, "label", wrap=False)
        line = Text(say("change.taken.hint", "No right answer. It helps whoever helps you."), tone="ink2")
        self.setLayout(Column(Heading(heading), line, self.taken, self._label, self.barriers, spacing=8))
        self.taken.chosen.connect(self._keep)
        for chip in self.barriers.chips:
            chip.clicked.connect(self._keep)

    def show_taken(self, taken: Taken | None, barriers: tuple[Barrier, ...]) -> None:
        """Show what was last said."""
        self._barriers_before = barriers
        self.taken.choose(_TAKEN.index(taken) if taken is not None else -1)
        for barrier, chip in zip(_BARRIERS, self.barriers.chips, strict=True):
            chip.setChecked(barrier in barriers)
        asked = taken is not None and taken is not Taken.AS_PLANNED
        self._label.setVisible(asked)
        self.barriers.setVisible(asked)

    def _keep(self) -> None:
        """Keep the answer, from today on; an emptied answer says nothing and changes nothing."""
        desk, place = self._desk, self.taken.place
        if place < 0:
            return
        taken = _TAKEN[place]
        treatment = desk.snapshot.treatment(self._key)
        chosen = tuple(
            barrier for barrier, chip in zip(_BARRIERS, self.barriers.chips, strict=True) if chip.isChecked()
        )
        rare = tuple(barrier for barrier in self._barriers_before if barrier not in _BARRIERS)
        barriers = () if taken is Taken.AS_PLANNED else (*chosen, *rare)
        later = replace(self._today(), taken=taken, barriers=barriers)
        name = treatment.name if treatment is not None else ""
        said = desk.words.say("full.taken", "Saved: how {name} is taken", name=name)
        desk.do(partial(desk.journal.record, later), said)

    def _today(self) -> TreatmentChange:
        """What was said today already, else a new change."""
        desk, today = self._desk, self._desk.today()
        for change in desk.snapshot.of(TreatmentChange):
            mine = change.treatment == self._key and change.change is ChangeKind.HOW_TAKEN
            if mine and change.when is not None and change.when.day == today:
                return change
        return TreatmentChange(
            id=desk.new_id(),
            written=desk.now(),
            treatment=TreatmentId(self._key),
            change=ChangeKind.HOW_TAKEN,
            when=on_day(today),
        )
