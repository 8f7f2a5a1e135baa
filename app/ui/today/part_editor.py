"""The little editor of one part of the quick line: a scale, a date, or another name."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.quick_line import Named, Part, Role, Understood, Vocabulary, What
from app.domain.quick_line.echo_words import part_text
from app.domain.quick_line.understood import Value
from app.domain.records.when import When
from app.i18n import Words
from app.ui.desk import Desk
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.severity_scale import SeverityScale
from app.ui.widgets.when_field import WhenField


class PartEditor(QWidget):
    """``chosen(value)`` follows an answer, ``left()`` Esc. Enter answers from inside a field."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, words: Words, label: str, field: QWidget, *, at_once: bool = False) -> None:
        super().__init__()
        self.field = field
        self._use = Button(words.say("part.use", "Use it"), size="small")
        self._use.setVisible(not at_once)
        self._use.clicked.connect(self.answer)
        leave = Button(words.say("part.leave", "Leave it"), kind="quiet", size="small")
        leave.clicked.connect(self.left)
        row = FormRow(label, field)
        self.setLayout(Column(row, Row(self._use, leave, 1, spacing=8), spacing=8, margins=(18, 4, 18, 8)))
        self.setFocusProxy(field)

    def answer(self) -> None:
        """Hand over what stands in the field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Esc leaves."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ScaleEditor(PartEditor):
    """How bad, 0 to 10: answered by one key."""

    def __init__(self, words: Words, value: int | None = None, label: str = "") -> None:
        self._scale = SeverityScale(words, label)
        self._scale.show_value(value)
        label = label or words.say("scale.name", "How bad, 0 to 10")
        super().__init__(words, label, self._scale, at_once=True)
        self._scale.chosen.connect(self._pick)

    def answer(self) -> None:
        """Hand over the number, once there is one."""
        if self._scale.value is not None:
            self.chosen.emit(self._scale.value)

    def _pick(self, value: int) -> None:
        if value >= 0:
            self.chosen.emit(value)


class DateEditor(PartEditor):
    """When it was, or is to be."""

    def __init__(self, desk: Desk, when: When, *, ahead: bool) -> None:
        read = desk.read_when_ahead if ahead else desk.read_when
        self._when = WhenField(desk.words, read, when.words or desk.words.when(when))
        super().__init__(desk.words, desk.words.say("part.when", "When"), self._when)
        self._when.line.selectAll()

    def answer(self) -> None:
        """Hand over the date, once it is understood."""
        if self._when.when is not None:
            self.chosen.emit(self._when.when)


class ChoiceEditor(PartEditor):
    """Another of the values that fit."""

    def __init__(self, words: Words, understood: Understood, part: Part, values: tuple[Value, ...]) -> None:
        self._values = values
        label = words.say("part.instead", "What was meant")
        shown = [part_text(understood, replace(part, value=value), words) for value in values]
        self._list = PickList(label, shown)
        super().__init__(words, label, self._list)

    def answer(self) -> None:
        """Hand over what is chosen."""
        self.chosen.emit(self._values[max(self._list.currentIndex(), 0)])


def editor_for(understood: Understood, part: Part, vocabulary: Vocabulary, desk: Desk) -> PartEditor | None:
    """The little editor of a part; None for words, which are changed in the line itself."""
    if part.role is Role.SEVERITY and isinstance(part.value, int):
        return ScaleEditor(desk.words, part.value)
    if isinstance(part.value, When):
        return DateEditor(desk, part.value, ahead=understood.what is What.VISIT)
    values = values_for(part, vocabulary)
    return ChoiceEditor(desk.words, understood, part, values) if len(values) > 1 else None


def values_for(part: Part, vocabulary: Vocabulary) -> tuple[Value, ...]:
    """What a part could say: what it says now first, then what fits as well, then all of its kind."""
    others: tuple[Value, ...] = ()
    if isinstance(part.value, Named):
        others = vocabulary.named(part.value.kind)
    elif isinstance(part.value, StrEnum):
        others = tuple(type(part.value))
    return tuple(dict.fromkeys((part.value, *part.choices, *others)))
