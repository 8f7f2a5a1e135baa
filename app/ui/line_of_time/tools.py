"""Find on the page, the kinds to show, and the condition."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.timeline import RowKind, TimelineFilter
from app.domain.records.record import ConditionId
from app.i18n import Words
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Group, Row
from app.ui.widgets.pick_list import PickList

_FIND_AFTER_MS = 150
_NAMES = {
    RowKind.TREATMENTS: "Treatments",
    RowKind.SYMPTOMS: "Symptoms",
    RowKind.VISITS: "Visits",
    RowKind.EVENTS: "Events",
    RowKind.QUESTIONS: "Questions",
    RowKind.NOTES: "Notes",
}


class TimelineTools(QWidget):
    """``changed()`` follows every change of what is to be shown; typing, once it stops."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.field = Line(example=say("timeline.find", "Find on the timeline"), width=190)
        self.field.setAccessibleName(say("timeline.find", "Find on the timeline"))
        self._kinds = {kind: say(f"timeline.kind.{kind}", name) for kind, name in _NAMES.items()}
        self.chips = [Chip(name, on=True) for name in self._kinds.values()]
        self._all = say("timeline.all_conditions", "All conditions")
        self._ids: tuple[ConditionId | None, ...] = (None,)
        self.condition = PickList(say("timeline.condition", "Condition"), [self._all])
        self._typing = QTimer(self, singleShot=True, interval=_FIND_AFTER_MS)
        self.setLayout(FlowLayout(self.field, *map(_as_high, self.chips), self.condition, gap=8))
        for chip in self.chips:
            chip.toggled.connect(self.changed)
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.condition.currentIndexChanged.connect(self.changed)

    @property
    def shown(self) -> TimelineFilter:
        """What is to be shown."""
        pairs = zip(self._kinds, self.chips, strict=True)
        return TimelineFilter(
            kinds=frozenset(kind for kind, chip in pairs if chip.isChecked()),
            condition=self._ids[max(self.condition.currentIndex(), 0)],
            find=self.field.text(),
        )

    def show_conditions(self, conditions: dict[ConditionId, str]) -> None:
        """Offer these conditions; the chosen one stays chosen."""
        ids = (None, *conditions)
        names = [self._all, *conditions.values()]
        if ids == self._ids and names == [self.condition.itemText(n) for n in range(self.condition.count())]:
            return
        chosen = self._ids[max(self.condition.currentIndex(), 0)]
        self.condition.blockSignals(True)
        self.condition.clear()
        self.condition.addItems(names)
        self._ids = ids
        self.condition.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self.condition.blockSignals(False)
        self.condition.setVisible(bool(conditions))

    def show_everything(self) -> None:
        """Take every filter away."""
        for chip in self.chips:
            chip.setChecked(True)
        self.condition.setCurrentIndex(0)
        self.field.clear()
        self._typing.stop()
        self.changed.emit()

    @property
    def narrow(self) -> bool:
        """Whether anything is filtered out."""
        return self.shown != TimelineFilter()


def _as_high(chip: Chip) -> Group:
    """A chip as high as the fields beside it."""
    return Group(Row(chip, margins=(0, 5, 0, 5)))
