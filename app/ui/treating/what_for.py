"""What a treatment is for: conditions and symptoms of the journal as chips, and words for anything else."""

import json
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.journal import Journal
from app.domain.records import Condition, Symptom, Treatment
from app.domain.records.record import ConditionId, RecordId, SymptomId
from app.i18n import Words
from app.ui.editors.boxes import Box
from app.ui.widgets.chips import Chips
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column

_MOST_SYMPTOMS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatFor:
    """Everything it is for."""

    conditions: tuple[ConditionId, ...] = ()
    symptoms: tuple[SymptomId, ...] = ()
    words: str = ""


def what_for(treatment: Treatment | None) -> WhatFor:
    """What a treatment is for now."""
    if treatment is None:
        return WhatFor()
    return WhatFor(
        conditions=treatment.for_conditions, symptoms=treatment.for_symptoms, words=treatment.for_words
    )


class WhatForField(QWidget):
    """Chips and a line. What has no chip of its own stays as it was."""

    changed = Signal()

    def __init__(self, words: Words, journal: Journal) -> None:
        super().__init__()
        conditions = sorted(journal.of(Condition), key=_own_order)
        symptoms = sorted((one for one in journal.of(Symptom) if one.merged_into is None), key=_own_order)
        self._conditions = [(ConditionId(one.id), one.short or one.name) for one in conditions]
        self._symptoms = [(SymptomId(one.id), one.name) for one in symptoms[:_MOST_SYMPTOMS]]
        ends = ((one.id, journal.symptom(one.id)) for one in journal.of(Symptom))
        self._ends = {key: end.id for key, end in ends if end is not None}  # what was made one with another
        self._before = WhatFor()
        names = [name for _, name in (*self._conditions, *self._symptoms)]
        self.chips = Chips(words.say("for.chips", "What it is for"), names)
        self.line = Line(example=words.say("for.example", "In my words, for example: to sleep"))
        self.line.setAccessibleName(words.say("for.words", "What it is for, in my words"))
        self.chips.setVisible(bool(names))
        self.setLayout(Column(self.chips, self.line, spacing=8))
        self.setFocusProxy(self.chips.chips[0] if names else self.line)
        self.chips.changed.connect(self.changed)
        self.line.textChanged.connect(self.changed)

    @property
    def value(self) -> WhatFor:
        """What is chosen and written."""
        on = [chip.isChecked() for chip in self.chips.chips]
        pairs = list(zip((*self._conditions, *self._symptoms), on, strict=True))
        shown = {key for (key, _), _ in pairs}
        conditions = [key for key, _ in self._conditions if _is_on(pairs, key)]
        symptoms = [key for key, _ in self._symptoms if _is_on(pairs, key)]
        kept = [key for key in self._before.conditions if key not in shown]
        kept_symptoms = [key for key in self._before.symptoms if self._ends.get(key, key) not in shown]
        return WhatFor(
            conditions=(*conditions, *kept),
            symptoms=(*symptoms, *kept_symptoms),
            words=self.line.text().strip(),
        )

    def show_value(self, value: WhatFor) -> None:
        """Show another purpose."""
        self._before = value
        on = {*value.conditions, *(self._ends.get(key, key) for key in value.symptoms)}
        for (key, _), chip in zip((*self._conditions, *self._symptoms), self.chips.chips, strict=True):
            chip.setChecked(key in on)
        self.line.setText(value.words)


def _is_on(pairs: list[tuple[tuple[RecordId, str], bool]], key: RecordId) -> bool:
    return any(held == key and on for (held, _), on in pairs)


def _own_order(record: Condition | Symptom) -> tuple[int, str]:
    return record.order, record.name.casefold()


def what_for_box(field: WhatForField) -> Box[WhatFor]:
    """The field as a box of a form."""

    def draft() -> str:
        value = field.value
        return json.dumps([value.conditions, value.symptoms, value.words], ensure_ascii=False)

    def take(text: str) -> None:
        conditions, symptoms, words = json.loads(text)
        field.show_value(
            WhatFor(
                conditions=tuple(ConditionId(RecordId(key)) for key in conditions),
                symptoms=tuple(SymptomId(RecordId(key)) for key in symptoms),
                words=words,
            )
        )

    box = Box(field, read=lambda: field.value, fill=field.show_value, draft=draft, take_draft=take)
    field.changed.connect(box.tell)
    return box
