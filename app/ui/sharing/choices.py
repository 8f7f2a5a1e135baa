"""What is chosen in Share: which document, for whom, from when, what is in it, and a password."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.choice import Choice, Extra
from app.domain.derived.document import Paper
from app.domain.derived.documents.kinds import KINDS, Asked
from app.domain.journal import Journal
from app.domain.records import Person, Visit
from app.domain.records.record import ClinicianId
from app.i18n import Words
from app.ui.sharing.password import PasswordChoice
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow, Line
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.when_field import ReadWhen, WhenField

_LAST_VISIT, _A_DATE = "last visit", "a date"


class ChoicesForm(QWidget):
    """`changed` follows every choice; `choice` is what is chosen. A kind is asked only what its row says."""

    changed = Signal()

    def __init__(self, words: Words, read_when: ReadWhen) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self._clinicians: list[ClinicianId | None] = [None]
        self._names: list[str] = [""]
        self._last_visits: dict[ClinicianId | None, date] = {}
        self._starts: list[str] = [""]
        self._kinds = tuple(KINDS.values())
        self._what = PickList(say("share.what", "What"), [kind.named(words) for kind in self._kinds])
        self._for = PickList(say("share.for", "For"))
        self._someone = Line(example=say("share.someone.example", "For example: my sister"))
        self._from = PickList(say("share.from", "From"))
        self._since = WhenField(words, read_when)
        self._paper = PickList(say("share.paper", "Paper"), [str(paper) for paper in Paper])
        self._story = TickBox(say("share.story", "My story, in my words"))
        self._readings = TickBox(say("share.readings", "Every reading, as a table at the end"))
        self._full_name = TickBox(say("share.full_name", "Full name"))
        self._number = TickBox(say("share.number", "Record number"))
        self.password = PasswordChoice(words)
        self._more = Button(say("share.more", "More choices"), kind="link", size="small")
        self._story.setChecked(True)
        self._lay_out()
        self._connect()
        self._show_asked()

    def first_focus(self) -> QWidget:
        """What is chosen first."""
        return self._for

    def choice(self) -> Choice:
        """What is chosen now, without what is put in or taken out for this once."""
        ticked = ((self._story, Extra.STORY), (self._readings, Extra.EVERY_READING))
        reader = self._reader
        return Choice(
            kind=self._kinds[max(self._what.currentIndex(), 0)].key,
            for_clinician=reader,
            someone_else="" if reader is not None else self._someone.text().strip(),
            since=self._chosen_since(),
            language=self._words.language,
            paper=Paper(self._paper.currentText()),
            full_name=self._full_name.isChecked() and not self._full_name.isHidden(),
            record_number=self._number.isChecked() and not self._number.isHidden(),
            extras=frozenset(extra for box, extra in ticked if box.isChecked()),
        )

    def reader_name(self) -> str:
        """Whom it is for, as far as that is known."""
        name = self._names[max(self._for.currentIndex(), 0)]
        return name or self._someone.text().strip()

    def show_journal(
        self,
        clinicians: Mapping[ClinicianId, str],
        person: Person | None,
        journal: Journal,
        today: date,
        seen_next: ClinicianId | None = None,
    ) -> None:
        """Offer the care team of now, first whoever is seen next; what was chosen stays chosen."""
        first = seen_next if seen_next in clinicians else next(iter(clinicians), None)
        at = self._for.currentIndex()
        chosen = self._clinicians[at] if at >= 0 else first
        self._clinicians = [*clinicians, None]
        self._names = [*clinicians.values(), ""]
        self._last_visits = _last_visits(journal, today)
        someone = self._words.say("share.someone", "someone else")
        _refill(
            self._for,
            [*clinicians.values(), someone],
            self._clinicians.index(chosen) if chosen in self._clinicians else 0,
        )
        self._full_name.setVisible(person is not None and bool(person.full_name))
        self._number.setVisible(person is not None and bool(person.record_number))
        self._offer_from()

    @property
    def _reader(self) -> ClinicianId | None:
        return self._clinicians[max(self._for.currentIndex(), 0)]

    def _chosen_since(self) -> date | None:
        start = self._starts[max(self._from.currentIndex(), 0)]
        if start == _LAST_VISIT:
            return self._last_visits.get(self._reader)
        when = self._since.when if start == _A_DATE else None
        return when.earliest if when is not None and when.is_dated else None

    def _offer_from(self) -> None:
        say = self._words.say
        chosen = self._starts[max(self._from.currentIndex(), 0)]
        names = {"": say("share.start", "the start")}
        if self._last_visits.get(self._reader):
            names[_LAST_VISIT] = say("share.last_visit", "the last visit with them")
        names[_A_DATE] = say("share.a_date", "a date")
        self._starts = list(names)
        _refill(self._from, list(names.values()), self._starts.index(chosen) if chosen in names else 0)
        self._someone_row.setVisible(self._reader is None)
        self._since_row.setVisible(self._starts[self._from.currentIndex()] == _A_DATE)

    def _lay_out(self) -> None:
        say = self._words.say
        whom = Row(
            FormRow(say("share.for", "For"), self._for),
            FormRow(say("share.from", "From"), self._from),
            spacing=12,
        )
        whom.setStretch(0, 1)
        whom.setStretch(1, 1)
        self._someone_row = FormRow(say("share.someone.name", "Their name, if you like"), self._someone)
        self._since_row = FormRow(say("share.since", "From when"), self._since)
        self._paper_row = FormRow(say("share.paper", "Paper"), self._paper)
        ticks = (self._story, self._readings, self.password)
        self._seldom = Group(Column(self._full_name, self._number, self._paper_row, spacing=2))
        self._seldom.hide()
        self.setLayout(
            Column(
                FormRow(say("share.what", "What"), self._what), Group(whom),
                self._someone_row, self._since_row,
                Column(*ticks, Row(self._more, 1), self._seldom, spacing=0),
                spacing=10,
            )
        )  # fmt: skip

    def _connect(self) -> None:
        for pick in (self._what, self._for, self._from, self._paper):
            pick.currentIndexChanged.connect(self._tell_changed)
        for box in (self._story, self._readings, self._full_name, self._number):
            box.toggled.connect(self._tell_changed)
        self._someone.textChanged.connect(self._tell_changed)
        self._since.changed.connect(self._tell_changed)
        self.password.changed.connect(self.changed)
        self._more.clicked.connect(self._offer_more)

    def _show_asked(self) -> None:
        asks = self._kinds[max(self._what.currentIndex(), 0)].asks
        parts: tuple[tuple[QWidget, Asked], ...] = (
            (self._from, Asked.SINCE),
            (self._story, Asked.STORY),
            (self._readings, Asked.EVERY_READING),
            (self.password, Asked.PASSWORD),
            (self._more, Asked.PAPER),
        )
        for part, asked in parts:
            part.setEnabled(asked in asks)

    def _offer_more(self) -> None:
        """Show what is seldom changed: name in full, record number, paper."""
        self._seldom.show()
        self._more.hide()
        first = next(part for part in (self._full_name, self._number, self._paper) if not part.isHidden())
        first.setFocus()

    def _tell_changed(self) -> None:
        self._offer_from()
        self._show_asked()
        self.changed.emit()


def _refill(pick: PickList, items: list[str], at: int) -> None:
    """Offer other items with one chosen, telling nobody."""
    pick.blockSignals(True)
    pick.clear()
    pick.addItems(items)
    pick.setCurrentIndex(at)
    pick.blockSignals(False)
    pick.update()


def _last_visits(journal: Journal, today: date) -> dict[ClinicianId | None, date]:
    """The day of the last visit with each clinician, of those that have been."""
    last: dict[ClinicianId | None, date] = {}
    for visit in journal.of(Visit):
        day = visit.when.first if visit.when is not None and not visit.cancelled else None
        if visit.clinician and day is not None and day < today:
            last[visit.clinician] = max(last.get(visit.clinician, date.min), day)
    return last
