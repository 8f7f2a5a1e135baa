"""Care team: who looks after the person, now and in the past."""

from PySide6.QtWidgets import QWidget

from app.domain.records import Clinician, Visit
from app.domain.records.record import RecordId
from app.ui.desk import Desk
from app.ui.editors.care import clinician_editor
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import UNNAMED
from app.ui.entry_menu import offer_menus
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow


class CareTeamPage(EditingPage):
    """Everyone by name, those of now first; each opens to be changed."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(desk, say("care.title", "Care team"), (Clinician, Visit))
        self._list = RecordList(say("care.title", "Care team"), grows=True)
        self._add = Button(say("care.add", "Add someone"), icon="plus")
        start = Button(say("care.add", "Add someone"), kind="main", icon="plus")
        self._empty = EmptyState(
            say("care.empty", "Who looks after you?"),
            say("care.empty.more", "Add the ones you see. A name is enough."),
            (start,),
        )
        for button in (self._add, start):
            button.clicked.connect(self.add)
        self.add_action(self._add)
        self.main.addWidget(self._empty)
        self.main.addWidget(self._list)
        self.main.addStretch(1)
        self._list.opened.connect(self.open_record)
        self._list.trashed.connect(self._trash)
        offer_menus(self.desk, self._list, self.open_record)
        self.refresh()

    def first_focus(self) -> QWidget | None:
        """The list, or the way to begin it."""
        return self._list if self._list.rows else self._empty.findChild(Button)

    def refresh(self) -> None:
        """Show what the journal says now."""
        rows = _rows(self.desk)
        self._list.show_rows(rows)
        self._list.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self._add.setVisible(bool(rows))

    def add(self) -> None:
        """Open the form for someone new."""
        new = Clinician(id=self.desk.new_id(), written=self.desk.now(), name=UNNAMED)
        self.edit(clinician_editor(self.desk, new, new=True))

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)


def _rows(desk: Desk) -> tuple[RecordRow, ...]:
    team = sorted(desk.snapshot.of(Clinician), key=lambda c: (c.order, c.name))
    now = [clinician for clinician in team if clinician.until is None]
    past = [clinician for clinician in team if clinician.until is not None]
    rows = [_row(desk, clinician) for clinician in now]
    if past:
        rows.append(RecordRow(title=desk.words.say("care.past", "In the past"), heading=True))
        rows += [_row(desk, clinician) for clinician in past]
    return tuple(rows)


def _row(desk: Desk, clinician: Clinician) -> RecordRow:
    words = desk.words
    since = (
        words.say("care.since", "since {date}", date=words.when(clinician.since)) if clinician.since else ""
    )
    until = (
        words.say("care.until", "until {date}", date=words.when(clinician.until)) if clinician.until else ""
    )
    role = clinician.role or clinician.specialty
    note = ", ".join(part for part in (role, clinician.place, since, until, clinician.phone) if part)
    coming = _next_visit(desk, clinician)
    pill = ("plain", coming) if coming else None
    spoken = ", ".join(part for part in (clinician.name, note, coming) if part)
    return RecordRow(
        key=clinician.id, title=clinician.name, note=note, icon="stethoscope", pill=pill, spoken=spoken
    )


def _next_visit(desk: Desk, clinician: Clinician) -> str:
    today = desk.today()
    coming = [
        visit.when
        for visit in desk.snapshot.of(Visit)
        if visit.clinician == clinician.id
        and visit.when
        and visit.when.earliest >= today
        and not visit.cancelled
    ]
    first = min(coming, key=lambda when: when.sort_key, default=None)
    if first is None or first.first is None:
        return ""
    return desk.words.say("care.next", "next visit {day}", day=desk.words.day_in_year(first.first))
