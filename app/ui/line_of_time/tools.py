"""Find on the page, the kinds to show, the condition, and what else can be shown."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.derived.timeline import RowKind, TimelineFilter
from app.domain.records.record import ConditionId, SymptomId
from app.domain.wording import Phrase
from app.i18n import Words
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip
from app.ui.widgets.find_field import FindField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.pick_chip import PickChip

_FIND_AFTER_MS = 150
_CHIPS = {
    RowKind.TREATMENTS: Phrase("timeline.kind.treatments", "Treatments"),
    RowKind.SYMPTOMS: Phrase("timeline.kind.symptoms", "Symptoms"),
    RowKind.VISITS: Phrase("timeline.kind.visits", "Visits"),
    RowKind.EVENTS: Phrase("timeline.kind.events", "Events"),
    RowKind.QUESTIONS: Phrase("timeline.kind.questions", "Questions"),
}
_IN_MENU = {
    RowKind.PLANS: Phrase("timeline.kind.plans", "Plans"),
    RowKind.MEASUREMENTS: Phrase("timeline.kind.measurements", "Measurements"),
    RowKind.NOTES: Phrase("timeline.kind.notes", "Notes"),
}
FIRST_SHOWN = frozenset({RowKind.TREATMENTS, RowKind.SYMPTOMS, RowKind.VISITS, RowKind.EVENTS})
"""The kinds shown until the person chooses others."""


class TimelineTools(QWidget):
    """``changed()`` follows every change of what is to be shown; typing, once it stops.

    ``later(shown)`` follows "Show when it was written".
    """

    changed = Signal()
    later = Signal(bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        say = words.say
        self.field = FindField(say("timeline.find", "Find on the timeline"))
        self.chips = [Chip(say(*phrase), on=kind in FIRST_SHOWN) for kind, phrase in _CHIPS.items()]
        self._all = say("timeline.all_conditions", "All conditions")
        self._ids: tuple[ConditionId | None, ...] = (None,)
        self.condition = PickChip(say("timeline.condition", "Condition"), [self._all])
        self.more = Button(say("timeline.more", "More"), icon="caret-down", size="small")
        self.menu = QMenu(self)
        self.kinds = [self._check(say(*phrase)) for phrase in _IN_MENU.values()]
        self._symptoms_head = self.menu.addSection(
            say("timeline.own_lane", "Symptoms with a lane of their own")
        )
        self._symptoms: dict[SymptomId, QAction] = {}
        self._after = self.menu.addSeparator()
        self.written = self._check(say("timeline.when_written", "Show when it was written"))
        self._typing = QTimer(self, singleShot=True, interval=_FIND_AFTER_MS)
        parts = (self.field, *self.chips, self.condition, self.more)
        self._flow = FlowLayout(*parts, gap=8)
        self.setLayout(self._flow)
        self._connect()

    def add(self, part: QWidget) -> None:
        """Take a part in that has no room elsewhere, behind all others."""
        self._flow.addWidget(part)

    @property
    def shown(self) -> TimelineFilter:
        """What is to be shown."""
        chips = zip(_CHIPS, self.chips, strict=True)
        actions = zip(_IN_MENU, self.kinds, strict=True)
        return TimelineFilter(
            kinds=frozenset(
                [kind for kind, chip in chips if chip.isChecked()]
                + [kind for kind, action in actions if action.isChecked()]
            ),
            condition=self._ids[max(self.condition.currentIndex(), 0)],
            find=self.field.text(),
        )

    @property
    def symptoms(self) -> tuple[SymptomId, ...]:
        """The symptoms that have a lane of their own; none: the first three."""
        return tuple(key for key, action in self._symptoms.items() if action.isChecked())

    @property
    def narrow(self) -> bool:
        """Whether something is left out that is shown at first."""
        shown = self.shown
        fewer = not shown.kinds >= FIRST_SHOWN
        return fewer or shown.condition is not None or bool(shown.find)

    def show_conditions(self, conditions: dict[ConditionId, str]) -> None:
        """Offer these conditions; the chosen one stays chosen."""
        self.condition.setVisible(bool(conditions))
        ids = (None, *conditions)
        names = [self._all, *conditions.values()]
        if ids == self._ids and names == [self.condition.itemText(n) for n in range(self.condition.count())]:
            return
        chosen = self._ids[max(self.condition.currentIndex(), 0)]
        self._ids = ids
        self.condition.show_items(names, ids.index(chosen) if chosen in ids else 0)

    def show_symptoms(self, symptoms: dict[SymptomId, str]) -> None:
        """Offer these symptoms a lane of their own; what is ticked stays ticked."""
        if [*symptoms.items()] == [(key, action.text()) for key, action in self._symptoms.items()]:
            return
        ticked = set(self.symptoms)
        for action in self._symptoms.values():
            self.menu.removeAction(action)
            action.deleteLater()
        self._symptoms = {}
        for key, name in symptoms.items():
            action = QAction(name, self.menu, checkable=True, checked=key in ticked)
            action.toggled.connect(self.changed)
            self.menu.insertAction(self._after, action)
            self._symptoms[key] = action
        self._symptoms_head.setVisible(bool(symptoms))

    def show_first(self) -> None:
        """Take every filter away."""
        self._set(FIRST_SHOWN)

    def show_everything(self) -> None:
        """Show every kind there is."""
        self._set(frozenset(RowKind))

    def _set(self, kinds: frozenset[RowKind]) -> None:
        self.blockSignals(True)
        for kind, chip in zip(_CHIPS, self.chips, strict=True):
            chip.setChecked(kind in kinds)
        for kind, action in zip(_IN_MENU, self.kinds, strict=True):
            action.setChecked(kind in kinds)
        self.condition.setCurrentIndex(0)
        self.field.clear()
        self._typing.stop()
        self.blockSignals(False)
        self.changed.emit()

    def _check(self, name: str) -> QAction:
        action = QAction(name, self.menu, checkable=True)
        self.menu.addAction(action)
        return action

    def _connect(self) -> None:
        for chip in self.chips:
            chip.toggled.connect(self.changed)
        for action in self.kinds:
            action.toggled.connect(self.changed)
        self.written.toggled.connect(self.later)
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.changed)
        self.condition.currentIndexChanged.connect(self.changed)
        self.more.clicked.connect(self._open_menu)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
