"""Symptoms: one at a time, how it has been, what goes with it, every reading (interface.md 11.6)."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.readings import Readings
from app.domain.derived.symptoms.kept import Kept, with_readings
from app.domain.derived.symptoms.listing import symptom_lines
from app.domain.records import Condition, Symptom, SymptomEntry
from app.domain.records.record import RecordId
from app.services import symptoms
from app.services.changes import Change
from app.ui.actions import plain_keys_on
from app.ui.desk import Desk
from app.ui.symptoms.detail import SymptomDetail
from app.ui.symptoms.menus import popup, symptom_menu
from app.ui.symptoms.symptom_list import SymptomList
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.ledger import digit_of
from app.ui.widgets.list_and_detail import ListAndDetail
from app.ui.widgets.text import Text

_MOST_KEYS = 9


class SymptomsPage(ListAndDetail):
    """Digits pick a symptom, and the next digit writes how bad it is now; x is ten, Esc leaves it."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        self.desk = desk
        self._stale = False
        self._armed = False
        self._chosen_shown = False
        self._held: dict[RecordId, tuple[Kept, Readings]] = {}
        detail = SymptomDetail(desk)
        self.shows = detail
        self.list = SymptomList(desk.words, say("symptoms.title", "Symptoms"))
        self._add = Button(say("symptom.another", "Another symptom"), kind="quiet", icon="plus")
        self._keys = Text("", "caption", tone="ink3")
        super().__init__(say("symptoms.title", "Symptoms"), desk.words, detail)
        keys = Group(Column(self._keys, margins=(14, 0, 12, 0)))
        below = Column(self._add, keys, spacing=12)
        self.column.addWidget(self.list)
        self.column.addWidget(Group(below))
        self.list.moved.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.menu.connect(self._open_menu)
        self.list.shifted.connect(self._move)
        self._add.clicked.connect(self.add)
        detail.shown_other.connect(self._show_other)
        detail.stale.connect(self.refresh)
        detail.covered.connect(self._arrange)
        desk.changed.connect(self._note_change)
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """The list, where there is something in it."""
        if self._stale:
            self.refresh()
        return self.list if self.list.rows else self.detail.first_focus()

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._stale = False
        self._chosen_shown = False
        self._show_list()
        if not self._chosen_shown:  # the list has not moved to another one, which shows that
            self._show_chosen()

    def point_at(self, key: str) -> None:
        """Choose a symptom, or the symptom of a reading, and bring it into view."""
        record = self.desk.snapshot.records.get(RecordId(key))
        if isinstance(record, SymptomEntry):
            key = record.symptom
        self._show_other(key)
        self.show_detail()

    def add(self) -> None:
        """Open the form for another symptom."""
        self.show_detail()
        self.shows.add()

    def go_back(self) -> None:
        """Go back from a form that is open, else from the symptom to the list."""
        if self.shows.busy:
            self.shows.go_back()
        else:
            super().go_back()

    def show_list(self) -> None:
        """Show the list again."""
        self._disarm()
        super().show_list()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick by a digit, then write by one."""
        value = digit_of(event.text())
        if event.key() == Qt.Key.Key_Escape:
            self._step_back(event)
        elif value is None or self.shows.busy or not plain_keys_on():
            super().keyPressEvent(event)
        elif self._armed:
            self._disarm()
            self.shows.write_now(value)
        else:
            self._pick(value)

    # Within

    def _step_back(self, event: QKeyEvent) -> None:
        """Leave what a digit picked, else go back to the list where it is out of sight."""
        if self._armed:
            self._disarm()
        elif self.one_at_a_time and self._shows_detail and self.list.rows:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Leave the way back to a form that is open: it has its own."""
        super()._arrange()
        if self.shows.busy or not self.list.rows:
            self._back_row.hide()

    def _keys_of(self) -> list[str]:
        return [row.key for row in self.list.rows if not row.heading][:_MOST_KEYS]

    def _pick(self, place: int) -> None:
        keys = self._keys_of()
        if 1 <= place <= len(keys):
            self.list.choose(keys[place - 1])
            self._armed = True
            self._say_keys()
            spoken.announce(self.list, self._keys.words)

    def _disarm(self) -> None:
        if self._armed:
            self._armed = False
            self._say_keys()

    def _say_keys(self) -> None:
        count, say = len(self._keys_of()), self.words.say
        if self._armed:
            row = self.list.lines[self.list.key]
            now = "{name}: now 0 to 9, or x for ten, writes how bad it is. Esc leaves it."
            self._keys.say(say("symptoms.keys.armed", now, name=row.name))
        elif count > 1:
            many = "Last six months. Press 1 to {n} to pick one, then 0 to 9 to write how bad it is."
            self._keys.say(say("symptoms.keys", many, n=count))
        else:
            one = "Last six months. Press 1 to pick it, then 0 to 9 to write how bad it is."
            self._keys.say(say("symptoms.keys.one", one))
        self._keys.setVisible(count > 0 and plain_keys_on())

    def _choose(self, key: str) -> None:
        self._disarm()
        if key != self.shows.key:
            self.shows.close_editor()
            self._show_chosen()

    def _show_list(self) -> None:
        self._held = with_readings(self.desk.snapshot)
        self.list.show_lines(symptom_lines(self._held, self.desk.today(), self.desk.words))
        for part in (self.list, self._add):
            part.setVisible(bool(self.list.rows))
        if not self.list.rows:
            self.show_detail()  # it says how the first one comes here
        self._say_keys()

    def _show_chosen(self) -> None:
        self._chosen_shown = True
        held = self._held.get(RecordId(self.list.key))
        if held is None:
            self.shows.show_nothing()
        else:
            self.shows.show_kept(*held, self.desk.today())

    def _show_other(self, key: str) -> None:
        self.refresh()
        symptom = self.desk.snapshot.symptom(RecordId(key))
        if symptom is not None:
            self.list.choose(symptom.id)
            self._show_chosen()

    def _open(self, _key: str) -> None:
        self.show_detail()
        if self.one_at_a_time:
            first = self.detail.first_focus()
            if first is not None:
                first.setFocus()

    def _open_menu(self, key: str, place: QPoint) -> None:
        self.list.choose(key)
        popup(
            self,
            symptom_menu(self.desk, key, write=self._write_down, edit=self._change, move=self._move),
            place,
        )

    def _write_down(self) -> None:
        self.show_detail()
        self.shows.write_down()

    def _change(self) -> None:
        self.show_detail()
        self.shows.change()

    def _move(self, by: int) -> None:
        journal, key = self.desk.journal, RecordId(self.list.key)
        line = self.list.lines.get(key)
        if line is not None:
            said = self.words.say("symptom.moved", "Moved: {name}", name=line.name)
            self.desk.do(lambda: symptoms.move(journal, key, by), said)

    def _note_change(self, change: Change) -> None:
        if not change.concerns(Symptom, SymptomEntry, Condition):
            return
        if not self.isVisible():
            self._stale = True
        elif self.shows.busy:  # the form stays as it is; it is shown again when the form is closed
            self._show_list()
        else:
            self.refresh()
