"""Which treatment a change is about: one of the journal's, or a new one with its name and kind."""

import json
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.records.record import RecordId
from app.domain.records.treatments import TreatmentKind
from app.i18n import Words
from app.ui.editors import answers
from app.ui.editors.boxes import Box
from app.ui.widgets.form import Line
from app.ui.widgets.layout import Column
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.segments import Segments

_KINDS = tuple(TreatmentKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """A treatment of the journal, or without `key` a new one."""

    key: RecordId | None = None
    name: str = ""
    kind: TreatmentKind = TreatmentKind.PRESCRIBED

    @property
    def said(self) -> bool:
        """Whether it says which."""
        return self.key is not None or bool(self.name.strip())


class WhichField(QWidget):
    """A list of what there is, and below it name and kind where it is something new.

    ``none`` is the first line of the list where nothing needs to be chosen.
    """

    changed = Signal()

    def __init__(
        self, words: Words, name: str, known: dict[RecordId, str], *, new: bool = True, none: str = ""
    ) -> None:
        super().__init__()
        self._keys: list[RecordId | None] = [*([None] if none else []), *known]
        self._none, self._new = bool(none), new
        items = [*([none] if none else []), *known.values()]
        if new:
            items.append(words.say("which.new", "Something new"))
        self.picker = PickList(name, items)
        self.name = Line(example=words.say("which.example", "For example: naproxen"))
        self.name.setAccessibleName(words.say("which.name", "Name of the new one"))
        kind = words.say("which.kind", "What sort it is")
        self.kind = Segments(kind, list(answers.said(words, answers.TREATMENT).values()))
        self.setLayout(Column(self.picker, self.name, self.kind, spacing=8))
        self.picker.setVisible(bool(known))
        self.setFocusProxy(self.picker if known else self.name)
        self.picker.currentIndexChanged.connect(self._turn)
        self.name.textChanged.connect(self.changed)
        self.kind.chosen.connect(self.changed)
        self._show_new()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's
        """Name what has the focus as well."""
        super().setAccessibleName(name)
        self.picker.setAccessibleName(name)

    @property
    def is_new(self) -> bool:
        """Whether something new is meant."""
        return self._new and self.picker.currentIndex() == len(self._keys)

    @property
    def which(self) -> Which:
        """What is meant."""
        if self.is_new:
            kind = _KINDS[self.kind.place] if self.kind.place >= 0 else TreatmentKind.PRESCRIBED
            return Which(name=self.name.text().strip(), kind=kind)
        at = self.picker.currentIndex()
        return Which(key=self._keys[at] if 0 <= at < len(self._keys) else None)

    def show_which(self, which: Which) -> None:
        """Show another one."""
        places = [place for place, key in enumerate(self._keys) if key == which.key and key is not None]
        if places:
            self.picker.setCurrentIndex(places[0])
        elif which.name or not self._none:
            self.picker.setCurrentIndex(len(self._keys) if self._new else -1)
            self.name.setText(which.name)
            self.kind.choose(_KINDS.index(which.kind))
        else:
            self.picker.setCurrentIndex(0)
        self._show_new()

    def _turn(self) -> None:
        self._show_new()
        self.changed.emit()

    def _show_new(self) -> None:
        self.name.setVisible(self.is_new)
        self.kind.setVisible(self.is_new)


def which_box(field: WhichField) -> Box[Which]:
    """The field as a box of a form."""

    def draft() -> str:
        which = field.which
        return json.dumps([which.key or "", which.name, str(which.kind)], ensure_ascii=False)

    def take(text: str) -> None:
        key, name, kind = json.loads(text)
        field.show_which(Which(key=RecordId(key) if key else None, name=name, kind=TreatmentKind(kind)))

    box = Box(field, read=lambda: field.which, fill=field.show_which, draft=draft, take_draft=take)
    field.changed.connect(box.tell)
    return box
