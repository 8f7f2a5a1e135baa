"""Words that were written before as chips, and a line for a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.i18n import Words
from app.ui.editors.boxes import Box
from app.ui.widgets.button import Button
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column, Group, Row


class WordChips(QWidget):
    """``offered`` are earlier answers, most frequent first. What is typed but not added counts too."""

    changed = Signal()

    def __init__(self, words: Words, name: str, offered: tuple[str, ...]) -> None:
        super().__init__()
        self._offered = offered
        self._chips: list[Chip] = []
        self._flow = FlowLayout(gap=8)
        self._group = Group(self._flow)
        self.line = _AddLine(example=words.say("chips.example", "Something else"))
        self.line.setAccessibleName(words.say("chips.new", "{name}, something else", name=name))
        self._more = Button(words.say("chips.add", "Add"), icon="plus", size="small")
        row = Row(self.line, self._more, spacing=8)
        self.setLayout(Column(self._group, row, spacing=8))
        self.line.textChanged.connect(self.changed)
        self.line.entered.connect(self.add)
        self._more.clicked.connect(self.add)
        self.show_chosen(())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The words that are on, in their order, and what stands in the line."""
        on = tuple(chip.text() for chip in self._chips if chip.isChecked())
        typed = self.line.text().strip()
        known = {word.casefold() for word in on}
        return (*on, typed) if typed and typed.casefold() not in known else on

    def first_focus(self) -> QWidget:
        """The first chip, or the line where there is none."""
        return self._chips[0] if self._chips else self.line

    def show_chosen(self, chosen: tuple[str, ...]) -> None:
        """Show these words as on, beside what was written before."""
        self.line.clear()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        on = {word.casefold() for word in chosen}
        others = tuple(word for word in self._offered if word.casefold() not in on)
        self._chips = []
        for word in (*chosen, *others):
            self._put(word, on=word.casefold() in on)
        self._group.setVisible(bool(self._chips))

    def add(self) -> None:
        """Turn what is typed into a chip that is on."""
        typed = self.line.text().strip()
        if not typed:
            return
        known = next((chip for chip in self._chips if chip.text().casefold() == typed.casefold()), None)
        self.line.clear()
        if known is not None:
            known.setChecked(True)
        else:
            self._put(typed, on=True)
            self._group.show()
        self.changed.emit()

    def _put(self, word: str, *, on: bool) -> None:
        chip = Chip(word, on=on)
        self._chips.append(chip)
        self._flow.addWidget(chip)
        chip.toggled.connect(self._tell)

    def _tell(self) -> None:
        self._group.updateGeometry()
        self.changed.emit()


class _AddLine(Line):
    """A line whose Enter adds, and does not press the form's button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add by Enter."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def chips_box(words: Words, name: str, offered: tuple[str, ...]) -> Box[tuple[str, ...]]:
    """A few words, chosen from earlier ones or new."""
    chips = WordChips(words, name, offered)
    box = Box(
        chips,
        read=lambda: chips.chosen,
        fill=chips.show_chosen,
        draft=lambda: "\n".join(chips.chosen),
        take_draft=lambda text: chips.show_chosen(tuple(text.split("\n")) if text else ()),
    )
    chips.changed.connect(box.tell)
    return box
