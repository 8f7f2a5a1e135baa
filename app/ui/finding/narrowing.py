"""What is looked for and where: the words, the kinds, from when to when, with whom, the trash too."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from app.domain.derived.found_rows import KIND_GROUPS
from app.domain.derived.search import Narrow
from app.domain.records import Record
from app.domain.records.record import ClinicianId
from app.ui.desk import Desk
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.when_field import WhenField

_DATES_AFTER_MS = 400


class FindLine(Line):
    """``left_down()`` follows Enter and Down: on to what was found."""

    left_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list, or type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


class Narrowing(QWidget):
    """``changed()`` follows every letter and every choice."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        say = desk.words.say
        self._desk = desk
        self._ids: tuple[ClinicianId | None, ...] = (None,)
        self.field = FindLine(example=say("find.example", "For example: naproxen"))
        self.chips = {Chip(say(*phrase)): kinds for phrase, kinds in KIND_GROUPS.items()}
        self.first = WhenField(desk.words, desk.read_when)
        self.last = WhenField(desk.words, desk.read_when)
        for field in (self.first, self.last):  # a shorter one than elsewhere: the column is narrow
            field.line.setPlaceholderText(say("find.when.example", "Like May 2025"))
        self.whom = PickList(say("find.whom", "With whom"))
        self.trash = TickBox(say("find.trash", "Also look in the trash"))
        self._waiting = QTimer(self, singleShot=True, interval=_DATES_AFTER_MS)
        rows = (
            FormRow(say("find.words", "Find"), self.field),
            Group(FlowLayout(*self.chips, gap=6)),
            FormRow(say("find.from", "From"), self.first),
            FormRow(say("find.to", "To"), self.last),
            FormRow(say("find.whom", "With whom"), self.whom),
            self.trash,
        )
        self.setLayout(Column(*rows, spacing=14))
        self.show_people()
        self.field.textChanged.connect(self.changed)
        for chip in self.chips:
            chip.toggled.connect(self.changed)
        for field in (self.first, self.last):
            field.changed.connect(self._waiting.start)
        self._waiting.timeout.connect(self.changed)
        self.whom.currentIndexChanged.connect(self.changed)
        self.trash.toggled.connect(self.changed)

    @property
    def narrow(self) -> Narrow:
        """Where to look; no kind chosen means every kind."""
        chosen: tuple[type[Record], ...] = tuple(
            kind for chip, kinds in self.chips.items() if chip.isChecked() for kind in kinds
        )
        first, last = self.first.when, self.last.when
        return Narrow(
            kinds=chosen,
            first=first.earliest if first is not None and first.is_dated else None,
            last=last.latest if last is not None and last.is_dated else None,
            clinician=self._ids[max(self.whom.currentIndex(), 0)],
            trash=self.trash.isChecked(),
        )

    def show_people(self) -> None:
        """Offer everyone in the care team; who is chosen stays chosen."""
        people = self._desk.clinicians()
        chosen = self._ids[max(self.whom.currentIndex(), 0)]
        self._ids = (None, *people)
        self.whom.blockSignals(True)
        self.whom.clear()
        self.whom.addItems([self._desk.words.say("find.anyone", "anyone"), *people.values()])
        self.whom.setCurrentIndex(self._ids.index(chosen) if chosen in self._ids else 0)
        self.whom.blockSignals(False)
