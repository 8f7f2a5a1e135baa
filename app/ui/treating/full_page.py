"""One treatment's full page: what for, who prescribed it, how it is really taken, every change, sharing."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.derived.treatments.in_full import Effect, TreatmentInFull, in_full
from app.domain.derived.treatments.story import story_of
from app.domain.records import Treatment
from app.domain.records.record import SHARED, RecordId
from app.ui.actions import plain_keys_on
from app.ui.desk import Desk
from app.ui.treating.how_taken import HowTaken
from app.ui.treating.story_panel import row_of
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Row
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow
from app.ui.widgets.sharing_mark import SharingMark
from app.ui.widgets.text import Text

_WIDTH = 760
_DATE = 108


class _Fact(QWidget):
    """A label, what is known, and a way to change it."""

    def __init__(self, label: str, change: str, press: Callable[[], None]) -> None:
        super().__init__()
        self._value = Text("", "body")
        self._value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.change = Button(change, kind="quiet", size="small", name=f"{change}, {label}")
        self.change.setToolTip("")
        row = Row(self._value, self.change, spacing=12)
        row.setStretch(0, 1)
        self.setLayout(Column(Text(label, "label", wrap=False), row, spacing=0))
        self.change.clicked.connect(press)

    def show_value(self, value: str) -> None:
        self._value.say(value)


class FullPage(QWidget):
    """``done()`` goes back; ``wanted(id)`` asks for a form; ``changing(id)`` for a new change."""

    done = Signal()
    wanted = Signal(str)
    changing = Signal(str)

    def __init__(self, desk: Desk, key: RecordId) -> None:
        super().__init__()
        say = desk.words.say
        self._desk, self.key = desk, key
        self.back = Button(say("editor.back", "Back"), kind="quiet", icon="caret-left", size="small")
        self._name = Heading("", "title_small", wrap=True)
        self._when = Text("", tone="ink2")
        change = say("treatments.change", "Change")
        edit = partial(self.wanted.emit, key)
        self._purpose = _Fact(say("full.for", "What it is for"), change, edit)
        self._prescriber = _Fact(say("full.prescriber", "Who prescribed it"), change, edit)
        self._files = _Fact(say("attaching.label", "Photos and files"), change, edit)
        self._sharing = self._mark()
        self.how = HowTaken(desk, key)
        self._effects_heading = Heading(say("full.effects", "Side effects"))
        self._effects = RecordList(say("full.effects", "Side effects"), grows=True)
        self.changes = RecordList(say("full.changes", "Everything that changed"), grows=True, date=_DATE)
        self.changed = Button(say("treatments.changed", "Something changed"), kind="main", icon="plus")
        self._arrange(say("full.changes", "Everything that changed"), say("full.sharing", "Who may see it"))
        self.refresh()

    def first_focus(self) -> QWidget:
        """The changes."""
        return self.changes if self.changes.rows else self.changed

    def refresh(self) -> None:
        """Show what the journal says now; go back where it is in the trash."""
        desk = self._desk
        treatment = desk.snapshot.get(Treatment, self.key)
        if treatment is None:
            self.done.emit()
            return
        shown = in_full(desk.snapshot, story_of(desk.snapshot, treatment, desk.today()), desk.words)
        nothing = desk.words.say("full.nothing", "not written")
        self._name.say(shown.name)
        self._when.say(", ".join(part for part in (shown.dose, shown.when) if part))
        self._purpose.show_value(shown.purpose or nothing)
        self._prescriber.show_value(shown.prescriber or nothing)
        none = desk.words.say("full.no_files", "none")
        self._files.show_value(", ".join(shown.files) or none)
        self._sharing.show_sharing(treatment.sharing)
        self.how.setVisible(shown.goes_on)
        self.how.show_taken(shown.taken, shown.barriers)
        self._effects.show_rows(tuple(_effect_row(place, one) for place, one in enumerate(shown.effects)))
        for part in (self._effects_heading, self._effects):
            part.setVisible(bool(shown.effects))
        self._shown = shown
        self.changes.show_rows(self._rows(shown))

    def refold(self, _fold: Fold) -> None:
        """It is a column at every width."""

    def keep_draft(self) -> None:
        """Nothing is typed here: each answer is kept as it is given."""

    def leave(self) -> None:
        """Go back."""
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C: something changed; Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.text().lower() == "c" and plain_keys_on():
            self._something_changed()
        else:
            super().keyPressEvent(event)

    def _arrange(self, changes: str, sharing: str) -> None:
        label = Text(sharing, "label", wrap=False)
        contents = Column(
            Row(self.back, 1),
            Column(self._name, self._when, spacing=2),
            Row(self.changed, 1),
            self._purpose,
            self._prescriber,
            self.how,
            self._effects_heading,
            self._effects,
            Heading(changes),
            self.changes,
            self._files,
            Column(label, Row(self._sharing, 1), spacing=4),
            spacing=14,
        )
        self.setLayout(Column(Narrow(contents, _WIDTH), 1, spacing=0))
        self.back.clicked.connect(self.leave)
        self.changed.clicked.connect(self._something_changed)
        self.changes.opened.connect(self.wanted)
        self.changes.trashed.connect(self._trash)
        self._effects.opened.connect(self._open_effect)
        self._sharing.changed.connect(self._share)

    def _mark(self) -> SharingMark:
        desk = self._desk
        treatment = desk.snapshot.get(Treatment, self.key)
        sharing = treatment.sharing if treatment is not None else SHARED
        return SharingMark(desk.words, desk.clinicians(), sharing)

    def _rows(self, shown: TreatmentInFull) -> tuple[RecordRow, ...]:
        """Every change, then the dose days by themselves."""
        rows = [row_of(change) for change in shown.changes]
        if shown.dose_days:
            heading = self._desk.words.say("full.dose_days", "Dose days")
            rows += [RecordRow(title=heading, heading=True), *map(row_of, shown.dose_days)]
        return tuple(rows)

    def _something_changed(self) -> None:
        self.changing.emit(self.key)

    def _open_effect(self, place: str) -> None:
        self.wanted.emit(self._shown.effects[int(place)].change)

    def _share(self) -> None:
        desk = self._desk
        treatment = desk.snapshot.get(Treatment, self.key)
        if treatment is not None and treatment.sharing != self._sharing.sharing:
            later = replace(treatment, sharing=self._sharing.sharing)
            said = desk.words.say("full.shared", "Saved: who may see {name}", name=treatment.name)
            desk.do(partial(desk.journal.amend, later), said)

    def _trash(self, key: str) -> None:
        said = self._desk.words.say("trash.put", "Put in the trash")
        self._desk.do(partial(self._desk.journal.trash, RecordId(key)), said)


def _effect_row(place: int, effect: Effect) -> RecordRow:
    return RecordRow(key=f"{place}", title=effect.words, spoken=effect.words.replace("\u00a0", " "))
