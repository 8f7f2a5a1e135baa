"""Visits: coming, to write up, been (interface.md 11.9)."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.records import Clinician, Decision, PlanStep, Question, Visit
from app.domain.records.plans import Outcome
from app.domain.records.record import RecordId, VisitId
from app.domain.records.visits import WrittenUp
from app.domain.records.when import on_day
from app.ui.desk import Desk
from app.ui.editors.care import plan_step_editor
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import UNNAMED
from app.ui.editors.visit import after_editor, before_editor, visit_editor
from app.ui.entry_menu import offer_menus
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layout import Group
from app.ui.widgets.record_list import RecordList
from app.ui.widgets.record_row import RecordRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The visits by what can be done with them."""

    coming: tuple[Visit, ...]
    to_write_up: tuple[Visit, ...]
    been: tuple[Visit, ...]


class VisitsPage(EditingPage):
    """Each visit, with what comes before it and what came of it."""

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(
            desk, say("visits.title", "Visits"), (Visit, Question, PlanStep, Clinician, Decision)
        )
        self._list = RecordList(say("visits.title", "Visits"), grows=True)
        self._empty = EmptyState(
            say("visits.empty", "No visits yet."),
            say("visits.empty.more", "Type it in the quick line: visit Dr Osei 14 May."),
        )
        self._add = Button(say("visits.add", "Visit"), kind="main", icon="plus")
        self._prepare = Button(say("visits.prepare", "Prepare"), icon="note-pencil")
        self._write = Button(say("visits.write", "Write it up"), icon="pencil-simple")
        self._step = Button(say("visits.step", "Add a step of the plan"), icon="plus")
        self._change = Button(say("visits.change", "When and with whom"), kind="quiet")
        self._arrange()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The list."""
        return self._list if self._list.rows else self._add

    def refresh(self) -> None:
        """Show what the journal says now."""
        rows = _rows(self.desk)
        self._list.show_rows(rows)
        self._empty.setVisible(not rows)
        for shown in (self._list, self._prepare, self._write, self._step, self._change):
            shown.setVisible(bool(rows))

    def _arrange(self) -> None:
        self.add_action(self._add)
        self.main.addWidget(self._empty)
        buttons = (self._prepare, self._write, self._step, self._change)
        self.main.addWidget(Group(FlowLayout(*buttons, gap=12)))
        self.main.addWidget(self._list)
        self.main.addStretch(1)
        self._list.opened.connect(self.open_record)
        self._list.trashed.connect(self._trash)
        offer_menus(self.desk, self._list, self.open_record, change=self._change_one)
        self._add.clicked.connect(self.add)
        self._prepare.clicked.connect(self.prepare)
        self._write.clicked.connect(self.write_up)
        self._step.clicked.connect(self.add_step)
        self._change.clicked.connect(self.change)

    def add(self) -> None:
        """Open the form for another visit."""
        new = Visit(id=self.desk.new_id(), written=self.desk.now(), when=on_day(self.desk.today()))
        self.edit(visit_editor(self.desk, new, new=True))

    def prepare(self) -> None:
        """Write down what matters before the chosen visit."""
        visit = self._chosen()
        if visit is not None:
            self.edit(before_editor(self.desk, visit))

    def write_up(self) -> None:
        """Write down what came of the chosen visit."""
        visit = self._chosen()
        if visit is not None:
            self.edit(after_editor(self.desk, visit))

    def add_step(self) -> None:
        """Write down what somebody agreed to do in the chosen visit."""
        visit = self._chosen()
        if visit is not None:
            new = PlanStep(
                id=self.desk.new_id(),
                written=self.desk.now(),
                text=UNNAMED,
                visit=VisitId(visit.id),
                clinician=visit.clinician,
                asked=visit.when,
            )
            self.edit(plan_step_editor(self.desk, new, new=True))

    def change(self) -> None:
        """Change when the chosen visit is, and with whom."""
        visit = self._chosen()
        if visit is not None:
            self.edit(visit_editor(self.desk, visit))

    def _change_one(self, key: str) -> None:
        self._list.choose(key)
        self.change()

    def _chosen(self) -> Visit | None:
        return self.desk.snapshot.get(Visit, RecordId(self._list.key))

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)


def sort_visits(visits: tuple[Visit, ...], today: date) -> Sorted:
    """Coming soonest first; what has been, newest first. A visit of today can be written up already."""
    dated = sorted(visits, key=lambda visit: visit.when.sort_key if visit.when else (date.max,))
    coming = [v for v in dated if v.when is None or v.when.earliest > today]
    been = [v for v in reversed(dated) if v not in coming]
    waiting = [v for v in been if v.written_up in {WrittenUp.NOT_YET, WrittenUp.BEGUN} and not v.heard]
    return Sorted(
        coming=tuple(coming),
        to_write_up=tuple(waiting),
        been=tuple(visit for visit in been if visit not in waiting),
    )


def _rows(desk: Desk) -> tuple[RecordRow, ...]:
    say = desk.words.say
    found = sort_visits(desk.snapshot.of(Visit), desk.today())
    groups = (
        (say("visits.coming", "Coming"), found.coming),
        (say("visits.to_write", "To write up"), found.to_write_up),
        (say("visits.been", "Been"), found.been),
    )
    rows: list[RecordRow] = []
    for heading, visits in groups:
        if visits:
            rows.append(RecordRow(title=heading, heading=True))
            rows += [_row(desk, visit) for visit in visits]
    return tuple(rows)


def _row(desk: Desk, visit: Visit) -> RecordRow:
    words = desk.words
    clinician = desk.snapshot.clinician(visit.clinician)
    whom = clinician.called if clinician is not None else words.say("visit.someone", "someone")
    when = words.when(visit.when)
    note = ", ".join(part for part in (when, words.say("answer", visit.mode), visit.reason) if part)
    open_steps = sum(
        step.visit == visit.id and step.outcome is Outcome.OPEN for step in desk.snapshot.of(PlanStep)
    )
    still = words.count("visits.steps", "{n} step open", "{n} steps open", open_steps) if open_steps else ""
    pill = ("waiting", still) if still else None
    spoken = ", ".join(part for part in (whom, note, still) if part)
    return RecordRow(
        key=visit.id, title=whom, note=note, words=visit.heard, icon="stethoscope", pill=pill, spoken=spoken
    )
