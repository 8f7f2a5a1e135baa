"""Lanes above; below them the chosen treatment's story, and what its readings show."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.derived.treatments.comparison import comparison
from app.domain.derived.treatments.dose_panel import dose_panel
from app.domain.derived.treatments.lanes import Lanes, lanes
from app.domain.derived.treatments.story import TreatmentStory, story_of
from app.domain.derived.treatments.telling import dose_days_words, told_changes
from app.domain.derived.treatments.written import Written, written
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.record import RecordId, TreatmentId
from app.domain.records.treatments import ChangeKind
from app.domain.records.when import at_time
from app.ui.desk import Desk
from app.ui.treating.compare_panel import ComparePanel
from app.ui.treating.lane_paint import PAD
from app.ui.treating.pieces import Below, UpperAndLower
from app.ui.treating.rounds_panel import RoundsPanel
from app.ui.treating.story_panel import StoryPanel
from app.ui.treating.swimlanes import Swimlanes
from app.ui.treating.twin_list import lane_rows
from app.ui.widgets import spoken
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column, Group
from app.ui.widgets.pile import Pile
from app.ui.widgets.record_list import RecordList


class Overview(UpperAndLower):
    """``opened(key)`` asks for a treatment's full page, ``change_opened(key)`` for the form of a change.

    ``menu(key, place)`` asks for the menu of a treatment, ``trashed(id)`` to put it, or a change, in the
    trash; ``turned(listed)`` follows a change of view.
    """

    opened = Signal(str)
    change_opened = Signal(str)
    menu = Signal(str, QPoint)
    trashed = Signal(str)
    turned = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._written: Written | None = None
        self._fresh = False  # whether that is what the journal says now
        self._change: RecordId | None = None
        self._symptom: RecordId | None = None
        self._days: int | None = None
        self._by_dose = False
        self.fold = Fold.NORMAL
        self.shown: Lanes | None = None
        self.swimlanes = Swimlanes(desk.words)
        self.list = RecordList(desk.words.say("treatments.title", "Treatments"), beside=True)
        self.story = StoryPanel(desk.words)
        self.compare = ComparePanel(desk.words)
        self.rounds = RoundsPanel(desk.words)
        self._views = Pile(self.swimlanes, self.list)
        self._panels = Pile(self.compare, self.rounds)
        self._above_column = Column(self._views)
        self._above = Group(self._above_column)
        self.below = Below(self.story, self._panels)
        super().__init__(self._above, self.below)
        self._connect()

    # What is shown

    @property
    def key(self) -> RecordId | None:
        """The chosen treatment."""
        return RecordId(self.swimlanes.list.key) if self.swimlanes.list.key else None

    @property
    def listed(self) -> bool:
        """Whether the lanes stand as a list."""
        return self._views.current is self.list

    def first_focus(self) -> QWidget:
        """The lanes, or the list in their place."""
        return self.list if self.listed else self.swimlanes.list

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._fresh = False
        self.shown = lanes(self._desk.snapshot, self._desk.today(), self._desk.words)
        self.swimlanes.show_lanes(self.shown)
        self.list.show_rows(lane_rows(self.shown, self._desk.words))
        self._show_chosen()
        self._divide()

    def choose(self, key: str) -> bool:
        """Choose a treatment; tell whether there is one."""
        return self.swimlanes.list.choose(key)

    def show_around(self, key: str) -> None:
        """Show before and after around a change of the chosen treatment."""
        self._change = RecordId(key)
        self._by_dose = False
        self.story.list.choose(key)
        self._show_panel()

    def look_at_panel(self) -> None:
        """Put the focus into the panel."""
        panel = self.rounds if self._panels.current is self.rounds else self.compare
        panel.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn(self, at: QWidget | None) -> None:
        """Show the part that `at` is in as a list, or drawn again."""
        for panel in (self.compare, self.rounds):
            if at is not None and panel.isAncestorOf(at):
                panel.turn()
                return
        self.turn_lanes()

    def turn_lanes(self) -> None:
        """Show the lanes as a list, or drawn again."""
        self._views.show_only(self.swimlanes if self.listed else self.list)
        self.turned.emit(self.listed)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _story(self) -> TreatmentStory | None:
        treatment = self._desk.snapshot.get(Treatment, self.key)
        return story_of(self._desk.snapshot, treatment, self._desk.today()) if treatment else None

    def _show_chosen(self) -> None:
        story, words = self._story(), self._desk.words
        if story is not None:
            told = told_changes(self._desk.snapshot, story, words)
            self.story.show_story(story.treatment.name, told, dose_days_words(story, words))
            self._show_panel()

    def _show_panel(self) -> None:
        """Work out both panels and show the one that is wanted, if it has anything to show."""
        story, journal, today = self._story(), self._desk.snapshot, self._desk.today()
        if story is None:
            return
        if self._written is None or not self._fresh:
            self._written, self._fresh = written(journal, today, self._written), True
        told, words, symptom = self._written, self._desk.words, self._symptom
        rounds = dose_panel(journal, story, told, today, words, symptom=symptom)
        compared = comparison(
            journal, story, told, today, words, change=self._change, symptom=symptom, days=self._days
        )
        self.compare.show_comparison(compared, rounds=rounds is not None)
        if rounds is not None:
            self.rounds.show_panel(rounds)
        by_dose = self._by_dose and rounds is not None
        wanted = self.rounds if by_dose else self.compare
        if self._panels.current is not wanted:
            self._panels.show_only(wanted)

    # What the person does

    def _connect(self) -> None:
        self.swimlanes.list.moved.connect(self._moved)
        self.list.moved.connect(self.choose)
        for view in (self.swimlanes.list, self.list):
            view.opened.connect(self.opened)
            view.menu.connect(self.menu)
        for rows in (self.swimlanes.list, self.list, self.story.list):
            rows.trashed.connect(self.trashed)
        self.story.moved.connect(self.show_around)
        self.story.opened.connect(self.change_opened)
        self.story.open.clicked.connect(self._open_chosen)
        self.compare.chosen.connect(self._compare_with)
        self.compare.other.connect(self._turn_panel)
        self.rounds.chosen.connect(self._count_with)
        self.rounds.took.connect(self.took_today)
        self.rounds.other.connect(self._turn_panel)

    def took_today(self) -> None:
        """Write a dose day of the chosen treatment, now."""
        story, desk = self._story(), self._desk
        if story is None:
            return
        taken = TreatmentChange(
            id=desk.new_id(),
            written=desk.now(),
            treatment=TreatmentId(story.treatment.id),
            change=ChangeKind.TAKEN,
            when=at_time(desk.now()),
        )
        said = desk.words.say("rounds.saved", "Saved: {name} taken", name=story.treatment.name)
        desk.do(partial(desk.journal.record, taken), said)
        self.rounds.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, key: str) -> None:
        """Another treatment was chosen: everything below begins anew."""
        self._change = self._symptom = self._days = None
        self._by_dose = False
        self.list.choose(key)
        self._show_chosen()

    def _open_chosen(self) -> None:
        if self.key is not None:
            self.opened.emit(self.key)

    def _turn_panel(self) -> None:
        self._by_dose = not self._by_dose
        self._show_panel()
        self.look_at_panel()

    def _compare_with(self, symptom: str, days: int) -> None:
        self._symptom, self._days = RecordId(symptom), days
        self._show_panel()
        if self.compare.shown is not None:
            spoken.announce(self.compare, self.compare.shown.sentence)

    def _count_with(self, symptom: str) -> None:
        self._symptom = RecordId(symptom)
        self._show_panel()
        if self.rounds.shown is not None:
            spoken.announce(self.rounds, self.rounds.shown.sentence)

    # Room

    def refold(self, fold: Fold) -> None:
        """Arrange for the room there is."""
        self.fold = fold
        for part in (self.swimlanes, self.compare, self.rounds, self.below):
            part.refold(fold)
        self._divide()

    def keep_clear(self, left: int, right: int) -> None:
        """Keep words so far from the page's edges, px at 100%; the wash of a row reaches past them."""
        self._above_column.set_margins((left - PAD, 0, right - PAD - 1, 0))
        self.below.keep_clear(left, right)

    def show_form(self, form: QWidget) -> None:
        """Show a form in place of story and panel; the lanes keep some room, or give way on a small page."""
        self.below.show_form(form)
        self._divide()

    def close_form(self) -> None:
        """Show story and panel again."""
        self.below.close_form()
        self._divide()

    def _divide(self) -> None:
        """Give the lanes the height of their rows, and the rest to what is below."""
        upper = self.swimlanes.height_of_all()
        least = self.swimlanes.minimumSizeHint().height()
        self._above.setVisible(not self.below.has_form or self.fold >= Fold.SMALL)
        self.divide(min(upper, least) if self.below.has_form else upper)
