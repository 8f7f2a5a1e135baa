"""What is chosen in Share: for whom, from when, what is in it."""

import secrets
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.choice import Choice, Extra
from app.domain.derived.document import Paper
from app.domain.journal import Journal
from app.domain.records import Person, Visit
from app.domain.records.record import ClinicianId
from app.i18n import Words
from app.services.passphrase import words as plain_words
from app.ui.widgets.button import Button
from app.ui.widgets.form import FormRow
from app.ui.widgets.layout import Column, Group, Row
from app.ui.widgets.pick_list import PickList
from app.ui.widgets.text import Text
from app.ui.widgets.tick_box import TickBox

_PASSWORD_WORDS = 4  # plain words are offered (document.md 10.8)


class ChoicesForm(QWidget):
    """`changed` follows every choice; `choice` is what is chosen."""

    changed = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        say = words.say
        self._clinicians: list[ClinicianId | None] = [None]
        self._names: list[str] = [""]
        self._last_visits: dict[ClinicianId | None, date] = {}
        self._what = PickList(
            say("share.what", "What"), [say("share.whole_story", "The whole story, from page 1")]
        )
        self._for = PickList(say("share.for", "For"))
        self._from = PickList(say("share.from", "From"))
        self._paper = PickList(say("share.paper", "Paper"), [str(paper) for paper in Paper])
        self._story = TickBox(say("share.story", "My story, in my words"))
        self._readings = TickBox(say("share.readings", "Every reading, as a table at the end"))
        self._full_name = TickBox(say("share.full_name", "Full name"))
        self._number = TickBox(say("share.number", "Record number"))
        self._ask = TickBox(say("share.password", "Ask for a password to open it"))
        self._more = Button(say("share.more", "More choices"), kind="link", size="small")
        self._password = ""
        self._password_shown = Text("", "words")
        tell = "Tell it to them another way than the file, for example by phone. It is shown only here."
        self._tell = Text(say("share.tell", tell), "caption", tone="ink3")
        self._lay_out()
        self._story.setChecked(True)
        self._connect()

    def first_focus(self) -> QWidget:
        """What is chosen first."""
        return self._for

    def choice(self) -> Choice:
        """What is chosen now, without what is put in for this once."""
        ticked = ((self._story, Extra.STORY), (self._readings, Extra.EVERY_READING))
        reader = self._clinicians[max(self._for.currentIndex(), 0)]
        return Choice(
            for_clinician=reader,
            someone_else="",
            since=self._last_visits.get(reader) if self._from.currentIndex() == 1 else None,
            language=self._words.language,
            paper=Paper(self._paper.currentText()),
            full_name=self._full_name.isChecked(),
            record_number=self._number.isChecked(),
            extras=frozenset(extra for box, extra in ticked if box.isChecked()),
        )

    def password(self) -> str:
        """The password, empty for none."""
        return self._password if self._ask.isChecked() else ""

    def reader_name(self) -> str:
        """The clinician it is for, empty for someone else."""
        return self._names[max(self._for.currentIndex(), 0)]

    def show_journal(
        self,
        clinicians: Mapping[ClinicianId, str],
        person: Person | None,
        journal: Journal,
        seen_next: ClinicianId | None = None,
    ) -> None:
        """Offer the care team of now, first whoever is seen next; what was chosen stays chosen."""
        first = seen_next if seen_next in clinicians else next(iter(clinicians), None)
        at = self._for.currentIndex()
        chosen = self._clinicians[at] if at >= 0 else first
        self._clinicians = [*clinicians, None]
        self._names = [*clinicians.values(), ""]
        self._last_visits = _last_visits(journal)
        self._for.blockSignals(True)
        self._for.clear()
        someone = self._words.say("share.someone", "someone else")
        self._for.addItems([*clinicians.values(), someone])
        self._for.setCurrentIndex(self._clinicians.index(chosen) if chosen in self._clinicians else 0)
        self._for.blockSignals(False)
        self._full_name.setEnabled(person is not None and bool(person.full_name))
        self._number.setEnabled(person is not None and bool(person.record_number))
        self._offer_from()

    def _offer_from(self) -> None:
        say = self._words.say
        starts = [say("share.start", "the start")]
        if self._last_visits.get(self._clinicians[max(self._for.currentIndex(), 0)]):
            starts.append(say("share.last_visit", "the last visit with them"))
        chosen = self._from.currentIndex()
        self._from.blockSignals(True)
        self._from.clear()
        self._from.addItems(starts)
        self._from.setCurrentIndex(chosen if 0 <= chosen < len(starts) else 0)
        self._from.blockSignals(False)

    def _lay_out(self) -> None:
        say = self._words.say
        self._password_shown.hide()
        self._tell.hide()
        whom = Row(
            FormRow(say("share.for", "For"), self._for),
            FormRow(say("share.from", "From"), self._from),
            spacing=12,
        )
        whom.setStretch(0, 1)
        whom.setStretch(1, 1)
        ticks = (self._story, self._readings, self._ask, self._password_shown, self._tell)
        seldom = Column(
            self._full_name, self._number, FormRow(say("share.paper", "Paper"), self._paper), spacing=8
        )
        self._seldom = Group(seldom)
        self._seldom.hide()
        self.setLayout(
            Column(
                FormRow(say("share.what", "What"), self._what),
                whom,
                Column(*ticks, self._more, self._seldom, spacing=8),
                spacing=12,
            )
        )  # fmt: skip

    def _connect(self) -> None:
        for pick in (self._for, self._from, self._paper):
            pick.currentIndexChanged.connect(self._tell_changed)
        for box in (self._story, self._readings, self._full_name, self._number):
            box.toggled.connect(self._tell_changed)
        self._for.currentIndexChanged.connect(self._offer_from)
        self._ask.toggled.connect(self._offer_password)
        self._more.clicked.connect(self._offer_more)

    def _offer_more(self) -> None:
        """Show what is seldom changed: name in full, record number, paper."""
        self._seldom.show()
        self._more.hide()
        self._full_name.setFocus()

    def _offer_password(self, on: bool) -> None:
        if on and not self._password:
            self._password = " ".join(secrets.choice(plain_words()) for _ in range(_PASSWORD_WORDS))
            self._password_shown.say(self._password)
        self._password_shown.setVisible(on)
        self._tell.setVisible(on)
        self.changed.emit()

    def _tell_changed(self) -> None:
        self.changed.emit()


def _last_visits(journal: Journal) -> dict[ClinicianId | None, date]:
    """The day of the last visit with each clinician."""
    last: dict[ClinicianId | None, date] = {}
    for visit in journal.of(Visit):
        if visit.clinician and visit.when and visit.when.first and not visit.cancelled:
            last[visit.clinician] = max(last.get(visit.clinician, date.min), visit.when.first)
    return last
