"""Side effects, each in the person's words with how bad it was."""

import json
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.records.person import Badness
from app.domain.records.treatments import SideEffect
from app.i18n import Words
from app.ui.editors import answers
from app.ui.editors.boxes import Box
from app.ui.widgets.button import Button
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.segments import Segments

_BADNESS = tuple(Badness)


class _Effect(QWidget):
    """One side effect."""

    changed = Signal()

    def __init__(self, words: Words, number: int) -> None:
        super().__init__()
        self.before: SideEffect | None = None
        self.line = Line(example=words.say("effect.example", "For example: itchy patch"))
        self.line.setAccessibleName(words.say("effect.name", "Side effect {n}", n=number))
        how_bad = words.say("effect.how_bad", "How bad, side effect {n}", n=number)
        self.badness = Segments(how_bad, list(answers.said(words, answers.BADNESS).values()))
        row = Row(self.line, self.badness, spacing=8)
        row.setStretch(0, 1)
        self.setLayout(row)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.badness.chosen.connect(self.changed)

    @property
    def effect(self) -> SideEffect | None:
        """What is written; what the form does not show of an earlier one stays as it was."""
        text = self.line.text().strip()
        if not text:
            return None
        bad = _BADNESS[self.badness.place] if self.badness.place >= 0 else None
        return replace(self.before or SideEffect(words=text), words=text, badness=bad)

    def show_effect(self, effect: SideEffect | None) -> None:
        """Show another one."""
        self.before = effect
        self.line.setText(effect.words if effect else "")
        bad = effect.badness if effect else None
        self.badness.choose(_BADNESS.index(bad) if bad is not None else -1)


class SideEffectsField(QWidget):
    """As many as are wanted, one below the other."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._effects: list[_Effect] = []
        self._rows = Column(spacing=8)
        self.more = Button(
            words.say("effect.more", "Another side effect"), kind="quiet", icon="plus", size="small"
        )
        foot = FlowLayout(self.more)
        self.setLayout(Column(self._rows, foot, spacing=4))
        self.more.clicked.connect(self._another)
        self._add()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's
        """Name the group; each line has a name of its own."""
        super().setAccessibleName(name)

    @property
    def effects(self) -> tuple[SideEffect, ...]:
        """Everything that is written."""
        return tuple(one for row in self._effects if (one := row.effect) is not None)

    def show_effects(self, effects: tuple[SideEffect, ...]) -> None:
        """Show others; one line is always there."""
        wanted = max(len(effects), 1)
        while len(self._effects) < wanted:
            self._add()
        while len(self._effects) > wanted:
            last = self._effects.pop()
            self._rows.removeWidget(last)
            last.hide()
            last.deleteLater()
        for place, row in enumerate(self._effects):
            row.show_effect(effects[place] if place < len(effects) else None)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every line and how bad, for a draft."""
        for row in self._effects:
            place = row.badness.place
            yield row.line.text(), str(_BADNESS[place]) if place >= 0 else ""

    def show_texts(self, texts: list[tuple[str, str]]) -> None:
        """Bring a draft back over what is shown."""
        while len(self._effects) < len(texts):
            self._add()
        for row, (text, bad) in zip(self._effects, texts, strict=False):
            row.line.setText(text)
            row.badness.choose(_BADNESS.index(Badness(bad)) if bad else -1)

    def _add(self) -> _Effect:
        row = _Effect(self._words, len(self._effects) + 1)
        self._effects.append(row)
        self._rows.addWidget(row)
        self.setFocusProxy(self._effects[0])
        row.changed.connect(self.changed)
        return row

    def _another(self) -> None:
        self._add().line.setFocus()
        self.changed.emit()


def side_effects_box(words: Words) -> Box[tuple[SideEffect, ...]]:
    """The lines as a box of a form."""
    field = SideEffectsField(words)
    box = Box(
        field,
        read=lambda: field.effects,
        fill=field.show_effects,
        draft=lambda: json.dumps([pair for pair in field.texts() if pair[0]], ensure_ascii=False),
        take_draft=lambda text: field.show_texts([(line, bad) for line, bad in json.loads(text)]),
    )
    field.changed.connect(box.tell)
    return box
