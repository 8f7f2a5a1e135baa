"""Timeline: years on one line, and finding the moment something changed (interface.md 11.5)."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.derived.line.lanes import Line
from app.domain.derived.line.windows import Zoom
from app.domain.derived.timeline import timeline
from app.domain.journal import Journal
from app.domain.records import Condition, Symptom
from app.domain.records.record import ConditionId, RecordId, SymptomId
from app.services.changes import Change
from app.ui.actions import plain_keys_on
from app.ui.desk import Desk
from app.ui.editors.editing_page import EditingPage
from app.ui.entry_menu import EntryMenus, offer_menus
from app.ui.line_of_time.from_before import FromBefore
from app.ui.line_of_time.line_view import LineView
from app.ui.line_of_time.maker import LineMaker
from app.ui.line_of_time.states import LineStates
from app.ui.line_of_time.tools import TimelineTools
from app.ui.line_of_time.zooms import ZoomChoice
from app.ui.widgets import spoken
from app.ui.widgets.button import Button
from app.ui.widgets.fold import Fold
from app.ui.widgets.layout import Group, Row
from app.ui.widgets.text import Text


class TimelinePage(EditingPage):
    """Everything with a date: a picture, and the list of the same."""

    all_width = True

    def __init__(self, desk: Desk) -> None:
        say = desk.words.say
        title = say("timeline.title", "Timeline")
        super().__init__(desk, title, ())
        self._stale = False
        self._pointed = ""
        self._filtered = False
        self._alone = ""
        self._before: FromBefore | None = None
        self._span = Text("", tone="ink2", wrap=False)
        self._as_list = Button(say("timeline.as_list", "As a list"), kind="quiet", size="small")
        self._zooms = ZoomChoice(desk.words)
        self._share = Button(say("timeline.share", "Share"), icon="paper-plane-tilt", size="small")
        self._tools = TimelineTools(desk.words)
        self._add = Button(
            say("timeline.before", "Add something from before"), kind="quiet", icon="plus", size="small"
        )
        self._view = LineView(desk.words, title, self._add)
        self._maker = LineMaker(desk, self)
        self._states = LineStates(desk.words)
        self._arrange()
        self._connect()
        self.refresh()

    def first_focus(self) -> QWidget:
        """The canvas, or the list where that has the page."""
        if self._stale:
            self.refresh()
        if self._view.isVisibleTo(self):
            return self._view.list if self._alone == "list" else self._view.canvas
        return self._states.first_focus()

    def regions(self) -> list[QWidget]:
        """Find and chips, the canvas, the list, the whole life, then the header."""
        if self._shown.currentIndex():
            return super().regions()
        view = self._view
        return [self._tools, self._states, view.canvas, view.beside, view.strip, self._head]

    def leave(self) -> None:
        """Keep what is being typed."""
        super().leave()
        if self._before is not None:
            self._before.keep_draft()

    def refresh(self) -> None:
        """Show what the journal says now."""
        self._stale = False
        snapshot = self.desk.snapshot
        conditions = sorted((one.order, one.name, ConditionId(one.id)) for one in snapshot.of(Condition))
        self._tools.show_conditions({key: name for _, name, key in conditions})
        symptoms = sorted(
            (one.order, one.name, SymptomId(one.id))
            for one in snapshot.of(Symptom)
            if one.merged_into is None
        )
        self._tools.show_symptoms({key: name for _, name, key in symptoms})
        self._maker.make(self._tools.shown, self._tools.symptoms)

    def point_at(self, key: str) -> None:
        """Choose a record and bring it into view, whatever is filtered out now."""
        self._pointed = key
        if self._maker.busy:
            return
        if self._stale:
            self.refresh()
        elif self._view.point_at(key):
            self._pointed = ""
        else:
            self._tools.show_everything()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show more or less at once."""
        self._view.show_zoom(zoom)

    # What is shown

    def _show_line(self, line: Line) -> None:
        found = not line.is_empty
        days = () if found else tuple(_first_days(self.desk.snapshot))
        if found:
            self._states.show_line()
        elif days:
            self._states.show_hidden(min(days))
        else:
            self._states.show_empty()
        self._tools.setVisible(found or bool(days))
        self._view.setVisible(found)
        self._zooms.setVisible(found)
        self._as_list.setVisible(found)
        self._span.setVisible(found)
        self._view.show_line(line)
        if self._filtered:
            self._filtered = False
            said = self.desk.words.count("timeline.count", "{n} entry", "{n} entries", line.count)
            spoken.announce(self._tools, said)
        if self._pointed:
            key, self._pointed = self._pointed, ""
            if not self._view.point_at(key) and key in self.desk.snapshot.records:
                self._tools.show_everything()
                self._view.point_at(key)

    def _show_span(self) -> None:
        self._span.say(self._view.span_words())
        window = self._view.window_in_view
        if window is not None:
            self._zooms.show_zoom(window.zoom)

    def _show_working(self) -> None:
        if self._view.line is None:
            self._states.show_working()

    def _fold_line(self, fold: Fold) -> None:
        """One at a time where there is less room; the zooms go to the tools, then get a row."""
        narrow = fold < Fold.SMALL
        if narrow:
            self._narrow_row.insertWidget(0, self._zooms)
        elif fold == Fold.SMALL:
            self._tools.add(self._zooms)
        else:
            self._header.insertWidget(self._header.indexOf(self._share), self._zooms)
        self._narrow.setVisible(narrow)
        self._show_parts()

    def _show_parts(self) -> None:
        narrow = self.fold < Fold.SMALL
        rows = self._alone == "list" or (not narrow and not self._alone)
        self._view.show_parts(picture=self._alone != "list", rows=rows)
        say = self.desk.words.say
        picture, listed = say("timeline.as_picture", "As a picture"), say("timeline.as_list", "As a list")
        self._as_list.say(picture if self._alone == "list" else listed)

    def _arrange(self) -> None:
        self.add_action(self._share)
        self._header.insertWidget(1, self._span)
        self._header.insertWidget(2, self._as_list)
        self._header.insertWidget(self._header.indexOf(self._share), self._zooms)
        self.main.set_spacing(12)
        self._narrow_row = Row(1)
        self._narrow = Group(self._narrow_row)
        for part in (self._narrow, self._tools, self._states):
            self.main.addWidget(part)
        self.main.addWidget(self._view, 1)
        self.main.addStretch(0)
        self._narrow.hide()

    def _connect(self) -> None:
        self.folded.connect(self._fold_line)
        self._maker.made.connect(self._show_line)
        self._maker.working.connect(self._show_working)
        self._tools.changed.connect(self._filter)
        self._tools.later.connect(self._view.canvas.show_written_later)
        self._zooms.chosen.connect(self._zoom)
        self._as_list.clicked.connect(self.toggle_list)
        self._share.clicked.connect(self._go_to_share)
        self._view.moved.connect(self._show_span)
        self._view.listed.connect(self.toggle_list)
        self._view.opened.connect(self.open_record)
        self._view.compared.connect(self._compare)
        self._view.list.trashed.connect(self._trash)
        menus = EntryMenus(self.desk, self._view.list)
        menus.opened.connect(self.open_record)
        menus.changes.connect(self.open_record)
        self._view.canvas.menu.connect(menus.open_at)
        offer_menus(self.desk, self._view.list, self.open_record)
        self._states.everything.connect(self._show_everything)
        self._states.add.connect(self.add_from_before)
        self._add.clicked.connect(self.add_from_before)

    # What the person does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """``/`` finds on the page, L makes the list the page; Esc takes the filters away."""
        if self._shown.currentIndex():
            super().keyPressEvent(event)
        elif event.text() == "/" and plain_keys_on():
            self._tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._tools.field.selectAll()
        elif event.key() == Qt.Key.Key_L and not event.modifiers() and plain_keys_on():
            self.toggle_list()
        elif event.key() == Qt.Key.Key_Escape and self._tools.narrow:
            self._tools.show_first()
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def toggle_list(self) -> None:
        """Make the list the whole page, or show the picture again."""
        self._alone = "" if self._alone == "list" else "list"
        self._show_parts()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def add_from_before(self) -> None:
        """Write down several rough things at once."""
        self.close_editor()
        self._before = FromBefore(self.desk)
        self._before.done.connect(self._close_before)
        self._shown.addWidget(self._before)
        self._shown.setCurrentWidget(self._before)
        self._before.first_focus().setFocus()

    def go_back(self) -> None:
        """Go back from what is being written down."""
        if self._before is not None:
            self._before.leave()
        else:
            super().go_back()

    def _close_before(self) -> None:
        if self._before is not None:
            self._shown.removeWidget(self._before)
            self._before.deleteLater()
            self._before = None
        self.refresh()
        self.first_focus().setFocus()

    def _filter(self) -> None:
        self._filtered = True
        self._maker.make(self._tools.shown, self._tools.symptoms)

    def _show_everything(self) -> None:
        self._tools.show_everything()
        self.first_focus().setFocus()

    def _zoom(self, place: int) -> None:
        self.show_zoom(tuple(Zoom)[max(place, 0)])

    def _go_to_share(self) -> None:
        self.desk.wanted.emit("share", "")

    def _compare(self, key: str) -> None:
        """Before and after stands on the page of treatments."""
        self.desk.pointed.emit("treatments", key)

    def _trash(self, key: str) -> None:
        said = self.desk.words.say("trash.put", "Put in the trash")
        self.desk.do(lambda: self.desk.journal.trash(RecordId(key)), said)

    def _note_change(self, change: Change) -> None:
        super()._note_change(change)
        if self._editor is None and self.isVisible():
            self.refresh()
        else:
            self._stale = True


def _first_days(journal: Journal) -> Iterator[date]:
    """The first day of everything there is, whatever is filtered out; without a date, when it was written."""
    for entry in timeline(journal):
        dated = entry.when is not None and entry.when.is_dated
        yield entry.when.earliest if entry.when is not None and dated else entry.record.written.date()
