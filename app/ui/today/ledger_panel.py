"""The last days with their heading, their legend, and the scale that an empty cell opens."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived import today_page
from app.domain.derived.today_ledger import inside_sentence
from app.domain.quick_line import Understood, severity_words
from app.domain.records import SymptomEntry
from app.domain.records.record import RecordId
from app.domain.records.when import at_time, on_day
from app.ui.desk import Desk
from app.ui.today.part_editor import ScaleEditor
from app.ui.today.showing import ledger_view, place_of
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.heading import Heading
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.ledger import Ledger
from app.ui.widgets.ledger_paint import MARK_TONES
from app.ui.widgets.picture import Picture
from app.ui.widgets.text import Text

_NOTHING = today_page.Ledger(heading="", days=(), rows=())


class LedgerPanel(QWidget):
    """Writes, opens and trashes readings; ``opened(id)`` asks for the form of one."""

    opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shown = _NOTHING
        self._understood: Understood | None = None
        self._scale: ScaleEditor | None = None
        self._heading = Heading("")
        self._key = FlowLayout(gap=14)
        self._more = Text("", "caption", tone="ink3")
        self.ledger = Ledger(desk.words, "")
        head = Row(self._heading, 1, Column(1, Group(self._key)), spacing=16)
        self._column = Column(head, self.ledger, self._more)
        self.setLayout(self._column)
        self.setFocusProxy(self.ledger)
        self.ledger.written.connect(self._write)
        self.ledger.opened.connect(self._open)
        self.ledger.trashed.connect(self._trash)

    def show_ledger(self, ledger: today_page.Ledger) -> None:
        """Show the last days."""
        if ledger == self.shown:
            return
        words = self._desk.words
        self._show_key(ledger)
        self.shown = ledger
        self._heading.say(ledger.heading)
        self.ledger.setAccessibleName(ledger.heading)
        self.ledger.show_view(replace(ledger_view(ledger, words), about_to_write=self._about()))
        self._more.say(
            words.count(
                "today.more symptoms",
                "{n} more symptom is kept in your journal.",
                "{n} more symptoms are kept in your journal.",
                ledger.more,
            )
        )
        self._more.setVisible(ledger.more > 0)

    def show_understood(self, understood: Understood | None) -> None:
        """Show which cell the quick line would write."""
        self._understood = understood
        self.ledger.show_about_to_write(self._about())

    def go_to_day(self, day: date) -> None:
        """Put the focus on the first symptom of a day."""
        days = [column.day for column in self.shown.days]
        if day in days:
            self.ledger.setCurrentIndex(self.ledger.model().index(0, days.index(day)))
        self.ledger.setFocus()

    def _about(self) -> tuple[int, int, int | None] | None:
        return place_of(self._understood, self.shown)

    def _write(self, row: int, column: int, value: int) -> None:
        """Keep a reading: now, or on a day before."""
        desk, symptom = self._desk, self.shown.rows[row]
        day, now = self.shown.days[column].day, desk.now()
        entry = SymptomEntry(
            id=desk.new_id(),
            written=now,
            symptom=symptom.symptom,
            when=at_time(now) if day == now.date() else on_day(day),
            severity=value,
        )
        what = f"{inside_sentence(symptom.name)} {severity_words(value, desk.words)}"
        desk.do(lambda: desk.journal.record(entry), desk.words.say("today.saved", "Saved: {what}", what=what))

    def _open(self, row: int, column: int) -> None:
        self._close_scale()
        cell = self.shown.rows[row].cells[column]
        if cell.entries:
            self.opened.emit(cell.entries[0])
        else:
            self._open_scale(row, column)

    def _trash(self, row: int, column: int) -> None:
        said = self._desk.words.say("trash.put", "Put in the trash")
        entries = self.shown.rows[row].cells[column].entries
        self._desk.do(lambda: self._desk.journal.trash(*map(RecordId, entries[:1])), said)

    def _open_scale(self, row: int, column: int) -> None:
        symptom, day = self.shown.rows[row], self.shown.days[column].day
        label = self._desk.words.say(
            "today.how bad",
            "{symptom}, {day}, 0 to 10",
            symptom=symptom.name,
            day=self._desk.words.weekday(day),
        )
        self._scale = ScaleEditor(self._desk.words, label=label)
        self._scale.chosen.connect(partial(self._take, row, column))
        self._scale.left.connect(self._leave_scale)
        self._column.insertWidget(2, self._scale)
        self._scale.field.setFocus()

    def _take(self, row: int, column: int, value: int) -> None:
        self._leave_scale()
        self._write(row, column, value)

    def _leave_scale(self) -> None:
        self._close_scale()
        self.ledger.setFocus()

    def _close_scale(self) -> None:
        if self._scale is not None:
            self._column.removeWidget(self._scale)
            self._scale.hide()
            self._scale.deleteLater()
            self._scale = None

    def _show_key(self, ledger: today_page.Ledger) -> None:
        """Name the marks in view, and only those."""
        if (ledger.legend, ledger.nothing_written) == (self.shown.legend, self.shown.nothing_written):
            return
        while (item := self._key.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for mark in ledger.legend:
            name = Text(mark.text, "caption", wrap=False)
            self._key.addWidget(
                Group(Row(Picture(mark.icon, MARK_TONES.get(mark.icon, "ink2"), 16), name, spacing=4))
            )
        if ledger.nothing_written:
            dot = Text(f"• {ledger.nothing_written}", "caption", wrap=False)
            dot.setAccessibleName(ledger.nothing_written)
            self._key.addWidget(dot)
        self._key.invalidate()
