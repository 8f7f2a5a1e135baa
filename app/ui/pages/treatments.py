"""Treatments: what is taken now, what was tried and why it stopped, before and after (interface.md 11.7)."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.derived.treatments.comparison import comparison
from app.domain.derived.treatments.dose_panel import dose_panel
from app.domain.derived.treatments.lanes import Lanes, lanes
from app.domain.derived.treatments.story import TreatmentStory, story_of
from app.domain.derived.treatments.telling import dose_days_words, told_changes
from app.domain.derived.treatments.written import Written, written
from app.domain.records import Treatment, TreatmentChange
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import Editor
from app.ui.treating.change_editor import new_change_editor
from app.ui.treating.compare_panel import ComparePanel
from app.ui.treating.lane_paint import PAD
from app.ui.treating.legend import Legend
from app.ui.treating.pieces import Below, UpperAndLower
from app.ui.treating.story_panel import StoryPanel
from app.ui.treating.swimlanes import Swimlanes
from app.ui.treating.twin_list import lane_rows
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column, Group, Margins
from app.ui.widgets.pile import Pile
from app.ui.widgets.record_list import RecordList


class TreatmentsPage(EditingPage):
    """Swimlanes above; below them the chosen treatment's story, and before and after."""

    all_width = True
    _ready = False

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        title = say("treatments.title", "Treatments")
        super().__init__(desk, title, ())
        self._stale = False
        self._lanes: Lanes | None = None
        self._written: Written | None = None
        self._change: RecordId | None = None
        self._symptom: RecordId | None = None
        self._days: int | None = None
        self.legend = Legend()
        self.swimlanes = Swimlanes(desk.words)
        self.list = RecordList(title, beside=True)
        self.story = StoryPanel(desk.words)
        self.compare = ComparePanel(desk.words)
        self._changed_button = Button(
            say("treatments.changed", "Something changed"), kind="main", icon="plus"
        )
        self._twin = Button(say("treatments.as_list", "As a list"), kind="quiet", size="small")
        self._more_twin = Button(say("treatments.as_list", "As a list"))
        self._upper = Pile(self.swimlanes, self.list)
        self._below = Below(self.story, self.compare)
        self._upper_column = Column(self._upper)
        self._above = Group(self._upper_column)
        self._parts = UpperAndLower(self._above, self._below)
        self._first = Button(say("treatments.add", "Add what I take now"), kind="main", icon="plus")
        self._empty = EmptyState(
            say("treatments.empty", "What do you take or do for it?"),
            say(
                "treatments.empty.more",
                "Start with today's: naproxen 250 mg twice a day. Things from the shop count.",
            ),
            (self._first,),
        )
        self._ready = True
        self._arrange()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The lanes, or the list in their place."""
        if self._stale:
            self.refresh()
        if not (self._lanes and self._lanes.rows):
            return self._first
        return self.list if self._upper.current is self.list else self.swimlanes.list

    @property
    def key(self) -> RecordId | None:
        """The chosen treatment."""
        return RecordId(self.swimlanes.list.key) if self.swimlanes.list.key else None

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._stale, self._written = False, None
        shown = lanes(self.desk.snapshot, self.desk.today(), self.desk.words)
        self._lanes = shown
        self.swimlanes.show_lanes(shown)
        self.list.show_rows(lane_rows(shown, self.desk.words))
        self.legend.show_marks(shown.legend)
        full = bool(shown.rows)
        self._parts.setVisible(full)
        self._show_button()
        self._empty_group.setVisible(not full)
        self._show_chosen()

    def point_at(self, key: str) -> None:
        """Choose a treatment, or around which of its changes before and after are shown."""
        change = self.desk.snapshot.get(TreatmentChange, RecordId(key))
        treatment = change.treatment if change is not None else RecordId(key)
        if self.choose(treatment) and change is not None:
            self._show_around(change.id)

    def choose(self, key: str) -> bool:
        """Choose a treatment; tell whether there is one."""
        if self._stale:
            self.refresh()
        return self.swimlanes.list.choose(key)

    # What is shown

    def _story(self) -> TreatmentStory | None:
        treatment = self.desk.snapshot.get(Treatment, self.key)
        return story_of(self.desk.snapshot, treatment, self.desk.today()) if treatment else None

    def _show_chosen(self) -> None:
        story, words = self._story(), self.desk.words
        if story is None:
            return
        told = told_changes(self.desk.snapshot, story, words)
        self.story.show_story(story.treatment.name, told, dose_days_words(story, words))
        self._show_panel()

    def _show_panel(self) -> None:
        story = self._story()
        if story is None:
            return
        journal, today, words = self.desk.snapshot, self.desk.today(), self.desk.words
        if self._written is None:
            self._written = written(journal, today)
        shown = comparison(
            journal,
            story,
            self._written,
            today,
            words,
            change=self._change,
            symptom=self._symptom,
            days=self._days,
        )
        rounds = dose_panel(journal, story, self._written, today, words, symptom=self._symptom)
        self.compare.show_comparison(shown, rounds=rounds is not None)

    def _moved(self, key: str) -> None:
        """Another treatment was chosen: everything below begins anew."""
        self._change = self._symptom = self._days = None
        if self.list.key != key:
            self.list.choose(key)
        self._show_chosen()
        row = self._lanes.row(key) if self._lanes else None
        if row is not None and self.isVisible():
            spoken.announce(self.swimlanes.list, row.spoken)

    def _moved_in_list(self, key: str) -> None:
        self.swimlanes.list.choose(key)

    def _show_around(self, key: str) -> None:
        self._change = RecordId(key)
        self.story.list.choose(key)
        self._show_panel()

    def _compare_with(self, symptom: str, days: int) -> None:
        self._symptom, self._days = RecordId(symptom), days
        self._show_panel()
        if self.compare.shown is not None:
            spoken.announce(self.compare, self.compare.shown.sentence)

    # Arranging

    def _arrange(self) -> None:
        self.add_action(self._changed_button)
        self._header.insertWidget(1, self._twin, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_rare_action(self._more_twin)
        self._header.insertWidget(3, self.legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self._empty_column = Column(self._empty, 1)
        self._empty_group = Group(self._empty_column)
        self.main.set_spacing(0)
        self.main.addWidget(self._empty_group)
        self.main.addWidget(self._parts, 1)
        self.body.set_spacing(0)
        self.folded.connect(self._place_parts)
        self.swimlanes.list.moved.connect(self._moved)
        self.swimlanes.list.opened.connect(self.open_treatment)
        self.swimlanes.list.menu.connect(self._open_menu)
        self.list.moved.connect(self._moved_in_list)
        self.list.opened.connect(self.open_treatment)
        self.list.menu.connect(self._open_menu)
        self.story.moved.connect(self._show_around)
        self.story.opened.connect(self.open_record)
        self.story.open.clicked.connect(self._open_chosen)
        self.compare.chosen.connect(self._compare_with)
        self._changed_button.clicked.connect(self.something_changed)
        for button in (self._twin, self._more_twin):
            button.clicked.connect(self.turn_lanes)
        self._place_parts(self.fold)
        self.refold()

    def _place_parts(self, fold: Fold) -> None:
        self.legend.setVisible(fold >= Fold.SMALL)
        self.swimlanes.refold(fold)
        self.compare.refold(fold)
        self._below.refold(fold)
        self._divide()
        self._show_button()

    def _show_button(self) -> None:
        """One main button at a time: while a form is open it is the form's own, and so is a small page."""
        full = self._lanes is not None and bool(self._lanes.rows)
        self._changed_button.setVisible(full and self._editor is None)
        self._twin.setVisible(full and self._editor is None and self.fold >= Fold.NORMAL)
        self._above.setVisible(self._editor is None or self.fold >= Fold.SMALL)

    def _divide(self) -> None:
        """Give the lanes the height of their rows, and the rest to what is below."""
        if self._ready:
            upper = self.swimlanes.height_of_all()
            least = self.swimlanes.minimumSizeHint().height()
            self._parts.divide(min(upper, least) if self._editor is not None else upper)

    def _lay_edges(self, edges: Margins) -> None:
        """Let hairlines go from edge to edge; each part has margins of its own."""
        left, top, right, _ = edges
        self._inner.set_margins((0, top - 4, 0, 0))
        self._inner.set_spacing(6)
        self._header.set_margins((left, 0, right, 0))
        if self._ready:
            self._upper_column.set_margins((left - PAD, 0, right - PAD - 1, 0))
            self._below.keep_clear(left, right)
            self._empty_column.set_margins((left, 0, right, 0))

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C: something changed; B: before and after; L: as a list."""
        key = event.text().lower()
        if self._editor is not None or not (self._lanes and self._lanes.rows):
            super().keyPressEvent(event)
        elif key == "c":
            self.something_changed()
        elif key == "b":
            self.compare.first_focus().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == "l":
            self.turn()
        else:
            super().keyPressEvent(event)

    def turn(self) -> None:
        """Show what has the focus as a list, or as a picture again."""
        now = self.focusWidget()
        if now is not None and self.compare.isAncestorOf(now):
            self.compare.turn()
        else:
            self.turn_lanes()

    def turn_lanes(self) -> None:
        """Show the lanes as a list, or drawn again."""
        say = self.desk.words.say
        listed = self._upper.current is not self.list
        self._upper.show_only(self.list if listed else self.swimlanes)
        drawn, as_list = say("treatments.as_picture", "As a picture"), say("treatments.as_list", "As a list")
        for button in (self._twin, self._more_twin):
            button.say(drawn if listed else as_list)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def something_changed(self) -> None:
        """Open the form for a change of the chosen treatment."""
        self.edit(new_change_editor(self.desk, self.key))

    def edit(self, editor: Editor) -> None:
        """Show a form in place of story and panel; the lanes stay, with less room."""
        self.close_editor()
        self._focus_before = self.focusWidget()
        self._editor = editor
        self._show_button()
        self._below.show_form(editor)
        editor.done.connect(self.close_editor)
        self._divide()
        editor.first_focus().setFocus()

    def close_editor(self) -> None:
        """Show story and panel again. A form that is left keeps what was typed as a draft."""
        self.trouble.say("")
        if self._editor is None:
            return
        self._editor = None
        self._below.close_form()
        self.refresh()
        self._divide()
        before = self._focus_before
        if before is None or not before.isVisibleTo(self):
            before = self.first_focus()
        before.setFocus()

    def open_treatment(self, key: str) -> None:
        """Open a treatment's full page."""
        self.open_record(key)

    def _open_chosen(self) -> None:
        if self.key is not None:
            self.open_treatment(self.key)

    def _open_menu(self, key: str, place: QPoint) -> None:
        say = self.desk.words.say
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = (
            (say("treatments.open", "Open"), partial(self.open_treatment, key)),
            (say("treatments.changed", "Something changed"), self.something_changed),
            (say("menu.history", "See earlier versions"), partial(self.desk.wanted.emit, "history", key)),
            (say("menu.trash", "Move to trash"), partial(self._trash, key)),
        )
        for words, act in acts:
            menu.addAction(words).triggered.connect(act)
        menu.popup(place)

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(partial(self.desk.journal.trash, RecordId(key)), said)

    def _note_change(self, change: Change) -> None:
        super()._note_change(change)
        if self._editor is None and self.isVisible():
            self.refresh()
        else:
            self._stale = True
