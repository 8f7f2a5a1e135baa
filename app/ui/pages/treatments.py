"""Treatments: what is taken now, what was tried and why it stopped, before and after (interface.md 11.7)."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.records import Treatment, TreatmentChange
from app.domain.records.record import RecordId
from app.services.changes import Change
from app.ui.actions import plain_keys_on
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.editors.editor import Editor
from app.ui.treating.change_editor import new_change_editor
from app.ui.treating.full_page import FullPage
from app.ui.treating.legend import Legend
from app.ui.treating.overview import Overview
from app.ui.treating.take_now import TakeNow
from app.ui.widgets.button import Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Column, Group, Margins

Cover = TakeNow | FullPage
"""What can stand in place of the overview."""

TAKING_NOW = "taking now"
"""What another page asks for to have the table of what is taken now opened."""

_CHANGE_OF, _FORM_OF = "change of ", "form of "
"""Before a treatment's id: a new change of it, and its own form; for coming back after a lock."""


class TreatmentsPage(EditingPage):
    """The overview; a form in its lower part; over all of it what is taken now, or one treatment in full."""

    _ready = False

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        super().__init__(desk, say("treatments.title", "Treatments"), ())
        self._stale = False
        self._cover: Cover | None = None
        self._cover_column = Column(spacing=0)
        self._edges: Margins = (0, 0, 0, 0)
        self.legend = Legend()
        self.overview = Overview(desk)
        self._changed_button = Button(
            say("treatments.changed", "Something changed"), kind="main", icon="plus"
        )
        self._twin = Button(say("treatments.as_list", "As a list"), kind="quiet", size="small")
        self._more_twin = Button(say("treatments.as_list", "As a list"))
        self._first = Button(say("treatments.add", "Add what I take now"), kind="main", icon="plus")
        self._add = Button(say("treatments.add", "Add what I take now"), icon="plus")
        self._empty = EmptyState(
            say("treatments.empty", "What do you take or do for it?"),
            say(
                "treatments.empty.more",
                "Start with today's: naproxen 250 mg twice a day. Things from the shop count.",
            ),
            (self._first,),
        )
        self._trouble_column = Column(self.trouble)
        self._empty_column = Column(self._empty, 1)
        self._empty_group = Group(self._empty_column)
        self._ready = True
        self._arrange()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The lanes, or the list in their place; what covers them where something does."""
        if self._cover is not None:
            return self._cover.first_focus()
        if self._stale:
            self.refresh()
        return self.overview.first_focus() if self._is_full else self._first

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._stale = False
        self.overview.refresh()
        if isinstance(self._cover, FullPage):
            self._cover.refresh()
        if self.overview.shown is not None:
            self.legend.show_marks(self.overview.shown.legend)
        self.overview.setVisible(self._is_full)
        self._empty_group.setVisible(not self._is_full)
        self._show_buttons()

    def point_at(self, key: str) -> None:
        """Choose a treatment, or around which of its changes before and after are shown."""
        self.close_editor()
        self._close_cover()
        if self._stale:
            self.refresh()
        change = self.desk.snapshot.get(TreatmentChange, RecordId(key))
        treatment = change.treatment if change is not None else RecordId(key)
        if self.overview.choose(treatment) and change is not None:
            self.overview.show_around(change.id)

    @property
    def _is_full(self) -> bool:
        return self.overview.shown is not None and bool(self.overview.shown.rows)

    # Arranging

    def _arrange(self) -> None:
        self.add_action(self._changed_button)
        self._header.insertWidget(1, self._twin, 0, Qt.AlignmentFlag.AlignVCenter)
        self._header.insertWidget(3, self.legend, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_rare_action(self._add)
        self.add_rare_action(self._more_twin)
        self.main.set_spacing(0)
        self.main.addWidget(self._empty_group)
        self.main.addWidget(self.overview, 1)
        self.body.set_spacing(0)
        self.body.insertWidget(0, Group(self._trouble_column))
        self.folded.connect(self._place_parts)
        self.overview.opened.connect(self.open_treatment)
        self.overview.change_opened.connect(self.open_record)
        self.overview.menu.connect(self._open_menu)
        self.overview.trashed.connect(self._trash)
        self.overview.turned.connect(self._name_twins)
        self._changed_button.clicked.connect(self.something_changed)
        for button in (self._twin, self._more_twin):
            button.clicked.connect(self.overview.turn_lanes)
        for button in (self._first, self._add):
            button.clicked.connect(self.take_now)
        self._place_parts(self.fold)
        self.refold()

    def _place_parts(self, fold: Fold) -> None:
        self.overview.refold(fold)
        if self._cover is not None:
            self._cover.refold(fold)
        self._show_buttons()

    def _show_buttons(self) -> None:
        """One main button at a time: while a form is open it is the form's own."""
        looking = self._is_full and self._editor is None and self._cover is None
        self._changed_button.setVisible(looking)
        self._twin.setVisible(looking and self.fold >= Fold.NORMAL)
        self.legend.setVisible(self._is_full and self._cover is None and self.fold >= Fold.SMALL)

    def _name_twins(self, listed: bool) -> None:
        say = self.desk.words.say
        drawn, as_list = say("treatments.as_picture", "As a picture"), say("treatments.as_list", "As a list")
        for button in (self._twin, self._more_twin):
            button.say(drawn if listed else as_list)

    def _lay_edges(self, edges: Margins) -> None:
        """Let hairlines go from edge to edge; each part has margins of its own."""
        left, top, right, _ = edges
        self._inner.set_margins((0, top - 4, 0, 0))
        self._inner.set_spacing(6)
        self._header.set_margins((left, 0, right, 0))
        if self._ready:
            self._edges = edges
            self.overview.keep_clear(left, right)
            for column in (self._trouble_column, self._empty_column):
                column.set_margins((left, 0, right, 0))
            self._cover_column.set_margins((left, 0, right, 24))

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C: something changed; B: before and after; L: as a list. Esc closes the form."""
        key = event.text().lower() if plain_keys_on() else ""
        if event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self._editor.leave()
        elif self._editor is not None or self._cover is not None or not self._is_full:
            super().keyPressEvent(event)
        elif key == "c":
            self.something_changed()
        elif key == "b":
            self.overview.look_at_panel()
        elif key == "l":
            self.overview.turn(self.focusWidget())
        else:
            super().keyPressEvent(event)

    def something_changed(self) -> None:
        """Open the form for a change of the chosen treatment."""
        self.edit(new_change_editor(self.desk, self.overview.key))

    def _open_form(self, key: str) -> None:
        super().open_record(key)

    def _change_of(self, key: str) -> None:
        self.overview.choose(key)
        self.edit(new_change_editor(self.desk, RecordId(key)))

    def take_now(self) -> None:
        """Open the table of what is taken now."""
        self._cover_with(TakeNow(self.desk, self.fold))

    def open_record(self, key: str) -> None:
        """Open the form of a record, a treatment in full, or what is taken now."""
        if key == TAKING_NOW:
            self.take_now()
        elif key.startswith(_CHANGE_OF):
            self._change_of(key.removeprefix(_CHANGE_OF))
        elif key.startswith(_FORM_OF):
            super().open_record(key.removeprefix(_FORM_OF))
        elif self.desk.snapshot.get(Treatment, RecordId(key)) is not None:
            self.open_treatment(key)
        else:
            super().open_record(key)

    def form_in_view(self) -> tuple[str, str]:
        """Give what `open_record` opens again after a lock."""
        record = self._editor.record if self._editor is not None else None
        if record is None:
            key = self._cover.key if isinstance(self._cover, FullPage) else ""
            return (TAKING_NOW if isinstance(self._cover, TakeNow) else key), ""
        if isinstance(record, TreatmentChange) and record.id not in self.desk.snapshot.records:
            return f"{_CHANGE_OF}{record.treatment}", ""
        return (f"{_FORM_OF}{record.id}" if isinstance(record, Treatment) else record.id), ""

    def open_treatment(self, key: str) -> None:
        """Open a treatment's full page."""
        page = FullPage(self.desk, RecordId(key))
        page.wanted.connect(self._open_form)
        page.changing.connect(self._change_of)
        self._cover_with(page)

    def edit(self, editor: Editor) -> None:
        """Show a form in place of story and panel, or of what covers them; the lanes stay in view."""
        self.close_editor()
        self._focus_before = self.focusWidget()
        self._editor = editor
        self.overview.show_form(editor)
        self._shown.setCurrentIndex(0)
        self._show_buttons()
        editor.done.connect(self.close_editor)
        editor.first_focus().setFocus()

    def close_editor(self) -> None:
        """Show what was there before. A form that is left keeps what was typed as a draft."""
        self.trouble.say("")
        if self._editor is None:
            return
        self._editor = None
        self.overview.close_form()
        self._shown.setCurrentIndex(self._shown.count() - 1)
        self.refresh()
        before = self._focus_before
        if before is None or not before.isVisibleTo(self):
            before = self.first_focus()
        before.setFocus()

    def leave(self) -> None:
        """Keep what is being typed."""
        super().leave()
        if self._cover is not None:
            self._cover.keep_draft()

    def go_back(self) -> None:
        """Go back from the form, then from what covers the page."""
        if self._editor is None and self._cover is not None:
            self._cover.leave()
        else:
            super().go_back()

    def _cover_with(self, cover: Cover) -> None:
        """Show something in place of lanes, story and panel."""
        self.close_editor()
        if self._cover is not None:
            self._cover.keep_draft()
        self._uncover()
        self._cover = cover
        self._cover_column = Column(cover, spacing=0)
        self._shown.addWidget(Group(self._cover_column))
        self._shown.setCurrentIndex(1)
        self._lay_edges(self._edges)
        cover.done.connect(self._close_cover)
        self._show_buttons()
        cover.first_focus().setFocus()

    def _close_cover(self) -> None:
        if self._cover is not None:
            self._uncover()
            self.refresh()
            self.first_focus().setFocus()

    def _uncover(self) -> None:
        self._cover = None
        old = self._shown.widget(1)
        if old is not None:
            self._shown.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _open_menu(self, key: str, place: QPoint) -> None:
        say = self.desk.words.say
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = (
            (say("treatments.open", "Open"), partial(self.open_treatment, key)),
            (say("treatments.changed", "Something changed"), self.something_changed),
            (say("compare.heading", "Before and after"), self.overview.look_at_panel),
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
        if self._editor is None and not isinstance(self._cover, TakeNow) and self.isVisible():
            self.refresh()
        else:
            self._stale = True
